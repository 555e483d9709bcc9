import { sql } from 'kysely';
import { MetadataError } from '../../errors.js';
import { Usage } from '../../usage.js';
import type { GraphPut, MetadataStore, MetadataTransaction, TypePut } from '../store.js';
import { putGraph } from './put-graph.js';
import type { WriteSession } from './put-nodes.js';
import { putTypes } from './put-types.js';
import type { Session } from './session.js';
import { SqlReader } from './sql-reader.js';

/** What an {@link SqlStore} is put together from. */
export interface SqlStoreParts {
  readonly reading: Session;
  /** Undefined for a store that is opened for reading only. */
  readonly writing: WriteSession | undefined;
  readonly close: () => Promise<void>;
}

/** An MLMD store in an SQL database. */
export class SqlStore extends SqlReader implements MetadataStore {
  readonly #writing: WriteSession | undefined;
  readonly #usage = new Usage();
  readonly #close: () => Promise<void>;

  constructor({ reading, writing, close }: SqlStoreParts) {
    super((work) => this.#usage.during(() => work(reading)), writing === undefined);
    this.#writing = writing;
    this.#close = close;
  }

  async transaction<T>(work: (transaction: MetadataTransaction) => Promise<T>): Promise<T> {
    const writing = this.#writing;
    if (writing === undefined) throw new MetadataError('READ_ONLY', 'The store is opened for reading only.');
    return this.#usage.during(() =>
      writing.db.transaction().execute((db) => work(new SqlTransaction({ ...writing, db }))),
    );
  }

  close(): Promise<void> {
    return this.#usage.close(this.#close);
  }
}

class SqlTransaction extends SqlReader implements MetadataTransaction {
  readonly #session: WriteSession;

  constructor(session: WriteSession) {
    super((work) => work(session), false);
    this.#session = session;
  }

  putTypes(types: readonly TypePut[]) {
    return this.#whole((session) => putTypes(session, types));
  }

  putGraph(graph: GraphPut) {
    return this.#whole((session) => putGraph(session, graph));
  }

  /** All of a put or nothing of it, so that a caller may catch its error and go on with the transaction. */
  async #whole<T>(put: (session: WriteSession) => Promise<T>): Promise<T> {
    const { db } = this.#session;
    await sql`savepoint put`.execute(db);
    try {
      const result = await put(this.#session);
      await sql`release savepoint put`.execute(db);
      return result;
    } catch (error) {
      // Where the transaction itself is gone there is nothing to go back to, and the first error says why.
      await sql`rollback to savepoint put`.execute(db).catch(() => undefined);
      throw error;
    }
  }
}
