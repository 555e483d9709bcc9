import { describe, expect, it } from 'vitest';
import type { TypeId } from '../../src/mlmd/model.js';
import type { MetadataStore } from '../../src/mlmd/store.js';
import { createWorkspace, logExecution } from '../../src/recording/index.js';
import { startTestApi } from '../support/api.js';
import { backendsThatCan } from '../support/backends.js';
import { BARE, seed, seedTypes } from '../support/seed.js';

const NOW = { now: () => new Date('2026-11-22T12:00:00Z') };
const NO_LIMITS = { maxBreadth: Number.MAX_SAFE_INTEGER, maxCost: Number.MAX_SAFE_INTEGER };

/** A page of artifacts with all that an overview shows of them. */
const OVERVIEW = `query ($first: Int) {
  artifacts(first: $first, filter: { kind: [MODEL] }) {
    totalCount
    pageInfo { hasNextPage }
    nodes {
      displayName workspace { name } run { name status } properties { name text } labels { name }
      contexts { totalCount nodes { name } }
      producedBy { totalCount edges { occurredAt node { displayName
        inputs { totalCount edges { path node { displayName workspace { name } producedBy { nodes { displayName } } } } }
      } } }
      ... on Model { metrics { nodes { values { name value } } } dataSets { totalCount nodes { displayName } } }
    }
  }
}`;

/** Three levels of lists in lists. */
const TREE = `{
  workspaces { nodes { name
    runs { totalCount nodes { name status metrics { name }
      executions { totalCount nodes { displayName inputs { nodes { displayName producedBy { nodes { id } } } } } }
      artifacts { nodes { displayName } }
    } }
  } }
}`;

const TEN_HOPS = `query ($of: [ID!]!) {
  lineage(of: $of, input: { direction: UPSTREAM, maxHops: 10 }) {
    entries { distance upstreamDegree downstreamDegree node { displayName properties { name text } workspace { name } } }
    edges { source target type path }
    completeness { complete }
  }
}`;

const MODELS = `query ($first: Int) {
  artifacts(first: $first, filter: { kind: [DATA_SET] }) { nodes { ... on DataSet { models { nodes { displayName } } } } }
}`;

// Two answers that come at the same time may each be followed up by a call of its own or share one, so a query's number
// varies by a few; the bounds are a little above what was seen, and far below one for each node.
describe.each(backendsThatCan('COUNT_STATEMENTS'))('$name: the statements of a query', ({ open }) => {
  const counted = async () => {
    const statements: string[] = [];
    const store = await open({ onStatement: (sql) => statements.push(sql) });
    const api = await startTestApi(store, { limits: NO_LIMITS });
    const count = async (query: string, variables: Readonly<Record<string, unknown>> = {}) => {
      statements.length = 0;
      const data = await api.read(query, variables);
      return { data, statements: statements.length, texts: [...statements] };
    };
    return { store, count };
  };

  it('stay within one bound for a page of 5 artifacts and of 50', async () => {
    const { store, count } = await counted();
    await logSteps(store, 50);

    const few = await count(OVERVIEW, { first: 5 });
    const many = await count(OVERVIEW, { first: 50 });

    expect(few.data.artifacts.nodes).toHaveLength(5);
    expect(many.data.artifacts.nodes).toHaveLength(50);
    expect(many.data.artifacts.nodes[0].run.name).toBe('run 9');
    expect(many.data.artifacts.nodes[0].dataSets.totalCount).toBe(1);
    expect(Math.max(few.statements, many.statements)).toBeLessThanOrEqual(45);
  });

  it('depend on the levels of a tree, not on its nodes', async () => {
    const small = await counted();
    await logSteps(small.store, 10);
    const large = await counted();
    await logSteps(large.store, 100);

    const few = await small.count(TREE);
    const many = await large.count(TREE);

    expect(many.data.workspaces.nodes[0].runs.nodes).toHaveLength(10);
    expect(many.data.workspaces.nodes[0].runs.nodes[0].executions.totalCount).toBe(10);
    expect(Math.max(few.statements, many.statements)).toBeLessThanOrEqual(30);
  });

  it('depend on the hops of a walk, not on its nodes', async () => {
    const narrow = await counted();
    const wide = await counted();
    const narrowEnd = await seed(narrow.store, chain(1));
    const wideEnd = await seed(wide.store, chain(8));

    const few = await narrow.count(TEN_HOPS, { of: [`artifact:${narrowEnd.end?.id}`] });
    const many = await wide.count(TEN_HOPS, { of: [`artifact:${wideEnd.end?.id}`] });

    expect(few.data.lineage.entries).toHaveLength(11);
    expect(many.data.lineage.entries).toHaveLength(81);
    // Per hop: the page of events, and their paths. Then the edges, the degrees, the nodes and their workspaces.
    expect(Math.max(few.statements, many.statements)).toBeLessThanOrEqual(40);
  });

  it('are shared by the walks of one page', async () => {
    const { store, count } = await counted();
    await logSteps(store, 50);

    const few = await count(MODELS, { first: 5 });
    const many = await count(MODELS, { first: 50 });

    expect(many.data.artifacts.nodes).toHaveLength(50);
    expect(many.data.artifacts.nodes[49].models.nodes).toHaveLength(1);
    expect(Math.max(few.statements, many.statements)).toBeLessThanOrEqual(20);
  });

  it('do not go through the nodes of a run for what one of them says of it', async () => {
    const { store, count } = await counted();
    await createWorkspace(store, { name: 'lab', reuseIfExists: true }, NOW);
    await putNamed(store, 'lab', 'nightly');
    const readsAll = (text: string) => text.includes('first_id');

    const named = await count('{ executions { nodes { run { id name displayName } } } }');
    const dated = await count('{ executions { nodes { createdAt run { createdAt } } } }');

    expect(named.data.executions.nodes).toEqual([
      { run: { id: 'run:1/nightly', name: 'nightly', displayName: 'nightly' } },
    ]);
    expect(named.texts.filter(readsAll)).toEqual([]);
    expect(dated.data.executions.nodes[0].run.createdAt).toBe(dated.data.executions.nodes[0].createdAt);
    expect(dated.texts.filter(readsAll)).toHaveLength(1);
  });

  it('do not ask for the runs of a pipeline whose steps are its own members', async () => {
    const { store, count } = await counted();
    await putPipeline(store, 'system.Pipeline');

    const { data, statements } = await count('{ workspaces { nodes { executions { totalCount } } } }');

    expect(data.workspaces.nodes).toEqual([{ executions: { totalCount: 1 } }]);
    // The workspaces, their properties, and the count.
    expect(statements).toBe(3);
  });

  it('do not count a list unless its count is asked for', async () => {
    const { store, count } = await counted();
    await logSteps(store, 5);

    const without = await count('{ artifacts { nodes { id } } }');
    const only = await count('{ artifacts { totalCount } }');

    expect(only.data.artifacts.totalCount).toBe(15);
    expect(only.statements).toBe(1);
    expect(without.statements).toBe(2);
  });
});

