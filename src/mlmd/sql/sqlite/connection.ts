import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { MetadataError } from '../../../errors.js';
import { isBusy, SqliteFailure, toMetadataError } from './errors.js';
import type { SqliteOptions, SqliteOutcome, SqliteRequest, SqliteResponse, SqliteStatement } from './worker.js';

/** package.json maps this to the compiled worker, so that it is found from dist/ and from the sources alike. */
const WORKER = createRequire(import.meta.url).resolve('#sqlite-worker');

/** Pauses between tries on a busy file; the last one repeats. SQLite's own busy handler waits about like this. */
const BUSY_PAUSES_MS = [1, 2, 5, 10, 15, 20, 25, 50, 100];

/** The rows of a statement that returns some. Integers are `bigint`. */
export type SqliteRows = readonly unknown[];

/** A statement as whoever runs it says it. */
type Unsent = SqliteStatement extends infer S ? (S extends SqliteStatement ? Omit<S, 'id'> : never) : never;

interface Pending {
  readonly sql: string | undefined;
  readonly resolve: (rows: SqliteRows) => void;
  readonly reject: (error: Error) => void;
}

/**
 * One SQLite connection in a thread of its own. Statements run in the order in which they were sent; those sent without
 * waiting for each other travel together. It keeps the process alive only while a statement is under way.
 */
export class SqliteConnection {
  readonly #worker: Worker;
  readonly #busyTimeoutMs: number;
  readonly #pending = new Map<number, Pending>();
  #outbox: SqliteStatement[] = [];
  readonly #exited: Promise<void>;
  #lastId = 0;
  #failure: MetadataError | undefined;

  private constructor(options: SqliteOptions, busyTimeoutMs: number) {
    this.#busyTimeoutMs = busyTimeoutMs;
    // The worker is plain compiled code: what Node was told of how to run the main program is not meant for it.
    this.#worker = new Worker(WORKER, { workerData: options, execArgv: [] });
    this.#worker.unref();
    this.#worker.on('message', (responses: readonly SqliteResponse[]) => {
      for (const response of responses) this.#settle(response);
    });
    this.#worker.on('error', (cause) => this.#fail(cause));
    this.#exited = new Promise((resolve) => {
      this.#worker.on('exit', () => {
        this.#fail();
        resolve();
      });
    });
  }

  /** Opens a connection. Throws as {@link run} does. */
  static async open(options: SqliteOptions, busyTimeoutMs: number): Promise<SqliteConnection> {
    return retryBusy(busyTimeoutMs, async () => {
      const connection = new SqliteConnection(options, busyTimeoutMs);
      try {
        await connection.#expect(0, undefined);
        return connection;
      } catch (error) {
        await connection.close();
        throw error;
      }
    });
  }

  /** False once the thread has ended, whatever ended it. */
  get alive(): boolean {
    return this.#failure === undefined;
  }

  /**
   * Runs one statement. A busy file is waited for, without holding up anything else, as long as the store's busy timeout
   * allows. Throws MetadataError; its `cause` is a {@link SqliteFailure} where SQLite refused.
   */
  run(sql: string, parameters: readonly unknown[] = []): Promise<SqliteRows> {
    return this.#try({ sql, parameters });
  }

  /**
   * Runs one statement for each row of parameters, in order, up to the first that fails: see {@link run}.
   *
   * @returns a row `{ id }` for each, with the id of the row that it inserted; null where it inserted none.
   */
  runEach(sql: string, rows: readonly (readonly unknown[])[]): Promise<SqliteRows> {
    return this.#try({ sql, rows });
  }

  /** Runs several statements without parameters, up to the first that fails: see {@link run}. A busy one is tried again with those before it. */
  async runScript(script: string): Promise<void> {
    await this.#try({ script });
  }

  /** Closes the connection after the statements already sent. */
  async close(): Promise<void> {
    this.#worker.ref();
    this.#post();
    this.#worker.postMessage('close' satisfies SqliteRequest);
    await this.#exited;
  }

  /** Ends the thread at once; SQLite rolls back what it was doing. */
  async terminate(): Promise<void> {
    await this.#worker.terminate();
  }

  #try(statement: Unsent): Promise<SqliteRows> {
    return retryBusy(this.#busyTimeoutMs, () => {
      if (this.#failure !== undefined) return Promise.reject(this.#failure);
      this.#lastId += 1;
      // Posted when all that can go on without an answer has done so.
      if (this.#outbox.length === 0) process.nextTick(() => this.#post());
      this.#outbox.push({ ...statement, id: this.#lastId });
      return this.#expect(this.#lastId, 'sql' in statement ? statement.sql : statement.script);
    });
  }

  #post(): void {
    if (this.#outbox.length > 0) this.#worker.postMessage(this.#outbox satisfies SqliteRequest);
    this.#outbox = [];
  }

  #expect(id: number, sql: string | undefined): Promise<SqliteRows> {
    return new Promise((resolve, reject) => {
      if (this.#pending.size === 0) this.#worker.ref();
      this.#pending.set(id, { sql, resolve, reject });
    });
  }

  #settle(response: SqliteResponse): void {
    const pending = this.#pending.get(response.id);
    this.#pending.delete(response.id);
    if (this.#pending.size === 0) this.#worker.unref();
    if ('outcome' in response) pending?.resolve(toRows(response.outcome));
    else pending?.reject(new SqliteFailure(response.error, pending.sql));
  }

  #fail(cause?: unknown): void {
    this.#failure ??= new MetadataError('UNAVAILABLE', 'The store lost its connection; try again.', { cause });
    for (const { reject } of this.#pending.values()) reject(this.#failure);
    this.#pending.clear();
  }
}

function toRows({ columns, values }: SqliteOutcome): SqliteRows {
  const rows: unknown[] = [];
  for (let place = 0; place < values.length; ) {
    const row: Record<string, unknown> = {};
    for (const column of columns) {
      row[column] = values[place];
      place += 1;
    }
    rows.push(row);
  }
  return rows;
}

/** Tries until the file is free or `timeoutMs` have passed, and translates SQLite's errors. */
async function retryBusy<T>(timeoutMs: number, attempt: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + timeoutMs;
  for (let tries = 0; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof SqliteFailure)) throw error;
      if (!isBusy(error) || performance.now() >= deadline) throw toMetadataError(error);
      await sleep(BUSY_PAUSES_MS[Math.min(tries, BUSY_PAUSES_MS.length - 1)] ?? 0);
    }
  }
}
