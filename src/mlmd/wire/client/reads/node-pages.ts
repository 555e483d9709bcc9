import type { Filter, Scope } from '../../../filter/filter.js';
import type { IdOf, NodeKind, NodeOf } from '../../../model.js';
import type { ExecutionSummary, NodeOrder, Page, PageArgs } from '../../../store.js';
import { inBatches, unless } from '../answers.js';
import { KIND_CALLS } from '../kind-calls.js';
import type { Upstream } from '../upstream.js';
import { summaryOf } from './contexts.js';
import { nodesById, toNodes } from './nodes.js';
import { checkPosition, pageOf } from './pages.js';
import { type Lookup, planLookups, type Source } from './plan.js';
import { ORDERS, PAGE_SIZE, positionOf, ScanBudget, scan } from './scan.js';
import { withoutTouched } from './touched.js';
import { passing } from './verify.js';

/** What is asked of a list of nodes. */
export interface NodeQuery {
  readonly filter: Filter;
  readonly order: NodeOrder;
  readonly page: PageArgs;
}

/**
 * One page per scope: see `MetadataReader.nodePages`. Pages of a filter that the service can be asked for as a whole take
 * a call each; else nodes are fetched until a page is full, and by name all of them.
 */
export async function nodePages<K extends NodeKind>(
  upstream: Upstream,
  kind: K,
  query: NodeQuery,
  scopes?: readonly Scope[],
): Promise<readonly Page<NodeOf[K]>[]> {
  checkPosition(query.page.from, ORDERS[query.order.field].types);
  const filters = (scopes ?? [undefined]).map((scope) => within(scope, query.filter));
  return Promise.all(filters.map((filter) => onePage(upstream, kind, { ...query, filter })));
}

/** How many nodes match: see `MetadataReader.nodeCounts`. They are fetched, as the service counts nothing. */
export async function nodeCounts(
  upstream: Upstream,
  kind: NodeKind,
  filter: Filter,
  scopes?: readonly Scope[],
): Promise<readonly number[]> {
  const filters = (scopes ?? [undefined]).map((scope) => within(scope, filter));
  const nodes = await Promise.all(filters.map((one) => allNodes(upstream, kind, one)));
  return nodes.map(({ length }) => length);
}

/** Those of the ids that match: see `MetadataReader.matchingIds`. */
export async function matchingIds<K extends NodeKind>(
  upstream: Upstream,
  kind: K,
  ids: readonly IdOf[K][],
  filter: Filter,
): Promise<ReadonlySet<IdOf[K]>> {
  const found = (await nodesById(upstream, kind, [...new Set(ids)])).flatMap((node) => node ?? []);
  const plain = await untouched(upstream, kind, filter);
  const nodes = await passing(upstream, kind, found as readonly NodeOf[K][], plain, new Set());
  return new Set(nodes.map(({ id }) => id as IdOf[K]));
}

/** What the executions of each scope are up to: see `MetadataReader.executionSummaries`. */
export async function executionSummaries(
  upstream: Upstream,
  scopes: readonly Scope[],
): Promise<readonly ExecutionSummary[]> {
  const executions = await Promise.all(scopes.map((scope) => allNodes(upstream, 'EXECUTION', within(scope))));
  return executions.map(summaryOf);
}

/** Every node that matches, by id. Fetches no more than the limit on what is looked through. */
export async function allNodes<K extends NodeKind>(
  upstream: Upstream,
  kind: K,
  filter: Filter,
): Promise<readonly NodeOf[K][]> {
  const order = { field: 'ID', descending: false } as const;
  const page = await onePage(upstream, kind, { filter, order, page: { limit: Number.POSITIVE_INFINITY } });
  return page.items.map(({ value }) => value);
}

function untouched(upstream: Upstream, kind: NodeKind, filter: Filter): Promise<Filter> {
  return withoutTouched(upstream, kind, filter, (scope) => allNodes(upstream, 'EXECUTION', within(scope)));
}

function within(scope: Scope | undefined, filter?: Filter): Filter {
  const parts: readonly Filter[] = scope === undefined ? [] : [{ op: 'IN_SCOPE', scope }];
  return { op: 'AND', of: filter === undefined ? parts : [...parts, filter] };
}

async function onePage<K extends NodeKind>(
  upstream: Upstream,
  kind: K,
  { filter, order, page }: NodeQuery,
): Promise<Page<NodeOf[K]>> {
  const plain = await untouched(upstream, kind, filter);
  const budget = new ScanBudget(upstream.maxScan);
  // The first nodes of the whole are among the first of each part.
  const found = await Promise.all(
    planLookups(kind, plain).map((part) => firstOf(upstream, kind, part, order, page, budget)),
  );
  const distinct = new Map(found.flat().map((node) => [node.id as bigint, node]));
  const keysOf = (node: NodeOf[K]) => positionOf(order, node);
  return pageOf([...distinct.values()], keysOf, ORDERS[order.field].types, order.descending, page);
}

/** At least those nodes of a lookup that a page can hold, and one more where there are more; in no order. */
async function firstOf<K extends NodeKind>(
  upstream: Upstream,
  kind: K,
  { filter, source, settled }: Lookup,
  order: NodeOrder,
  page: PageArgs,
  budget: ScanBudget,
): Promise<readonly NodeOf[K][]> {
  if (source.by !== 'TEXT') {
    const found = await toNodes(upstream, kind, await byKeys(upstream, kind, source));
    return passing(upstream, kind, found, filter, settled);
  }
  const byOwnOrder = ORDERS[order.field].field === undefined;
  const wanted = byOwnOrder ? Number.POSITIVE_INFINITY : page.limit + 1;
  const [inOrder, args]: readonly [NodeOrder, PageArgs] = byOwnOrder
    ? [{ field: 'ID', descending: false }, { limit: PAGE_SIZE }]
    : [order, { ...page, limit: source.isExact ? wanted : PAGE_SIZE }];
  const trusted = (await upstream.takesFilters()) ? settled : new Set<Filter>();
  const nodes: NodeOf[K][] = [];
  for await (const batch of scan(upstream, kind, source.text, inOrder, args, budget)) {
    nodes.push(...(await passing(upstream, kind, batch, filter, trusted)));
    if (nodes.length >= wanted) break;
  }
  return nodes;
}

function byKeys<K extends NodeKind>(upstream: Upstream, kind: K, source: Exclude<Source, { by: 'TEXT' }>) {
  const { calls, batchSize } = upstream;
  switch (source.by) {
    case 'IDS':
      return inBatches(source.ids, batchSize, (part) => KIND_CALLS[kind].byId(calls, part));
    case 'EXTERNAL_IDS':
      return inBatches(source.keys, batchSize, async (part) => {
        // The engine's word for none of them.
        return (await unless('NOT_FOUND', KIND_CALLS[kind].byExternalIds(calls, part))) ?? [];
      });
    case 'URIS':
      return inBatches(source.keys, batchSize, (part) => KIND_CALLS[kind].byUris(calls, part));
    default:
      return source satisfies never;
  }
}
