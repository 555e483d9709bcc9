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
import type { SqliteConnection } from './connection.js';

/** What a pool of connections is made of. */
export interface PoolOptions {
  readonly open: () => Promise<SqliteConnection>;
  /** Connections are opened as they are needed, up to this many; who comes later waits in line. */
  readonly size: number;
}

/** As the one parameter of a query: it runs once for each of the rows, and says the `id` of what each inserted. */
export class ParameterRows {
  readonly rows: readonly (readonly unknown[])[];

  constructor(rows: readonly (readonly unknown[])[]) {
    this.rows = rows;
  }
}

/**
 * A Kysely dialect over a pool of SQLite connections in threads.
 *
 * Kysely's own driver runs better-sqlite3 on the event loop, over one connection. All else is Kysely's.
 */
export function pooledSqlite(options: PoolOptions): Dialect {
  return sqliteDialect(() => new SqlitePool(options));
}

/**
 * A Kysely dialect over a connection that is somebody else's, as is the transaction on it. Kysely's own transactions would
 * have each statement wait for the one before it.
 */
export function borrowedSqlite(current: () => SqliteConnection): Dialect {
  return sqliteDialect(() => new BorrowedConnection(current));
}

function sqliteDialect(createDriver: () => Driver): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver,
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

  /** A snapshot to read from. */
  async beginTransaction(lease: DatabaseConnection): Promise<void> {
    await (lease as Lease).connection.runScript('begin');
  }

  /** Beside a reader in rollback-journal mode COMMIT itself can be busy; the transaction stays open and it is tried again. */
  async commitTransaction(lease: DatabaseConnection): Promise<void> {
    await (lease as Lease).connection.runScript('commit');
  }

  /** A connection that cannot roll back is given up, which rolls back too; the error that led here is the one to report. */
  async rollbackTransaction(lease: DatabaseConnection): Promise<void> {
    const { connection } = lease as Lease;
    await connection.runScript('rollback').catch(() => connection.terminate());
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

/** Hands out a connection to all who ask, and takes no part in its transactions. */
class BorrowedConnection implements Driver {
  readonly #current: () => SqliteConnection;

  constructor(current: () => SqliteConnection) {
    this.#current = current;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<Lease> {
    return new Lease(this.#current());
  }

  async releaseConnection(): Promise<void> {}

  async beginTransaction(): Promise<void> {
    throw new Error('the transaction is begun by whoever holds the connection');
  }

  async commitTransaction(): Promise<void> {}

  async rollbackTransaction(): Promise<void> {}

  async destroy(): Promise<void> {}
}

/** The use of a connection by one caller. */
class Lease implements DatabaseConnection {
  readonly connection: SqliteConnection;

  constructor(connection: SqliteConnection) {
    this.connection = connection;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const [first] = parameters;
    const rows =
      first instanceof ParameterRows
        ? await this.connection.runEach(sql, first.rows)
        : await this.connection.run(sql, parameters);
    return { rows: rows as R[] };
  }

  // biome-ignore lint/correctness/useYield: part of Kysely's interface; nothing here streams.
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('SQLite results are not streamed');
  }
}
