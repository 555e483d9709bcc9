import type { Limits } from '../limits.js';
import type { Filter, Scope } from '../mlmd/filter/filter.js';
import type {
  Artifact,
  ArtifactId,
  Context,
  ContextId,
  Event,
  Execution,
  ExecutionId,
  IdOf,
  NodeKind,
  NodeOf,
  NodeRef,
  NodeType,
} from '../mlmd/model.js';
import type {
  EventCount,
  EventQuery,
  ExecutionSummary,
  MetadataReader,
  MetadataStore,
  NodeOrder,
  Page,
  PageArgs,
  RunQuery,
  RunRecord,
  StoreDescription,
} from '../mlmd/store.js';

/** How one kind of list is read: a filter, an order and a page of it. */
export interface NodePageQuery {
  readonly filter: Filter;
  readonly order: NodeOrder;
  readonly page: PageArgs;
}

/** How runs are ordered. */
export interface RunOrder {
  readonly field: 'CREATE_TIME' | 'NAME';
  readonly descending: boolean;
}

/**
 * All that a request can ask of the store, one thing at a time: what is asked for together becomes one call of
 * `MetadataReader`, and what was asked before is answered from memory. Every method rejects as that call does.
 */
export interface Loaders {
  describe(): Promise<StoreDescription>;

  /** @returns every registered type, system types too, in id order. */
  types(): Promise<readonly NodeType[]>;

  /** @returns undefined where the store holds no such node. */
  artifact(id: ArtifactId): Promise<Artifact | undefined>;
  execution(id: ExecutionId): Promise<Execution | undefined>;
  context(id: ContextId): Promise<Context | undefined>;

  /** @returns the contexts of these types that bear the name, by id. */
  contextsNamed(typeNames: readonly string[], name: string): Promise<readonly Context[]>;

  /** @returns the contexts of the type whose name begins so, by id. */
  contextsBeginning(typeName: string, prefix: string): Promise<readonly Context[]>;

  /** @returns the executions of this type that bear the name, by id. */
  executionsNamed(typeName: string, name: string): Promise<readonly Execution[]>;

  /** @returns one page of the nodes in the scope, or in the whole store. */
  nodePage<K extends NodeKind>(kind: K, query: NodePageQuery, scope?: Scope): Promise<Page<NodeOf[K]>>;
  nodeCount(kind: NodeKind, filter: Filter, scope?: Scope): Promise<number>;

  /** @returns whether the node exists and matches. */
  matches<K extends NodeKind>(kind: K, id: IdOf[K], filter: Filter): Promise<boolean>;

  eventPage(node: NodeRef, query: EventQuery, page: PageArgs): Promise<Page<Event>>;
  eventCount(node: NodeRef, query: EventQuery): Promise<EventCount>;

  /** @returns every event between one of the artifacts and one of the executions, once, by (artifactId, executionId, type's number). */
  eventsBetween(artifactIds: readonly ArtifactId[], executionIds: readonly ExecutionId[]): Promise<readonly Event[]>;

  /** @returns the contexts that the node is a member of, by id. */
  contextIdsOf(node: NodeRef): Promise<readonly ContextId[]>;

  /** @returns the contexts that the context lies in, or that lie in it, by id. */
  parentIdsOf(id: ContextId): Promise<readonly ContextId[]>;
  childIdsOf(id: ContextId): Promise<readonly ContextId[]>;

  /** @returns the metrics that name the model in their property, by id. */
  metricsNaming(modelId: ArtifactId): Promise<readonly Artifact[]>;

  /** @returns one page of the workspace's runs, or of all runs. */
  runPage(query: RunQuery, order: RunOrder, page: PageArgs, workspaceId?: ContextId): Promise<Page<RunRecord>>;
  runCount(query: RunQuery, workspaceId?: ContextId): Promise<number>;

  /** @returns the runs of the workspace that bear the name, contexts by id; several only where several tools share it. */
  runsNamed(workspaceId: ContextId, name: string): Promise<readonly RunRecord[]>;
  /** @returns those of them that are contexts, without a look at the nodes that bear the name. */
  contextRunsNamed(workspaceId: ContextId, name: string): Promise<readonly RunRecord[]>;

  executionSummary(scope: Scope): Promise<ExecutionSummary>;
}

/** The time that a request has. */
export interface RequestTime {
  /** @returns milliseconds left; 0 once the time is over. */
  remainingMs(): number;
}

/** What resolvers may ask for. One per request. */
export interface RequestContext {
  readonly loaders: Loaders;
  /** The store, as long as the request has time; for what reads a part of it whole, and asks for nothing twice. */
  readonly reader: MetadataReader;
  /** For mutations only: queries read through `loaders`. */
  readonly store: MetadataStore;
  readonly limits: Limits;
  readonly deadline: RequestTime;
  readonly now: () => Date;
  /** Of this package, as in `0.1.0`. */
  readonly version: string;

  /** Makes the loaders forget what they have read, and the time begin anew. To be called after every write. */
  afterWrite(): void;
}
