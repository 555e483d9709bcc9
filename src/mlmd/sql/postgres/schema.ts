import { setTimeout as sleep } from 'node:timers/promises';
import { MetadataError } from '../../../errors.js';
import { type IndexSchema, SCHEMA, SCHEMA_VERSION, SYSTEM_TYPES, type TableSchema } from '../schema.js';
import type { ServerClient } from '../server/client.js';
import { type ColumnTypes, columnTypeIn, KEY_NAMES, WIDE_TIMES } from '../server/column-types.js';
import { NODE_LAYOUT } from '../tables.js';

/** What PostgreSQL calls the types of {@link SCHEMA}. Source: kPostgreSQLMetadataSourceQueryConfig. */
const TYPES: ColumnTypes = {
  words: [
    [/^INTEGER PRIMARY KEY AUTOINCREMENT/, 'SERIAL PRIMARY KEY'],
    [/^INTEGER PRIMARY KEY/, 'INT PRIMARY KEY'],
    [/^TINYINT\(1\)/, 'BOOLEAN'],
    [/^DOUBLE/, 'DOUBLE PRECISION'],
    [/^BLOB/, 'BYTEA'],
  ],
  own: { ...WIDE_TIMES, type_kind: 'SMALLINT NOT NULL' },
};

/** The type of a column alone, for a parameter that is to go into it. */
export function columnType(table: string, column: string): string {
  const definition = columnTypeIn(TYPES, column, SCHEMA[table]?.columns[column] ?? 'TEXT');
  if (definition.startsWith('SERIAL')) return 'bigint';
  if (/^VARCHAR/.test(definition)) return 'text';
  // Wider than the column, which then says by itself what does not go in.
  if (/^(INT|SMALLINT)\b/.test(definition)) return 'bigint';
  return definition.replace(/ (NOT NULL|PRIMARY KEY|UNIQUE|DEFAULT).*$/, '').toLowerCase();
}

/**
 * The columns of each table and view of the schema that holds MLMD's tables, or would: see `SqlServer.columns`. Those that an
 * extension brought, such as `pg_stat_statements`, are nobody's tables.
 */
export async function columnsOf(client: ServerClient): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await client.query(`select c.relname as "table", a.attname as "column"
    from pg_catalog.pg_class as c inner join pg_catalog.pg_attribute as a on a.attrelid = c.oid
    where c.relnamespace = coalesce(
        (select relnamespace from pg_catalog.pg_class where oid = to_regclass('mlmdenv')),
        (select oid from pg_catalog.pg_namespace where nspname = current_schema()))
      and c.relkind in ('r', 'p', 'v', 'm', 'f') and a.attnum > 0 and not a.attisdropped
      and not exists (select 1 from pg_catalog.pg_depend as d where d.objid = c.oid and d.deptype = 'e')
    order by c.relname, a.attnum`);
  const names = new Map(Object.keys(SCHEMA).map((name) => [name.toLowerCase(), name]));
  const columns = new Map<string, string[]>();
  for (const row of rows as readonly { readonly table: string; readonly column: string }[]) {
    if (row.table in SCHEMA) throw spelledWithCapitals(row.table);
    const table = names.get(row.table) ?? row.table;
    columns.set(table, [...(columns.get(table) ?? []), row.column]);
  }
  return columns;
}

/**
 * Kubeflow Hub's own migrations quote MLMD's names, so that in PostgreSQL they are others than those that MLMD makes there.
 *
 * Source: kubeflow/model-registry, internal/datastore/embedmd/postgres/migrations.
 */
function spelledWithCapitals(table: string): MetadataError {
  return new MetadataError(
    'FAILED_PRECONDITION',
    `The database has MLMD's tables under names with capitals ("${table}"), as Kubeflow Hub makes them in PostgreSQL and ` +
      "MLMD does not. They cannot be read here; ask Kubeflow Hub's own service.",
  );
}

/** A number of our own: "mlmd" in ASCII. */
const CREATION_LOCK = 0x6d6c6d64;

/** Another process took the names, or the lock, or won. */
const LOST_RACE: ReadonlySet<unknown> = new Set(['42P07', '23505', '40001', '40P01', '55P03']);

/** Makes the store in one transaction: see `SqlServer.create`. */
export async function createStore(client: ServerClient, indexes: readonly IndexSchema[]): Promise<boolean> {
  await client.query('begin; savepoint locking');
  // Some databases that speak the protocol have no such locks; there the names of the tables decide.
  await client
    .query(`select pg_advisory_xact_lock(${CREATION_LOCK})`)
    .catch(() => client.query('rollback to savepoint locking'));
  try {
    const isNew = (await columnsOf(client)).size === 0;
    if (isNew) for (const statement of creationStatements(indexes)) await client.query(statement);
    await client.commit();
    return isNew;
  } catch (error) {
    await client.query('rollback');
    if (!LOST_RACE.has(error instanceof Error && 'code' in error ? error.code : undefined)) throw error;
    await otherWinner(client, error);
    return false;
  }
}

/** Waits until whoever was first is done. Throws what we failed on where nobody is. */
async function otherWinner(client: ServerClient, error: unknown): Promise<void> {
  for (let tries = 0; tries < 50; tries += 1) {
    if ((await columnsOf(client)).has('MLMDEnv')) return;
    await sleep(100);
  }
  throw error;
}

function creationStatements(indexes: readonly IndexSchema[]): readonly string[] {
  const types = SYSTEM_TYPES.map(({ kind, name }) => `('${name}', ${NODE_LAYOUT[kind].typeKind})`);
  return [
    ...Object.entries(SCHEMA).map(([name, schema]) => createTable(name, schema)),
    ...indexes.map(({ name, table, columns }) => `CREATE INDEX ${name} ON ${table} (${columns.join(', ')})`),
    `INSERT INTO Type (name, type_kind) VALUES ${types.join(', ')}`,
    `INSERT INTO MLMDEnv (schema_version) VALUES (${SCHEMA_VERSION})`,
  ];
}

function createTable(name: string, { columns, primaryKey, unique }: TableSchema): string {
  const parts = Object.entries(columns).map(([column, type]) => `${column} ${columnTypeIn(TYPES, column, type)}`);
  if (primaryKey !== undefined) parts.push(`PRIMARY KEY (${primaryKey.join(', ')})`);
  const key = KEY_NAMES[name] === undefined ? '' : `CONSTRAINT ${KEY_NAMES[name]} `;
  if (unique !== undefined) parts.push(`${key}UNIQUE (${unique.join(', ')})`);
  return `CREATE TABLE ${name} (${parts.join(', ')})`;
}
