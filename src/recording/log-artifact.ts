import type { LogArtifactInput } from '../generated/resolvers.js';
import type { ArtifactId, ExecutionId } from '../mlmd/model.js';
import { ArtifactShelf } from './artifact-shelf.js';
import { eventPath } from './event-path.js';
import { executionOf } from './lookup.js';
import { placeOf } from './place.js';
import { type RecordingOptions, type RecordingStore, record } from './recording.js';

/**
 * Says that a stored execution read or wrote an artifact. A new artifact belongs where the execution does; an event that
 * is stored already stays as it is, path and time included.
 */
export function logArtifact(
  store: RecordingStore,
  input: LogArtifactInput,
  direction: 'INPUT' | 'OUTPUT',
  options: RecordingOptions,
): Promise<{ readonly artifactId: ArtifactId; readonly executionId: ExecutionId; readonly created: boolean }> {
  return record(store, options, async (recording) => {
    const path = eventPath(input.path, 'input.path');
    const execution = await executionOf(recording.transaction, input.executionId, 'input.executionId');
    const place = await placeOf(recording.transaction, execution, 'input.executionId');
    const artifact = await new ArtifactShelf(recording, place).take(input.artifact, 'input.artifact');
    recording.draft.addEvent(artifact.ref, { id: execution.id }, direction, path);
    const written = await recording.draft.write(recording.transaction);
    return { artifactId: written.artifact(artifact.ref), executionId: execution.id, created: artifact.created };
  });
}