/** A pipeline with one step. */
async function putPipeline(store: MetadataStore, name: string): Promise<void> {
  await store.transaction(async (transaction) => {
    const { execution } = await seedTypes(transaction);
    const flags = { properties: new Map(), canAddFields: false, canOmitFields: true };
    const [pipeline] = await transaction.putTypes([{ kind: 'CONTEXT', name, ...flags }]);
    await transaction.putGraph({
      contexts: [{ ...BARE, typeId: pipeline?.id as TypeId, name: 'training' }],
      executions: [{ ...BARE, typeId: execution }],
      associations: [{ context: { index: 0 }, execution: { index: 0 } }],
      onExistingEdge: 'FAIL',
    });
  });
}

/** Logs steps that each read a data set and write a model and its metrics, ten to a run. */
async function logSteps(store: MetadataStore, steps: number): Promise<void> {
  for (let step = 0; step < steps; step += 1) {
    await logExecution(
      store,
      {
        execution: {
          workspace: { name: 'lab' },
          run: { name: `run ${Math.floor(step / 10) + 5}` },
          name: `train ${step}`,
        },
        inputs: [{ artifact: { dataSet: { name: `rows ${step}`, uri: `file:///rows/${step}` } } }],
        outputs: [
          { artifact: { model: { name: `model ${step}`, uri: `file:///model/${step}` } } },
          {
            artifact: {
              metrics: {
                name: `score ${step}`,
                uri: `file:///score/${step}`,
                values: [{ name: 'accuracy', value: 1 }],
              },
            },
          },
        ],
      },
      NOW,
    );
  }
}

/** Chains of ten hops side by side, which end in one artifact. */
function chain(width: number): string {
  const lanes = Array.from({ length: width }, (_, lane) =>
    ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'].map((name) => `${name}${lane}`).join(' > '),
  );
  return lanes.map((lane) => `${lane} > end`).join('; ');
}

/** Puts an execution that says of itself which workspace and run it is of, as Kubeflow's SDK has it. */
async function putNamed(store: MetadataStore, workspace: string, run: string): Promise<void> {
  const { execution } = await store.transaction(seedTypes);
  const customProperties = new Map([
    ['__kf_workspace__', { type: 'STRING', value: workspace } as const],
    ['__kf_run__', { type: 'STRING', value: run } as const],
  ]);
  await store.transaction((transaction) =>
    transaction.putGraph({ executions: [{ ...BARE, typeId: execution, customProperties }], onExistingEdge: 'FAIL' }),
  );
}
