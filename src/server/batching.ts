import DataLoader from 'dataloader';

/**
 * Answers one key at a time out of calls that take many. Keys that are asked for together and with equal arguments share
 * a call; fields of one selection do so because each object of a list asks with the arguments of the same field.
 */
export class GroupedLoader<Args extends object, Key, Value> {
  readonly #load: (args: Args, keys: readonly Key[]) => Promise<readonly Value[]>;
  readonly #keyText: (key: Key) => string;
  readonly #groups = new Map<string, Group<Key, Value>>();
  readonly #shorthand = new Shorthand();

  /**
   * @param load - answers index-aligned with the keys.
   * @param keyText - equal for equal keys, and only for those.
   */
  constructor(
    load: (args: Args, keys: readonly Key[]) => Promise<readonly Value[]>,
    keyText: (key: Key) => string = canonicalText,
  ) {
    this.#load = load;
    this.#keyText = keyText;
  }

  load(args: Args, key: Key): Promise<Value> {
    return this.#group(args).load({ key });
  }

  #group(args: Args): Group<Key, Value> {
    const text = this.#shorthand.of(args);
    let group = this.#groups.get(text);
    if (group === undefined) {
      const load = (wrapped: readonly { readonly key: Key }[]) =>
        this.#load(
          args,
          wrapped.map(({ key }) => key),
        );
      group = new DataLoader(load, { cacheKeyFn: ({ key }) => this.#keyText(key) });
      this.#groups.set(text, group);
    }
    return group;
  }
}

/** DataLoader takes no undefined key, and to some loaders that is the whole store: so keys are wrapped. */
type Group<Key, Value> = DataLoader<{ readonly key: Key }, Value, string>;

/**
 * Writes arguments so shortly that it can be done for each of many keys: an object among them is a number, the same for
 * equal ones. It is read when it is first met, and never again: a walk asks about thousands of nodes with one filter,
 * and that may hold thousands of values.
 */
class Shorthand {
  readonly #ofArgs = new WeakMap<object, string>();
  readonly #ofObjects = new WeakMap<object, number>();
  readonly #ofTexts = new Map<string, number>();

  of(args: object): string {
    let text = this.#ofArgs.get(args);
    if (text === undefined) {
      const parts = Object.entries(args).map(([name, part]) => [name, isObject(part) ? [this.#numberOf(part)] : part]);
      text = canonicalText(Object.fromEntries(parts));
      this.#ofArgs.set(args, text);
    }
    return text;
  }

  #numberOf(object: object): number {
    let number = this.#ofObjects.get(object);
    if (number === undefined) {
      const text = canonicalText(object);
      number = this.#ofTexts.get(text) ?? this.#ofTexts.size;
      this.#ofTexts.set(text, number);
      this.#ofObjects.set(object, number);
    }
    return number;
  }
}

function isObject(part: unknown): part is object {
  return typeof part === 'object' && part !== null;
}

/** Writes plain data so that equal data give equal text: as JSON, with 64-bit integers told apart from numbers. */
export function canonicalText(value: unknown): string {
  const text = JSON.stringify(value, (_name, part: unknown) =>
    typeof part === 'bigint' ? { int64: `${part}` } : part,
  );
  return text ?? 'undefined';
}
