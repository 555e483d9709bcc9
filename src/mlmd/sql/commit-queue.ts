import { setTimeout as sleep } from 'node:timers/promises';
import type { WriteConnection } from './connection.js';
import { PassingFailure } from './passing-failure.js';

/** When a commit takes on no more transactions. */
export interface CommitLimits {
  readonly maxTransactions: number;
  /** Since the first began. One that is done waits this long at most, and for one more that has begun by then. */
  readonly maxAgeMs: number;
}

/** A few times what a commit costs on a slow disk, so that there most of the time goes into work. */
const LIMITS: CommitLimits = { maxTransactions: 100, maxAgeMs: 50 };

/** How long what failed in passing is run again: half of what a request gets, and longer than most failovers within a zone. */
const RETRY_MS = 5_000;

/** Pauses before another try double from the first to the last, each cut by chance to between half and all of it. */
const PAUSES_MS = { first: 10, last: 500 };

/** A transaction in line. */
interface Job {
  readonly work: () => Promise<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
  /** Until when it is run again. */
  readonly retryUntil: number;
}

/** A transaction that has run, and what it is to be told when that is on disk. */
interface Outcome {
  readonly job: Job;
  readonly failed: boolean;
  readonly tell: () => void;
}

/**
 * Transactions on one connection, one after the other, where those that wait share a commit.
 *
 * Each runs within a savepoint of its own and is taken back alone when its work fails. Whatever it is to be told, success
 * or failure, waits for the commit, as a transaction sees what those before it wrote: nobody learns of what might not stay.
 */
export class CommitQueue<C extends WriteConnection> {
  readonly #open: () => Promise<C>;
  readonly #limits: CommitLimits;
  readonly #waiting: Job[] = [];
  #connection: C | undefined;
  #draining = false;
  /** Batches that failed in passing since one went well. */
  #failures = 0;

  constructor(open: () => Promise<C>, limits = LIMITS) {
    this.#open = open;
    this.#limits = limits;
  }

  /** The connection, for the work that is being run. */
  get connection(): C {
    if (this.#connection === undefined) throw new Error('no transaction is under way');
    return this.#connection;
  }

  /**
   * Runs work within a transaction. When the promise resolves, all that was written is on disk; when it rejects, nothing
   * was, unless the connection was lost during the commit, which is `UNAVAILABLE`. The work is run again where a later one
   * took the common transaction with it, and for some seconds after a {@link PassingFailure}.
   */
  run<T>(work: () => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const retryUntil = performance.now() + RETRY_MS;
      this.#waiting.push({ work, resolve: resolve as (value: unknown) => void, reject, retryUntil });
      if (!this.#draining) void this.#drain();
    });
  }

  /** Lets go of the connection. Nobody may be using it any more. */
  async close(): Promise<void> {
    await this.#connection?.close();
  }

  async #drain(): Promise<void> {
    this.#draining = true;
    while (this.#waiting.length > 0) {
      await this.#runBatch();
      if (this.#failures > 0) await sleep(pauseMs(this.#failures));
    }
    this.#draining = false;
  }

  async #runBatch(): Promise<void> {
    const early = this.#waiting.length;
    try {
      await this.#begin();
    } catch (error) {
      // Those who came while it was tried have not waited long enough to give up.
      this.#tryAgain(this.#waiting.splice(0, early), error);
      return;
    }
    const outcomes = await this.#runJobs();
    if (outcomes.length > 0) this.#failures = 0;
    if (outcomes.some(({ failed }) => !failed)) return this.#commit(outcomes);
    await this.connection.rollBack();
    for (const { tell } of outcomes) tell();
  }

  async #begin(): Promise<void> {
    if (this.#connection?.alive !== true) this.#connection = await this.#open();
    await this.#connection.begin();
  }

  /** Runs what waits and what comes meanwhile. @returns what came of each, none of it on disk yet. */
  async #runJobs(): Promise<readonly Outcome[]> {
    const { maxTransactions, maxAgeMs } = this.#limits;
    const end = performance.now() + maxAgeMs;
    const outcomes: Outcome[] = [];
    for (let job = this.#waiting.shift(); job !== undefined; job = this.#waiting.shift()) {
      const outcome = await outcomeOf(job);
      const { lost } = this.connection;
      if (lost !== undefined) {
        this.#tryAgain([...outcomes.map((before) => before.job), job], lost);
        return [];
      }
      const isLast = this.#waiting.length === 0 || outcomes.length + 1 >= maxTransactions || performance.now() >= end;
      // Neither a single failure nor a commit needs the savepoint any more, unless a failure was hidden from us.
      const isSettled = isLast && (outcome.failed ? outcomes.length === 0 : !this.connection.aborted);
      try {
        if (!isSettled) await (outcome.failed ? this.connection.takeBack() : this.connection.keep());
      } catch (error) {
        this.#startAgain(outcomes, outcome, error);
        return [];
      }
      outcomes.push(outcome);
      if (isLast) break;
    }
    return outcomes;
  }

  /** The transaction is gone: with a full disk, or with its thread. Those before are not to blame, and run again. */
  #startAgain(before: readonly Outcome[], { failed, job, tell }: Outcome, error: unknown): void {
    const jobs = before.map((outcome) => outcome.job);
    if (error instanceof PassingFailure) {
      this.#tryAgain([...jobs, job], error);
      return;
    }
    this.#waiting.unshift(...jobs);
    if (failed) tell();
    else job.reject(error);
  }

  async #commit(outcomes: readonly Outcome[]): Promise<void> {
    try {
      await this.connection.commit();
    } catch (error) {
      await this.connection.rollBack();
      const jobs = outcomes.map(({ job }) => job);
      this.#tryAgain(jobs, error);
      return;
    }
    for (const { tell } of outcomes) tell();
  }

  /** Puts the transactions back in front of the line where that may help and their time is not over. */
  #tryAgain(jobs: readonly Job[], error: unknown): void {
    const now = performance.now();
    const isPassing = error instanceof PassingFailure;
    const again = jobs.filter(({ retryUntil }) => isPassing && now < retryUntil);
    for (const job of jobs) if (!again.includes(job)) job.reject(error);
    this.#waiting.unshift(...again);
    this.#failures = isPassing ? this.#failures + 1 : 0;
  }
}

function pauseMs(failures: number): number {
  return Math.min(PAUSES_MS.first * 2 ** (failures - 1), PAUSES_MS.last) * (0.5 + Math.random() / 2);
}

async function outcomeOf(job: Job): Promise<Outcome> {
  try {
    const value = await job.work();
    return { job, failed: false, tell: () => job.resolve(value) };
  } catch (error) {
    return { job, failed: true, tell: () => job.reject(error) };
  }
}
