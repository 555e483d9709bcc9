import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { CommitQueue } from '../../../src/mlmd/sql/commit-queue.js';
import { SqliteConnection } from '../../../src/mlmd/sql/sqlite/connection.js';
import { SqliteSession } from '../../../src/mlmd/sql/sqlite/driver.js';
import { temporaryFolder } from '../../support/backends.js';

const UNBOUNDED = { maxTransactions: 1_000, maxAgeMs: 600_000 };

describe('transactions that wait', () => {
  it.each([
    [1, 'unbounded', UNBOUNDED],
    [4, 'five at a time', { ...UNBOUNDED, maxTransactions: 5 }],
    [20, 'while no time is left', { ...UNBOUNDED, maxAgeMs: 0 }],
  ])('share %i commits of twenty, %s', async (commits, _, limits) => {
    const { path, queue, insert } = await openQueue({ limits });
    const before = await commitsIn(path);

    await Promise.all(Array.from({ length: 20 }, (__, value) => queue.run(() => insert(value))));

    expect((await commitsIn(path)) - before).toBe(commits);
    expect(valuesIn(path)).toEqual(Array.from({ length: 20 }, (__, value) => value));
  });

  it('are taken back alone where their work fails', async () => {
    const { path, queue, insert } = await openQueue();
    const before = await commitsIn(path);

    const told = await Promise.allSettled(
      [1, 2, 2, 3].map((value) =>
        queue.run(async () => {
          await insert(value + 10);
          await insert(value);
          return value;
        }),
      ),
    );

    expect(told).toMatchObject([
      { value: 1 },
      { value: 2 },
      { status: 'rejected', reason: { code: 'ALREADY_EXISTS' } },
      { value: 3 },
    ]);
    expect(valuesIn(path)).toEqual([1, 2, 3, 11, 12, 13]);
    expect((await commitsIn(path)) - before).toBe(1);
  });

  it('are committed not at all where the work of all fails', async () => {
    const { path, queue, insert } = await openQueue();
    const before = await commitsIn(path);
    const failing = async () => {
      await insert(1);
      throw new Error('of the work');
    };

    const told = await Promise.allSettled([queue.run(failing), queue.run(failing)]);

    expect(told.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(valuesIn(path)).toEqual([]);
    expect(await commitsIn(path)).toBe(before);
  });

  it('are told nothing, of success or failure, before the common commit', async () => {
    const { path, queue, insert } = await openQueue();
    const told: string[] = [];
    const gate = openGate();
    const first = queue.run(() => insert(1)).then(() => told.push('first'));
    const twin = queue.run(() => insert(1)).catch(() => told.push('twin'));
    const last = queue.run(async () => {
      await insert(2);
      gate.arrive();
      await gate.opened;
    });

    await gate.arrived;
    const early = { told: [...told], values: valuesIn(path) };
    gate.open();
    await Promise.all([first, twin, last]);

    expect(early).toEqual({ told: [], values: [] });
    expect(told).toEqual(['first', 'twin']);
    expect(valuesIn(path)).toEqual([1, 2]);
  });

  it('run again where the thread dies in a later one, which fails', async () => {
    const { path, queue, insert } = await openQueue();
    let runs = 0;

    const told = await Promise.allSettled([
      queue.run(async () => {
        runs += 1;
        await insert(1);
      }),
      queue.run(async () => {
        await queue.connection.connection.terminate();
        await insert(2);
      }),
      queue.run(() => insert(3)),
    ]);

    expect(told).toMatchObject([
      { status: 'fulfilled' },
      { status: 'rejected', reason: { code: 'UNAVAILABLE' } },
      { status: 'fulfilled' },
    ]);
    expect(runs).toBe(2);
    expect(valuesIn(path)).toEqual([1, 3]);
  });

  // ROLLBACK as a conflict's resolution does what a full disk does: the transaction is gone.
  it.each(['throws', 'hides'])('run again where a later one loses the transaction and %s it', async (manner) => {
    const { path, queue, insert } = await openQueue();

    const told = await Promise.allSettled([
      queue.run(() => insert(1)),
      queue.run(async () => {
        const lost = queue.connection.connection.run('insert or rollback into t values (1)');
        await (manner === 'throws' ? lost : lost.catch(() => undefined));
      }),
      queue.run(() => insert(3)),
    ]);

    expect(told.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(valuesIn(path)).toEqual([1, 3]);
  });

  it('all fail with a commit that fails, and leave nothing behind', async () => {
    const { path, queue, insert } = await openQueue({ journal: 'delete', busyTimeoutMs: 50 });
    await queue.run(() => insert(0));
    const reader = new Database(path, { readonly: true });
    onTestFinished(() => void reader.close());
    const rows = reader.prepare('select * from t').iterate();
    rows.next();

    // The twin's failure rests on what the first wrote, which does not stay.
    const told = await Promise.allSettled([1, 1, 2].map((value) => queue.run(() => insert(value))));
    rows.return?.();

    const aborted = { status: 'rejected', reason: { code: 'ABORTED' } };
    expect(told).toMatchObject([aborted, aborted, aborted]);
    expect(valuesIn(path)).toEqual([0]);
    await queue.run(() => insert(1));
    expect(valuesIn(path)).toEqual([0, 1]);
  });

  it('give up together on a file that stays busy', async () => {
    const { path, queue, insert } = await openQueue({ busyTimeoutMs: 50 });
    const other = new Database(path);
    onTestFinished(() => void other.close());
    other.exec('begin immediate');

    const told = await Promise.allSettled([1, 2].map((value) => queue.run(() => insert(value))));
    other.exec('rollback');
    await queue.run(() => insert(3));

    const aborted = { status: 'rejected', reason: { code: 'ABORTED' } };
    expect(told).toMatchObject([aborted, aborted]);
    expect(valuesIn(path)).toEqual([3]);
  });
});

interface QueueOptions {
  readonly limits?: typeof UNBOUNDED;
  readonly journal?: 'wal' | 'delete';
  readonly busyTimeoutMs?: number;
}

/** A queue over a file with one table of distinct values. */
async function openQueue({ limits = UNBOUNDED, journal = 'wal', busyTimeoutMs = 10_000 }: QueueOptions = {}) {
  const path = join(await temporaryFolder(), 'queue.db');
  const setUp = new Database(path);
  setUp.pragma(`journal_mode = ${journal}`);
  setUp.exec('create table t (value unique)');
  // A connection that stays open keeps the log from being worked into the file.
  onTestFinished(() => void setUp.close());
  const open = async () =>
    new SqliteSession(await SqliteConnection.open({ path, mode: 'WRITE', pragmas: [] }, busyTimeoutMs));
  const queue = new CommitQueue(open, limits);
  onTestFinished(() => queue.close());
  const insert = (value: number) => queue.connection.connection.run('insert into t values (?)', [BigInt(value)]);
  return { path, queue, insert };
}

/** The values that are on disk, in order. */
function valuesIn(path: string): readonly number[] {
  const database = new Database(path, { readonly: true });
  try {
    return database.prepare<[], number>('select value from t order by value').pluck().all();
  } finally {
    database.close();
  }
}

/** How many commits are in a file's write-ahead log. @see https://www.sqlite.org/fileformat.html, section 4.1 */
async function commitsIn(path: string): Promise<number> {
  const log = await readFile(`${path}-wal`);
  const frameBytes = 24 + log.readUInt32BE(8);
  let commits = 0;
  // The second number of a frame's header is the size of the file after a commit, and 0 for all other frames.
  for (let frame = 32; frame + frameBytes <= log.length; frame += frameBytes) {
    if (log.readUInt32BE(frame + 4) > 0) commits += 1;
  }
  return commits;
}

/** Where a test waits for a transaction to arrive, and the transaction for the test to let it go on. */
function openGate() {
  let arrive = () => {};
  let open = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { arrived, opened, arrive: () => arrive(), open: () => open() };
}
