import { MetadataError } from '../../../errors.js';
import { type IndexSchema, SCHEMA, SCHEMA_VERSION, SYSTEM_TYPES, type TableSchema } from '../schema.js';
import { NODE_LAYOUT } from '../tables.js';
import type { SqliteConnection } from './connection.js';

/**
 * Whether a database holds an MLMD store that we handle, or nothing yet. Only reads.
 *
 * @param name - names the database in messages.
 * Throws `FAILED_PRECONDITION` for anything else: another program's tables, another schema version, a part of the
 * tables; `DATA_LOSS` where MLMD's version table contradicts itself.
 */
export async function checkSchema(connection: SqliteConnection, name: string): Promise<'COMPLETE' | 'EMPTY'> {
  const columns = await columnsOf(connection);
  const tables = [...columns.keys()];
  if (tables.length === 0) return 'EMPTY';
  const missing = Object.keys(SCHEMA).filter((table) => !columns.has(table));
  if (!columns.has('MLMDEnv')) {
    if (columns.get('Type')?.includes('is_artifact_type')) throw olderSchema(name, 0n);
    if (missing.length < Object.keys(SCHEMA).length - 1 && columns.has('Artifact') && columns.has('Execution')) {
      throw halfMade(name, missing);
    }
    const some = tables.slice(0, 3).join(', ');
    throw new MetadataError(
      'FAILED_PRECONDITION',
      `${name} is not an MLMD store: it is an SQLite database of another program (tables ${some}). Name another file.`,
    );
  }
  await checkVersion(connection, name);
  if (missing.length > 0) throw halfMade(name, missing);
  for (const [table, { columns: wanted }] of Object.entries(SCHEMA)) {
    const absent = Object.keys(wanted).filter((column) => !columns.get(table)?.includes(column));
    if (absent.length > 0)
      throw halfMade(
        name,
        absent.map((column) => `${table}.${column}`),
      );
  }
  return 'COMPLETE';
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

async function checkVersion(connection: SqliteConnection, name: string): Promise<void> {
  const rows = await connection.run('select schema_version as version from MLMDEnv limit 2');
  const [first, second] = rows as readonly { readonly version: bigint }[];
  if (first === undefined) throw halfMade(name, ['the row of MLMDEnv']);
  if (second !== undefined) {
    throw new MetadataError(
      'DATA_LOSS',
      `${name} says several schema versions (table MLMDEnv has more than one row), so it is damaged. Restore a backup.`,
    );
  }
  if (first.version > SCHEMA_VERSION) {
    throw new MetadataError(
      'FAILED_PRECONDITION',
      `${name} has MLMD schema version ${first.version}, newer than the ${SCHEMA_VERSION} handled here. Use a newer release.`,
    );
  }
  if (first.version < SCHEMA_VERSION) throw olderSchema(name, first.version);
}

function olderSchema(name: string, version: bigint): MetadataError {
  return new MetadataError(
    'FAILED_PRECONDITION',
    `${name} has MLMD schema version ${version}, older than the ${SCHEMA_VERSION} handled here. ` +
      'Upgrade it with ml-metadata 1.11 or newer (enable_upgrade_migration), after a backup.',
  );
}

function halfMade(name: string, missing: readonly string[]): MetadataError {
  const some = missing.slice(0, 3).join(', ') + (missing.length > 3 ? ', …' : '');
  return new MetadataError(
    'FAILED_PRECONDITION',
    `${name} is an incomplete MLMD store: it lacks ${some}. Restore a backup, or name another file.`,
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
    for (const statement of creationStatements(indexes)) await connection.run(statement);
    await connection.run('insert into MLMDEnv (schema_version) values (?)', [BigInt(SCHEMA_VERSION)]);
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

function creationStatements(indexes: readonly IndexSchema[]): readonly string[] {
  return [...Object.entries(SCHEMA).map(([name, schema]) => createTable(name, schema)), ...indexes.map(createIndex)];
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
