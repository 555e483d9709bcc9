import type { QueryResolvers } from '../generated/resolvers.js';
import { parseGlobalId } from '../global-id.js';
import { EVERYTHING } from '../mlmd/filter/filter.js';
import { cmfDocument } from './exchange/cmf.js';
import { columnConditions } from './filter/string-filter.js';
import { artifactConnection, executionConnection, nodeConnection } from './lists/node-list.js';
import { runConnection } from './lists/run-list.js';
import { typeConnection } from './lists/type-list.js';
import { workspaceConnection } from './lists/workspace-list.js';
import { findNode } from './Node.js';
import { artifactByRef, executionByRef, runByRef, workspaceByRef } from './references.js';
import { compareNodes } from './walks/compare.js';
import { impactConnection } from './walks/impact.js';
import { lineageOf } from './walks/lineage.js';
import { pathsBetween } from './walks/paths.js';
import { checkSize, toRoots } from './walks/walk-input.js';

/** Resolves everything that can be asked. */
export const Query = {
  node: async (_root, { id }, { loaders }) => (await findNode(loaders, parseGlobalId(id, 'id'))) ?? null,
  nodes: (_root, { ids }, { loaders, limits }) => {
    checkSize(ids.length, 0, 'maxPageSize', limits, 'ids');
    const parsed = ids.map((id, index) => parseGlobalId(id, `ids.${index}`));
    return Promise.all(parsed.map(async (id) => (await findNode(loaders, id)) ?? null));
  },
  workspace: async (_root, { by }, { loaders }) => (await workspaceByRef(loaders, by, 'by')) ?? null,
  workspaces: (_root, args, request) => workspaceConnection(request, args),
  run: async (_root, { by }, { loaders }) => (await runByRef(loaders, by, 'by')) ?? null,
  runs: (_root, args, request) => runConnection(request, args),
  execution: async (_root, { by }, { loaders }) => (await executionByRef(loaders, by, 'by')) ?? null,
  executions: (_root, args, request) => executionConnection(request, args),
  artifact: async (_root, { by }, { loaders }) => (await artifactByRef(loaders, by, 'by')) ?? null,
  artifacts: (_root, args, request) => artifactConnection(request, args),
  contexts: (_root, { typeName, ...args }, request) => {
    const [ofType = EVERYTHING] = columnConditions('typeName', typeName == null ? undefined : { eq: typeName });
    return nodeConnection(request, 'CONTEXT', args, ofType);
  },
  types: (_root, args, request) => typeConnection(request, args),
  lineage: async (_root, { of, input }, request) => lineageOf(request, await toRoots(request, of, 'of'), input),
  paths: (_root, args, request) => pathsBetween(request, args),
  impact: async (_root, { of, ...args }, request) => impactConnection(request, await toRoots(request, of, 'of'), args),
  compare: (_root, { of }, request) => compareNodes(request, of),
  cmfDocument: async (_root, args, request) => (await cmfDocument(request, args)) ?? null,
  server: async (_root, _args, { loaders, limits, version }) => {
    const { backend, schemaVersion, readOnly } = await loaders.describe();
    return { version, store: backend, schemaVersion: schemaVersion ?? null, readOnly, limits };
  },
} satisfies QueryResolvers;
