// Written by `npm run codegen` from schema.graphql; edit that instead.
import type { Json } from '../mlmd/model.js';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { NodeModel, WorkspaceModel, RunModel, PropertyModel, WorkspaceConnectionModel, WorkspaceEdgeModel, RunConnectionModel, RunEdgeModel, ContextConnectionModel, ContextEdgeModel, ArtifactConnectionModel, ArtifactEdgeModel, ExecutionConnectionModel, ExecutionEdgeModel, TypeConnectionModel, TypeEdgeModel, ArtifactEventConnectionModel, ArtifactEventEdgeModel, ExecutionEventConnectionModel, ExecutionEventEdgeModel, ModelMetricsConnectionModel, ModelMetricsEdgeModel, FrontierConnectionModel, FrontierEdgeModel, ImpactConnectionModel, ImpactEdgeModel, ArtifactImpactConnectionModel, ArtifactImpactEdgeModel } from '../resolvers/models.js';
import type { LineageNode as LineageNodeModel, Artifact as ArtifactModel, Execution as ExecutionModel, Context as ContextModel, NodeType } from '../mlmd/model.js';
import type { Parameter as ParameterModel, MetricValue as MetricValueModel } from '../conventions/index.js';
import type { LineageGraph, LineageEntry as LineageEntryModel } from '../lineage/walk.js';
import type { LineageEdge as LineageEdgeModel } from '../lineage/edge.js';
import type { LineagePath as LineagePathModel } from '../lineage/path.js';
import type { Paths as PathsModel } from '../lineage/paths.js';
import type { Completeness as CompletenessModel } from '../lineage/completeness.js';
import type { PageInfo as PageInfoModel } from '../resolvers/paging/connection.js';
import type { RequestContext } from '../resolvers/request-context.js';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  DateTime: { input: Date; output: Date; }
  Int64: { input: bigint; output: bigint; }
  JSON: { input: Json; output: Json; }
};

export type Artifact = {
  readonly consumedBy: ExecutionEventConnection;
  readonly contexts: ContextConnection;
  readonly createdAt: Scalars['DateTime']['output'];
  readonly description?: Maybe<Scalars['String']['output']>;
  readonly digest?: Maybe<Scalars['String']['output']>;
  readonly displayName: Scalars['String']['output'];
  readonly externalId?: Maybe<Scalars['String']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly labels: ReadonlyArray<Label>;
  readonly lineage?: Maybe<Lineage>;
  readonly locations: ReadonlyArray<Scalars['String']['output']>;
  readonly mlmdId: Scalars['Int64']['output'];
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly owner?: Maybe<Scalars['String']['output']>;
  readonly producedBy: ExecutionEventConnection;
  readonly properties: ReadonlyArray<Property>;
  readonly run?: Maybe<Run>;
  readonly state?: Maybe<ArtifactState>;
  readonly typeName: Scalars['String']['output'];
  readonly updatedAt: Scalars['DateTime']['output'];
  readonly uri?: Maybe<Scalars['String']['output']>;
  readonly version?: Maybe<Scalars['String']['output']>;
  readonly workspace?: Maybe<Workspace>;
};


export type ArtifactConsumedByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  eventTypes?: InputMaybe<ReadonlyArray<EventType>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type ArtifactContextsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type ArtifactLineageArgs = {
  input: LineageInput;
};


