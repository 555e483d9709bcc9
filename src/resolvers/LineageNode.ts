import { labelsOf } from '../conventions/index.js';
import type { ExecutionResolvers, LineageNodeResolvers } from '../generated/resolvers.js';
import { toGlobalId } from '../global-id.js';
import type { LineageNode as LineageNodeModel } from '../mlmd/model.js';
import { artifactTypeName } from './artifact-kind.js';
import { displayNameOf } from './display-name.js';
import { runOf, workspaceOf } from './groups/groups-of-node.js';
import { toInstant } from './instant.js';
import { contextIdConnection } from './lists/memory-list.js';
import { propertiesOf } from './Property.js';
import { lineageOf } from './walks/lineage.js';

/** Tells artifacts by what their type says of them. */
export const LineageNode = {
  __resolveType: (node) => (node.kind === 'EXECUTION' ? 'Execution' : artifactTypeName(node)),
} satisfies LineageNodeResolvers;

/** Resolvers of an execution's fields that make do with any node of the lineage graph. */
type Fields = { readonly [Field in keyof ExecutionResolvers]?: OfLineageNode<NonNullable<ExecutionResolvers[Field]>> };

type OfLineageNode<R> =
  Extract<R, (...args: never) => unknown> extends (_: never, args: infer Args, ...rest: infer Rest) => infer Answer
    ? (node: LineageNodeModel, args: Args, ...rest: Rest) => Answer
    : never;

/** Resolves what artifacts and executions share, from either. */
export const lineageNodeFields = {
  id: (node) => toGlobalId(node),
  mlmdId: (node) => node.id,
  typeName: (node) => node.typeName ?? '',
  displayName: (node, _args, { loaders }) => displayNameOf(loaders, node),
  createdAt: (node) => toInstant(node.createTimeMs),
  updatedAt: (node) => toInstant(node.updateTimeMs),
  workspace: async (node, _args, { loaders }) => (await workspaceOf(loaders, node)) ?? null,
  run: async (node, _args, { loaders }) => (await runOf(loaders, node)) ?? null,
  contexts: async (node, args, { loaders, limits }) =>
    contextIdConnection(loaders, await loaders.contextIdsOf(node), args, limits),
  properties: (node, { names }) => propertiesOf(node, names),
  labels: (node) => labelsOf(node),
  lineage: (node, { input }, request) => lineageOf(request, [node], input),
} satisfies Fields;
