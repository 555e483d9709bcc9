// Written by `npm run codegen` from the .graphql files beside the components; edit those instead.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/**
 * Which artifacts. All fields given must hold, so `{}` matches every artifact. Null inside of a filter is BAD_USER_INPUT,
 * and so is one that nests `and`, `or` and `not` more than 10 deep or holds more than 200 conditions.
 */
export type ArtifactFilter = {
  /** All of these hold; an empty list always does. */
  readonly and?: ReadonlyArray<ArtifactFilter> | null | undefined;
  /** It is a member of this very context, such as a stage: `context:9`. Unknown: NOT_FOUND. */
  readonly contextId?: string | null | undefined;
  /** When the store first recorded it. */
  readonly createdAt?: DateTimeFilter | null | undefined;
  /** The writer's own key. */
  readonly externalId?: StringFilter | null | undefined;
  /** It is one of these kinds, for example `[MODEL]`; an empty list matches nothing. */
  readonly kind?: ReadonlyArray<ArtifactKind> | null | undefined;
  /**
   * MLMD's own `filter_query`, for example `"type = 'Model' AND contexts_run.name = 'r1'"`. It is SQL's
   * logic of three values, unlike that of the other fields: a comparison with a missing value is neither true nor false, nor
   * is its `NOT`, and only true matches. What it mentions of types, properties and neighbours must be there: without a
   * property `k`, not even `properties.k.int_value = 1 OR id = 3` matches. At most 10,000 characters; empty text, or text
   * that MLMD would refuse: BAD_USER_INPUT.
   */
  readonly mlmd?: string | null | undefined;
  /** MLMD's `name`, as the field `name` has it; names that tools keep in properties are found by `property` and `search`. */
  readonly name?: StringFilter | null | undefined;
  /** This does not hold. Where a value is missing its test fails, and `not` turns that round. */
  readonly not?: ArtifactFilter | null | undefined;
  /** At least one of these holds; an empty list never does. */
  readonly or?: ReadonlyArray<ArtifactFilter> | null | undefined;
  /** It has a property like this. */
  readonly property?: PropertyFilter | null | undefined;
  /** It is among the artifacts of this run: `run:12`. Unknown: NOT_FOUND. */
  readonly runId?: string | null | undefined;
  /**
   * Every one of these words, at most 10 and parted by blanks, is somewhere in its name, its uri or a text property; ASCII
   * letters match in either case. Empty, or over 10,000 characters: BAD_USER_INPUT.
   */
  readonly search?: string | null | undefined;
  /** Its state is one of these; an empty list matches nothing. */
  readonly state?: ReadonlyArray<ArtifactState> | null | undefined;
  /** Name of its type. */
  readonly typeName?: StringFilter | null | undefined;
  /** When the record last changed. */
  readonly updatedAt?: DateTimeFilter | null | undefined;
  /** Where its payload lies. */
  readonly uri?: StringFilter | null | undefined;
  /** It is among the artifacts of this workspace: `workspace:3`. Unknown: NOT_FOUND. */
  readonly workspaceId?: string | null | undefined;
};

/** What an artifact is, as its type says. */
export type ArtifactKind =
  /** Data: the GraphQL type DataSet. */
  | 'DATA_SET'
  /** Results of a measurement: the GraphQL type Metrics. */
  | 'METRICS'
  /** A model: the GraphQL type Model. */
  | 'MODEL'
  /** Anything else: the GraphQL type GenericArtifact. */
  | 'OTHER';

/** Lifecycle of an artifact's payload. */
export type ArtifactState =
  /** The step that should have written it failed. */
  | 'ABANDONED'
  /** Deleted; the record stays. */
  | 'DELETED'
  /** There. */
  | 'LIVE'
  /** About to be deleted. */
  | 'MARKED_FOR_DELETION'
  /** Not there yet. */
  | 'PENDING'
  /** The record only points to a payload that another one keeps. */
  | 'REFERENCE'
  /** Set, but to nothing known. */
  | 'UNKNOWN';

/** Why a walk left something out. */
export type CutOff =
  /** The time for the request, `server.limits.deadlineMs`, ran short. */
  | 'DEADLINE'
  /** More lies further away than `maxHops`. */
  | 'MAX_HOPS'
  /** A node has more neighbours than `maxNeighborsPerNode`. */
  | 'MAX_NEIGHBORS'
  /** `maxNodes` was spent. */
  | 'MAX_NODES';

/** Bounds of an instant, both of which must hold. Null inside of a filter is BAD_USER_INPUT. */
export type DateTimeFilter = {
  /** Later than this. */
  readonly after?: string | null | undefined;
  /** Earlier than this. */
  readonly before?: string | null | undefined;
};

/** Which way to walk. */
export type Direction =
  /** Every event at every hop, whichever way it points: siblings and cousins too. MLMD calls it BIDIRECTIONAL. */
  | 'ANY'
  /** The two one-way walks together: ancestors and descendants, without siblings. */
  | 'BOTH'
  /** Towards what was made from it. */
  | 'DOWNSTREAM'
  /** Towards what it was made from. */
  | 'UPSTREAM';

/**
 * What an event says; input and output are seen from the execution. Two events of different types may join the same two
 * nodes.
 */
export type EventType =
  /** The step declared that it reads the artifact. */
  | 'DECLARED_INPUT'
  /** The step declared that it writes the artifact. */
  | 'DECLARED_OUTPUT'
  /** The step read the artifact. */
  | 'INPUT'
  /** The orchestrator noted for itself that the step reads the artifact. */
  | 'INTERNAL_INPUT'
  /** The orchestrator noted for itself that the step writes the artifact. */
  | 'INTERNAL_OUTPUT'
  /** The step wrote the artifact. */
  | 'OUTPUT'
  /** The step is going to write the artifact. */
  | 'PENDING_OUTPUT'
  /** Nothing: it points neither way, and no walk follows it. */
  | 'UNKNOWN';

/**
 * Which executions. All fields given must hold, so `{}` matches every execution. Null inside of a filter is
 * BAD_USER_INPUT, and so is one that nests `and`, `or` and `not` more than 10 deep or holds more than 200 conditions.
 */
export type ExecutionFilter = {
  /** All of these hold; an empty list always does. */
  readonly and?: ReadonlyArray<ExecutionFilter> | null | undefined;
  /** It is a member of this very context, such as a stage: `context:9`. Unknown: NOT_FOUND. */
  readonly contextId?: string | null | undefined;
  /** When the store first recorded it. */
  readonly createdAt?: DateTimeFilter | null | undefined;
  /** The writer's own key. */
  readonly externalId?: StringFilter | null | undefined;
  /**
   * MLMD's own `filter_query`, for example `"last_known_state = FAILED AND events_in.artifact_id = 7"`. It is SQL's
   * logic of three values, unlike that of the other fields: a comparison with a missing value is neither true nor false, nor
   * is its `NOT`, and only true matches. What it mentions of types, properties and neighbours must be there: without a
   * property `k`, not even `properties.k.int_value = 1 OR id = 3` matches. At most 10,000 characters; empty text, or text
   * that MLMD would refuse: BAD_USER_INPUT.
   */
  readonly mlmd?: string | null | undefined;
  /** MLMD's `name`, as the field `name` has it; names that tools keep in properties are found by `property` and `search`. */
  readonly name?: StringFilter | null | undefined;
  /** This does not hold. Where a value is missing its test fails, and `not` turns that round. */
  readonly not?: ExecutionFilter | null | undefined;
  /** At least one of these holds; an empty list never does. */
  readonly or?: ReadonlyArray<ExecutionFilter> | null | undefined;
  /** It has a property like this. */
  readonly property?: PropertyFilter | null | undefined;
  /** It is among the executions of this run: `run:12`. Unknown: NOT_FOUND. */
  readonly runId?: string | null | undefined;
  /**
   * Every one of these words, at most 10 and parted by blanks, is somewhere in its name or a text property; ASCII letters
   * match in either case. Empty, or over 10,000 characters: BAD_USER_INPUT.
   */
  readonly search?: string | null | undefined;
  /**
   * Its `storedStatus` is one of these; an empty list matches nothing. A graph of tasks may be RUNNING there when it is
   * long over.
   */
  readonly status?: ReadonlyArray<ExecutionStatus> | null | undefined;
  /** Name of its type. */
  readonly typeName?: StringFilter | null | undefined;
  /** When the record last changed. */
  readonly updatedAt?: DateTimeFilter | null | undefined;
  /** It is among the executions of this workspace: `workspace:3`. Unknown: NOT_FOUND. */
  readonly workspaceId?: string | null | undefined;
};

/** What a step is to its pipeline. */
export type ExecutionRole =
  /** A graph of tasks: the whole of a run, or a part that is nested in another. */
  | 'DAG'
  /** Brings in an artifact that was made elsewhere. */
  | 'IMPORTER'
  /** One pass of a loop. */
  | 'ITERATION'
  /** A graph that runs its tasks for each item of a list. */
  | 'LOOP'
  /** Chooses among artifacts that are there; it makes none. */
  | 'RESOLVER'
  /** A step that does the pipeline's work. */
  | 'STEP';

/** How an execution stands. */
export type ExecutionStatus =
  /** Did not run: the outputs of an earlier, equal execution were taken. */
  | 'CACHED'
  /** Called off, or in Kubeflow Pipelines not called for: the condition that it stands under was false. */
  | 'CANCELED'
  /** Ended well. */
  | 'COMPLETE'
  /** Ended badly. */
  | 'FAILED'
  /** Recorded, not begun. */
  | 'NEW'
  /** Under way. */
  | 'RUNNING'
  /** Set, but to nothing known. */
  | 'UNKNOWN';

/** How a walk goes: which way, how far, through what. `{}` walks 6 hops both ways. */
export type LineageInput = {
  /** Only events and nodes recorded at or before this instant; an event without a time counts as old. Null: up to now. */
  readonly asOf?: string | null | undefined;
  /** Which way to walk. */
  readonly direction?: Direction;
  /**
   * Event types to follow, for example `[INPUT, OUTPUT]`. Leaving out the INTERNAL ones hides an orchestrator's
   * bookkeeping. Null: all; an empty list: none.
   */
  readonly eventTypes?: ReadonlyArray<EventType> | null | undefined;
  /**
   * How far to walk, in hops: a hop crosses one event, so artifact to artifact is 2. 0 gives the starting nodes alone.
   * Negative: BAD_USER_INPUT. Over `server.limits.maxHops`: LIMIT_EXCEEDED.
   */
  readonly maxHops?: number;
  /**
   * Most neighbours to take from one node in one direction, so that a hub does not spend all of `maxNodes`; those left out
   * are counted in `completeness`. Negative: BAD_USER_INPUT. Over `server.limits.maxNeighborsPerNode`: LIMIT_EXCEEDED.
   */
  readonly maxNeighborsPerNode?: number;
  /**
   * Most entries to gather. Spent breadth first in a fixed order: the same question is cut off at the same place twice.
   * Less than 1: BAD_USER_INPUT. Over `server.limits.maxNodes`: LIMIT_EXCEEDED.
   */
  readonly maxNodes?: number;
  /** Which nodes and events count, beside what `where` and `eventTypes` say: all of them must let one pass. */
  readonly preset?: LineagePreset;
  /**
   * A node that matches is kept, and not walked beyond: stop at the first model. A kind that is not named does not match.
   * Null: no node does.
   */
  readonly stopAt?: LineageNodeFilter | null | undefined;
  /**
   * A node that does not match is not entered. A kind that is not named passes; starting nodes always pass. Null: every
   * node matches.
   */
  readonly where?: LineageNodeFilter | null | undefined;
};

/** Which nodes of the lineage graph; what a kind means that is not named is said where the filter is used. */
export type LineageNodeFilter = {
  /** Which artifacts. */
  readonly artifacts?: ArtifactFilter | null | undefined;
  /** Which executions. */
  readonly executions?: ExecutionFilter | null | undefined;
};

/** Which nodes and events a walk is to count. What a preset leaves out is not missing: it makes no answer incomplete. */
export type LineagePreset =
  /**
   * Only what tells where data came from and went. Left out are the events INTERNAL_INPUT and INTERNAL_OUTPUT, an
   * orchestrator's own notes such as what a TFX resolver picked; CMF's `Environment` and `Label` artifacts, inputs that
   * would join everything with everything; and `system.DAGExecution` of Kubeflow Pipelines, which repeats what its steps
   * read. A starting node always passes.
   */
  | 'DATA_FLOW'
  /** All that the store holds. */
  | 'EVERYTHING';

/** What metrics were measured on. */
export type MetricsType =
  /** Data met in service. */
  | 'PRODUCTION'
  /** Data held back to judge the model. */
  | 'TESTING'
  /** Data that the model was trained with. */
  | 'TRAINING'
  /** Data held back to tune the training. */
  | 'VALIDATION';

/** What joins metrics to a model. */
export type ModelMetricsLink =
  /** Both. */
  | 'BOTH'
  /** An execution that wrote or read the model wrote the metrics. */
  | 'GRAPH'
  /** The metrics name the model in a property. */
  | 'PROPERTY';

/** How a list is ordered. `{}` is newest first. */
export type Order = {
  /** Which end comes first. */
  readonly direction?: OrderDirection;
  /** What it is ordered by. */
  readonly field?: OrderField;
};

/** Which end of an order comes first. */
export type OrderDirection =
  /** Smallest, oldest, first in the alphabet first. */
  | 'ASC'
  /** Largest, newest, last in the alphabet first. */
  | 'DESC';

/** What a list is ordered by; ties go by number, in the same direction. */
export type OrderField =
  /** When the record was made. */
  | 'CREATED_AT'
  /** MLMD's number. */
  | 'ID'
  /** MLMD's name, by code point; nodes without one come first, going up. */
  | 'NAME'
  /** When the record last changed. */
  | 'UPDATED_AT';

/** The tool whose convention a workspace or a run follows. */
export type Origin =
  /** HPE's Common Metadata Framework. */
  | 'CMF'
  /** Kubeflow Pipelines. */
  | 'KFP'
  /** The Kubeflow Metadata SDK, and what is logged here. */
  | 'KUBEFLOW'
  /** Kubeflow Hub, which was the Model Registry: registered models, and experiments with their runs. */
  | 'KUBEFLOW_HUB'
  /** No tool that we know: MLMD itself. */
  | 'MLMD'
  /** TensorFlow Extended. */
  | 'TFX';

/**
 * Conditions on one property, all of which must hold; a name alone asks whether it exists. A value of another type does not
 * match, except that integers and doubles compare with each other. Null inside of a filter is BAD_USER_INPUT.
 */
export type PropertyFilter = {
  /** True: only among the custom properties. False: only among those that the type declares. Absent: among both. */
  readonly custom?: boolean | null | undefined;
  /** It is this value. A struct is BAD_USER_INPUT. */
  readonly eq?: PropertyValueInput | null | undefined;
  /** True: the property has a value, of any type. False: it has none. */
  readonly exists?: boolean | null | undefined;
  /** It is greater or equal. A boolean or a struct is BAD_USER_INPUT. */
  readonly ge?: PropertyValueInput | null | undefined;
  /** It is greater: a larger number, or a later text. A boolean or a struct is BAD_USER_INPUT. */
  readonly gt?: PropertyValueInput | null | undefined;
  /** It is one of these, at most 1,000; an empty list matches nothing. A struct is BAD_USER_INPUT. */
  readonly in?: ReadonlyArray<PropertyValueInput> | null | undefined;
  /** It is less or equal. A boolean or a struct is BAD_USER_INPUT. */
  readonly le?: PropertyValueInput | null | undefined;
  /**
   * It is a text that fits this pattern of SQL's LIKE: `%` stands for any text, `_` for one character, and a backslash
   * before one of them (or a backslash) for itself. At most 10,000 characters.
   */
  readonly like?: string | null | undefined;
  /** It is less: a smaller number, or an earlier text. A boolean or a struct is BAD_USER_INPUT. */
  readonly lt?: PropertyValueInput | null | undefined;
  /** For example `model_type`. */
  readonly name: string;
  /** It is not this value; a missing property is not this value either, and matches. A struct is BAD_USER_INPUT. */
  readonly ne?: PropertyValueInput | null | undefined;
};

/** Type of a property's values. */
export type PropertyType =
  /** True or false. */
  | 'BOOLEAN'
  /** A 64-bit floating-point number. */
  | 'DOUBLE'
  /** A signed 64-bit integer. */
  | 'INT'
  /** A protocol buffer message, with the url of its type. */
  | 'PROTO'
  /** A text. */
  | 'STRING'
  /** A JSON object. */
  | 'STRUCT';

/** A value, by its type. */
export type PropertyValueInput =
  {   /** True or false. */
  readonly bool: boolean; readonly double?: never; readonly int?: never; readonly string?: never; readonly struct?: never; }
  |  { readonly bool?: never;   /** A 64-bit floating-point number; not NaN or infinite. */
  readonly double: number; readonly int?: never; readonly string?: never; readonly struct?: never; }
  |  { readonly bool?: never; readonly double?: never;   /** A signed 64-bit integer. */
  readonly int: string; readonly string?: never; readonly struct?: never; }
  |  { readonly bool?: never; readonly double?: never; readonly int?: never;   /** A text, for example `relu`. */
  readonly string: string; readonly struct?: never; }
  |  { readonly bool?: never; readonly double?: never; readonly int?: never; readonly string?: never;   /** A JSON object. */
  readonly struct: unknown; };

/** Which runs. All fields given must hold. Null inside of a filter is BAD_USER_INPUT. */
export type RunFilter = {
  /** When the store first recorded it. */
  readonly createdAt?: DateTimeFilter | null | undefined;
  /** Its name. */
  readonly name?: StringFilter | null | undefined;
  /** Its tool is one of these; an empty list matches nothing. */
  readonly origin?: ReadonlyArray<Origin> | null | undefined;
  /**
   * Its status, which its executions tell, is one of these; an empty list matches nothing. Costs a look at every run until
   * the page is full.
   */
  readonly status?: ReadonlyArray<ExecutionStatus> | null | undefined;
  /** It lies in this workspace: `workspace:3`. Unknown: NOT_FOUND. */
  readonly workspaceId?: string | null | undefined;
};

