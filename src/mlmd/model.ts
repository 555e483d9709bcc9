/**
 * MLMD's nodes, edges and types as this project holds them: plain, immutable, free of any database or protocol.
 *
 * Ids and integer property values are `bigint`, because MLMD's are signed 64-bit. MLMD numbers each table from 1, so
 * artifact 3 and execution 3 both exist: the ids are branded, and a bare number is never an id.
 *
 * @see metadata_store.proto
 */

/** Id of a row in `Artifact`. */
export type ArtifactId = bigint & { readonly __id: 'ARTIFACT' };
/** Id of a row in `Execution`. */
export type ExecutionId = bigint & { readonly __id: 'EXECUTION' };
/** Id of a row in `Context`. */
export type ContextId = bigint & { readonly __id: 'CONTEXT' };
/** Id of a row in `Type`; one id space for all three kinds. */
export type TypeId = bigint & { readonly __id: 'TYPE' };

/** The three kinds of node, which are also the three kinds of type. */
export type NodeKind = 'ARTIFACT' | 'EXECUTION' | 'CONTEXT';

/** The id type of each kind of node. */
export interface IdOf {
  readonly ARTIFACT: ArtifactId;
  readonly EXECUTION: ExecutionId;
  readonly CONTEXT: ContextId;
}

/** The node type of each kind. */
export interface NodeOf {
  readonly ARTIFACT: Artifact;
  readonly EXECUTION: Execution;
  readonly CONTEXT: Context;
}

/** The signed 64-bit range of protobuf's int64 and of SQLite's INTEGER. */
export const INT64_MIN = -(2n ** 63n);
export const INT64_MAX = 2n ** 63n - 1n;

/** Any JSON value, as a `google.protobuf.Struct` can hold it; numbers may be NaN or infinite, which JSON text cannot. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/** The value types a property can have. Source: `PropertyType` in metadata_store.proto. */
export type PropertyType = 'INT' | 'DOUBLE' | 'STRING' | 'STRUCT' | 'PROTO' | 'BOOLEAN';

/** The types of property by MLMD's number; 0 is UNKNOWN, which no property is declared as. */
export const PROPERTY_TYPES: readonly (PropertyType | undefined)[] = [
  undefined,
  'INT',
  'DOUBLE',
  'STRING',
  'STRUCT',
  'PROTO',
  'BOOLEAN',
];

/** One property value. Doubles are never NaN or infinite on the way in; both can come out of a store. */
export type Value =
  | { readonly type: 'INT'; readonly value: bigint }
  | { readonly type: 'DOUBLE'; readonly value: number }
  | { readonly type: 'STRING'; readonly value: string }
  | { readonly type: 'STRUCT'; readonly value: JsonObject }
  | { readonly type: 'PROTO'; readonly value: { readonly typeUrl: string; readonly value: Uint8Array } }
  | { readonly type: 'BOOLEAN'; readonly value: boolean };

/** Property values by name, in name order. */
export type Properties = ReadonlyMap<string, Value>;

/** Lifecycle of an artifact's payload. Source: `Artifact.State`; the position is MLMD's number. */
export const ARTIFACT_STATES = [
  'UNKNOWN',
  'PENDING',
  'LIVE',
  'MARKED_FOR_DELETION',
  'DELETED',
  'ABANDONED',
  'REFERENCE',
] as const;
export type ArtifactState = (typeof ARTIFACT_STATES)[number];

/** Status of an execution. Source: `Execution.State`; the position is MLMD's number. */
export const EXECUTION_STATES = ['UNKNOWN', 'NEW', 'RUNNING', 'COMPLETE', 'FAILED', 'CACHED', 'CANCELED'] as const;
export type ExecutionState = (typeof EXECUTION_STATES)[number];

