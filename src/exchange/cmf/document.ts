import type { EventType, Properties } from '../../mlmd/model.js';

/**
 * CMF's export document as its parts mean something: what `cmf metadata export` writes, what `cmf metadata push` sends
 * and what `pull` receives. Ids and types' ids are left out: they are the sender's own, and nothing of ours.
 *
 * @see dumptojson in cmflib's cmfquery.py.
 */
export interface CmfDocument {
  readonly pipelines: readonly CmfPipeline[];
}

interface CmfNode {
  readonly properties: Properties;
  readonly customProperties: Properties;
  /** Of the sender's row, in milliseconds since the epoch. */
  readonly createTimeMs: bigint | undefined;
}

/** A pipeline and what ran in it. */
export interface CmfPipeline extends CmfNode {
  readonly name: string;
  readonly stages: readonly CmfStage[];
}

/** A stage of a pipeline and what ran in it. */
export interface CmfStage extends CmfNode {
  /** `<pipeline>/<stage>`. */
  readonly name: string;
  readonly executions: readonly CmfExecution[];
}

/** One step that ran, once or, under a name, again and again. */
export interface CmfExecution extends CmfNode {
  /** Only of an execution that is used again, which it identifies within its stage. */
  readonly name: string | undefined;
  /** One for each time that it ran; never empty. */
  readonly uuids: readonly string[];
  readonly events: readonly CmfEvent[];
}

/** What an execution read or wrote. */
export interface CmfEvent {
  readonly type: EventType;
  readonly artifact: CmfArtifact;
}

/** An artifact, as whole as it stands under each of its events. */
export interface CmfArtifact extends CmfNode {
  readonly type: string;
  readonly name: string | undefined;
  /** The hash of what it holds, or a UUID for metrics: what identifies it across stores. */
  readonly uri: string;
}
