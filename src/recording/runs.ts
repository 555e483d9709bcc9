import { KUBEFLOW, NAMED_RUNS, RUN_NAME_PROPERTY, runContextName } from '../conventions/index.js';
import type { RunInWorkspaceRef } from '../generated/resolvers.js';
import { expectId, parseGlobalId } from '../global-id.js';
import type { Context, ContextId } from '../mlmd/model.js';
import type { MetadataTransaction, Ref } from '../mlmd/store.js';
import { columnIs, firstNode, refuseUnknown } from './lookup.js';
import { propertiesOf } from './properties-input.js';
import type { Recording } from './recording.js';
import { badInput, requiredText } from './validation.js';
import type { WorkspacePlace } from './workspaces.js';

/** A run to write into. */
export interface RunPlace {
  /** Undefined where only the name is known, as the SDK leaves it. */
  readonly ref: Ref<ContextId> | undefined;
  readonly name: string;
}

/** Our context of a run; undefined where there is none, as for a run that only the SDK's labels tell of. */
export function runContext(
  transaction: MetadataTransaction,
  workspaceName: string,
  name: string,
): Promise<Context | undefined> {
  const filter = {
    op: 'AND',
    of: [columnIs('typeName', KUBEFLOW.run), columnIs('name', contextName(workspaceName, name))],
  } as const;
  return firstNode(transaction, 'CONTEXT', filter);
}

/**
 * The run that an input names, made where absent.
 *
 * @throws MetadataError `NOT_FOUND` for an unknown id, `INVALID_ARGUMENT` for a run of another workspace.
 */
export async function runToWrite(
  recording: Recording,
  workspace: WorkspacePlace,
  ref: RunInWorkspaceRef,
  argument: string,
): Promise<RunPlace> {
  const name =
    typeof ref.id === 'string'
      ? await runNameById(recording.transaction, workspace, ref.id, `${argument}.id`)
      : requiredText(ref.name ?? '', `${argument}.name`);
  const stored = 'id' in workspace.ref ? await runContext(recording.transaction, workspace.name, name) : undefined;
  if (stored === undefined) return draftRun(recording, workspace, { name });
  // On a store without transactions a run may have been made by a mutation that failed before it was put where it belongs.
  recording.draft.addParent({ id: stored.id }, workspace.ref);
  return { ref: { id: stored.id }, name };
}

/** Puts a new run into the draft: a context of our own type, with the workspace as its parent. */
export async function draftRun(
  { types, draft }: Recording,
  workspace: WorkspacePlace,
  run: { readonly name: string; readonly description?: string | undefined },
): Promise<RunPlace & { readonly ref: Ref<ContextId> }> {
  const { id: typeId } = await types.own(KUBEFLOW.run);
  const properties = propertiesOf({ [RUN_NAME_PROPERTY]: run.name, description: run.description });
  const name = contextName(workspace.name, run.name);
  const ref = draft.addContext({ typeId, name, properties, customProperties: new Map() });
  draft.addParent(ref, workspace.ref);
  return { ref, name: run.name };
}

/** MLMD wants a name unique within the type, and a run's name is unique within its workspace only. */
function contextName(workspaceName: string, runName: string): string {
  return `${encodeURIComponent(workspaceName)}/${encodeURIComponent(runName)}`;
}

/** The name of the run with an id, which must lie in the workspace. */
async function runNameById(
  transaction: MetadataTransaction,
  workspace: WorkspacePlace,
  text: string,
  argument: string,
): Promise<string> {
  const parsed = parseGlobalId(text, argument);
  const elsewhere = () => badInput(`${text} is not a run of workspace ${JSON.stringify(workspace.name)}.`, argument);
  if (parsed.kind === 'RUN_NAME') {
    if (!isAt(workspace.ref, parsed.workspaceId)) throw elsewhere();
    return (await hasRun(transaction, parsed.workspaceId, parsed.name))
      ? parsed.name
      : refuseUnknown('RUN', text, argument);
  }
  const { id } = expectId(text, 'RUN', argument);
  const [run] = await transaction.nodesById('CONTEXT', [id]);
  if (run?.typeName !== KUBEFLOW.run) return refuseUnknown('RUN', text, argument);
  const parents = await transaction.contextLinks([id], 'PARENTS');
  if (!parents.some(({ parentId }) => isAt(workspace.ref, parentId))) throw elsewhere();
  return runContextName(run);
}

/** Whether a workspace has a run of a name, be it a context or only a name. */
async function hasRun(transaction: MetadataTransaction, workspaceId: ContextId, name: string): Promise<boolean> {
  const query = {
    contextTypes: [KUBEFLOW.run],
    contextNameProperty: RUN_NAME_PROPERTY,
    named: NAMED_RUNS,
    name: [{ test: { op: 'COMPARE', comparison: '=', value: { type: 'STRING', value: name } }, negated: false }],
  } as const;
  const order = { field: 'NAME', descending: false } as const;
  const [page] = await transaction.runPages(query, order, { limit: 1 }, [workspaceId]);
  return page !== undefined && page.items.length > 0;
}

function isAt(ref: Ref<ContextId>, id: ContextId): boolean {
  return 'id' in ref && ref.id === id;
}
