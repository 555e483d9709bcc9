import { setTimeout as sleep } from 'node:timers/promises';
import { MetadataError } from '../../../errors.js';
import type { OpenOptions } from '../../open-options.js';
import type { MetadataStore } from '../../store.js';
import { CommitQueue } from '../commit-queue.js';
import type { SqlDialect } from '../dialect.js';
import { borrowed, pooled } from '../driver.js';
import { type Layout, NEWEST_LAYOUT } from '../older-layout.js';
import { fillNew, openKysely, transactOver } from '../open-parts.js';
import { PassingFailure } from '../passing-failure.js';
import { INDEXES, OWN_INDEXES, SCHEMA_VERSION } from '../schema.js';
import { judgeSchema, warnOlderSchema } from '../schema-check.js';
import type { Session } from '../session.js';
import { SqlStore } from '../sql-store.js';
import type { ServerClient } from './client.js';
import { ServerConnection } from './connection.js';
import { passwordSource } from './password.js';
import type { SqlServer } from './server.js';
import type { ServerSettings } from './settings.js';
import { tlsOptions } from './tls.js';

/** Pauses before a read is tried again that a lost connection ended: at once, and when a failover may be over. */
const READ_PAUSES_MS = [0, 100, 400];

const LEFT_ALONE =
  "reading the store only, as it is Kubeflow Pipelines' or Kubeflow Hub's own; with --read-only=false it is written to as well";

/** Makes a connection; throws MetadataError. */
type Connect = (session: { readonly readOnly: boolean }) => Promise<ServerClient>;

/**
 * Opens the MLMD store in a database of a server, or makes one in a database without tables where `readOnly` is not set.
 * A store that another program made is used as it is.
 *
 * Messages of errors name host, port and database: they are for whoever starts the service.
 *
 * Throws `INVALID_ARGUMENT`, `NOT_FOUND`, `FAILED_PRECONDITION`, `DATA_LOSS` or `UNAVAILABLE`.
 */
export async function openServerStore(
  server: SqlServer,
  settings: ServerSettings,
  options: OpenOptions,
): Promise<MetadataStore> {
  const connect = connector(server, settings);
  const name = nameOf(settings);
  const { layout, isNew, dialect, isForeign } = await explained(server, name, async () => {
    const found = await using(connect, { readOnly: true }, (client) => inspect(server, client, settings));
    if (found === undefined && options.readOnly) {
      throw new MetadataError('FAILED_PRECONDITION', `${name} holds no store yet; read-only, none is created.`);
    }
    const made =
      found === undefined &&
      (await using(connect, { readOnly: false }, (client) => create(server, client, settings, options)));
    return using(connect, { readOnly: true }, async (client) => ({
      layout: found ?? NEWEST_LAYOUT,
      isNew: made,
      dialect: await server.dialect(client),
      isForeign: found !== undefined && (await isLeftAlone(client, options)),
    }));
  });
  const isOlder = layout.version < SCHEMA_VERSION;
  if (isOlder && !options.readOnly) warnOlderSchema(options.log, layout.version);
  if (isForeign) options.log?.warn(LEFT_ALONE);
  const readOnly = options.readOnly || isOlder || isForeign;
  const store = build({ server, dialect, settings, connect, layout, readOnly }, options);
  if (isNew) await fillNew(store, options);
  return store;
}

function nameOf({ host, port, database, socket }: ServerSettings): string {
  return socket === undefined
    ? `${host.includes(':') ? `[${host}]` : host}:${port}/${database}`
    : `${socket}/${database}`;
}

/** Makes connections as the settings say. The files that they name are looked at here. */
function connector(server: SqlServer, settings: ServerSettings): Connect {
  const passwordNow = passwordSource(settings.password);
  const tls = tlsOptions(settings);
  return async ({ readOnly }) => {
    const wanted = { settings, password: await passwordNow(), readOnly };
    try {
      if (settings.tls !== 'prefer' || tls === undefined) return await server.connect({ ...wanted, tls });
      return await server.connect({ ...wanted, tls }).catch((error: unknown) => {
        if (!server.lacksTls(error)) throw error;
        return server.connect({ ...wanted, tls: undefined });
      });
    } catch (error) {
      throw server.explain(error);
    }
  };
}

