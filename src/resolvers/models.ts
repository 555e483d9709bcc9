import type { Origin } from '../conventions/index.js';
import type { Completeness } from '../lineage/completeness.js';
import type { LineagePath } from '../lineage/path.js';
import type { Direction } from '../lineage/trace.js';
import type {
  Artifact,
  Context,
  ContextId,
  EventType,
  Execution,
  LineageNode,
  NodeType,
  Value,
} from '../mlmd/model.js';
import type { Connection, Edge } from './paging/connection.js';

/** A context seen as a workspace. */
export interface WorkspaceModel {
  readonly kind: 'WORKSPACE';
  readonly context: Context;
  readonly origin: Origin;
}

/** A run: a context seen as one, or a name in a workspace. */
export type RunModel = ContextRun | NamedRun;

/** A run that is a context. */
export interface ContextRun extends RunFacts {
  readonly contextId: ContextId;
  readonly workspaceId: ContextId | undefined;
  readonly createTimeMs: number;
}

/** A run known only by name. */
export interface NamedRun extends RunFacts {
  readonly contextId: undefined;
  readonly workspaceId: ContextId;
  /** Undefined where it has not been looked for: it takes a look at every node that bears the name. */
  readonly createTimeMs: number | undefined;
}

interface RunFacts {
  readonly kind: 'RUN';
  readonly name: string;
}

/** Whatever has an id. */
export type NodeModel = Artifact | Execution | Context | WorkspaceModel | RunModel;

/** A property and where it stands. */
export interface PropertyModel {
  readonly name: string;
  readonly custom: boolean;
  readonly stored: Value;
}

/** What the edge of a list of events says of its event. */
export interface EventFacts {
  readonly type: EventType;
  readonly path: readonly string[];
  readonly occurredAt: Date | undefined;
}

/** A node beyond which more lies. */
export interface FrontierEdgeModel extends Edge<LineageNode> {
  readonly unexplored: number;
  readonly direction: Direction;
}

/** A node that a walk reached. */
export interface ImpactEdgeModel<T = LineageNode> extends Edge<T> {
  readonly distance: number;
  witness(): LineagePath;
}

/** What a walk reached, and whether that is all. */
export interface ImpactConnectionModel<T = LineageNode> extends Connection<ImpactEdgeModel<T>> {
  readonly completeness: Completeness;
}

/** What joins metrics to a model. */
export interface ModelMetricsEdgeModel extends Edge<Artifact> {
  readonly via: 'PROPERTY' | 'GRAPH' | 'BOTH';
}

/** A workspace in a list. */
export type WorkspaceEdgeModel = Edge<WorkspaceModel>;
/** A page of workspaces. */
export type WorkspaceConnectionModel = Connection<WorkspaceEdgeModel>;
/** A run in a list. */
export type RunEdgeModel = Edge<RunModel>;
/** A page of runs. */
export type RunConnectionModel = Connection<RunEdgeModel>;
/** A context in a list. */
export type ContextEdgeModel = Edge<Context>;
/** A page of contexts. */
export type ContextConnectionModel = Connection<ContextEdgeModel>;
/** An artifact in a list. */
export type ArtifactEdgeModel = Edge<Artifact>;
/** A page of artifacts. */
export type ArtifactConnectionModel = Connection<ArtifactEdgeModel>;
/** An execution in a list. */
export type ExecutionEdgeModel = Edge<Execution>;
/** A page of executions. */
export type ExecutionConnectionModel = Connection<ExecutionEdgeModel>;
/** A type in a list. */
export type TypeEdgeModel = Edge<NodeType>;
/** A page of types. */
export type TypeConnectionModel = Connection<TypeEdgeModel>;
/** An artifact that a step read or wrote, and the event that says so. */
export type ArtifactEventEdgeModel = Edge<Artifact> & EventFacts;
/** A page of what a step read or wrote. */
export type ArtifactEventConnectionModel = Connection<ArtifactEventEdgeModel>;
/** A step that read or wrote an artifact, and the event that says so. */
export type ExecutionEventEdgeModel = Edge<Execution> & EventFacts;
/** A page of the steps that read or wrote an artifact. */
export type ExecutionEventConnectionModel = Connection<ExecutionEventEdgeModel>;
/** A page of a model's metrics. */
export type ModelMetricsConnectionModel = Connection<ModelMetricsEdgeModel>;
/** A page of nodes beyond which more lies. */
export type FrontierConnectionModel = Connection<FrontierEdgeModel>;
/** An artifact that a walk reached. */
export type ArtifactImpactEdgeModel = ImpactEdgeModel<Artifact>;
/** A page of the artifacts that a walk reached. */
export type ArtifactImpactConnectionModel = ImpactConnectionModel<Artifact>;
