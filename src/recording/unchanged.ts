import type { Artifact, Execution } from '../mlmd/model.js';
import type { ArtifactPut, ExecutionPut } from '../mlmd/store.js';

/** The put that leaves a stored artifact as it is; MLMD's update replaces all that a put does not repeat. */
export function unchangedArtifact(artifact: Artifact): ArtifactPut {
  const { id, typeId, name, uri, state, externalId, properties, customProperties } = artifact;
  return { id, typeId, name, uri, state, externalId, properties, customProperties };
}

/** The put that leaves a stored execution as it is. */
export function unchangedExecution(execution: Execution): ExecutionPut {
  const { id, typeId, name, state, externalId, properties, customProperties } = execution;
  return { id, typeId, name, state, externalId, properties, customProperties };
}