export type ArtifactProducedByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  eventTypes?: InputMaybe<ReadonlyArray<EventType>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type ArtifactPropertiesArgs = {
  names?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

export type ArtifactConnection = {
  readonly edges: ReadonlyArray<ArtifactEdge>;
  readonly nodes: ReadonlyArray<Artifact>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type ArtifactEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: Artifact;
};

export type ArtifactEventConnection = {
  readonly edges: ReadonlyArray<ArtifactEventEdge>;
  readonly nodes: ReadonlyArray<Artifact>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type ArtifactEventEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: Artifact;
  readonly occurredAt?: Maybe<Scalars['DateTime']['output']>;
  readonly path: ReadonlyArray<Scalars['String']['output']>;
  readonly type: EventType;
};

export type ArtifactFilter = {
  readonly and?: InputMaybe<ReadonlyArray<ArtifactFilter>>;
  readonly contextId?: InputMaybe<Scalars['ID']['input']>;
  readonly createdAt?: InputMaybe<DateTimeFilter>;
  readonly externalId?: InputMaybe<StringFilter>;
  readonly kind?: InputMaybe<ReadonlyArray<ArtifactKind>>;
  readonly mlmd?: InputMaybe<Scalars['String']['input']>;
  readonly name?: InputMaybe<StringFilter>;
  readonly not?: InputMaybe<ArtifactFilter>;
  readonly or?: InputMaybe<ReadonlyArray<ArtifactFilter>>;
  readonly property?: InputMaybe<PropertyFilter>;
  readonly runId?: InputMaybe<Scalars['ID']['input']>;
  readonly search?: InputMaybe<Scalars['String']['input']>;
  readonly state?: InputMaybe<ReadonlyArray<ArtifactState>>;
  readonly typeName?: InputMaybe<StringFilter>;
  readonly updatedAt?: InputMaybe<DateTimeFilter>;
  readonly uri?: InputMaybe<StringFilter>;
  readonly workspaceId?: InputMaybe<Scalars['ID']['input']>;
};

export type ArtifactInput =
  { readonly custom: CustomArtifactInput; readonly dataSet?: never; readonly id?: never; readonly metrics?: never; readonly model?: never; }
  |  { readonly custom?: never; readonly dataSet: DataSetInput; readonly id?: never; readonly metrics?: never; readonly model?: never; }
  |  { readonly custom?: never; readonly dataSet?: never; readonly id: Scalars['ID']['input']; readonly metrics?: never; readonly model?: never; }
  |  { readonly custom?: never; readonly dataSet?: never; readonly id?: never; readonly metrics: MetricsInput; readonly model?: never; }
  |  { readonly custom?: never; readonly dataSet?: never; readonly id?: never; readonly metrics?: never; readonly model: ModelInput; };

export type ArtifactKind =
  | 'DATA_SET'
  | 'METRICS'
  | 'MODEL'
  | 'OTHER';

export type ArtifactRef =
  { readonly externalId: Scalars['String']['input']; readonly id?: never; readonly mlmdId?: never; readonly typeAndName?: never; }
  |  { readonly externalId?: never; readonly id: Scalars['ID']['input']; readonly mlmdId?: never; readonly typeAndName?: never; }
  |  { readonly externalId?: never; readonly id?: never; readonly mlmdId: Scalars['Int64']['input']; readonly typeAndName?: never; }
  |  { readonly externalId?: never; readonly id?: never; readonly mlmdId?: never; readonly typeAndName: TypeAndName; };

export type ArtifactState =
  | 'ABANDONED'
  | 'DELETED'
  | 'LIVE'
  | 'MARKED_FOR_DELETION'
  | 'PENDING'
  | 'REFERENCE'
  | 'UNKNOWN';

export type CmfCreated = {
  readonly artifacts: Scalars['Int']['output'];
  readonly events: Scalars['Int']['output'];
  readonly executions: Scalars['Int']['output'];
  readonly pipelines: Scalars['Int']['output'];
  readonly stages: Scalars['Int']['output'];
};

export type CmfUpdated = {
  readonly artifacts: Scalars['Int']['output'];
  readonly executions: Scalars['Int']['output'];
};

export type ComparedMetric = {
  readonly differs: Scalars['Boolean']['output'];
  readonly name: Scalars['String']['output'];
  readonly values: ReadonlyArray<Maybe<Scalars['Float']['output']>>;
};

export type ComparedOnly = {
  readonly nodes: ReadonlyArray<LineageNode>;
  readonly subject: Scalars['ID']['output'];
};

export type ComparedProperty = {
  readonly differs: Scalars['Boolean']['output'];
  readonly name: Scalars['String']['output'];
  readonly node: Scalars['String']['output'];
  readonly values: ReadonlyArray<Maybe<Scalars['JSON']['output']>>;
};

export type Comparison = {
  readonly completeness: Completeness;
  readonly metrics: ReadonlyArray<ComparedMetric>;
  readonly only: ReadonlyArray<ComparedOnly>;
  readonly properties: ReadonlyArray<ComparedProperty>;
  readonly shared: ReadonlyArray<LineageNode>;
  readonly subjects: ReadonlyArray<Node>;
};

export type Completeness = {
  readonly complete: Scalars['Boolean']['output'];
  readonly frontier: FrontierConnection;
  readonly reasons: ReadonlyArray<CutOff>;
};


export type CompletenessFrontierArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

export type Context = Node & {
  readonly artifacts: ArtifactConnection;
  readonly children: ContextConnection;
  readonly createdAt: Scalars['DateTime']['output'];
  readonly displayName: Scalars['String']['output'];
  readonly executions: ExecutionConnection;
  readonly externalId?: Maybe<Scalars['String']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly mlmdId: Scalars['Int64']['output'];
  readonly name: Scalars['String']['output'];
  readonly parents: ContextConnection;
  readonly properties: ReadonlyArray<Property>;
  readonly typeName: Scalars['String']['output'];
  readonly updatedAt: Scalars['DateTime']['output'];
};


export type ContextArtifactsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ArtifactFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type ContextChildrenArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type ContextExecutionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ExecutionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type ContextParentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type ContextPropertiesArgs = {
  names?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

export type ContextConnection = {
  readonly edges: ReadonlyArray<ContextEdge>;
  readonly nodes: ReadonlyArray<Context>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type ContextEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: Context;
};

export type CreateExecutionPayload = {
  readonly created: Scalars['Boolean']['output'];
  readonly execution: Execution;
};

export type CreateRunInput = {
  readonly description?: InputMaybe<Scalars['String']['input']>;
  readonly name: Scalars['String']['input'];
  readonly workspace: WorkspaceRef;
};

export type CreateRunPayload = {
  readonly created: Scalars['Boolean']['output'];
  readonly run: Run;
};

export type CreateWorkspaceInput = {
  readonly description?: InputMaybe<Scalars['String']['input']>;
  readonly labels?: InputMaybe<ReadonlyArray<LabelInput>>;
  readonly name: Scalars['String']['input'];
  readonly reuseIfExists: Scalars['Boolean']['input'];
};

export type CreateWorkspacePayload = {
  readonly created: Scalars['Boolean']['output'];
  readonly workspace: Workspace;
};

export type CustomArtifactInput = {
  readonly externalId?: InputMaybe<Scalars['String']['input']>;
  readonly name?: InputMaybe<Scalars['String']['input']>;
  readonly properties?: InputMaybe<ReadonlyArray<PropertyInput>>;
  readonly state?: InputMaybe<ArtifactState>;
  readonly type: Scalars['String']['input'];
  readonly uri?: InputMaybe<Scalars['String']['input']>;
};

export type CutOff =
  | 'DEADLINE'
  | 'MAX_HOPS'
  | 'MAX_NEIGHBORS'
  | 'MAX_NODES';

export type DataSet = Artifact & LineageNode & Node & {
  readonly consumedBy: ExecutionEventConnection;
  readonly contexts: ContextConnection;
  readonly createdAt: Scalars['DateTime']['output'];
  readonly description?: Maybe<Scalars['String']['output']>;
  readonly digest?: Maybe<Scalars['String']['output']>;
  readonly displayName: Scalars['String']['output'];
  readonly externalId?: Maybe<Scalars['String']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly labels: ReadonlyArray<Label>;
  readonly lineage?: Maybe<Lineage>;
  readonly locations: ReadonlyArray<Scalars['String']['output']>;
  readonly mlmdId: Scalars['Int64']['output'];
  readonly models?: Maybe<ModelImpactConnection>;
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly owner?: Maybe<Scalars['String']['output']>;
  readonly producedBy: ExecutionEventConnection;
  readonly properties: ReadonlyArray<Property>;
  readonly query?: Maybe<Scalars['String']['output']>;
  readonly run?: Maybe<Run>;
  readonly state?: Maybe<ArtifactState>;
  readonly typeName: Scalars['String']['output'];
  readonly updatedAt: Scalars['DateTime']['output'];
  readonly uri?: Maybe<Scalars['String']['output']>;
  readonly version?: Maybe<Scalars['String']['output']>;
  readonly workspace?: Maybe<Workspace>;
};


export type DataSetConsumedByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  eventTypes?: InputMaybe<ReadonlyArray<EventType>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type DataSetContextsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type DataSetLineageArgs = {
  input: LineageInput;
};


export type DataSetModelsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  maxHops: Scalars['Int']['input'];
  preset: LineagePreset;
};


export type DataSetProducedByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  eventTypes?: InputMaybe<ReadonlyArray<EventType>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type DataSetPropertiesArgs = {
  names?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

export type DataSetImpactConnection = {
  readonly completeness: Completeness;
  readonly edges: ReadonlyArray<DataSetImpactEdge>;
  readonly nodes: ReadonlyArray<DataSet>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type DataSetImpactEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly distance: Scalars['Int']['output'];
  readonly node: DataSet;
  readonly witness: LineagePath;
};

export type DataSetInput = {
  readonly description?: InputMaybe<Scalars['String']['input']>;
  readonly externalId?: InputMaybe<Scalars['String']['input']>;
  readonly labels?: InputMaybe<ReadonlyArray<LabelInput>>;
  readonly name: Scalars['String']['input'];
  readonly owner?: InputMaybe<Scalars['String']['input']>;
  readonly query?: InputMaybe<Scalars['String']['input']>;
  readonly uri: Scalars['String']['input'];
  readonly version?: InputMaybe<Scalars['String']['input']>;
};

export type DateTimeFilter = {
  readonly after?: InputMaybe<Scalars['DateTime']['input']>;
  readonly before?: InputMaybe<Scalars['DateTime']['input']>;
};

export type Direction =
  | 'ANY'
  | 'BOTH'
  | 'DOWNSTREAM'
  | 'UPSTREAM';

export type EventType =
  | 'DECLARED_INPUT'
  | 'DECLARED_OUTPUT'
  | 'INPUT'
  | 'INTERNAL_INPUT'
  | 'INTERNAL_OUTPUT'
  | 'OUTPUT'
  | 'PENDING_OUTPUT'
  | 'UNKNOWN';

export type Execution = LineageNode & Node & {
  readonly cachedFrom?: Maybe<Execution>;
  readonly children: ExecutionConnection;
  readonly contexts: ContextConnection;
  readonly createdAt: Scalars['DateTime']['output'];
  readonly description?: Maybe<Scalars['String']['output']>;
  readonly displayName: Scalars['String']['output'];
  readonly externalId?: Maybe<Scalars['String']['output']>;
  readonly finishedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly inputs: ArtifactEventConnection;
  readonly iterationCount?: Maybe<Scalars['Int']['output']>;
  readonly iterationIndex?: Maybe<Scalars['Int']['output']>;
  readonly labels: ReadonlyArray<Label>;
  readonly lineage?: Maybe<Lineage>;
  readonly mlmdId: Scalars['Int64']['output'];
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly outputParameters: ReadonlyArray<Parameter>;
  readonly outputs: ArtifactEventConnection;
  readonly parameters: ReadonlyArray<Parameter>;
  readonly parent?: Maybe<Execution>;
  readonly properties: ReadonlyArray<Property>;
  readonly role: ExecutionRole;
  readonly run?: Maybe<Run>;
  readonly startedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly status?: Maybe<ExecutionStatus>;
  readonly storedStatus?: Maybe<ExecutionStatus>;
  readonly typeName: Scalars['String']['output'];
  readonly updatedAt: Scalars['DateTime']['output'];
  readonly workspace?: Maybe<Workspace>;
};


export type ExecutionChildrenArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type ExecutionContextsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type ExecutionInputsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  eventTypes?: InputMaybe<ReadonlyArray<EventType>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type ExecutionLineageArgs = {
  input: LineageInput;
};


export type ExecutionOutputsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  eventTypes?: InputMaybe<ReadonlyArray<EventType>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type ExecutionPropertiesArgs = {
  names?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

export type ExecutionConnection = {
  readonly edges: ReadonlyArray<ExecutionEdge>;
  readonly nodes: ReadonlyArray<Execution>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type ExecutionEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: Execution;
};

export type ExecutionEventConnection = {
  readonly edges: ReadonlyArray<ExecutionEventEdge>;
  readonly nodes: ReadonlyArray<Execution>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type ExecutionEventEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: Execution;
  readonly occurredAt?: Maybe<Scalars['DateTime']['output']>;
  readonly path: ReadonlyArray<Scalars['String']['output']>;
  readonly type: EventType;
};

export type ExecutionFilter = {
  readonly and?: InputMaybe<ReadonlyArray<ExecutionFilter>>;
  readonly contextId?: InputMaybe<Scalars['ID']['input']>;
  readonly createdAt?: InputMaybe<DateTimeFilter>;
  readonly externalId?: InputMaybe<StringFilter>;
  readonly mlmd?: InputMaybe<Scalars['String']['input']>;
  readonly name?: InputMaybe<StringFilter>;
  readonly not?: InputMaybe<ExecutionFilter>;
  readonly or?: InputMaybe<ReadonlyArray<ExecutionFilter>>;
  readonly property?: InputMaybe<PropertyFilter>;
  readonly runId?: InputMaybe<Scalars['ID']['input']>;
  readonly search?: InputMaybe<Scalars['String']['input']>;
  readonly status?: InputMaybe<ReadonlyArray<ExecutionStatus>>;
  readonly typeName?: InputMaybe<StringFilter>;
  readonly updatedAt?: InputMaybe<DateTimeFilter>;
  readonly workspaceId?: InputMaybe<Scalars['ID']['input']>;
};

export type ExecutionInput = {
  readonly description?: InputMaybe<Scalars['String']['input']>;
  readonly externalId?: InputMaybe<Scalars['String']['input']>;
  readonly labels?: InputMaybe<ReadonlyArray<LabelInput>>;
  readonly name: Scalars['String']['input'];
  readonly properties?: InputMaybe<ReadonlyArray<PropertyInput>>;
  readonly run?: InputMaybe<RunInWorkspaceRef>;
  readonly status?: InputMaybe<ExecutionStatus>;
  readonly type?: InputMaybe<Scalars['String']['input']>;
  readonly workspace: WorkspaceRef;
};

export type ExecutionRef =
  { readonly externalId: Scalars['String']['input']; readonly id?: never; readonly mlmdId?: never; readonly typeAndName?: never; }
  |  { readonly externalId?: never; readonly id: Scalars['ID']['input']; readonly mlmdId?: never; readonly typeAndName?: never; }
  |  { readonly externalId?: never; readonly id?: never; readonly mlmdId: Scalars['Int64']['input']; readonly typeAndName?: never; }
  |  { readonly externalId?: never; readonly id?: never; readonly mlmdId?: never; readonly typeAndName: TypeAndName; };

export type ExecutionRole =
  | 'DAG'
  | 'IMPORTER'
  | 'ITERATION'
  | 'LOOP'
  | 'RESOLVER'
  | 'STEP';

export type ExecutionStatus =
  | 'CACHED'
  | 'CANCELED'
  | 'COMPLETE'
  | 'FAILED'
  | 'NEW'
  | 'RUNNING'
  | 'UNKNOWN';

export type FrontierConnection = {
  readonly edges: ReadonlyArray<FrontierEdge>;
  readonly nodes: ReadonlyArray<LineageNode>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type FrontierEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly direction: Direction;
  readonly node: LineageNode;
  readonly unexplored: Scalars['Int']['output'];
};

export type GenericArtifact = Artifact & LineageNode & Node & {
  readonly consumedBy: ExecutionEventConnection;
  readonly contexts: ContextConnection;
  readonly createdAt: Scalars['DateTime']['output'];
  readonly description?: Maybe<Scalars['String']['output']>;
  readonly digest?: Maybe<Scalars['String']['output']>;
  readonly displayName: Scalars['String']['output'];
  readonly externalId?: Maybe<Scalars['String']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly labels: ReadonlyArray<Label>;
  readonly lineage?: Maybe<Lineage>;
  readonly locations: ReadonlyArray<Scalars['String']['output']>;
  readonly mlmdId: Scalars['Int64']['output'];
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly owner?: Maybe<Scalars['String']['output']>;
  readonly producedBy: ExecutionEventConnection;
  readonly properties: ReadonlyArray<Property>;
  readonly run?: Maybe<Run>;
  readonly state?: Maybe<ArtifactState>;
  readonly typeName: Scalars['String']['output'];
  readonly updatedAt: Scalars['DateTime']['output'];
  readonly uri?: Maybe<Scalars['String']['output']>;
  readonly version?: Maybe<Scalars['String']['output']>;
  readonly workspace?: Maybe<Workspace>;
};


export type GenericArtifactConsumedByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  eventTypes?: InputMaybe<ReadonlyArray<EventType>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type GenericArtifactContextsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type GenericArtifactLineageArgs = {
  input: LineageInput;
};


export type GenericArtifactProducedByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  eventTypes?: InputMaybe<ReadonlyArray<EventType>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type GenericArtifactPropertiesArgs = {
  names?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

export type ImpactConnection = {
  readonly completeness: Completeness;
  readonly edges: ReadonlyArray<ImpactEdge>;
  readonly nodes: ReadonlyArray<LineageNode>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type ImpactEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly distance: Scalars['Int']['output'];
  readonly node: LineageNode;
  readonly witness: LineagePath;
};

export type ImportCmfInput = {
  readonly document: Scalars['JSON']['input'];
  readonly execUuid?: InputMaybe<Scalars['String']['input']>;
};

export type ImportCmfPayload = {
  readonly created: CmfCreated;
  readonly status: ImportStatus;
  readonly updated: CmfUpdated;
  readonly workspaces: ReadonlyArray<Workspace>;
};

export type ImportStatus =
  | 'IMPORTED'
  | 'UNCHANGED';

export type Label = {
  readonly name: Scalars['String']['output'];
  readonly value: Scalars['String']['output'];
};

export type LabelInput = {
  readonly name: Scalars['String']['input'];
  readonly value: Scalars['String']['input'];
};

export type Limits = {
  readonly deadlineMs: Scalars['Int']['output'];
  readonly maxAliases: Scalars['Int']['output'];
  readonly maxBodyBytes: Scalars['Int']['output'];
  readonly maxBreadth: Scalars['Int']['output'];
  readonly maxCost: Scalars['Int']['output'];
  readonly maxDepth: Scalars['Int']['output'];
  readonly maxHops: Scalars['Int']['output'];
  readonly maxNeighborsPerNode: Scalars['Int']['output'];
  readonly maxNodes: Scalars['Int']['output'];
  readonly maxPageSize: Scalars['Int']['output'];
};

export type Lineage = {
  readonly completeness: Completeness;
  readonly counts: ReadonlyArray<TypeCount>;
  readonly edges: ReadonlyArray<LineageEdge>;
  readonly entries: ReadonlyArray<LineageEntry>;
  readonly roots: ReadonlyArray<LineageNode>;
};

export type LineageEdge = {
  readonly occurredAt?: Maybe<Scalars['DateTime']['output']>;
  readonly path: ReadonlyArray<Scalars['String']['output']>;
  readonly source: Scalars['ID']['output'];
  readonly target: Scalars['ID']['output'];
  readonly type: EventType;
};

export type LineageEntry = {
  readonly distance: Scalars['Int']['output'];
  readonly downstreamDegree: Scalars['Int']['output'];
  readonly expanded: Scalars['Boolean']['output'];
  readonly node: LineageNode;
  readonly side?: Maybe<Side>;
  readonly upstreamDegree: Scalars['Int']['output'];
};

export type LineageInput = {
  readonly asOf?: InputMaybe<Scalars['DateTime']['input']>;
  readonly direction: Direction;
  readonly eventTypes?: InputMaybe<ReadonlyArray<EventType>>;
  readonly maxHops: Scalars['Int']['input'];
  readonly maxNeighborsPerNode: Scalars['Int']['input'];
  readonly maxNodes: Scalars['Int']['input'];
  readonly preset: LineagePreset;
  readonly stopAt?: InputMaybe<LineageNodeFilter>;
  readonly where?: InputMaybe<LineageNodeFilter>;
};

export type LineageNode = {
  readonly contexts: ContextConnection;
  readonly createdAt: Scalars['DateTime']['output'];
  readonly displayName: Scalars['String']['output'];
  readonly externalId?: Maybe<Scalars['String']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly labels: ReadonlyArray<Label>;
  readonly lineage?: Maybe<Lineage>;
  readonly mlmdId: Scalars['Int64']['output'];
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly properties: ReadonlyArray<Property>;
  readonly run?: Maybe<Run>;
  readonly typeName: Scalars['String']['output'];
  readonly updatedAt: Scalars['DateTime']['output'];
  readonly workspace?: Maybe<Workspace>;
};


export type LineageNodeContextsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type LineageNodeLineageArgs = {
  input: LineageInput;
};


export type LineageNodePropertiesArgs = {
  names?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

export type LineageNodeFilter = {
  readonly artifacts?: InputMaybe<ArtifactFilter>;
  readonly executions?: InputMaybe<ExecutionFilter>;
};

export type LineagePath = {
  readonly edges: ReadonlyArray<LineageEdge>;
  readonly length: Scalars['Int']['output'];
  readonly nodes: ReadonlyArray<LineageNode>;
};

export type LineagePreset =
  | 'DATA_FLOW'
  | 'EVERYTHING';

export type LogArtifactInput = {
  readonly artifact: ArtifactInput;
  readonly executionId: Scalars['ID']['input'];
  readonly path?: InputMaybe<ReadonlyArray<PathStepInput>>;
};

export type LogArtifactPayload = {
  readonly artifact: Artifact;
  readonly created: Scalars['Boolean']['output'];
  readonly execution: Execution;
};

export type LogExecutionInput = {
  readonly execution: ExecutionInput;
  readonly inputs: ReadonlyArray<StepArtifactInput>;
  readonly outputs: ReadonlyArray<StepArtifactInput>;
};

export type LogExecutionPayload = {
  readonly created: Scalars['Boolean']['output'];
  readonly execution: Execution;
  readonly inputs: ReadonlyArray<LoggedArtifact>;
  readonly outputs: ReadonlyArray<LoggedArtifact>;
};

export type LoggedArtifact = {
  readonly artifact: Artifact;
  readonly created: Scalars['Boolean']['output'];
};

export type MetricValue = {
  readonly name: Scalars['String']['output'];
  readonly text: Scalars['String']['output'];
  readonly value?: Maybe<Scalars['Float']['output']>;
};

export type MetricValueInput = {
  readonly name: Scalars['String']['input'];
  readonly value: Scalars['Float']['input'];
};

export type Metrics = Artifact & LineageNode & Node & {
  readonly consumedBy: ExecutionEventConnection;
  readonly contexts: ContextConnection;
  readonly createdAt: Scalars['DateTime']['output'];
  readonly dataSet?: Maybe<DataSet>;
  readonly description?: Maybe<Scalars['String']['output']>;
  readonly digest?: Maybe<Scalars['String']['output']>;
  readonly displayName: Scalars['String']['output'];
  readonly externalId?: Maybe<Scalars['String']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly labels: ReadonlyArray<Label>;
  readonly lineage?: Maybe<Lineage>;
  readonly locations: ReadonlyArray<Scalars['String']['output']>;
  readonly metricsType?: Maybe<MetricsType>;
  readonly mlmdId: Scalars['Int64']['output'];
  readonly model?: Maybe<Model>;
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly owner?: Maybe<Scalars['String']['output']>;
  readonly producedBy: ExecutionEventConnection;
  readonly properties: ReadonlyArray<Property>;
  readonly run?: Maybe<Run>;
  readonly state?: Maybe<ArtifactState>;
  readonly typeName: Scalars['String']['output'];
  readonly updatedAt: Scalars['DateTime']['output'];
  readonly uri?: Maybe<Scalars['String']['output']>;
  readonly value?: Maybe<MetricValue>;
  readonly values: ReadonlyArray<MetricValue>;
  readonly version?: Maybe<Scalars['String']['output']>;
  readonly workspace?: Maybe<Workspace>;
};


export type MetricsConsumedByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  eventTypes?: InputMaybe<ReadonlyArray<EventType>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type MetricsContextsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type MetricsLineageArgs = {
  input: LineageInput;
};


export type MetricsProducedByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  eventTypes?: InputMaybe<ReadonlyArray<EventType>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type MetricsPropertiesArgs = {
  names?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};


export type MetricsValueArgs = {
  name: Scalars['String']['input'];
};

export type MetricsInput = {
  readonly dataSetId?: InputMaybe<Scalars['ID']['input']>;
  readonly description?: InputMaybe<Scalars['String']['input']>;
  readonly externalId?: InputMaybe<Scalars['String']['input']>;
  readonly labels?: InputMaybe<ReadonlyArray<LabelInput>>;
  readonly metricsType?: InputMaybe<MetricsType>;
  readonly modelId?: InputMaybe<Scalars['ID']['input']>;
  readonly name: Scalars['String']['input'];
  readonly owner?: InputMaybe<Scalars['String']['input']>;
  readonly uri: Scalars['String']['input'];
  readonly values: ReadonlyArray<MetricValueInput>;
};

export type MetricsType =
  | 'PRODUCTION'
  | 'TESTING'
  | 'TRAINING'
  | 'VALIDATION';

export type Model = Artifact & LineageNode & Node & {
  readonly consumedBy: ExecutionEventConnection;
  readonly contexts: ContextConnection;
  readonly createdAt: Scalars['DateTime']['output'];
  readonly dataSets?: Maybe<DataSetImpactConnection>;
  readonly description?: Maybe<Scalars['String']['output']>;
  readonly digest?: Maybe<Scalars['String']['output']>;
  readonly displayName: Scalars['String']['output'];
  readonly externalId?: Maybe<Scalars['String']['output']>;
  readonly hyperparameters?: Maybe<Scalars['JSON']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly labels: ReadonlyArray<Label>;
  readonly lineage?: Maybe<Lineage>;
  readonly locations: ReadonlyArray<Scalars['String']['output']>;
  readonly metrics?: Maybe<ModelMetricsConnection>;
  readonly mlmdId: Scalars['Int64']['output'];
  readonly modelType?: Maybe<Scalars['String']['output']>;
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly owner?: Maybe<Scalars['String']['output']>;
  readonly producedBy: ExecutionEventConnection;
  readonly properties: ReadonlyArray<Property>;
  readonly run?: Maybe<Run>;
  readonly state?: Maybe<ArtifactState>;
  readonly trainingFramework?: Maybe<TrainingFramework>;
  readonly typeName: Scalars['String']['output'];
  readonly updatedAt: Scalars['DateTime']['output'];
  readonly uri?: Maybe<Scalars['String']['output']>;
  readonly version?: Maybe<Scalars['String']['output']>;
  readonly workspace?: Maybe<Workspace>;
};


export type ModelConsumedByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  eventTypes?: InputMaybe<ReadonlyArray<EventType>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type ModelContextsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type ModelDataSetsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  maxHops: Scalars['Int']['input'];
  preset: LineagePreset;
};


export type ModelLineageArgs = {
  input: LineageInput;
};


export type ModelMetricsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  metricsType?: InputMaybe<MetricsType>;
};


export type ModelProducedByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  eventTypes?: InputMaybe<ReadonlyArray<EventType>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type ModelPropertiesArgs = {
  names?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

export type ModelImpactConnection = {
  readonly completeness: Completeness;
  readonly edges: ReadonlyArray<ModelImpactEdge>;
  readonly nodes: ReadonlyArray<Model>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type ModelImpactEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly distance: Scalars['Int']['output'];
  readonly node: Model;
  readonly witness: LineagePath;
};

export type ModelInput = {
  readonly description?: InputMaybe<Scalars['String']['input']>;
  readonly externalId?: InputMaybe<Scalars['String']['input']>;
  readonly hyperparameters?: InputMaybe<Scalars['JSON']['input']>;
  readonly labels?: InputMaybe<ReadonlyArray<LabelInput>>;
  readonly modelType?: InputMaybe<Scalars['String']['input']>;
  readonly name: Scalars['String']['input'];
  readonly owner?: InputMaybe<Scalars['String']['input']>;
  readonly trainingFramework?: InputMaybe<TrainingFrameworkInput>;
  readonly uri: Scalars['String']['input'];
  readonly version?: InputMaybe<Scalars['String']['input']>;
};

export type ModelMetricsConnection = {
  readonly edges: ReadonlyArray<ModelMetricsEdge>;
  readonly nodes: ReadonlyArray<Metrics>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type ModelMetricsEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: Metrics;
  readonly via: ModelMetricsLink;
};

export type ModelMetricsLink =
  | 'BOTH'
  | 'GRAPH'
  | 'PROPERTY';

export type Mutation = {
  readonly createExecution?: Maybe<CreateExecutionPayload>;
  readonly createRun?: Maybe<CreateRunPayload>;
  readonly createWorkspace?: Maybe<CreateWorkspacePayload>;
  readonly importCmf?: Maybe<ImportCmfPayload>;
  readonly logExecution?: Maybe<LogExecutionPayload>;
  readonly logInput?: Maybe<LogArtifactPayload>;
  readonly logOutput?: Maybe<LogArtifactPayload>;
  readonly registerType?: Maybe<RegisterTypePayload>;
  readonly updateArtifact?: Maybe<UpdateArtifactPayload>;
  readonly updateExecution?: Maybe<UpdateExecutionPayload>;
};


export type MutationCreateExecutionArgs = {
  input: ExecutionInput;
};


export type MutationCreateRunArgs = {
  input: CreateRunInput;
};


export type MutationCreateWorkspaceArgs = {
  input: CreateWorkspaceInput;
};


export type MutationImportCmfArgs = {
  input: ImportCmfInput;
};


export type MutationLogExecutionArgs = {
  input: LogExecutionInput;
};


export type MutationLogInputArgs = {
  input: LogArtifactInput;
};


export type MutationLogOutputArgs = {
  input: LogArtifactInput;
};


export type MutationRegisterTypeArgs = {
  input: RegisterTypeInput;
};


export type MutationUpdateArtifactArgs = {
  input: UpdateArtifactInput;
};


export type MutationUpdateExecutionArgs = {
  input: UpdateExecutionInput;
};

export type Node = {
  readonly id: Scalars['ID']['output'];
};

export type Order = {
  readonly direction: OrderDirection;
  readonly field: OrderField;
};

export type OrderDirection =
  | 'ASC'
  | 'DESC';

export type OrderField =
  | 'CREATED_AT'
  | 'ID'
  | 'NAME'
  | 'UPDATED_AT';

export type Origin =
  | 'CMF'
  | 'KFP'
  | 'KUBEFLOW'
  | 'KUBEFLOW_HUB'
  | 'MLMD'
  | 'TFX';

export type PageInfo = {
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  readonly hasNextPage: Scalars['Boolean']['output'];
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  readonly startCursor?: Maybe<Scalars['String']['output']>;
};

export type Parameter = {
  readonly name: Scalars['String']['output'];
  readonly text: Scalars['String']['output'];
  readonly value?: Maybe<Scalars['JSON']['output']>;
};

export type PathStepInput =
  { readonly index: Scalars['Int64']['input']; readonly key?: never; }
  |  { readonly index?: never; readonly key: Scalars['String']['input']; };

export type Paths = {
  readonly completeness: Completeness;
  readonly exhaustive: Scalars['Boolean']['output'];
  readonly exists: Scalars['Boolean']['output'];
  readonly paths: ReadonlyArray<LineagePath>;
};

export type Property = {
  readonly custom: Scalars['Boolean']['output'];
  readonly name: Scalars['String']['output'];
  readonly text: Scalars['String']['output'];
  readonly type: PropertyType;
  readonly value?: Maybe<Scalars['JSON']['output']>;
};

export type PropertyDefinition = {
  readonly name: Scalars['String']['output'];
  readonly type: PropertyType;
};

export type PropertyDefinitionInput = {
  readonly name: Scalars['String']['input'];
  readonly type: PropertyType;
};

export type PropertyFilter = {
  readonly custom?: InputMaybe<Scalars['Boolean']['input']>;
  readonly eq?: InputMaybe<PropertyValueInput>;
  readonly exists?: InputMaybe<Scalars['Boolean']['input']>;
  readonly ge?: InputMaybe<PropertyValueInput>;
  readonly gt?: InputMaybe<PropertyValueInput>;
  readonly in?: InputMaybe<ReadonlyArray<PropertyValueInput>>;
  readonly le?: InputMaybe<PropertyValueInput>;
  readonly like?: InputMaybe<Scalars['String']['input']>;
  readonly lt?: InputMaybe<PropertyValueInput>;
  readonly name: Scalars['String']['input'];
  readonly ne?: InputMaybe<PropertyValueInput>;
};

export type PropertyInput = {
  readonly custom?: InputMaybe<Scalars['Boolean']['input']>;
  readonly name: Scalars['String']['input'];
  readonly value?: InputMaybe<PropertyValueInput>;
};

export type PropertyType =
  | 'BOOLEAN'
  | 'DOUBLE'
  | 'INT'
  | 'PROTO'
  | 'STRING'
  | 'STRUCT';

export type PropertyValueInput =
  { readonly bool: Scalars['Boolean']['input']; readonly double?: never; readonly int?: never; readonly string?: never; readonly struct?: never; }
  |  { readonly bool?: never; readonly double: Scalars['Float']['input']; readonly int?: never; readonly string?: never; readonly struct?: never; }
  |  { readonly bool?: never; readonly double?: never; readonly int: Scalars['Int64']['input']; readonly string?: never; readonly struct?: never; }
  |  { readonly bool?: never; readonly double?: never; readonly int?: never; readonly string: Scalars['String']['input']; readonly struct?: never; }
  |  { readonly bool?: never; readonly double?: never; readonly int?: never; readonly string?: never; readonly struct: Scalars['JSON']['input']; };

export type Query = {
  readonly artifact?: Maybe<Artifact>;
  readonly artifacts?: Maybe<ArtifactConnection>;
  readonly cmfDocument?: Maybe<Scalars['String']['output']>;
  readonly compare?: Maybe<Comparison>;
  readonly contexts?: Maybe<ContextConnection>;
  readonly execution?: Maybe<Execution>;
  readonly executions?: Maybe<ExecutionConnection>;
  readonly impact?: Maybe<ImpactConnection>;
  readonly lineage?: Maybe<Lineage>;
  readonly node?: Maybe<Node>;
  readonly nodes: ReadonlyArray<Maybe<Node>>;
  readonly paths?: Maybe<Paths>;
  readonly run?: Maybe<Run>;
  readonly runs?: Maybe<RunConnection>;
  readonly server: ServerInfo;
  readonly types?: Maybe<TypeConnection>;
  readonly workspace?: Maybe<Workspace>;
  readonly workspaces?: Maybe<WorkspaceConnection>;
};


export type QueryArtifactArgs = {
  by: ArtifactRef;
};


export type QueryArtifactsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ArtifactFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Order>;
};


export type QueryCmfDocumentArgs = {
  execUuid?: InputMaybe<Scalars['String']['input']>;
  pipeline: Scalars['String']['input'];
};


export type QueryCompareArgs = {
  of: ReadonlyArray<Scalars['ID']['input']>;
};


export type QueryContextsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  typeName?: InputMaybe<Scalars['String']['input']>;
};


export type QueryExecutionArgs = {
  by: ExecutionRef;
};


export type QueryExecutionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ExecutionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Order>;
};


export type QueryImpactArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  direction: Direction;
  filter?: InputMaybe<LineageNodeFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  maxHops: Scalars['Int']['input'];
  of: ReadonlyArray<Scalars['ID']['input']>;
  preset: LineagePreset;
};


