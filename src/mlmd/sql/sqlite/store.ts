import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { MetadataError } from '../../../errors.js';
import type { OpenOptions } from '../../open-options.js';
import type { MetadataStore } from '../../store.js';
import { CommitQueue } from '../commit-queue.js';
import { type Layout, NEWEST_LAYOUT } from '../older-layout.js';
import { fillNew, openKysely, transactOver } from '../open-parts.js';
import { INDEXES, OWN_INDEXES, SCHEMA_VERSION } from '../schema.js';
import { warnOlderSchema } from '../schema-check.js';
import type { Session } from '../session.js';
import { SqlStore } from '../sql-store.js';
import { SqliteConnection } from './connection.js';
import { copyDatabase } from './copy.js';
import { SQLITE } from './dialect.js';
import { borrowedSqlite, pooledSqlite, SqliteSession } from './driver.js';
import { SqliteFailure } from './errors.js';
import { inspectFile } from './file.js';
import { checkSchema, createSchema } from './schema.js';
import type { SqliteOptions } from './worker.js';

/** The engine gives up after one to three seconds; its own transactions are shorter than that. */
const DEFAULT_BUSY_TIMEOUT_MS = 5_000;

/** One reader for a slow scan, one for all else. */
const READERS = 2;

/** A commit is on disk when it returns, in either journal mode; for a write-ahead log better-sqlite3 would take less. */
const WRITER = { mode: 'WRITE', pragmas: ['synchronous = full'] } as const;
const READER = { mode: 'WRITE', pragmas: ['query_only = 1'] } as const;
/** Never changes the file, nor what another program left beside it. */
const VISITOR = { mode: 'READ', pragmas: ['query_only = 1'] } as const;

/**
 * Opens the MLMD store in an SQLite file, or makes a new one where there is none and `readOnly` is not set.
 *
 * A store that another program made is used as it is: its journal mode and its schema stay, and one of an older schema is
 * only read. Messages of errors name the path: they are for whoever starts the service.
 *
 * Throws `NOT_FOUND`, `PERMISSION_DENIED`, `FAILED_PRECONDITION`, `DATA_LOSS` or `UNAVAILABLE`.
 */
export async function openSqliteStore(file: string, options: OpenOptions): Promise<MetadataStore> {
  const path = resolve(file);
  const found = await inspectFile(path, options.readOnly);
  return explained(path, async () => {
    // A file that is not ours must not be written to, so it is looked at by a connection that cannot.
    const place = found === 'DATABASE' ? await readablePlace(path, options) : undefined;
    let layout: Layout | undefined;
    try {
      if (place !== undefined) {
        layout = await using(place.sqlite, options, (connection) => checkSchema(connection, path));
      }
      if (options.readOnly && layout === undefined) {
        throw new MetadataError('FAILED_PRECONDITION', `${path} holds no store yet; read-only, none is created.`);
      }
    } catch (error) {
      await place?.remove();
      throw error;
    }
    if (place !== undefined && layout !== undefined && (options.readOnly || layout.version < SCHEMA_VERSION)) {
      warnReader(place, layout, options);
      return build({ reader: place.sqlite, layout, afterwards: place.remove }, options);
    }
    await place?.remove();
    const isNew = layout === undefined && (await create(path, options));
    const store = build({ reader: { path, ...READER }, writer: { path, ...WRITER }, layout: NEWEST_LAYOUT }, options);
    if (isNew) await fillNew(store, options);
    return store;
  });
}

/** Where a database can be read without changing it. */
interface Place {
  readonly sqlite: SqliteOptions;
  readonly isCopy: boolean;
  remove(): Promise<void>;
}

/** Says what is unlike what was asked for. */
function warnReader({ isCopy }: Place, { version }: Layout, { readOnly, log }: OpenOptions): void {
  if (isCopy) {
    log?.warn('reading a private copy of the store, as its journal cannot be read in place; later writes stay unseen');
  }
  if (!readOnly) warnOlderSchema(log, version);
}

/** The file itself or, where SQLite would have to write in order to read it, a private copy. */
async function readablePlace(path: string, options: OpenOptions): Promise<Place> {
  const inPlace: SqliteOptions = { path, ...VISITOR };
  const remove = await tidying(path, options);
  try {
    await using(inPlace, options, (connection) => connection.run('select count(*) from sqlite_master'));
    return { sqlite: inPlace, isCopy: false, remove };
  } catch (error) {
    if (!needsWriting(error)) throw error;
  }
  const copy = await copyDatabase(path);
  return { sqlite: { path: copy.path, ...READER }, isCopy: true, remove: copy.remove };
}

