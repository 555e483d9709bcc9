import { type ErrorCode, MetadataError } from '../../../../errors.js';
import type { Filter } from '../../../filter/filter.js';
import {
  type ArtifactId,
  type ContextId,
  type ExecutionId,
  type IdOf,
  type NodeKind,
  type NodeOf,
  type NodeType,
  nodeKey,
  type TypeId,
} from '../../../model.js';
import type { EventPut, GraphIds, GraphPut, MetadataStore, MetadataTransaction, PutOf, Ref } from '../../../store.js';
import { GraphParts, nodesOf } from './graph-parts.js';
import { WaitingNodes } from './waiting-nodes.js';

/** What the edges of a request do that are stored already, or that join nothing. */
type EdgeRules = Pick<GraphPut, 'onExistingEdge' | 'onMissingEnd'>;

/** Adds one write to a graph. */
type Entry = (graph: GraphParts) => void;

/** Codes of what is wrong with a request, not with the store. */
const REFUSALS: ReadonlySet<ErrorCode> = new Set([
  'INVALID_ARGUMENT',
  'NOT_FOUND',
  'ALREADY_EXISTS',
  'FAILED_PRECONDITION',
  'OUT_OF_RANGE',
  'TYPE_MISMATCH',
]);

/**
 * Makes the writes of a request in one transaction. The first write that is wrong is the one that the request fails of.
 *
 * @param work - makes the writes in the engine's order.
 */
export async function write<T>(
  store: MetadataStore,
  rules: EdgeRules,
  work: (writes: Writes) => Promise<T>,
): Promise<T> {
  return store.transaction(async (transaction) => {
    const writes = new Writes(transaction, rules);
    try {
      return await work(writes);
    } catch (error) {
      if (isRefusal(error)) await writes.finish();
      throw error;
    }
  });
}

function isRefusal(error: unknown): boolean {
  return error instanceof MetadataError && REFUSALS.has(error.code);
}

/**
 * The writes of one request, in the order in which they are made. A node put is referred to by its place among its kind.
 *
 * The engine writes one after the other. Here they wait, to go to the store as one graph, which costs a fraction. But a
 * store checks all of a graph before it writes any: so one that is refused is halved, and halved again, until it is
 * known which write is the first that is wrong.
 */
export class Writes {
  readonly #transaction: MetadataTransaction;
  readonly #rules: EdgeRules;
  readonly #loaded = new Map<string, NodeOf[NodeKind] | undefined>();
  readonly #written: Readonly<Record<NodeKind, bigint[]>> = { ARTIFACT: [], EXECUTION: [], CONTEXT: [] };
  readonly #waiting = new WaitingNodes();
  /** What waits, in order. */
  #entries: Entry[] = [];

  constructor(transaction: MetadataTransaction, rules: EdgeRules) {
    this.#transaction = transaction;
    this.#rules = rules;
  }

  /** The types of these ids, which must be of the kind. Throws `NOT_FOUND`. */
  async types(kind: NodeKind, ids: readonly TypeId[]): Promise<ReadonlyMap<TypeId, NodeType>> {
    const found = ids.length === 0 ? [] : await this.#transaction.types({ kind, ids: [...new Set(ids)] });
    const types = new Map(found.map((type) => [type.id, type]));
    const missing = ids.find((id) => !types.has(id));
    if (missing === undefined) return types;
    throw new MetadataError('NOT_FOUND', `There is no ${kind.toLowerCase()} type with id ${missing}.`);
  }

  /** Loads at once nodes that {@link stored} will be asked for. */
  async load<K extends NodeKind>(kind: K, ids: readonly IdOf[K][]): Promise<void> {
    if (ids.length === 0) return;
    const nodes = await this.#transaction.nodesById(kind, ids);
    for (const [place, id] of ids.entries()) this.#loaded.set(nodeKey({ kind, id }), nodes[place]);
  }

