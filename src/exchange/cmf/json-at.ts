import { isJsonMap, type JsonTree, printJson } from '../../conventions/index.js';
import { MetadataError } from '../../errors.js';

/** Longest part of a wrong value that a message quotes. */
const MAX_QUOTED = 60;

/** A place in a JSON document, which names itself in what it refuses: `Pipeline[0].stages[1].name`. */
export class JsonAt {
  readonly value: JsonTree | undefined;
  readonly path: string;

  /** @param path - empty for the document itself. */
  constructor(value: JsonTree | undefined, path = '') {
    this.value = value;
    this.path = path;
  }

  /** The refusal of what is here; `INVALID_ARGUMENT`. */
  refuse(expected: string): MetadataError {
    const what = this.path === '' ? 'The document' : this.path;
    const found = this.value === undefined ? 'missing' : quoted(this.value);
    return new MetadataError('INVALID_ARGUMENT', `${what} is ${found}; expected ${expected}.`);
  }

  /** The member of an object. */
  at(name: string): JsonAt {
    if (!isJsonMap(this.value)) throw this.refuse('an object');
    return new JsonAt(this.value.get(name), this.path === '' ? name : `${this.path}.${name}`);
  }

  /** The items of a list; of a missing one too, which has none. */
  items(): readonly JsonAt[] {
    if (this.value === undefined) return [];
    if (!Array.isArray(this.value)) throw this.refuse('a list');
    return this.value.map((item: JsonTree, index) => new JsonAt(item, `${this.path}[${index}]`));
  }

  /** The members of an object; of a missing one too, which has none. */
  members(): readonly (readonly [name: string, at: JsonAt])[] {
    if (this.value === undefined) return [];
    if (!isJsonMap(this.value)) throw this.refuse('an object');
    return [...this.value.keys()].map((name) => [name, this.at(name)] as const);
  }

  /** A text that says something. */
  text(): string {
    if (typeof this.value !== 'string' || this.value.trim() === '') throw this.refuse('a text');
    return this.value;
  }

  /** A text; undefined for one that is empty or missing, which CMF leaves out or not as it comes. */
  optionalText(): string | undefined {
    return this.value === undefined || this.value === '' ? undefined : this.text();
  }
}

function quoted(value: JsonTree): string {
  const text = printJson(value);
  return text.length <= MAX_QUOTED ? text : `${text.slice(0, MAX_QUOTED)}…`;
}
