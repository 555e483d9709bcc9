import type { Filter, Scope, Test } from './filter/filter.js';
import type { Inspection } from './inspection.js';
import type {
  ArtifactId,
  ArtifactState,
  BaseType,
  ContextId,
  Event,
  EventType,
  ExecutionId,
  ExecutionState,
  IdOf,
  Membership,
  NodeKind,
  NodeOf,
  NodeRef,
  NodeType,
  ParentContext,
  PathStep,
  Properties,
  PropertyType,
  TypeId,
} from './model.js';
import type { RowReader } from './rows.js';

/** The schema version that is written, and read as it is. Source: MLMD 1.11 to 1.17. */
export const SCHEMA_VERSION = 10;

/** What a store is, to show to whoever asks; free of hosts, paths and credentials. */
export interface StoreDescription {
  /** Such as `sqlite`. */
  readonly backend: string;
  /** MLMD's schema version; undefined where the backend does not tell. */
  readonly schemaVersion: number | undefined;
  readonly readOnly: boolean;
}

/** Where in an order an item stands: the values of the order's keys, ending with one that makes it unique. */
export type Position = readonly (bigint | string | null)[];

/** Which part of an ordered list is wanted. */
export interface PageArgs {
  /** Most items to return; at least 0. */
  readonly limit: number;
  /** Only what comes strictly after (or, with `backward`, before) this position; it need not exist any more. */
  readonly from?: Position | undefined;
  /** Take the last items before `from` (or of the list) instead of the first after it. They still come in list order. */
  readonly backward?: boolean;
}

/** Part of an ordered list. */
export interface Page<T> {
  readonly items: readonly { readonly value: T; readonly position: Position }[];
  /** More items follow in the direction of reading. */
  readonly hasMore: boolean;
}

/** How nodes are ordered; ties go by id in the same direction. Nodes without a name come first, going up. */
export interface NodeOrder {
  readonly field: 'ID' | 'CREATE_TIME' | 'UPDATE_TIME' | 'NAME';
  readonly descending: boolean;
}

/** A direction in which a single event can be crossed. */
export type OneWay = 'UPSTREAM' | 'DOWNSTREAM';

/** Which events of a node count. */
export interface EventQuery {
  /**
   * `UPSTREAM` takes output events of artifacts and input events of executions; `DOWNSTREAM` the reverse.
   * Events of type UNKNOWN point neither way.
   */
  readonly direction: OneWay;
  /** Only these types; undefined for all. */
  readonly types?: readonly EventType[] | undefined;
  /** Only events at or before this instant (milliseconds since the epoch); those without a time always count. */
  readonly asOfMs?: bigint | undefined;
}

/** How many events a node has in a direction, and how many distinct nodes are at their other ends. */
export interface EventCount {
  readonly events: number;
  readonly neighbors: number;
}

/** Which types are wanted: those that pass every one of the conditions given. */
export interface TypeSelector {
  readonly kind?: NodeKind;
  readonly names?: readonly string[];
  readonly ids?: readonly TypeId[];
  readonly externalIds?: readonly string[];
}

/**
 * Contexts of `typeName` that have both of two declared string properties: one bears the run's name, the other that of its
 * workspace, a context of `workspaceType` (the lowest id of several), which need not exist. Those that lack either are
 * no runs.
 */
export interface DescribedRuns {
  readonly typeName: string;
  readonly nameProperty: string;
  readonly workspaceType: string;
  readonly workspaceProperty: string;
}

