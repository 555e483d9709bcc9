import type { CutOff, EventType, ExecutionRole, ExecutionStatus } from '../../generated/operations.js';

/** What a graph knows of a thing that groups nodes. */
export interface GroupName {
  /** For example `run:12` or `workspace:3`. */
  readonly id: string;
  readonly name: string;
}

/** A node of the lineage graph, as far as a picture of it needs. */
export interface GraphNode {
  /** `artifact:42` or `execution:7`. */
  readonly id: string;
  readonly kind: 'DataSet' | 'Model' | 'Metrics' | 'GenericArtifact' | 'Execution';
  readonly label: string;
  readonly typeName: string;
  readonly createdAt: string;
  readonly version?: string | undefined;
  /** Where an artifact's payload lies. */
  readonly uri?: string | undefined;
  readonly status?: ExecutionStatus | undefined;
  readonly role?: ExecutionRole | undefined;
  readonly run?: GroupName | undefined;
  readonly workspace?: GroupName | undefined;
  /** Events that lead to it from upstream in the store, whether known here or not. */
  readonly upstreamDegree: number;
  /** Events that lead on from it downstream in the store, whether known here or not. */
  readonly downstreamDegree: number;
}

/** An event, in the direction in which data flows: from a read artifact to its step, from a step to what it wrote. */
export interface GraphEdge {
  readonly source: string;
  readonly target: string;
  readonly type: EventType;
  /** Slots that it went through, for example `inputs.training_data[0]`. */
  readonly path: readonly string[];
  readonly occurredAt?: string | null | undefined;
}

/** All that the page has been told of the graph so far: the union of the walks that it asked for. */
export interface KnownGraph {
  /** By id, in the order in which they became known. */
  readonly nodes: ReadonlyMap<string, GraphNode>;
  /** Each event once, between known nodes. */
  readonly edges: readonly GraphEdge[];
  /** Where the picture starts. */
  readonly roots: readonly string[];
  /** Why the walks stopped where more lies beyond, each reason once; empty where all of them were whole. */
  readonly reasons: readonly CutOff[];
}
