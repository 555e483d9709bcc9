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
import type {
  ArtifactPut,
  ContextPut,
  EventPut,
  ExecutionPut,
  GraphPut,
  MetadataStore,
  MetadataTransaction,
  Ref,
} from '../../../store.js';
import type { NodePutOf } from '../../codec/nodes.js';

/**
 * How the writes of a request go to the store: all of them as one graph, which costs least, or each as it comes, so
 * that the first that is wrong is the one that fails.
 */
type Pace = 'TOGETHER' | 'ONE_BY_ONE';

/** What the edges of a request do that are stored already, or that join nothing. */
type EdgeRules = Pick<GraphPut, 'onExistingEdge' | 'onMissingEnd'>;

/** What the store refuses in a request, other than for reasons of its own. */
const REFUSALS: ReadonlySet<ErrorCode> = new Set([
  'INVALID_ARGUMENT',
  'NOT_FOUND',
  'ALREADY_EXISTS',
  'FAILED_PRECONDITION',
  'OUT_OF_RANGE',
  'TYPE_MISMATCH',
]);

/**
 * Writes a request in one transaction. The engine writes node by node and answers with the first error that it meets,
 * but a store checks a graph before it writes any of it: so what is refused together is tried again one by one.
 *
 * @param work - makes the writes in the engine's order; it runs again from the start, in another transaction.
 */
export async function write<T>(
  store: MetadataStore,
  rules: EdgeRules,
  work: (writes: Writes) => Promise<T>,
): Promise<T> {
  const at = (pace: Pace) => store.transaction((transaction) => work(new Writes(transaction, rules, pace)));
  try {
    return await at('TOGETHER');
  } catch (error) {
    if (error instanceof MetadataError && REFUSALS.has(error.code)) return at('ONE_BY_ONE');
    throw error;
  }
}

/** Where a {@link GraphPut} lists the nodes of each kind. */
const LISTS = { ARTIFACT: 'artifacts', EXECUTION: 'executions', CONTEXT: 'contexts' } as const;

/** The writes of one request, in the order in which they are made. A node put is referred to by its place among its kind. */
export class Writes {
  readonly #transaction: MetadataTransaction;
  readonly #rules: EdgeRules;
  readonly #pace: Pace;
  readonly #written = { ARTIFACT: [] as ArtifactId[], EXECUTION: [] as ExecutionId[], CONTEXT: [] as ContextId[] };
  readonly #loaded = new Map<string, NodeOf[NodeKind] | undefined>();
  #pending = emptyGraph();
  /** The stored nodes that what is pending updates. */
  readonly #updated = { ARTIFACT: new Set<bigint>(), EXECUTION: new Set<bigint>(), CONTEXT: new Set<bigint>() };

  constructor(transaction: MetadataTransaction, rules: EdgeRules, pace: Pace) {
    this.#transaction = transaction;
    this.#rules = rules;
    this.#pace = pace;
  }

