import { describe, expect, it } from 'vitest';
import type { ContextId, ExecutionId, ExecutionState, TypeId, Value } from '../../src/mlmd/model.js';
import type { MetadataStore, MetadataTransaction } from '../../src/mlmd/store.js';
import { startTestApi } from '../support/api.js';
import { backends, backendsThatCan } from '../support/backends.js';
import { BARE } from '../support/seed.js';

/** What a list of runs shows, and the steps of each as a tree. */
const RUNS = `{
  runs { totalCount nodes { name status finishedAt
    executions(first: 3, orderBy: { field: ID, direction: ASC }) { nodes {
      status storedStatus finishedAt role parent { displayName } cachedFrom { id }
      children(first: 3) { totalCount nodes { status role children(first: 2) { nodes { status parent { role } } } } }
    } }
  } }
}`;

describe.each(backendsThatCan('COUNT_STATEMENTS'))('$name: graphs of tasks', ({ open }) => {
  const counted = async (runs: number, passes: number) => {
    const statements: string[] = [];
    const store = await open({ onStatement: (sql) => statements.push(sql) });
    for (let run = 0; run < runs; run += 1) await seedLoop(store, `run ${run}`, passes);
    const api = await startTestApi(store);
    statements.length = 0;
    return { data: await api.read(RUNS), statements: statements.length };
  };

  it('are looked into by as many statements for many runs with many passes as for few', async () => {
    const few = await counted(2, 2);
    const many = await counted(20, 40);

    expect(new Set(many.data.runs.nodes.map(({ status }: { readonly status: string }) => status))).toEqual(
      new Set(['COMPLETE']),
    );
    expect(many.data.runs.nodes[0].executions.nodes[1].children.totalCount).toBe(40);
    expect(few.data.runs.nodes).toHaveLength(2);
    // Two answers that come at the same time may be followed up by one call or by two.
    expect(Math.abs(many.statements - few.statements)).toBeLessThanOrEqual(4);
  });
});

describe.each(backends)('$name: a graph of tasks', ({ open }) => {
  const start = async (executions: readonly Seed[]) => {
    const store = await open();
    await store.transaction((transaction) => putSeeds(transaction, executions, []));
    return startTestApi(store);
  };

  it('that is nested in itself, or in one that is nested in it, comes to an end', async () => {
    const { read } = await start([
      { name: 'own', parent: 1n },
      { name: 'one', parent: 3n },
      { name: 'other', parent: 2n },
    ]);

    const { executions } = await read(`{ executions(orderBy: { field: ID, direction: ASC }) { nodes {
      name status parent { name } children { nodes { name } }
    } } }`);

    const nested = (name: string, inside: string) => ({
      ...{ name, status: 'RUNNING', parent: { name: inside }, children: { nodes: [{ name: inside }] } },
    });
    expect(executions.nodes).toEqual([nested('own', 'own'), nested('one', 'other'), nested('other', 'one')]);
  });

  it('that is missing is no parent, and neither is a missing step what another was cached from', async () => {
    const { read } = await start([{ name: 'lost', parent: 99n, cachedFrom: '98' }]);

    const { executions } = await read('{ executions { nodes { parent { id } cachedFrom { id } } } }');

    expect(executions.nodes).toEqual([{ parent: null, cachedFrom: null }]);
  });

  it('is paged through by number', async () => {
    const { read, ask } = await start([
      { name: 'root' },
      ...['a', 'b', 'c'].map((name) => ({ name, parent: 1n, type: 'system.ContainerExecution' as const })),
    ]);
    const children = (args: string) => `{ execution(by: { mlmdId: 1 }) { children(${args}) {
      totalCount pageInfo { endCursor hasNextPage } nodes { name children(first: 1) { totalCount } }
    } } }`;

    const { execution: first } = await read(children('first: 2'));
    const { execution: rest } = await read(children(`first: 2, after: "${first.children.pageInfo.endCursor}"`));
    const wrong = await ask(children('first: -1'));

    expect(first.children).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    expect([...first.children.nodes, ...rest.children.nodes]).toEqual(
      ['a', 'b', 'c'].map((name) => ({ name, children: { totalCount: 0 } })),
    );
    expect(wrong.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

/** An execution to write; a graph that is RUNNING where nothing else is said. */
interface Seed {
  readonly name?: string;
  readonly type?: 'system.DAGExecution' | 'system.ContainerExecution';
  readonly state?: ExecutionState;
  readonly parent?: bigint | undefined;
  readonly cachedFrom?: string;
  readonly count?: bigint;
  readonly index?: bigint;
}

/** A run whose loop and its passes were all left RUNNING. */
async function seedLoop(store: MetadataStore, name: string, passes: number): Promise<void> {
  await store.transaction(async (transaction) => {
    const typeId = await putType(transaction, 'CONTEXT', 'system.PipelineRun');
    const run = { contexts: [{ ...BARE, typeId, name }], onExistingEdge: 'FAIL' } as const;
    const { contexts } = await transaction.putGraph(run);
    const [root] = await putSeeds(transaction, [{ name: `run/${name}` }], contexts);
    const [loop] = await putSeeds(transaction, [{ parent: root, count: BigInt(passes) }], contexts);
    const numbers = Array.from({ length: passes }, (_, index) => BigInt(index));
    const begun = await putSeeds(
      transaction,
      numbers.map((index) => ({ parent: loop, index })),
      contexts,
    );
    const task = { type: 'system.ContainerExecution', state: 'COMPLETE' } as const;
    await putSeeds(
      transaction,
      begun.map((parent) => ({ ...task, parent })),
      contexts,
    );
  });
}

async function putSeeds(
  transaction: MetadataTransaction,
  seeds: readonly Seed[],
  contexts: readonly ContextId[],
): Promise<readonly ExecutionId[]> {
  const types = {
    'system.DAGExecution': await putType(transaction, 'EXECUTION', 'system.DAGExecution'),
    'system.ContainerExecution': await putType(transaction, 'EXECUTION', 'system.ContainerExecution'),
  };
  const { executions } = await transaction.putGraph({
    executions: seeds.map(({ name, type = 'system.DAGExecution', state = 'RUNNING', ...facts }) => ({
      ...{ name, typeId: types[type], state, properties: new Map(), customProperties: customOf(facts) },
    })),
    associations: contexts.flatMap((id) => seeds.map((_, index) => ({ execution: { index }, context: { id } }))),
    onExistingEdge: 'FAIL',
  });
  return executions;
}

function customOf({ parent, count, index, cachedFrom }: Seed): ReadonlyMap<string, Value> {
  const numbers = Object.entries({ parent_dag_id: parent, iteration_count: count, iteration_index: index });
  return new Map<string, Value>([
    ...numbers.flatMap(([name, value]) => (value === undefined ? [] : [[name, { type: 'INT', value }] as const])),
    ['cached_execution_id', { type: 'STRING', value: cachedFrom ?? '' }],
  ]);
}

async function putType(transaction: MetadataTransaction, kind: 'CONTEXT' | 'EXECUTION', name: string): Promise<TypeId> {
  const [put] = await transaction.putTypes([
    { kind, name, properties: new Map(), canAddFields: false, canOmitFields: true },
  ]);
  if (put === undefined) throw new Error('the type was not put');
  return put.id;
}
