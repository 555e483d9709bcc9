import type { ExecutionInput } from '../generated/resolvers.js';
import type { ExecutionId } from '../mlmd/model.js';
import { executionToWrite } from './executions.js';
import { type RecordingOptions, type RecordingStore, record } from './recording.js';

/**
 * Makes an execution, RUNNING where the input gives no status, with its workspace and run where they are absent. An
 * external id that an execution bears already finds that one, which stays as it is.
 */
export function createExecution(
  store: RecordingStore,
  input: ExecutionInput,
  options: RecordingOptions,
): Promise<{ readonly executionId: ExecutionId; readonly created: boolean }> {
  return record(store, options, async (recording) => {
    const { ref, stored } = await executionToWrite(recording, input, 'input', 'RUNNING');
    const written = await recording.draft.write(recording.transaction);
    return { executionId: written.execution(ref), created: stored === undefined };
  });
}
