/**
 * The thread in which one SQLite connection lives. better-sqlite3 is synchronous: in here a slow statement keeps only
 * its own connection busy, and the event loop goes on answering.
 */
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';

/** How a connection is opened. */
export interface SqliteOptions {
  readonly path: string;
  /** `CREATE` makes the file where there is none; to the others it must exist. */
  readonly mode: 'READ' | 'WRITE' | 'CREATE';
  /** Run once, before anything else. */
  readonly pragmas: readonly string[];
}

/** One statement to run, or the wish to close. */
export type SqliteRequest =
  | { readonly id: number; readonly sql: string; readonly parameters: readonly unknown[] }
  | 'close';

/** What came of a statement; that of id 0 says that the connection is open, or why it is not. */
export type SqliteResponse =
  | { readonly id: number; readonly outcome: SqliteOutcome }
  | { readonly id: number; readonly error: { readonly code: string; readonly message: string } };

/** What a statement gave, in the form that crosses the thread boundary best. Integers are `bigint`. */
export interface SqliteOutcome {
  readonly columns: readonly string[];
  /**
   * The values of all rows, row after row. As objects they would be copied with their keys, each as often as there are
   * rows, which takes half as long again.
   */
  readonly values: readonly unknown[];
  readonly changes: bigint;
  readonly insertId: bigint;
}

/** Texts do not depend on how many ids they are about, so there are few; a filter that clients vary is what fills this. */
const MAX_PREPARED = 200;

/** Prepares statements, and keeps those that were used last. */
function createPrepare(database: Database.Database): (sql: string) => Database.Statement<unknown[]> {
  const prepared = new Map<string, Database.Statement<unknown[]>>();
  return (sql) => {
    const statement = prepared.get(sql) ?? database.prepare<unknown[]>(sql);
    prepared.delete(sql);
    prepared.set(sql, statement);
    for (const oldest of prepared.keys()) {
      if (prepared.size <= MAX_PREPARED) break;
      prepared.delete(oldest);
    }
    return statement;
  };
}

const NOTHING: SqliteOutcome = { columns: [], values: [], changes: 0n, insertId: 0n };

/** What crosses the thread boundary of an error: SQLite's extended code by name, and its message. */
function describe(error: unknown): { readonly code: string; readonly message: string } {
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  return { code: typeof code === 'string' ? code : 'SQLITE_ERROR', message: String(message ?? error) };
}

/** Opens the connection; no waiting in here for a busy file, as whoever asks does that without a thread. */
function open({ path, mode, pragmas }: SqliteOptions): Database.Database {
  const database = new Database(path, { readonly: mode === 'READ', fileMustExist: mode !== 'CREATE', timeout: 0 });
  database.defaultSafeIntegers(true);
  for (const pragma of pragmas) database.pragma(pragma);
  return database;
}

function execute(statement: Database.Statement<unknown[]>, parameters: readonly unknown[]): SqliteOutcome {
  if (statement.reader) {
    const values: unknown[] = [];
    for (const row of statement.raw().iterate(...parameters)) values.push(...(row as readonly unknown[]));
    return { ...NOTHING, columns: statement.columns().map(({ name }) => name), values };
  }
  const { changes, lastInsertRowid } = statement.run(...parameters);
  return { ...NOTHING, changes: BigInt(changes), insertId: BigInt(lastInsertRowid) };
}

/** Answers requests, one after the other. */
function serve(database: Database.Database, answer: (response: SqliteResponse) => void, done: () => void) {
  const prepare = createPrepare(database);
  let began = false;
  return (request: SqliteRequest): void => {
    if (request === 'close') {
      database.close();
      done();
      return;
    }
    const { id, sql, parameters } = request;
    try {
      // A full disk or an I/O error makes SQLite roll back by itself. What was meant for that transaction, and may already
      // be in line, must not then be written on its own. https://www.sqlite.org/lang_transaction.html, section 3
      const lost = began && !database.inTransaction;
      if (lost && sql !== 'rollback')
        throw new Database.SqliteError('the transaction is gone', 'SQLITE_ABORT_ROLLBACK');
      answer({ id, outcome: lost ? NOTHING : execute(prepare(sql), parameters) });
      began = database.inTransaction;
    } catch (error) {
      answer({ id, error: describe(error) });
    }
  };
}

const port = parentPort;
if (port !== null) {
  const answer = (response: SqliteResponse) => port.postMessage(response);
  try {
    port.on(
      'message',
      serve(open(workerData as SqliteOptions), answer, () => port.close()),
    );
    answer({ id: 0, outcome: NOTHING });
  } catch (error) {
    answer({ id: 0, error: describe(error) });
    port.close();
  }
}
