import type { SqliteConnection } from './sqlite/connection.js';

/** Where a transaction goes back to when it is taken back alone; there is nothing of its own before it. */
export const SAVEPOINT = 'transaction_start';

/** When a commit takes on no more transactions. */
export interface CommitLimits {
  readonly maxTransactions: number;
  /** Since the first began. One that is done waits this long at most, and for one more that has begun by then. */
  readonly maxAgeMs: number;
}

/** A few times what a commit costs on a slow disk, so that there most of the time goes into work. */
const LIMITS: CommitLimits = { maxTransactions: 100, maxAgeMs: 50 };

/** A transaction in line. */
interface Job {
  readonly work: () => Promise<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
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
export class CommitQueue {
  readonly #open: () => Promise<SqliteConnection>;
  readonly #limits: CommitLimits;
  readonly #waiting: Job[] = [];
  #connection: SqliteConnection | undefined;
  #draining = false;

  constructor(open: () => Promise<SqliteConnection>, limits = LIMITS) {
    this.#open = open;
    this.#limits = limits;
  }

  /** The connection, for the work that is being run. */
  get connection(): SqliteConnection {
    if (this.#connection === undefined) throw new Error('no transaction is under way');
    return this.#connection;
  }

  /**
   * Runs work within a transaction. When the promise resolves, all that was written is on disk; when it rejects, nothing
   * was, unless the connection was lost during the commit, which is `UNAVAILABLE`. The work is run again where a later one
   * took the common transaction with it.
   */
  run<T>(work: () => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ work, resolve: resolve as (value: unknown) => void, reject });
      if (!this.#draining) void this.#drain();
    });
  }

  /** Lets go of the connection. Nobody may be using it any more. */
  async close(): Promise<void> {
    await this.#connection?.close();
  }

  async #drain(): Promise<void> {
    this.#draining = true;
    while (this.#waiting.length > 0) await this.#runBatch();
    this.#draining = false;
  }

  async #runBatch(): Promise<void> {
    const early = this.#waiting.length;
    try {
      await this.#begin();
    } catch (error) {
      // Those who came while it was tried have not waited long enough to give up.
      for (const job of this.#waiting.splice(0, early)) job.reject(error);
      return;
    }
    const outcomes = await this.#runJobs();
    if (outcomes.some(({ failed }) => !failed)) return this.#commit(outcomes);
    await this.#rollBack();
    for (const { tell } of outcomes) tell();
  }

  async #begin(): Promise<void> {
    if (this.#connection?.alive !== true) this.#connection = await this.#open();
    await this.#connection.runScript(`begin immediate; savepoint ${SAVEPOINT}`);
  }

  /** Runs what waits and what comes meanwhile. @returns what came of each, none of it on disk yet. */
  async #runJobs(): Promise<readonly Outcome[]> {
    const { maxTransactions, maxAgeMs } = this.#limits;
    const end = performance.now() + maxAgeMs;
    const outcomes: Outcome[] = [];
    for (let job = this.#waiting.shift(); job !== undefined; job = this.#waiting.shift()) {
      const outcome = await outcomeOf(job);
      const isLast = this.#waiting.length === 0 || outcomes.length + 1 >= maxTransactions || performance.now() >= end;
      // Neither a single failure nor a commit needs the savepoint any more.
      const isSettled = isLast && (!outcome.failed || outcomes.length === 0);
      try {
        if (!isSettled) await this.connection.runScript(outcome.failed ? TAKE_BACK : KEEP);
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
    this.#waiting.unshift(...before.map((outcome) => outcome.job));
    if (failed) tell();
    else job.reject(error);
  }

  async #commit(outcomes: readonly Outcome[]): Promise<void> {
    try {
      await this.connection.runScript('commit');
    } catch (error) {
      await this.#rollBack();
      for (const { job } of outcomes) job.reject(error);
      return;
    }
    for (const { tell } of outcomes) tell();
  }

  /** A connection that cannot roll back is given up, which rolls back too; the error that led here is the one to report. */
  async #rollBack(): Promise<void> {
    const { connection } = this;
    await connection.runScript('rollback').catch(() => connection.terminate());
  }
}

const TAKE_BACK = `rollback to savepoint ${SAVEPOINT}`;
const KEEP = `release savepoint ${SAVEPOINT}; savepoint ${SAVEPOINT}`;

async function outcomeOf(job: Job): Promise<Outcome> {
  try {
    const value = await job.work();
    return { job, failed: false, tell: () => job.resolve(value) };
  } catch (error) {
    return { job, failed: true, tell: () => job.reject(error) };
  }
}
