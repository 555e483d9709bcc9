import { sql } from 'kysely';
import { MetadataError } from '../../errors.js';
import { Usage } from '../../usage.js';
import type { Inspection } from '../inspection.js';
import type { GraphPut, MetadataStore, MetadataTransaction, TypePut } from '../store.js';
import { inspect } from './inspect.js';
import { putGraph } from './put-graph.js';
import { putTypes } from './put-types.js';
import { SqlRows } from './rows.js';
import { SCHEMA_VERSION } from './schema.js';
import type { Session, WriteSession } from './session.js';
import { SqlReader, type Use } from './sql-reader.js';

/** Runs work in a transaction: see `MetadataStore.transaction`. */
export type Transact = <T>(work: (session: WriteSession) => Promise<T>) => Promise<T>;

/** What an {@link SqlStore} is put together from. */
export interface SqlStoreParts {
  readonly reading: Session;
  /** The store's own, which can be older than the newest. */
  readonly schemaVersion: number;
  /** Makes a read, and makes it again where that helps; once where undefined. */
  readonly read?: (<T>(work: () => Promise<T>) => Promise<T>) | undefined;
  /** Undefined for a store that is opened for reading only. */
  readonly transact: Transact | undefined;
  readonly close: () => Promise<void>;
}

/** An MLMD store in an SQL database. */
export class SqlStore extends SqlReader implements MetadataStore {
  readonly rows: SqlRows;
  readonly #transact: Transact | undefined;
  readonly #usage = new Usage();
  readonly #close: () => Promise<void>;
  readonly #use: Use;

  constructor({ reading, schemaVersion, read = (work) => work(), transact, close }: SqlStoreParts) {
    const use: Use = (work) => this.#usage.during(() => read(() => work(reading)));
    super(use, { schemaVersion, readOnly: transact === undefined });
    this.rows = new SqlRows(use);
    this.#use = use;
    this.#transact = transact;
    this.#close = close;
  }

  inspect(): Promise<Inspection> {
    return inspect(this.#use);
  }

  async transaction<T>(work: (transaction: MetadataTransaction) => Promise<T>): Promise<T> {
    const transact = this.#transact;
    if (transact === undefined) throw new MetadataError('READ_ONLY', 'The store is opened for reading only.');
    return this.#usage.during(() =>
      transact(async (session) => {
        const transaction = new SqlTransaction(session);
        try {
          return await work(transaction);
        } finally {
          await transaction.end();
        }
      }),
    );
  }

  close(): Promise<void> {
    return this.#usage.close(this.#close);
  }
}

class SqlTransaction extends SqlReader implements MetadataTransaction {
  readonly #session: WriteSession;
  readonly #usage = new Usage(() => new Error('the transaction is over'));
  #puts: Promise<unknown> = Promise.resolve();
  #wrote = false;

  constructor(session: WriteSession) {
    super((work) => this.#usage.during(() => work(session)), { schemaVersion: SCHEMA_VERSION, readOnly: false });
    this.#session = session;
  }

  putTypes(types: readonly TypePut[]) {
    return this.#inTurn(() => putTypes(this.#session, types));
  }

  putGraph(graph: GraphPut) {
    return this.#inTurn(() => putGraph(this.#session, graph));
  }

  /** Waits for what is under way; nothing can be asked of the transaction any more. */
  end(): Promise<void> {
    return this.#usage.close(async () => {});
  }

  /** One put after the other, as what one takes back must not be another's. */
  #inTurn<T>(put: () => Promise<T>): Promise<T> {
    return this.#usage.during(() => {
      const turn = this.#puts.then(() => this.#whole(put));
      this.#puts = turn.catch(() => undefined);
      return turn;
    });
  }

  /**
   * All of a put or nothing of it, so that a caller may catch its error and go on with the transaction. The first needs no
   * savepoint of its own, as nothing was written since that of the transaction.
   */
  async #whole<T>(put: () => Promise<T>): Promise<T> {
    const { db } = this.#session;
    const own = this.#wrote ? sql.raw('put') : undefined;
    if (own !== undefined) await sql`savepoint ${own}`.execute(db);
    try {
      const result = await put();
      if (own !== undefined) await sql`release savepoint ${own}`.execute(db);
      this.#wrote = true;
      return result;
    } catch (error) {
      // Where the transaction itself is gone there is nothing to go back to, and the first error says why.
      const before = own ?? sql.raw(this.#session.savepoint);
      await sql`rollback to savepoint ${before}`.execute(db).catch(() => undefined);
      throw error;
    }
  }
}
