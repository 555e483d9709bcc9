import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Column, Comparison, Filter, Scope } from '../../../src/mlmd/filter/filter.js';
import { parseFilterQuery } from '../../../src/mlmd/filter/query.js';
import type { ArtifactId, ContextId, ExecutionId, NodeRef, TypeId, Value } from '../../../src/mlmd/model.js';
import { openStore } from '../../../src/mlmd/open.js';
import type { MetadataStore, NodeOrder } from '../../../src/mlmd/store.js';
import { temporaryFolder } from '../../support/backends.js';

const EVERYTHING: Filter = { op: 'AND', of: [] };
const NEWEST: NodeOrder = { field: 'CREATE_TIME', descending: true };

// Plans are read off an empty store: without statistics they are those of a full one.
describe('a page of artifacts, newest first', () => {
  it.each<readonly [what: string, filter: Filter, index: RegExp]>([
    ['of all', EVERYTHING, /SCAN n USING COVERING INDEX idx_artifact_create_time_since_epoch/],
    ['by uri', column('uri', 'u'), /SEARCH n USING INDEX idx_artifact_uri \(uri=\?\)/],
    ['by the beginning of a uri', like('uri', 'u%'), /SEARCH n USING INDEX idx_artifact_uri \(uri>\? AND uri<\?\)/],
    [
      'by external id',
      column('externalId', 'e'),
      /SEARCH n USING INDEX \w*(external_id|Artifact_1) \(external_id=\?\)/,
    ],
    ['by name', column('name', 'n'), /SEARCH n USING INDEX sqlite_autoindex_Artifact_2 \(type_id=\? AND name=\?\)/],
    [
      'by the beginning of a name',
      like('name', 'n%'),
      /sqlite_autoindex_Artifact_2 \(type_id=\? AND name>\? AND name<\?\)/,
    ],
    ['by type', column('typeName', 't'), /SEARCH n USING (COVERING )?INDEX sqlite_autoindex_Artifact_2 \(type_id=\?\)/],
    ['by type and name', both(column('typeName', 't'), column('name', 'n')), /\(type_id=\? AND name=\?\)/],
    ['by type id', { op: 'TYPE_ID', in: [1n as TypeId] }, /INDEX sqlite_autoindex_Artifact_2 \(type_id=\?\)/],
    [
      'by time',
      time('createTimeMs', '>='),
      /INDEX idx_artifact_create_time_since_epoch \(create_time_since_epoch>\?\)/,
    ],
    [
      'by a string property',
      property({ type: 'STRING', value: 's' }),
      /SEARCH p USING INDEX idx_artifact_property_string \(name=\? AND is_custom_property=\? AND string_value=\?\)/,
    ],
    [
      'by an integer property',
      property({ type: 'INT', value: 1n }),
      /idx_artifact_property_int \(name=\? AND is_custom_property=\? AND int_value=\?\)/,
    ],
    [
      'by a floating-point property',
      property({ type: 'DOUBLE', value: 1 }),
      /idx_artifact_property_double \(name=\? AND is_custom_property=\? AND double_value=\?\)/,
    ],
    [
      'by a range of a property',
      property({ type: 'DOUBLE', value: 1 }, '>'),
      /idx_artifact_property_double \(name=\? AND is_custom_property=\? AND double_value>\?\)/,
    ],
    [
      'in a scope',
      { op: 'IN_SCOPE', scope: { contextIds: [1n as ContextId] } },
      /SEARCH m USING COVERING INDEX sqlite_autoindex_Attribution_1 \(context_id=\?\)/,
    ],
  ])('%s uses an index', async (_, filter, index) => {
    const { store, plansOf } = await openPlanned();

    const [plan] = await plansOf(() => store.nodePages('ARTIFACT', { filter, order: NEWEST, page: { limit: 25 } }));

    expect(plan).toMatch(index);
    // A walk along the order's index is cut off by a limit; what is scanned after it is what it found.
    expect(plan?.replace(/SCAN n USING INDEX \w+\nSCAN n$/m, 'WALK')).not.toMatch(/SCAN (n|p)$/m);
  });

  it('goes on from a position by the index of the order', async () => {
    const { store, plansOf } = await openPlanned();
    const page = { limit: 25, from: [5n, 5n] };

    const [plan] = await plansOf(() => store.nodePages('ARTIFACT', { filter: EVERYTHING, order: NEWEST, page }));

    expect(plan).toMatch(/idx_artifact_create_time_since_epoch \(create_time_since_epoch<\?\)/);
  });
});

