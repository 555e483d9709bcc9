import { JsonNumber, type JsonTree } from './python-json.js';

/** Deepest nesting that is read; what Python itself writes ends near 1,000, and nothing sensible comes close. */
const MAX_DEPTH = 500;

const SPACE = /[ \t\n\r]*/y;
const WORD = /true|false|null/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|-?Infinity|NaN/y;

/**
 * Reads text as Python's `json.loads` does: `NaN` and the infinities count as numbers, of a repeated key the last one
 * holds.
 *
 * @returns undefined for text that is not JSON, or nested deeper than 500 levels.
 */
export function parseJson(text: string): JsonTree | undefined {
  try {
    const reader = new Reader(text);
    const tree = reader.value(0);
    reader.end();
    return tree;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Reads from left to right and throws SyntaxError at the first thing that is not JSON. */
class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  value(depth: number): JsonTree {
    if (depth > MAX_DEPTH) throw new SyntaxError('nested too deeply');
    this.#match(SPACE);
    switch (this.#text[this.#at]) {
      case '{':
        return this.#object(depth);
      case '[':
        return this.#list(depth);
      case '"':
        return this.#string();
    }
    const word = this.#match(WORD);
    if (word !== undefined) return word === 'null' ? null : word === 'true';
    const number = this.#match(NUMBER);
    if (number === undefined) throw new SyntaxError(`no value at ${this.#at}`);
    return new JsonNumber(number);
  }

  end(): void {
    this.#match(SPACE);
    if (this.#at < this.#text.length) throw new SyntaxError(`more text at ${this.#at}`);
  }

  #object(depth: number): JsonTree {
    const entries = new Map<string, JsonTree>();
    this.#items('}', () => {
      const key = this.#string();
      if (!this.#takes(':')) throw new SyntaxError(`no colon at ${this.#at}`);
      entries.set(key, this.value(depth + 1));
    });
    return entries;
  }

  #list(depth: number): JsonTree {
    const items: JsonTree[] = [];
    this.#items(']', () => items.push(this.value(depth + 1)));
    return items;
  }

  /** From an opening bracket to its closing one, with commas between the items. */
  #items(closing: string, item: () => void): void {
    this.#at += 1;
    if (this.#takes(closing)) return;
    do {
      this.#match(SPACE);
      item();
    } while (this.#takes(','));
    if (!this.#takes(closing)) throw new SyntaxError(`no ${closing} at ${this.#at}`);
  }

  /** Finds the closing quote; what lies between is JSON's own business, escapes and all. */
  #string(): string {
    const start = this.#at;
    if (this.#text[start] !== '"') throw new SyntaxError(`no string at ${start}`);
    let end = start + 1;
    while (end < this.#text.length && this.#text[end] !== '"') end += this.#text[end] === '\\' ? 2 : 1;
    this.#at = end + 1;
    return String(JSON.parse(this.#text.slice(start, this.#at)));
  }

  #takes(mark: string): boolean {
    this.#match(SPACE);
    if (this.#text[this.#at] !== mark) return false;
    this.#at += 1;
    return true;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    this.#at += found?.length ?? 0;
    return found;
  }
}