export type QueryLineageArgs = {
  input: LineageInput;
  of: ReadonlyArray<Scalars['ID']['input']>;
};


export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


export type QueryNodesArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


export type QueryPathsArgs = {
  direction: Direction;
  from: Scalars['ID']['input'];
  maxHops: Scalars['Int']['input'];
  maxPaths: Scalars['Int']['input'];
  preset: LineagePreset;
  to: Scalars['ID']['input'];
};


export type QueryRunArgs = {
  by: RunRef;
};


export type QueryRunsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RunFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Order>;
};


export type QueryTypesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kind?: InputMaybe<TypeKind>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryWorkspaceArgs = {
  by: WorkspaceRef;
};


export type QueryWorkspacesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<WorkspaceFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Order>;
};

export type RegisterTypeInput = {
  readonly canAddFields: Scalars['Boolean']['input'];
  readonly canOmitFields: Scalars['Boolean']['input'];
  readonly kind: TypeKind;
  readonly name: Scalars['String']['input'];
  readonly properties: ReadonlyArray<PropertyDefinitionInput>;
  readonly version?: InputMaybe<Scalars['String']['input']>;
};

export type RegisterTypePayload = {
  readonly created: Scalars['Boolean']['output'];
  readonly type: TypeDefinition;
};

export type Run = Node & {
  readonly artifacts: ArtifactConnection;
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  readonly description?: Maybe<Scalars['String']['output']>;
  readonly displayName: Scalars['String']['output'];
  readonly executions: ExecutionConnection;
  readonly finishedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly graph?: Maybe<Lineage>;
  readonly id: Scalars['ID']['output'];
  readonly metrics: ReadonlyArray<MetricValue>;
  readonly mlmdId?: Maybe<Scalars['Int64']['output']>;
  readonly name: Scalars['String']['output'];
  readonly origin: Origin;
  readonly parameters: ReadonlyArray<Parameter>;
  readonly properties: ReadonlyArray<Property>;
  readonly startedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly status?: Maybe<ExecutionStatus>;
  readonly workspace?: Maybe<Workspace>;
};


