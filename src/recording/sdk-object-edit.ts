import { isJsonMap, type JsonTree, parseJson, printJson, RESERVED } from '../conventions/index.js';
import { MetadataError } from '../errors.js';
import type { Artifact } from '../mlmd/model.js';
import type { PropertyEdit } from './property-edit.js';
import { isSdkArtifactType, sdkObject } from './sdk-artifact.js';

/**
 * The SDK's object of a stored artifact on its way to other values: the text in `__ALL_META__`, which has to go on
 * agreeing with the properties. Its other attributes stay as they were written, to the digit.
 */
export class SdkObjectEdit {
  readonly #stored: Artifact;
  #read: { readonly attributes: Map<string, JsonTree> | undefined } | undefined;
  #changed = false;

  constructor(stored: Artifact) {
    this.#stored = stored;
  }

  /** Whether the object has an attribute, be it null. An artifact of a type that is not the SDK's has no object. */
  has(name: string): boolean {
    return this.#attributes?.has(name) === true;
  }

  /** Changes an attribute; one that the object does not have is not added. */
  set(name: string, value: JsonTree): void {
    if (this.#attributes?.has(name) !== true) return;
    this.#attributes.set(name, value);
    this.#changed = true;
  }

  /** Puts the text among the properties, if anything in it changed. */
  writeTo(edit: PropertyEdit): void {
    if (!this.#changed || this.#attributes === undefined) return;
    edit.declared.set(RESERVED.meta, { type: 'STRING', value: printJson(this.#attributes) });
  }

  /** Read when first asked for: what changes nothing in the text is free to find it unreadable. */
  get #attributes(): Map<string, JsonTree> | undefined {
    this.#read ??= { attributes: attributesOf(this.#stored) };
    return this.#read.attributes;
  }
}

/** An artifact of the SDK's types that some other program wrote may lack the text: then what its properties tell. */
function attributesOf(stored: Artifact): Map<string, JsonTree> | undefined {
  const text = stored.properties.get(RESERVED.meta);
  if (text?.type === 'STRING') {
    const tree = parseJson(text.value);
    if (isJsonMap(tree)) return new Map(tree);
    const message = `${RESERVED.meta} of artifact:${stored.id} is not a JSON object, and would be lost.`;
    throw new MetadataError('FAILED_PRECONDITION', message, { argument: 'input.id' });
  }
  if (!isSdkArtifactType(stored.typeName)) return undefined;
  const texts = [...stored.properties].map(([name, value]) => [name, value.type === 'STRING' ? value.value : null]);
  return new Map(sdkObject(stored.typeName, { ...Object.fromEntries(texts), uri: stored.uri }));
}
