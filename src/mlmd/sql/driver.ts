import type { CompiledQuery, DatabaseConnection, Dialect, Driver, QueryResult } from 'kysely';
import { MetadataError } from '../../errors.js';
import type { ReadConnection } from './connection.js';

/** What Kysely knows of a database beside how to reach it. */
export type DialectParts = Omit<Dialect, 'createDriver'>;

/** What a pool of connections is made of. */
export interface PoolOptions {
  readonly open: () => Promise<ReadConnection>;
  /** Connections are opened as they are needed, up to this many; who comes later waits in line. */
  readonly size: number;
  /** How long one waits in line at most; for ever where undefined. */
  readonly waitMs?: number | undefined;
}

/** A Kysely dialect over a pool of connections. */
export function pooled(parts: DialectParts, options: PoolOptions): Dialect {
  return { ...parts, createDriver: () => new Pool(options) };
}

/**
 * A Kysely dialect over a connection that is somebody else's, as is the transaction on it. Kysely's own transactions would
 * have each statement wait for the one before it.
 */
export function borrowed(parts: DialectParts, current: () => Pick<ReadConnection, 'executeQuery'>): Dialect {
  return { ...parts, createDriver: () => new Borrowed(current) };
}

/**
 * Connections that are handed out to one caller at a time, first come, first served. One that died is replaced when it is
 * next needed.
 */
class Pool implements Driver {
  readonly #options: PoolOptions;
  readonly #idle: ReadConnection[] = [];
  readonly #waiting: (() => void)[] = [];
  #leased = 0;

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<Lease<ReadConnection>> {
    // Whoever is woken takes over the place of the one who left, so `#leased` stays and nobody can slip in between.
    if (this.#leased >= this.#options.size) await this.#turn();
    else this.#leased += 1;
    try {
      return new Lease(this.#takeIdle() ?? (await this.#options.open()));
    } catch (error) {
      this.#passOn();
      throw error;
    }
  }

  async releaseConnection(lease: DatabaseConnection): Promise<void> {
    const connection = connectionOf(lease);
    if (connection.alive) this.#idle.push(connection);
    this.#passOn();
  }

  /** A snapshot to read from. */
  beginTransaction(lease: DatabaseConnection): Promise<void> {
    return connectionOf(lease).beginSnapshot();
  }

  commitTransaction(lease: DatabaseConnection): Promise<void> {
    return connectionOf(lease).commit();
  }

  rollbackTransaction(lease: DatabaseConnection): Promise<void> {
    return connectionOf(lease).rollBack();
  }

  /** Nobody may be using the pool any more. */
  async destroy(): Promise<void> {
    await Promise.all(this.#idle.splice(0).map((connection) => connection.close()));
  }

  #turn(): Promise<void> {
    const { waitMs } = this.#options;
    return new Promise((resolve, reject) => {
      const timer = waitMs === undefined ? undefined : setTimeout(() => giveUp(), waitMs);
      const proceed = () => {
        clearTimeout(timer);
        resolve();
      };
      const giveUp = () => {
        this.#waiting.splice(this.#waiting.indexOf(proceed), 1);
        reject(new MetadataError('UNAVAILABLE', 'The store is too busy to answer; try again.'));
      };
      this.#waiting.push(proceed);
    });
  }

  #takeIdle(): ReadConnection | undefined {
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
class Borrowed implements Driver {
  readonly #current: () => Pick<ReadConnection, 'executeQuery'>;

  constructor(current: () => Pick<ReadConnection, 'executeQuery'>) {
    this.#current = current;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
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
class Lease<C extends Pick<ReadConnection, 'executeQuery'>> implements DatabaseConnection {
  readonly connection: C;

  constructor(connection: C) {
    this.connection = connection;
  }

  executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    return this.connection.executeQuery(query) as Promise<QueryResult<R>>;
  }

  // biome-ignore lint/correctness/useYield: part of Kysely's interface; nothing here streams.
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('results are not streamed');
  }
}

function connectionOf(lease: DatabaseConnection): ReadConnection {
  return (lease as Lease<ReadConnection>).connection;
}
