import { connect, type Socket } from 'node:net';
import { type Connection, createConnection, format, raw, type SqlValue, type TypeCast } from 'mysql2';
import type { ClientResult, ServerClient } from '../server/client.js';
import type { ConnectOptions } from '../server/server.js';
import {
  endsTransaction,
  isReadOnlyServer,
  isUnknown,
  ServerSilent,
  StatementTooLong,
  TransactionGone,
} from './errors.js';

/** A server that means to end a statement after its time is given this much more to say so. */
const GRACE_MS = 1_000;

/** How long a connection may be silent before the system looks whether there is anybody. */
const KEEP_ALIVE_MS = 10_000;

/** Nothing is cut off in silence, and a backslash in a text escapes, whatever the server's own mode is. */
const SQL_MODE = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION';

/**
 * Makes a connection: see `SqlServer.connect`.
 *
 * It is said to be in latin1 and what goes over it is UTF-8, because so does the engine. In a database of any other character
 * set each byte of a text is thus a character of its own, and read in any other way it is not what was written.
 */
export async function connectMysql(options: ConnectOptions): Promise<ServerClient> {
  const { settings, password, tls } = options;
  const { socket: path, host, port } = settings;
  const socket = path === undefined ? connect(port, host) : connect(path);
  socket.setNoDelay(true).setKeepAlive(true, KEEP_ALIVE_MS);
  const connection = createConnection({
    stream: socket,
    // Where the stream is given, the host is only the name that the certificate has to be for.
    host: tls?.servername ?? host,
    user: settings.user,
    database: settings.database,
    connectTimeout: settings.connectMs,
    charset: 'LATIN1_SWEDISH_CI',
    supportBigNumbers: true,
    bigNumberStrings: true,
    ...(password !== undefined && { password }),
    ...(tls !== undefined && { ssl: sslOf(tls) }),
  });
  const client = new MysqlClient(connection, socket, options);
  try {
    await new Promise<void>((resolve, reject) => connection.connect((error) => (error ? reject(error) : resolve())));
    await client.setUp(options);
    return client;
  } catch (error) {
    client.destroy();
    throw error;
  }
}

function sslOf({ ca, cert, key, rejectUnauthorized }: NonNullable<ConnectOptions['tls']>) {
  return {
    rejectUnauthorized,
    verifyIdentity: rejectUnauthorized,
    ...(ca !== undefined && { ca }),
    ...(cert !== undefined && { cert }),
    ...(key !== undefined && { key }),
  };
}

class MysqlClient implements ServerClient {
  readonly #connection: Connection;
  readonly #socket: Socket;
  readonly #timeoutMs: number;
  readonly #closeMs: number;
  #alive = true;
  /** The statements that were asked for, one after the other. */
  #last: Promise<unknown> = Promise.resolve();
  /** Why the transaction under way is over, though its statements go on coming. */
  #gone: unknown;
  #maxBytes = Number.POSITIVE_INFINITY;

  constructor(connection: Connection, socket: Socket, { settings }: ConnectOptions) {
    this.#connection = connection;
    this.#socket = socket;
    this.#timeoutMs = settings.statementMs + GRACE_MS;
    this.#closeMs = settings.connectMs;
    const lose = () => {
      this.#alive = false;
    };
    // Statements under way are told of it by themselves.
    connection.on('error', lose);
    connection.on('end', lose);
    socket.on('close', lose);
  }

  get alive(): boolean {
    return this.#alive;
  }

