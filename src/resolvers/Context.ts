import type { ContextResolvers } from '../generated/resolvers.js';
import { toGlobalId } from '../global-id.js';
import { EVERYTHING } from '../mlmd/filter/filter.js';
import { displayNameOf } from './display-name.js';
import { toInstant } from './instant.js';
import { contextIdConnection } from './lists/memory-list.js';
import { artifactConnection, executionConnection, nodeConnection } from './lists/node-list.js';
import { propertiesOf } from './Property.js';

/** Resolves any context as what MLMD knows of it. */
export const Context = {
  id: (context) => toGlobalId(context),
  mlmdId: (context) => context.id,
  typeName: (context) => context.typeName ?? '',
  displayName: (context, _args, { loaders }) => displayNameOf(loaders, context),
  createdAt: (context) => toInstant(context.createTimeMs),
  updatedAt: (context) => toInstant(context.updateTimeMs),
  properties: (context, { names }) => propertiesOf(context, names),
  parents: async (context, args, { loaders, limits }) =>
    contextIdConnection(loaders, await loaders.parentIdsOf(context.id), args, limits),
  children: (context, args, request) =>
    nodeConnection(request, 'CONTEXT', { ...args, orderBy: { field: 'ID', direction: 'ASC' } }, EVERYTHING, {
      contextIds: [context.id],
    }),
  executions: (context, args, request) => executionConnection(request, args, { contextIds: [context.id] }),
  artifacts: (context, args, request) => artifactConnection(request, args, { contextIds: [context.id] }),
} satisfies ContextResolvers;
