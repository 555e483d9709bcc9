import type { CompiledQuery, QueryResult } from 'kysely';
import type { PassingFailure } from './passing-failure.js';

/** What every connection to a database does. Statements run in the order in which they were sent. */
interface Connection {
  /** False once it is lost, whatever ended it. */
  readonly alive: boolean;
  /** Throws MetadataError in words for API users; the driver's own error is its `cause`. */
  executeQuery(query: CompiledQuery): Promise<QueryResult<unknown>>;
  commit(): Promise<void>;
  /** Never fails: a connection that cannot roll back is given up, which rolls back too. */
  rollBack(): Promise<void>;
  close(): Promise<void>;
}

/** A connection to read from. */
export interface ReadConnection extends Connection {
  /** Begins a transaction that sees one state of the store, until it is committed or rolled back. */
  beginSnapshot(): Promise<void>;
}

/** A connection to write through, one transaction after the other. */
export interface WriteConnection extends Connection {
  /** Why the transaction under way is gone through no fault of its own, so that its work may be run again. */
  readonly lost: PassingFailure | undefined;
  /** Whether a statement was refused since {@link SAVEPOINT}, after which some databases take no more until they go back. */
  readonly aborted: boolean;
  /** Waits until nobody else writes, begins, and sets {@link SAVEPOINT}; where it fails, nothing has begun. */
  begin(): Promise<void>;
  /** Moves {@link SAVEPOINT} behind what was written since. */
  keep(): Promise<void>;
  /** Goes back to {@link SAVEPOINT}, which stays. */
  takeBack(): Promise<void>;
}

/** Where a transaction goes back to when it is taken back alone; there is nothing of its own before it. */
export const SAVEPOINT = 'transaction_start';