/**
 * Conditions on a text, all of which must hold. Texts compare by code point, upper and lower case apart. Null inside of a
 * filter is BAD_USER_INPUT: leave a field out, or ask by `isNull`.
 */
export type StringFilter = {
  /** This text of at most 10,000 characters is somewhere in it. */
  readonly contains?: string | null | undefined;
  /** It is this text. */
  readonly eq?: string | null | undefined;
  /** It is one of these, at most 1,000; an empty list matches nothing. */
  readonly in?: ReadonlyArray<string> | null | undefined;
  /** True: it is missing. False: it is there. */
  readonly isNull?: boolean | null | undefined;
  /**
   * It fits this pattern of SQL's LIKE: `%` stands for any text, `_` for one character, and a backslash before one of them
   * (or a backslash) for itself. At most 10,000 characters.
   */
  readonly like?: string | null | undefined;
  /** It is not this text; a missing text is not this one either, and matches. */
  readonly ne?: string | null | undefined;
  /** It begins with this text of at most 10,000 characters. */
  readonly startsWith?: string | null | undefined;
};

/** What a type is a type of. */
export type TypeKind =
  /** Of artifacts. */
  | 'ARTIFACT'
  /** Of contexts. */
  | 'CONTEXT'
  /** Of executions. */
  | 'EXECUTION';

/** Which workspaces. All fields given must hold. Null inside of a filter is BAD_USER_INPUT. */
export type WorkspaceFilter = {
  /** Its name. */
  readonly name?: StringFilter | null | undefined;
  /** Its tool is one of these; an empty list matches nothing. */
  readonly origin?: ReadonlyArray<Origin> | null | undefined;
};

export type CompareSubjectsQueryVariables = Exact<{
  of: ReadonlyArray<string> | string;
}>;


export type CompareSubjectsQuery = { readonly nodes: ReadonlyArray<
    | { readonly __typename: 'Context', readonly id: string }
    | { readonly __typename: 'DataSet', readonly id: string, readonly displayName: string, readonly typeName: string, readonly version: string | null, readonly uri: string | null, readonly createdAt: string, readonly workspace: { readonly id: string, readonly name: string } | null, readonly run: { readonly id: string, readonly displayName: string } | null, readonly properties: ReadonlyArray<{ readonly name: string, readonly text: string }> }
    | { readonly __typename: 'Execution', readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string, readonly status: ExecutionStatus | null, readonly startedAt: string | null, readonly finishedAt: string | null, readonly workspace: { readonly id: string, readonly name: string } | null, readonly run: { readonly id: string, readonly displayName: string } | null, readonly parameters: ReadonlyArray<{ readonly name: string, readonly text: string }>, readonly outputs: { readonly nodes: ReadonlyArray<
          | { readonly __typename: 'DataSet', readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string }
          | { readonly __typename: 'GenericArtifact', readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string }
          | { readonly __typename: 'Metrics', readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string, readonly values: ReadonlyArray<{ readonly name: string, readonly text: string }>, readonly properties: ReadonlyArray<{ readonly name: string, readonly text: string }> }
          | { readonly __typename: 'Model', readonly hyperparameters: unknown, readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string }
        >, readonly pageInfo: { readonly hasNextPage: boolean } } }
    | { readonly __typename: 'GenericArtifact', readonly id: string, readonly displayName: string, readonly typeName: string, readonly version: string | null, readonly uri: string | null, readonly createdAt: string, readonly workspace: { readonly id: string, readonly name: string } | null, readonly run: { readonly id: string, readonly displayName: string } | null, readonly properties: ReadonlyArray<{ readonly name: string, readonly text: string }> }
    | { readonly __typename: 'Metrics', readonly id: string, readonly displayName: string, readonly typeName: string, readonly version: string | null, readonly uri: string | null, readonly createdAt: string, readonly values: ReadonlyArray<{ readonly name: string, readonly text: string }>, readonly workspace: { readonly id: string, readonly name: string } | null, readonly run: { readonly id: string, readonly displayName: string } | null, readonly properties: ReadonlyArray<{ readonly name: string, readonly text: string }> }
    | { readonly __typename: 'Model', readonly id: string, readonly modelType: string | null, readonly hyperparameters: unknown, readonly displayName: string, readonly typeName: string, readonly version: string | null, readonly uri: string | null, readonly createdAt: string, readonly measured: { readonly nodes: ReadonlyArray<{ readonly __typename: 'Metrics', readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string, readonly values: ReadonlyArray<{ readonly name: string, readonly text: string }>, readonly properties: ReadonlyArray<{ readonly name: string, readonly text: string }> }>, readonly pageInfo: { readonly hasNextPage: boolean } } | null, readonly workspace: { readonly id: string, readonly name: string } | null, readonly run: { readonly id: string, readonly displayName: string } | null, readonly properties: ReadonlyArray<{ readonly name: string, readonly text: string }> }
    | { readonly __typename: 'Run', readonly id: string, readonly displayName: string, readonly status: ExecutionStatus | null, readonly startedAt: string | null, readonly finishedAt: string | null, readonly runCreatedAt: string | null, readonly workspace: { readonly id: string, readonly name: string } | null, readonly parameters: ReadonlyArray<{ readonly name: string, readonly text: string }>, readonly metrics: ReadonlyArray<{ readonly name: string, readonly text: string }>, readonly executions: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly displayName: string, readonly parameters: ReadonlyArray<{ readonly name: string, readonly text: string }> }>, readonly pageInfo: { readonly hasNextPage: boolean } }, readonly artifacts: { readonly nodes: ReadonlyArray<
          | { readonly __typename: 'DataSet', readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string }
          | { readonly __typename: 'GenericArtifact', readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string }
          | { readonly __typename: 'Metrics', readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string, readonly values: ReadonlyArray<{ readonly name: string, readonly text: string }>, readonly properties: ReadonlyArray<{ readonly name: string, readonly text: string }> }
          | { readonly __typename: 'Model', readonly hyperparameters: unknown, readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string }
        >, readonly pageInfo: { readonly hasNextPage: boolean } } }
    | { readonly __typename: 'Workspace', readonly id: string }
   | null> };

export type ComparedRunFragment = { readonly id: string, readonly displayName: string, readonly status: ExecutionStatus | null, readonly startedAt: string | null, readonly finishedAt: string | null, readonly runCreatedAt: string | null, readonly workspace: { readonly id: string, readonly name: string } | null, readonly parameters: ReadonlyArray<{ readonly name: string, readonly text: string }>, readonly metrics: ReadonlyArray<{ readonly name: string, readonly text: string }>, readonly executions: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly displayName: string, readonly parameters: ReadonlyArray<{ readonly name: string, readonly text: string }> }>, readonly pageInfo: { readonly hasNextPage: boolean } }, readonly artifacts: { readonly nodes: ReadonlyArray<
      | { readonly __typename: 'DataSet', readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string }
      | { readonly __typename: 'GenericArtifact', readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string }
      | { readonly __typename: 'Metrics', readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string, readonly values: ReadonlyArray<{ readonly name: string, readonly text: string }>, readonly properties: ReadonlyArray<{ readonly name: string, readonly text: string }> }
      | { readonly __typename: 'Model', readonly hyperparameters: unknown, readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string }
    >, readonly pageInfo: { readonly hasNextPage: boolean } } };

export type ComparedExecutionFragment = { readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string, readonly status: ExecutionStatus | null, readonly startedAt: string | null, readonly finishedAt: string | null, readonly workspace: { readonly id: string, readonly name: string } | null, readonly run: { readonly id: string, readonly displayName: string } | null, readonly parameters: ReadonlyArray<{ readonly name: string, readonly text: string }>, readonly outputs: { readonly nodes: ReadonlyArray<
      | { readonly __typename: 'DataSet', readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string }
      | { readonly __typename: 'GenericArtifact', readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string }
      | { readonly __typename: 'Metrics', readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string, readonly values: ReadonlyArray<{ readonly name: string, readonly text: string }>, readonly properties: ReadonlyArray<{ readonly name: string, readonly text: string }> }
      | { readonly __typename: 'Model', readonly hyperparameters: unknown, readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string }
    >, readonly pageInfo: { readonly hasNextPage: boolean } } };

type ComparedArtifact_DataSet_Fragment = { readonly id: string, readonly displayName: string, readonly typeName: string, readonly version: string | null, readonly uri: string | null, readonly createdAt: string, readonly workspace: { readonly id: string, readonly name: string } | null, readonly run: { readonly id: string, readonly displayName: string } | null, readonly properties: ReadonlyArray<{ readonly name: string, readonly text: string }> };

type ComparedArtifact_GenericArtifact_Fragment = { readonly id: string, readonly displayName: string, readonly typeName: string, readonly version: string | null, readonly uri: string | null, readonly createdAt: string, readonly workspace: { readonly id: string, readonly name: string } | null, readonly run: { readonly id: string, readonly displayName: string } | null, readonly properties: ReadonlyArray<{ readonly name: string, readonly text: string }> };

type ComparedArtifact_Metrics_Fragment = { readonly id: string, readonly displayName: string, readonly typeName: string, readonly version: string | null, readonly uri: string | null, readonly createdAt: string, readonly values: ReadonlyArray<{ readonly name: string, readonly text: string }>, readonly workspace: { readonly id: string, readonly name: string } | null, readonly run: { readonly id: string, readonly displayName: string } | null, readonly properties: ReadonlyArray<{ readonly name: string, readonly text: string }> };

type ComparedArtifact_Model_Fragment = { readonly modelType: string | null, readonly hyperparameters: unknown, readonly id: string, readonly displayName: string, readonly typeName: string, readonly version: string | null, readonly uri: string | null, readonly createdAt: string, readonly measured: { readonly nodes: ReadonlyArray<{ readonly __typename: 'Metrics', readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string, readonly values: ReadonlyArray<{ readonly name: string, readonly text: string }>, readonly properties: ReadonlyArray<{ readonly name: string, readonly text: string }> }>, readonly pageInfo: { readonly hasNextPage: boolean } } | null, readonly workspace: { readonly id: string, readonly name: string } | null, readonly run: { readonly id: string, readonly displayName: string } | null, readonly properties: ReadonlyArray<{ readonly name: string, readonly text: string }> };

export type ComparedArtifactFragment =
  | ComparedArtifact_DataSet_Fragment
  | ComparedArtifact_GenericArtifact_Fragment
  | ComparedArtifact_Metrics_Fragment
  | ComparedArtifact_Model_Fragment
;

type ComparedOutput_DataSet_Fragment = { readonly __typename: 'DataSet', readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string };

type ComparedOutput_GenericArtifact_Fragment = { readonly __typename: 'GenericArtifact', readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string };

type ComparedOutput_Metrics_Fragment = { readonly __typename: 'Metrics', readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string, readonly values: ReadonlyArray<{ readonly name: string, readonly text: string }>, readonly properties: ReadonlyArray<{ readonly name: string, readonly text: string }> };

type ComparedOutput_Model_Fragment = { readonly __typename: 'Model', readonly hyperparameters: unknown, readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string };

export type ComparedOutputFragment =
  | ComparedOutput_DataSet_Fragment
  | ComparedOutput_GenericArtifact_Fragment
  | ComparedOutput_Metrics_Fragment
  | ComparedOutput_Model_Fragment
;

export type PickRunsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: RunFilter | null | undefined;
}>;


export type PickRunsQuery = { readonly runs: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly displayName: string, readonly createdAt: string | null, readonly startedAt: string | null, readonly status: ExecutionStatus | null, readonly workspace: { readonly id: string, readonly name: string } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type PickWorkspacesQueryVariables = Exact<{
  filter?: WorkspaceFilter | null | undefined;
}>;


export type PickWorkspacesQuery = { readonly workspaces: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string }> } | null };

export type ArtifactDetailsQueryVariables = Exact<{
  id: string;
}>;


export type ArtifactDetailsQuery = { readonly artifact:
    | { readonly __typename: 'DataSet', readonly query: string | null, readonly uri: string | null, readonly locations: ReadonlyArray<string>, readonly state: ArtifactState | null, readonly description: string | null, readonly owner: string | null, readonly version: string | null, readonly digest: string | null, readonly id: string, readonly typeName: string, readonly name: string | null, readonly displayName: string, readonly externalId: string | null, readonly createdAt: string, readonly updatedAt: string, readonly workspace: { readonly __typename: 'Workspace', readonly id: string, readonly name: string } | null, readonly run: { readonly __typename: 'Run', readonly id: string, readonly displayName: string } | null, readonly labels: ReadonlyArray<{ readonly name: string, readonly value: string }>, readonly properties: ReadonlyArray<{ readonly name: string, readonly custom: boolean, readonly type: PropertyType, readonly value: unknown, readonly text: string }> }
    | { readonly __typename: 'GenericArtifact', readonly uri: string | null, readonly locations: ReadonlyArray<string>, readonly state: ArtifactState | null, readonly description: string | null, readonly owner: string | null, readonly version: string | null, readonly digest: string | null, readonly id: string, readonly typeName: string, readonly name: string | null, readonly displayName: string, readonly externalId: string | null, readonly createdAt: string, readonly updatedAt: string, readonly workspace: { readonly __typename: 'Workspace', readonly id: string, readonly name: string } | null, readonly run: { readonly __typename: 'Run', readonly id: string, readonly displayName: string } | null, readonly labels: ReadonlyArray<{ readonly name: string, readonly value: string }>, readonly properties: ReadonlyArray<{ readonly name: string, readonly custom: boolean, readonly type: PropertyType, readonly value: unknown, readonly text: string }> }
    | { readonly __typename: 'Metrics', readonly metricsType: MetricsType | null, readonly uri: string | null, readonly locations: ReadonlyArray<string>, readonly state: ArtifactState | null, readonly description: string | null, readonly owner: string | null, readonly version: string | null, readonly digest: string | null, readonly id: string, readonly typeName: string, readonly name: string | null, readonly displayName: string, readonly externalId: string | null, readonly createdAt: string, readonly updatedAt: string, readonly values: ReadonlyArray<{ readonly name: string, readonly value: number | null, readonly text: string }>, readonly model: { readonly __typename: 'Model', readonly id: string, readonly displayName: string, readonly typeName: string, readonly version: string | null } | null, readonly dataSet: { readonly __typename: 'DataSet', readonly id: string, readonly displayName: string, readonly typeName: string, readonly version: string | null } | null, readonly workspace: { readonly __typename: 'Workspace', readonly id: string, readonly name: string } | null, readonly run: { readonly __typename: 'Run', readonly id: string, readonly displayName: string } | null, readonly labels: ReadonlyArray<{ readonly name: string, readonly value: string }>, readonly properties: ReadonlyArray<{ readonly name: string, readonly custom: boolean, readonly type: PropertyType, readonly value: unknown, readonly text: string }> }
    | { readonly __typename: 'Model', readonly modelType: string | null, readonly hyperparameters: unknown, readonly uri: string | null, readonly locations: ReadonlyArray<string>, readonly state: ArtifactState | null, readonly description: string | null, readonly owner: string | null, readonly version: string | null, readonly digest: string | null, readonly id: string, readonly typeName: string, readonly name: string | null, readonly displayName: string, readonly externalId: string | null, readonly createdAt: string, readonly updatedAt: string, readonly trainingFramework: { readonly name: string, readonly version: string | null } | null, readonly workspace: { readonly __typename: 'Workspace', readonly id: string, readonly name: string } | null, readonly run: { readonly __typename: 'Run', readonly id: string, readonly displayName: string } | null, readonly labels: ReadonlyArray<{ readonly name: string, readonly value: string }>, readonly properties: ReadonlyArray<{ readonly name: string, readonly custom: boolean, readonly type: PropertyType, readonly value: unknown, readonly text: string }> }
   | null };

export type ArtifactProducersQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;


export type ArtifactProducersQuery = { readonly artifact:
    | { readonly producedBy: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly type: EventType, readonly path: ReadonlyArray<string>, readonly occurredAt: string | null, readonly node: { readonly __typename: 'Execution', readonly id: string, readonly displayName: string, readonly typeName: string, readonly status: ExecutionStatus | null, readonly run: { readonly __typename: 'Run', readonly id: string, readonly displayName: string } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } }
    | { readonly producedBy: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly type: EventType, readonly path: ReadonlyArray<string>, readonly occurredAt: string | null, readonly node: { readonly __typename: 'Execution', readonly id: string, readonly displayName: string, readonly typeName: string, readonly status: ExecutionStatus | null, readonly run: { readonly __typename: 'Run', readonly id: string, readonly displayName: string } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } }
    | { readonly producedBy: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly type: EventType, readonly path: ReadonlyArray<string>, readonly occurredAt: string | null, readonly node: { readonly __typename: 'Execution', readonly id: string, readonly displayName: string, readonly typeName: string, readonly status: ExecutionStatus | null, readonly run: { readonly __typename: 'Run', readonly id: string, readonly displayName: string } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } }
    | { readonly producedBy: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly type: EventType, readonly path: ReadonlyArray<string>, readonly occurredAt: string | null, readonly node: { readonly __typename: 'Execution', readonly id: string, readonly displayName: string, readonly typeName: string, readonly status: ExecutionStatus | null, readonly run: { readonly __typename: 'Run', readonly id: string, readonly displayName: string } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } }
   | null };

export type ArtifactConsumersQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;


