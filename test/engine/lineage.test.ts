import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../src/mlmd/open.js';
import { type Api, startTestApi } from '../support/api.js';
import { temporaryFolder } from '../support/backends.js';
import { Engine } from './support/engine.js';
import { askEngine, askUs, inEnginesWords, type LineageQuestion } from './support/lineage-question.js';
import { pythonWith } from './support/python.js';
import { putRandomGraph, registerTypes, somethingToAsk } from './support/random-lineage.js';

const python = pythonWith('ml_metadata');

describe.skipIf(python === undefined)("the engine's get_lineage_subgraph", () => {
  it('agrees with us on random graphs, whatever the direction, the hops, the starts and the ends', async () => {
    const { engine, api } = await openBoth(join(await temporaryFolder(), 'mlmd.db'));
    const typeIds = await registerTypes(engine);

    await fc.assert(
      fc.asyncProperty(somethingToAsk, async ({ graph, questions }) => {
        const ids = await putRandomGraph(engine, graph, typeIds);
        for (const { places, ...question } of questions) {
          const of = places.map((place) => ids[question.kind][place] ?? '');
          await expectAgreement(engine, api, { ...question, ids: of });
        }
      }),
      { seed: 20261122, numRuns: 40 },
    );
  });

  it.each(['cmf', 'kubeflow', 'tfx'])('agrees with us on all there is around each artifact of %s', async (name) => {
    const { engine, api } = await openBoth(await copyOfFixture(name));

    for (const id of await artifactIdsOf(api)) {
      for (const direction of ['UPSTREAM', 'DOWNSTREAM', 'ANY'] as const) {
        await expectAgreement(engine, api, { kind: 'ARTIFACT', ids: [id], direction, maxHops: 100 });
      }
    }
  });
});

/** One file, open in the engine and served by us at the same time. */
async function openBoth(path: string): Promise<{ readonly engine: Engine; readonly api: Api }> {
  const engine = new Engine(python ?? '', path);
  onTestFinished(() => engine.close());
  // Once it answers, the file is there.
  await engine.call('GetArtifacts', {});
  const store = await openStore(`sqlite:${path}`, { readOnly: true });
  onTestFinished(() => store.close());
  return { engine, api: await startTestApi(store) };
}

/**
 * The nodes are the same, and we say whether more hops would lead to more. The engine tells of the events that its walk crosses; we tell of every event between two of
 * the nodes, so that at the rim, and between nodes to stop at, we may have more.
 */
async function expectAgreement(engine: Engine, api: Api, question: LineageQuestion): Promise<void> {
  const theirs = await askEngine(engine, question);
  const answer = await askUs(api, question);

  const ours = inEnginesWords(answer, question);
  expect(ours.nodes).toEqual(theirs.nodes);
  expect(ours.events).toEqual(expect.arrayContaining([...theirs.events]));
  expect(theirs.events).toEqual(expect.arrayContaining([...ours.crossed]));
  const everything = await askEngine(engine, { ...question, maxHops: 100 });
  const isWhole = everything.nodes.length === theirs.nodes.length;
  expect(answer.completeness).toEqual({ complete: isWhole, reasons: isWhole ? [] : ['MAX_HOPS'] });
}

async function copyOfFixture(name: string): Promise<string> {
  const path = join(await temporaryFolder(), `${name}.mlmd`);
  await copyFile(fileURLToPath(new URL(`../fixtures/${name}.mlmd`, import.meta.url)), path);
  return path;
}

async function artifactIdsOf(api: Api): Promise<readonly string[]> {
  const { artifacts } = await api.read('{ artifacts(first: 100) { nodes { mlmdId } pageInfo { hasNextPage } } }');
  const { nodes, pageInfo } = artifacts as ArtifactPage;
  expect(nodes.length).toBeGreaterThan(0);
  expect(pageInfo.hasNextPage).toBe(false);
  return nodes.map(({ mlmdId }) => mlmdId);
}

interface ArtifactPage {
  readonly nodes: readonly { readonly mlmdId: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean };
}