export type RunArtifactsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ArtifactFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Order>;
};


export type RunExecutionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ExecutionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Order>;
};


export type RunGraphArgs = {
  maxNodes: Scalars['Int']['input'];
};


export type RunPropertiesArgs = {
  names?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

export type RunConnection = {
  readonly edges: ReadonlyArray<RunEdge>;
  readonly nodes: ReadonlyArray<Run>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type RunEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: Run;
};

export type RunFilter = {
  readonly createdAt?: InputMaybe<DateTimeFilter>;
  readonly name?: InputMaybe<StringFilter>;
  readonly origin?: InputMaybe<ReadonlyArray<Origin>>;
  readonly status?: InputMaybe<ReadonlyArray<ExecutionStatus>>;
  readonly workspaceId?: InputMaybe<Scalars['ID']['input']>;
};

export type RunInWorkspaceRef =
  { readonly id: Scalars['ID']['input']; readonly name?: never; }
  |  { readonly id?: never; readonly name: Scalars['String']['input']; };

export type RunName = {
  readonly name: Scalars['String']['input'];
  readonly workspace: WorkspaceRef;
};

export type RunRef =
  { readonly id: Scalars['ID']['input']; readonly inWorkspace?: never; }
  |  { readonly id?: never; readonly inWorkspace: RunName; };

export type ServerInfo = {
  readonly limits: Limits;
  readonly readOnly: Scalars['Boolean']['output'];
  readonly schemaVersion?: Maybe<Scalars['Int']['output']>;
  readonly store: Scalars['String']['output'];
  readonly version: Scalars['String']['output'];
};

export type Side =
  | 'BOTH'
  | 'DOWNSTREAM'
  | 'ROOT'
  | 'UPSTREAM';

export type StepArtifactInput = {
  readonly artifact: ArtifactInput;
  readonly path?: InputMaybe<ReadonlyArray<PathStepInput>>;
};

export type StringFilter = {
  readonly contains?: InputMaybe<Scalars['String']['input']>;
  readonly eq?: InputMaybe<Scalars['String']['input']>;
  readonly in?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
  readonly like?: InputMaybe<Scalars['String']['input']>;
  readonly ne?: InputMaybe<Scalars['String']['input']>;
  readonly startsWith?: InputMaybe<Scalars['String']['input']>;
};

export type TrainingFramework = {
  readonly name: Scalars['String']['output'];
  readonly version?: Maybe<Scalars['String']['output']>;
};

export type TrainingFrameworkInput = {
  readonly name: Scalars['String']['input'];
  readonly version?: InputMaybe<Scalars['String']['input']>;
};

export type TypeAndName = {
  readonly name: Scalars['String']['input'];
  readonly type: Scalars['String']['input'];
};

export type TypeConnection = {
  readonly edges: ReadonlyArray<TypeEdge>;
  readonly nodes: ReadonlyArray<TypeDefinition>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type TypeCount = {
  readonly count: Scalars['Int']['output'];
  readonly typeName: Scalars['String']['output'];
};

export type TypeDefinition = {
  readonly kind: TypeKind;
  readonly mlmdId: Scalars['Int64']['output'];
  readonly name: Scalars['String']['output'];
  readonly properties: ReadonlyArray<PropertyDefinition>;
  readonly version?: Maybe<Scalars['String']['output']>;
};

export type TypeEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: TypeDefinition;
};

export type TypeKind =
  | 'ARTIFACT'
  | 'CONTEXT'
  | 'EXECUTION';

export type UpdateArtifactInput = {
  readonly description?: InputMaybe<Scalars['String']['input']>;
  readonly hyperparameters?: InputMaybe<Scalars['JSON']['input']>;
  readonly id: Scalars['ID']['input'];
  readonly labels?: InputMaybe<ReadonlyArray<LabelInput>>;
  readonly owner?: InputMaybe<Scalars['String']['input']>;
  readonly properties?: InputMaybe<ReadonlyArray<PropertyInput>>;
  readonly state?: InputMaybe<ArtifactState>;
  readonly uri?: InputMaybe<Scalars['String']['input']>;
  readonly values?: InputMaybe<ReadonlyArray<MetricValueInput>>;
  readonly version?: InputMaybe<Scalars['String']['input']>;
};

export type UpdateArtifactPayload = {
  readonly artifact: Artifact;
};

export type UpdateExecutionInput = {
  readonly description?: InputMaybe<Scalars['String']['input']>;
  readonly id: Scalars['ID']['input'];
  readonly labels?: InputMaybe<ReadonlyArray<LabelInput>>;
  readonly properties?: InputMaybe<ReadonlyArray<PropertyInput>>;
  readonly status?: InputMaybe<ExecutionStatus>;
};

export type UpdateExecutionPayload = {
  readonly execution: Execution;
};

export type Workspace = Node & {
  readonly artifacts: ArtifactConnection;
  readonly createdAt: Scalars['DateTime']['output'];
  readonly description?: Maybe<Scalars['String']['output']>;
  readonly executions: ExecutionConnection;
  readonly id: Scalars['ID']['output'];
  readonly labels: ReadonlyArray<Label>;
  readonly mlmdId: Scalars['Int64']['output'];
  readonly name: Scalars['String']['output'];
  readonly origin: Origin;
  readonly properties: ReadonlyArray<Property>;
  readonly runs: RunConnection;
  readonly stages: ContextConnection;
  readonly typeName: Scalars['String']['output'];
};


export type WorkspaceArtifactsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ArtifactFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Order>;
};


export type WorkspaceExecutionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ExecutionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Order>;
};


export type WorkspacePropertiesArgs = {
  names?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};


export type WorkspaceRunsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RunFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Order>;
};


export type WorkspaceStagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

export type WorkspaceConnection = {
  readonly edges: ReadonlyArray<WorkspaceEdge>;
  readonly nodes: ReadonlyArray<Workspace>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type WorkspaceEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: Workspace;
};

export type WorkspaceFilter = {
  readonly name?: InputMaybe<StringFilter>;
  readonly origin?: InputMaybe<ReadonlyArray<Origin>>;
};

export type WorkspaceRef =
  { readonly id: Scalars['ID']['input']; readonly name?: never; }
  |  { readonly id?: never; readonly name: Scalars['String']['input']; };



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;