export type ArtifactConsumersQuery = { readonly artifact:
    | { readonly consumedBy: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly type: EventType, readonly path: ReadonlyArray<string>, readonly occurredAt: string | null, readonly node: { readonly __typename: 'Execution', readonly id: string, readonly displayName: string, readonly typeName: string, readonly status: ExecutionStatus | null, readonly run: { readonly __typename: 'Run', readonly id: string, readonly displayName: string } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } }
    | { readonly consumedBy: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly type: EventType, readonly path: ReadonlyArray<string>, readonly occurredAt: string | null, readonly node: { readonly __typename: 'Execution', readonly id: string, readonly displayName: string, readonly typeName: string, readonly status: ExecutionStatus | null, readonly run: { readonly __typename: 'Run', readonly id: string, readonly displayName: string } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } }
    | { readonly consumedBy: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly type: EventType, readonly path: ReadonlyArray<string>, readonly occurredAt: string | null, readonly node: { readonly __typename: 'Execution', readonly id: string, readonly displayName: string, readonly typeName: string, readonly status: ExecutionStatus | null, readonly run: { readonly __typename: 'Run', readonly id: string, readonly displayName: string } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } }
    | { readonly consumedBy: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly type: EventType, readonly path: ReadonlyArray<string>, readonly occurredAt: string | null, readonly node: { readonly __typename: 'Execution', readonly id: string, readonly displayName: string, readonly typeName: string, readonly status: ExecutionStatus | null, readonly run: { readonly __typename: 'Run', readonly id: string, readonly displayName: string } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } }
   | null };

export type StepEventsFragment = { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly type: EventType, readonly path: ReadonlyArray<string>, readonly occurredAt: string | null, readonly node: { readonly __typename: 'Execution', readonly id: string, readonly displayName: string, readonly typeName: string, readonly status: ExecutionStatus | null, readonly run: { readonly __typename: 'Run', readonly id: string, readonly displayName: string } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } };

export type DataSetModelsQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;


export type DataSetModelsQuery = { readonly artifact:
    | { readonly models: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly distance: number, readonly node: { readonly __typename: 'Model', readonly id: string, readonly displayName: string, readonly typeName: string, readonly version: string | null, readonly run: { readonly __typename: 'Run', readonly id: string, readonly displayName: string } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly completeness: { readonly complete: boolean, readonly reasons: ReadonlyArray<CutOff> } } | null }
    | Record<PropertyKey, never>
   | null };

export type ModelDataSetsQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;


export type ModelDataSetsQuery = { readonly artifact:
    | { readonly dataSets: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly distance: number, readonly node: { readonly __typename: 'DataSet', readonly id: string, readonly displayName: string, readonly typeName: string, readonly version: string | null, readonly run: { readonly __typename: 'Run', readonly id: string, readonly displayName: string } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly completeness: { readonly complete: boolean, readonly reasons: ReadonlyArray<CutOff> } } | null }
    | Record<PropertyKey, never>
   | null };

export type ModelMetricsQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;


export type ModelMetricsQuery = { readonly artifact:
    | { readonly metrics: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly via: ModelMetricsLink, readonly node: { readonly __typename: 'Metrics', readonly createdAt: string, readonly metricsType: MetricsType | null, readonly id: string, readonly displayName: string, readonly typeName: string, readonly version: string | null, readonly values: ReadonlyArray<{ readonly name: string, readonly text: string }>, readonly dataSet: { readonly __typename: 'DataSet', readonly id: string, readonly displayName: string, readonly typeName: string, readonly version: string | null } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null }
    | Record<PropertyKey, never>
   | null };

type Reached_DataSet_Fragment = { readonly __typename: 'DataSet', readonly id: string, readonly displayName: string, readonly typeName: string, readonly version: string | null, readonly run: { readonly __typename: 'Run', readonly id: string, readonly displayName: string } | null };

type Reached_GenericArtifact_Fragment = { readonly __typename: 'GenericArtifact', readonly id: string, readonly displayName: string, readonly typeName: string, readonly version: string | null, readonly run: { readonly __typename: 'Run', readonly id: string, readonly displayName: string } | null };

type Reached_Metrics_Fragment = { readonly __typename: 'Metrics', readonly id: string, readonly displayName: string, readonly typeName: string, readonly version: string | null, readonly run: { readonly __typename: 'Run', readonly id: string, readonly displayName: string } | null };

type Reached_Model_Fragment = { readonly __typename: 'Model', readonly id: string, readonly displayName: string, readonly typeName: string, readonly version: string | null, readonly run: { readonly __typename: 'Run', readonly id: string, readonly displayName: string } | null };

export type ReachedFragment =
  | Reached_DataSet_Fragment
  | Reached_GenericArtifact_Fragment
  | Reached_Metrics_Fragment
  | Reached_Model_Fragment
;

export type ContextDetailsQueryVariables = Exact<{
  id: string;
}>;


export type ContextDetailsQuery = { readonly context:
    | { readonly __typename: 'Context', readonly id: string, readonly mlmdId: string, readonly typeName: string, readonly name: string, readonly displayName: string, readonly externalId: string | null, readonly createdAt: string, readonly updatedAt: string, readonly properties: ReadonlyArray<{ readonly name: string, readonly custom: boolean, readonly type: PropertyType, readonly value: unknown, readonly text: string }> }
    | Record<PropertyKey, never>
   | null };

export type ContextParentsQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;


export type ContextParentsQuery = { readonly context:
    | { readonly parents: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'Context', readonly id: string, readonly displayName: string, readonly typeName: string }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } }
    | Record<PropertyKey, never>
   | null };

export type ContextChildrenQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;


export type ContextChildrenQuery = { readonly context:
    | { readonly children: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'Context', readonly id: string, readonly displayName: string, readonly typeName: string }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } }
    | Record<PropertyKey, never>
   | null };

export type ContextExecutionsQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;


export type ContextExecutionsQuery = { readonly context:
    | { readonly executions: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'Execution', readonly role: ExecutionRole, readonly iterationIndex: number | null, readonly startedAt: string | null, readonly finishedAt: string | null, readonly id: string, readonly displayName: string, readonly typeName: string, readonly status: ExecutionStatus | null, readonly run: { readonly __typename: 'Run', readonly id: string, readonly displayName: string } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } }
    | Record<PropertyKey, never>
   | null };

export type ContextArtifactsQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;


export type ContextArtifactsQuery = { readonly context:
    | { readonly artifacts: { readonly totalCount: number, readonly nodes: ReadonlyArray<
          | { readonly __typename: 'DataSet', readonly createdAt: string, readonly id: string, readonly displayName: string, readonly typeName: string, readonly version: string | null }
          | { readonly __typename: 'GenericArtifact', readonly createdAt: string, readonly id: string, readonly displayName: string, readonly typeName: string, readonly version: string | null }
          | { readonly __typename: 'Metrics', readonly createdAt: string, readonly id: string, readonly displayName: string, readonly typeName: string, readonly version: string | null }
          | { readonly __typename: 'Model', readonly createdAt: string, readonly id: string, readonly displayName: string, readonly typeName: string, readonly version: string | null }
        >, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } }
    | Record<PropertyKey, never>
   | null };

export type ExecutionDetailsQueryVariables = Exact<{
  id: string;
}>;


export type ExecutionDetailsQuery = { readonly execution: { readonly __typename: 'Execution', readonly description: string | null, readonly status: ExecutionStatus | null, readonly storedStatus: ExecutionStatus | null, readonly role: ExecutionRole, readonly startedAt: string | null, readonly finishedAt: string | null, readonly iterationIndex: number | null, readonly iterationCount: number | null, readonly id: string, readonly typeName: string, readonly name: string | null, readonly displayName: string, readonly externalId: string | null, readonly createdAt: string, readonly updatedAt: string, readonly parameters: ReadonlyArray<{ readonly name: string, readonly value: unknown, readonly text: string }>, readonly outputParameters: ReadonlyArray<{ readonly name: string, readonly value: unknown, readonly text: string }>, readonly parent: { readonly __typename: 'Execution', readonly id: string, readonly displayName: string, readonly typeName: string, readonly status: ExecutionStatus | null, readonly run: { readonly __typename: 'Run', readonly id: string, readonly displayName: string } | null } | null, readonly cachedFrom: { readonly __typename: 'Execution', readonly id: string, readonly displayName: string, readonly typeName: string, readonly status: ExecutionStatus | null, readonly run: { readonly __typename: 'Run', readonly id: string, readonly displayName: string } | null } | null, readonly workspace: { readonly __typename: 'Workspace', readonly id: string, readonly name: string } | null, readonly run: { readonly __typename: 'Run', readonly id: string, readonly displayName: string } | null, readonly labels: ReadonlyArray<{ readonly name: string, readonly value: string }>, readonly properties: ReadonlyArray<{ readonly name: string, readonly custom: boolean, readonly type: PropertyType, readonly value: unknown, readonly text: string }> } | null };

export type ExecutionInputsQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;


export type ExecutionInputsQuery = { readonly execution: { readonly inputs: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly type: EventType, readonly path: ReadonlyArray<string>, readonly occurredAt: string | null, readonly node:
          | { readonly __typename: 'DataSet', readonly id: string, readonly displayName: string, readonly typeName: string, readonly version: string | null }
          | { readonly __typename: 'GenericArtifact', readonly id: string, readonly displayName: string, readonly typeName: string, readonly version: string | null }
          | { readonly __typename: 'Metrics', readonly id: string, readonly displayName: string, readonly typeName: string, readonly version: string | null }
          | { readonly __typename: 'Model', readonly id: string, readonly displayName: string, readonly typeName: string, readonly version: string | null }
         }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null };

export type ExecutionOutputsQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;


export type ExecutionOutputsQuery = { readonly execution: { readonly outputs: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly type: EventType, readonly path: ReadonlyArray<string>, readonly occurredAt: string | null, readonly node:
          | { readonly __typename: 'DataSet', readonly id: string, readonly displayName: string, readonly typeName: string, readonly version: string | null }
          | { readonly __typename: 'GenericArtifact', readonly id: string, readonly displayName: string, readonly typeName: string, readonly version: string | null }
          | { readonly __typename: 'Metrics', readonly id: string, readonly displayName: string, readonly typeName: string, readonly version: string | null }
          | { readonly __typename: 'Model', readonly id: string, readonly displayName: string, readonly typeName: string, readonly version: string | null }
         }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null };

export type ArtifactEventsFragment = { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly type: EventType, readonly path: ReadonlyArray<string>, readonly occurredAt: string | null, readonly node:
      | { readonly __typename: 'DataSet', readonly id: string, readonly displayName: string, readonly typeName: string, readonly version: string | null }
      | { readonly __typename: 'GenericArtifact', readonly id: string, readonly displayName: string, readonly typeName: string, readonly version: string | null }
      | { readonly __typename: 'Metrics', readonly id: string, readonly displayName: string, readonly typeName: string, readonly version: string | null }
      | { readonly __typename: 'Model', readonly id: string, readonly displayName: string, readonly typeName: string, readonly version: string | null }
     }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } };

export type ExecutionChildrenQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;


export type ExecutionChildrenQuery = { readonly execution: { readonly children: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'Execution', readonly role: ExecutionRole, readonly iterationIndex: number | null, readonly startedAt: string | null, readonly finishedAt: string | null, readonly id: string, readonly displayName: string, readonly typeName: string, readonly status: ExecutionStatus | null, readonly run: { readonly __typename: 'Run', readonly id: string, readonly displayName: string } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null };

export type StepFragment = { readonly __typename: 'Execution', readonly role: ExecutionRole, readonly iterationIndex: number | null, readonly startedAt: string | null, readonly finishedAt: string | null, readonly id: string, readonly displayName: string, readonly typeName: string, readonly status: ExecutionStatus | null, readonly run: { readonly __typename: 'Run', readonly id: string, readonly displayName: string } | null };

export type ImpactLimitsQueryVariables = Exact<{ [key: string]: never; }>;


export type ImpactLimitsQuery = { readonly server: { readonly limits: { readonly maxHops: number, readonly maxNodes: number, readonly maxNeighborsPerNode: number, readonly maxPageSize: number } } };

export type WalkImpactQueryVariables = Exact<{
  of: ReadonlyArray<string> | string;
  input: LineageInput;
}>;


export type WalkImpactQuery = { readonly lineage: { readonly roots: ReadonlyArray<
      | { readonly __typename: 'DataSet', readonly version: string | null, readonly uri: string | null, readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string }
      | { readonly __typename: 'Execution', readonly status: ExecutionStatus | null, readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string }
      | { readonly __typename: 'GenericArtifact', readonly version: string | null, readonly uri: string | null, readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string }
      | { readonly __typename: 'Metrics', readonly version: string | null, readonly uri: string | null, readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string }
      | { readonly __typename: 'Model', readonly version: string | null, readonly uri: string | null, readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string }
    >, readonly entries: ReadonlyArray<{ readonly expanded: boolean, readonly node:
        | { readonly __typename: 'DataSet', readonly version: string | null, readonly uri: string | null, readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string }
        | { readonly __typename: 'Execution', readonly status: ExecutionStatus | null, readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string }
        | { readonly __typename: 'GenericArtifact', readonly version: string | null, readonly uri: string | null, readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string }
        | { readonly __typename: 'Metrics', readonly version: string | null, readonly uri: string | null, readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string }
        | { readonly __typename: 'Model', readonly version: string | null, readonly uri: string | null, readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string }
       }>, readonly edges: ReadonlyArray<{ readonly source: string, readonly target: string, readonly type: EventType }>, readonly completeness: { readonly reasons: ReadonlyArray<CutOff> } } | null };

export type PlaceImpactQueryVariables = Exact<{
  of: ReadonlyArray<string> | string;
  input: LineageInput;
}>;


export type PlaceImpactQuery = { readonly lineage: { readonly entries: ReadonlyArray<{ readonly node:
        | { readonly id: string, readonly workspace: { readonly id: string, readonly name: string } | null, readonly run: { readonly id: string, readonly displayName: string } | null }
        | { readonly id: string, readonly workspace: { readonly id: string, readonly name: string } | null, readonly run: { readonly id: string, readonly displayName: string } | null }
        | { readonly id: string, readonly workspace: { readonly id: string, readonly name: string } | null, readonly run: { readonly id: string, readonly displayName: string } | null }
        | { readonly id: string, readonly workspace: { readonly id: string, readonly name: string } | null, readonly run: { readonly id: string, readonly displayName: string } | null }
        | { readonly id: string, readonly workspace: { readonly id: string, readonly name: string } | null, readonly run: { readonly id: string, readonly displayName: string } | null }
       }> } | null };

type ImpactPlace_DataSet_Fragment = { readonly workspace: { readonly id: string, readonly name: string } | null, readonly run: { readonly id: string, readonly displayName: string } | null };

type ImpactPlace_Execution_Fragment = { readonly workspace: { readonly id: string, readonly name: string } | null, readonly run: { readonly id: string, readonly displayName: string } | null };

type ImpactPlace_GenericArtifact_Fragment = { readonly workspace: { readonly id: string, readonly name: string } | null, readonly run: { readonly id: string, readonly displayName: string } | null };

type ImpactPlace_Metrics_Fragment = { readonly workspace: { readonly id: string, readonly name: string } | null, readonly run: { readonly id: string, readonly displayName: string } | null };

type ImpactPlace_Model_Fragment = { readonly workspace: { readonly id: string, readonly name: string } | null, readonly run: { readonly id: string, readonly displayName: string } | null };

export type ImpactPlaceFragment =
  | ImpactPlace_DataSet_Fragment
  | ImpactPlace_Execution_Fragment
  | ImpactPlace_GenericArtifact_Fragment
  | ImpactPlace_Metrics_Fragment
  | ImpactPlace_Model_Fragment
;

type ImpactNode_DataSet_Fragment = { readonly __typename: 'DataSet', readonly version: string | null, readonly uri: string | null, readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string };

type ImpactNode_Execution_Fragment = { readonly __typename: 'Execution', readonly status: ExecutionStatus | null, readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string };

type ImpactNode_GenericArtifact_Fragment = { readonly __typename: 'GenericArtifact', readonly version: string | null, readonly uri: string | null, readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string };

type ImpactNode_Metrics_Fragment = { readonly __typename: 'Metrics', readonly version: string | null, readonly uri: string | null, readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string };

type ImpactNode_Model_Fragment = { readonly __typename: 'Model', readonly version: string | null, readonly uri: string | null, readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string };

export type ImpactNodeFragment =
  | ImpactNode_DataSet_Fragment
  | ImpactNode_Execution_Fragment
  | ImpactNode_GenericArtifact_Fragment
  | ImpactNode_Metrics_Fragment
  | ImpactNode_Model_Fragment
;

export type ValuePartsFragment = { readonly name: string, readonly custom: boolean, readonly type: PropertyType, readonly value: unknown, readonly text: string };

export type PagePartsFragment = { readonly hasNextPage: boolean, readonly endCursor: string | null };

type ArtifactLink_DataSet_Fragment = { readonly __typename: 'DataSet', readonly id: string, readonly displayName: string, readonly typeName: string, readonly version: string | null };

type ArtifactLink_GenericArtifact_Fragment = { readonly __typename: 'GenericArtifact', readonly id: string, readonly displayName: string, readonly typeName: string, readonly version: string | null };

type ArtifactLink_Metrics_Fragment = { readonly __typename: 'Metrics', readonly id: string, readonly displayName: string, readonly typeName: string, readonly version: string | null };

type ArtifactLink_Model_Fragment = { readonly __typename: 'Model', readonly id: string, readonly displayName: string, readonly typeName: string, readonly version: string | null };

export type ArtifactLinkFragment =
  | ArtifactLink_DataSet_Fragment
  | ArtifactLink_GenericArtifact_Fragment
  | ArtifactLink_Metrics_Fragment
  | ArtifactLink_Model_Fragment
;

export type StepLinkFragment = { readonly __typename: 'Execution', readonly id: string, readonly displayName: string, readonly typeName: string, readonly status: ExecutionStatus | null, readonly run: { readonly __typename: 'Run', readonly id: string, readonly displayName: string } | null };

type Place_DataSet_Fragment = { readonly __typename: 'DataSet', readonly id: string, readonly typeName: string, readonly name: string | null, readonly displayName: string, readonly externalId: string | null, readonly createdAt: string, readonly updatedAt: string, readonly workspace: { readonly __typename: 'Workspace', readonly id: string, readonly name: string } | null, readonly run: { readonly __typename: 'Run', readonly id: string, readonly displayName: string } | null, readonly labels: ReadonlyArray<{ readonly name: string, readonly value: string }>, readonly properties: ReadonlyArray<{ readonly name: string, readonly custom: boolean, readonly type: PropertyType, readonly value: unknown, readonly text: string }> };

type Place_Execution_Fragment = { readonly __typename: 'Execution', readonly id: string, readonly typeName: string, readonly name: string | null, readonly displayName: string, readonly externalId: string | null, readonly createdAt: string, readonly updatedAt: string, readonly workspace: { readonly __typename: 'Workspace', readonly id: string, readonly name: string } | null, readonly run: { readonly __typename: 'Run', readonly id: string, readonly displayName: string } | null, readonly labels: ReadonlyArray<{ readonly name: string, readonly value: string }>, readonly properties: ReadonlyArray<{ readonly name: string, readonly custom: boolean, readonly type: PropertyType, readonly value: unknown, readonly text: string }> };

type Place_GenericArtifact_Fragment = { readonly __typename: 'GenericArtifact', readonly id: string, readonly typeName: string, readonly name: string | null, readonly displayName: string, readonly externalId: string | null, readonly createdAt: string, readonly updatedAt: string, readonly workspace: { readonly __typename: 'Workspace', readonly id: string, readonly name: string } | null, readonly run: { readonly __typename: 'Run', readonly id: string, readonly displayName: string } | null, readonly labels: ReadonlyArray<{ readonly name: string, readonly value: string }>, readonly properties: ReadonlyArray<{ readonly name: string, readonly custom: boolean, readonly type: PropertyType, readonly value: unknown, readonly text: string }> };

type Place_Metrics_Fragment = { readonly __typename: 'Metrics', readonly id: string, readonly typeName: string, readonly name: string | null, readonly displayName: string, readonly externalId: string | null, readonly createdAt: string, readonly updatedAt: string, readonly workspace: { readonly __typename: 'Workspace', readonly id: string, readonly name: string } | null, readonly run: { readonly __typename: 'Run', readonly id: string, readonly displayName: string } | null, readonly labels: ReadonlyArray<{ readonly name: string, readonly value: string }>, readonly properties: ReadonlyArray<{ readonly name: string, readonly custom: boolean, readonly type: PropertyType, readonly value: unknown, readonly text: string }> };

type Place_Model_Fragment = { readonly __typename: 'Model', readonly id: string, readonly typeName: string, readonly name: string | null, readonly displayName: string, readonly externalId: string | null, readonly createdAt: string, readonly updatedAt: string, readonly workspace: { readonly __typename: 'Workspace', readonly id: string, readonly name: string } | null, readonly run: { readonly __typename: 'Run', readonly id: string, readonly displayName: string } | null, readonly labels: ReadonlyArray<{ readonly name: string, readonly value: string }>, readonly properties: ReadonlyArray<{ readonly name: string, readonly custom: boolean, readonly type: PropertyType, readonly value: unknown, readonly text: string }> };

export type PlaceFragment =
  | Place_DataSet_Fragment
  | Place_Execution_Fragment
  | Place_GenericArtifact_Fragment
  | Place_Metrics_Fragment
  | Place_Model_Fragment
;

export type ContextLinkFragment = { readonly __typename: 'Context', readonly id: string, readonly displayName: string, readonly typeName: string };

export type NodeContextsQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;


export type NodeContextsQuery = { readonly node:
    | { readonly contexts: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'Context', readonly id: string, readonly displayName: string, readonly typeName: string }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } }
    | { readonly contexts: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'Context', readonly id: string, readonly displayName: string, readonly typeName: string }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } }
    | { readonly contexts: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'Context', readonly id: string, readonly displayName: string, readonly typeName: string }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } }
    | { readonly contexts: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'Context', readonly id: string, readonly displayName: string, readonly typeName: string }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } }
    | { readonly contexts: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'Context', readonly id: string, readonly displayName: string, readonly typeName: string }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } }
    | Record<PropertyKey, never>
   | null };

