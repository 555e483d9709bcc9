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

/** Statements to run in their order, or the wish to close. */
export type SqliteRequest = readonly SqliteStatement[] | 'close';

/** What can be run. A message between threads costs more than most statements, so as many go in one as are ready. */
export type SqliteStatement =
  | { readonly id: number; readonly sql: string; readonly parameters: readonly unknown[] }
  /** The statement once for each row of parameters, in order, up to the first that fails. */
  | { readonly id: number; readonly sql: string; readonly rows: readonly (readonly unknown[])[] }
  /** Several statements without parameters, up to the first that fails. */
  | { readonly id: number; readonly script: string };

/** What came of a statement; that of id 0 says that the connection is open, or why it is not. */
export type SqliteResponse =
  | { readonly id: number; readonly outcome: SqliteOutcome }
  | { readonly id: number; readonly error: SqliteFault };

/** What crosses the thread boundary of an error. */
export interface SqliteFault {
  /** SQLite's extended code by name. */
  readonly code: string;
  readonly message: string;
  /** Which of several rows of parameters it was met with. */
  readonly row?: number;
}

/** What a statement gave, in the form that crosses the thread boundary best. Integers are `bigint`. */
export interface SqliteOutcome {
  readonly columns: readonly string[];
  /**
   * The values of all rows, row after row. As objects they would be copied with their keys, each as often as there are
   * rows, which takes half as long again.
   */
  readonly values: readonly unknown[];
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

/**
 * Rows that the joins of one statement may go through; about five seconds, and a fifth of a microsecond for each is the
 * counting. Nothing but a function in the statement can end it, as better-sqlite3 cannot be interrupted from outside.
 */
const MAX_JOINED_ROWS = 20_000_000;

/** Gives SQL the function `joined_row`, true until there were too many. @returns what begins to count anew. */
function countJoinedRows(database: Database.Database): () => void {
  let rows = 0;
  database.function('joined_row', { safeIntegers: false }, (_id: unknown) => {
    rows += 1;
    if (rows > MAX_JOINED_ROWS) throw new Database.SqliteError('too many joined rows', 'SQLITE_INTERRUPT');
    return 1;
  });
  return () => {
    rows = 0;
  };
}

const NOTHING: SqliteOutcome = { columns: [], values: [] };

function describe(error: unknown): SqliteFault {
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
  if (!statement.reader) {
    statement.run(...parameters);
    return NOTHING;
  }
  const values: unknown[] = [];
  for (const row of statement.raw().all(...parameters)) values.push(...(row as readonly unknown[]));
  return { columns: statement.columns().map(({ name }) => name), values };
}

/** The id that each row of parameters got, NULL where it inserted none. */
function executeEach(statement: Database.Statement<unknown[]>, rows: readonly (readonly unknown[])[]): SqliteOutcome {
  const values: unknown[] = [];
  for (const [row, parameters] of rows.entries()) {
    try {
      const { changes, lastInsertRowid } = statement.run(...parameters);
      values.push(changes === 0 ? null : lastInsertRowid);
    } catch (error) {
      throw new FailedRow(row, error);
    }
  }
  return { columns: ['id'], values };
}

class FailedRow extends Error {
  readonly row: number;

  constructor(row: number, cause: unknown) {
    super('a row failed', { cause });
    this.row = row;
  }
}

/** Answers requests, one after the other. */
function serve(database: Database.Database, answer: (responses: readonly SqliteResponse[]) => void, done: () => void) {
  const prepare = createPrepare(database);
  const beginToCount = countJoinedRows(database);
  let began = false;
  const carryOut = (statement: SqliteStatement): SqliteOutcome => {
    // A full disk or an I/O error makes SQLite roll back by itself. What was meant for that transaction, and may already
    // be in line, must not then be written on its own. https://www.sqlite.org/lang_transaction.html, section 3
    if (began && !database.inTransaction) {
      if ('script' in statement && statement.script === 'rollback') return NOTHING;
      throw new Database.SqliteError('the transaction is gone', 'SQLITE_ABORT_ROLLBACK');
    }
    if ('rows' in statement) return executeEach(prepare(statement.sql), statement.rows);
    if ('parameters' in statement) return execute(prepare(statement.sql), statement.parameters);
    database.exec(statement.script);
    return NOTHING;
  };
  const respond = (statement: SqliteStatement): SqliteResponse => {
    const { id } = statement;
    beginToCount();
    try {
      const outcome = carryOut(statement);
      began = database.inTransaction;
      return { id, outcome };
    } catch (error) {
      return { id, error: error instanceof FailedRow ? { ...describe(error.cause), row: error.row } : describe(error) };
    }
  };
  return (request: SqliteRequest): void => {
    if (request !== 'close') {
      answer(request.map(respond));
      return;
    }
    database.close();
    done();
  };
}

const port = parentPort;
if (port !== null) {
  const answer = (responses: readonly SqliteResponse[]) => port.postMessage(responses);
  try {
    port.on(
      'message',
      serve(open(workerData as SqliteOptions), answer, () => port.close()),
    );
    answer([{ id: 0, outcome: NOTHING }]);
  } catch (error) {
    answer([{ id: 0, error: describe(error) }]);
    port.close();
  }
}
