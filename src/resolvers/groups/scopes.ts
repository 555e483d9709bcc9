import { hasMembersInChildren, runScope, workspaceOrigin, workspaceScope } from '../../conventions/index.js';
import type { Scope } from '../../mlmd/filter/filter.js';
import type { RunModel, WorkspaceModel } from '../models.js';
import type { Loaders } from '../request-context.js';

/** What belongs to a workspace. */
export async function workspaceScopeOf(loaders: Loaders, { context, origin }: WorkspaceModel): Promise<Scope> {
  const childIds = hasMembersInChildren(origin) ? await loaders.childIdsOf(context.id) : [];
  return workspaceScope(context, childIds);
}

/** What belongs to a run. */
export async function runScopeOf(loaders: Loaders, { contextId, workspaceId, name }: RunModel): Promise<Scope> {
  const workspace = workspaceId === undefined ? undefined : await loaders.context(workspaceId);
  const isKubeflow = workspace !== undefined && workspaceOrigin(workspace) === 'KUBEFLOW';
  return runScope({ contextId, name, workspaceName: isKubeflow ? workspace.name : undefined });
}