/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Artifact: ResolverTypeWrapper<ArtifactModel>;
  ArtifactConnection: ResolverTypeWrapper<ArtifactConnectionModel>;
  ArtifactEdge: ResolverTypeWrapper<ArtifactEdgeModel>;
  ArtifactEventConnection: ResolverTypeWrapper<ArtifactEventConnectionModel>;
  ArtifactEventEdge: ResolverTypeWrapper<ArtifactEventEdgeModel>;
  ArtifactFilter: ArtifactFilter;
  ArtifactInput: ArtifactInput;
  ArtifactKind: ArtifactKind;
  ArtifactRef: ArtifactRef;
  ArtifactState: ArtifactState;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  CmfCreated: ResolverTypeWrapper<CmfCreated>;
  CmfUpdated: ResolverTypeWrapper<CmfUpdated>;
  ComparedMetric: ResolverTypeWrapper<ComparedMetric>;
  ComparedOnly: ResolverTypeWrapper<Omit<ComparedOnly, 'nodes'> & { nodes: ReadonlyArray<ResolversTypes['LineageNode']> }>;
  ComparedProperty: ResolverTypeWrapper<ComparedProperty>;
  Comparison: ResolverTypeWrapper<Omit<Comparison, 'completeness' | 'only' | 'shared' | 'subjects'> & { completeness: ResolversTypes['Completeness'], only: ReadonlyArray<ResolversTypes['ComparedOnly']>, shared: ReadonlyArray<ResolversTypes['LineageNode']>, subjects: ReadonlyArray<ResolversTypes['Node']> }>;
  Completeness: ResolverTypeWrapper<CompletenessModel>;
  Context: ResolverTypeWrapper<ContextModel>;
  ContextConnection: ResolverTypeWrapper<ContextConnectionModel>;
  ContextEdge: ResolverTypeWrapper<ContextEdgeModel>;
  CreateExecutionPayload: ResolverTypeWrapper<Omit<CreateExecutionPayload, 'execution'> & { execution: ResolversTypes['Execution'] }>;
  CreateRunInput: CreateRunInput;
  CreateRunPayload: ResolverTypeWrapper<Omit<CreateRunPayload, 'run'> & { run: ResolversTypes['Run'] }>;
  CreateWorkspaceInput: CreateWorkspaceInput;
  CreateWorkspacePayload: ResolverTypeWrapper<Omit<CreateWorkspacePayload, 'workspace'> & { workspace: ResolversTypes['Workspace'] }>;
  CustomArtifactInput: CustomArtifactInput;
  CutOff: CutOff;
  DataSet: ResolverTypeWrapper<ArtifactModel>;
  DataSetImpactConnection: ResolverTypeWrapper<ArtifactImpactConnectionModel>;
  DataSetImpactEdge: ResolverTypeWrapper<ArtifactImpactEdgeModel>;
  DataSetInput: DataSetInput;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DateTimeFilter: DateTimeFilter;
  Direction: Direction;
  EventType: EventType;
  Execution: ResolverTypeWrapper<ExecutionModel>;
  ExecutionConnection: ResolverTypeWrapper<ExecutionConnectionModel>;
  ExecutionEdge: ResolverTypeWrapper<ExecutionEdgeModel>;
  ExecutionEventConnection: ResolverTypeWrapper<ExecutionEventConnectionModel>;
  ExecutionEventEdge: ResolverTypeWrapper<ExecutionEventEdgeModel>;
  ExecutionFilter: ExecutionFilter;
  ExecutionInput: ExecutionInput;
  ExecutionRef: ExecutionRef;
  ExecutionRole: ExecutionRole;
  ExecutionStatus: ExecutionStatus;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  FrontierConnection: ResolverTypeWrapper<FrontierConnectionModel>;
  FrontierEdge: ResolverTypeWrapper<FrontierEdgeModel>;
  GenericArtifact: ResolverTypeWrapper<ArtifactModel>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  ImpactConnection: ResolverTypeWrapper<ImpactConnectionModel>;
  ImpactEdge: ResolverTypeWrapper<ImpactEdgeModel>;
  ImportCmfInput: ImportCmfInput;
  ImportCmfPayload: ResolverTypeWrapper<Omit<ImportCmfPayload, 'workspaces'> & { workspaces: ReadonlyArray<ResolversTypes['Workspace']> }>;
  ImportStatus: ImportStatus;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Int64: ResolverTypeWrapper<Scalars['Int64']['output']>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  Label: ResolverTypeWrapper<Label>;
  LabelInput: LabelInput;
  Limits: ResolverTypeWrapper<Limits>;
  Lineage: ResolverTypeWrapper<LineageGraph>;
  LineageEdge: ResolverTypeWrapper<LineageEdgeModel>;
  LineageEntry: ResolverTypeWrapper<LineageEntryModel>;
  LineageInput: LineageInput;
  LineageNode: ResolverTypeWrapper<LineageNodeModel>;
  LineageNodeFilter: LineageNodeFilter;
  LineagePath: ResolverTypeWrapper<LineagePathModel>;
  LineagePreset: LineagePreset;
  LogArtifactInput: LogArtifactInput;
  LogArtifactPayload: ResolverTypeWrapper<Omit<LogArtifactPayload, 'artifact' | 'execution'> & { artifact: ResolversTypes['Artifact'], execution: ResolversTypes['Execution'] }>;
  LogExecutionInput: LogExecutionInput;
  LogExecutionPayload: ResolverTypeWrapper<Omit<LogExecutionPayload, 'execution' | 'inputs' | 'outputs'> & { execution: ResolversTypes['Execution'], inputs: ReadonlyArray<ResolversTypes['LoggedArtifact']>, outputs: ReadonlyArray<ResolversTypes['LoggedArtifact']> }>;
  LoggedArtifact: ResolverTypeWrapper<Omit<LoggedArtifact, 'artifact'> & { artifact: ResolversTypes['Artifact'] }>;
  MetricValue: ResolverTypeWrapper<MetricValueModel>;
  MetricValueInput: MetricValueInput;
  Metrics: ResolverTypeWrapper<ArtifactModel>;
  MetricsInput: MetricsInput;
  MetricsType: MetricsType;
  Model: ResolverTypeWrapper<ArtifactModel>;
  ModelImpactConnection: ResolverTypeWrapper<ArtifactImpactConnectionModel>;
  ModelImpactEdge: ResolverTypeWrapper<ArtifactImpactEdgeModel>;
  ModelInput: ModelInput;
  ModelMetricsConnection: ResolverTypeWrapper<ModelMetricsConnectionModel>;
  ModelMetricsEdge: ResolverTypeWrapper<ModelMetricsEdgeModel>;
  ModelMetricsLink: ModelMetricsLink;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Node: ResolverTypeWrapper<NodeModel>;
  Order: Order;
  OrderDirection: OrderDirection;
  OrderField: OrderField;
  Origin: Origin;
  PageInfo: ResolverTypeWrapper<PageInfoModel>;
  Parameter: ResolverTypeWrapper<ParameterModel>;
  PathStepInput: PathStepInput;
  Paths: ResolverTypeWrapper<PathsModel>;
  Property: ResolverTypeWrapper<PropertyModel>;
  PropertyDefinition: ResolverTypeWrapper<PropertyDefinition>;
  PropertyDefinitionInput: PropertyDefinitionInput;
  PropertyFilter: PropertyFilter;
  PropertyInput: PropertyInput;
  PropertyType: PropertyType;
  PropertyValueInput: PropertyValueInput;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RegisterTypeInput: RegisterTypeInput;
  RegisterTypePayload: ResolverTypeWrapper<Omit<RegisterTypePayload, 'type'> & { type: ResolversTypes['TypeDefinition'] }>;
  Run: ResolverTypeWrapper<RunModel>;
  RunConnection: ResolverTypeWrapper<RunConnectionModel>;
  RunEdge: ResolverTypeWrapper<RunEdgeModel>;
  RunFilter: RunFilter;
  RunInWorkspaceRef: RunInWorkspaceRef;
  RunName: RunName;
  RunRef: RunRef;
  ServerInfo: ResolverTypeWrapper<ServerInfo>;
  Side: Side;
  StepArtifactInput: StepArtifactInput;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  StringFilter: StringFilter;
  TrainingFramework: ResolverTypeWrapper<TrainingFramework>;
  TrainingFrameworkInput: TrainingFrameworkInput;
  TypeAndName: TypeAndName;
  TypeConnection: ResolverTypeWrapper<TypeConnectionModel>;
  TypeCount: ResolverTypeWrapper<TypeCount>;
  TypeDefinition: ResolverTypeWrapper<NodeType>;
  TypeEdge: ResolverTypeWrapper<TypeEdgeModel>;
  TypeKind: TypeKind;
  UpdateArtifactInput: UpdateArtifactInput;
  UpdateArtifactPayload: ResolverTypeWrapper<Omit<UpdateArtifactPayload, 'artifact'> & { artifact: ResolversTypes['Artifact'] }>;
  UpdateExecutionInput: UpdateExecutionInput;
  UpdateExecutionPayload: ResolverTypeWrapper<Omit<UpdateExecutionPayload, 'execution'> & { execution: ResolversTypes['Execution'] }>;
  Workspace: ResolverTypeWrapper<WorkspaceModel>;
  WorkspaceConnection: ResolverTypeWrapper<WorkspaceConnectionModel>;
  WorkspaceEdge: ResolverTypeWrapper<WorkspaceEdgeModel>;
  WorkspaceFilter: WorkspaceFilter;
  WorkspaceRef: WorkspaceRef;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Artifact: ArtifactModel;
  ArtifactConnection: ArtifactConnectionModel;
  ArtifactEdge: ArtifactEdgeModel;
  ArtifactEventConnection: ArtifactEventConnectionModel;
  ArtifactEventEdge: ArtifactEventEdgeModel;
  ArtifactFilter: ArtifactFilter;
  ArtifactInput: ArtifactInput;
  ArtifactRef: ArtifactRef;
  Boolean: Scalars['Boolean']['output'];
  CmfCreated: CmfCreated;
  CmfUpdated: CmfUpdated;
  ComparedMetric: ComparedMetric;
  ComparedOnly: Omit<ComparedOnly, 'nodes'> & { nodes: ReadonlyArray<ResolversParentTypes['LineageNode']> };
  ComparedProperty: ComparedProperty;
  Comparison: Omit<Comparison, 'completeness' | 'only' | 'shared' | 'subjects'> & { completeness: ResolversParentTypes['Completeness'], only: ReadonlyArray<ResolversParentTypes['ComparedOnly']>, shared: ReadonlyArray<ResolversParentTypes['LineageNode']>, subjects: ReadonlyArray<ResolversParentTypes['Node']> };
  Completeness: CompletenessModel;
  Context: ContextModel;
  ContextConnection: ContextConnectionModel;
  ContextEdge: ContextEdgeModel;
  CreateExecutionPayload: Omit<CreateExecutionPayload, 'execution'> & { execution: ResolversParentTypes['Execution'] };
  CreateRunInput: CreateRunInput;
  CreateRunPayload: Omit<CreateRunPayload, 'run'> & { run: ResolversParentTypes['Run'] };
  CreateWorkspaceInput: CreateWorkspaceInput;
  CreateWorkspacePayload: Omit<CreateWorkspacePayload, 'workspace'> & { workspace: ResolversParentTypes['Workspace'] };
  CustomArtifactInput: CustomArtifactInput;
  DataSet: ArtifactModel;
  DataSetImpactConnection: ArtifactImpactConnectionModel;
  DataSetImpactEdge: ArtifactImpactEdgeModel;
  DataSetInput: DataSetInput;
  DateTime: Scalars['DateTime']['output'];
  DateTimeFilter: DateTimeFilter;
  Execution: ExecutionModel;
  ExecutionConnection: ExecutionConnectionModel;
  ExecutionEdge: ExecutionEdgeModel;
  ExecutionEventConnection: ExecutionEventConnectionModel;
  ExecutionEventEdge: ExecutionEventEdgeModel;
  ExecutionFilter: ExecutionFilter;
  ExecutionInput: ExecutionInput;
  ExecutionRef: ExecutionRef;
  Float: Scalars['Float']['output'];
  FrontierConnection: FrontierConnectionModel;
  FrontierEdge: FrontierEdgeModel;
  GenericArtifact: ArtifactModel;
  ID: Scalars['ID']['output'];
  ImpactConnection: ImpactConnectionModel;
  ImpactEdge: ImpactEdgeModel;
  ImportCmfInput: ImportCmfInput;
  ImportCmfPayload: Omit<ImportCmfPayload, 'workspaces'> & { workspaces: ReadonlyArray<ResolversParentTypes['Workspace']> };
  Int: Scalars['Int']['output'];
  Int64: Scalars['Int64']['output'];
  JSON: Scalars['JSON']['output'];
  Label: Label;
  LabelInput: LabelInput;
  Limits: Limits;
  Lineage: LineageGraph;
  LineageEdge: LineageEdgeModel;
  LineageEntry: LineageEntryModel;
  LineageInput: LineageInput;
  LineageNode: LineageNodeModel;
  LineageNodeFilter: LineageNodeFilter;
  LineagePath: LineagePathModel;
  LogArtifactInput: LogArtifactInput;
  LogArtifactPayload: Omit<LogArtifactPayload, 'artifact' | 'execution'> & { artifact: ResolversParentTypes['Artifact'], execution: ResolversParentTypes['Execution'] };
  LogExecutionInput: LogExecutionInput;
  LogExecutionPayload: Omit<LogExecutionPayload, 'execution' | 'inputs' | 'outputs'> & { execution: ResolversParentTypes['Execution'], inputs: ReadonlyArray<ResolversParentTypes['LoggedArtifact']>, outputs: ReadonlyArray<ResolversParentTypes['LoggedArtifact']> };
  LoggedArtifact: Omit<LoggedArtifact, 'artifact'> & { artifact: ResolversParentTypes['Artifact'] };
  MetricValue: MetricValueModel;
  MetricValueInput: MetricValueInput;
  Metrics: ArtifactModel;
  MetricsInput: MetricsInput;
  Model: ArtifactModel;
  ModelImpactConnection: ArtifactImpactConnectionModel;
  ModelImpactEdge: ArtifactImpactEdgeModel;
  ModelInput: ModelInput;
  ModelMetricsConnection: ModelMetricsConnectionModel;
  ModelMetricsEdge: ModelMetricsEdgeModel;
  Mutation: Record<PropertyKey, never>;
  Node: NodeModel;
  Order: Order;
  PageInfo: PageInfoModel;
  Parameter: ParameterModel;
  PathStepInput: PathStepInput;
  Paths: PathsModel;
  Property: PropertyModel;
  PropertyDefinition: PropertyDefinition;
  PropertyDefinitionInput: PropertyDefinitionInput;
  PropertyFilter: PropertyFilter;
  PropertyInput: PropertyInput;
  PropertyValueInput: PropertyValueInput;
  Query: Record<PropertyKey, never>;
  RegisterTypeInput: RegisterTypeInput;
  RegisterTypePayload: Omit<RegisterTypePayload, 'type'> & { type: ResolversParentTypes['TypeDefinition'] };
  Run: RunModel;
  RunConnection: RunConnectionModel;
  RunEdge: RunEdgeModel;
  RunFilter: RunFilter;
  RunInWorkspaceRef: RunInWorkspaceRef;
  RunName: RunName;
  RunRef: RunRef;
  ServerInfo: ServerInfo;
  StepArtifactInput: StepArtifactInput;
  String: Scalars['String']['output'];
  StringFilter: StringFilter;
  TrainingFramework: TrainingFramework;
  TrainingFrameworkInput: TrainingFrameworkInput;
  TypeAndName: TypeAndName;
  TypeConnection: TypeConnectionModel;
  TypeCount: TypeCount;
  TypeDefinition: NodeType;
  TypeEdge: TypeEdgeModel;
  UpdateArtifactInput: UpdateArtifactInput;
  UpdateArtifactPayload: Omit<UpdateArtifactPayload, 'artifact'> & { artifact: ResolversParentTypes['Artifact'] };
  UpdateExecutionInput: UpdateExecutionInput;
  UpdateExecutionPayload: Omit<UpdateExecutionPayload, 'execution'> & { execution: ResolversParentTypes['Execution'] };
  Workspace: WorkspaceModel;
  WorkspaceConnection: WorkspaceConnectionModel;
  WorkspaceEdge: WorkspaceEdgeModel;
  WorkspaceFilter: WorkspaceFilter;
  WorkspaceRef: WorkspaceRef;
};

