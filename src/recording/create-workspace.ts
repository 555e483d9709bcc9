import { MetadataError } from '../errors.js';
import type { CreateWorkspaceInput } from '../generated/resolvers.js';
import { toGlobalId } from '../global-id.js';
import type { ContextId } from '../mlmd/model.js';
import { labelsInput } from './labels-input.js';
import { type RecordingOptions, type RecordingStore, record } from './recording.js';
import { optionalText, requiredText } from './validation.js';
import { draftWorkspace, kubeflowWorkspace } from './workspaces.js';

/**
 * Makes a workspace, or finds the one of that name, which keeps the description and the labels that it has: as the SDK
 * does it.
 *
 * @throws MetadataError `ALREADY_EXISTS` for a name in use where `reuseIfExists` is false.
 */
export function createWorkspace(
  store: RecordingStore,
  input: CreateWorkspaceInput,
  options: RecordingOptions,
): Promise<{ readonly workspaceId: ContextId; readonly created: boolean }> {
  return record(store, options, async (recording) => {
    const name = requiredText(input.name, 'input.name');
    const description = optionalText(input.description, 'input.description');
    const labels = labelsInput(input.labels, 'input.labels');
    const stored = await kubeflowWorkspace(recording.transaction, name);
    if (stored !== undefined && input.reuseIfExists === false) {
      const id = toGlobalId({ kind: 'WORKSPACE', id: stored.id });
      const message = `Workspace ${JSON.stringify(name)} exists with id ${id}.`;
      throw new MetadataError('ALREADY_EXISTS', message, { argument: 'input.name' });
    }
    if (stored !== undefined) return { workspaceId: stored.id, created: false };
    const { ref } = await draftWorkspace(recording, { name, description, labels });
    const written = await recording.draft.write(recording.transaction);
    return { workspaceId: written.context(ref), created: true };
  });
}