/**
 * Reading a file with write-ahead logging makes SQLite put a log and its shared memory beside it, and a connection that
 * may only read does not take them away again. @returns what does, where there were none before and the log is empty: a
 * connection that may write and has nothing to write, so that SQLite sees to it that nobody else needs them.
 */
async function tidying(path: string, options: OpenOptions): Promise<() => Promise<void>> {
  const logSize = () =>
    stat(`${path}-wal`).then(
      ({ size }) => size,
      () => undefined,
    );
  const before = await logSize();
  return async () => {
    if (before !== undefined || (await logSize()) !== 0) return;
    const look = (connection: SqliteConnection) => connection.run('select count(*) from sqlite_master');
    // Whoever else has the file open takes them away in the end.
    await using({ path, ...READER }, options, look).catch(() => undefined);
  };
}

/** SQLite needs to write beside the file (shared memory of a write-ahead log) or into it (a journal left by a crash). */
function needsWriting(error: unknown): boolean {
  const cause = error instanceof MetadataError ? error.cause : undefined;
  return cause instanceof SqliteFailure && /^SQLITE_(CANTOPEN|READONLY)/.test(cause.code);
}

/**
 * Makes the store, unless another process was first, and then sees to it that what is there is one.
 *
 * @returns whether it was made here.
 */
async function create(path: string, options: OpenOptions): Promise<boolean> {
  return using({ path, mode: 'CREATE', pragmas: WRITER.pragmas }, options, async (connection) => {
    const indexes = options.likeEngine === true ? INDEXES : [...INDEXES, ...OWN_INDEXES];
    if (!(await createSchema(connection, indexes))) {
      await checkSchema(connection, path);
      return false;
    }
    // Asked for after the store is made, so that no file but our own is ever switched, and then read back.
    const rows = await connection.run('pragma journal_mode = wal');
    const [{ journal_mode: mode } = {}] = rows as readonly { readonly journal_mode?: string }[];
    if (mode !== 'wal')
      options.log?.warn('no write-ahead log on this file system: writes are slower and wait for readers');
    return true;
  });
}

async function using<T>(
  sqlite: SqliteOptions,
  { busyTimeoutMs = DEFAULT_BUSY_TIMEOUT_MS }: OpenOptions,
  work: (connection: SqliteConnection) => Promise<T>,
): Promise<T> {
  const connection = await SqliteConnection.open(sqlite, busyTimeoutMs);
  try {
    return await work(connection);
  } finally {
    await connection.close();
  }
}

/** Names the file in errors that come out of a connection, whose messages are made for API users and name none. */
async function explained<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof MetadataError && error.cause instanceof SqliteFailure)) throw error;
    throw new MetadataError(error.code, `${path}: ${error.message}`, { cause: error.cause });
  }
}

/** What a store is built of. */
interface Parts {
  readonly reader: SqliteOptions;
  /** Undefined for a store that is only read. */
  readonly writer?: SqliteOptions;
  readonly layout: Layout;
  /** Run when all connections are closed. */
  readonly afterwards?: () => Promise<void>;
}

function build({ reader, writer, layout, afterwards }: Parts, options: OpenOptions): MetadataStore {
  const { busyTimeoutMs = DEFAULT_BUSY_TIMEOUT_MS } = options;
  const connect = (sqlite: SqliteOptions) => () => SqliteConnection.open(sqlite, busyTimeoutMs);
  const reading: Session = {
    db: openKysely(pooledSqlite({ open: connect(reader), size: READERS }), options, layout),
    // What stands for a table of an older version has no such column.
    dialect: layout.absent.size === 0 ? SQLITE : { ...SQLITE, rowId: undefined },
    isTransaction: false,
  };
  const queue = writer && new CommitQueue(async () => new SqliteSession(await connect(writer)()));
  const writing = queue && { over: borrowedSqlite(() => queue.connection), dialect: SQLITE };
  return new SqlStore({
    reading,
    schemaVersion: layout.version,
    transact: queue && writing && transactOver(queue, writing, options),
    // The writer goes last: the last connection to close works the write-ahead log into the file.
    close: async () => {
      await reading.db.destroy();
      await queue?.close();
      await afterwards?.();
    },
  });
}