export type RunDetailsQueryVariables = Exact<{
  id: string;
}>;


export type RunDetailsQuery = { readonly run: { readonly __typename: 'Run', readonly id: string, readonly mlmdId: string | null, readonly name: string, readonly displayName: string, readonly description: string | null, readonly origin: Origin, readonly createdAt: string | null, readonly status: ExecutionStatus | null, readonly startedAt: string | null, readonly finishedAt: string | null, readonly workspace: { readonly __typename: 'Workspace', readonly id: string, readonly name: string } | null, readonly parameters: ReadonlyArray<{ readonly name: string, readonly value: unknown, readonly text: string }>, readonly properties: ReadonlyArray<{ readonly name: string, readonly custom: boolean, readonly type: PropertyType, readonly value: unknown, readonly text: string }> } | null };

export type RunMetricsQueryVariables = Exact<{
  id: string;
}>;


export type RunMetricsQuery = { readonly run: { readonly metrics: ReadonlyArray<{ readonly name: string, readonly value: number | null, readonly text: string }> } | null };

export type RunStepsQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
  filter?: ExecutionFilter | null | undefined;
}>;


export type RunStepsQuery = { readonly run: { readonly executions: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'Execution', readonly role: ExecutionRole, readonly iterationIndex: number | null, readonly startedAt: string | null, readonly finishedAt: string | null, readonly id: string, readonly displayName: string, readonly typeName: string, readonly status: ExecutionStatus | null, readonly run: { readonly __typename: 'Run', readonly id: string, readonly displayName: string } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null };

export type RunArtifactsQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;


export type RunArtifactsQuery = { readonly run: { readonly artifacts: { readonly totalCount: number, readonly nodes: ReadonlyArray<
        | { readonly __typename: 'DataSet', readonly id: string, readonly displayName: string, readonly typeName: string, readonly version: string | null, readonly producedBy: { readonly nodes: ReadonlyArray<{ readonly __typename: 'Execution', readonly id: string, readonly displayName: string, readonly typeName: string, readonly status: ExecutionStatus | null, readonly run: { readonly __typename: 'Run', readonly id: string, readonly displayName: string } | null }> }, readonly consumedBy: { readonly totalCount: number } }
        | { readonly __typename: 'GenericArtifact', readonly id: string, readonly displayName: string, readonly typeName: string, readonly version: string | null, readonly producedBy: { readonly nodes: ReadonlyArray<{ readonly __typename: 'Execution', readonly id: string, readonly displayName: string, readonly typeName: string, readonly status: ExecutionStatus | null, readonly run: { readonly __typename: 'Run', readonly id: string, readonly displayName: string } | null }> }, readonly consumedBy: { readonly totalCount: number } }
        | { readonly __typename: 'Metrics', readonly id: string, readonly displayName: string, readonly typeName: string, readonly version: string | null, readonly producedBy: { readonly nodes: ReadonlyArray<{ readonly __typename: 'Execution', readonly id: string, readonly displayName: string, readonly typeName: string, readonly status: ExecutionStatus | null, readonly run: { readonly __typename: 'Run', readonly id: string, readonly displayName: string } | null }> }, readonly consumedBy: { readonly totalCount: number } }
        | { readonly __typename: 'Model', readonly id: string, readonly displayName: string, readonly typeName: string, readonly version: string | null, readonly producedBy: { readonly nodes: ReadonlyArray<{ readonly __typename: 'Execution', readonly id: string, readonly displayName: string, readonly typeName: string, readonly status: ExecutionStatus | null, readonly run: { readonly __typename: 'Run', readonly id: string, readonly displayName: string } | null }> }, readonly consumedBy: { readonly totalCount: number } }
      >, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null };

export type WorkspaceDetailsQueryVariables = Exact<{
  id: string;
}>;


export type WorkspaceDetailsQuery = { readonly workspace: { readonly __typename: 'Workspace', readonly id: string, readonly mlmdId: string, readonly typeName: string, readonly name: string, readonly description: string | null, readonly origin: Origin, readonly createdAt: string, readonly labels: ReadonlyArray<{ readonly name: string, readonly value: string }>, readonly properties: ReadonlyArray<{ readonly name: string, readonly custom: boolean, readonly type: PropertyType, readonly value: unknown, readonly text: string }> } | null };

export type WorkspaceRunsQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;


export type WorkspaceRunsQuery = { readonly workspace: { readonly runs: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'Run', readonly id: string, readonly displayName: string, readonly status: ExecutionStatus | null, readonly createdAt: string | null, readonly startedAt: string | null, readonly finishedAt: string | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null };

export type WorkspaceCountsQueryVariables = Exact<{
  id: string;
}>;


export type WorkspaceCountsQuery = { readonly workspace: { readonly dataSets: { readonly totalCount: number }, readonly models: { readonly totalCount: number }, readonly metrics: { readonly totalCount: number }, readonly others: { readonly totalCount: number }, readonly executions: { readonly totalCount: number }, readonly runs: { readonly totalCount: number } } | null };

export type WorkspaceStagesQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;


export type WorkspaceStagesQuery = { readonly workspace: { readonly stages: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'Context', readonly id: string, readonly displayName: string, readonly typeName: string }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null };

export type WorkspaceExecutionsQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;


export type WorkspaceExecutionsQuery = { readonly workspace: { readonly executions: { readonly nodes: ReadonlyArray<{ readonly __typename: 'Execution', readonly role: ExecutionRole, readonly iterationIndex: number | null, readonly startedAt: string | null, readonly finishedAt: string | null, readonly id: string, readonly displayName: string, readonly typeName: string, readonly status: ExecutionStatus | null, readonly run: { readonly __typename: 'Run', readonly id: string, readonly displayName: string } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null };

export type WalkLimitsQueryVariables = Exact<{ [key: string]: never; }>;


export type WalkLimitsQuery = { readonly server: { readonly limits: { readonly maxHops: number, readonly maxNodes: number, readonly maxNeighborsPerNode: number, readonly maxPageSize: number } } };

export type WalkLineageQueryVariables = Exact<{
  of: ReadonlyArray<string> | string;
  input: LineageInput;
}>;


export type WalkLineageQuery = { readonly lineage: { readonly roots: ReadonlyArray<
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
      | { readonly id: string }
    >, readonly entries: ReadonlyArray<{ readonly upstreamDegree: number, readonly downstreamDegree: number, readonly node:
        | { readonly __typename: 'DataSet', readonly version: string | null, readonly uri: string | null, readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string, readonly workspace: { readonly id: string, readonly name: string } | null, readonly run: { readonly id: string, readonly displayName: string } | null }
        | { readonly __typename: 'Execution', readonly status: ExecutionStatus | null, readonly role: ExecutionRole, readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string, readonly workspace: { readonly id: string, readonly name: string } | null, readonly run: { readonly id: string, readonly displayName: string } | null }
        | { readonly __typename: 'GenericArtifact', readonly version: string | null, readonly uri: string | null, readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string, readonly workspace: { readonly id: string, readonly name: string } | null, readonly run: { readonly id: string, readonly displayName: string } | null }
        | { readonly __typename: 'Metrics', readonly version: string | null, readonly uri: string | null, readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string, readonly workspace: { readonly id: string, readonly name: string } | null, readonly run: { readonly id: string, readonly displayName: string } | null }
        | { readonly __typename: 'Model', readonly version: string | null, readonly uri: string | null, readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string, readonly workspace: { readonly id: string, readonly name: string } | null, readonly run: { readonly id: string, readonly displayName: string } | null }
       }>, readonly edges: ReadonlyArray<{ readonly source: string, readonly target: string, readonly type: EventType, readonly path: ReadonlyArray<string>, readonly occurredAt: string | null }>, readonly completeness: { readonly complete: boolean, readonly reasons: ReadonlyArray<CutOff> } } | null };

export type RunGraphQueryVariables = Exact<{
  id: string;
  maxNodes: number;
}>;


export type RunGraphQuery = { readonly run: { readonly id: string, readonly displayName: string, readonly graph: { readonly roots: ReadonlyArray<
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
      >, readonly entries: ReadonlyArray<{ readonly upstreamDegree: number, readonly downstreamDegree: number, readonly node:
          | { readonly __typename: 'DataSet', readonly version: string | null, readonly uri: string | null, readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string, readonly workspace: { readonly id: string, readonly name: string } | null, readonly run: { readonly id: string, readonly displayName: string } | null }
          | { readonly __typename: 'Execution', readonly status: ExecutionStatus | null, readonly role: ExecutionRole, readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string, readonly workspace: { readonly id: string, readonly name: string } | null, readonly run: { readonly id: string, readonly displayName: string } | null }
          | { readonly __typename: 'GenericArtifact', readonly version: string | null, readonly uri: string | null, readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string, readonly workspace: { readonly id: string, readonly name: string } | null, readonly run: { readonly id: string, readonly displayName: string } | null }
          | { readonly __typename: 'Metrics', readonly version: string | null, readonly uri: string | null, readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string, readonly workspace: { readonly id: string, readonly name: string } | null, readonly run: { readonly id: string, readonly displayName: string } | null }
          | { readonly __typename: 'Model', readonly version: string | null, readonly uri: string | null, readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string, readonly workspace: { readonly id: string, readonly name: string } | null, readonly run: { readonly id: string, readonly displayName: string } | null }
         }>, readonly edges: ReadonlyArray<{ readonly source: string, readonly target: string, readonly type: EventType, readonly path: ReadonlyArray<string>, readonly occurredAt: string | null }>, readonly completeness: { readonly complete: boolean, readonly reasons: ReadonlyArray<CutOff> } } | null } | null };

export type WalkedFragment = { readonly roots: ReadonlyArray<
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
  >, readonly entries: ReadonlyArray<{ readonly upstreamDegree: number, readonly downstreamDegree: number, readonly node:
      | { readonly __typename: 'DataSet', readonly version: string | null, readonly uri: string | null, readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string, readonly workspace: { readonly id: string, readonly name: string } | null, readonly run: { readonly id: string, readonly displayName: string } | null }
      | { readonly __typename: 'Execution', readonly status: ExecutionStatus | null, readonly role: ExecutionRole, readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string, readonly workspace: { readonly id: string, readonly name: string } | null, readonly run: { readonly id: string, readonly displayName: string } | null }
      | { readonly __typename: 'GenericArtifact', readonly version: string | null, readonly uri: string | null, readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string, readonly workspace: { readonly id: string, readonly name: string } | null, readonly run: { readonly id: string, readonly displayName: string } | null }
      | { readonly __typename: 'Metrics', readonly version: string | null, readonly uri: string | null, readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string, readonly workspace: { readonly id: string, readonly name: string } | null, readonly run: { readonly id: string, readonly displayName: string } | null }
      | { readonly __typename: 'Model', readonly version: string | null, readonly uri: string | null, readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string, readonly workspace: { readonly id: string, readonly name: string } | null, readonly run: { readonly id: string, readonly displayName: string } | null }
     }>, readonly edges: ReadonlyArray<{ readonly source: string, readonly target: string, readonly type: EventType, readonly path: ReadonlyArray<string>, readonly occurredAt: string | null }>, readonly completeness: { readonly complete: boolean, readonly reasons: ReadonlyArray<CutOff> } };

type GraphNode_DataSet_Fragment = { readonly __typename: 'DataSet', readonly version: string | null, readonly uri: string | null, readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string, readonly workspace: { readonly id: string, readonly name: string } | null, readonly run: { readonly id: string, readonly displayName: string } | null };

type GraphNode_Execution_Fragment = { readonly __typename: 'Execution', readonly status: ExecutionStatus | null, readonly role: ExecutionRole, readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string, readonly workspace: { readonly id: string, readonly name: string } | null, readonly run: { readonly id: string, readonly displayName: string } | null };

type GraphNode_GenericArtifact_Fragment = { readonly __typename: 'GenericArtifact', readonly version: string | null, readonly uri: string | null, readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string, readonly workspace: { readonly id: string, readonly name: string } | null, readonly run: { readonly id: string, readonly displayName: string } | null };

type GraphNode_Metrics_Fragment = { readonly __typename: 'Metrics', readonly version: string | null, readonly uri: string | null, readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string, readonly workspace: { readonly id: string, readonly name: string } | null, readonly run: { readonly id: string, readonly displayName: string } | null };

type GraphNode_Model_Fragment = { readonly __typename: 'Model', readonly version: string | null, readonly uri: string | null, readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string, readonly workspace: { readonly id: string, readonly name: string } | null, readonly run: { readonly id: string, readonly displayName: string } | null };

export type GraphNodeFragment =
  | GraphNode_DataSet_Fragment
  | GraphNode_Execution_Fragment
  | GraphNode_GenericArtifact_Fragment
  | GraphNode_Metrics_Fragment
  | GraphNode_Model_Fragment
;

export type NodePanelQueryVariables = Exact<{
  id: string;
}>;


export type NodePanelQuery = { readonly node:
    | { readonly __typename: 'Context', readonly id: string }
    | { readonly __typename: 'DataSet', readonly externalId: string | null, readonly updatedAt: string, readonly uri: string | null, readonly state: ArtifactState | null, readonly description: string | null, readonly id: string, readonly properties: ReadonlyArray<{ readonly name: string, readonly custom: boolean, readonly text: string }> }
    | { readonly __typename: 'Execution', readonly externalId: string | null, readonly updatedAt: string, readonly startedAt: string | null, readonly finishedAt: string | null, readonly id: string, readonly properties: ReadonlyArray<{ readonly name: string, readonly custom: boolean, readonly text: string }>, readonly parameters: ReadonlyArray<{ readonly name: string, readonly text: string }>, readonly outputParameters: ReadonlyArray<{ readonly name: string, readonly text: string }>, readonly cachedFrom: { readonly __typename: 'Execution', readonly id: string, readonly displayName: string } | null }
    | { readonly __typename: 'GenericArtifact', readonly externalId: string | null, readonly updatedAt: string, readonly uri: string | null, readonly state: ArtifactState | null, readonly description: string | null, readonly id: string, readonly properties: ReadonlyArray<{ readonly name: string, readonly custom: boolean, readonly text: string }> }
    | { readonly __typename: 'Metrics', readonly externalId: string | null, readonly updatedAt: string, readonly uri: string | null, readonly state: ArtifactState | null, readonly description: string | null, readonly id: string, readonly properties: ReadonlyArray<{ readonly name: string, readonly custom: boolean, readonly text: string }>, readonly values: ReadonlyArray<{ readonly name: string, readonly text: string }> }
    | { readonly __typename: 'Model', readonly externalId: string | null, readonly updatedAt: string, readonly uri: string | null, readonly state: ArtifactState | null, readonly description: string | null, readonly hyperparameters: unknown, readonly id: string, readonly properties: ReadonlyArray<{ readonly name: string, readonly custom: boolean, readonly text: string }>, readonly trainingFramework: { readonly name: string, readonly version: string | null } | null, readonly metrics: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly displayName: string, readonly values: ReadonlyArray<{ readonly name: string, readonly text: string }> }> } | null }
    | { readonly __typename: 'Run', readonly id: string }
    | { readonly __typename: 'Workspace', readonly id: string }
   | null };

export type FindPathQueryVariables = Exact<{
  from: string;
  to: string;
  maxHops: number;
  maxPaths: number;
  preset: LineagePreset;
}>;


export type FindPathQuery = { readonly paths: { readonly exists: boolean, readonly exhaustive: boolean, readonly paths: ReadonlyArray<{ readonly length: number, readonly nodes: ReadonlyArray<
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
        | { readonly id: string }
      >, readonly edges: ReadonlyArray<{ readonly source: string }> }>, readonly completeness: { readonly complete: boolean, readonly reasons: ReadonlyArray<CutOff> } } | null, readonly ends: ReadonlyArray<
    | { readonly id: string }
    | { readonly displayName: string, readonly id: string }
    | { readonly displayName: string, readonly id: string }
    | { readonly displayName: string, readonly id: string }
    | { readonly displayName: string, readonly id: string }
    | { readonly displayName: string, readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
   | null> };

export type SearchStartsQueryVariables = Exact<{
  artifacts?: ArtifactFilter | null | undefined;
  executions?: ExecutionFilter | null | undefined;
}>;


export type SearchStartsQuery = { readonly artifacts: { readonly nodes: ReadonlyArray<
      | { readonly __typename: 'DataSet', readonly version: string | null, readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string }
      | { readonly __typename: 'GenericArtifact', readonly version: string | null, readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string }
      | { readonly __typename: 'Metrics', readonly version: string | null, readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string }
      | { readonly __typename: 'Model', readonly version: string | null, readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string }
    > } | null, readonly executions: { readonly nodes: ReadonlyArray<{ readonly __typename: 'Execution', readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string }> } | null };

export type NewestStartsQueryVariables = Exact<{ [key: string]: never; }>;


export type NewestStartsQuery = { readonly models: { readonly nodes: ReadonlyArray<
      | { readonly __typename: 'DataSet', readonly version: string | null, readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string }
      | { readonly __typename: 'GenericArtifact', readonly version: string | null, readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string }
      | { readonly __typename: 'Metrics', readonly version: string | null, readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string }
      | { readonly __typename: 'Model', readonly version: string | null, readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string }
    > } | null, readonly dataSets: { readonly nodes: ReadonlyArray<
      | { readonly __typename: 'DataSet', readonly version: string | null, readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string }
      | { readonly __typename: 'GenericArtifact', readonly version: string | null, readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string }
      | { readonly __typename: 'Metrics', readonly version: string | null, readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string }
      | { readonly __typename: 'Model', readonly version: string | null, readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string }
    > } | null, readonly others: { readonly nodes: ReadonlyArray<
      | { readonly __typename: 'DataSet', readonly version: string | null, readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string }
      | { readonly __typename: 'GenericArtifact', readonly version: string | null, readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string }
      | { readonly __typename: 'Metrics', readonly version: string | null, readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string }
      | { readonly __typename: 'Model', readonly version: string | null, readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string }
    > } | null, readonly runs: { readonly nodes: ReadonlyArray<{ readonly __typename: 'Run', readonly id: string, readonly displayName: string, readonly createdAt: string | null }> } | null };

type StartRow_DataSet_Fragment = { readonly __typename: 'DataSet', readonly version: string | null, readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string };

type StartRow_Execution_Fragment = { readonly __typename: 'Execution', readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string };

type StartRow_GenericArtifact_Fragment = { readonly __typename: 'GenericArtifact', readonly version: string | null, readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string };

type StartRow_Metrics_Fragment = { readonly __typename: 'Metrics', readonly version: string | null, readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string };

type StartRow_Model_Fragment = { readonly __typename: 'Model', readonly version: string | null, readonly id: string, readonly displayName: string, readonly typeName: string, readonly createdAt: string };

export type StartRowFragment =
  | StartRow_DataSet_Fragment
  | StartRow_Execution_Fragment
  | StartRow_GenericArtifact_Fragment
  | StartRow_Metrics_Fragment
  | StartRow_Model_Fragment
;

export type HomeCountsQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeCountsQuery = { readonly dataSets: { readonly totalCount: number } | null, readonly models: { readonly totalCount: number } | null, readonly metrics: { readonly totalCount: number } | null, readonly others: { readonly totalCount: number } | null, readonly executions: { readonly totalCount: number } | null, readonly runs: { readonly totalCount: number } | null, readonly workspaces: { readonly totalCount: number } | null };

export type LatestArtifactsQueryVariables = Exact<{
  kind: ArtifactKind;
}>;


export type LatestArtifactsQuery = { readonly artifacts: { readonly nodes: ReadonlyArray<
      | { readonly __typename: 'DataSet', readonly id: string, readonly displayName: string, readonly version: string | null, readonly createdAt: string }
      | { readonly __typename: 'GenericArtifact', readonly id: string, readonly displayName: string, readonly version: string | null, readonly createdAt: string }
      | { readonly __typename: 'Metrics', readonly id: string, readonly displayName: string, readonly version: string | null, readonly createdAt: string }
      | { readonly __typename: 'Model', readonly id: string, readonly displayName: string, readonly version: string | null, readonly createdAt: string }
    > } | null };

export type LatestRunsQueryVariables = Exact<{ [key: string]: never; }>;


export type LatestRunsQuery = { readonly runs: { readonly nodes: ReadonlyArray<{ readonly __typename: 'Run', readonly id: string, readonly displayName: string, readonly status: ExecutionStatus | null, readonly createdAt: string | null, readonly workspace: { readonly id: string, readonly name: string } | null }> } | null };

export type LatestExecutionsQueryVariables = Exact<{ [key: string]: never; }>;


export type LatestExecutionsQuery = { readonly executions: { readonly nodes: ReadonlyArray<{ readonly __typename: 'Execution', readonly id: string, readonly displayName: string, readonly status: ExecutionStatus | null, readonly createdAt: string }> } | null };

export type SearchArtifactsQueryVariables = Exact<{
  words: string;
}>;


export type SearchArtifactsQuery = { readonly artifacts: { readonly nodes: ReadonlyArray<
      | { readonly __typename: 'DataSet', readonly id: string, readonly displayName: string, readonly typeName: string, readonly version: string | null, readonly workspace: { readonly id: string, readonly name: string } | null }
      | { readonly __typename: 'GenericArtifact', readonly id: string, readonly displayName: string, readonly typeName: string, readonly version: string | null, readonly workspace: { readonly id: string, readonly name: string } | null }
      | { readonly __typename: 'Metrics', readonly id: string, readonly displayName: string, readonly typeName: string, readonly version: string | null, readonly workspace: { readonly id: string, readonly name: string } | null }
      | { readonly __typename: 'Model', readonly id: string, readonly displayName: string, readonly typeName: string, readonly version: string | null, readonly workspace: { readonly id: string, readonly name: string } | null }
    > } | null };

export type SearchExecutionsQueryVariables = Exact<{
  words: string;
}>;


export type SearchExecutionsQuery = { readonly executions: { readonly nodes: ReadonlyArray<{ readonly __typename: 'Execution', readonly id: string, readonly displayName: string, readonly typeName: string, readonly workspace: { readonly id: string, readonly name: string } | null }> } | null };

export type SearchRunsQueryVariables = Exact<{
  words: string;
}>;


export type SearchRunsQuery = { readonly runs: { readonly nodes: ReadonlyArray<{ readonly __typename: 'Run', readonly id: string, readonly displayName: string, readonly workspace: { readonly id: string, readonly name: string } | null }> } | null };

export type SearchWorkspacesQueryVariables = Exact<{
  words: string;
}>;


export type SearchWorkspacesQuery = { readonly workspaces: { readonly nodes: ReadonlyArray<{ readonly __typename: 'Workspace', readonly id: string, readonly name: string }> } | null };

export type SearchIdsQueryVariables = Exact<{
  ids: ReadonlyArray<string> | string;
}>;


export type SearchIdsQuery = { readonly nodes: ReadonlyArray<
    | { readonly __typename: 'Context', readonly displayName: string, readonly typeName: string, readonly id: string }
    | { readonly __typename: 'DataSet', readonly displayName: string, readonly typeName: string, readonly id: string }
    | { readonly __typename: 'Execution', readonly displayName: string, readonly typeName: string, readonly id: string }
    | { readonly __typename: 'GenericArtifact', readonly displayName: string, readonly typeName: string, readonly id: string }
    | { readonly __typename: 'Metrics', readonly displayName: string, readonly typeName: string, readonly id: string }
    | { readonly __typename: 'Model', readonly displayName: string, readonly typeName: string, readonly id: string }
    | { readonly __typename: 'Run', readonly displayName: string, readonly id: string }
    | { readonly __typename: 'Workspace', readonly name: string, readonly id: string }
   | null> };

export type ListArtifactsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  filter?: ArtifactFilter | null | undefined;
  orderBy?: Order | null | undefined;
}>;


export type ListArtifactsQuery = { readonly artifacts: { readonly nodes: ReadonlyArray<
      | { readonly __typename: 'DataSet', readonly id: string, readonly mlmdId: string, readonly name: string | null, readonly displayName: string, readonly typeName: string, readonly version: string | null, readonly uri: string | null, readonly state: ArtifactState | null, readonly owner: string | null, readonly description: string | null, readonly createdAt: string, readonly updatedAt: string, readonly workspace: { readonly id: string, readonly name: string } | null, readonly run: { readonly id: string, readonly displayName: string } | null }
      | { readonly __typename: 'GenericArtifact', readonly id: string, readonly mlmdId: string, readonly name: string | null, readonly displayName: string, readonly typeName: string, readonly version: string | null, readonly uri: string | null, readonly state: ArtifactState | null, readonly owner: string | null, readonly description: string | null, readonly createdAt: string, readonly updatedAt: string, readonly workspace: { readonly id: string, readonly name: string } | null, readonly run: { readonly id: string, readonly displayName: string } | null }
      | { readonly __typename: 'Metrics', readonly metricsType: MetricsType | null, readonly id: string, readonly mlmdId: string, readonly name: string | null, readonly displayName: string, readonly typeName: string, readonly version: string | null, readonly uri: string | null, readonly state: ArtifactState | null, readonly owner: string | null, readonly description: string | null, readonly createdAt: string, readonly updatedAt: string, readonly values: ReadonlyArray<{ readonly name: string, readonly text: string }>, readonly workspace: { readonly id: string, readonly name: string } | null, readonly run: { readonly id: string, readonly displayName: string } | null }
      | { readonly __typename: 'Model', readonly modelType: string | null, readonly id: string, readonly mlmdId: string, readonly name: string | null, readonly displayName: string, readonly typeName: string, readonly version: string | null, readonly uri: string | null, readonly state: ArtifactState | null, readonly owner: string | null, readonly description: string | null, readonly createdAt: string, readonly updatedAt: string, readonly trainingFramework: { readonly name: string, readonly version: string | null } | null, readonly workspace: { readonly id: string, readonly name: string } | null, readonly run: { readonly id: string, readonly displayName: string } | null }
    >, readonly pageInfo: { readonly hasNextPage: boolean, readonly hasPreviousPage: boolean, readonly startCursor: string | null, readonly endCursor: string | null } } | null };

export type CountArtifactsQueryVariables = Exact<{
  filter?: ArtifactFilter | null | undefined;
}>;


export type CountArtifactsQuery = { readonly artifacts: { readonly totalCount: number } | null };

type ArtifactRow_DataSet_Fragment = { readonly __typename: 'DataSet', readonly id: string, readonly mlmdId: string, readonly name: string | null, readonly displayName: string, readonly typeName: string, readonly version: string | null, readonly uri: string | null, readonly state: ArtifactState | null, readonly owner: string | null, readonly description: string | null, readonly createdAt: string, readonly updatedAt: string, readonly workspace: { readonly id: string, readonly name: string } | null, readonly run: { readonly id: string, readonly displayName: string } | null };

type ArtifactRow_GenericArtifact_Fragment = { readonly __typename: 'GenericArtifact', readonly id: string, readonly mlmdId: string, readonly name: string | null, readonly displayName: string, readonly typeName: string, readonly version: string | null, readonly uri: string | null, readonly state: ArtifactState | null, readonly owner: string | null, readonly description: string | null, readonly createdAt: string, readonly updatedAt: string, readonly workspace: { readonly id: string, readonly name: string } | null, readonly run: { readonly id: string, readonly displayName: string } | null };

type ArtifactRow_Metrics_Fragment = { readonly __typename: 'Metrics', readonly metricsType: MetricsType | null, readonly id: string, readonly mlmdId: string, readonly name: string | null, readonly displayName: string, readonly typeName: string, readonly version: string | null, readonly uri: string | null, readonly state: ArtifactState | null, readonly owner: string | null, readonly description: string | null, readonly createdAt: string, readonly updatedAt: string, readonly values: ReadonlyArray<{ readonly name: string, readonly text: string }>, readonly workspace: { readonly id: string, readonly name: string } | null, readonly run: { readonly id: string, readonly displayName: string } | null };

type ArtifactRow_Model_Fragment = { readonly __typename: 'Model', readonly modelType: string | null, readonly id: string, readonly mlmdId: string, readonly name: string | null, readonly displayName: string, readonly typeName: string, readonly version: string | null, readonly uri: string | null, readonly state: ArtifactState | null, readonly owner: string | null, readonly description: string | null, readonly createdAt: string, readonly updatedAt: string, readonly trainingFramework: { readonly name: string, readonly version: string | null } | null, readonly workspace: { readonly id: string, readonly name: string } | null, readonly run: { readonly id: string, readonly displayName: string } | null };

export type ArtifactRowFragment =
  | ArtifactRow_DataSet_Fragment
  | ArtifactRow_GenericArtifact_Fragment
  | ArtifactRow_Metrics_Fragment
  | ArtifactRow_Model_Fragment
;

export type TypeNamesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  kind: TypeKind;
}>;


export type TypeNamesQuery = { readonly types: { readonly nodes: ReadonlyArray<{ readonly name: string }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type WorkspaceChoicesQueryVariables = Exact<{
  filter?: WorkspaceFilter | null | undefined;
}>;


export type WorkspaceChoicesQuery = { readonly workspaces: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string }> } | null };

export type RunChoicesQueryVariables = Exact<{
  filter?: RunFilter | null | undefined;
}>;


export type RunChoicesQuery = { readonly runs: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly displayName: string }> } | null };

export type NamesOfQueryVariables = Exact<{
  ids: ReadonlyArray<string> | string;
}>;


export type NamesOfQuery = { readonly nodes: ReadonlyArray<
    | { readonly displayName: string, readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly id: string }
    | { readonly displayName: string, readonly id: string }
    | { readonly name: string, readonly id: string }
   | null> };

export type ListExecutionsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  filter?: ExecutionFilter | null | undefined;
  orderBy?: Order | null | undefined;
}>;


export type ListExecutionsQuery = { readonly executions: { readonly nodes: ReadonlyArray<{ readonly __typename: 'Execution', readonly id: string, readonly mlmdId: string, readonly name: string | null, readonly displayName: string, readonly typeName: string, readonly status: ExecutionStatus | null, readonly role: ExecutionRole, readonly startedAt: string | null, readonly finishedAt: string | null, readonly createdAt: string, readonly updatedAt: string, readonly workspace: { readonly id: string, readonly name: string } | null, readonly run: { readonly id: string, readonly displayName: string } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly hasPreviousPage: boolean, readonly startCursor: string | null, readonly endCursor: string | null } } | null };

export type CountExecutionsQueryVariables = Exact<{
  filter?: ExecutionFilter | null | undefined;
}>;


export type CountExecutionsQuery = { readonly executions: { readonly totalCount: number } | null };

export type ExecutionRowFragment = { readonly __typename: 'Execution', readonly id: string, readonly mlmdId: string, readonly name: string | null, readonly displayName: string, readonly typeName: string, readonly status: ExecutionStatus | null, readonly role: ExecutionRole, readonly startedAt: string | null, readonly finishedAt: string | null, readonly createdAt: string, readonly updatedAt: string, readonly workspace: { readonly id: string, readonly name: string } | null, readonly run: { readonly id: string, readonly displayName: string } | null };

export type ListRunsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  filter?: RunFilter | null | undefined;
  orderBy?: Order | null | undefined;
}>;


