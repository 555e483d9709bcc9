import { type IndexSchema, SCHEMA, SCHEMA_VERSION, SYSTEM_TYPES, type TableSchema } from '../schema.js';
import type { ServerClient } from '../server/client.js';
import { type ColumnTypes, columnTypeIn, KEY_NAMES, WIDE_TIMES } from '../server/column-types.js';
import { NODE_LAYOUT } from '../tables.js';
import { isUnknown } from './errors.js';

/** What MySQL calls the types of {@link SCHEMA}. Source: kMySQLMetadataSourceQueryConfig in metadata_source_query_config.cc. */
const TYPES: ColumnTypes = {
  words: [
    [/^INTEGER PRIMARY KEY AUTOINCREMENT/, 'INT PRIMARY KEY AUTO_INCREMENT'],
    [/^INTEGER PRIMARY KEY/, 'INT PRIMARY KEY'],
    [/^BLOB/, 'MEDIUMBLOB'],
  ],
  own: { ...WIDE_TIMES, string_value: 'MEDIUMTEXT' },
};

/** An index has no more of these than their beginning. */
const LONG_COLUMNS: ReadonlySet<string> = new Set(['uri', 'string_value']);

/** The columns of each table and view of the database: see `SqlServer.columns`. A store that was left half made counts as none. */
export async function columnsOf(client: ServerClient): Promise<ReadonlyMap<string, readonly string[]>> {
  let columns = await read(client);
  if (columns.size > 0 && (await isUnfinished(client, columns))) {
    // Whoever is making it holds the lock, and whoever gets it sees what became of it.
    columns = await locked(client, () => read(client));
    if (await isUnfinished(client, columns)) return new Map();
  }
  return columns;
}

async function read(client: ServerClient): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await client.query(`select table_name as ${'`table`'}, column_name as ${'`column`'}
    from information_schema.columns where table_schema = database() order by table_name, ordinal_position`);
  // Where the file system knows no capitals, neither do the names of tables.
  const names = new Map(Object.keys(SCHEMA).map((name) => [name.toLowerCase(), name]));
  const columns = new Map<string, string[]>();
  for (const row of rows as readonly { readonly table: string; readonly column: string }[]) {
    const table = names.get(row.table.toLowerCase()) ?? row.table;
    columns.set(table, [...(columns.get(table) ?? []), row.column]);
  }
  return columns;
}

/** Whether there is nothing but tables of MLMD's without any rows: MLMDEnv is made first, and gets its row last. */
async function isUnfinished(client: ServerClient, columns: ReadonlyMap<string, readonly string[]>): Promise<boolean> {
  if (!columns.has('MLMDEnv') || [...columns.keys()].some((table) => SCHEMA[table] === undefined)) return false;
  const counts = [...columns.keys()].map((table) => `select exists (select 1 from \`${table}\`) as held`);
  const { rows } = await client.query(counts.join(' union all '));
  return (rows as readonly { readonly held: bigint }[]).every(({ held }) => held === 0n);
}

/** How long another process may take to make the tables. */
const CREATION_SECONDS = 30;

/** Runs work while no other process makes this store; where the server has no such locks, as it is. */
async function locked<T>(client: ServerClient, work: () => Promise<T>): Promise<T> {
  const name = `concat('mlmd_graphql ', left(md5(database()), 32))`;
  const isLocked = await client.query(`select get_lock(${name}, ${CREATION_SECONDS})`).then(
    () => true,
    (error: unknown) => {
      if (!isUnknown(error)) throw error;
      return false;
    },
  );
  try {
    return await work();
  } finally {
    if (isLocked) await client.query(`do release_lock(${name})`);
  }
}

/**
 * Makes the store: see `SqlServer.create`. Each statement counts for good here, so the row of MLMDEnv, without which neither
 * we nor the engine take it for a store, comes last; what another process left half done is completed.
 */
export async function createStore(client: ServerClient, indexes: readonly IndexSchema[]): Promise<boolean> {
  return locked(client, async () => {
    const columns = await read(client);
    if (columns.size > 0 && !(await isUnfinished(client, columns))) return false;
    const collation = await exactCollation(client);
    for (const statement of creationStatements(indexes, collation)) await client.query(statement);
    const types = SYSTEM_TYPES.map(({ kind, name }) => `('${name}', ${NODE_LAYOUT[kind].typeKind})`);
    await client.query('start transaction');
    await client.query(`insert into \`Type\` (name, type_kind) values ${types.join(', ')}`);
    await client.query(`insert into \`MLMDEnv\` (schema_version) values (${SCHEMA_VERSION})`);
    await client.commit();
    return true;
  });
}

/**
 * The collation of a store of ours: unique keys go by bytes as everywhere else, where the server's default would take 'Acc'
 * and 'acc' for the same. In latin1 what the engine and we send is kept as it comes, see `connectMysql`; MariaDB has it with
 * spaces at the end that count, MySQL not.
 */
async function exactCollation(client: ServerClient): Promise<string> {
  const { rows } = await client.query(
    "select collation_name as name from information_schema.collations where collation_name in ('latin1_bin', 'latin1_nopad_bin')",
  );
  const names = (rows as readonly { readonly name: string }[]).map(({ name }) => name);
  const [collation] = ['latin1_nopad_bin', 'latin1_bin'].filter((name) => names.includes(name));
  return collation === undefined ? '' : ` CHARACTER SET latin1 COLLATE ${collation}`;
}

function creationStatements(indexes: readonly IndexSchema[], collation: string): readonly string[] {
  const { MLMDEnv: first, ...others } = SCHEMA;
  return Object.entries({ MLMDEnv: first as TableSchema, ...others }).map(
    ([name, schema]) => `${createTable(name, schema, indexes)}${collation}`,
  );
}

function createTable(
  name: string,
  { columns, primaryKey, unique }: TableSchema,
  indexes: readonly IndexSchema[],
): string {
  const parts = Object.entries(columns).map(([column, type]) => `\`${column}\` ${columnTypeIn(TYPES, column, type)}`);
  if (primaryKey !== undefined) parts.push(`PRIMARY KEY (${quoted(primaryKey)})`);
  if (unique !== undefined) parts.push(`UNIQUE KEY \`${KEY_NAMES[name] ?? unique[0]}\` (${quoted(unique)})`);
  for (const index of indexes.filter(({ table }) => table === name)) {
    parts.push(`KEY \`${index.name}\` (${index.columns.map(indexed).join(', ')})`);
  }
  return `CREATE TABLE IF NOT EXISTS \`${name}\` (${parts.join(', ')})`;
}

function indexed(column: string): string {
  return LONG_COLUMNS.has(column) ? `\`${column}\`(255)` : `\`${column}\``;
}

function quoted(columns: readonly string[]): string {
  return columns.map((column) => `\`${column}\``).join(', ');
}
