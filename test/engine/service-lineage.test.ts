import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ArtifactId } from '../../src/mlmd/model.js';
import { openStore } from '../../src/mlmd/open.js';
import {
  LineageSubgraphQueryOptions_Direction as Direction,
  type LineageSubgraphQueryOptions,
} from '../../src/mlmd/wire/generated/ml_metadata/proto/metadata_store.js';
import { temporaryFolder } from '../support/backends.js';
import { BARE, seed, seedTypes } from '../support/seed.js';
import { serveBoth } from './support/both-services.js';
import { Engine } from './support/engine.js';
import { pythonWith } from './support/python.js';
import { putRandomGraph, type RandomQuestion, registerTypes, somethingToAsk } from './support/random-lineage.js';
import { writeRandomStore } from './support/random-store.js';

const python = pythonWith('ml_metadata', 'grpc');

const DIRECTIONS = { UPSTREAM: Direction.UPSTREAM, DOWNSTREAM: Direction.DOWNSTREAM, ANY: Direction.BIDIRECTIONAL };

describe.skipIf(python === undefined)('GetLineageSubgraph', { timeout: 120_000 }, () => {
  it('answers over random graphs as the engine does, whatever the direction, the hops, the starts and the ends', async () => {
    const path = join(await temporaryFolder(), 'mlmd.db');
    const engine = new Engine(python ?? '', path);
    onTestFinished(() => engine.close());
    const typeIds = await registerTypes(engine);
    const { agree } = await serveBoth(python ?? '', path);

    await fc.assert(
      fc.asyncProperty(
        somethingToAsk,
        fc.boolean(),
        fc.boolean(),
        async ({ graph, questions }, artifacts, executions) => {
          const ids = await putRandomGraph(engine, graph, typeIds);
          for (const question of questions) {
            const start = question.places.map((place) => ids[question.kind][place] ?? '');
            await agree('getLineageSubgraph', {
              lineageSubgraphQueryOptions: optionsOf(question, start, { artifacts, executions }),
            });
          }
        },
      ),
      { seed: 20_261_122, numRuns: 40 },
    );
  });

  it.each(['cmf', 'kubeflow', 'tfx', 'random'])(
    'tells of all there is around each node of %s, as the engine does',
    async (name) => {
      const { agree, ours } = await serveBoth(python ?? '', await storeOf(name));
      const { artifacts } = await ours.getArtifacts({});
      const { executions } = await ours.getExecutions({});

      for (const direction of Object.values(DIRECTIONS)) {
        for (const { id } of artifacts) {
          const startingNodes = { $case: 'startingArtifacts', value: { filterQuery: `id = ${id}` } } as const;
          await agree('getLineageSubgraph', { lineageSubgraphQueryOptions: { startingNodes, direction } });
        }
        for (const { id } of executions) {
          const startingNodes = { $case: 'startingExecutions', value: { filterQuery: `id = ${id}` } } as const;
          const options = { startingNodes, direction, maxNumHops: 3n };
          await agree('getLineageSubgraph', { lineageSubgraphQueryOptions: options });
        }
      }
      expect(artifacts.length + executions.length).toBeGreaterThan(5);
    },
  );

  it('begins at as many nodes as the engine does', async () => {
    const path = join(await temporaryFolder(), 'mlmd.db');
    const store = await openStore(`sqlite:${path}`, { readOnly: false });
    await seed(store, Array.from({ length: 110 }, (_, place) => `a${place} > step`).join('\n'));
    await store.close();
    const { agree } = await serveBoth(python ?? '', path);
    const startingNodes = { $case: 'startingArtifacts', value: { filterQuery: 'id > 0' } } as const;

    const answer = await agree('getLineageSubgraph', {
      lineageSubgraphQueryOptions: { startingNodes, maxNumHops: 0n },
    });

    expect(answer?.lineageSubgraph?.artifacts).toHaveLength(101);
  });

  it('walks over artifacts that do not exist as the engine does, and keeps the events', async () => {
    const path = join(await temporaryFolder(), 'mlmd.db');
    const store = await openStore(`sqlite:${path}`, { readOnly: false });
    await store.transaction(async (transaction) => {
      const { execution: typeId } = await seedTypes(transaction);
      await transaction.putGraph({
        executions: [
          { ...BARE, typeId },
          { ...BARE, typeId },
        ],
        events: [0, 1].map((index) => {
          return { artifact: { id: 999n as ArtifactId }, execution: { index }, type: 'INPUT', path: [] };
        }),
        onExistingEdge: 'FAIL',
        onMissingEnd: 'WRITE',
      });
    });
    await store.close();
    const { agree } = await serveBoth(python ?? '', path);
    const startingNodes = { $case: 'startingExecutions', value: { filterQuery: 'id = 1' } } as const;
    const readMask = ['executions', 'events'];

    const answer = await agree('getLineageSubgraph', { lineageSubgraphQueryOptions: { startingNodes }, readMask });

    expect(answer?.lineageSubgraph?.executions).toHaveLength(2);
    expect(answer?.lineageSubgraph?.events).toHaveLength(2);
  });

  it('takes, refuses and masks what the engine does', async () => {
    const { agree } = await serveBoth(python ?? '', await storeOf('kubeflow'));
    const startingNodes = { $case: 'startingArtifacts', value: { filterQuery: 'id < 3' } } as const;
    const fields = ['artifact_types', 'execution_types', 'context_types', 'artifacts', 'executions', 'contexts'];

    for (const readMask of [
      ...[...fields, 'events', 'attributions', 'associations', 'parent_contexts'].map((field) => [field]),
      [],
      ['artifacts.id'],
      ['artifacts.id', 'events'],
      ['Artifacts', 'artifactTypes', 'none', ''],
      ['events', 'contexts', 'events'],
    ]) {
      await agree('getLineageSubgraph', { lineageSubgraphQueryOptions: { startingNodes }, readMask });
    }
    await agree('getLineageSubgraph', {});
    for (const options of oddOptions(startingNodes)) {
      await agree('getLineageSubgraph', { lineageSubgraphQueryOptions: options });
    }
  });
});