export type ListRunsQuery = { readonly runs: { readonly nodes: ReadonlyArray<{ readonly __typename: 'Run', readonly id: string, readonly displayName: string, readonly description: string | null, readonly origin: Origin, readonly status: ExecutionStatus | null, readonly createdAt: string | null, readonly startedAt: string | null, readonly finishedAt: string | null, readonly workspace: { readonly id: string, readonly name: string } | null, readonly metrics: ReadonlyArray<{ readonly name: string, readonly text: string }> }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly hasPreviousPage: boolean, readonly startCursor: string | null, readonly endCursor: string | null } } | null };

export type CountRunsQueryVariables = Exact<{
  filter?: RunFilter | null | undefined;
}>;


export type CountRunsQuery = { readonly runs: { readonly totalCount: number } | null };

export type RunRowFragment = { readonly __typename: 'Run', readonly id: string, readonly displayName: string, readonly description: string | null, readonly origin: Origin, readonly status: ExecutionStatus | null, readonly createdAt: string | null, readonly startedAt: string | null, readonly finishedAt: string | null, readonly workspace: { readonly id: string, readonly name: string } | null, readonly metrics: ReadonlyArray<{ readonly name: string, readonly text: string }> };

export type ListWorkspacesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  filter?: WorkspaceFilter | null | undefined;
  orderBy?: Order | null | undefined;
}>;


