import { describe, expect, it } from 'vitest';
import { type Api, schema, startTestApi } from '../support/api.js';
import { everythingOf } from '../support/everything.js';
import { openFixture } from '../support/fixtures.js';

/** Nothing is to be refused for its size here. */
const LIMITS = {
  maxDepth: 100,
  maxAliases: 1e9,
  maxBreadth: Number.MAX_SAFE_INTEGER,
  maxCost: Number.MAX_SAFE_INTEGER,
  deadlineMs: 60_000,
};

const LISTS = [
  { field: 'workspaces', type: 'Workspace' },
  { field: 'runs', type: 'Run' },
  { field: 'executions', type: 'Execution' },
  { field: 'artifacts', type: 'Artifact' },
  { field: 'contexts', type: 'Context' },
  { field: 'types', type: 'TypeDefinition' },
] as const;

// What the tools wrote, counted with the sqlite3 shell; the types with MLMD's nine.
const STORES = [
  { name: 'kubeflow', counts: { workspaces: 2, runs: 3, executions: 4, artifacts: 8, contexts: 2, types: 14 } },
  { name: 'tfx', counts: { workspaces: 1, runs: 3, executions: 32, artifacts: 23, contexts: 27, types: 38 } },
  { name: 'cmf', counts: { workspaces: 2, runs: 0, executions: 8, artifacts: 21, contexts: 8, types: 24 } },
] as const;

describe.each(STORES)('a real store of $name, opened for reading', ({ name, counts }) => {
  it.each(LISTS)('is paged through by $field, with every field of every node', async ({ field, type }) => {
    const api = await startTestApi(await openFixture(name), { limits: LIMITS });
    const selection = everythingOf(schema, type, 2, 'first: 2');

    const forwards = await pageThrough(api, field, selection, 'FORWARDS');
    const backwards = await pageThrough(api, field, '{ __typename }', 'BACKWARDS');

    expect(forwards.nodes).toHaveLength(counts[field]);
    expect(new Set(forwards.cursors).size).toBe(counts[field]);
    expect(backwards.cursors).toEqual(forwards.cursors);
  });
});

async function pageThrough(api: Api, field: string, selection: string, way: 'FORWARDS' | 'BACKWARDS') {
  const nodes: unknown[] = [];
  const cursors: string[] = [];
  const page = way === 'FORWARDS' ? 'first: 3, after: $from' : 'last: 3, before: $from';
  const query = `query ($from: String) {
    page: ${field}(${page}) {
      edges { cursor node ${selection} }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      totalCount
    }
  }`;
  for (let from: string | null = null; ; ) {
    const { page } = await api.read(query, { from });
    const { edges, pageInfo } = page;
    const found: readonly { readonly cursor: string; readonly node: unknown }[] = edges;
    if (way === 'FORWARDS') {
      nodes.push(...found.map(({ node }) => node));
      cursors.push(...found.map(({ cursor }) => cursor));
      expect(pageInfo.hasPreviousPage).toBe(from !== null);
      if (!pageInfo.hasNextPage) return { nodes, cursors, totalCount: page.totalCount };
      from = pageInfo.endCursor;
    } else {
      nodes.unshift(...found.map(({ node }) => node));
      cursors.unshift(...found.map(({ cursor }) => cursor));
      expect(pageInfo.hasNextPage).toBe(from !== null);
      if (!pageInfo.hasPreviousPage) return { nodes, cursors, totalCount: page.totalCount };
      from = pageInfo.startCursor;
    }
  }
}
