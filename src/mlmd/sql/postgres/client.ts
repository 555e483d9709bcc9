import { Socket } from 'node:net';
import { checkServerIdentity } from 'node:tls';
import pg from 'pg';
import type { ClientResult, ServerClient } from '../server/client.js';
import type { ConnectOptions } from '../server/server.js';
import { IN_FAILED_TRANSACTION, READ_ONLY_TRANSACTION } from './errors.js';

/** A server that means to end a statement after its time is given this much more to say so. */
const GRACE_MS = 1_000;

/** How long a connection may be silent before the system looks whether there is anybody. */
const KEEP_ALIVE_MS = 10_000;

/** The types that become something else than the driver would make of them: all integers are `bigint`. */
const { INT2, INT4, INT8 } = pg.types.builtins;
const INTEGERS: ReadonlySet<number> = new Set<number>([INT2, INT4, INT8]);

/** How values are read; all come as text. */
const TYPES = {
  getTypeParser: ((oid: number, format?: 'text') =>
    INTEGERS.has(oid) ? BigInt : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

/** Makes a connection: see `SqlServer.connect`. */
export async function connectPostgres(options: ConnectOptions): Promise<ServerClient> {
  const { settings, password, tls } = options;
  const socket = new Socket();
  const client = new pg.Client({
    // In the driver a host that begins with a slash is the folder of a socket.
    host: settings.socket ?? settings.host,
    port: settings.port,
    database: settings.database,
    user: settings.user,
    // A function, as the driver would otherwise look for one in the environment and in files of the user's.
    password: async () => password as string,
    ssl: tls === undefined ? false : { ...tls, ...identityCheck(settings.serverName) },
    stream: () => socket,
    types: TYPES,
    application_name: 'mlmd-graphql',
    connectionTimeoutMillis: settings.connectMs,
    query_timeout: settings.statementMs + GRACE_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
    // What is sent without waiting goes out together.
    pipeline: true,
  });
  const connected = new PostgresClient(client, socket, settings.connectMs);
  try {
    await client.connect();
    await connected.query(sessionOf(options));
    // Compiling a query takes longer than running most of ours. Databases that only speak the protocol do not know of it.
    await connected.query('set jit = off').catch(() => undefined);
    return connected;
  } catch (error) {
    connected.destroy();
    throw error;
  }
}

/** The driver names the host to TLS, whatever else it is told, so another name is looked for by ourselves. */
function identityCheck(serverName: string | undefined) {
  if (serverName === undefined) return {};
  return {
    checkServerIdentity: (_: string, ...[certificate]: [Parameters<typeof checkServerIdentity>[1]]) =>
      checkServerIdentity(serverName, certificate),
  };
}

/** Statements rather than parameters of the connection, of which poolers take few. */
function sessionOf({ settings, readOnly }: ConnectOptions): string {
  const { statementMs, lockMs, schema } = settings;
  return [
    `set statement_timeout = ${statementMs}`,
    `set lock_timeout = ${lockMs}`,
    `set idle_in_transaction_session_timeout = ${lockMs}`,
    `set default_transaction_read_only = ${readOnly ? 'on' : 'off'}`,
    ...(schema === undefined ? [] : [`set search_path = ${quoted(schema)}`]),
  ].join('; ');
}

/** A name as an identifier. */
function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

class PostgresClient implements ServerClient {
  readonly #client: pg.Client;
  readonly #socket: Socket;
  readonly #closeMs: number;
  #alive = true;

  constructor(client: pg.Client, socket: Socket, closeMs: number) {
    this.#client = client;
    this.#socket = socket;
    this.#closeMs = closeMs;
    const lose = () => {
      this.#alive = false;
    };
    // Statements under way are told of it by themselves.
    client.on('error', lose);
    client.on('end', lose);
  }

  get alive(): boolean {
    return this.#alive;
  }

  async query(sql: string, parameters: readonly unknown[] = []): Promise<ClientResult> {
    const result = await this.#send(sql, parameters);
    // Of several statements there are several results, which nobody looks at.
    if (Array.isArray(result)) return { rows: [] };
    return { rows: result.rows, numAffectedRows: BigInt(result.rowCount ?? 0) };
  }

  async commit(): Promise<void> {
    const { command } = await this.#send('commit');
    if (command === 'ROLLBACK') throw Object.assign(new Error('rolled back'), { code: IN_FAILED_TRANSACTION });
  }

  /** A server that does not answer is not waited for. */
  async close(): Promise<void> {
    if (!this.#alive) return;
    const timer = setTimeout(() => this.destroy(), this.#closeMs);
    await this.#client.end().catch(() => this.destroy());
    clearTimeout(timer);
  }

  destroy(): void {
    this.#alive = false;
    this.#socket.destroy();
  }

  /** A server that is silent, or that writes no more since another took over, is given up. */
  async #send(sql: string, parameters: readonly unknown[] = []): Promise<pg.QueryResult> {
    try {
      return await this.#client.query(sql, [...parameters]);
    } catch (error) {
      if (codeOf(error) === READ_ONLY_TRANSACTION || messageOf(error) === 'Query read timeout') this.destroy();
      throw error;
    }
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

function messageOf(error: unknown): string | undefined {
  return error instanceof Error ? error.message : undefined;
}