export type ListWorkspacesQuery = { readonly workspaces: { readonly nodes: ReadonlyArray<{ readonly __typename: 'Workspace', readonly id: string, readonly mlmdId: string, readonly name: string, readonly description: string | null, readonly origin: Origin, readonly typeName: string, readonly createdAt: string, readonly runs: { readonly totalCount: number } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly hasPreviousPage: boolean, readonly startCursor: string | null, readonly endCursor: string | null } } | null };

export type CountWorkspacesQueryVariables = Exact<{
  filter?: WorkspaceFilter | null | undefined;
}>;


export type CountWorkspacesQuery = { readonly workspaces: { readonly totalCount: number } | null };

export type WorkspaceRowFragment = { readonly __typename: 'Workspace', readonly id: string, readonly mlmdId: string, readonly name: string, readonly description: string | null, readonly origin: Origin, readonly typeName: string, readonly createdAt: string, readonly runs: { readonly totalCount: number } };

export type FindNodesQueryVariables = Exact<{
  text: string;
}>;


export type FindNodesQuery = { readonly artifacts: { readonly nodes: ReadonlyArray<
      | { readonly __typename: 'DataSet', readonly id: string, readonly displayName: string, readonly typeName: string, readonly run: { readonly id: string, readonly displayName: string } | null }
      | { readonly __typename: 'GenericArtifact', readonly id: string, readonly displayName: string, readonly typeName: string, readonly run: { readonly id: string, readonly displayName: string } | null }
      | { readonly __typename: 'Metrics', readonly id: string, readonly displayName: string, readonly typeName: string, readonly run: { readonly id: string, readonly displayName: string } | null }
      | { readonly __typename: 'Model', readonly id: string, readonly displayName: string, readonly typeName: string, readonly run: { readonly id: string, readonly displayName: string } | null }
    > } | null, readonly executions: { readonly nodes: ReadonlyArray<{ readonly __typename: 'Execution', readonly id: string, readonly displayName: string, readonly typeName: string, readonly run: { readonly id: string, readonly displayName: string } | null }> } | null };

type FoundNode_DataSet_Fragment = { readonly __typename: 'DataSet', readonly id: string, readonly displayName: string, readonly typeName: string, readonly run: { readonly id: string, readonly displayName: string } | null };

type FoundNode_Execution_Fragment = { readonly __typename: 'Execution', readonly id: string, readonly displayName: string, readonly typeName: string, readonly run: { readonly id: string, readonly displayName: string } | null };

type FoundNode_GenericArtifact_Fragment = { readonly __typename: 'GenericArtifact', readonly id: string, readonly displayName: string, readonly typeName: string, readonly run: { readonly id: string, readonly displayName: string } | null };

type FoundNode_Metrics_Fragment = { readonly __typename: 'Metrics', readonly id: string, readonly displayName: string, readonly typeName: string, readonly run: { readonly id: string, readonly displayName: string } | null };

type FoundNode_Model_Fragment = { readonly __typename: 'Model', readonly id: string, readonly displayName: string, readonly typeName: string, readonly run: { readonly id: string, readonly displayName: string } | null };

export type FoundNodeFragment =
  | FoundNode_DataSet_Fragment
  | FoundNode_Execution_Fragment
  | FoundNode_GenericArtifact_Fragment
  | FoundNode_Metrics_Fragment
  | FoundNode_Model_Fragment
;

export type AboutServerQueryVariables = Exact<{ [key: string]: never; }>;


