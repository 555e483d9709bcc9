import { MetadataError } from '../errors.js';
import type { Artifact, Execution, NodeKind, NodeType, PropertyType } from '../mlmd/model.js';
import type { MetadataTransaction, TypePut } from '../mlmd/store.js';
import { once } from '../once.js';
import { OWN_TYPE_NAMES, type OwnTypeName, ownType } from './kubeflow-types.js';

/** What a writer needs to know of a type. */
export type KnownType = Pick<NodeType, 'id' | 'name' | 'properties'>;

/** The types that one mutation uses, each looked up once. */
export class TypeBook {
  readonly #transaction: MetadataTransaction;
  readonly #known = new Map<string, Promise<KnownType>>();
  /** Read together, as a step uses most of them. */
  readonly #ownTypes: () => Promise<readonly NodeType[]>;

  constructor(transaction: MetadataTransaction) {
    this.#transaction = transaction;
    this.#ownTypes = once(() => transaction.types({ names: OWN_TYPE_NAMES }));
  }

  /** One of the SDK's types, or ours, registered if absent. `TYPE_CONFLICT` where the stored one has other properties. */
  own(name: OwnTypeName): Promise<KnownType> {
    const definition = ownType(name);
    return this.#once(definition.kind, name, async () => {
      const stored = await this.#ownTypes();
      const { unversioned } = pick(stored.filter((type) => type.kind === definition.kind && type.name === name));
      if (unversioned === undefined) return this.#register(definition);
      refuseConflict(unversioned, definition);
      return unversioned;
    });
  }

  /**
   * A type that somebody registered. Of several versions it is the one without a version, else the latest.
   *
   * @throws MetadataError `NOT_FOUND` where there is none of that name.
   */
  registered(kind: NodeKind, name: string, argument: string): Promise<KnownType> {
    return this.#once(kind, name, async () => {
      const { unversioned, latest } = pick(await this.#transaction.types({ kind, names: [name] }));
      const found = unversioned ?? latest;
      if (found !== undefined) return found;
      const message = `There is no ${kind.toLowerCase()} type ${JSON.stringify(name)}; registerType makes one.`;
      throw new MetadataError('NOT_FOUND', message, { argument });
    });
  }

  /**
   * The type of a stored node.
   *
   * @throws MetadataError `FAILED_PRECONDITION` where the store has lost it.
   */
  async of({ kind, typeId, typeName }: Artifact | Execution, argument: string): Promise<KnownType> {
    const types = await this.#transaction.types({ kind, names: [typeName ?? ''] });
    const found = types.find(({ id }) => id === typeId);
    if (found !== undefined) return found;
    const message = `Type ${typeId} is not in the store, so what is of it cannot change.`;
    throw new MetadataError('FAILED_PRECONDITION', message, { argument });
  }

  #once(kind: NodeKind, name: string, find: () => Promise<KnownType>): Promise<KnownType> {
    const key = `${kind} ${name}`;
    const known = this.#known.get(key) ?? find();
    this.#known.set(key, known);
    return known;
  }

  async #register(definition: TypePut): Promise<KnownType> {
    const [registered] = await this.#transaction.putTypes([definition]);
    if (registered === undefined) throw new MetadataError('INTERNAL', 'The store gave no id for a new type.');
    return { id: registered.id, name: definition.name, properties: definition.properties };
  }
}

/** Types of one name come in id order, and of two that racing writers may have left the first one counts. */
function pick(types: readonly NodeType[]) {
  return { unversioned: types.find((type) => type.version === undefined), latest: types.at(-1) };
}

/** The SDK fails on a type with a property more, and what it could not read would be lost with a property less. */
function refuseConflict(stored: NodeType, definition: TypePut): void {
  const beyond = (one: ReadonlyMap<string, PropertyType>, other: ReadonlyMap<string, PropertyType>) =>
    [...one].filter(([name, type]) => other.get(name) !== type).map(([name, type]) => `${name} ${type}`);
  const extra = beyond(stored.properties, definition.properties);
  const missing = beyond(definition.properties, stored.properties);
  if (extra.length === 0 && missing.length === 0) return;
  const differences = [
    ...(extra.length > 0 ? [`it has ${extra.join(', ')}`] : []),
    ...(missing.length > 0 ? [`it lacks ${missing.join(', ')}`] : []),
  ];
  const message = `Type ${definition.name} of this store is not Kubeflow Metadata's: ${differences.join(', and ')}.`;
  throw new MetadataError('TYPE_CONFLICT', message);
}
