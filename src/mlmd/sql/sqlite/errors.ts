import { type ErrorCode, MetadataError } from '../../../errors.js';
import { UniqueViolation } from '../unique-violation.js';
import type { SqliteFault } from './worker.js';

/** An error of SQLite as it came across the thread boundary, with the statement that met it; for logs only. */
export class SqliteFailure extends Error {
  override readonly name = 'SqliteFailure';
  /** SQLite's extended result code by name, such as `SQLITE_BUSY_SNAPSHOT`. */
  readonly code: string;
  readonly sql: string | undefined;
  /** Which of several rows of parameters it was met with. */
  readonly row: number | undefined;

  constructor({ code, message, row }: SqliteFault, sql?: string) {
    super(`${code}: ${message}`);
    this.code = code;
    this.sql = sql;
    this.row = row;
  }
}

/** @returns whether another connection holds the lock, so that the same may succeed a little later. */
export function isBusy(error: unknown): boolean {
  return (
    error instanceof SqliteFailure &&
    /^SQLITE_(BUSY|LOCKED|PROTOCOL|IOERR_BLOCKED|IOERR_LOCK)\b|^SQLITE_BUSY_/.test(error.code)
  );
}

/**
 * What callers are told of an error of SQLite.
 *
 * @see https://www.sqlite.org/rescode.html
 */
export function toMetadataError(failure: SqliteFailure): MetadataError {
  const { code, message } = failure;
  const because = { cause: failure };
  // The code that MLMD's engine has for it too, and the one on which its Python client tries again.
  if (isBusy(failure))
    return new MetadataError('ABORTED', 'The store is busy with another program; try again.', because);
  if (code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY') {
    // "UNIQUE constraint failed: Artifact.type_id, Artifact.name"
    return new UniqueViolation(
      [...message.matchAll(/\w+\.(\w+)/g)].flatMap(([, column]) => column ?? []),
      failure.row,
      because,
    );
  }
  if (code === 'SQLITE_FULL') return new MetadataError('UNAVAILABLE', "The store's disk is full.", because);
  if (code === 'SQLITE_CORRUPT' || code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT_')) {
    return new MetadataError('DATA_LOSS', "The store's file is damaged; restore a backup.", because);
  }
  if (code.startsWith('SQLITE_READONLY') || code === 'SQLITE_PERM' || code === 'SQLITE_AUTH') {
    return new MetadataError('PERMISSION_DENIED', "The store's file cannot be written.", because);
  }
  if (code.startsWith('SQLITE_IOERR') || code.startsWith('SQLITE_CANTOPEN') || code === 'SQLITE_NOMEM') {
    return new MetadataError('UNAVAILABLE', "The store's file cannot be read or written.", because);
  }
  // Of our own function, which counts them; SQLite says this of nothing that we do.
  if (code === 'SQLITE_INTERRUPT') {
    return new MetadataError('RESOURCE_EXHAUSTED', 'The filter joins too many rows; ask of fewer neighbours.', because);
  }
  if (code === 'SQLITE_TOOBIG')
    return new MetadataError('INVALID_ARGUMENT', 'A value is too long for the store.', because);
  const known = code === 'SQLITE_ERROR' ? REFUSALS.find(({ text }) => message.includes(text)) : undefined;
  if (known !== undefined) return new MetadataError(known.code, known.says, because);
  return new MetadataError('INTERNAL', 'The store could not carry out a statement.', because);
}

/** What SQLite says, all under one code, of statements that are right in themselves. */
const REFUSALS: readonly { readonly text: string; readonly code: ErrorCode; readonly says: string }[] = [
  { text: 'integer overflow', code: 'OUT_OF_RANGE', says: 'The filter computes an integer that is beyond 64 bits.' },
  { text: 'pattern too complex', code: 'INVALID_ARGUMENT', says: 'The filter makes a pattern that is too long.' },
  { text: 'too many SQL variables', code: 'RESOURCE_EXHAUSTED', says: 'The filter holds too many values.' },
];