export type AboutServerQuery = { readonly server: { readonly version: string, readonly store: string, readonly schemaVersion: number | null, readonly readOnly: boolean } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const ComparedOutputFragmentDoc = new TypedDocumentString(`
    fragment ComparedOutput on Artifact {
  __typename
  id
  displayName
  typeName
  createdAt
  ... on Model {
    hyperparameters
  }
  ... on Metrics {
    values {
      name
      text
    }
    properties(names: ["step", "epoch", "iteration", "global_step"]) {
      name
      text
    }
  }
}
    `, {"fragmentName":"ComparedOutput"}) as unknown as TypedDocumentString<ComparedOutputFragment, unknown>;
export const ComparedRunFragmentDoc = new TypedDocumentString(`
    fragment ComparedRun on Run {
  id
  displayName
  runCreatedAt: createdAt
  status
  startedAt
  finishedAt
  workspace {
    id
    name
  }
  parameters {
    name
    text
  }
  metrics {
    name
    text
  }
  executions(first: 100, orderBy: {field: ID, direction: ASC}) {
    nodes {
      id
      displayName
      parameters {
        name
        text
      }
    }
    pageInfo {
      hasNextPage
    }
  }
  artifacts(
    first: 100
    filter: {kind: [METRICS, MODEL]}
    orderBy: {field: ID, direction: ASC}
  ) {
    nodes {
      ...ComparedOutput
    }
    pageInfo {
      hasNextPage
    }
  }
}
    fragment ComparedOutput on Artifact {
  __typename
  id
  displayName
  typeName
  createdAt
  ... on Model {
    hyperparameters
  }
  ... on Metrics {
    values {
      name
      text
    }
    properties(names: ["step", "epoch", "iteration", "global_step"]) {
      name
      text
    }
  }
}`, {"fragmentName":"ComparedRun"}) as unknown as TypedDocumentString<ComparedRunFragment, unknown>;
export const ComparedExecutionFragmentDoc = new TypedDocumentString(`
    fragment ComparedExecution on Execution {
  id
  displayName
  typeName
  createdAt
  status
  startedAt
  finishedAt
  workspace {
    id
    name
  }
  run {
    id
    displayName
  }
  parameters {
    name
    text
  }
  outputs(first: 100) {
    nodes {
      ...ComparedOutput
    }
    pageInfo {
      hasNextPage
    }
  }
}
    fragment ComparedOutput on Artifact {
  __typename
  id
  displayName
  typeName
  createdAt
  ... on Model {
    hyperparameters
  }
  ... on Metrics {
    values {
      name
      text
    }
    properties(names: ["step", "epoch", "iteration", "global_step"]) {
      name
      text
    }
  }
}`, {"fragmentName":"ComparedExecution"}) as unknown as TypedDocumentString<ComparedExecutionFragment, unknown>;
export const ComparedArtifactFragmentDoc = new TypedDocumentString(`
    fragment ComparedArtifact on Artifact {
  id
  displayName
  typeName
  version
  uri
  createdAt
  workspace {
    id
    name
  }
  run {
    id
    displayName
  }
  properties {
    name
    text
  }
  ... on Model {
    modelType
    hyperparameters
    measured: metrics(first: 100) {
      nodes {
        ...ComparedOutput
      }
      pageInfo {
        hasNextPage
      }
    }
  }
  ... on Metrics {
    values {
      name
      text
    }
  }
}
    fragment ComparedOutput on Artifact {
  __typename
  id
  displayName
  typeName
  createdAt
  ... on Model {
    hyperparameters
  }
  ... on Metrics {
    values {
      name
      text
    }
    properties(names: ["step", "epoch", "iteration", "global_step"]) {
      name
      text
    }
  }
}`, {"fragmentName":"ComparedArtifact"}) as unknown as TypedDocumentString<ComparedArtifactFragment, unknown>;
export const StepLinkFragmentDoc = new TypedDocumentString(`
    fragment StepLink on Execution {
  __typename
  id
  displayName
  typeName
  status
  run {
    __typename
    id
    displayName
  }
}
    `, {"fragmentName":"StepLink"}) as unknown as TypedDocumentString<StepLinkFragment, unknown>;
export const PagePartsFragmentDoc = new TypedDocumentString(`
    fragment PageParts on PageInfo {
  hasNextPage
  endCursor
}
    `, {"fragmentName":"PageParts"}) as unknown as TypedDocumentString<PagePartsFragment, unknown>;
export const StepEventsFragmentDoc = new TypedDocumentString(`
    fragment StepEvents on ExecutionEventConnection {
  edges {
    cursor
    type
    path
    occurredAt
    node {
      ...StepLink
    }
  }
  pageInfo {
    ...PageParts
  }
  totalCount
}
    fragment PageParts on PageInfo {
  hasNextPage
  endCursor
}
fragment StepLink on Execution {
  __typename
  id
  displayName
  typeName
  status
  run {
    __typename
    id
    displayName
  }
}`, {"fragmentName":"StepEvents"}) as unknown as TypedDocumentString<StepEventsFragment, unknown>;
export const ArtifactLinkFragmentDoc = new TypedDocumentString(`
    fragment ArtifactLink on Artifact {
  __typename
  id
  displayName
  typeName
  version
}
    `, {"fragmentName":"ArtifactLink"}) as unknown as TypedDocumentString<ArtifactLinkFragment, unknown>;
export const ReachedFragmentDoc = new TypedDocumentString(`
    fragment Reached on Artifact {
  ...ArtifactLink
  run {
    __typename
    id
    displayName
  }
}
    fragment ArtifactLink on Artifact {
  __typename
  id
  displayName
  typeName
  version
}`, {"fragmentName":"Reached"}) as unknown as TypedDocumentString<ReachedFragment, unknown>;
export const ArtifactEventsFragmentDoc = new TypedDocumentString(`
    fragment ArtifactEvents on ArtifactEventConnection {
  edges {
    cursor
    type
    path
    occurredAt
    node {
      ...ArtifactLink
    }
  }
  pageInfo {
    ...PageParts
  }
  totalCount
}
    fragment PageParts on PageInfo {
  hasNextPage
  endCursor
}
fragment ArtifactLink on Artifact {
  __typename
  id
  displayName
  typeName
  version
}`, {"fragmentName":"ArtifactEvents"}) as unknown as TypedDocumentString<ArtifactEventsFragment, unknown>;
export const StepFragmentDoc = new TypedDocumentString(`
    fragment Step on Execution {
  ...StepLink
  role
  iterationIndex
  startedAt
  finishedAt
}
    fragment StepLink on Execution {
  __typename
  id
  displayName
  typeName
  status
  run {
    __typename
    id
    displayName
  }
}`, {"fragmentName":"Step"}) as unknown as TypedDocumentString<StepFragment, unknown>;
export const ImpactPlaceFragmentDoc = new TypedDocumentString(`
    fragment ImpactPlace on LineageNode {
  workspace {
    id
    name
  }
  run {
    id
    displayName
  }
}
    `, {"fragmentName":"ImpactPlace"}) as unknown as TypedDocumentString<ImpactPlaceFragment, unknown>;
export const ImpactNodeFragmentDoc = new TypedDocumentString(`
    fragment ImpactNode on LineageNode {
  __typename
  id
  displayName
  typeName
  createdAt
  ... on Artifact {
    version
    uri
  }
  ... on Execution {
    status
  }
}
    `, {"fragmentName":"ImpactNode"}) as unknown as TypedDocumentString<ImpactNodeFragment, unknown>;
export const ValuePartsFragmentDoc = new TypedDocumentString(`
    fragment ValueParts on Property {
  name
  custom
  type
  value
  text
}
    `, {"fragmentName":"ValueParts"}) as unknown as TypedDocumentString<ValuePartsFragment, unknown>;
export const PlaceFragmentDoc = new TypedDocumentString(`
    fragment Place on LineageNode {
  __typename
  id
  typeName
  name
  displayName
  externalId
  createdAt
  updatedAt
  workspace {
    __typename
    id
    name
  }
  run {
    __typename
    id
    displayName
  }
  labels {
    name
    value
  }
  properties {
    ...ValueParts
  }
}
    fragment ValueParts on Property {
  name
  custom
  type
  value
  text
}`, {"fragmentName":"Place"}) as unknown as TypedDocumentString<PlaceFragment, unknown>;
export const ContextLinkFragmentDoc = new TypedDocumentString(`
    fragment ContextLink on Context {
  __typename
  id
  displayName
  typeName
}
    `, {"fragmentName":"ContextLink"}) as unknown as TypedDocumentString<ContextLinkFragment, unknown>;
export const GraphNodeFragmentDoc = new TypedDocumentString(`
    fragment GraphNode on LineageNode {
  __typename
  id
  displayName
  typeName
  createdAt
  workspace {
    id
    name
  }
  run {
    id
    displayName
  }
  ... on Artifact {
    version
    uri
  }
  ... on Execution {
    status
    role
  }
}
    `, {"fragmentName":"GraphNode"}) as unknown as TypedDocumentString<GraphNodeFragment, unknown>;
export const WalkedFragmentDoc = new TypedDocumentString(`
    fragment Walked on Lineage {
  roots {
    id
  }
  entries {
    upstreamDegree
    downstreamDegree
    node {
      ...GraphNode
    }
  }
  edges {
    source
    target
    type
    path
    occurredAt
  }
  completeness {
    complete
    reasons
  }
}
    fragment GraphNode on LineageNode {
  __typename
  id
  displayName
  typeName
  createdAt
  workspace {
    id
    name
  }
  run {
    id
    displayName
  }
  ... on Artifact {
    version
    uri
  }
  ... on Execution {
    status
    role
  }
}`, {"fragmentName":"Walked"}) as unknown as TypedDocumentString<WalkedFragment, unknown>;
export const StartRowFragmentDoc = new TypedDocumentString(`
    fragment StartRow on LineageNode {
  __typename
  id
  displayName
  typeName
  createdAt
  ... on Artifact {
    version
  }
}
    `, {"fragmentName":"StartRow"}) as unknown as TypedDocumentString<StartRowFragment, unknown>;
export const ArtifactRowFragmentDoc = new TypedDocumentString(`
    fragment ArtifactRow on Artifact {
  __typename
  id
  mlmdId
  name
  displayName
  typeName
  version
  uri
  state
  owner
  description
  createdAt
  updatedAt
  workspace {
    id
    name
  }
  run {
    id
    displayName
  }
  ... on Model {
    modelType
    trainingFramework {
      name
      version
    }
  }
  ... on Metrics {
    metricsType
    values {
      name
      text
    }
  }
}
    `, {"fragmentName":"ArtifactRow"}) as unknown as TypedDocumentString<ArtifactRowFragment, unknown>;
export const ExecutionRowFragmentDoc = new TypedDocumentString(`
    fragment ExecutionRow on Execution {
  __typename
  id
  mlmdId
  name
  displayName
  typeName
  status
  role
  startedAt
  finishedAt
  createdAt
  updatedAt
  workspace {
    id
    name
  }
  run {
    id
    displayName
  }
}
    `, {"fragmentName":"ExecutionRow"}) as unknown as TypedDocumentString<ExecutionRowFragment, unknown>;
export const RunRowFragmentDoc = new TypedDocumentString(`
    fragment RunRow on Run {
  __typename
  id
  displayName
  description
  origin
  status
  createdAt
  startedAt
  finishedAt
  workspace {
    id
    name
  }
  metrics {
    name
    text
  }
}
    `, {"fragmentName":"RunRow"}) as unknown as TypedDocumentString<RunRowFragment, unknown>;
export const WorkspaceRowFragmentDoc = new TypedDocumentString(`
    fragment WorkspaceRow on Workspace {
  __typename
  id
  mlmdId
  name
  description
  origin
  typeName
  createdAt
  runs(first: 0) {
    totalCount
  }
}
    `, {"fragmentName":"WorkspaceRow"}) as unknown as TypedDocumentString<WorkspaceRowFragment, unknown>;
export const FoundNodeFragmentDoc = new TypedDocumentString(`
    fragment FoundNode on LineageNode {
  __typename
  id
  displayName
  typeName
  run {
    id
    displayName
  }
}
    `, {"fragmentName":"FoundNode"}) as unknown as TypedDocumentString<FoundNodeFragment, unknown>;
export const CompareSubjectsDocument = new TypedDocumentString(`
    query CompareSubjects($of: [ID!]!) {
  nodes(ids: $of) {
    __typename
    id
    ... on Run {
      ...ComparedRun
    }
    ... on Execution {
      ...ComparedExecution
    }
    ... on Artifact {
      ...ComparedArtifact
    }
  }
}
    fragment ComparedRun on Run {
  id
  displayName
  runCreatedAt: createdAt
  status
  startedAt
  finishedAt
  workspace {
    id
    name
  }
  parameters {
    name
    text
  }
  metrics {
    name
    text
  }
  executions(first: 100, orderBy: {field: ID, direction: ASC}) {
    nodes {
      id
      displayName
      parameters {
        name
        text
      }
    }
    pageInfo {
      hasNextPage
    }
  }
  artifacts(
    first: 100
    filter: {kind: [METRICS, MODEL]}
    orderBy: {field: ID, direction: ASC}
  ) {
    nodes {
      ...ComparedOutput
    }
    pageInfo {
      hasNextPage
    }
  }
}
fragment ComparedExecution on Execution {
  id
  displayName
  typeName
  createdAt
  status
  startedAt
  finishedAt
  workspace {
    id
    name
  }
  run {
    id
    displayName
  }
  parameters {
    name
    text
  }
  outputs(first: 100) {
    nodes {
      ...ComparedOutput
    }
    pageInfo {
      hasNextPage
    }
  }
}
fragment ComparedArtifact on Artifact {
  id
  displayName
  typeName
  version
  uri
  createdAt
  workspace {
    id
    name
  }
  run {
    id
    displayName
  }
  properties {
    name
    text
  }
  ... on Model {
    modelType
    hyperparameters
    measured: metrics(first: 100) {
      nodes {
        ...ComparedOutput
      }
      pageInfo {
        hasNextPage
      }
    }
  }
  ... on Metrics {
    values {
      name
      text
    }
  }
}
fragment ComparedOutput on Artifact {
  __typename
  id
  displayName
  typeName
  createdAt
  ... on Model {
    hyperparameters
  }
  ... on Metrics {
    values {
      name
      text
    }
    properties(names: ["step", "epoch", "iteration", "global_step"]) {
      name
      text
    }
  }
}`) as unknown as TypedDocumentString<CompareSubjectsQuery, CompareSubjectsQueryVariables>;
export const PickRunsDocument = new TypedDocumentString(`
    query PickRuns($first: Int!, $after: String, $filter: RunFilter) {
  runs(
    first: $first
    after: $after
    filter: $filter
    orderBy: {field: CREATED_AT, direction: DESC}
  ) {
    nodes {
      id
      displayName
      createdAt
      startedAt
      status
      workspace {
        id
        name
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<PickRunsQuery, PickRunsQueryVariables>;
export const PickWorkspacesDocument = new TypedDocumentString(`
    query PickWorkspaces($filter: WorkspaceFilter) {
  workspaces(first: 25, filter: $filter, orderBy: {field: NAME, direction: ASC}) {
    nodes {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<PickWorkspacesQuery, PickWorkspacesQueryVariables>;
export const ArtifactDetailsDocument = new TypedDocumentString(`
    query ArtifactDetails($id: ID!) {
  artifact(by: {id: $id}) {
    ...Place
    uri
    locations
    state
    description
    owner
    version
    digest
    ... on DataSet {
      query
    }
    ... on Model {
      modelType
      trainingFramework {
        name
        version
      }
      hyperparameters
    }
    ... on Metrics {
      metricsType
      values {
        name
        value
        text
      }
      model {
        ...ArtifactLink
      }
      dataSet {
        ...ArtifactLink
      }
    }
  }
}
    fragment ValueParts on Property {
  name
  custom
  type
  value
  text
}
fragment ArtifactLink on Artifact {
  __typename
  id
  displayName
  typeName
  version
}
fragment Place on LineageNode {
  __typename
  id
  typeName
  name
  displayName
  externalId
  createdAt
  updatedAt
  workspace {
    __typename
    id
    name
  }
  run {
    __typename
    id
    displayName
  }
  labels {
    name
    value
  }
  properties {
    ...ValueParts
  }
}`) as unknown as TypedDocumentString<ArtifactDetailsQuery, ArtifactDetailsQueryVariables>;
export const ArtifactProducersDocument = new TypedDocumentString(`
    query ArtifactProducers($id: ID!, $first: Int!, $after: String) {
  artifact(by: {id: $id}) {
    producedBy(first: $first, after: $after) {
      ...StepEvents
    }
  }
}
    fragment StepEvents on ExecutionEventConnection {
  edges {
    cursor
    type
    path
    occurredAt
    node {
      ...StepLink
    }
  }
  pageInfo {
    ...PageParts
  }
  totalCount
}
fragment PageParts on PageInfo {
  hasNextPage
  endCursor
}
fragment StepLink on Execution {
  __typename
  id
  displayName
  typeName
  status
  run {
    __typename
    id
    displayName
  }
}`) as unknown as TypedDocumentString<ArtifactProducersQuery, ArtifactProducersQueryVariables>;
export const ArtifactConsumersDocument = new TypedDocumentString(`
    query ArtifactConsumers($id: ID!, $first: Int!, $after: String) {
  artifact(by: {id: $id}) {
    consumedBy(first: $first, after: $after) {
      ...StepEvents
    }
  }
}
    fragment StepEvents on ExecutionEventConnection {
  edges {
    cursor
    type
    path
    occurredAt
    node {
      ...StepLink
    }
  }
  pageInfo {
    ...PageParts
  }
  totalCount
}
fragment PageParts on PageInfo {
  hasNextPage
  endCursor
}
fragment StepLink on Execution {
  __typename
  id
  displayName
  typeName
  status
  run {
    __typename
    id
    displayName
  }
}`) as unknown as TypedDocumentString<ArtifactConsumersQuery, ArtifactConsumersQueryVariables>;
export const DataSetModelsDocument = new TypedDocumentString(`
    query DataSetModels($id: ID!, $first: Int!, $after: String) {
  artifact(by: {id: $id}) {
    ... on DataSet {
      models(first: $first, after: $after) {
        edges {
          distance
          node {
            ...Reached
          }
        }
        pageInfo {
          ...PageParts
        }
        totalCount
        completeness {
          complete
          reasons
        }
      }
    }
  }
}
    fragment Reached on Artifact {
  ...ArtifactLink
  run {
    __typename
    id
    displayName
  }
}
fragment PageParts on PageInfo {
  hasNextPage
  endCursor
}
fragment ArtifactLink on Artifact {
  __typename
  id
  displayName
  typeName
  version
}`) as unknown as TypedDocumentString<DataSetModelsQuery, DataSetModelsQueryVariables>;
export const ModelDataSetsDocument = new TypedDocumentString(`
    query ModelDataSets($id: ID!, $first: Int!, $after: String) {
  artifact(by: {id: $id}) {
    ... on Model {
      dataSets(first: $first, after: $after) {
        edges {
          distance
          node {
            ...Reached
          }
        }
        pageInfo {
          ...PageParts
        }
        totalCount
        completeness {
          complete
          reasons
        }
      }
    }
  }
}
    fragment Reached on Artifact {
  ...ArtifactLink
  run {
    __typename
    id
    displayName
  }
}
fragment PageParts on PageInfo {
  hasNextPage
  endCursor
}
fragment ArtifactLink on Artifact {
  __typename
  id
  displayName
  typeName
  version
}`) as unknown as TypedDocumentString<ModelDataSetsQuery, ModelDataSetsQueryVariables>;
export const ModelMetricsDocument = new TypedDocumentString(`
    query ModelMetrics($id: ID!, $first: Int!, $after: String) {
  artifact(by: {id: $id}) {
    ... on Model {
      metrics(first: $first, after: $after) {
        edges {
          via
          node {
            ...ArtifactLink
            createdAt
            metricsType
            values {
              name
              text
            }
            dataSet {
              ...ArtifactLink
            }
          }
        }
        pageInfo {
          ...PageParts
        }
        totalCount
      }
    }
  }
}
    fragment PageParts on PageInfo {
  hasNextPage
  endCursor
}
fragment ArtifactLink on Artifact {
  __typename
  id
  displayName
  typeName
  version
}`) as unknown as TypedDocumentString<ModelMetricsQuery, ModelMetricsQueryVariables>;
export const ContextDetailsDocument = new TypedDocumentString(`
    query ContextDetails($id: ID!) {
  context: node(id: $id) {
    ... on Context {
      __typename
      id
      mlmdId
      typeName
      name
      displayName
      externalId
      createdAt
      updatedAt
      properties {
        ...ValueParts
      }
    }
  }
}
    fragment ValueParts on Property {
  name
  custom
  type
  value
  text
}`) as unknown as TypedDocumentString<ContextDetailsQuery, ContextDetailsQueryVariables>;
export const ContextParentsDocument = new TypedDocumentString(`
    query ContextParents($id: ID!, $first: Int!, $after: String) {
  context: node(id: $id) {
    ... on Context {
      parents(first: $first, after: $after) {
        nodes {
          ...ContextLink
        }
        pageInfo {
          ...PageParts
        }
        totalCount
      }
    }
  }
}
    fragment PageParts on PageInfo {
  hasNextPage
  endCursor
}
fragment ContextLink on Context {
  __typename
  id
  displayName
  typeName
}`) as unknown as TypedDocumentString<ContextParentsQuery, ContextParentsQueryVariables>;
export const ContextChildrenDocument = new TypedDocumentString(`
    query ContextChildren($id: ID!, $first: Int!, $after: String) {
  context: node(id: $id) {
    ... on Context {
      children(first: $first, after: $after) {
        nodes {
          ...ContextLink
        }
        pageInfo {
          ...PageParts
        }
        totalCount
      }
    }
  }
}
    fragment PageParts on PageInfo {
  hasNextPage
  endCursor
}
fragment ContextLink on Context {
  __typename
  id
  displayName
  typeName
}`) as unknown as TypedDocumentString<ContextChildrenQuery, ContextChildrenQueryVariables>;
export const ContextExecutionsDocument = new TypedDocumentString(`
    query ContextExecutions($id: ID!, $first: Int!, $after: String) {
  context: node(id: $id) {
    ... on Context {
      executions(first: $first, after: $after) {
        nodes {
          ...Step
        }
        pageInfo {
          ...PageParts
        }
        totalCount
      }
    }
  }
}
    fragment Step on Execution {
  ...StepLink
  role
  iterationIndex
  startedAt
  finishedAt
}
fragment PageParts on PageInfo {
  hasNextPage
  endCursor
}
fragment StepLink on Execution {
  __typename
  id
  displayName
  typeName
  status
  run {
    __typename
    id
    displayName
  }
}`) as unknown as TypedDocumentString<ContextExecutionsQuery, ContextExecutionsQueryVariables>;
export const ContextArtifactsDocument = new TypedDocumentString(`
    query ContextArtifacts($id: ID!, $first: Int!, $after: String) {
  context: node(id: $id) {
    ... on Context {
      artifacts(first: $first, after: $after) {
        nodes {
          ...ArtifactLink
          createdAt
        }
        pageInfo {
          ...PageParts
        }
        totalCount
      }
    }
  }
}
    fragment PageParts on PageInfo {
  hasNextPage
  endCursor
}
fragment ArtifactLink on Artifact {
  __typename
  id
  displayName
  typeName
  version
}`) as unknown as TypedDocumentString<ContextArtifactsQuery, ContextArtifactsQueryVariables>;
export const ExecutionDetailsDocument = new TypedDocumentString(`
    query ExecutionDetails($id: ID!) {
  execution(by: {id: $id}) {
    ...Place
    description
    status
    storedStatus
    role
    startedAt
    finishedAt
    iterationIndex
    iterationCount
    parameters {
      name
      value
      text
    }
    outputParameters {
      name
      value
      text
    }
    parent {
      ...StepLink
    }
    cachedFrom {
      ...StepLink
    }
  }
}
    fragment ValueParts on Property {
  name
  custom
  type
  value
  text
}
fragment StepLink on Execution {
  __typename
  id
  displayName
  typeName
  status
  run {
    __typename
    id
    displayName
  }
}
fragment Place on LineageNode {
  __typename
  id
  typeName
  name
  displayName
  externalId
  createdAt
  updatedAt
  workspace {
    __typename
    id
    name
  }
  run {
    __typename
    id
    displayName
  }
  labels {
    name
    value
  }
  properties {
    ...ValueParts
  }
}`) as unknown as TypedDocumentString<ExecutionDetailsQuery, ExecutionDetailsQueryVariables>;
export const ExecutionInputsDocument = new TypedDocumentString(`
    query ExecutionInputs($id: ID!, $first: Int!, $after: String) {
  execution(by: {id: $id}) {
    inputs(first: $first, after: $after) {
      ...ArtifactEvents
    }
  }
}
    fragment ArtifactEvents on ArtifactEventConnection {
  edges {
    cursor
    type
    path
    occurredAt
    node {
      ...ArtifactLink
    }
  }
  pageInfo {
    ...PageParts
  }
  totalCount
}
fragment PageParts on PageInfo {
  hasNextPage
  endCursor
}
fragment ArtifactLink on Artifact {
  __typename
  id
  displayName
  typeName
  version
}`) as unknown as TypedDocumentString<ExecutionInputsQuery, ExecutionInputsQueryVariables>;
export const ExecutionOutputsDocument = new TypedDocumentString(`
    query ExecutionOutputs($id: ID!, $first: Int!, $after: String) {
  execution(by: {id: $id}) {
    outputs(first: $first, after: $after) {
      ...ArtifactEvents
    }
  }
}
    fragment ArtifactEvents on ArtifactEventConnection {
  edges {
    cursor
    type
    path
    occurredAt
    node {
      ...ArtifactLink
    }
  }
  pageInfo {
    ...PageParts
  }
  totalCount
}
fragment PageParts on PageInfo {
  hasNextPage
  endCursor
}
fragment ArtifactLink on Artifact {
  __typename
  id
  displayName
  typeName
  version
}`) as unknown as TypedDocumentString<ExecutionOutputsQuery, ExecutionOutputsQueryVariables>;
export const ExecutionChildrenDocument = new TypedDocumentString(`
    query ExecutionChildren($id: ID!, $first: Int!, $after: String) {
  execution(by: {id: $id}) {
    children(first: $first, after: $after) {
      nodes {
        ...Step
      }
      pageInfo {
        ...PageParts
      }
      totalCount
    }
  }
}
    fragment Step on Execution {
  ...StepLink
  role
  iterationIndex
  startedAt
  finishedAt
}
fragment PageParts on PageInfo {
  hasNextPage
  endCursor
}
fragment StepLink on Execution {
  __typename
  id
  displayName
  typeName
  status
  run {
    __typename
    id
    displayName
  }
}`) as unknown as TypedDocumentString<ExecutionChildrenQuery, ExecutionChildrenQueryVariables>;
export const ImpactLimitsDocument = new TypedDocumentString(`
    query ImpactLimits {
  server {
    limits {
      maxHops
      maxNodes
      maxNeighborsPerNode
      maxPageSize
    }
  }
}
    `) as unknown as TypedDocumentString<ImpactLimitsQuery, ImpactLimitsQueryVariables>;
export const WalkImpactDocument = new TypedDocumentString(`
    query WalkImpact($of: [ID!]!, $input: LineageInput!) {
  lineage(of: $of, input: $input) {
    roots {
      ...ImpactNode
    }
    entries {
      expanded
      node {
        ...ImpactNode
      }
    }
    edges {
      source
      target
      type
    }
    completeness {
      reasons
    }
  }
}
    fragment ImpactNode on LineageNode {
  __typename
  id
  displayName
  typeName
  createdAt
  ... on Artifact {
    version
    uri
  }
  ... on Execution {
    status
  }
}`) as unknown as TypedDocumentString<WalkImpactQuery, WalkImpactQueryVariables>;
export const PlaceImpactDocument = new TypedDocumentString(`
    query PlaceImpact($of: [ID!]!, $input: LineageInput!) {
  lineage(of: $of, input: $input) {
    entries {
      node {
        id
        ...ImpactPlace
      }
    }
  }
}
    fragment ImpactPlace on LineageNode {
  workspace {
    id
    name
  }
  run {
    id
    displayName
  }
}`) as unknown as TypedDocumentString<PlaceImpactQuery, PlaceImpactQueryVariables>;
export const NodeContextsDocument = new TypedDocumentString(`
    query NodeContexts($id: ID!, $first: Int!, $after: String) {
  node(id: $id) {
    ... on LineageNode {
      contexts(first: $first, after: $after) {
        nodes {
          ...ContextLink
        }
        pageInfo {
          ...PageParts
        }
        totalCount
      }
    }
  }
}
    fragment PageParts on PageInfo {
  hasNextPage
  endCursor
}
fragment ContextLink on Context {
  __typename
  id
  displayName
  typeName
}`) as unknown as TypedDocumentString<NodeContextsQuery, NodeContextsQueryVariables>;
export const RunDetailsDocument = new TypedDocumentString(`
    query RunDetails($id: ID!) {
  run(by: {id: $id}) {
    __typename
    id
    mlmdId
    name
    displayName
    description
    origin
    createdAt
    status
    startedAt
    finishedAt
    workspace {
      __typename
      id
      name
    }
    parameters {
      name
      value
      text
    }
    properties {
      ...ValueParts
    }
  }
}
    fragment ValueParts on Property {
  name
  custom
  type
  value
  text
}`) as unknown as TypedDocumentString<RunDetailsQuery, RunDetailsQueryVariables>;
export const RunMetricsDocument = new TypedDocumentString(`
    query RunMetrics($id: ID!) {
  run(by: {id: $id}) {
    metrics {
      name
      value
      text
    }
  }
}
    `) as unknown as TypedDocumentString<RunMetricsQuery, RunMetricsQueryVariables>;
export const RunStepsDocument = new TypedDocumentString(`
    query RunSteps($id: ID!, $first: Int!, $after: String, $filter: ExecutionFilter) {
  run(by: {id: $id}) {
    executions(
      first: $first
      after: $after
      filter: $filter
      orderBy: {field: ID, direction: ASC}
    ) {
      nodes {
        ...Step
      }
      pageInfo {
        ...PageParts
      }
      totalCount
    }
  }
}
    fragment Step on Execution {
  ...StepLink
  role
  iterationIndex
  startedAt
  finishedAt
}
fragment PageParts on PageInfo {
  hasNextPage
  endCursor
}
fragment StepLink on Execution {
  __typename
  id
  displayName
  typeName
  status
  run {
    __typename
    id
    displayName
  }
}`) as unknown as TypedDocumentString<RunStepsQuery, RunStepsQueryVariables>;
export const RunArtifactsDocument = new TypedDocumentString(`
    query RunArtifacts($id: ID!, $first: Int!, $after: String) {
  run(by: {id: $id}) {
    artifacts(first: $first, after: $after, orderBy: {field: ID, direction: ASC}) {
      nodes {
        ...ArtifactLink
        producedBy(first: 1) {
          nodes {
            ...StepLink
          }
        }
        consumedBy(first: 0) {
          totalCount
        }
      }
      pageInfo {
        ...PageParts
      }
      totalCount
    }
  }
}
    fragment PageParts on PageInfo {
  hasNextPage
  endCursor
}
fragment ArtifactLink on Artifact {
  __typename
  id
  displayName
  typeName
  version
}
fragment StepLink on Execution {
  __typename
  id
  displayName
  typeName
  status
  run {
    __typename
    id
    displayName
  }
}`) as unknown as TypedDocumentString<RunArtifactsQuery, RunArtifactsQueryVariables>;
export const WorkspaceDetailsDocument = new TypedDocumentString(`
    query WorkspaceDetails($id: ID!) {
  workspace(by: {id: $id}) {
    __typename
    id
    mlmdId
    typeName
    name
    description
    origin
    createdAt
    labels {
      name
      value
    }
    properties {
      ...ValueParts
    }
  }
}
    fragment ValueParts on Property {
  name
  custom
  type
  value
  text
}`) as unknown as TypedDocumentString<WorkspaceDetailsQuery, WorkspaceDetailsQueryVariables>;
export const WorkspaceRunsDocument = new TypedDocumentString(`
    query WorkspaceRuns($id: ID!, $first: Int!, $after: String) {
  workspace(by: {id: $id}) {
    runs(first: $first, after: $after) {
      nodes {
        __typename
        id
        displayName
        status
        createdAt
        startedAt
        finishedAt
      }
      pageInfo {
        ...PageParts
      }
      totalCount
    }
  }
}
    fragment PageParts on PageInfo {
  hasNextPage
  endCursor
}`) as unknown as TypedDocumentString<WorkspaceRunsQuery, WorkspaceRunsQueryVariables>;
export const WorkspaceCountsDocument = new TypedDocumentString(`
    query WorkspaceCounts($id: ID!) {
  workspace(by: {id: $id}) {
    dataSets: artifacts(first: 0, filter: {kind: [DATA_SET]}) {
      totalCount
    }
    models: artifacts(first: 0, filter: {kind: [MODEL]}) {
      totalCount
    }
    metrics: artifacts(first: 0, filter: {kind: [METRICS]}) {
      totalCount
    }
    others: artifacts(first: 0, filter: {kind: [OTHER]}) {
      totalCount
    }
    executions(first: 0) {
      totalCount
    }
    runs(first: 0) {
      totalCount
    }
  }
}
    `) as unknown as TypedDocumentString<WorkspaceCountsQuery, WorkspaceCountsQueryVariables>;
export const WorkspaceStagesDocument = new TypedDocumentString(`
    query WorkspaceStages($id: ID!, $first: Int!, $after: String) {
  workspace(by: {id: $id}) {
    stages(first: $first, after: $after) {
      nodes {
        ...ContextLink
      }
      pageInfo {
        ...PageParts
      }
      totalCount
    }
  }
}
    fragment PageParts on PageInfo {
  hasNextPage
  endCursor
}
fragment ContextLink on Context {
  __typename
  id
  displayName
  typeName
}`) as unknown as TypedDocumentString<WorkspaceStagesQuery, WorkspaceStagesQueryVariables>;
export const WorkspaceExecutionsDocument = new TypedDocumentString(`
    query WorkspaceExecutions($id: ID!, $first: Int!, $after: String) {
  workspace(by: {id: $id}) {
    executions(first: $first, after: $after) {
      nodes {
        ...Step
      }
      pageInfo {
        ...PageParts
      }
    }
  }
}
    fragment Step on Execution {
  ...StepLink
  role
  iterationIndex
  startedAt
  finishedAt
}
fragment PageParts on PageInfo {
  hasNextPage
  endCursor
}
fragment StepLink on Execution {
  __typename
  id
  displayName
  typeName
  status
  run {
    __typename
    id
    displayName
  }
}`) as unknown as TypedDocumentString<WorkspaceExecutionsQuery, WorkspaceExecutionsQueryVariables>;
export const WalkLimitsDocument = new TypedDocumentString(`
    query WalkLimits {
  server {
    limits {
      maxHops
      maxNodes
      maxNeighborsPerNode
      maxPageSize
    }
  }
}
    `) as unknown as TypedDocumentString<WalkLimitsQuery, WalkLimitsQueryVariables>;
export const WalkLineageDocument = new TypedDocumentString(`
    query WalkLineage($of: [ID!]!, $input: LineageInput!) {
  lineage(of: $of, input: $input) {
    ...Walked
  }
}
    fragment Walked on Lineage {
  roots {
    id
  }
  entries {
    upstreamDegree
    downstreamDegree
    node {
      ...GraphNode
    }
  }
  edges {
    source
    target
    type
    path
    occurredAt
  }
  completeness {
    complete
    reasons
  }
}
fragment GraphNode on LineageNode {
  __typename
  id
  displayName
  typeName
  createdAt
  workspace {
    id
    name
  }
  run {
    id
    displayName
  }
  ... on Artifact {
    version
    uri
  }
  ... on Execution {
    status
    role
  }
}`) as unknown as TypedDocumentString<WalkLineageQuery, WalkLineageQueryVariables>;
export const RunGraphDocument = new TypedDocumentString(`
    query RunGraph($id: ID!, $maxNodes: Int!) {
  run(by: {id: $id}) {
    id
    displayName
    graph(maxNodes: $maxNodes) {
      ...Walked
    }
  }
}
    fragment Walked on Lineage {
  roots {
    id
  }
  entries {
    upstreamDegree
    downstreamDegree
    node {
      ...GraphNode
    }
  }
  edges {
    source
    target
    type
    path
    occurredAt
  }
  completeness {
    complete
    reasons
  }
}
fragment GraphNode on LineageNode {
  __typename
  id
  displayName
  typeName
  createdAt
  workspace {
    id
    name
  }
  run {
    id
    displayName
  }
  ... on Artifact {
    version
    uri
  }
  ... on Execution {
    status
    role
  }
}`) as unknown as TypedDocumentString<RunGraphQuery, RunGraphQueryVariables>;
export const NodePanelDocument = new TypedDocumentString(`
    query NodePanel($id: ID!) {
  node(id: $id) {
    __typename
    id
    ... on LineageNode {
      externalId
      updatedAt
      properties {
        name
        custom
        text
      }
    }
    ... on Artifact {
      uri
      state
      description
    }
    ... on Model {
      trainingFramework {
        name
        version
      }
      hyperparameters
      metrics(first: 3) {
        nodes {
          id
          displayName
          values {
            name
            text
          }
        }
      }
    }
    ... on Metrics {
      values {
        name
        text
      }
    }
    ... on Execution {
      startedAt
      finishedAt
      parameters {
        name
        text
      }
      outputParameters {
        name
        text
      }
      cachedFrom {
        __typename
        id
        displayName
      }
    }
  }
}
    `) as unknown as TypedDocumentString<NodePanelQuery, NodePanelQueryVariables>;
export const FindPathDocument = new TypedDocumentString(`
    query FindPath($from: ID!, $to: ID!, $maxHops: Int!, $maxPaths: Int!, $preset: LineagePreset!) {
  paths(
    from: $from
    to: $to
    direction: BOTH
    maxHops: $maxHops
    maxPaths: $maxPaths
    preset: $preset
  ) {
    exists
    exhaustive
    paths {
      length
      nodes {
        id
      }
      edges {
        source
      }
    }
    completeness {
      complete
      reasons
    }
  }
  ends: nodes(ids: [$from, $to]) {
    id
    ... on LineageNode {
      displayName
    }
  }
}
    `) as unknown as TypedDocumentString<FindPathQuery, FindPathQueryVariables>;
export const SearchStartsDocument = new TypedDocumentString(`
    query SearchStarts($artifacts: ArtifactFilter, $executions: ExecutionFilter) {
  artifacts(first: 20, filter: $artifacts) {
    nodes {
      ...StartRow
    }
  }
  executions(first: 20, filter: $executions) {
    nodes {
      ...StartRow
    }
  }
}
    fragment StartRow on LineageNode {
  __typename
  id
  displayName
  typeName
  createdAt
  ... on Artifact {
    version
  }
}`) as unknown as TypedDocumentString<SearchStartsQuery, SearchStartsQueryVariables>;
export const NewestStartsDocument = new TypedDocumentString(`
    query NewestStarts {
  models: artifacts(first: 6, filter: {kind: MODEL}) {
    nodes {
      ...StartRow
    }
  }
  dataSets: artifacts(first: 6, filter: {kind: DATA_SET}) {
    nodes {
      ...StartRow
    }
  }
  others: artifacts(first: 6, filter: {kind: [METRICS, OTHER]}) {
    nodes {
      ...StartRow
    }
  }
  runs(first: 6) {
    nodes {
      __typename
      id
      displayName
      createdAt
    }
  }
}
    fragment StartRow on LineageNode {
  __typename
  id
  displayName
  typeName
  createdAt
  ... on Artifact {
    version
  }
}`) as unknown as TypedDocumentString<NewestStartsQuery, NewestStartsQueryVariables>;
export const HomeCountsDocument = new TypedDocumentString(`
    query HomeCounts {
  dataSets: artifacts(first: 0, filter: {kind: [DATA_SET]}) {
    totalCount
  }
  models: artifacts(first: 0, filter: {kind: [MODEL]}) {
    totalCount
  }
  metrics: artifacts(first: 0, filter: {kind: [METRICS]}) {
    totalCount
  }
  others: artifacts(first: 0, filter: {kind: [OTHER]}) {
    totalCount
  }
  executions(first: 0) {
    totalCount
  }
  runs(first: 0) {
    totalCount
  }
  workspaces(first: 0) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<HomeCountsQuery, HomeCountsQueryVariables>;
export const LatestArtifactsDocument = new TypedDocumentString(`
    query LatestArtifacts($kind: ArtifactKind!) {
  artifacts(
    first: 6
    filter: {kind: [$kind]}
    orderBy: {field: CREATED_AT, direction: DESC}
  ) {
    nodes {
      __typename
      id
      displayName
      version
      createdAt
    }
  }
}
    `) as unknown as TypedDocumentString<LatestArtifactsQuery, LatestArtifactsQueryVariables>;
export const LatestRunsDocument = new TypedDocumentString(`
    query LatestRuns {
  runs(first: 6, orderBy: {field: CREATED_AT, direction: DESC}) {
    nodes {
      __typename
      id
      displayName
      status
      createdAt
      workspace {
        id
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<LatestRunsQuery, LatestRunsQueryVariables>;
export const LatestExecutionsDocument = new TypedDocumentString(`
    query LatestExecutions {
  executions(first: 6, orderBy: {field: CREATED_AT, direction: DESC}) {
    nodes {
      __typename
      id
      displayName
      status
      createdAt
    }
  }
}
    `) as unknown as TypedDocumentString<LatestExecutionsQuery, LatestExecutionsQueryVariables>;
export const SearchArtifactsDocument = new TypedDocumentString(`
    query SearchArtifacts($words: String!) {
  artifacts(first: 6, filter: {search: $words}) {
    nodes {
      __typename
      id
      displayName
      typeName
      version
      workspace {
        id
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SearchArtifactsQuery, SearchArtifactsQueryVariables>;
export const SearchExecutionsDocument = new TypedDocumentString(`
    query SearchExecutions($words: String!) {
  executions(first: 4, filter: {search: $words}) {
    nodes {
      __typename
      id
      displayName
      typeName
      workspace {
        id
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SearchExecutionsQuery, SearchExecutionsQueryVariables>;
export const SearchRunsDocument = new TypedDocumentString(`
    query SearchRuns($words: String!) {
  runs(first: 4, filter: {name: {contains: $words}}) {
    nodes {
      __typename
      id
      displayName
      workspace {
        id
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SearchRunsQuery, SearchRunsQueryVariables>;
export const SearchWorkspacesDocument = new TypedDocumentString(`
    query SearchWorkspaces($words: String!) {
  workspaces(first: 4, filter: {name: {contains: $words}}) {
    nodes {
      __typename
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<SearchWorkspacesQuery, SearchWorkspacesQueryVariables>;
export const SearchIdsDocument = new TypedDocumentString(`
    query SearchIds($ids: [ID!]!) {
  nodes(ids: $ids) {
    __typename
    id
    ... on LineageNode {
      displayName
      typeName
    }
    ... on Run {
      displayName
    }
    ... on Workspace {
      name
    }
    ... on Context {
      displayName
      typeName
    }
  }
}
    `) as unknown as TypedDocumentString<SearchIdsQuery, SearchIdsQueryVariables>;
export const ListArtifactsDocument = new TypedDocumentString(`
    query ListArtifacts($first: Int, $after: String, $last: Int, $before: String, $filter: ArtifactFilter, $orderBy: Order) {
  artifacts(
    first: $first
    after: $after
    last: $last
    before: $before
    filter: $filter
    orderBy: $orderBy
  ) {
    nodes {
      ...ArtifactRow
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    fragment ArtifactRow on Artifact {
  __typename
  id
  mlmdId
  name
  displayName
  typeName
  version
  uri
  state
  owner
  description
  createdAt
  updatedAt
  workspace {
    id
    name
  }
  run {
    id
    displayName
  }
  ... on Model {
    modelType
    trainingFramework {
      name
      version
    }
  }
  ... on Metrics {
    metricsType
    values {
      name
      text
    }
  }
}`) as unknown as TypedDocumentString<ListArtifactsQuery, ListArtifactsQueryVariables>;
export const CountArtifactsDocument = new TypedDocumentString(`
    query CountArtifacts($filter: ArtifactFilter) {
  artifacts(first: 0, filter: $filter) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<CountArtifactsQuery, CountArtifactsQueryVariables>;
export const TypeNamesDocument = new TypedDocumentString(`
    query TypeNames($first: Int, $after: String, $kind: TypeKind!) {
  types(first: $first, after: $after, kind: $kind) {
    nodes {
      name
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<TypeNamesQuery, TypeNamesQueryVariables>;
export const WorkspaceChoicesDocument = new TypedDocumentString(`
    query WorkspaceChoices($filter: WorkspaceFilter) {
  workspaces(first: 20, filter: $filter) {
    nodes {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<WorkspaceChoicesQuery, WorkspaceChoicesQueryVariables>;
export const RunChoicesDocument = new TypedDocumentString(`
    query RunChoices($filter: RunFilter) {
  runs(first: 20, filter: $filter) {
    nodes {
      id
      displayName
    }
  }
}
    `) as unknown as TypedDocumentString<RunChoicesQuery, RunChoicesQueryVariables>;
export const NamesOfDocument = new TypedDocumentString(`
    query NamesOf($ids: [ID!]!) {
  nodes(ids: $ids) {
    id
    ... on Workspace {
      name
    }
    ... on Run {
      displayName
    }
    ... on Context {
      displayName
    }
  }
}
    `) as unknown as TypedDocumentString<NamesOfQuery, NamesOfQueryVariables>;
export const ListExecutionsDocument = new TypedDocumentString(`
    query ListExecutions($first: Int, $after: String, $last: Int, $before: String, $filter: ExecutionFilter, $orderBy: Order) {
  executions(
    first: $first
    after: $after
    last: $last
    before: $before
    filter: $filter
    orderBy: $orderBy
  ) {
    nodes {
      ...ExecutionRow
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    fragment ExecutionRow on Execution {
  __typename
  id
  mlmdId
  name
  displayName
  typeName
  status
  role
  startedAt
  finishedAt
  createdAt
  updatedAt
  workspace {
    id
    name
  }
  run {
    id
    displayName
  }
}`) as unknown as TypedDocumentString<ListExecutionsQuery, ListExecutionsQueryVariables>;
export const CountExecutionsDocument = new TypedDocumentString(`
    query CountExecutions($filter: ExecutionFilter) {
  executions(first: 0, filter: $filter) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<CountExecutionsQuery, CountExecutionsQueryVariables>;
export const ListRunsDocument = new TypedDocumentString(`
    query ListRuns($first: Int, $after: String, $last: Int, $before: String, $filter: RunFilter, $orderBy: Order) {
  runs(
    first: $first
    after: $after
    last: $last
    before: $before
    filter: $filter
    orderBy: $orderBy
  ) {
    nodes {
      ...RunRow
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    fragment RunRow on Run {
  __typename
  id
  displayName
  description
  origin
  status
  createdAt
  startedAt
  finishedAt
  workspace {
    id
    name
  }
  metrics {
    name
    text
  }
}`) as unknown as TypedDocumentString<ListRunsQuery, ListRunsQueryVariables>;
export const CountRunsDocument = new TypedDocumentString(`
    query CountRuns($filter: RunFilter) {
  runs(first: 0, filter: $filter) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<CountRunsQuery, CountRunsQueryVariables>;
export const ListWorkspacesDocument = new TypedDocumentString(`
    query ListWorkspaces($first: Int, $after: String, $last: Int, $before: String, $filter: WorkspaceFilter, $orderBy: Order) {
  workspaces(
    first: $first
    after: $after
    last: $last
    before: $before
    filter: $filter
    orderBy: $orderBy
  ) {
    nodes {
      ...WorkspaceRow
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    fragment WorkspaceRow on Workspace {
  __typename
  id
  mlmdId
  name
  description
  origin
  typeName
  createdAt
  runs(first: 0) {
    totalCount
  }
}`) as unknown as TypedDocumentString<ListWorkspacesQuery, ListWorkspacesQueryVariables>;
export const CountWorkspacesDocument = new TypedDocumentString(`
    query CountWorkspaces($filter: WorkspaceFilter) {
  workspaces(first: 0, filter: $filter) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<CountWorkspacesQuery, CountWorkspacesQueryVariables>;
export const FindNodesDocument = new TypedDocumentString(`
    query FindNodes($text: String!) {
  artifacts(first: 8, filter: {search: $text}) {
    nodes {
      ...FoundNode
    }
  }
  executions(first: 4, filter: {search: $text}) {
    nodes {
      ...FoundNode
    }
  }
}
    fragment FoundNode on LineageNode {
  __typename
  id
  displayName
  typeName
  run {
    id
    displayName
  }
}`) as unknown as TypedDocumentString<FindNodesQuery, FindNodesQueryVariables>;
export const AboutServerDocument = new TypedDocumentString(`
    query AboutServer {
  server {
    version
    store
    schemaVersion
    readOnly
  }
}
    `) as unknown as TypedDocumentString<AboutServerQuery, AboutServerQueryVariables>;