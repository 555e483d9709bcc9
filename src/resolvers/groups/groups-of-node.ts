import {
  hasMembersInChildren,
  IS_RUN,
  KUBEFLOW,
  runNameOf,
  WORKSPACE_TYPES,
  workspaceNameOf,
} from '../../conventions/index.js';
import type { Filter } from '../../mlmd/filter/filter.js';
import { isOfTypes } from '../../mlmd/filter/tests.js';
import type { ContextId, LineageNode } from '../../mlmd/model.js';
import type { RunModel, WorkspaceModel } from '../models.js';
import type { Loaders } from '../request-context.js';
import { findBorneRun, findContextRun, findWorkspace, toWorkspace } from './find-group.js';

const IS_WORKSPACE = isOfTypes([...WORKSPACE_TYPES.keys()]);
/** Workspaces to which belongs what lies in one of their parts, such as a stage. */
const HAS_PARTS = isOfTypes(
  [...WORKSPACE_TYPES].flatMap(([type, origin]) => (hasMembersInChildren(origin) ? [type] : [])),
);

/**
 * The workspace that a node belongs to: the one that it names; else the first, by id, that it is a member of; else the
 * first that one of its contexts lies in. Nodes of one selection ask together, whichever way they take.
 */
export async function workspaceOf(loaders: Loaders, node: LineageNode): Promise<WorkspaceModel | undefined> {
  const named = await namedWorkspace(loaders, node);
  if (named !== undefined) return named;
  const contextIds = await loaders.contextIdsOf(node);
  const parentIds = await Promise.all(contextIds.map((id) => loaders.parentIdsOf(id)));
  const id =
    (await firstOf(loaders, contextIds, IS_WORKSPACE)) ?? (await firstOf(loaders, parentIds.flat(), HAS_PARTS));
  return id === undefined ? undefined : findWorkspace(loaders, id);
}

/** The run that a node belongs to: the one that it names, else the first, by id, that it is a member of. */
export async function runOf(loaders: Loaders, node: LineageNode): Promise<RunModel | undefined> {
  const name = runNameOf(node);
  const workspace = name === undefined ? undefined : await namedWorkspace(loaders, node);
  if (name && workspace) return findBorneRun(loaders, workspace.context.id, name);
  const id = await firstOf(loaders, await loaders.contextIdsOf(node), IS_RUN);
  return id === undefined ? undefined : findContextRun(loaders, id);
}

async function namedWorkspace(loaders: Loaders, node: LineageNode): Promise<WorkspaceModel | undefined> {
  const name = workspaceNameOf(node);
  if (name === undefined) return undefined;
  const [context] = await loaders.contextsNamed([KUBEFLOW.workspace], name);
  return toWorkspace(context);
}

async function firstOf(loaders: Loaders, ids: readonly ContextId[], filter: Filter): Promise<ContextId | undefined> {
  const matching = await Promise.all(
    ids.map(async (id) => ((await loaders.matches('CONTEXT', id, filter)) ? [id] : [])),
  );
  return matching
    .flat()
    .reduce<ContextId | undefined>((least, id) => (least === undefined || id < least ? id : least), undefined);
}
