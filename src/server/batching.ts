import DataLoader from 'dataloader';

/**
 * Answers one key at a time out of calls that take many. Keys that are asked for together and with equal arguments share
 * a call; fields of one selection do so because each object of a list asks with the arguments of the same field.
 */
export class GroupedLoader<Args extends object, Key, Value> {
  readonly #load: (args: Args, keys: readonly Key[]) => Promise<readonly Value[]>;
  readonly #keyText: (key: Key) => string;
  readonly #groups = new Map<string, Group<Key, Value>>();
  /** A walk asks with one object for thousands of nodes: its text is made once. */
  readonly #argsTexts = new WeakMap<Args, string>();

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
    const text = this.#argsTexts.get(args) ?? canonicalText(args);
    this.#argsTexts.set(args, text);
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

/** Writes plain data so that equal data give equal text: as JSON, with 64-bit integers told apart from numbers. */
export function canonicalText(value: unknown): string {
  const text = JSON.stringify(value, (_name, part: unknown) =>
    typeof part === 'bigint' ? { int64: `${part}` } : part,
  );
  return text ?? 'undefined';
}
