import { describe, expect, it } from 'vitest';
import type { MetadataStore } from '../../src/mlmd/store.js';
import { type Api, startTestApi } from '../support/api.js';
import { type Backend, backends, keptInteger } from '../support/backends.js';
import { BIG, storyClock, tellStory } from '../support/story.js';

/** What a query is refused with: the code, and the path of the argument where the error has one. */
interface Refusal {
  readonly query: string;
  readonly code: string;
  readonly argument?: string;
}

const bad = (query: string, argument: string): Refusal => ({ query, code: 'BAD_USER_INPUT', argument });
const over = (query: string, argument: string): Refusal => ({ query, code: 'LIMIT_EXCEEDED', argument });
const missing = (query: string, argument: string): Refusal => ({ query, code: 'NOT_FOUND', argument });
const artifacts = (args: string) => `{ artifacts(${args}) { totalCount } }`;
const filtered = (filter: string) => artifacts(`filter: { ${filter} }`);
const runs = (args: string) => `{ runs(${args}) { totalCount } }`;
const lineage = (args: string) => `{ lineage(${args}) { roots { id } } }`;
const impact = (args: string) => `{ impact(${args}) { totalCount } }`;
const paths = (args: string) => `{ paths(${args}) { exists } }`;
const compare = (of: string) => `{ compare(of: [${of}]) { subjects { id } } }`;
const nested = (depth: number) => `${'not: { '.repeat(depth)}kind: []${' }'.repeat(depth)}`;

const IDS: readonly Refusal[] = [
  ...[
    '',
    'artifact',
    'artifact:',
    'artifact:01',
    'artifact:+1',
    'artifact:1.0',
    'artifact:9223372036854775808',
    'Artifact:1',
    '1',
    'run:1/',
    'run:1/a b',
    'run:1/%zz',
    'type:1',
  ].map((id) => bad(`{ node(id: "${id}") { id } }`, 'id')),
  bad('{ nodes(ids: ["artifact:1", "nothing"]) { id } }', 'ids.1'),
  over(`{ nodes(ids: [${'"artifact:1", '.repeat(101)}]) { id } }`, 'ids'),
  bad('{ workspace(by: { id: "context:1" }) { id } }', 'by.id'),
  bad('{ run(by: { id: "workspace:1" }) { id } }', 'by.id'),
  bad(
    '{ run(by: { inWorkspace: { workspace: { id: "run:1" }, name: "monday" } }) { id } }',
    'by.inWorkspace.workspace.id',
  ),
  bad('{ execution(by: { id: "artifact:1" }) { id } }', 'by.id'),
  bad('{ artifact(by: { id: "execution:1" }) { id } }', 'by.id'),
];

const PAGES: readonly Refusal[] = [
  bad(artifacts('first: -1'), 'first'),
  bad(artifacts('last: -1'), 'last'),
  bad(artifacts('first: 1, last: 1'), 'last'),
  bad(artifacts('first: 1, before: "x"'), 'before'),
  bad(artifacts('last: 1, after: "x"'), 'after'),
  bad(artifacts('after: "x", before: "y"'), 'before'),
  bad(artifacts('after: ""'), 'after'),
  bad(artifacts('before: "bm9uZQ"'), 'before'),
  over(artifacts('first: 101'), 'first'),
  over(artifacts('last: 101'), 'last'),
  bad(runs('orderBy: { field: ID }'), 'orderBy.field'),
  bad(runs('orderBy: { field: UPDATED_AT }'), 'orderBy.field'),
  ...['workspaces', 'runs', 'executions', 'artifacts', 'contexts', 'types'].map((list) =>
    bad(`{ ${list}(first: -1) { totalCount } }`, 'first'),
  ),
  ...['contexts', 'producedBy', 'consumedBy', 'models'].map((list) =>
    bad(`{ artifact(by: { mlmdId: 1 }) { ... on DataSet { ${list}(first: -1) { totalCount } } } }`, 'first'),
  ),
  bad('{ artifact(by: { mlmdId: 2 }) { ... on Model { metrics(last: -1) { totalCount } } } }', 'last'),
  bad('{ artifact(by: { mlmdId: 2 }) { ... on Model { dataSets(after: "x") { totalCount } } } }', 'after'),
  bad('{ execution(by: { mlmdId: 1 }) { inputs(first: -1) { totalCount } } }', 'first'),
  bad('{ execution(by: { mlmdId: 1 }) { outputs(first: -1) { totalCount } } }', 'first'),
  ...['runs', 'executions', 'artifacts'].map((list) =>
    bad(`{ workspace(by: { name: "drinks" }) { ${list}(first: -1) { totalCount } } }`, 'first'),
  ),
  ...['parents', 'children', 'executions', 'artifacts'].map((list) =>
    bad(`{ node(id: "context:1") { ... on Context { ${list}(first: -1) { totalCount } } } }`, 'first'),
  ),
  bad('{ lineage(of: ["artifact:1"]) { completeness { frontier(first: -1) { totalCount } } } }', 'first'),
];

