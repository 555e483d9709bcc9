import { MetadataError } from '../errors.js';
import type { Properties, Value } from '../mlmd/model.js';
import type { PropertyChange } from './properties-input.js';
import type { KnownType } from './type-book.js';

/** The properties of a stored node on their way to other values. */
export class PropertyEdit {
  readonly declared: Map<string, Value>;
  readonly custom: Map<string, Value>;
  readonly #type: KnownType;

  constructor(node: { readonly properties: Properties; readonly customProperties: Properties }, type: KnownType) {
    this.declared = new Map(node.properties);
    this.custom = new Map(node.customProperties);
    this.#type = type;
  }

  /** Sets a property, or removes it. */
  apply({ name, custom, value }: PropertyChange): void {
    const properties = custom ? this.custom : this.declared;
    if (value === undefined) properties.delete(name);
    else properties.set(name, value);
  }

  /**
   * Sets a text where the type has room for it: declared, or else custom. An empty one goes, as the SDK drops it.
   *
   * @throws MetadataError `TYPE_MISMATCH` where the type declares it as something else.
   */
  setText(name: string, text: string | undefined, argument: string): void {
    const declared = this.#type.properties.get(name);
    if (declared !== undefined && declared !== 'STRING') {
      const message = `Type ${this.#type.name} declares property ${JSON.stringify(name)} as ${declared}; give it in properties.`;
      throw new MetadataError('TYPE_MISMATCH', message, { argument });
    }
    const value = text === undefined || text === '' ? undefined : ({ type: 'STRING', value: text } as const);
    this.apply({ name, custom: declared === undefined, value });
  }

  /** The changes that remove every property but the named ones. */
  clearing(kept: ReadonlySet<string>): readonly PropertyChange[] {
    const removals = (names: Iterable<string>, custom: boolean) =>
      [...names].filter((name) => !kept.has(name)).map((name) => ({ name, custom, value: undefined }));
    return [...removals(this.declared.keys(), false), ...removals(this.custom.keys(), true)];
  }
}
