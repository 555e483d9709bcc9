import { descriptionOf, labelsOf } from '../conventions/index.js';
import type { WorkspaceResolvers } from '../generated/resolvers.js';
import { toGlobalId } from '../global-id.js';
import { workspaceScopeOf } from './groups/scopes.js';
import { stageIdsOf } from './groups/stages.js';
import { toInstant } from './instant.js';
import { contextIdConnection } from './lists/memory-list.js';
import { artifactConnection, executionConnection } from './lists/node-list.js';
import { runConnection } from './lists/run-list.js';
import { propertiesOf } from './Property.js';

/** Resolves a context that is a workspace. */
export const Workspace = {
  id: ({ context }) => toGlobalId({ kind: 'WORKSPACE', id: context.id }),
  mlmdId: ({ context }) => context.id,
  typeName: ({ context }) => context.typeName ?? '',
  name: ({ context }) => context.name,
  description: ({ context }) => descriptionOf(context) ?? null,
  labels: ({ context }) => labelsOf(context),
  createdAt: ({ context }) => toInstant(context.createTimeMs),
  properties: ({ context }, { names }) => propertiesOf(context, names),
  runs: ({ context }, args, request) => runConnection(request, args, context.id),
  executions: async (workspace, args, request) =>
    executionConnection(request, args, await workspaceScopeOf(request.loaders, workspace)),
  artifacts: async (workspace, args, request) =>
    artifactConnection(request, args, await workspaceScopeOf(request.loaders, workspace)),
  stages: async (workspace, args, { loaders, limits }) =>
    contextIdConnection(loaders, await stageIdsOf(loaders, workspace), args, limits),
} satisfies WorkspaceResolvers;
