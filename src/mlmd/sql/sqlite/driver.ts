import {
  type CompiledQuery,
  type Dialect,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { type ReadConnection, SAVEPOINT, type WriteConnection } from '../connection.js';
import { borrowed, type DialectParts, pooled } from '../driver.js';
import type { SqliteConnection } from './connection.js';

/** As the one parameter of a query: it runs once for each of the rows, and says the `id` of what each inserted. */
export class ParameterRows {
  readonly rows: readonly (readonly unknown[])[];

  constructor(rows: readonly (readonly unknown[])[]) {
    this.rows = rows;
  }
}

/** Kysely's own driver runs better-sqlite3 on the event loop, over one connection. All else is Kysely's. */
const SQLITE_PARTS: DialectParts = {
  createAdapter: () => new SqliteAdapter(),
  createQueryCompiler: () => new SqliteQueryCompiler(),
  createIntrospector: (db) => new SqliteIntrospector(db),
};

/** A Kysely dialect over a pool of SQLite connections in threads, opened as they are needed, up to `size`. */
export function pooledSqlite(options: {
  readonly open: () => Promise<SqliteConnection>;
  readonly size: number;
}): Dialect {
  return pooled(SQLITE_PARTS, { ...options, open: async () => new SqliteSession(await options.open()) });
}

/** A Kysely dialect over the connection that somebody else has a transaction on. */
export function borrowedSqlite(current: () => SqliteSession): Dialect {
  return borrowed(SQLITE_PARTS, current);
}

/** Transactions on an SQLite connection. Nothing of them is ever lost through no fault of their own. */
export class SqliteSession implements ReadConnection, WriteConnection {
  readonly connection: SqliteConnection;
  readonly lost = undefined;
  readonly aborted = false;

  constructor(connection: SqliteConnection) {
    this.connection = connection;
  }

  get alive(): boolean {
    return this.connection.alive;
  }

  async executeQuery({ sql, parameters }: CompiledQuery): Promise<QueryResult<unknown>> {
    const [first] = parameters;
    const rows =
      first instanceof ParameterRows
        ? await this.connection.runEach(sql, first.rows)
        : await this.connection.run(sql, parameters);
    return { rows: rows as unknown[] };
  }

  beginSnapshot(): Promise<void> {
    return this.connection.runScript('begin');
  }

  begin(): Promise<void> {
    return this.connection.runScript(`begin immediate; savepoint ${SAVEPOINT}`);
  }

  keep(): Promise<void> {
    return this.connection.runScript(`release savepoint ${SAVEPOINT}; savepoint ${SAVEPOINT}`);
  }

  takeBack(): Promise<void> {
    return this.connection.runScript(`rollback to savepoint ${SAVEPOINT}`);
  }

  /** Beside a reader in rollback-journal mode COMMIT itself can be busy; the transaction stays open and it is tried again. */
  commit(): Promise<void> {
    return this.connection.runScript('commit');
  }

  async rollBack(): Promise<void> {
    await this.connection.runScript('rollback').catch(() => this.connection.terminate());
  }

  close(): Promise<void> {
    return this.connection.close();
  }
}