/** What differs from a plain question in one thing, or in two. */
function oddOptions(
  startingNodes: NonNullable<LineageSubgraphQueryOptions['startingNodes']>,
): readonly LineageSubgraphQueryOptions[] {
  const from = (filterQuery?: string): LineageSubgraphQueryOptions['startingNodes'][] => [
    { $case: 'startingArtifacts', value: { filterQuery } },
    { $case: 'startingExecutions', value: { filterQuery } },
  ];
  const starts = [undefined, '', ' ', 'id = 999', 'id', 'nonsense =', 'id > 0', "type = 'none'"].flatMap((text) =>
    from(text),
  );
  const hops = [undefined, -1n, 0n, 1n, 100n, 101n, 2n ** 62n, -(2n ** 63n)];
  const directions = [undefined, 0, 1, 2, 3, 4, -1];
  const endings = [undefined, '', ' ', 'id > 0', 'id = 1', 'nonsense =', 'last_known_state = COMPLETE', 'uri LIKE "%"'];
  const flags = [undefined, false, true];
  return [
    { startingNodes: undefined },
    ...starts.map((start) => ({ startingNodes: start })),
    ...hops.map((maxNumHops) => ({ startingNodes, maxNumHops })),
    ...directions.map((direction) => ({ startingNodes, direction })),
    ...[0n, 1n, 2n, 9n].flatMap((maxNumHops) =>
      endings.flatMap((filterQuery) =>
        flags.flatMap((includeEndingNodes) => [
          { startingNodes, maxNumHops, endingArtifacts: { filterQuery, includeEndingNodes } },
          { startingNodes, maxNumHops, endingExecutions: { filterQuery, includeEndingNodes } },
        ]),
      ),
    ),
  ];
}

function optionsOf(
  { kind, direction, maxHops, stopAt }: RandomQuestion,
  start: readonly string[],
  keep: { readonly artifacts: boolean; readonly executions: boolean },
): LineageSubgraphQueryOptions {
  const ending = (type: string | undefined, includeEndingNodes: boolean) =>
    type === undefined ? undefined : { filterQuery: `type = '${type}'`, includeEndingNodes };
  return {
    startingNodes: {
      $case: kind === 'ARTIFACT' ? 'startingArtifacts' : 'startingExecutions',
      value: { filterQuery: `id IN (${start.join(', ')})` },
    },
    direction: DIRECTIONS[direction],
    maxNumHops: BigInt(maxHops),
    endingArtifacts: ending(stopAt?.artifacts, keep.artifacts),
    endingExecutions: ending(stopAt?.executions, keep.executions),
  };
}

async function storeOf(name: string): Promise<string> {
  const path = join(await temporaryFolder(), `${name}.mlmd`);
  if (name === 'random') await writeRandomStore(path, 7);
  else await copyFile(fileURLToPath(new URL(`../fixtures/${name}.mlmd`, import.meta.url)), path);
  return path;
}