  /** A node as it is after all writes so far. */
  async stored<K extends NodeKind>(kind: K, id: IdOf[K]): Promise<NodeOf[K] | undefined> {
    if (this.#waiting.updates(kind, id)) await this.finish();
    const key = nodeKey({ kind, id });
    const loaded = this.#loaded.get(key) as NodeOf[K] | undefined;
    if (loaded !== undefined) return loaded;
    // An insertion that waits may be about to take the id.
    await this.finish();
    return this.#loaded.has(key) ? undefined : (await this.#transaction.nodesById(kind, [id]))[0];
  }

  /**
   * The node with the lowest id of those that match, after all writes so far.
   *
   * @param isLike - whether a node would match that is inserted.
   */
  async find<K extends NodeKind>(
    kind: K,
    filter: Filter,
    isLike: (put: PutOf[K]) => boolean,
  ): Promise<NodeOf[K] | undefined> {
    if (this.#waiting.hasUpdates(kind) || this.#waiting.of(kind).some(isLike)) await this.finish();
    const order = { field: 'ID', descending: false } as const;
    const [page] = await this.#transaction.nodePages(kind, { filter, order, page: { limit: 1 } });
    const found = page?.items[0]?.value;
    if (found !== undefined) this.#loaded.set(nodeKey(found), found);
    return found;
  }

  /** Writes a node; one that is updated twice is changed by both, in turn. */
  async put<K extends NodeKind>(kind: K, put: PutOf[K]): Promise<Ref<IdOf[K]>> {
    if (put.id !== undefined && this.#waiting.updates(kind, put.id)) await this.finish();
    this.#entries.push((graph) => nodesOf(graph, kind).push(put));
    return { index: this.#written[kind].length + this.#waiting.add(kind, put) };
  }

  attribute(artifact: Ref<ArtifactId>, context: Ref<ContextId>): void {
    this.#entries.push(({ attributions }) => {
      attributions.push({ artifact: this.#here('ARTIFACT', artifact), context: this.#here('CONTEXT', context) });
    });
  }

  associate(execution: Ref<ExecutionId>, context: Ref<ContextId>): void {
    this.#entries.push(({ associations }) => {
      associations.push({ execution: this.#here('EXECUTION', execution), context: this.#here('CONTEXT', context) });
    });
  }

  addParent(child: ContextId, parent: ContextId): void {
    this.#entries.push(({ parentContexts }) => parentContexts.push({ child: { id: child }, parent: { id: parent } }));
  }

  addEvent(event: EventPut): void {
    this.#entries.push(({ events }) => {
      const artifact = this.#here('ARTIFACT', event.artifact);
      events.push({ ...event, artifact, execution: this.#here('EXECUTION', event.execution) });
    });
  }

  /** The id of a node; one that has none yet is written first. */
  async idOf<K extends NodeKind>(kind: K, ref: Ref<IdOf[K]>): Promise<IdOf[K]> {
    const here = this.#here(kind, ref);
    const known = 'id' in here ? here.id : this.#waiting.of(kind)[here.index]?.id;
    if (known !== undefined) return known as IdOf[K];
    await this.finish();
    return this.#idOf(kind, ref);
  }

  /** Writes what waits. @returns what gives the id of every node put. */
  async finish(): Promise<<K extends NodeKind>(kind: K, ref: Ref<IdOf[K]>) => IdOf[K]> {
    const entries = this.#entries;
    this.#entries = [];
    this.#waiting.clear();
    if (entries.length > 0) await this.#write(entries);
    return (kind, ref) => this.#idOf(kind, ref);
  }

  async #write(entries: readonly Entry[]): Promise<void> {
    const graph = new GraphParts();
    for (const add of entries) add(graph);
    try {
      this.#took(await this.#transaction.putGraph({ ...graph, ...this.#rules }));
    } catch (error) {
      if (entries.length === 1 || !isRefusal(error)) throw error;
      const middle = Math.ceil(entries.length / 2);
      await this.#write(entries.slice(0, middle));
      await this.#write(entries.slice(middle));
    }
  }

  #took({ artifacts, executions, contexts }: GraphIds): void {
    for (const [kind, ids] of [
      ['ARTIFACT', artifacts],
      ['EXECUTION', executions],
      ['CONTEXT', contexts],
    ] as const) {
      for (const id of ids) {
        this.#loaded.delete(nodeKey({ kind, id }));
        this.#written[kind].push(id);
      }
    }
  }

  #idOf<K extends NodeKind>(kind: K, ref: Ref<IdOf[K]>): IdOf[K] {
    const id = 'id' in ref ? ref.id : this.#written[kind][ref.index];
    if (id === undefined) throw new Error(`${kind} ${JSON.stringify(ref)} is not written yet`);
    return id as IdOf[K];
  }

  /** A ref as the graph says it that is written next. */
  #here<K extends NodeKind>(kind: K, ref: Ref<IdOf[K]>): Ref<IdOf[K]> {
    const written = this.#written[kind].length;
    if ('id' in ref || ref.index < written) return { id: this.#idOf(kind, ref) };
    return { index: ref.index - written };
  }
}
