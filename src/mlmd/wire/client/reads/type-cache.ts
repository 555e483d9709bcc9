import { BASE_TYPES, type NodeKind, type NodeType, type TypeId } from '../../../model.js';
import type { TypeSelector } from '../../../store.js';
import { type TypeMessageOf, toType } from '../../codec/types.js';
import type { Calls } from '../../rpc.js';
import { unless } from '../answers.js';
import { KIND_CALLS, type KindCalls } from '../kind-calls.js';

/**
 * A type's name and version never change, but it can be given properties and a base type: after so many milliseconds
 * what a node says of its type is looked up again.
 */
const MAX_AGE_MS = 5_000;

const NODE_KINDS: readonly NodeKind[] = ['ARTIFACT', 'EXECUTION', 'CONTEXT'];

/** The ids of system types in a store that was made empty by release 1.3 or later; others have them elsewhere. */
const USUAL_SYSTEM_IDS = Array.from({ length: 9 }, (_, place) => BigInt(place + 1) as TypeId);

/** The types of a service. What asks for types itself always asks the service; what needs those of nodes asks rarely. */
export class TypeCache {
  readonly #calls: Calls;
  readonly #now: () => number;
  readonly #cached = new Map<TypeId, { readonly type: NodeType; readonly timeMs: number }>();

  constructor(calls: Calls, now: () => number = Date.now) {
    this.#calls = calls;
    this.#now = now;
  }

  /**
   * Types as `MetadataReader.types` gives them. A system type's name is hidden from the lists of artifact and execution
   * types: of those bearing one, the versions that others registered are not found.
   */
  async select(selector: TypeSelector = {}): Promise<readonly NodeType[]> {
    const kinds = selector.kind === undefined ? NODE_KINDS : [selector.kind];
    const found = (await Promise.all(kinds.map((kind) => this.#ofKind(kind, selector)))).flat();
    return found.sort((one, other) => (one.id < other.id ? -1 : 1));
  }

  /** The types that nodes are of; a node of a type that does not exist finds none. Looks up what is not known lately. */
  async ofNodes(kind: NodeKind, ids: readonly TypeId[]): Promise<(id: TypeId) => NodeType | undefined> {
    const oldest = this.#now() - MAX_AGE_MS;
    const stale = [...new Set(ids)].filter((id) => (this.#cached.get(id)?.timeMs ?? Number.NEGATIVE_INFINITY) < oldest);
    if (stale.length > 0) await this.#byId(kind, stale);
    return (id) => {
      const type = this.#cached.get(id)?.type;
      return type?.kind === kind ? type : undefined;
    };
  }

  /** Forgets what is known, as types were written. */
  forget(): void {
    this.#cached.clear();
  }

  async #ofKind<K extends NodeKind>(kind: K, { names, ids, externalIds }: TypeSelector): Promise<readonly NodeType[]> {
    const isWanted = ({ name, externalId }: NodeType) =>
      (names === undefined || names.includes(name)) &&
      (externalIds === undefined || (externalId !== undefined && externalIds.includes(externalId)));
    if (ids !== undefined) return (await this.#byId(kind, ids)).filter(isWanted);
    const listed = await this.#listed(kind, names);
    const system = BASE_TYPES[kind].filter((name) => names === undefined || names.includes(name));
    // The lists lack external ids, so what is wanted of them is asked for again.
    const found = await this.#byId(kind, [...listed, ...(system.length > 0 ? USUAL_SYSTEM_IDS : [])]);
    const elsewhere = system.filter((name) => !found.some((type) => type.name === name));
    return [...found, ...(await this.#byName(kind, elsewhere))].filter(isWanted);
  }

  /** The ids of the types that the list shows, of these names. */
  async #listed<K extends NodeKind>(kind: K, names: readonly string[] | undefined): Promise<readonly TypeId[]> {
    const hidden: readonly string[] = BASE_TYPES[kind];
    if (names?.every((name) => hidden.includes(name))) return [];
    const messages = await callsOf(kind).types(this.#calls);
    const wanted = messages.filter(({ name }) => names === undefined || names.includes(name ?? ''));
    return wanted.flatMap(({ id }) => (id === undefined ? [] : [id as TypeId]));
  }

  async #byId<K extends NodeKind>(kind: K, ids: readonly TypeId[]): Promise<readonly NodeType[]> {
    if (ids.length === 0) return [];
    return this.#remember(kind, await callsOf(kind).typesById(this.#calls, [...new Set(ids)]));
  }

  async #byName<K extends NodeKind>(kind: K, names: readonly string[]): Promise<readonly NodeType[]> {
    const found = await Promise.all(
      names.map((name) => unless('NOT_FOUND', callsOf(kind).typeByName(this.#calls, name))),
    );
    return this.#remember(
      kind,
      found.flatMap((message) => message ?? []),
    );
  }

  #remember<K extends NodeKind>(kind: K, messages: readonly TypeMessageOf[K][]): readonly NodeType[] {
    const types = messages.map((message) => toType(kind, message));
    const timeMs = this.#now();
    for (const type of types) this.#cached.set(type.id, { type, timeMs });
    return types;
  }
}

function callsOf<K extends NodeKind>(kind: K): KindCalls<K> {
  return KIND_CALLS[kind];
}