/** How runs are to be recognised, and which are wanted. */
export interface RunQuery {
  /** Names of the context types whose contexts are runs. */
  readonly contextTypes: readonly string[];
  /**
   * A declared string property that bears the run's name, on those of these contexts that have it; the others bear it
   * as their own name. (Names of contexts are unique within a type, those of runs only within a workspace.)
   */
  readonly contextNameProperty?: string | undefined;
  /** Runs that are contexts which tell of themselves what they are. Undefined for none. */
  readonly described?: DescribedRuns | undefined;
  /**
   * Runs that are only a name: executions and artifacts bear the names of a workspace and of a run in two custom string
   * properties, and the workspace is a context of `workspaceType` with that name.
   */
  readonly named:
    | { readonly workspaceType: string; readonly workspaceKey: string; readonly runKey: string }
    | undefined;
  /** What must all hold of the run's name; a negated test must fail. */
  readonly name?: readonly { readonly test: Test; readonly negated: boolean }[] | undefined;
  /** Inclusive, in milliseconds since the epoch. */
  readonly createdFromMs?: bigint | undefined;
  readonly createdToMs?: bigint | undefined;
}

/** A run as the store tells of it. */
export interface RunRecord {
  /** Undefined for a run that is only a name. */
  readonly contextId: ContextId | undefined;
  /** The parent context (the lowest id of several), or for a name the workspace it names. */
  readonly workspaceId: ContextId | undefined;
  readonly name: string;
  /** Creation of the context or, for a name, of the first node that bears it. */
  readonly createTimeMs: number;
}

/** What the executions of a scope are up to. */
export interface ExecutionSummary {
  /** How many executions are in each state; those without one under `NONE`. States with none are absent. */
  readonly states: ReadonlyMap<ExecutionState | 'NONE', number>;
  /** First creation and last update among them; undefined where there is none. */
  readonly firstCreateTimeMs: number | undefined;
  readonly lastUpdateTimeMs: number | undefined;
}

/**
 * Reads one MLMD database, whatever holds it. A lookup costs the same few round trips for one key or many (a backend
 * that must split a large batch does so itself), keeps the order of its keys, and takes repeats. Every method throws
 * MetadataError `UNAVAILABLE` when the backend cannot be reached, and `ABORTED` when it stays busy.
 *
 * What a damaged or foreign store may hold never fails a read: events, attributions and associations whose other end is missing are
 * left out, a node of a missing type has no type name, a property row without a value is left out, and a struct that
 * does not decode comes as the STRING that is stored.
 */
export interface MetadataReader {
  describe(): Promise<StoreDescription>;

  /** @returns every type that the selector asks for (all, where undefined), system types too, in id order. */
  types(selector?: TypeSelector): Promise<readonly NodeType[]>;

  /**
   * Loads nodes by id, with all their properties.
   *
   * @returns one slot per id, in the order asked; `undefined` where MLMD has no such node.
   * @see GetArtifactsByID in metadata_store_service.proto: not index-aligned, so backends realign.
   */
  nodesById<K extends NodeKind>(kind: K, ids: readonly IdOf[K][]): Promise<readonly (NodeOf[K] | undefined)[]>;

  /**
   * One page of the nodes that match, for each of the scopes (or one for the whole store where `scopes` is undefined).
   * The order holds while others write: a page is found by position, not by offset.
   *
   * @returns one page per scope, in the order asked.
   */
  nodePages<K extends NodeKind>(
    kind: K,
    query: { readonly filter: Filter; readonly order: NodeOrder; readonly page: PageArgs },
    scopes?: readonly Scope[],
  ): Promise<readonly Page<NodeOf[K]>[]>;

  /** @returns how many nodes match, per scope. */
  nodeCounts(kind: NodeKind, filter: Filter, scopes?: readonly Scope[]): Promise<readonly number[]>;

  /** @returns those of the ids whose nodes exist and match. */
  matchingIds<K extends NodeKind>(kind: K, ids: readonly IdOf[K][], filter: Filter): Promise<ReadonlySet<IdOf[K]>>;

  /**
   * One page of the events of each node, in the order of (id of the node at the other end, event type's number), which
   * is also their position.
   *
   * @returns one page per node, in the order asked; empty for a leaf and for a node that does not exist. What it costs
   *   follows `limit`, not the number of events that a node has.
   */
  eventPages(nodes: readonly NodeRef[], query: EventQuery, page: PageArgs): Promise<readonly Page<Event>[]>;