describe('a search through texts', () => {
  const VALUES = /SEARCH p USING COVERING INDEX idx_artifact_property_string \(name<\?\)/;
  const ONE_NODE = /SEARCH p USING INDEX sqlite_autoindex_ArtifactProperty_1 \(artifact_id=\?\)/;
  const BY_NAME: NodeOrder = { field: 'NAME', descending: false };

  it.each<readonly [what: string, filter: Filter, gone: number, probed: boolean]>([
    ['of the whole store', text('a'), 1, false],
    ['of the nodes of a type', both({ op: 'TYPE_ID', in: [1n as TypeId] }, text('a')), 1, false],
    ['for several words', both(text('a'), text('b')), 1, true],
    ['in a scope', both({ op: 'IN_SCOPE', scope: { contextIds: [1n as ContextId] } }, text('a')), 0, true],
    ['of the nodes of a name', both(column('name', 'n'), text('a')), 0, true],
  ])('%s goes through all values only where nothing makes the nodes few, and by an index', async (...row) => {
    const [, filter, gone, probed] = row;
    const { store, plansOf } = await openPlanned();

    const [plan = ''] = await plansOf(() =>
      store.nodePages('ARTIFACT', { filter, order: BY_NAME, page: { limit: 25 } }),
    );

    expect(plan.split(VALUES)).toHaveLength(1 + gone);
    expect(ONE_NODE.test(plan)).toBe(probed);
    expect(plan).not.toMatch(/SCAN p$/m);
  });
});

describe('a filter query', () => {
  it.each<readonly [text: string, index: RegExp]>([
    ['id = 5', /SEARCH n USING INTEGER PRIMARY KEY \(rowid=\?\)/],
    ['id IN (5, 6)', /SEARCH n USING INTEGER PRIMARY KEY \(rowid=\?\)/],
    ["name = 'x'", /sqlite_autoindex_Artifact_2 \(type_id=\? AND name=\?\)/],
    ["uri = 'x'", /idx_artifact_uri \(uri=\?\)/],
    [
      "type = 'T' AND name = 'x'",
      /idx_type_name \(name=\?\)[\s\S]*sqlite_autoindex_Artifact_2 \(type_id=\? AND name=\?\)/,
    ],
    ['contexts_a.id = 3', /sqlite_autoindex_Attribution_1 \(context_id=\?\)/],
    ["contexts_a.type = 'T' AND contexts_a.name = 'x'", /sqlite_autoindex_Context_\d \(type_id=\? AND name=\?\)/],
    ['events_0.execution_id = 3', /idx_event_execution_id \(execution_id=\?\)/],
    [
      'custom_properties.k.int_value = 42',
      /idx_artifact_property_int \(name=\? AND is_custom_property=\? AND int_value=\?\)/,
    ],
  ])('%s uses an index', async (text, index) => {
    const { store, plansOf } = await openPlanned();
    const filter: Filter = { op: 'QUERY', query: parseFilterQuery('ARTIFACT', text) };
    const order: NodeOrder = { field: 'NAME', descending: false };

    const [plan] = await plansOf(() => store.nodePages('ARTIFACT', { filter, order, page: { limit: 25 } }));

    expect(plan).toMatch(index);
    expect(plan).not.toMatch(/SCAN (n|q\w*)$/m);
  });
});