  /** Sets up the session. What only some servers know is asked for on its own. */
  async setUp({ settings: { statementMs, lockMs }, readOnly }: ConnectOptions): Promise<void> {
    const lockSeconds = Math.ceil(lockMs / 1_000);
    await this.query(`set session sql_mode = '${SQL_MODE}', session time_zone = '+00:00',
      session innodb_lock_wait_timeout = ${lockSeconds}, session lock_wait_timeout = ${lockSeconds}`);
    await this.query('set session transaction isolation level read committed');
    await this.query(`set session transaction ${readOnly ? 'read only' : 'read write'}`);
    if (await this.#holdsUtf8()) await this.#callUtf8();
    // Texts of ours are to have the collation of the columns, where these are in latin1 too.
    await this.query(`set collation_connection =
      if(@@character_set_database = @@character_set_connection, @@collation_database, @@collation_connection)`);
    await this.#either(
      `set session max_statement_time = ${statementMs / 1_000}`,
      `set session max_execution_time = ${statementMs}`,
    );
    await this.#either(
      `set session idle_transaction_timeout = ${lockSeconds}`,
      `set session wait_timeout = ${lockSeconds + IDLE_SECONDS}`,
    );
    const { rows } = await this.query('select @@max_allowed_packet as bytes');
    const [{ bytes } = { bytes: undefined }] = rows as readonly { readonly bytes: bigint | undefined }[];
    if (bytes !== undefined) this.#maxBytes = Number(bytes);
  }

  query(sql: string, parameters: readonly unknown[] = []): Promise<ClientResult> {
    const result = this.#last.then(() => this.#inTurn(sql, parameters));
    this.#last = result.catch(() => undefined);
    return result;
  }

  async commit(): Promise<void> {
    await this.query('commit');
  }

  /** A server that does not answer is not waited for. */
  async close(): Promise<void> {
    if (!this.#alive) return;
    const timer = setTimeout(() => this.destroy(), this.#closeMs);
    await this.#last;
    await new Promise<void>((resolve) => this.#connection.end(() => resolve()));
    clearTimeout(timer);
    this.destroy();
  }

  destroy(): void {
    this.#alive = false;
    this.#connection.destroy();
    this.#socket.destroy();
  }

  /**
   * Statements are sent one by one: those behind one that ended their transaction must not be carried out, as they would be
   * outside of it, each for good.
   */
  async #inTurn(sql: string, parameters: readonly unknown[]): Promise<ClientResult> {
    if (this.#gone !== undefined) {
      if (/^(rollback$|start transaction)/.test(sql)) this.#gone = undefined;
      else if (sql === 'commit') throw this.#gone;
      else throw new TransactionGone('the transaction is over', { cause: this.#gone });
    }
    try {
      return await this.#send(sql, parameters);
    } catch (error) {
      if (isReadOnlyServer(error)) this.destroy();
      if (endsTransaction(error)) {
        this.#gone = error;
        await this.#send('rollback', []).catch(() => this.destroy());
      }
      throw error;
    }
  }

  async #send(sql: string, parameters: readonly unknown[]): Promise<ClientResult> {
    const text = parameters.length === 0 ? sql : format(sql, parameters.map(toLiteral));
    const bytes = Buffer.from(text);
    if (bytes.length + PACKET_OVERHEAD > this.#maxBytes) throw new StatementTooLong('longer than max_allowed_packet');
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(new ServerSilent('no answer in time'));
        this.destroy();
      }, this.#timeoutMs);
      // As latin1 each byte is one character, and one character one byte.
      this.#connection.query({ sql: bytes.toString('latin1'), typeCast: toValue }, (error, result) => {
        clearTimeout(timer);
        if (error) reject(error);
        else resolve(toResult(result));
      });
    });
  }

  /**
   * Whether the texts are what any other client takes them for: Kubeflow Hub's own client says utf8mb4 and means it. The
   * table of its migration tool tells that it has taken the tables over from MLMD.
   */
  async #holdsUtf8(): Promise<boolean> {
    const { rows } = await this.query(`select 1 from information_schema.tables
      where table_schema = database() and table_name = 'schema_migrations'`);
    return rows.length > 0;
  }

  /** Has the server take what is sent for the UTF-8 that it is; the driver would then turn it into UTF-8 once more. */
  async #callUtf8(): Promise<void> {
    const { config } = this.#connection as Connection & { readonly config: { charsetNumber: number } };
    const { charsetNumber } = config;
    await this.query('set names utf8mb4');
    config.charsetNumber = charsetNumber;
  }

  async #either(first: string, second: string): Promise<void> {
    for (const statement of [first, second]) {
      try {
        await this.query(statement);
        return;
      } catch (error) {
        if (!isUnknown(error)) throw error;
      }
    }
  }
}

/** Where a server knows no idle transactions, only idle sessions: a reader that is opened anew each minute costs little. */
const IDLE_SECONDS = 60;

/** What a packet holds beside the text. */
const PACKET_OVERHEAD = 16;

/** A number with an exponent is a double; without, MySQL would reckon with decimals. */
function toLiteral(value: unknown): SqlValue {
  if (typeof value === 'number') return raw(toDouble(value));
  return value instanceof Uint8Array ? Buffer.from(value) : (value as SqlValue);
}

/** There is no infinity; what is compared with it is compared with the largest number. */
function toDouble(value: number): string {
  if (Number.isFinite(value)) return value.toExponential();
  return Number.isNaN(value) ? 'null' : `${value < 0 ? '-' : ''}${Number.MAX_VALUE}`;
}

/** Integers are `bigint`; all that is not a number is text in UTF-8, also where it is said to be bytes. */
const toValue: TypeCast = (field) => {
  const text = field.string('utf8');
  if (text === null) return null;
  if (INTEGERS.has(field.type)) return BigInt(text);
  return NUMBERS.has(field.type) ? Number(text) : text;
};

const INTEGERS: ReadonlySet<string> = new Set(['TINY', 'SHORT', 'INT24', 'LONG', 'LONGLONG']);
const NUMBERS: ReadonlySet<string> = new Set(['FLOAT', 'DOUBLE', 'DECIMAL', 'NEWDECIMAL']);

/** Rows, or the header that stands for them. */
function toResult(result: unknown): ClientResult {
  if (Array.isArray(result)) return { rows: result };
  const { insertId, affectedRows } = result as {
    readonly insertId: number | string;
    readonly affectedRows: number | string;
  };
  return { rows: [], insertId: BigInt(insertId), numAffectedRows: BigInt(affectedRows) };
}