  /** @returns one count per node, in the order asked. */
  eventCounts(nodes: readonly NodeRef[], query: EventQuery): Promise<readonly EventCount[]>;

  /**
   * Every event of the nodes, whole, also where the node at the other end is missing.
   *
   * @param direction - only the events that point that way, as for {@link EventQuery.direction}; all of them, of type
   *   UNKNOWN too, where undefined.
   * @returns each event once; of artifacts by (artifactId, executionId, type's number), of executions by (executionId,
   *   the order of insertion).
   */
  eventsOf<K extends NodeRef['kind']>(kind: K, ids: readonly IdOf[K][], direction?: OneWay): Promise<readonly Event[]>;

  /** @returns every event between one of the artifacts and one of the executions, once, by (artifactId, executionId, type). */
  eventsBetween(artifactIds: readonly ArtifactId[], executionIds: readonly ExecutionId[]): Promise<readonly Event[]>;

  /** @returns the contexts that the nodes are in, by (the nodes' order, contextId). */
  membershipsOf(nodes: readonly NodeRef[]): Promise<readonly Membership[]>;

  /** @returns the ParentContext links in which one of the ids is the child (`PARENTS`) or the parent (`CHILDREN`), by (childId, parentId). */
  contextLinks(ids: readonly ContextId[], towards: 'PARENTS' | 'CHILDREN'): Promise<readonly ParentContext[]>;

  /**
   * One page of runs by (creation time, name, context id), newest first unless `descending` is false, for each of
   * the workspaces (or one for the whole store). A run that is a context hides a name-only run of the same
   * name in the same workspace.
   */
  runPages(
    query: RunQuery,
    order: { readonly field: 'CREATE_TIME' | 'NAME'; readonly descending: boolean },
    page: PageArgs,
    workspaces?: readonly ContextId[],
  ): Promise<readonly Page<RunRecord>[]>;

  /** @returns how many runs match, per workspace. */
  runCounts(query: RunQuery, workspaces?: readonly ContextId[]): Promise<readonly number[]>;

  /** @returns one summary per scope, in the order asked. */
  executionSummaries(scopes: readonly Scope[]): Promise<readonly ExecutionSummary[]>;
}

/** A type to register. An existing one of the same kind, name and version is used, and evolves as far as the flags allow. */
export interface TypePut {
  readonly kind: NodeKind;
  readonly name: string;
  readonly version?: string | undefined;
  readonly description?: string | undefined;
  readonly externalId?: string | undefined;
  readonly baseType?: BaseType | undefined;
  readonly properties: ReadonlyMap<string, PropertyType>;
  readonly inputType?: string | undefined;
  readonly outputType?: string | undefined;
  /** Properties that the stored type lacks may be added to it. */
  readonly canAddFields: boolean;
  /** Properties of the stored type may be missing here. */
  readonly canOmitFields: boolean;
}

/** Names a node of the same {@link GraphPut} by its place in the list, or a stored one by its id. */
export type Ref<Id> = { readonly index: number } | { readonly id: Id };

/** What a node put has, whatever its kind. With an `id` the stored node is replaced as MLMD's full update does. */
interface NodePut<Id> {
  readonly id?: Id | undefined;
  readonly typeId: TypeId;
  readonly externalId?: string | undefined;
  readonly properties: Properties;
  readonly customProperties: Properties;
  /** An update moves the time of the last update even where it changes nothing. */
  readonly touch?: boolean | undefined;
}
export interface ArtifactPut extends NodePut<ArtifactId> {
  /** Kept on update. */
  readonly name?: string | undefined;
  readonly uri?: string | undefined;
  readonly state?: ArtifactState | undefined;
}
export interface ExecutionPut extends NodePut<ExecutionId> {
  /** Kept on update. */
  readonly name?: string | undefined;
  readonly state?: ExecutionState | undefined;
}
export interface ContextPut extends NodePut<ContextId> {
  readonly name: string;
}

/** The put of each kind of node. */
export interface PutOf {
  readonly ARTIFACT: ArtifactPut;
  readonly EXECUTION: ExecutionPut;
  readonly CONTEXT: ContextPut;
}