/** What an event says. Input and output are seen from the execution. Source: `Event.Type`; the position is MLMD's number. */
export const EVENT_TYPES = [
  'UNKNOWN',
  'DECLARED_OUTPUT',
  'DECLARED_INPUT',
  'INPUT',
  'OUTPUT',
  'INTERNAL_INPUT',
  'INTERNAL_OUTPUT',
  'PENDING_OUTPUT',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

/** Event types by which an execution reads. Source: mlmd lineage queries, "input events". */
export const INPUT_EVENT_TYPES: readonly EventType[] = ['DECLARED_INPUT', 'INPUT', 'INTERNAL_INPUT'];
/** Event types by which an execution writes. Source: mlmd lineage queries, "output events". */
export const OUTPUT_EVENT_TYPES: readonly EventType[] = [
  'DECLARED_OUTPUT',
  'OUTPUT',
  'INTERNAL_OUTPUT',
  'PENDING_OUTPUT',
];

/** The event types by which a node of that kind has neighbours that way; those of type UNKNOWN point neither way. */
export function typesPointing(kind: NodeRef['kind'], direction: 'UPSTREAM' | 'DOWNSTREAM'): readonly EventType[] {
  return (kind === 'ARTIFACT') === (direction === 'UPSTREAM') ? OUTPUT_EVENT_TYPES : INPUT_EVENT_TYPES;
}

/** The system types a type can extend. Source: `SystemDefinedBaseType` and the nine predefined rows of a new store. */
export type ArtifactBaseType = 'mlmd.Dataset' | 'mlmd.Model' | 'mlmd.Metrics' | 'mlmd.Statistics';
export type ExecutionBaseType = 'mlmd.Train' | 'mlmd.Transform' | 'mlmd.Process' | 'mlmd.Evaluate' | 'mlmd.Deploy';
export type BaseType = ArtifactBaseType | ExecutionBaseType;

/** The system types that types of each kind can extend; the position, counted from 1, is MLMD's number. */
export const BASE_TYPES: Readonly<Record<NodeKind, readonly BaseType[]>> = {
  ARTIFACT: ['mlmd.Dataset', 'mlmd.Model', 'mlmd.Metrics', 'mlmd.Statistics'],
  EXECUTION: ['mlmd.Train', 'mlmd.Transform', 'mlmd.Process', 'mlmd.Evaluate', 'mlmd.Deploy'],
  CONTEXT: [],
};

/** A registered type. Its identity is (kind, name, version). */
export interface NodeType {
  readonly kind: NodeKind;
  readonly id: TypeId;
  readonly name: string;
  /** Undefined for the unversioned type; never empty. */
  readonly version: string | undefined;
  readonly description: string | undefined;
  readonly externalId: string | undefined;
  /** Name of the system type that it extends. */
  readonly baseType: BaseType | undefined;
  /** Declared properties, in name order. */
  readonly properties: ReadonlyMap<string, PropertyType>;
  /** `ArtifactStructType` of an execution type's inputs as proto JSON; carried, never enforced. */
  readonly inputType: string | undefined;
  readonly outputType: string | undefined;
}

/** What nodes of all three kinds have. */
interface NodeBase {
  readonly typeId: TypeId;
  /** Undefined where the store holds no such type (releases before 1.15 could leave `type_id` 0 behind). */
  readonly typeName: string | undefined;
  readonly typeVersion: string | undefined;
  readonly baseType: BaseType | undefined;
  readonly externalId: string | undefined;
  /** Declared by the type. */
  readonly properties: Properties;
  /** Free, beside the declared ones; the same name may stand in both. */
  readonly customProperties: Properties;
  /** The store's clock when the row was made: milliseconds since the epoch, UTC. */
  readonly createTimeMs: number;
  readonly updateTimeMs: number;
}

/** Something a pipeline read or wrote. */
export interface Artifact extends NodeBase {
  readonly kind: 'ARTIFACT';
  readonly id: ArtifactId;
  readonly name: string | undefined;
  /** The engine stores an unset uri as an empty string; both read as undefined. */
  readonly uri: string | undefined;
  /** Undefined where the writer set none, which is not UNKNOWN. */
  readonly state: ArtifactState | undefined;
}

/** One step that ran. */
export interface Execution extends NodeBase {
  readonly kind: 'EXECUTION';
  readonly id: ExecutionId;
  readonly name: string | undefined;
  /** MLMD's `last_known_state`; undefined where the writer set none. */
  readonly state: ExecutionState | undefined;
}

/** MLMD's grouping node. */
export interface Context extends NodeBase {
  readonly kind: 'CONTEXT';
  readonly id: ContextId;
  readonly name: string;
}

/** What lineage is made of. */
export type LineageNode = Artifact | Execution;

/** Names a node of the lineage graph. */
export type NodeRef =
  | { readonly kind: 'ARTIFACT'; readonly id: ArtifactId }
  | { readonly kind: 'EXECUTION'; readonly id: ExecutionId };

/** A string that is equal for equal refs, to key maps with: `ARTIFACT:42`. */
export function nodeKey(ref: { readonly kind: NodeKind; readonly id: bigint }): string {
  return `${ref.kind}:${ref.id}`;
}

/** One step of an event's path. */
export type PathStep = { readonly index: bigint } | { readonly key: string };

/** The edge between an artifact and an execution; (artifactId, executionId, type) is its identity. */
export interface Event {
  readonly artifactId: ArtifactId;
  readonly executionId: ExecutionId;
  readonly type: EventType;
  /**
   * When it happened: milliseconds since the epoch, UTC. Unlike a node's times it is the writer's to set to any 64-bit
   * number, hence a bigint; undefined where the store holds none.
   */
  readonly timeMs: bigint | undefined;
  /** In the order written; empty for none. */
  readonly path: readonly PathStep[];
}

/** A node that is a member of a context: MLMD's Attribution (of an artifact) or Association (of an execution). */
export interface Membership {
  readonly node: NodeRef;
  readonly contextId: ContextId;
}

/** MLMD's ParentContext: `childId` lies in `parentId`. The hierarchy has no cycle. */
export interface ParentContext {
  readonly childId: ContextId;
  readonly parentId: ContextId;
}
