import { MysqlAdapter, MysqlIntrospector, MysqlQueryCompiler } from 'kysely';
import type { OpenOptions } from '../../open-options.js';
import type { MetadataStore } from '../../store.js';
import type { ServerClient } from '../server/client.js';
import type { SqlServer } from '../server/server.js';
import { readServerSettings, type UrlForm } from '../server/settings.js';
import { openServerStore } from '../server/store.js';
import { connectMysql } from './client.js';
import { mysqlDialect } from './dialect.js';
import { isEcho, isLostBehind, lacksTls, toMetadataError } from './errors.js';
import { columnsOf, createStore } from './schema.js';

/** What a URL of this kind looks like, for messages. */
export const MYSQL_FORM = 'mysql://USER@HOST/DATABASE';

const FORM: UrlForm = {
  form: MYSQL_FORM,
  schemes: ['mysql', 'mariadb'],
  defaultPort: 3306,
  texts: ['ca', 'cert', 'key', 'serverName', 'socket'],
};

const MYSQL: SqlServer = {
  product: 'MySQL',
  kysely: {
    createAdapter: () => new MysqlAdapter(),
    createQueryCompiler: () => new MysqlQueryCompiler(),
    createIntrospector: (db) => new MysqlIntrospector(db),
  },
  dialect: async (client) => mysqlDialect({ consecutiveIds: await hasConsecutiveIds(client) }),
  // Sessions read what was committed before each statement; only a snapshot is of one moment.
  begin: ['start transaction', 'select schema_version from MLMDEnv for update'],
  beginSnapshot: [
    'set transaction isolation level repeatable read',
    'start transaction with consistent snapshot, read only',
  ],
  connect: connectMysql,
  lacksTls,
  explain: toMetadataError,
  isEcho,
  isLostBehind,
  columns: columnsOf,
  create: createStore,
};

/**
 * Whether the ids of rows that are inserted together follow each other: InnoDB's do, one by one unless several servers take
 * turns. Of those that only speak the protocol nobody knows.
 */
async function hasConsecutiveIds(client: ServerClient): Promise<boolean> {
  const { rows } = await client.query('select @@auto_increment_increment as step, version() as version');
  const [{ step, version } = { step: undefined, version: '' }] = rows as readonly {
    readonly step: bigint;
    readonly version: string;
  }[];
  return step === 1n && !/tidb|vitess|oceanbase|singlestore/i.test(version);
}

/** Opens the MLMD store in a database of MySQL or MariaDB: see {@link openServerStore}. */
export async function openMysqlStore(url: string, options: OpenOptions): Promise<MetadataStore> {
  return openServerStore(MYSQL, readServerSettings(url, FORM, options.password), options);
}
