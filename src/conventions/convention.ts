import type { Filter } from '../mlmd/filter/filter.js';
import type { Artifact, Context, Execution, Json, Value } from '../mlmd/model.js';
import type { DescribedRuns } from '../mlmd/store.js';
import type { MetricValue } from './metric-value.js';

/** The tool whose convention a node follows; `MLMD` where it is nobody's we know. */
export type Origin = 'KUBEFLOW' | 'KFP' | 'TFX' | 'CMF' | 'KUBEFLOW_HUB' | 'MLMD';

/** What role an artifact plays, whichever tool wrote it. */
export type ArtifactKind = 'DATA_SET' | 'MODEL' | 'METRICS' | 'OTHER';

/** A node of any kind. */
export type AnyNode = Artifact | Execution | Context;

/** Which contexts are each one step of a pipeline, through all of its runs. */
export interface StageRule {
  readonly typeName: string;
  /** Name of the type of the pipelines. */
  readonly workspaceType: string;
  /**
   * `CHILD` where a stage is a child of its pipeline; `NAME` where nothing but its name, `<pipeline>.<stage>`, tells whose
   * it is. Either part may hold dots itself: the longest name of a pipeline that fits is the one.
   */
  readonly by: 'CHILD' | 'NAME';
}

/** What a tool keeps of an artifact of its own; undefined is that it keeps no such thing. */
export interface ArtifactFacts {
  readonly version?: string | undefined;
  /** Hash of the payload. */
  readonly digest?: string | undefined;
  /** Where the payload lies; undefined for the `uri`. */
  readonly locations?: readonly string[] | undefined;
  readonly modelType?: string | undefined;
  readonly trainingFramework?: TrainingFramework | undefined;
}

/** What a model was trained with. */
export interface TrainingFramework {
  readonly name: string;
  readonly version: string | undefined;
}

/** A value that a step was given or gave back: a property, or a part of one that holds JSON. */
export interface Parameter {
  readonly name: string;
  readonly stored: Value | { readonly type: 'JSON'; readonly value: Json };
}

/** What a step is to its pipeline; `STEP` where its tool does not tell. */
export type StepRole = 'STEP' | 'DAG' | 'LOOP' | 'ITERATION' | 'IMPORTER' | 'RESOLVER';

/** How one tool uses MLMD, as far as a node tells by itself. */
export interface Convention {
  readonly origin: Exclude<Origin, 'MLMD'>;
  /** Names of the context types whose contexts are workspaces: a pipeline with all its runs, a project. */
  readonly workspaceTypes: readonly string[];
  /** Names of the context types whose contexts are each one run of a whole pipeline. */
  readonly runTypes: readonly string[];
  /** Runs that are contexts of a type whose name says too little; absent where there are none. */
  readonly describedRuns?: DescribedRuns;
  /** Absent where the tool has no such contexts. */
  readonly stages?: StageRule;
  /**
   * Nodes are members of the contexts in a workspace, and not of the workspace itself. Where it is left out, they are
   * members of the workspace too, and the contexts in it, which may be one for each run, need not be looked at.
   */
  readonly membersInChildren?: true;
  /** Kinds by exact type name; `OTHER` types are left out. */
  readonly artifactKinds: ReadonlyMap<string, ArtifactKind>;
  /** Custom properties that hold the tool's own numbers, and are no metric values. */
  readonly bookkeeping: readonly string[];
  /** Nodes that are no part of where data came from and went: hubs, and what only repeats others. */
  readonly besideDataFlow?: { readonly [kind in 'ARTIFACT' | 'EXECUTION']?: Filter };
  /** The name that the tool shows for a node of its own; undefined for other tools' nodes and for those without one. */
  nameOf(node: AnyNode): string | undefined;
  /** The name of a step which no tool's {@link nameOf} knows, from its contexts; undefined where it is not the tool's. */
  stepNameOf?(execution: Execution, contexts: readonly Context[]): string | undefined;
  /** Absent where there is nothing but the properties that all tools share; undefined for other tools' artifacts. */
  factsOf?(artifact: Artifact): ArtifactFacts | undefined;
  /** What a step was given, in order; undefined for other tools' steps. Where it is left out: the custom properties. */
  parametersOf?(execution: Execution): readonly Parameter[] | undefined;
  /** What a step gave back beside artifacts, in order; undefined for other tools' steps. Where it is left out: nothing. */
  outputParametersOf?(execution: Execution): readonly Parameter[] | undefined;
  /** What a step is to its pipeline; undefined for other tools' steps. Where it is left out: `STEP`. */
  roleOf?(execution: Execution): StepRole | undefined;
  /** What was measured, in order; undefined for other tools' artifacts. Where it is left out: custom numbers. */
  metricValuesOf?(artifact: Artifact): readonly MetricValue[] | undefined;
}