export type ArtifactResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Artifact'] = ResolversParentTypes['Artifact']> = {
  __resolveType?: TypeResolveFn<'DataSet' | 'GenericArtifact' | 'Metrics' | 'Model', ParentType, ContextType>;
};

export type ArtifactConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ArtifactConnection'] = ResolversParentTypes['ArtifactConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ArtifactEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Artifact']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ArtifactEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ArtifactEdge'] = ResolversParentTypes['ArtifactEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Artifact'], ParentType, ContextType>;
};

export type ArtifactEventConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ArtifactEventConnection'] = ResolversParentTypes['ArtifactEventConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ArtifactEventEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Artifact']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ArtifactEventEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ArtifactEventEdge'] = ResolversParentTypes['ArtifactEventEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Artifact'], ParentType, ContextType>;
  occurredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  path?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['EventType'], ParentType, ContextType>;
};

export type CmfCreatedResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CmfCreated'] = ResolversParentTypes['CmfCreated']> = {
  artifacts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  events?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  executions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  pipelines?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  stages?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CmfUpdatedResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CmfUpdated'] = ResolversParentTypes['CmfUpdated']> = {
  artifacts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  executions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ComparedMetricResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ComparedMetric'] = ResolversParentTypes['ComparedMetric']> = {
  differs?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  values?: Resolver<ReadonlyArray<Maybe<ResolversTypes['Float']>>, ParentType, ContextType>;
};

export type ComparedOnlyResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ComparedOnly'] = ResolversParentTypes['ComparedOnly']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['LineageNode']>, ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ComparedPropertyResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ComparedProperty'] = ResolversParentTypes['ComparedProperty']> = {
  differs?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  values?: Resolver<ReadonlyArray<Maybe<ResolversTypes['JSON']>>, ParentType, ContextType>;
};

export type ComparisonResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Comparison'] = ResolversParentTypes['Comparison']> = {
  completeness?: Resolver<ResolversTypes['Completeness'], ParentType, ContextType>;
  metrics?: Resolver<ReadonlyArray<ResolversTypes['ComparedMetric']>, ParentType, ContextType>;
  only?: Resolver<ReadonlyArray<ResolversTypes['ComparedOnly']>, ParentType, ContextType>;
  properties?: Resolver<ReadonlyArray<ResolversTypes['ComparedProperty']>, ParentType, ContextType>;
  shared?: Resolver<ReadonlyArray<ResolversTypes['LineageNode']>, ParentType, ContextType>;
  subjects?: Resolver<ReadonlyArray<ResolversTypes['Node']>, ParentType, ContextType>;
};

export type CompletenessResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Completeness'] = ResolversParentTypes['Completeness']> = {
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  frontier?: Resolver<ResolversTypes['FrontierConnection'], ParentType, ContextType, Partial<CompletenessFrontierArgs>>;
  reasons?: Resolver<ReadonlyArray<ResolversTypes['CutOff']>, ParentType, ContextType>;
};

export type ContextResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Context'] = ResolversParentTypes['Context']> = {
  artifacts?: Resolver<ResolversTypes['ArtifactConnection'], ParentType, ContextType, Partial<ContextArtifactsArgs>>;
  children?: Resolver<ResolversTypes['ContextConnection'], ParentType, ContextType, Partial<ContextChildrenArgs>>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  executions?: Resolver<ResolversTypes['ExecutionConnection'], ParentType, ContextType, Partial<ContextExecutionsArgs>>;
  externalId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  mlmdId?: Resolver<ResolversTypes['Int64'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  parents?: Resolver<ResolversTypes['ContextConnection'], ParentType, ContextType, Partial<ContextParentsArgs>>;
  properties?: Resolver<ReadonlyArray<ResolversTypes['Property']>, ParentType, ContextType, Partial<ContextPropertiesArgs>>;
  typeName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ContextConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ContextConnection'] = ResolversParentTypes['ContextConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ContextEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Context']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ContextEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ContextEdge'] = ResolversParentTypes['ContextEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Context'], ParentType, ContextType>;
};

export type CreateExecutionPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CreateExecutionPayload'] = ResolversParentTypes['CreateExecutionPayload']> = {
  created?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  execution?: Resolver<ResolversTypes['Execution'], ParentType, ContextType>;
};

export type CreateRunPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CreateRunPayload'] = ResolversParentTypes['CreateRunPayload']> = {
  created?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  run?: Resolver<ResolversTypes['Run'], ParentType, ContextType>;
};

export type CreateWorkspacePayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CreateWorkspacePayload'] = ResolversParentTypes['CreateWorkspacePayload']> = {
  created?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  workspace?: Resolver<ResolversTypes['Workspace'], ParentType, ContextType>;
};

export type DataSetResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DataSet'] = ResolversParentTypes['DataSet']> = {
  consumedBy?: Resolver<ResolversTypes['ExecutionEventConnection'], ParentType, ContextType, Partial<DataSetConsumedByArgs>>;
  contexts?: Resolver<ResolversTypes['ContextConnection'], ParentType, ContextType, Partial<DataSetContextsArgs>>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  digest?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  externalId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  labels?: Resolver<ReadonlyArray<ResolversTypes['Label']>, ParentType, ContextType>;
  lineage?: Resolver<Maybe<ResolversTypes['Lineage']>, ParentType, ContextType, RequireFields<DataSetLineageArgs, 'input'>>;
  locations?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  mlmdId?: Resolver<ResolversTypes['Int64'], ParentType, ContextType>;
  models?: Resolver<Maybe<ResolversTypes['ModelImpactConnection']>, ParentType, ContextType, RequireFields<DataSetModelsArgs, 'maxHops' | 'preset'>>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  producedBy?: Resolver<ResolversTypes['ExecutionEventConnection'], ParentType, ContextType, Partial<DataSetProducedByArgs>>;
  properties?: Resolver<ReadonlyArray<ResolversTypes['Property']>, ParentType, ContextType, Partial<DataSetPropertiesArgs>>;
  query?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  run?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  state?: Resolver<Maybe<ResolversTypes['ArtifactState']>, ParentType, ContextType>;
  typeName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  uri?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  workspace?: Resolver<Maybe<ResolversTypes['Workspace']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DataSetImpactConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DataSetImpactConnection'] = ResolversParentTypes['DataSetImpactConnection']> = {
  completeness?: Resolver<ResolversTypes['Completeness'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['DataSetImpactEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['DataSet']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DataSetImpactEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DataSetImpactEdge'] = ResolversParentTypes['DataSetImpactEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  distance?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['DataSet'], ParentType, ContextType>;
  witness?: Resolver<ResolversTypes['LineagePath'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type ExecutionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Execution'] = ResolversParentTypes['Execution']> = {
  cachedFrom?: Resolver<Maybe<ResolversTypes['Execution']>, ParentType, ContextType>;
  children?: Resolver<ResolversTypes['ExecutionConnection'], ParentType, ContextType, Partial<ExecutionChildrenArgs>>;
  contexts?: Resolver<ResolversTypes['ContextConnection'], ParentType, ContextType, Partial<ExecutionContextsArgs>>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  externalId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  inputs?: Resolver<ResolversTypes['ArtifactEventConnection'], ParentType, ContextType, Partial<ExecutionInputsArgs>>;
  iterationCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  iterationIndex?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  labels?: Resolver<ReadonlyArray<ResolversTypes['Label']>, ParentType, ContextType>;
  lineage?: Resolver<Maybe<ResolversTypes['Lineage']>, ParentType, ContextType, RequireFields<ExecutionLineageArgs, 'input'>>;
  mlmdId?: Resolver<ResolversTypes['Int64'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  outputParameters?: Resolver<ReadonlyArray<ResolversTypes['Parameter']>, ParentType, ContextType>;
  outputs?: Resolver<ResolversTypes['ArtifactEventConnection'], ParentType, ContextType, Partial<ExecutionOutputsArgs>>;
  parameters?: Resolver<ReadonlyArray<ResolversTypes['Parameter']>, ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['Execution']>, ParentType, ContextType>;
  properties?: Resolver<ReadonlyArray<ResolversTypes['Property']>, ParentType, ContextType, Partial<ExecutionPropertiesArgs>>;
  role?: Resolver<ResolversTypes['ExecutionRole'], ParentType, ContextType>;
  run?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  startedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['ExecutionStatus']>, ParentType, ContextType>;
  storedStatus?: Resolver<Maybe<ResolversTypes['ExecutionStatus']>, ParentType, ContextType>;
  typeName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  workspace?: Resolver<Maybe<ResolversTypes['Workspace']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ExecutionConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ExecutionConnection'] = ResolversParentTypes['ExecutionConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ExecutionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Execution']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ExecutionEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ExecutionEdge'] = ResolversParentTypes['ExecutionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Execution'], ParentType, ContextType>;
};

export type ExecutionEventConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ExecutionEventConnection'] = ResolversParentTypes['ExecutionEventConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ExecutionEventEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Execution']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ExecutionEventEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ExecutionEventEdge'] = ResolversParentTypes['ExecutionEventEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Execution'], ParentType, ContextType>;
  occurredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  path?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['EventType'], ParentType, ContextType>;
};

