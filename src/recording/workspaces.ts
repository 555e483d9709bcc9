import { KUBEFLOW, WORKSPACE_TYPES, workspaceOrigin } from '../conventions/index.js';
import { MetadataError } from '../errors.js';
import type { LabelInput, WorkspaceRef } from '../generated/resolvers.js';
import { expectId, toGlobalId } from '../global-id.js';
import type { Context, ContextId } from '../mlmd/model.js';
import type { MetadataTransaction, Ref } from '../mlmd/store.js';
import { labelsText } from './labels-input.js';
import { columnIs, firstNode, firstNodes, refuseUnknown } from './lookup.js';
import { propertiesOf } from './properties-input.js';
import type { Recording } from './recording.js';
import { requiredText } from './validation.js';

/** A Kubeflow workspace to write into: a stored one, or one that the draft holds. */
export interface WorkspacePlace {
  readonly ref: Ref<ContextId>;
  readonly name: string;
}

/** Most workspaces that an error about an ambiguous name lists. */
const MAX_LISTED = 10;

/** The SDK's workspace of a name, whatever other tools call so too. */
export function kubeflowWorkspace(transaction: MetadataTransaction, name: string): Promise<Context | undefined> {
  const filter = { op: 'AND', of: [columnIs('typeName', KUBEFLOW.workspace), columnIs('name', name)] } as const;
  return firstNode(transaction, 'CONTEXT', filter);
}

/**
 * The workspace that an input names, to write into.
 *
 * @returns undefined where the input gives a name that no workspace bears. `NOT_FOUND` for an id that is no workspace,
 *   `AMBIGUOUS` for a name that several tools' workspaces bear, `FAILED_PRECONDITION` for another tool's workspace:
 *   what we would write there its own tool could not read.
 */
export async function workspaceToWrite(
  { transaction }: Recording,
  ref: WorkspaceRef,
  argument: string,
): Promise<WorkspacePlace | undefined> {
  const found =
    typeof ref.id === 'string'
      ? await workspaceById(transaction, ref.id, `${argument}.id`)
      : await workspaceByName(transaction, requiredText(ref.name ?? '', `${argument}.name`), `${argument}.name`);
  if (found === undefined) return undefined;
  const origin = workspaceOrigin(found);
  if (origin === 'KUBEFLOW') return { ref: { id: found.id }, name: found.name };
  const message = `Workspace ${JSON.stringify(found.name)} is ${origin}'s; only Kubeflow workspaces can be written to.`;
  throw new MetadataError('FAILED_PRECONDITION', message, { argument });
}

/** Puts a new workspace into the draft, as the SDK would: what is not given is no property. */
export async function draftWorkspace(
  { types, draft }: Recording,
  workspace: {
    readonly name: string;
    readonly description?: string | undefined;
    readonly labels?: readonly LabelInput[] | undefined;
  },
): Promise<WorkspacePlace> {
  const { id: typeId } = await types.own(KUBEFLOW.workspace);
  const labels = workspace.labels === undefined ? undefined : labelsText(workspace.labels);
  const properties = propertiesOf({ description: workspace.description, labels });
  const ref = draft.addContext({ typeId, name: workspace.name, properties, customProperties: new Map() });
  return { ref, name: workspace.name };
}

async function workspaceById(transaction: MetadataTransaction, text: string, argument: string): Promise<Context> {
  const [found] = await transaction.nodesById('CONTEXT', [expectId(text, 'WORKSPACE', argument).id]);
  const isWorkspace = found !== undefined && workspaceOrigin(found) !== undefined;
  return isWorkspace ? found : refuseUnknown('WORKSPACE', text, argument);
}

async function workspaceByName(
  transaction: MetadataTransaction,
  name: string,
  argument: string,
): Promise<Context | undefined> {
  const typeNames = [...WORKSPACE_TYPES.keys()].map((value) => ({ type: 'STRING', value }) as const);
  const ofAnyTool = { op: 'COLUMN', column: 'typeName', test: { op: 'IN', values: typeNames } } as const;
  const filter = { op: 'AND', of: [ofAnyTool, columnIs('name', name)] } as const;
  const found = await firstNodes(transaction, 'CONTEXT', filter, MAX_LISTED);
  if (found.length < 2) return found[0];
  const listed = found.map((one) => `${toGlobalId({ kind: 'WORKSPACE', id: one.id })} (${workspaceOrigin(one)})`);
  const message = `Several workspaces are called ${JSON.stringify(name)}: ${listed.join(', ')}. Give the id of one.`;
  throw new MetadataError('AMBIGUOUS', message, { argument });
}
