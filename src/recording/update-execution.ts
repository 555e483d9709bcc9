import { RESERVED } from '../conventions/index.js';
import type { UpdateExecutionInput } from '../generated/resolvers.js';
import type { ExecutionId } from '../mlmd/model.js';
import { EXECUTION_FIELDS } from './executions.js';
import { labelsInput, labelsText } from './labels-input.js';
import { executionOf } from './lookup.js';
import { propertyChanges, RESERVED_KEYS } from './properties-input.js';
import { PropertyEdit } from './property-edit.js';
import { type RecordingOptions, type RecordingStore, record } from './recording.js';
import { unchangedExecution } from './unchanged.js';
import { optionalText } from './validation.js';

const KEPT: ReadonlySet<string> = new Set([...EXECUTION_FIELDS, ...RESERVED_KEYS]);

/**
 * Changes a stored execution, of whichever tool. A field that is absent stays, null clears; `properties` are set one by
 * one, `labels` replace those there are.
 */
export function updateExecution(
  store: RecordingStore,
  input: UpdateExecutionInput,
  options: RecordingOptions,
): Promise<{ readonly executionId: ExecutionId }> {
  return record(store, options, async ({ transaction, types, draft }) => {
    const stored = await executionOf(transaction, input.id, 'input.id');
    const type = await types.of(stored, 'input.id');
    const edit = new PropertyEdit(stored, type);
    const changes =
      input.properties === null
        ? edit.clearing(KEPT)
        : propertyChanges(input.properties ?? [], type, 'input.properties', EXECUTION_FIELDS);
    for (const change of changes) edit.apply(change);
    if (input.description !== undefined) {
      edit.setText('description', optionalText(input.description, 'input.description'), 'input.description');
    }
    if (input.labels !== undefined) {
      const labels = labelsInput(input.labels, 'input.labels') ?? [];
      edit.setText(RESERVED.labels, labels.length === 0 ? undefined : labelsText(labels), 'input.labels');
    }
    draft.addExecution({
      ...unchangedExecution(stored),
      state: input.status === undefined ? stored.state : (input.status ?? undefined),
      properties: edit.declared,
      customProperties: edit.custom,
    });
    await draft.write(transaction);
    return { executionId: stored.id };
  });
}