async function using<T>(
  connect: Connect,
  session: { readonly readOnly: boolean },
  work: (client: ServerClient) => Promise<T>,
): Promise<T> {
  const client = await connect(session);
  try {
    return await work(client);
  } finally {
    await client.close();
  }
}

async function inspect(server: SqlServer, client: ServerClient, settings: ServerSettings): Promise<Layout | undefined> {
  return judgeSchema({
    name: nameOf(settings),
    what: `a ${server.product} database`,
    other: 'another database',
    columns: await server.columns(client),
    versions: async () => {
      const { rows } = await client.query('select schema_version as version from MLMDEnv limit 2');
      return (rows as readonly { readonly version: bigint }[]).map(({ version }) => version);
    },
  });
}

/** Whether a store that may be written is opened for reading only, because of what it holds. */
async function isLeftAlone(client: ServerClient, { readOnly, leaveAlone }: OpenOptions): Promise<boolean> {
  if (readOnly || leaveAlone === undefined) return false;
  const { rows } = await client.query('select distinct name from Type where type_kind = 2');
  return leaveAlone((rows as readonly { readonly name: string }[]).map(({ name }) => name));
}

/** Makes the store, unless another process was first, and then sees to it that what is there is one. */
async function create(
  server: SqlServer,
  client: ServerClient,
  settings: ServerSettings,
  { likeEngine }: OpenOptions,
): Promise<boolean> {
  const isNew = await server.create(client, likeEngine === true ? INDEXES : [...INDEXES, ...OWN_INDEXES]);
  if (!isNew) await inspect(server, client, settings);
  return isNew;
}

/** Names the database in errors of the server, whose messages are made for API users and name none. */
async function explained<T>(server: SqlServer, name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const error = cause instanceof MetadataError ? cause : server.explain(cause);
    if (error.cause === undefined) throw error;
    throw new MetadataError(error.code, `${name}: ${error.message}`, { cause });
  }
}

/** What a store is built of. */
interface Parts {
  readonly server: SqlServer;
  readonly dialect: SqlDialect;
  readonly settings: ServerSettings;
  readonly connect: Connect;
  readonly layout: Layout;
  readonly readOnly: boolean;
}

function build(parts: Parts, options: OpenOptions): MetadataStore {
  const { server, dialect, settings, connect, layout, readOnly } = parts;
  const open = async () => new ServerConnection(server, await connect({ readOnly }).catch(asAway));
  const waitMs = settings.connectMs + settings.statementMs;
  const reading: Session = {
    db: openKysely(pooled(server.kysely, { open, size: settings.pool, waitMs }), options, layout),
    dialect,
    isTransaction: false,
  };
  const queue = readOnly ? undefined : new CommitQueue(open);
  const writing = queue && { over: borrowed(server.kysely, () => queue.connection), dialect };
  return new SqlStore({
    reading,
    schemaVersion: layout.version,
    read: readAgain,
    transact: queue && writing && transactOver(queue, writing, options),
    close: async () => {
      await reading.db.destroy();
      await queue?.close();
    },
  });
}

/** The database was there when the store was opened: what is wrong with it now is no mistake of whoever asks. */
function asAway(error: unknown): never {
  if (!(error instanceof MetadataError) || error instanceof PassingFailure) throw error;
  throw new MetadataError('UNAVAILABLE', error.message, { cause: error.cause });
}

/** A read leaves nothing behind, so it may be made again on another connection. */
async function readAgain<T>(work: () => Promise<T>): Promise<T> {
  for (const pauseMs of READ_PAUSES_MS) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof PassingFailure)) throw error;
      await sleep(pauseMs);
    }
  }
  return work();
}