describe('lookups', () => {
  it.each<readonly [what: string, ask: (store: MetadataStore) => Promise<unknown>]>([
    ['nodes by id', (store) => store.nodesById('ARTIFACT', [1n as ArtifactId])],
    ['events of artifacts', (store) => store.eventPages([ARTIFACT], { direction: 'UPSTREAM' }, { limit: 9 })],
    ['events of executions', (store) => store.eventPages([EXECUTION], { direction: 'UPSTREAM' }, { limit: 9 })],
    ['counts of events', (store) => store.eventCounts([ARTIFACT], { direction: 'UPSTREAM' })],
    ['events between', (store) => store.eventsBetween([1n as ArtifactId], [1n as ExecutionId])],
    ['contexts of nodes', (store) => store.membershipsOf([ARTIFACT, EXECUTION])],
    ['parents of contexts', (store) => store.contextLinks([1n as ContextId], 'PARENTS')],
    ['children of contexts', (store) => store.contextLinks([1n as ContextId], 'CHILDREN')],
    ['summaries of scopes', (store) => store.executionSummaries([SCOPE, NUMBERED])],
    [
      'pages of scopes',
      (store) => store.nodePages('ARTIFACT', { filter: EVERYTHING, order: NEWEST, page: { limit: 9 } }, [SCOPE, SCOPE]),
    ],
  ])('of %s scan no table', async (_, ask) => {
    const { store, plansOf } = await openPlanned();

    const plans = await plansOf(() => ask(store));

    expect(plans.length).toBeGreaterThan(0);
    for (const plan of plans) expect(plan.replaceAll(DERIVED, '')).not.toMatch(/SCAN /);
  });

  it('read an artifact in the order of its events, and so no more of them than are asked for', async () => {
    const { store, plansOf } = await openPlanned();

    const [plan] = await plansOf(() => store.eventPages([ARTIFACT], { direction: 'DOWNSTREAM' }, { limit: 9 }));

    const [, limited = ''] = plan?.split('CORRELATED LIST SUBQUERY') ?? [];
    expect(limited).toMatch(/SEARCH c USING (COVERING )?INDEX sqlite_autoindex_Event_1 \(artifact_id=\?/);
    expect(limited.split('USE TEMP B-TREE')[0]).toMatch(/SEARCH o/);
  });
});

describe('the number of statements', () => {
  it.each<readonly [what: string, statements: number, ask: (store: MetadataStore, count: number) => Promise<unknown>]>([
    ['nodesById', 2, (store, count) => store.nodesById('ARTIFACT', upTo(count))],
    [
      'nodePages',
      2,
      (store, count) => store.nodePages('ARTIFACT', { filter: EVERYTHING, order: NEWEST, page: { limit: count } }),
    ],
    [
      'nodePages of scopes',
      2,
      (store, count) =>
        store.nodePages('ARTIFACT', { filter: EVERYTHING, order: NEWEST, page: { limit: 9 } }, scopes(count)),
    ],
    ['nodeCounts', 1, (store, count) => store.nodeCounts('ARTIFACT', EVERYTHING, scopes(count))],
    ['eventPages', 2, (store, count) => store.eventPages(nodes(count), { direction: 'DOWNSTREAM' }, { limit: 9 })],
    ['eventCounts', 2, (store, count) => store.eventCounts(nodes(count), { direction: 'UPSTREAM' })],
    ['eventsOf', 1, (store, count) => store.eventsOf('ARTIFACT', upTo(count))],
    ['eventsBetween', 1, (store, count) => store.eventsBetween(upTo(count), upTo(count))],
    ['membershipsOf', 2, (store, count) => store.membershipsOf(nodes(count))],
    ['executionSummaries', 1, (store, count) => store.executionSummaries(scopes(count))],
  ])('of %s is the same for few and for many', async (_, statements, ask) => {
    const { store, plansOf } = await openPlanned('kubeflow');

    const forFew = await plansOf(() => ask(store, 2));
    const forMany = await plansOf(() => ask(store, 2_000));

    expect([forFew.length, forMany.length]).toEqual([statements, statements]);
  });
});

const ARTIFACT: NodeRef = { kind: 'ARTIFACT', id: 1n as ArtifactId };
const EXECUTION: NodeRef = { kind: 'EXECUTION', id: 1n as ExecutionId };
const SCOPE: Scope = {
  contextIds: [1n as ContextId],
  labels: [
    { name: 'a', value: 'b' },
    { name: 'c', value: 'd' },
  ],
  touched: true,
};

const NUMBERED: Scope = { contextIds: [], labels: [{ name: 'a', value: 1n }] };

/** What a plan scans that is no table: parameters and its own intermediate results. */
const DERIVED = /SCAN (json_each VIRTUAL TABLE INDEX 1:|m|x|r|ranked|members|walked|page|found|\(subquery-\d+\))$/gm;

function column(name: Column, value: string): Filter {
  return { op: 'COLUMN', column: name, test: { op: 'COMPARE', comparison: '=', value: { type: 'STRING', value } } };
}

function like(name: Column, pattern: string): Filter {
  return { op: 'COLUMN', column: name, test: { op: 'LIKE', pattern, ignoreCase: false } };
}

function time(name: Column, comparison: Comparison): Filter {
  return { op: 'COLUMN', column: name, test: { op: 'COMPARE', comparison, value: { type: 'INT', value: 5n } } };
}

function property(value: Value, comparison: Comparison = '='): Filter {
  return { op: 'PROPERTY', name: 'p', custom: true, test: { op: 'COMPARE', comparison, value } };
}

function both(...of: readonly Filter[]): Filter {
  return { op: 'AND', of };
}

/** A word in a name or in any text property. */
function text(word: string): Filter {
  const test = { op: 'LIKE', pattern: `%${word}%`, ignoreCase: true } as const;
  const places: readonly Filter[] = [
    { op: 'COLUMN', column: 'name', test },
    { op: 'ANY_STRING_PROPERTY', except: ['meta'], test },
  ];
  return { op: 'OR', of: places };
}

function upTo<Id extends bigint>(count: number): readonly Id[] {
  return Array.from({ length: count }, (_, place) => BigInt(place + 1) as Id);
}

function nodes(count: number): readonly NodeRef[] {
  return upTo<ArtifactId>(count).flatMap((id) => [
    { kind: 'ARTIFACT', id },
    { kind: 'EXECUTION', id: id as bigint as ExecutionId },
  ]);
}

function scopes(count: number): readonly Scope[] {
  return upTo<ContextId>(count).map((id) => ({ ...SCOPE, contextIds: [id] }));
}

/** A store whose statements can be explained. */
async function openPlanned(fixture?: string) {
  const path = fixture
    ? join(import.meta.dirname, `../../fixtures/${fixture}.mlmd`)
    : join(await temporaryFolder(), 'mlmd.db');
  const statements: string[] = [];
  const store = await openStore(`sqlite:${path}`, {
    readOnly: fixture !== undefined,
    onStatement: (sql) => statements.push(sql),
  });
  onTestFinished(() => store.close());
  const plansOf = async (ask: () => Promise<unknown>): Promise<readonly string[]> => {
    statements.length = 0;
    await ask();
    const database = new Database(path, { readonly: true });
    const plans = statements.map((sql) => {
      const parameters = (sql.match(/\?/g) ?? []).map(() => 1);
      const steps = database.prepare<unknown[], { detail: string }>(`explain query plan ${sql}`).all(...parameters);
      return steps.map(({ detail }) => detail).join('\n');
    });
    database.close();
    return plans;
  };
  return { store, plansOf };
}
