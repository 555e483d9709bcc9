import { Kysely, sql } from 'kysely';
import { MetadataError } from '../../../errors.js';
import type { Row } from '../../rows.js';
import { isWithin, type KeyRange, rowsBetween } from '../rows.js';
import { INDEXES, OWN_INDEXES, SCHEMA } from '../schema.js';
import type { Session } from '../session.js';
import type { Tables } from '../tables.js';
import { UniqueViolation } from '../unique-violation.js';
import { SqliteConnection } from './connection.js';
import { SQLITE } from './dialect.js';
import { borrowedSqlite, SqliteSession } from './driver.js';
import { SqliteFailure } from './errors.js';
import { createIndexes, createTables } from './schema.js';
import type { SqliteOptions } from './worker.js';

/** How long another that is at work on the same file is waited for, in milliseconds. */
const BUSY_TIMEOUT_MS = 1_000;

/**
 * The lock is kept, so that nobody else writes in between. The journal is the ordinary one: write-ahead logging would
 * leave a second file, and does not work on file systems of a network, where archives tend to be.
 */
const PRAGMAS = ['locking_mode = exclusive', 'synchronous = full', 'cache_size = -16384'];

/**
 * An MLMD store in an SQLite file that is filled row by row, past everything that keeps a store sound: what it is told, it
 * holds. Each call that writes is one transaction. Messages of errors name the path.
 */
export class ArchiveFile {
  readonly #path: string;
  readonly #connection: SqliteConnection;
  readonly #session: Session;

  private constructor(path: string, connection: SqliteConnection) {
    this.#path = path;
    this.#connection = connection;
    const session = new SqliteSession(connection);
    const db = new Kysely<Tables>({ dialect: borrowedSqlite(() => session) });
    this.#session = { db, dialect: SQLITE, isTransaction: true };
  }

  /** Opens the file and makes the tables where it has none. Throws `ABORTED` while another process has it open. */
  static async open(path: string, mode: SqliteOptions['mode']): Promise<ArchiveFile> {
    const connection = await explained(path, () =>
      SqliteConnection.open({ path, mode, pragmas: PRAGMAS }, BUSY_TIMEOUT_MS),
    );
    const file = new ArchiveFile(path, connection);
    try {
      await file.#transaction(async () => {
        const tables = await connection.run("select 1 from sqlite_master where name = 'MLMDEnv'");
        if (tables.length === 0) await createTables(connection);
      });
      return file;
    } catch (error) {
      await connection.close();
      throw error;
    }
  }

  /** How many rows a table has, and the key of the last; undefined where it is empty. */
  async extent(table: string): Promise<{ readonly rows: number; readonly highestKey: bigint | undefined }> {
    const found = await this.#run(`select count(*) as rows, max(${keyOf(table)}) as highest from "${table}"`);
    const [{ rows, highest } = { rows: 0n, highest: null }] = found as readonly {
      readonly rows: bigint;
      readonly highest: bigint | null;
    }[];
    return { rows: Number(rows), highestKey: highest ?? undefined };
  }

  /** Writes rows. */
  append(table: string, rows: readonly Row[]): Promise<void> {
    return this.#transaction(() => this.#insert(table, rows));
  }

  /** Puts rows in the place of all those of a range. */
  replace(table: string, range: KeyRange, rows: readonly Row[]): Promise<void> {
    return this.#transaction(async () => {
      await sql`delete from ${sql.table(table)} as t where ${isWithin(table, range)}`.execute(this.#session.db);
      await this.#insert(table, rows);
    });
  }

  /** The rows of a range, as `RowReader.chunks` orders them. */
  rows(table: string, range: KeyRange): Promise<readonly Row[]> {
    return explained(this.#path, () => rowsBetween(this.#session, table, range));
  }

  /** Makes MLMD's indexes and our own; quicker when the rows are there than while they come. */
  index(): Promise<void> {
    return this.#transaction(() => createIndexes(this.#connection, [...INDEXES, ...OWN_INDEXES]));
  }

  /** Has SQLite look at every page and every index. Throws `DATA_LOSS`. */
  async check(): Promise<void> {
    const rows = await this.#run('pragma integrity_check(1)');
    const [{ integrity_check: found } = {}] = rows as readonly { readonly integrity_check?: string }[];
    if (found === 'ok') return;
    throw new MetadataError('DATA_LOSS', `${this.#path} is damaged: ${found}. Remove it and begin again.`);
  }

  /** Lets go of the file, which is then the only one that there is. */
  close(): Promise<void> {
    return this.#connection.close();
  }

  async #insert(table: string, rows: readonly Row[]): Promise<void> {
    const columns = Object.keys(SCHEMA[table]?.columns ?? {});
    try {
      await SQLITE.insert(this.#session.db, { table, columns }, rows);
    } catch (error) {
      if (!(error instanceof UniqueViolation)) throw error;
      const what = `${table} ${rows[error.row ?? 0]?.[0]} has the same ${error.columns.join(' and ')} as another row`;
      throw new MetadataError('FAILED_PRECONDITION', `${what}, which MLMD does not allow; mend the store first.`, {
        cause: error,
      });
    }
  }

  async #transaction(work: () => Promise<void>): Promise<void> {
    await explained(this.#path, async () => {
      await this.#connection.runScript('begin exclusive');
      try {
        await work();
        await this.#connection.runScript('commit');
      } catch (error) {
        await this.#connection.runScript('rollback').catch(() => this.#connection.terminate());
        throw error;
      }
    });
  }

  #run(statement: string) {
    return explained(this.#path, () => this.#connection.run(statement));
  }
}

function keyOf(table: string): string {
  const [key = ''] = Object.keys(SCHEMA[table]?.columns ?? {});
  return `"${key}"`;
}

/** Names the file in what SQLite refuses. */
async function explained<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const isOurs = error instanceof MetadataError && !(error instanceof UniqueViolation);
    if (!isOurs || !(error.cause instanceof SqliteFailure) || error.message.startsWith(path)) throw error;
    throw new MetadataError(error.code, `${path}: ${error.message}`, { cause: error.cause });
  }
}
