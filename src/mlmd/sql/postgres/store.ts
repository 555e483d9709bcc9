import type { OpenOptions } from '../../open-options.js';
import type { MetadataStore } from '../../store.js';
import type { SqlServer } from '../server/server.js';
import { readServerSettings, type UrlForm } from '../server/settings.js';
import { openServerStore } from '../server/store.js';
import { connectPostgres } from './client.js';
import { POSTGRES_PARTS } from './compiler.js';
import { postgresDialect } from './dialect.js';
import { isEcho, isLostBehind, lacksTls, toMetadataError } from './errors.js';
import { columnsOf, createStore } from './schema.js';

/** What URLs look like, for messages. */
export const POSTGRES_FORM = 'postgres://USER@HOST/DATABASE';

const URL_FORM: UrlForm = {
  form: POSTGRES_FORM,
  schemes: ['postgres', 'postgresql'],
  defaultPort: 5432,
  texts: ['ca', 'cert', 'key', 'serverName', 'socket', 'schema'],
};

const POSTGRES: SqlServer = {
  product: 'PostgreSQL',
  kysely: POSTGRES_PARTS,
  dialect: postgresDialect,
  begin: ['begin isolation level read committed read write', 'select schema_version from MLMDEnv for update'],
  beginSnapshot: ['begin isolation level repeatable read read only'],
  connect: connectPostgres,
  lacksTls,
  explain: toMetadataError,
  isEcho,
  isLostBehind,
  columns: columnsOf,
  create: createStore,
};

/** Opens the MLMD store in a PostgreSQL database: see {@link openServerStore}. */
export async function openPostgresStore(url: string, options: OpenOptions): Promise<MetadataStore> {
  return openServerStore(POSTGRES, readServerSettings(url, URL_FORM, options.password), options);
}
