import { describe, expect, it } from 'vitest';
import type { MetadataStore } from '../../src/mlmd/store.js';
import { startTestApi } from '../support/api.js';
import { backends, backendsThatCan } from '../support/backends.js';
import { BARE } from '../support/seed.js';

const STEP = 'tfx.components.trainer.component.Trainer';
const UUID = 'ded054f9-35ed-4c74-b599-36041cd2425d';

describe.each(backends)('$name: the nodes of pipelines of TFX', ({ open }) => {
  it('belong to the pipeline whose name is the longest that theirs begins with', async () => {
    const store = await open();
    await writeTfx(store, {
      pipelines: ['demo', 'demo.eu', 'demo_eu'],
      nodes: ['demo.Trainer', 'demo.Trainer.small', 'demo.eu.Trainer', 'demo_eu.Trainer', 'other.Trainer'],
    });
    const { read } = await startTestApi(store);

    const { workspaces, contexts } = await read(`{
      workspaces(orderBy: { field: ID, direction: ASC }) { nodes { name stages { totalCount nodes { name displayName } } } }
      contexts(typeName: "node") { nodes { displayName } }
    }`);

    const stage = (name: string, displayName: string) => ({ name, displayName });
    expect(workspaces.nodes).toEqual([
      {
        name: 'demo',
        stages: {
          totalCount: 2,
          nodes: [stage('demo.Trainer', 'Trainer'), stage('demo.Trainer.small', 'Trainer.small')],
        },
      },
      { name: 'demo.eu', stages: { totalCount: 1, nodes: [stage('demo.eu.Trainer', 'Trainer')] } },
      { name: 'demo_eu', stages: { totalCount: 1, nodes: [stage('demo_eu.Trainer', 'Trainer')] } },
    ]);
    // That of no pipeline keeps the whole of its name.
    expect(contexts.nodes[0].displayName).toBe('other.Trainer');
  });

  it('are paged through, forwards and backwards', async () => {
    const store = await open();
    await writeTfx(store, { pipelines: ['demo'], nodes: ['demo.a', 'demo.b', 'demo.c'] });
    const { read } = await startTestApi(store);

    const { workspaces } = await read(`{ workspaces { nodes {
      first: stages(first: 2) { nodes { displayName } pageInfo { hasNextPage endCursor } }
      last: stages(last: 1) { nodes { displayName } pageInfo { hasPreviousPage } }
    } } }`);

    expect(workspaces.nodes[0]).toEqual({
      first: {
        nodes: [{ displayName: 'a' }, { displayName: 'b' }],
        pageInfo: { hasNextPage: true, endCursor: expect.any(String) },
      },
      last: { nodes: [{ displayName: 'c' }], pageInfo: { hasPreviousPage: true } },
    });
  });

  it('give their names to the steps, also to those inside of a nested pipeline', async () => {
    const store = await open();
    await writeTfx(store, {
      pipelines: ['outer', 'inner'],
      nodes: ['outer.inner', 'inner.Fit'],
      steps: [['outer', 'outer.inner', 'inner', 'inner.Fit'], ['outer'], []],
    });
    const { read } = await startTestApi(store);

    const { executions } = await read(`{
      executions(orderBy: { field: ID, direction: ASC }) { nodes { displayName name } }
    }`);

    // One that is a member of no node is called after its class.
    expect(executions.nodes).toEqual(
      ['Fit', 'Trainer', 'Trainer'].map((displayName, place) => ({ displayName, name: `${UUID}${place}` })),
    );
  });

  it('give their names to what their steps wrote, with the slot and the place in it', async () => {
    const store = await open();
    await writeTfx(store, { pipelines: ['demo'], nodes: ['demo.Fit'], steps: [['demo', 'demo.Fit']], outputs: 2 });
    const { read } = await startTestApi(store);

    const { artifacts } = await read(
      '{ artifacts(orderBy: { field: ID, direction: ASC }) { nodes { displayName name } } }',
    );

    expect(artifacts.nodes).toEqual([
      { displayName: 'Fit/shards', name: null },
      { displayName: 'Fit/shards[1]', name: null },
    ]);
  });
});

describe.each(backendsThatCan('COUNT_STATEMENTS'))('$name: names that are around a node', ({ open }) => {
  it('are looked up for many nodes in as many statements as for few', async () => {
    const statements: string[] = [];
    const store = await open({ onStatement: (sql) => statements.push(sql) });
    const nodes = Array.from({ length: 40 }, (_, place) => `demo.node${place}`);
    await writeTfx(store, { pipelines: ['demo'], nodes, steps: nodes.map((node) => ['demo', node]), outputs: 2 });
    const { read } = await startTestApi(store);
    const count = async (query: string) => {
      statements.length = 0;
      await read(query);
      return statements.length;
    };

    const artifacts = await count('{ artifacts(first: 2) { nodes { displayName } } }');
    const moreArtifacts = await count('{ artifacts(first: 80) { nodes { displayName } } }');
    const stages = await count('{ workspaces { nodes { stages(first: 2) { nodes { displayName } } } } }');
    const moreStages = await count('{ workspaces { nodes { stages(first: 40) { nodes { displayName } } } } }');

    expect(moreArtifacts).toBe(artifacts);
    expect(moreArtifacts).toBeLessThanOrEqual(12);
    expect(moreStages).toBe(stages);
    expect(moreStages).toBeLessThanOrEqual(12);
  });
});

interface Tfx {
  readonly pipelines: readonly string[];
  readonly nodes: readonly string[];
  /** Per step the names of its contexts. */
  readonly steps?: readonly (readonly string[])[];
  /** How many artifacts each step puts into its only slot. */
  readonly outputs?: number;
}

/** Writes pipelines, nodes and steps as TFX 1.16 does. */
async function writeTfx(store: MetadataStore, { pipelines, nodes, steps = [], outputs = 0 }: Tfx): Promise<void> {
  await store.transaction(async (transaction) => {
    const flags = { properties: new Map(), canAddFields: false, canOmitFields: false } as const;
    const [pipeline, node, step, artifact] = await transaction.putTypes([
      { kind: 'CONTEXT', name: 'pipeline', ...flags },
      { kind: 'CONTEXT', name: 'node', ...flags },
      { kind: 'EXECUTION', name: STEP, ...flags },
      { kind: 'ARTIFACT', name: 'Shard', ...flags },
    ]);
    if (!pipeline || !node || !step || !artifact) throw new Error('types were not put');
    const names = [...pipelines, ...nodes];
    const written = steps.flatMap((_, place) => Array.from({ length: outputs }, (__, slot) => ({ place, slot })));
    await transaction.putGraph({
      contexts: names.map((name, place) => ({
        ...BARE,
        typeId: place < pipelines.length ? pipeline.id : node.id,
        name,
      })),
      executions: steps.map((_, place) => ({ ...BARE, typeId: step.id, name: `${UUID}${place}` })),
      artifacts: written.map(() => ({ ...BARE, typeId: artifact.id })),
      associations: steps.flatMap((contexts, place) =>
        contexts.map((name) => ({ execution: { index: place }, context: { index: names.indexOf(name) } })),
      ),
      events: written.map(({ place, slot }, index) => ({
        artifact: { index },
        execution: { index: place },
        type: 'OUTPUT',
        path: [{ key: 'shards' }, { index: BigInt(slot) }],
      })),
      onExistingEdge: 'FAIL',
    });
  });
}
