import { afterAll, describe, expect, it } from 'vitest';
import { RPCS } from '../../src/mlmd/wire/rpc.js';
import { openPair } from './differential/pair.js';
import { fitted, PLACES } from './differential/place.js';
import { Random } from './differential/random.js';
import { nextStep } from './differential/requests/index.js';
import { type Played, play, randomSteps, report, type Source } from './differential/sequence.js';
import { shrink } from './differential/shrink.js';
import type { Step } from './differential/step.js';
import { World } from './differential/world.js';
import { LineProcess } from './support/line-process.js';
import { pythonWith } from './support/python.js';

const python = pythonWith('ml_metadata', 'grpc');

// Always the same, so that what fails is what changed. Others are tried on purpose: MLMD_SEED=<any other number>.
const SEEDS = process.env.MLMD_SEED ? [Number(process.env.MLMD_SEED)] : [1, 2, 3, 36_810_096];
/** Of each seed, at least. For a longer run: MLMD_STEPS=50000 npx vitest run test/engine/differential.test.ts */
const STEPS = Number(process.env.MLMD_STEPS || 1_000);
/** Of each sequence, which has new stores, before what is read back. */
const SEQUENCE = 200;

describe('random requests', () => {
  it('are of every call that there is', () => {
    const random = new Random(1);
    const world = new World();

    const made = new Set(Array.from({ length: 20_000 }, () => nextStep(random, world).rpc));

    expect([...made].sort()).toEqual(Object.keys(RPCS).sort());
  });
});

describe.skipIf(python === undefined)('random requests to our service and to the real engine', () => {
  const engines = new LineProcess(python as string, 'engine_server.py', '--memory');
  afterAll(() => engines.end());

  it.each(SEEDS)('have the same replies, from seed %i', { timeout: 60_000 + 60 * STEPS }, async (seed) => {
    const random = new Random(seed);
    let steps = 0;
    while (steps < STEPS) {
      const played = await inNewPair(randomSteps(random, SEQUENCE));
      steps += played.steps;
      if (played.disagreement === undefined) continue;
      const least = await shrink(played.disagreement, (source) => inNewPair(source, { readsBack: false }));
      expect.fail(`They disagree at step ${steps} of MLMD_SEED=${seed}. In the fewest steps:\n${report(least)}`);
    }
    expect(steps).toBeGreaterThanOrEqual(STEPS);
  });

  async function inNewPair(source: Source, options = { readsBack: true }): Promise<Played> {
    const pair = await openPair(engines);
    try {
      return await play(pair, source, options);
    } finally {
      await pair.close();
    }
  }
});

describe.skipIf(python === undefined).each(PLACES)('random requests to both over $name', (place) => {
  const engines = new LineProcess(python as string, 'engine_server.py', '--each');
  afterAll(() => engines.end());

  it('have the same replies', { timeout: 120_000 }, async () => {
    const random = new Random(SEEDS[0] ?? 1);
    let steps = 0;
    while (steps < STEPS_ON_SERVERS) {
      const pair = await openPair(engines, place);
      const source = randomSteps(random, 60);
      const played = await play(pair, (world) => mapped(source(world)), { readsBack: true });
      await pair.close();
      if (played.disagreement !== undefined) expect.fail(`They disagree:\n${report(played.disagreement)}`);
      steps += played.steps;
    }

    expect(steps).toBeGreaterThanOrEqual(STEPS_ON_SERVERS);
  });
});

/** After each write both databases are levelled, which takes its time. */
const STEPS_ON_SERVERS = Number(process.env.MLMD_STEPS || 300);

function mapped(step: Step | undefined): Step | undefined {
  return step && fitted(step);
}