export type FrontierConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['FrontierConnection'] = ResolversParentTypes['FrontierConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['FrontierEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['LineageNode']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type FrontierEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['FrontierEdge'] = ResolversParentTypes['FrontierEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  direction?: Resolver<ResolversTypes['Direction'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['LineageNode'], ParentType, ContextType>;
  unexplored?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type GenericArtifactResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['GenericArtifact'] = ResolversParentTypes['GenericArtifact']> = {
  consumedBy?: Resolver<ResolversTypes['ExecutionEventConnection'], ParentType, ContextType, Partial<GenericArtifactConsumedByArgs>>;
  contexts?: Resolver<ResolversTypes['ContextConnection'], ParentType, ContextType, Partial<GenericArtifactContextsArgs>>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  digest?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  externalId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  labels?: Resolver<ReadonlyArray<ResolversTypes['Label']>, ParentType, ContextType>;
  lineage?: Resolver<Maybe<ResolversTypes['Lineage']>, ParentType, ContextType, RequireFields<GenericArtifactLineageArgs, 'input'>>;
  locations?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  mlmdId?: Resolver<ResolversTypes['Int64'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  producedBy?: Resolver<ResolversTypes['ExecutionEventConnection'], ParentType, ContextType, Partial<GenericArtifactProducedByArgs>>;
  properties?: Resolver<ReadonlyArray<ResolversTypes['Property']>, ParentType, ContextType, Partial<GenericArtifactPropertiesArgs>>;
  run?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  state?: Resolver<Maybe<ResolversTypes['ArtifactState']>, ParentType, ContextType>;
  typeName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  uri?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  workspace?: Resolver<Maybe<ResolversTypes['Workspace']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ImpactConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ImpactConnection'] = ResolversParentTypes['ImpactConnection']> = {
  completeness?: Resolver<ResolversTypes['Completeness'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['ImpactEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['LineageNode']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ImpactEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ImpactEdge'] = ResolversParentTypes['ImpactEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  distance?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['LineageNode'], ParentType, ContextType>;
  witness?: Resolver<ResolversTypes['LineagePath'], ParentType, ContextType>;
};

export type ImportCmfPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ImportCmfPayload'] = ResolversParentTypes['ImportCmfPayload']> = {
  created?: Resolver<ResolversTypes['CmfCreated'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ImportStatus'], ParentType, ContextType>;
  updated?: Resolver<ResolversTypes['CmfUpdated'], ParentType, ContextType>;
  workspaces?: Resolver<ReadonlyArray<ResolversTypes['Workspace']>, ParentType, ContextType>;
};

export interface Int64ScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Int64'], any> {
  name: 'Int64';
}

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type LabelResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Label'] = ResolversParentTypes['Label']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LimitsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Limits'] = ResolversParentTypes['Limits']> = {
  deadlineMs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  maxAliases?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  maxBodyBytes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  maxBreadth?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  maxCost?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  maxDepth?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  maxHops?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  maxNeighborsPerNode?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  maxNodes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  maxPageSize?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LineageResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Lineage'] = ResolversParentTypes['Lineage']> = {
  completeness?: Resolver<ResolversTypes['Completeness'], ParentType, ContextType>;
  counts?: Resolver<ReadonlyArray<ResolversTypes['TypeCount']>, ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['LineageEdge']>, ParentType, ContextType>;
  entries?: Resolver<ReadonlyArray<ResolversTypes['LineageEntry']>, ParentType, ContextType>;
  roots?: Resolver<ReadonlyArray<ResolversTypes['LineageNode']>, ParentType, ContextType>;
};

export type LineageEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LineageEdge'] = ResolversParentTypes['LineageEdge']> = {
  occurredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  path?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  target?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['EventType'], ParentType, ContextType>;
};

export type LineageEntryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LineageEntry'] = ResolversParentTypes['LineageEntry']> = {
  distance?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  downstreamDegree?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  expanded?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['LineageNode'], ParentType, ContextType>;
  side?: Resolver<Maybe<ResolversTypes['Side']>, ParentType, ContextType>;
  upstreamDegree?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LineageNodeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LineageNode'] = ResolversParentTypes['LineageNode']> = {
  __resolveType?: TypeResolveFn<'DataSet' | 'Execution' | 'GenericArtifact' | 'Metrics' | 'Model', ParentType, ContextType>;
};

export type LineagePathResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LineagePath'] = ResolversParentTypes['LineagePath']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['LineageEdge']>, ParentType, ContextType>;
  length?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['LineageNode']>, ParentType, ContextType>;
};

export type LogArtifactPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LogArtifactPayload'] = ResolversParentTypes['LogArtifactPayload']> = {
  artifact?: Resolver<ResolversTypes['Artifact'], ParentType, ContextType>;
  created?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  execution?: Resolver<ResolversTypes['Execution'], ParentType, ContextType>;
};

export type LogExecutionPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LogExecutionPayload'] = ResolversParentTypes['LogExecutionPayload']> = {
  created?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  execution?: Resolver<ResolversTypes['Execution'], ParentType, ContextType>;
  inputs?: Resolver<ReadonlyArray<ResolversTypes['LoggedArtifact']>, ParentType, ContextType>;
  outputs?: Resolver<ReadonlyArray<ResolversTypes['LoggedArtifact']>, ParentType, ContextType>;
};

export type LoggedArtifactResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LoggedArtifact'] = ResolversParentTypes['LoggedArtifact']> = {
  artifact?: Resolver<ResolversTypes['Artifact'], ParentType, ContextType>;
  created?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type MetricValueResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['MetricValue'] = ResolversParentTypes['MetricValue']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type MetricsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Metrics'] = ResolversParentTypes['Metrics']> = {
  consumedBy?: Resolver<ResolversTypes['ExecutionEventConnection'], ParentType, ContextType, Partial<MetricsConsumedByArgs>>;
  contexts?: Resolver<ResolversTypes['ContextConnection'], ParentType, ContextType, Partial<MetricsContextsArgs>>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  dataSet?: Resolver<Maybe<ResolversTypes['DataSet']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  digest?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  externalId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  labels?: Resolver<ReadonlyArray<ResolversTypes['Label']>, ParentType, ContextType>;
  lineage?: Resolver<Maybe<ResolversTypes['Lineage']>, ParentType, ContextType, RequireFields<MetricsLineageArgs, 'input'>>;
  locations?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  metricsType?: Resolver<Maybe<ResolversTypes['MetricsType']>, ParentType, ContextType>;
  mlmdId?: Resolver<ResolversTypes['Int64'], ParentType, ContextType>;
  model?: Resolver<Maybe<ResolversTypes['Model']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  producedBy?: Resolver<ResolversTypes['ExecutionEventConnection'], ParentType, ContextType, Partial<MetricsProducedByArgs>>;
  properties?: Resolver<ReadonlyArray<ResolversTypes['Property']>, ParentType, ContextType, Partial<MetricsPropertiesArgs>>;
  run?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  state?: Resolver<Maybe<ResolversTypes['ArtifactState']>, ParentType, ContextType>;
  typeName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  uri?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['MetricValue']>, ParentType, ContextType, RequireFields<MetricsValueArgs, 'name'>>;
  values?: Resolver<ReadonlyArray<ResolversTypes['MetricValue']>, ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  workspace?: Resolver<Maybe<ResolversTypes['Workspace']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ModelResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Model'] = ResolversParentTypes['Model']> = {
  consumedBy?: Resolver<ResolversTypes['ExecutionEventConnection'], ParentType, ContextType, Partial<ModelConsumedByArgs>>;
  contexts?: Resolver<ResolversTypes['ContextConnection'], ParentType, ContextType, Partial<ModelContextsArgs>>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  dataSets?: Resolver<Maybe<ResolversTypes['DataSetImpactConnection']>, ParentType, ContextType, RequireFields<ModelDataSetsArgs, 'maxHops' | 'preset'>>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  digest?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  externalId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hyperparameters?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  labels?: Resolver<ReadonlyArray<ResolversTypes['Label']>, ParentType, ContextType>;
  lineage?: Resolver<Maybe<ResolversTypes['Lineage']>, ParentType, ContextType, RequireFields<ModelLineageArgs, 'input'>>;
  locations?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  metrics?: Resolver<Maybe<ResolversTypes['ModelMetricsConnection']>, ParentType, ContextType, Partial<ModelMetricsArgs>>;
  mlmdId?: Resolver<ResolversTypes['Int64'], ParentType, ContextType>;
  modelType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  producedBy?: Resolver<ResolversTypes['ExecutionEventConnection'], ParentType, ContextType, Partial<ModelProducedByArgs>>;
  properties?: Resolver<ReadonlyArray<ResolversTypes['Property']>, ParentType, ContextType, Partial<ModelPropertiesArgs>>;
  run?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  state?: Resolver<Maybe<ResolversTypes['ArtifactState']>, ParentType, ContextType>;
  trainingFramework?: Resolver<Maybe<ResolversTypes['TrainingFramework']>, ParentType, ContextType>;
  typeName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  uri?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  workspace?: Resolver<Maybe<ResolversTypes['Workspace']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ModelImpactConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ModelImpactConnection'] = ResolversParentTypes['ModelImpactConnection']> = {
  completeness?: Resolver<ResolversTypes['Completeness'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['ModelImpactEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Model']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ModelImpactEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ModelImpactEdge'] = ResolversParentTypes['ModelImpactEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  distance?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Model'], ParentType, ContextType>;
  witness?: Resolver<ResolversTypes['LineagePath'], ParentType, ContextType>;
};

export type ModelMetricsConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ModelMetricsConnection'] = ResolversParentTypes['ModelMetricsConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ModelMetricsEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Metrics']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ModelMetricsEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ModelMetricsEdge'] = ResolversParentTypes['ModelMetricsEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Metrics'], ParentType, ContextType>;
  via?: Resolver<ResolversTypes['ModelMetricsLink'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  createExecution?: Resolver<Maybe<ResolversTypes['CreateExecutionPayload']>, ParentType, ContextType, RequireFields<MutationCreateExecutionArgs, 'input'>>;
  createRun?: Resolver<Maybe<ResolversTypes['CreateRunPayload']>, ParentType, ContextType, RequireFields<MutationCreateRunArgs, 'input'>>;
  createWorkspace?: Resolver<Maybe<ResolversTypes['CreateWorkspacePayload']>, ParentType, ContextType, RequireFields<MutationCreateWorkspaceArgs, 'input'>>;
  importCmf?: Resolver<Maybe<ResolversTypes['ImportCmfPayload']>, ParentType, ContextType, RequireFields<MutationImportCmfArgs, 'input'>>;
  logExecution?: Resolver<Maybe<ResolversTypes['LogExecutionPayload']>, ParentType, ContextType, RequireFields<MutationLogExecutionArgs, 'input'>>;
  logInput?: Resolver<Maybe<ResolversTypes['LogArtifactPayload']>, ParentType, ContextType, RequireFields<MutationLogInputArgs, 'input'>>;
  logOutput?: Resolver<Maybe<ResolversTypes['LogArtifactPayload']>, ParentType, ContextType, RequireFields<MutationLogOutputArgs, 'input'>>;
  registerType?: Resolver<Maybe<ResolversTypes['RegisterTypePayload']>, ParentType, ContextType, RequireFields<MutationRegisterTypeArgs, 'input'>>;
  updateArtifact?: Resolver<Maybe<ResolversTypes['UpdateArtifactPayload']>, ParentType, ContextType, RequireFields<MutationUpdateArtifactArgs, 'input'>>;
  updateExecution?: Resolver<Maybe<ResolversTypes['UpdateExecutionPayload']>, ParentType, ContextType, RequireFields<MutationUpdateExecutionArgs, 'input'>>;
};

export type NodeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType?: TypeResolveFn<'Context' | 'DataSet' | 'Execution' | 'GenericArtifact' | 'Metrics' | 'Model' | 'Run' | 'Workspace', ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ParameterResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Parameter'] = ResolversParentTypes['Parameter']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
};

export type PathsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Paths'] = ResolversParentTypes['Paths']> = {
  completeness?: Resolver<ResolversTypes['Completeness'], ParentType, ContextType>;
  exhaustive?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  exists?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  paths?: Resolver<ReadonlyArray<ResolversTypes['LineagePath']>, ParentType, ContextType>;
};

