import type { Filter, Scope } from '../../src/mlmd/filter/filter.js';
import { parseFilterQuery } from '../../src/mlmd/filter/query.js';
import type { ContextId, NodeKind, NodeRef, Value } from '../../src/mlmd/model.js';
import type { MetadataReader, NodeOrder, RunQuery } from '../../src/mlmd/store.js';

const KINDS: readonly NodeKind[] = ['ARTIFACT', 'EXECUTION', 'CONTEXT'];
const ORDERS: readonly NodeOrder['field'][] = ['ID', 'CREATE_TIME', 'UPDATE_TIME', 'NAME'];
const PAGE = { limit: 1_000 };
const RUNS: RunQuery = {
  contextTypes: ['kubeflow.org/alpha/run', 'pipeline_run', 'Parent_Context'],
  named: {
    workspaceType: 'kubeflow.org/alpha/workspace',
    workspaceKey: '__kf_workspace__',
    runKey: '__kf_run__',
  },
};

/**
 * What every read of a small store answers, by the read's name: all that it holds, in all orders, and what filters of
 * every sort make of it.
 */
export async function readEverything(store: MetadataReader): Promise<Readonly<Record<string, unknown>>> {
  const types = await store.types();
  const answers: Record<string, unknown> = {
    types,
    'types by external id': await store.types({ externalIds: ['type key'] }),
    runs: await store.runPages(RUNS, { field: 'CREATE_TIME', descending: true }, PAGE),
    'counts of runs': await store.runCounts(RUNS),
  };
  for (const kind of KINDS) {
    const refs = await readNodes(store, kind, answers);
    answers[`filters of ${kind}`] = await readFilters(store, kind);
    if (kind === 'CONTEXT') await readContexts(store, refs, answers);
    else await readEdges(store, kind, refs, answers);
  }
  return answers;
}

async function readNodes(
  store: MetadataReader,
  kind: NodeKind,
  answers: Record<string, unknown>,
): Promise<readonly bigint[]> {
  for (const field of ORDERS) {
    const query = { filter: { op: 'AND', of: [] } as Filter, order: { field, descending: true }, page: PAGE };
    answers[`${kind} by ${field}`] = await store.nodePages(kind, query);
  }
  const [page] = (await store.nodePages(kind, {
    filter: { op: 'AND', of: [] },
    order: { field: 'ID', descending: false },
    page: PAGE,
  })) as readonly { readonly items: readonly { readonly value: { readonly id: bigint } }[] }[];
  const ids = page?.items.map(({ value }) => value.id) ?? [];
  answers[`${kind} by id`] = await store.nodesById(kind, [...ids, 999_999n] as never[]);
  return ids;
}

async function readFilters(store: MetadataReader, kind: NodeKind): Promise<readonly unknown[]> {
  const counts: unknown[] = [];
  for (const filter of filtersOf(kind)) counts.push([filter, await store.nodeCounts(kind, filter)]);
  return counts;
}

function filtersOf(kind: NodeKind): readonly Filter[] {
  const text = (value: string): Value => ({ type: 'STRING', value });
  const equals = (value: Value) => ({ op: 'COMPARE', comparison: '=', value }) as const;
  const any = { op: 'LIKE', pattern: '%a%', ignoreCase: true } as const;
  const scope: Scope = { contextIds: [1n as ContextId, 2n as ContextId], touched: true };
  const texts = ['create_time_since_epoch > 0', "external_id = 'key'", 'custom_properties.flag.bool_value = true'];
  const joins = kind === 'CONTEXT' ? ['parent_contexts_a.id > 0'] : ["contexts_a.name LIKE '%a%'", 'events_0.type > 0'];
  return [
    { op: 'COLUMN', column: 'externalId', test: equals(text('key')) },
    { op: 'COLUMN', column: 'externalId', test: { op: 'EXISTS' } },
    { op: 'COLUMN', column: 'name', test: any },
    { op: 'COLUMN', column: 'typeName', test: any },
    { op: 'PROPERTY', name: 'flag', custom: true, test: equals({ type: 'BOOLEAN', value: true }) },
    { op: 'PROPERTY', name: 'name', custom: undefined, test: { op: 'EXISTS' } },
    { op: 'ANY_STRING_PROPERTY', except: ['name'], test: any },
    ...(kind === 'CONTEXT' ? [] : [{ op: 'IN_SCOPE', scope } as const]),
    ...[...texts, ...joins].map((query): Filter => ({ op: 'QUERY', query: parseFilterQuery(kind, query) })),
  ];
}

async function readContexts(store: MetadataReader, ids: readonly bigint[], answers: Record<string, unknown>) {
  const contextIds = ids as readonly ContextId[];
  answers['links to parents'] = await store.contextLinks(contextIds, 'PARENTS');
  answers['links to children'] = await store.contextLinks(contextIds, 'CHILDREN');
  answers['summaries of executions'] = await store.executionSummaries(contextIds.map((id) => ({ contextIds: [id] })));
}

async function readEdges(
  store: MetadataReader,
  kind: 'ARTIFACT' | 'EXECUTION',
  ids: readonly bigint[],
  answers: Record<string, unknown>,
) {
  const nodes = ids.map((id) => ({ kind, id }) as NodeRef);
  answers[`events of ${kind}`] = await store.eventsOf(kind, ids as never[]);
  answers[`contexts of ${kind}`] = await store.membershipsOf(nodes);
  for (const direction of ['UPSTREAM', 'DOWNSTREAM'] as const) {
    answers[`${direction} of ${kind}`] = await store.eventPages(nodes, { direction }, PAGE);
    answers[`counts ${direction} of ${kind}`] = await store.eventCounts(nodes, { direction });
  }
  answers['events between'] = await store.eventsBetween(ids as never[], ids as never[]);
}
