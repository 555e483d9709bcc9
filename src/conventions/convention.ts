import type { Artifact, Context, Execution } from '../mlmd/model.js';

/** The tool whose convention a node follows; `MLMD` where it is nobody's we know. */
export type Origin = 'KUBEFLOW' | 'KFP' | 'TFX' | 'CMF' | 'MLMD';

/** What role an artifact plays, whichever tool wrote it. */
export type ArtifactKind = 'DATA_SET' | 'MODEL' | 'METRICS' | 'OTHER';

/** A node of any kind. */
export type AnyNode = Artifact | Execution | Context;

/** How one tool uses MLMD, as far as a node tells by itself. */
export interface Convention {
  readonly origin: Exclude<Origin, 'MLMD'>;
  /** Names of the context types whose contexts are workspaces: a pipeline with all its runs, a project. */
  readonly workspaceTypes: readonly string[];
  /** Names of the context types whose contexts are each one run of a whole pipeline. */
  readonly runTypes: readonly string[];
  /** Kinds by exact type name; `OTHER` types are left out. */
  readonly artifactKinds: ReadonlyMap<string, ArtifactKind>;
  /** Custom properties that hold the tool's own numbers, and are no metric values. */
  readonly bookkeeping: readonly string[];
  /** The name that the tool shows for a node of its own; undefined for other tools' nodes and for those without one. */
  nameOf(node: AnyNode): string | undefined;
}
