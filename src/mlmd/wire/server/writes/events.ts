import { MetadataError } from '../../../../errors.js';
import type { ArtifactId, EventType, ExecutionId } from '../../../model.js';
import type { Ref } from '../../../store.js';
import { eventTypeOf, toPath } from '../../codec/events.js';
import type * as wire from '../../generated/ml_metadata/proto/metadata_store.js';
import type { Writes } from './writes.js';

/** Writes the event of a message between two nodes. */
export function putEvent(
  writes: Writes,
  message: wire.Event,
  artifact: Ref<ArtifactId>,
  execution: Ref<ExecutionId>,
): void {
  const type = requiredType(message);
  const { millisecondsSinceEpoch: timeMs, path } = message;
  writes.addEvent({ artifact, execution, type, timeMs, path: toPath(path) });
}

/** Writes the event of a message, which must name both of its nodes. */
export function putWholeEvent(writes: Writes, message: wire.Event): void {
  const { artifactId, executionId } = message;
  if (artifactId === undefined || executionId === undefined) {
    throw new MetadataError('INVALID_ARGUMENT', 'An event needs an artifact_id and an execution_id.');
  }
  putEvent(writes, message, { id: artifactId as ArtifactId }, { id: executionId as ExecutionId });
}

function requiredType(message: wire.Event): EventType {
  const type = eventTypeOf(message);
  if (type !== undefined && type !== 'UNKNOWN') return type;
  throw new MetadataError('INVALID_ARGUMENT', 'An event needs a type other than UNKNOWN.');
}
