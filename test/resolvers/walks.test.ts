import { describe, expect, it } from 'vitest';
import { logExecution } from '../../src/recording/index.js';
import type { RequestContext } from '../../src/resolvers/request-context.js';
import { lineageOf } from '../../src/resolvers/walks/lineage.js';
import { createRequestContext } from '../../src/server/context.js';
import { DEFAULT_LIMITS } from '../server/support/limits.js';
import { startTestApi } from '../support/api.js';
import { backends, keptInteger } from '../support/backends.js';
import { refOf, seed } from '../support/seed.js';
import { BIG, storyClock, tellStory } from '../support/story.js';

const INPUT = {
  direction: 'DOWNSTREAM',
  preset: 'EVERYTHING',
  maxHops: 6,
  maxNodes: 100,
  maxNeighborsPerNode: 100,
} as const;

describe.each(backends)('$name: a walk', (backend) => {
  const { open } = backend;

  it('that has no time left answers with what it has, and says so', async () => {
    const store = await open();
    const seeded = await seed(store, 'rows > train > model');
    const request = createRequestContext({ store, limits: DEFAULT_LIMITS, version: '0.0.0' });
    // The share of the time that is for walking is over, and the rest is there to answer in.
    const late: RequestContext = { ...request, deadline: { remainingMs: () => 0.3 * DEFAULT_LIMITS.deadlineMs } };

    const { entries, completeness } = await lineageOf(late, [refOf(seeded, 'rows')], INPUT);

    expect(entries).toMatchObject([{ distance: 0, expanded: false }]);
    expect(completeness).toMatchObject({
      complete: false,
      reasons: ['DEADLINE'],
      frontier: [{ direction: 'DOWNSTREAM', unexplored: 1 }],
    });
  });

  it('goes through what it leaves out of the rows of an impact', async () => {
    const store = await open();
    await seed(store, 'rows > clean > table > train > model');
    const { read } = await startTestApi(store);

    const { impact } = await read(`{
      impact(of: ["artifact:1"], filter: { artifacts: { name: { eq: "model" } } }) {
        totalCount
        edges { distance node { displayName } witness { nodes { displayName } } }
      }
    }`);

    expect(impact).toEqual({
      totalCount: 1,
      edges: [
        {
          distance: 4,
          node: { displayName: 'model' },
          witness: { nodes: ['rows', 'clean', 'table', 'train', 'model'].map((displayName) => ({ displayName })) },
        },
      ],
    });
  });

  it('is paged through by its rows, nearest first', async () => {
    const store = await open();
    await seed(store, 'rows > a; rows > b > table; rows > c');
    const { read } = await startTestApi(store);
    const rows: string[] = [];

    for (let after = ''; ; ) {
      const { impact } = await read(
        `{ impact(of: ["artifact:1"], first: 1${after}) { totalCount pageInfo { hasNextPage endCursor } nodes { displayName } } }`,
      );
      rows.push(impact.nodes[0].displayName);
      expect(impact.totalCount).toBe(4);
      if (!impact.pageInfo.hasNextPage) break;
      after = `, after: "${impact.pageInfo.endCursor}"`;
    }

    expect(rows).toEqual(['a', 'b', 'c', 'table']);
  });

  it('from the roots of an impact lists none of them, though one leads to another', async () => {
    const store = await open();
    await seed(store, 'rows > train > model');
    const { read } = await startTestApi(store);

    const { impact } = await read('{ impact(of: ["artifact:1", "artifact:2"]) { nodes { displayName } } }');

    expect(impact.nodes).toEqual([{ displayName: 'train' }]);
  });

  it('around a cycle ends', async () => {
    const store = await open();
    await seed(store, 'a > step > b > back > a');
    const { read } = await startTestApi(store);

    const { lineage } = await read(
      '{ lineage(of: ["artifact:1"], input: { maxHops: 100 }) { entries { side node { displayName } } completeness { complete } } }',
    );

    expect(lineage.completeness.complete).toBe(true);
    expect(
      lineage.entries.map(
        ({ side, node }: { side: string; node: { displayName: string } }) => `${node.displayName} ${side}`,
      ),
    ).toEqual(['a ROOT', 'step BOTH', 'back BOTH', 'b BOTH']);
  });

  it('of a run that is larger than asked for says what is left out', async () => {
    const store = await open();
    await tellStory(store, storyClock(), keptInteger(backend, BIG));
    const { read } = await startTestApi(store);

    const { run } = await read(`{
      run(by: { id: "run:2" }) {
        graph(maxNodes: 2) {
          roots { id } entries { distance expanded node { id } } edges { target }
          completeness { complete reasons frontier { edges { unexplored direction node { id } } } }
        }
      }
    }`);

    expect(run.graph).toEqual({
      roots: [{ id: 'execution:1' }],
      entries: [
        { distance: 0, expanded: false, node: { id: 'execution:1' } },
        { distance: 1, expanded: true, node: { id: 'artifact:1' } },
      ],
      edges: [{ target: 'execution:1' }],
      completeness: {
        complete: false,
        reasons: ['MAX_NODES'],
        frontier: { edges: [{ unexplored: 2, direction: 'DOWNSTREAM', node: { id: 'execution:1' } }] },
      },
    });
  });
});

describe.each(backends)('$name: the metrics of a run', ({ open }) => {
  const METRICS = '{ run(by: { id: "run:2" }) { metrics { name value } } }';

  it('are those of all its artifacts, or none and the limit that they are over', async () => {
    const store = await open();
    const score = (name: string, value: number) => ({
      artifact: { metrics: { name, uri: `file:///${name}`, values: [{ name: 'accuracy', value }] } },
    });
    await logExecution(
      store,
      {
        execution: { workspace: { name: 'lab' }, run: { name: 'nightly' }, name: 'evaluate' },
        inputs: [],
        outputs: [score('first', 0.5), score('second', 0.25), score('third', 0.125)],
      },
      { now: storyClock() },
    );
    const enough = await startTestApi(store, { limits: { maxNodes: 3 } });
    const tooFew = await startTestApi(store, { limits: { maxNodes: 2 } });

    const { run } = await enough.read(METRICS);
    const { errors } = await tooFew.ask(METRICS);

    expect(run.metrics.map(({ value }: { readonly value: number }) => value)).toEqual([0.5, 0.25, 0.125]);
    expect(errors).toMatchObject([
      {
        message: 'The number of metrics of one run 3 is over the limit of 2 (--max-nodes).',
        extensions: { code: 'LIMIT_EXCEEDED', limit: 'maxNodes', setting: '--max-nodes' },
      },
    ]);
  });
});
