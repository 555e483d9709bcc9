import type { Layout } from '../older-layout.js';
import { type IndexSchema, SCHEMA, SCHEMA_VERSION, SYSTEM_TYPES, type TableSchema } from '../schema.js';
import { judgeSchema } from '../schema-check.js';
import { NODE_LAYOUT } from '../tables.js';
import type { SqliteConnection } from './connection.js';

/** How the MLMD store in a database is laid out: see {@link judgeSchema}. Only reads. */
export async function checkSchema(connection: SqliteConnection, name: string): Promise<Layout | undefined> {
  return judgeSchema({
    name,
    what: 'an SQLite database',
    other: 'another file',
    columns: await columnsOf(connection),
    versions: async () => {
      const rows = await connection.run('select schema_version as version from MLMDEnv limit 2');
      return (rows as readonly { readonly version: bigint }[]).map(({ version }) => version);
    },
  });
}

async function columnsOf(connection: SqliteConnection): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await connection.run(
    `select t.name as "table", json_group_array(c.name) as columns from sqlite_master as t, pragma_table_info(t.name) as c
    where t.type in ('table', 'view') and t.name not like 'sqlite\\_%' escape '\\' group by t.name order by t.name`,
  );
  return new Map(
    (rows as readonly { readonly table: string; readonly columns: string }[]).map(({ table, columns }) => [
      table,
      JSON.parse(columns) as readonly string[],
    ]),
  );
}

/**
 * Makes a new store in one exclusive transaction, so that of several processes that find the same file empty one makes
 * the store and the others find it made.
 *
 * @param indexes - what is indexed beside what the tables themselves do.
 * @returns whether it was this call.
 */
export async function createSchema(connection: SqliteConnection, indexes: readonly IndexSchema[]): Promise<boolean> {
  await connection.runScript('begin exclusive');
  try {
    if ((await columnsOf(connection)).size > 0) {
      await connection.runScript('rollback');
      return false;
    }
    await createTables(connection);
    await createIndexes(connection, indexes);
    for (const { kind, name } of SYSTEM_TYPES) {
      await connection.run('insert into Type (name, type_kind) values (?, ?)', [name, NODE_LAYOUT[kind].typeKind]);
    }
    await connection.runScript('commit');
    return true;
  } catch (error) {
    await connection.runScript('rollback').catch(() => connection.terminate());
    throw error;
  }
}

/** Makes the tables, empty but for the version of their layout. To be run in a transaction, on an empty database. */
export async function createTables(connection: SqliteConnection): Promise<void> {
  for (const [name, schema] of Object.entries(SCHEMA)) await connection.run(createTable(name, schema));
  await connection.run('insert into MLMDEnv (schema_version) values (?)', [BigInt(SCHEMA_VERSION)]);
}

/** Makes those of the indexes that are not there. */
export async function createIndexes(connection: SqliteConnection, indexes: readonly IndexSchema[]): Promise<void> {
  const rows = await connection.run("select name from sqlite_master where type = 'index'");
  const found = new Set((rows as readonly { readonly name: string }[]).map(({ name }) => name));
  for (const index of indexes) if (!found.has(index.name)) await connection.run(createIndex(index));
}

function createTable(name: string, { columns, primaryKey, unique }: TableSchema): string {
  const parts = Object.entries(columns).map(([column, type]) => `\`${column}\` ${type}`);
  if (primaryKey !== undefined) parts.push(`PRIMARY KEY (${quoted(primaryKey)})`);
  if (unique !== undefined) parts.push(`UNIQUE (${quoted(unique)})`);
  return `CREATE TABLE \`${name}\` (${parts.join(', ')})`;
}

function createIndex({ name, table, columns, partial }: IndexSchema): string {
  const where = partial ? ` WHERE ${quoted(columns.slice(-1))} IS NOT NULL` : '';
  return `CREATE INDEX \`${name}\` ON \`${table}\` (${quoted(columns)})${where}`;
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}