/** An event to write. One of type `UNKNOWN` is refused. */
export interface EventPut {
  readonly artifact: Ref<ArtifactId>;
  readonly execution: Ref<ExecutionId>;
  readonly type: EventType;
  /** The store's clock where undefined. */
  readonly timeMs?: bigint | undefined;
  readonly path: readonly PathStep[];
}

/** Nodes and edges to write together. Written in MLMD's order: contexts, artifacts, executions, then the edges. */
export interface GraphPut {
  readonly contexts?: readonly ContextPut[];
  readonly artifacts?: readonly ArtifactPut[];
  readonly executions?: readonly ExecutionPut[];
  /** Pairs already stored are left as they are. */
  readonly attributions?: readonly { readonly artifact: Ref<ArtifactId>; readonly context: Ref<ContextId> }[];
  readonly associations?: readonly { readonly execution: Ref<ExecutionId>; readonly context: Ref<ContextId> }[];
  readonly parentContexts?: readonly { readonly child: Ref<ContextId>; readonly parent: Ref<ContextId> }[];
  readonly events?: readonly EventPut[];
  /** What an event or parent link that is already stored does: `FAIL` is MLMD's ALREADY_EXISTS, `KEEP` leaves the stored one. */
  readonly onExistingEdge: 'FAIL' | 'KEEP';
  /**
   * What an event does, or an attribution of an artifact, whose end is no stored node: `FAIL`, the default, is MLMD's
   * INVALID_ARGUMENT; `WRITE` leaves it dangling, as the engine's PutExecution and PutLineageSubgraph do.
   */
  readonly onMissingEnd?: 'FAIL' | 'WRITE';
}

/** The ids of what was put, index-aligned with the lists of the {@link GraphPut}. */
export interface GraphIds {
  readonly contexts: readonly ContextId[];
  readonly artifacts: readonly ArtifactId[];
  readonly executions: readonly ExecutionId[];
}

/**
 * One transaction: its reads see its own writes and nothing that others write meanwhile.
 *
 * Writes keep MLMD's rules (types exist, properties are declared and of their type, names unique within a type,
 * external ids unique within a table, edges join nodes that exist, contexts form no cycle) and throw
 * `INVALID_ARGUMENT`, `TYPE_MISMATCH`, `NOT_FOUND` or `ALREADY_EXISTS` as the engine does, in the order that it checks.
 * Text that MLMD could not keep is `INVALID_ARGUMENT` too: a NUL, a lone surrogate, the mark `__MLMD_NULL__`, a string
 * that starts with `mlmd-struct::`, a double that is not finite.
 */
export interface MetadataTransaction extends MetadataReader {
  /**
   * Registers types, in order.
   *
   * @returns one row per type. `TYPE_CONFLICT` where a stored type differs in a way that the flags do not allow.
   */
  putTypes(types: readonly TypePut[]): Promise<readonly { readonly id: TypeId; readonly created: boolean }[]>;

  /** Writes nodes and edges. */
  putGraph(graph: GraphPut): Promise<GraphIds>;
}

/** A store that can also be written, and that must be closed. */
export interface MetadataStore extends MetadataReader {
  /** Reads the tables themselves; undefined where the backend has none to show. */
  readonly rows?: RowReader;

  /**
   * Runs `work` in one transaction. When the promise resolves, all that was written is on disk; when it rejects,
   * nothing was. Transactions run one after the other; `work` may be run again from the start when the backend asks for a retry, so it
   * must do nothing but use its argument. Throws `READ_ONLY` on a store opened for reading.
   */
  transaction<T>(work: (transaction: MetadataTransaction) => Promise<T>): Promise<T>;

  /** Counts what the store holds and what is amiss in it, in one pass; absent of a store that is no database. */
  inspect?(): Promise<Inspection>;

  /** Waits for what is under way, then lets go of the store. Later calls fail with `UNAVAILABLE`. */
  close(): Promise<void>;
}