const FILTERS: readonly Refusal[] = [
  bad(filtered('name: { eq: null }'), 'filter.name.eq'),
  bad(filtered('and: [{ kind: null }]'), 'filter.and.0.kind'),
  bad(filtered('property: { name: "x", in: null }'), 'filter.property.in'),
  bad(filtered('workspaceId: "workspace:x"'), 'filter.workspaceId'),
  bad(filtered('or: [{}, { workspaceId: "run:1" }]'), 'filter.or.1.workspaceId'),
  bad(filtered('runId: "artifact:1"'), 'filter.runId'),
  missing(filtered('workspaceId: "workspace:99"'), 'filter.workspaceId'),
  // Context 2 is a run.
  missing(filtered('workspaceId: "workspace:2"'), 'filter.workspaceId'),
  missing(filtered('not: { runId: "run:99" }'), 'filter.not.runId'),
  missing(filtered('runId: "run:1/sunday"'), 'filter.runId'),
  bad(filtered('search: "  "'), 'filter.search'),
  bad(filtered('search: "a b c d e f g h i j k"'), 'filter.search'),
  bad(filtered('property: { name: "x", eq: { struct: {} } }'), 'filter.property.eq.struct'),
  bad(filtered('property: { name: "x", in: [{ int: 1 }, { struct: {} }] }'), 'filter.property.in.1.struct'),
  bad(filtered('property: { name: "x", lt: { bool: true } }'), 'filter.property.lt'),
  bad(filtered(nested(11)), `filter${'.not'.repeat(11)}`),
  bad(filtered(`and: [${'{ kind: [] } '.repeat(201)}]`), 'filter'),
  bad(filtered(`uri: { in: [${'"x" '.repeat(1_001)}] }`), 'filter.uri.in'),
  ...['like', 'startsWith', 'contains'].map((test) =>
    bad(filtered(`uri: { ${test}: "${'x'.repeat(10_001)}" }`), `filter.uri.${test}`),
  ),
  bad(filtered(`property: { name: "x", like: "${'x'.repeat(10_001)}" }`), 'filter.property.like'),
  bad(filtered(`search: "${'x'.repeat(10_001)}"`), 'filter.search'),
  bad(`{ executions(filter: { status: null }) { totalCount } }`, 'filter.status'),
  bad(runs('filter: { name: { like: null } }'), 'filter.name.like'),
  missing(runs('filter: { workspaceId: "workspace:99" }'), 'filter.workspaceId'),
  bad(filtered('mlmd: ""'), 'filter.mlmd'),
  bad(filtered('mlmd: "id == 1"'), 'filter.mlmd'),
  bad(filtered('or: [{ mlmd: "last_known_state = NEW" }]'), 'filter.or.0.mlmd'),
  bad(`{ executions(filter: { mlmd: "uri = 'a'" }) { totalCount } }`, 'filter.mlmd'),
  bad('{ workspaces(filter: { origin: null }) { totalCount } }', 'filter.origin'),
  bad(filtered('createdAt: { after: "2026-11-22" }'), 'filter.createdAt.after'),
  bad(filtered('createdAt: { after: "2026-11-22T12:00:00" }'), 'filter.createdAt.after'),
  bad(filtered('createdAt: { before: "2026-02-30T12:00:00Z" }'), 'filter.createdAt.before'),
  bad(filtered('createdAt: { before: 1700000000 }'), 'filter.createdAt.before'),
  bad(filtered('property: { name: "x", eq: { int: 9223372036854775808 } }'), 'filter.property.eq.int'),
  bad(filtered('property: { name: "x", eq: { int: "1.5" } }'), 'filter.property.eq.int'),
  // GraphQL's own rule, which the server shows the argument of: exactly one field.
  {
    query: filtered('property: { name: "x", eq: { int: 1, string: "1" } }'),
    code: 'GRAPHQL_VALIDATION_FAILED',
    argument: 'filter.property.eq',
  },
];