export type PropertyResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Property'] = ResolversParentTypes['Property']> = {
  custom?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['PropertyType'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
};

export type PropertyDefinitionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PropertyDefinition'] = ResolversParentTypes['PropertyDefinition']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['PropertyType'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  artifact?: Resolver<Maybe<ResolversTypes['Artifact']>, ParentType, ContextType, RequireFields<QueryArtifactArgs, 'by'>>;
  artifacts?: Resolver<Maybe<ResolversTypes['ArtifactConnection']>, ParentType, ContextType, Partial<QueryArtifactsArgs>>;
  cmfDocument?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<QueryCmfDocumentArgs, 'pipeline'>>;
  compare?: Resolver<Maybe<ResolversTypes['Comparison']>, ParentType, ContextType, RequireFields<QueryCompareArgs, 'of'>>;
  contexts?: Resolver<Maybe<ResolversTypes['ContextConnection']>, ParentType, ContextType, Partial<QueryContextsArgs>>;
  execution?: Resolver<Maybe<ResolversTypes['Execution']>, ParentType, ContextType, RequireFields<QueryExecutionArgs, 'by'>>;
  executions?: Resolver<Maybe<ResolversTypes['ExecutionConnection']>, ParentType, ContextType, Partial<QueryExecutionsArgs>>;
  impact?: Resolver<Maybe<ResolversTypes['ImpactConnection']>, ParentType, ContextType, RequireFields<QueryImpactArgs, 'direction' | 'maxHops' | 'of' | 'preset'>>;
  lineage?: Resolver<Maybe<ResolversTypes['Lineage']>, ParentType, ContextType, RequireFields<QueryLineageArgs, 'input' | 'of'>>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  nodes?: Resolver<ReadonlyArray<Maybe<ResolversTypes['Node']>>, ParentType, ContextType, RequireFields<QueryNodesArgs, 'ids'>>;
  paths?: Resolver<Maybe<ResolversTypes['Paths']>, ParentType, ContextType, RequireFields<QueryPathsArgs, 'direction' | 'from' | 'maxHops' | 'maxPaths' | 'preset' | 'to'>>;
  run?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType, RequireFields<QueryRunArgs, 'by'>>;
  runs?: Resolver<Maybe<ResolversTypes['RunConnection']>, ParentType, ContextType, Partial<QueryRunsArgs>>;
  server?: Resolver<ResolversTypes['ServerInfo'], ParentType, ContextType>;
  types?: Resolver<Maybe<ResolversTypes['TypeConnection']>, ParentType, ContextType, Partial<QueryTypesArgs>>;
  workspace?: Resolver<Maybe<ResolversTypes['Workspace']>, ParentType, ContextType, RequireFields<QueryWorkspaceArgs, 'by'>>;
  workspaces?: Resolver<Maybe<ResolversTypes['WorkspaceConnection']>, ParentType, ContextType, Partial<QueryWorkspacesArgs>>;
};

export type RegisterTypePayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RegisterTypePayload'] = ResolversParentTypes['RegisterTypePayload']> = {
  created?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['TypeDefinition'], ParentType, ContextType>;
};

export type RunResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Run'] = ResolversParentTypes['Run']> = {
  artifacts?: Resolver<ResolversTypes['ArtifactConnection'], ParentType, ContextType, Partial<RunArtifactsArgs>>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  executions?: Resolver<ResolversTypes['ExecutionConnection'], ParentType, ContextType, Partial<RunExecutionsArgs>>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  graph?: Resolver<Maybe<ResolversTypes['Lineage']>, ParentType, ContextType, RequireFields<RunGraphArgs, 'maxNodes'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  metrics?: Resolver<ReadonlyArray<ResolversTypes['MetricValue']>, ParentType, ContextType>;
  mlmdId?: Resolver<Maybe<ResolversTypes['Int64']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  origin?: Resolver<ResolversTypes['Origin'], ParentType, ContextType>;
  parameters?: Resolver<ReadonlyArray<ResolversTypes['Parameter']>, ParentType, ContextType>;
  properties?: Resolver<ReadonlyArray<ResolversTypes['Property']>, ParentType, ContextType, Partial<RunPropertiesArgs>>;
  startedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['ExecutionStatus']>, ParentType, ContextType>;
  workspace?: Resolver<Maybe<ResolversTypes['Workspace']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RunConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RunConnection'] = ResolversParentTypes['RunConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['RunEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Run']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RunEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RunEdge'] = ResolversParentTypes['RunEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Run'], ParentType, ContextType>;
};

export type ServerInfoResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ServerInfo'] = ResolversParentTypes['ServerInfo']> = {
  limits?: Resolver<ResolversTypes['Limits'], ParentType, ContextType>;
  readOnly?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  schemaVersion?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  store?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TrainingFrameworkResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TrainingFramework'] = ResolversParentTypes['TrainingFramework']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type TypeConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TypeConnection'] = ResolversParentTypes['TypeConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['TypeEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['TypeDefinition']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TypeCountResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TypeCount'] = ResolversParentTypes['TypeCount']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  typeName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TypeDefinitionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TypeDefinition'] = ResolversParentTypes['TypeDefinition']> = {
  kind?: Resolver<ResolversTypes['TypeKind'], ParentType, ContextType>;
  mlmdId?: Resolver<ResolversTypes['Int64'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  properties?: Resolver<ReadonlyArray<ResolversTypes['PropertyDefinition']>, ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type TypeEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TypeEdge'] = ResolversParentTypes['TypeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['TypeDefinition'], ParentType, ContextType>;
};

export type UpdateArtifactPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UpdateArtifactPayload'] = ResolversParentTypes['UpdateArtifactPayload']> = {
  artifact?: Resolver<ResolversTypes['Artifact'], ParentType, ContextType>;
};

export type UpdateExecutionPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UpdateExecutionPayload'] = ResolversParentTypes['UpdateExecutionPayload']> = {
  execution?: Resolver<ResolversTypes['Execution'], ParentType, ContextType>;
};

export type WorkspaceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Workspace'] = ResolversParentTypes['Workspace']> = {
  artifacts?: Resolver<ResolversTypes['ArtifactConnection'], ParentType, ContextType, Partial<WorkspaceArtifactsArgs>>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  executions?: Resolver<ResolversTypes['ExecutionConnection'], ParentType, ContextType, Partial<WorkspaceExecutionsArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  labels?: Resolver<ReadonlyArray<ResolversTypes['Label']>, ParentType, ContextType>;
  mlmdId?: Resolver<ResolversTypes['Int64'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  origin?: Resolver<ResolversTypes['Origin'], ParentType, ContextType>;
  properties?: Resolver<ReadonlyArray<ResolversTypes['Property']>, ParentType, ContextType, Partial<WorkspacePropertiesArgs>>;
  runs?: Resolver<ResolversTypes['RunConnection'], ParentType, ContextType, Partial<WorkspaceRunsArgs>>;
  stages?: Resolver<ResolversTypes['ContextConnection'], ParentType, ContextType, Partial<WorkspaceStagesArgs>>;
  typeName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WorkspaceConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['WorkspaceConnection'] = ResolversParentTypes['WorkspaceConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['WorkspaceEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Workspace']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type WorkspaceEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['WorkspaceEdge'] = ResolversParentTypes['WorkspaceEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Workspace'], ParentType, ContextType>;
};

export type Resolvers<ContextType = RequestContext> = {
  Artifact?: ArtifactResolvers<ContextType>;
  ArtifactConnection?: ArtifactConnectionResolvers<ContextType>;
  ArtifactEdge?: ArtifactEdgeResolvers<ContextType>;
  ArtifactEventConnection?: ArtifactEventConnectionResolvers<ContextType>;
  ArtifactEventEdge?: ArtifactEventEdgeResolvers<ContextType>;
  CmfCreated?: CmfCreatedResolvers<ContextType>;
  CmfUpdated?: CmfUpdatedResolvers<ContextType>;
  ComparedMetric?: ComparedMetricResolvers<ContextType>;
  ComparedOnly?: ComparedOnlyResolvers<ContextType>;
  ComparedProperty?: ComparedPropertyResolvers<ContextType>;
  Comparison?: ComparisonResolvers<ContextType>;
  Completeness?: CompletenessResolvers<ContextType>;
  Context?: ContextResolvers<ContextType>;
  ContextConnection?: ContextConnectionResolvers<ContextType>;
  ContextEdge?: ContextEdgeResolvers<ContextType>;
  CreateExecutionPayload?: CreateExecutionPayloadResolvers<ContextType>;
  CreateRunPayload?: CreateRunPayloadResolvers<ContextType>;
  CreateWorkspacePayload?: CreateWorkspacePayloadResolvers<ContextType>;
  DataSet?: DataSetResolvers<ContextType>;
  DataSetImpactConnection?: DataSetImpactConnectionResolvers<ContextType>;
  DataSetImpactEdge?: DataSetImpactEdgeResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Execution?: ExecutionResolvers<ContextType>;
  ExecutionConnection?: ExecutionConnectionResolvers<ContextType>;
  ExecutionEdge?: ExecutionEdgeResolvers<ContextType>;
  ExecutionEventConnection?: ExecutionEventConnectionResolvers<ContextType>;
  ExecutionEventEdge?: ExecutionEventEdgeResolvers<ContextType>;
  FrontierConnection?: FrontierConnectionResolvers<ContextType>;
  FrontierEdge?: FrontierEdgeResolvers<ContextType>;
  GenericArtifact?: GenericArtifactResolvers<ContextType>;
  ImpactConnection?: ImpactConnectionResolvers<ContextType>;
  ImpactEdge?: ImpactEdgeResolvers<ContextType>;
  ImportCmfPayload?: ImportCmfPayloadResolvers<ContextType>;
  Int64?: GraphQLScalarType;
  JSON?: GraphQLScalarType;
  Label?: LabelResolvers<ContextType>;
  Limits?: LimitsResolvers<ContextType>;
  Lineage?: LineageResolvers<ContextType>;
  LineageEdge?: LineageEdgeResolvers<ContextType>;
  LineageEntry?: LineageEntryResolvers<ContextType>;
  LineageNode?: LineageNodeResolvers<ContextType>;
  LineagePath?: LineagePathResolvers<ContextType>;
  LogArtifactPayload?: LogArtifactPayloadResolvers<ContextType>;
  LogExecutionPayload?: LogExecutionPayloadResolvers<ContextType>;
  LoggedArtifact?: LoggedArtifactResolvers<ContextType>;
  MetricValue?: MetricValueResolvers<ContextType>;
  Metrics?: MetricsResolvers<ContextType>;
  Model?: ModelResolvers<ContextType>;
  ModelImpactConnection?: ModelImpactConnectionResolvers<ContextType>;
  ModelImpactEdge?: ModelImpactEdgeResolvers<ContextType>;
  ModelMetricsConnection?: ModelMetricsConnectionResolvers<ContextType>;
  ModelMetricsEdge?: ModelMetricsEdgeResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Parameter?: ParameterResolvers<ContextType>;
  Paths?: PathsResolvers<ContextType>;
  Property?: PropertyResolvers<ContextType>;
  PropertyDefinition?: PropertyDefinitionResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RegisterTypePayload?: RegisterTypePayloadResolvers<ContextType>;
  Run?: RunResolvers<ContextType>;
  RunConnection?: RunConnectionResolvers<ContextType>;
  RunEdge?: RunEdgeResolvers<ContextType>;
  ServerInfo?: ServerInfoResolvers<ContextType>;
  TrainingFramework?: TrainingFrameworkResolvers<ContextType>;
  TypeConnection?: TypeConnectionResolvers<ContextType>;
  TypeCount?: TypeCountResolvers<ContextType>;
  TypeDefinition?: TypeDefinitionResolvers<ContextType>;
  TypeEdge?: TypeEdgeResolvers<ContextType>;
  UpdateArtifactPayload?: UpdateArtifactPayloadResolvers<ContextType>;
  UpdateExecutionPayload?: UpdateExecutionPayloadResolvers<ContextType>;
  Workspace?: WorkspaceResolvers<ContextType>;
  WorkspaceConnection?: WorkspaceConnectionResolvers<ContextType>;
  WorkspaceEdge?: WorkspaceEdgeResolvers<ContextType>;
};

