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
}

/** A run known only by name. */
export interface NamedRun extends RunFacts {
  readonly contextId: undefined;
  readonly workspaceId: ContextId;
}

interface RunFacts {
  readonly kind: 'RUN';
  readonly name: string;
  readonly createTimeMs: number;
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

export type WorkspaceEdgeModel = Edge<WorkspaceModel>;
export type WorkspaceConnectionModel = Connection<WorkspaceEdgeModel>;
export type RunEdgeModel = Edge<RunModel>;
export type RunConnectionModel = Connection<RunEdgeModel>;
export type ContextEdgeModel = Edge<Context>;
export type ContextConnectionModel = Connection<ContextEdgeModel>;
export type ArtifactEdgeModel = Edge<Artifact>;
export type ArtifactConnectionModel = Connection<ArtifactEdgeModel>;
export type ExecutionEdgeModel = Edge<Execution>;
export type ExecutionConnectionModel = Connection<ExecutionEdgeModel>;
export type TypeEdgeModel = Edge<NodeType>;
export type TypeConnectionModel = Connection<TypeEdgeModel>;
export type ArtifactEventEdgeModel = Edge<Artifact> & EventFacts;
export type ArtifactEventConnectionModel = Connection<ArtifactEventEdgeModel>;
export type ExecutionEventEdgeModel = Edge<Execution> & EventFacts;
export type ExecutionEventConnectionModel = Connection<ExecutionEventEdgeModel>;
export type ModelMetricsConnectionModel = Connection<ModelMetricsEdgeModel>;
export type FrontierConnectionModel = Connection<FrontierEdgeModel>;
export type ArtifactImpactEdgeModel = ImpactEdgeModel<Artifact>;
export type ArtifactImpactConnectionModel = ImpactConnectionModel<Artifact>;
