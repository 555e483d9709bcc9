import type { MetadataError } from '../../../errors.js';
import type { SqlDialect } from '../dialect.js';
import type { DialectParts } from '../driver.js';
import type { IndexSchema } from '../schema.js';
import type { ServerClient } from './client.js';
import type { ServerSettings } from './settings.js';
import type { TlsOptions } from './tls.js';

/** How a connection is made. */
export interface ConnectOptions {
  readonly settings: ServerSettings;
  readonly password: string | undefined;
  /** Undefined for a connection that is not encrypted. */
  readonly tls: TlsOptions | undefined;
  /** The server itself refuses to write over it. */
  readonly readOnly: boolean;
}

/** What differs between the database servers that can hold a store, beside the SQL: see {@link SqlDialect}. */
export interface SqlServer {
  /** Its name in messages, such as `PostgreSQL`. */
  readonly product: string;
  /** What Kysely knows of it. */
  readonly kysely: DialectParts;
  /** How to speak to the server and the database that the client is connected to, which holds a store by now. */
  dialect(client: ServerClient): Promise<SqlDialect>;

  /**
   * Begins a transaction that sees what was committed before each of its statements, and waits until nobody else writes:
   * whoever writes holds a lock on the row of MLMDEnv, which every store has, whatever server speaks the protocol.
   */
  readonly begin: readonly string[];
  /** Begins a transaction that reads one state of the store. */
  readonly beginSnapshot: readonly string[];

  /**
   * Makes a connection and sets up its session: time limits, time zone, isolation. It gives up after
   * `settings.connectMs`, and a statement that is not answered some time after `settings.statementMs` ends it. Throws
   * what the driver throws.
   */
  connect(options: ConnectOptions): Promise<ServerClient>;

  /** Whether a connection failed because the server does not encrypt. */
  lacksTls(error: unknown): boolean;

  /**
   * What callers are told of an error of the driver, which is its `cause`: a {@link PassingFailure} where the same may
   * succeed when it is run again, a {@link UniqueViolation}, or another.
   */
  explain(error: unknown): MetadataError;

  /** Whether a statement failed only because one before it in the transaction had. */
  isEcho(error: unknown): boolean;

  /**
   * Whether what stands between us and the server, such as a pooler, says that it lost the server: nobody knows whether
   * the statement was carried out, though our own connection lives.
   */
  isLostBehind(error: unknown): boolean;

  /** The columns of each table and view of the store's database, MLMD's own as MLMD spells them. */
  columns(client: ServerClient): Promise<ReadonlyMap<string, readonly string[]>>;

  /**
   * Makes MLMD's tables, rows and the indexes, so that of several processes that find the same database empty one makes
   * the store and the others wait for it.
   *
   * @returns whether it was made here.
   */
  create(client: ServerClient, indexes: readonly IndexSchema[]): Promise<boolean>;
}
