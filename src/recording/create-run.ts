import { MetadataError } from '../errors.js';
import type { CreateRunInput } from '../generated/resolvers.js';
import type { ContextId } from '../mlmd/model.js';
import { type RecordingOptions, type RecordingStore, record } from './recording.js';
import { draftRun, runContext } from './runs.js';
import { optionalText, requiredText } from './validation.js';
import { workspaceToWrite } from './workspaces.js';

/**
 * Makes a run, or finds the one of that name in the workspace, which keeps the description that it has. A run of which
 * the SDK left only the name becomes a context, and is `created`.
 *
 * @throws MetadataError `NOT_FOUND` for a workspace that does not exist.
 */
export function createRun(
  store: RecordingStore,
  input: CreateRunInput,
  options: RecordingOptions,
): Promise<{ readonly runId: ContextId; readonly created: boolean }> {
  return record(store, options, async (recording) => {
    const name = requiredText(input.name, 'input.name');
    const description = optionalText(input.description, 'input.description');
    const workspace = await workspaceToWrite(recording, input.workspace, 'input.workspace');
    if (workspace === undefined) throw noWorkspace(input.workspace.name ?? '');
    const stored = await runContext(recording.transaction, workspace.name, name);
    if (stored !== undefined) return { runId: stored.id, created: false };
    const { ref } = await draftRun(recording, workspace, { name, description });
    const written = await recording.draft.write(recording.transaction);
    return { runId: written.context(ref), created: true };
  });
}

function noWorkspace(name: string): MetadataError {
  const message = `There is no workspace ${JSON.stringify(name)}; createWorkspace makes one.`;
  return new MetadataError('NOT_FOUND', message, { argument: 'input.workspace.name' });
}