const WALKS: readonly Refusal[] = [
  bad(lineage('of: []'), 'of'),
  bad(lineage('of: ["workspace:1"]'), 'of.0'),
  bad(lineage('of: ["artifact:1", "artifact"]'), 'of.1'),
  missing(lineage('of: ["artifact:1", "artifact:99"]'), 'of.1'),
  over(lineage(`of: [${'"artifact:1" '.repeat(101)}]`), 'of'),
  bad(lineage('of: ["artifact:1"], input: { maxHops: -1 }'), 'input.maxHops'),
  over(lineage('of: ["artifact:1"], input: { maxHops: 101 }'), 'input.maxHops'),
  bad(lineage('of: ["artifact:1"], input: { maxNodes: 0 }'), 'input.maxNodes'),
  over(lineage('of: ["artifact:1"], input: { maxNodes: 10001 }'), 'input.maxNodes'),
  bad(lineage('of: ["artifact:1"], input: { maxNeighborsPerNode: -1 }'), 'input.maxNeighborsPerNode'),
  over(lineage('of: ["artifact:1"], input: { maxNeighborsPerNode: 10001 }'), 'input.maxNeighborsPerNode'),
  bad(
    lineage('of: ["artifact:1"], input: { where: { artifacts: { name: { eq: null } } } }'),
    'input.where.artifacts.name.eq',
  ),
  missing(
    lineage('of: ["artifact:1"], input: { stopAt: { executions: { runId: "run:99" } } }'),
    'input.stopAt.executions.runId',
  ),
  bad(lineage('of: ["artifact:1"], input: { asOf: "now" }'), 'input.asOf'),
  bad('{ artifact(by: { mlmdId: 1 }) { lineage(input: { maxHops: -1 }) { roots { id } } } }', 'input.maxHops'),
  bad('{ artifact(by: { mlmdId: 1 }) { ... on DataSet { models(maxHops: -1) { totalCount } } } }', 'maxHops'),
  over('{ artifact(by: { mlmdId: 1 }) { ... on DataSet { models(maxHops: 101) { totalCount } } } }', 'maxHops'),
  bad(impact('of: []'), 'of'),
  bad(impact('of: ["artifact:1"], maxHops: -1'), 'maxHops'),
  bad(impact('of: ["artifact:1"], first: -1'), 'first'),
  bad(impact('of: ["artifact:1"], filter: { executions: { search: "" } }'), 'filter.executions.search'),
  bad(paths('from: "x", to: "artifact:1"'), 'from'),
  missing(paths('from: "artifact:1", to: "execution:99"'), 'to'),
  bad(paths('from: "artifact:1", to: "artifact:2", maxHops: -1'), 'maxHops'),
  bad(paths('from: "artifact:1", to: "artifact:2", maxPaths: 0'), 'maxPaths'),
  over(paths('from: "artifact:1", to: "artifact:2", maxPaths: 101'), 'maxPaths'),
  bad(compare('"artifact:1"'), 'of'),
  bad(compare('"artifact:1" '.repeat(11)), 'of'),
  bad(compare('"artifact:1", "artifact:1"'), 'of.1'),
  bad(compare('"run:2", "run:1/monday"'), 'of.1'),
  bad(compare('"artifact:1", "execution:1"'), 'of.1'),
  bad(compare('"artifact:1", "context:1"'), 'of.1'),
  missing(compare('"artifact:1", "artifact:99"'), 'of.1'),
  bad('{ run(by: { id: "run:2" }) { graph(maxNodes: 0) { roots { id } } } }', 'maxNodes'),
  over('{ run(by: { id: "run:2" }) { graph(maxNodes: 10001) { roots { id } } } }', 'maxNodes'),
];

describe.each(backends)('$name: bad input', (backend) => {
  it.each([
    ['ids', IDS],
    ['pages', PAGES],
    ['filters', FILTERS],
    ['walks', WALKS],
  ] as const)('in %s is refused with its code and the path of its argument', async (_name, refusals) => {
    const api = await startTestApi(await told(backend));

    const found = await Promise.all(refusals.map(({ query }) => refusalOf(api, query)));

    expect(found).toEqual(refusals);
  });

  it('names limit, value and setting where it is too much', async () => {
    const api = await startTestApi(await told(backend), { limits: { maxHops: 3 } });

    const { errors } = await api.ask(lineage('of: ["artifact:1"], input: { maxHops: 4 }'));

    expect(errors?.[0]?.message).toBe('`maxHops` 4 is over the limit of 3 (--max-hops).');
    expect(errors?.[0]?.extensions).toEqual({
      code: 'LIMIT_EXCEEDED',
      argument: 'input.maxHops',
      limit: 'maxHops',
      value: 4,
      max: 3,
      setting: '--max-hops',
    });
  });

  // An error that has an errorId is in the log, where the words of a filter are not to be.
  it("in MLMD's own filter text is told to the client, and not logged", async () => {
    const api = await startTestApi(await told(backend));

    const { errors } = await api.ask(`{ artifacts(filter: { mlmd: "name = 'secret' OR" }) { totalCount } }`);

    expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'BAD_USER_INPUT', argument: 'filter.mlmd' }]);
  });

  it('in a variable is refused as in the text', async () => {
    const api = await startTestApi(await told(backend));
    const byTime = 'query ($after: DateTime!) { artifacts(filter: { createdAt: { after: $after } }) { totalCount } }';
    const byRows =
      'query ($rows: Int64!) { artifacts(filter: { property: { name: "rows", eq: { int: $rows } } }) { totalCount } }';

    const answers = await Promise.all([
      api.ask(byTime, { after: 'yesterday' }),
      api.ask(byRows, { rows: '9223372036854775808' }),
      api.ask(byRows, { rows: 2 ** 60 }),
      api.ask(byRows, { rows: 1.5 }),
    ]);

    expect(answers.map(({ errors }) => errors?.[0]?.extensions.code)).toEqual(Array(4).fill('BAD_USER_INPUT'));
  });
});

async function told(backend: Backend): Promise<MetadataStore> {
  const store = await backend.open();
  await tellStory(store, storyClock(), keptInteger(backend, BIG));
  return store;
}

async function refusalOf(api: Api, query: string): Promise<Refusal> {
  const { errors = [] } = await api.ask(query);
  const [error] = errors;
  const { code = 'none', argument } = error?.extensions ?? {};
  return argument === undefined ? { query, code } : { query, code, argument };
}