  /** Loads at once nodes that {@link stored} will be asked for. */
  async load<K extends NodeKind>(kind: K, ids: readonly IdOf[K][]): Promise<void> {
    if (this.#pace === 'ONE_BY_ONE' || ids.length === 0) return;
    const nodes = await this.#transaction.nodesById(kind, ids);
    for (const [place, id] of ids.entries()) this.#loaded.set(nodeKey({ kind, id }), nodes[place]);
  }

  /** The types of these ids, which must be of the kind. Throws `NOT_FOUND`. */
  async types(kind: NodeKind, ids: readonly TypeId[]): Promise<ReadonlyMap<TypeId, NodeType>> {
    const found = ids.length === 0 ? [] : await this.#transaction.types({ kind, ids: [...new Set(ids)] });
    const types = new Map(found.map((type) => [type.id, type]));
    const missing = ids.find((id) => !types.has(id));
    if (missing === undefined) return types;
    throw new MetadataError('NOT_FOUND', `There is no ${kind.toLowerCase()} type with id ${missing}.`);
  }

  /** A node as it is after all writes so far. */
  async stored<K extends NodeKind>(kind: K, id: IdOf[K]): Promise<NodeOf[K] | undefined> {
    if (this.#updated[kind].has(id)) await this.#flush();
    const key = nodeKey({ kind, id });
    if (this.#loaded.has(key)) return this.#loaded.get(key) as NodeOf[K] | undefined;
    return (await this.#transaction.nodesById(kind, [id]))[0];
  }

  /** The node with the lowest id of those that match after all updates so far. */
  async find<K extends NodeKind>(kind: K, filter: Filter): Promise<NodeOf[K] | undefined> {
    if (this.#updated[kind].size > 0) await this.#flush();
    const order = { field: 'ID', descending: false } as const;
    const [page] = await this.#transaction.nodePages(kind, { filter, order, page: { limit: 1 } });
    return page?.items[0]?.value;
  }

  /** Writes a node; one that a write before has changed as well is changed by both, in turn. */
  async put<K extends NodeKind>(kind: K, put: NodePutOf[K]): Promise<Ref<IdOf[K]>> {
    if (put.id !== undefined) {
      if (this.#updated[kind].has(put.id)) await this.#flush();
      this.#updated[kind].add(put.id);
    }
    const index = this.#written[kind].length + this.#listOf(kind).push(put) - 1;
    await this.#keepPace();
    return { index };
  }

  /** Joins an artifact to a context. Of memberships none is wrong in another way than the others, so they wait. */
  attribute(artifact: Ref<ArtifactId>, context: Ref<ContextId>): void {
    const edge = { artifact: this.#here('ARTIFACT', artifact), context: this.#here('CONTEXT', context) };
    this.#pending.attributions.push(edge);
  }

  /** Joins an execution to a context. */
  associate(execution: Ref<ExecutionId>, context: Ref<ContextId>): void {
    const edge = { execution: this.#here('EXECUTION', execution), context: this.#here('CONTEXT', context) };
    this.#pending.associations.push(edge);
  }

  async addParent(child: ContextId, parent: ContextId): Promise<void> {
    this.#pending.parentContexts.push({ child: { id: child }, parent: { id: parent } });
    await this.#keepPace();
  }

  async addEvent(event: EventPut): Promise<void> {
    const artifact = this.#here('ARTIFACT', event.artifact);
    const execution = this.#here('EXECUTION', event.execution);
    this.#pending.events.push({ ...event, artifact, execution });
    await this.#keepPace();
  }

  /** The id of a node; one that has none yet is written first. */
  async idOf<K extends NodeKind>(kind: K, ref: Ref<IdOf[K]>): Promise<IdOf[K]> {
    const here = this.#here(kind, ref);
    const known = 'id' in here ? here.id : this.#listOf(kind)[here.index]?.id;
    if (known !== undefined) return known as IdOf[K];
    await this.#flush();
    return this.#idOf(kind, ref);
  }

  /** Writes what is not written yet. @returns what gives the id of every node put. */
  async finish(): Promise<<K extends NodeKind>(kind: K, ref: Ref<IdOf[K]>) => IdOf[K]> {
    await this.#flush();
    return (kind, ref) => this.#idOf(kind, ref);
  }

  #idOf<K extends NodeKind>(kind: K, ref: Ref<IdOf[K]>): IdOf[K] {
    const id = 'id' in ref ? ref.id : this.#written[kind][ref.index];
    if (id === undefined) throw new Error(`${kind} ${JSON.stringify(ref)} is not written yet`);
    return id as IdOf[K];
  }

  /** A ref as the graph that is pending says it. */
  #here<K extends NodeKind>(kind: K, ref: Ref<IdOf[K]>): Ref<IdOf[K]> {
    const written = this.#written[kind].length;
    if ('id' in ref || ref.index < written) return { id: this.#idOf(kind, ref) };
    return { index: ref.index - written };
  }

  #listOf<K extends NodeKind>(kind: K): NodePutOf[K][] {
    return this.#pending[LISTS[kind]] as NodePutOf[NodeKind][] as NodePutOf[K][];
  }

  async #keepPace(): Promise<void> {
    if (this.#pace === 'ONE_BY_ONE') await this.#flush();
  }

  async #flush(): Promise<void> {
    const graph = this.#pending;
    if (Object.values(graph).every((list) => list.length === 0)) return;
    this.#pending = emptyGraph();
    this.#loaded.clear();
    for (const ids of Object.values(this.#updated)) ids.clear();
    const ids = await this.#transaction.putGraph({ ...graph, ...this.#rules });
    this.#written.ARTIFACT.push(...ids.artifacts);
    this.#written.EXECUTION.push(...ids.executions);
    this.#written.CONTEXT.push(...ids.contexts);
  }
}

function emptyGraph() {
  return {
    contexts: [] as ContextPut[],
    artifacts: [] as ArtifactPut[],
    executions: [] as ExecutionPut[],
    attributions: [] as { readonly artifact: Ref<ArtifactId>; readonly context: Ref<ContextId> }[],
    associations: [] as { readonly execution: Ref<ExecutionId>; readonly context: Ref<ContextId> }[],
    parentContexts: [] as { readonly child: Ref<ContextId>; readonly parent: Ref<ContextId> }[],
    events: [] as EventPut[],
  };
}
