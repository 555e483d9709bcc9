import { isDeepStrictEqual } from 'node:util';
import { isWrite } from '../../../src/mlmd/wire/rpc.js';
import type { Difference } from './differences.js';
import type { Random } from './random.js';
import { readBack, readEverything } from './read-back.js';
import { nextStep } from './requests/index.js';
import type { Outcome, Side } from './side.js';
import { endsTheEngine, type Step, textOf } from './step.js';
import { World } from './world.js';

/** Two services with stores that hold the same. */
export interface Pair {
  readonly engine: Side;
  readonly ours: Side;
  /** Where they are meant to differ. */
  readonly differences: readonly Difference[];
  /** Evens out what a write may have left behind unseen. */
  afterWrite(): Promise<void>;
  close(): Promise<void>;
}

/** Two outcomes that nothing explains, with all the steps that led there; the last is the one that gave them. */
export interface Disagreement {
  readonly steps: readonly Step[];
  readonly engine: Outcome;
  readonly ours: Outcome;
}

/** What became of a sequence. */
export interface Played {
  readonly steps: number;
  readonly disagreement?: Disagreement | undefined;
  /** The differences that were met, once for each time. */
  readonly met: readonly Difference[];
}

/** Where the steps of a sequence come from: the next, given what is known; undefined at the end. */
export type Source = (world: World) => Step | undefined;

/** As many random steps as asked for. Everything that is there is read now and then, and at the end. */
export function randomSteps(random: Random, length: number): Source {
  const waiting: Step[] = [];
  let made = 0;
  return (world) => {
    if (waiting.length > 0) return waiting.shift();
    if (made === length) return undefined;
    made += 1;
    if (made % 200 === 0 || made === length) waiting.push(...readEverything(world));
    return nextStep(random, world);
  };
}

/**
 * Plays a sequence until it ends, the services disagree, or a difference parts their stores.
 *
 * @param readsBack - after each write reads what it answered with, which is how the source gets to know of it.
 */
export async function play(
  pair: Pair,
  source: Source,
  { readsBack }: { readonly readsBack: boolean },
): Promise<Played> {
  const world = new World();
  const steps: Step[] = [];
  const met: Difference[] = [];
  const waiting: Step[] = [];
  let lastWriteMs = 0;
  for (;;) {
    const step = waiting.shift() ?? source(world);
    if (step === undefined) return { steps: steps.length, met };
    if (endsTheEngine(step.request)) continue;
    steps.push(step);
    // Times are whole milliseconds: only in a new one can a write be seen to move them.
    while (isWrite(step.rpc) && Date.now() <= lastWriteMs) await new Promise(setImmediate);
    const [engine, ours] = await Promise.all([pair.engine.play(step), pair.ours.play(step)]);
    if (isWrite(step.rpc)) {
      lastWriteMs = Date.now();
      await pair.afterWrite();
    }
    if (!isDeepStrictEqual(engine.comparable, ours.comparable)) {
      const difference = pair.differences.find(({ explains }) => explains(step, engine, ours, world));
      if (difference === undefined) return { steps: steps.length, met, disagreement: { steps, engine, ours } };
      met.push(difference);
      if (difference.parts) return { steps: steps.length, met };
    }
    for (const { message } of engine.replies) {
      if (message === undefined) continue;
      world.see(message);
      if (readsBack && isWrite(step.rpc)) waiting.push(...readBack(message));
    }
  }
}

/** A disagreement as text: the steps, and what each side made of the last. */
export function report({ steps, engine, ours }: Disagreement): string {
  const lines = steps.map(
    ({ rpc, request, nextPages }) => `${rpc} ${textOf(request)}${nextPages ? ` then ${textOf(nextPages)}` : ''}`,
  );
  const side = (name: string, { comparable, replies }: Outcome) => {
    const last = replies.at(-1);
    return `${name}: ${textOf(comparable)} ${last?.message === undefined ? last?.text : ''}`;
  };
  return [...lines, side('the engine', engine), side('we        ', ours)].join('\n');
}
