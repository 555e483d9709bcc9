import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { SqliteConnection } from './sqlite-connection.js';

/** What a pool of connections is made of. */
export interface PoolOptions {
  readonly open: () => Promise<SqliteConnection>;
  /** Connections are opened as they are needed, up to this many; who comes later waits in line. */
  readonly size: number;
  /** `begin` for a snapshot to read from, `begin immediate` for a transaction that writes. */
  readonly begin: 'begin' | 'begin immediate';
}

/**
 * A Kysely dialect over a pool of SQLite connections in threads.
 *
 * Kysely's own driver runs better-sqlite3 on the event loop, over one connection. All else is Kysely's.
 */
export function pooledSqlite(options: PoolOptions): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new SqlitePool(options),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
}

/**
 * Connections that are handed out to one caller at a time, first come, first served. One that died is replaced when it is
 * next needed.
 */
class SqlitePool implements Driver {
  readonly #options: PoolOptions;
  readonly #idle: SqliteConnection[] = [];
  readonly #waiting: (() => void)[] = [];
  #leased = 0;

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<Lease> {
    // Whoever is woken takes over the place of the one who left, so `#leased` stays and nobody can slip in between.
    if (this.#leased >= this.#options.size) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#leased += 1;
    try {
      return new Lease(this.#takeIdle() ?? (await this.#options.open()));
    } catch (error) {
      this.#passOn();
      throw error;
    }
  }

  async releaseConnection(lease: DatabaseConnection): Promise<void> {
    const { connection } = lease as Lease;
    if (connection.alive) this.#idle.push(connection);
    this.#passOn();
  }

  async beginTransaction(lease: DatabaseConnection): Promise<void> {
    await (lease as Lease).connection.run(this.#options.begin);
  }

  /** Beside a reader in rollback-journal mode COMMIT itself can be busy; the transaction stays open and it is tried again. */
  async commitTransaction(lease: DatabaseConnection): Promise<void> {
    await (lease as Lease).connection.run('commit');
  }

  /** A connection that cannot roll back is given up, which rolls back too; the error that led here is the one to report. */
  async rollbackTransaction(lease: DatabaseConnection): Promise<void> {
    const { connection } = lease as Lease;
    await connection.run('rollback').catch(() => connection.terminate());
  }

  /** Nobody may be using the pool any more. */
  async destroy(): Promise<void> {
    await Promise.all(this.#idle.splice(0).map((connection) => connection.close()));
  }

  #takeIdle(): SqliteConnection | undefined {
    for (let connection = this.#idle.pop(); connection !== undefined; connection = this.#idle.pop()) {
      if (connection.alive) return connection;
    }
    return undefined;
  }

  #passOn(): void {
    const next = this.#waiting.shift();
    if (next !== undefined) next();
    else this.#leased -= 1;
  }
}

/** The use of a connection by one caller. */
class Lease implements DatabaseConnection {
  readonly connection: SqliteConnection;

  constructor(connection: SqliteConnection) {
    this.connection = connection;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, changes, insertId } = await this.connection.run(sql, parameters);
    return { rows: rows as R[], numAffectedRows: changes, insertId };
  }

  // biome-ignore lint/correctness/useYield: part of Kysely's interface; nothing here streams.
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('SQLite results are not streamed');
  }
}
