import { KUBEFLOW, RESERVED, runNameOf, workspaceNameOf } from '../conventions/index.js';
import { MetadataError } from '../errors.js';
import { toGlobalId } from '../global-id.js';
import type { Context, Execution, Value } from '../mlmd/model.js';
import type { MetadataTransaction } from '../mlmd/store.js';
import { propertiesOf } from './properties-input.js';
import { type RunPlace, runContext } from './runs.js';
import { kubeflowWorkspace, type WorkspacePlace } from './workspaces.js';

/** Where a step and what it reads and writes belong. */
export interface Place {
  readonly workspace: WorkspacePlace;
  readonly run: RunPlace | undefined;
}

/** The custom properties by which the SDK's nodes tell where they belong. */
export function placeProperties({ workspace, run }: Place): Map<string, Value> {
  return propertiesOf({ [RESERVED.workspace]: workspace.name, [RESERVED.run]: run?.name });
}

/**
 * Where a stored execution belongs.
 *
 * @throws MetadataError `FAILED_PRECONDITION` for an execution in no Kubeflow workspace: what we would log to it its own
 *   tool could not read.
 */
export async function placeOf(
  transaction: MetadataTransaction,
  execution: Execution,
  argument: string,
): Promise<Place> {
  const name = workspaceNameOf(execution);
  const workspace =
    name === undefined ? await memberWorkspace(transaction, execution) : await kubeflowWorkspace(transaction, name);
  if (workspace === undefined) {
    const message = `${toGlobalId(execution)} is in no Kubeflow workspace; only such executions can be logged to.`;
    throw new MetadataError('FAILED_PRECONDITION', message, { argument });
  }
  const runName = runNameOf(execution);
  return {
    workspace: { ref: { id: workspace.id }, name: workspace.name },
    run: runName === undefined ? undefined : await runOf(transaction, workspace.name, runName),
  };
}

async function runOf(transaction: MetadataTransaction, workspaceName: string, name: string): Promise<RunPlace> {
  const stored = await runContext(transaction, workspaceName, name);
  return { ref: stored === undefined ? undefined : { id: stored.id }, name };
}

/** For an execution without the SDK's label: the first Kubeflow workspace that it is a member of. */
async function memberWorkspace(transaction: MetadataTransaction, execution: Execution): Promise<Context | undefined> {
  const memberships = await transaction.membershipsOf([execution]);
  const contexts = await transaction.nodesById(
    'CONTEXT',
    memberships.map(({ contextId }) => contextId),
  );
  return contexts.find((one) => one?.typeName === KUBEFLOW.workspace);
}
