import { MetadataError } from '../../../../errors.js';
import { bearLabels, passesFilter } from '../../../filter/evaluate.js';
import type { Filter } from '../../../filter/filter.js';
import type { FilterQuery } from '../../../filter/query.js';
import type { ContextId, NodeKind, NodeOf, NodeRef } from '../../../model.js';
import { inBatches } from '../answers.js';
import { KIND_CALLS } from '../kind-calls.js';
import type { Upstream } from '../upstream.js';
import { contextLinks, membershipsOf } from './contexts.js';
import { PAGE_SIZE } from './scan.js';

/**
 * Those of the nodes that pass a filter, in their order. What a filter asks beyond the nodes themselves is asked for all
 * of them together: one look-up of the contexts they are in, and a call for every hundred nodes for each filter text.
 *
 * @param settled - leaves that are known to hold for all of the nodes.
 */
export async function passing<K extends NodeKind>(
  upstream: Upstream,
  kind: K,
  nodes: readonly NodeOf[K][],
  filter: Filter,
  settled: ReadonlySet<Filter>,
): Promise<readonly NodeOf[K][]> {
  if (nodes.length === 0) return [];
  const leaves = leavesOf(filter).filter((leaf) => !settled.has(leaf));
  const inContexts = leaves.some((leaf) => leaf.op === 'IN_SCOPE' && leaf.scope.contextIds.length > 0);
  const contextIds = inContexts ? await contextIdsOf(upstream, kind, nodes) : new Map<bigint, ReadonlySet<ContextId>>();
  const isTrue = await truthOf(
    upstream,
    kind,
    nodes.map(({ id }) => id),
    leaves.flatMap((leaf) => (leaf.op === 'QUERY' ? [leaf.query] : [])),
  );
  const settledScopes = new Set([...settled].flatMap((leaf) => (leaf.op === 'IN_SCOPE' ? [leaf.scope] : [])));
  const settledQueries = new Set([...settled].flatMap((leaf) => (leaf.op === 'QUERY' ? [leaf.query] : [])));
  return nodes.filter((node) =>
    passesFilter(node, filter, {
      isInScope: (id, scope) =>
        settledScopes.has(scope) ||
        scope.contextIds.some((contextId) => contextIds.get(id)?.has(contextId)) ||
        bearLabels(node.customProperties, scope.labels),
      isTrue: (id, query) => settledQueries.has(query) || isTrue(id, query),
    }),
  );
}

function leavesOf(filter: Filter): readonly Filter[] {
  switch (filter.op) {
    case 'AND':
    case 'OR':
      return filter.of.flatMap(leavesOf);
    case 'NOT':
      return leavesOf(filter.of);
    default:
      return [filter];
  }
}

/** The contexts that nodes are in, or of contexts their parents. */
async function contextIdsOf<K extends NodeKind>(
  upstream: Upstream,
  kind: K,
  nodes: readonly NodeOf[K][],
): Promise<ReadonlyMap<bigint, ReadonlySet<ContextId>>> {
  const ids = nodes.map(({ id }) => id);
  const pairs =
    kind === 'CONTEXT'
      ? (await contextLinks(upstream, ids as readonly ContextId[], 'PARENTS')).map(
          (link) => [link.childId, link.parentId] as const,
        )
      : (await membershipsOf(upstream, nodes as readonly NodeRef[])).map(
          ({ node, contextId }) => [node.id, contextId] as const,
        );
  const contextIds = new Map<bigint, Set<ContextId>>();
  for (const [id, contextId] of pairs) contextIds.set(id, (contextIds.get(id) ?? new Set()).add(contextId));
  return contextIds;
}

/** Asks the service for which of the nodes its filter texts are true. */
async function truthOf(
  upstream: Upstream,
  kind: NodeKind,
  ids: readonly bigint[],
  queries: readonly FilterQuery[],
): Promise<(id: bigint, query: FilterQuery) => boolean> {
  if (queries.length > 0 && !(await upstream.takesFilters())) {
    throw new MetadataError('UNIMPLEMENTED', 'The MLMD service is too old to take a filter text.');
  }
  const answers = await Promise.all(
    queries.map(async (query) => {
      const found = await inBatches(ids, PAGE_SIZE, async (part) => {
        const filterQuery = `id IN (${part.join(', ')}) AND (\n${query.text}\n)`;
        const nodes = await KIND_CALLS[kind].list(upstream.calls, { filterQuery, maxResultSize: PAGE_SIZE });
        return nodes.map(({ id }) => id);
      });
      return [query, new Set(found)] as const;
    }),
  );
  const byQuery = new Map(answers);
  return (id, query) => byQuery.get(query)?.has(id) ?? false;
}
