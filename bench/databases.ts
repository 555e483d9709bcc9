import BetterSqlite3 from 'better-sqlite3';
import { createConnection } from 'mysql2/promise';
import pg from 'pg';
import { openStore } from '../src/mlmd/open.js';
import { SCHEMA } from '../src/mlmd/sql/schema.js';

/** Rows of one INSERT; MySQL takes 65,535 parameters, PostgreSQL as many. */
const BATCH = 2_000;

/** A database with MLMD's tables. */
interface Target {
  /** Runs a statement with the parameters of several rows. */
  readonly insert: (table: string, columns: readonly string[], rows: readonly (readonly unknown[])[]) => Promise<void>;
  /** Lets the planner know what is there, and ids go on behind it. */
  readonly finish: () => Promise<void>;
}

/**
 * Makes an empty database.
 *
 * @param server - its URL without a database.
 * @returns the database's URL.
 */
export async function createDatabase(server: string, name: string): Promise<string> {
  const statement = `create database ${name}`;
  if (server.startsWith('mysql:')) {
    const admin = await createConnection(server);
    await admin.query(statement);
    await admin.end();
  } else {
    const admin = new pg.Client(`${server}/postgres`);
    await admin.connect();
    await admin.query(statement);
    await admin.end();
  }
  return `${server}/${name}`;
}

/** Copies the rows of an MLMD file into an empty database, with the tables that our own code makes there. */
export async function copyInto(url: string, path: string): Promise<void> {
  const store = await openStore(url, { readOnly: false });
  await store.close();
  const target = url.startsWith('mysql:') ? await mysqlTarget(url) : await postgresTarget(url);
  const source = new BetterSqlite3(path, { readonly: true });
  source.defaultSafeIntegers(true);
  for (const [table, { columns }] of Object.entries(SCHEMA)) {
    const names = Object.keys(columns);
    // A new store has these rows already, with the same ids.
    const isNew = table === 'Type' ? 'where id > 9' : table === 'MLMDEnv' ? 'where 1 = 0' : '';
    let batch: unknown[][] = [];
    for (const row of source
      .prepare(`select ${names.join(', ')} from ${table} ${isNew}`)
      .raw()
      .iterate()) {
      batch.push(row as unknown[]);
      if (batch.length < BATCH) continue;
      await target.insert(table, names, batch);
      batch = [];
    }
    if (batch.length > 0) await target.insert(table, names, batch);
  }
  source.close();
  await target.finish();
}

async function mysqlTarget(url: string): Promise<Target> {
  const admin = await createConnection(url);
  return {
    insert: async (table, columns, rows) => {
      await admin.query(`insert into ${table} (${columns.join(', ')}) values ?`, [rows]);
    },
    finish: async () => {
      for (const table of Object.keys(SCHEMA)) await admin.query(`analyze table ${table}`);
      await admin.end();
    },
  };
}

async function postgresTarget(url: string): Promise<Target> {
  const client = new pg.Client(url);
  await client.connect();
  return {
    insert: async (table, columns, rows) => {
      const values = rows.map((row) => `(${row.map((value, place) => literal(value, columns[place])).join(', ')})`);
      await client.query(`insert into ${table} (${columns.join(', ')}) values ${values.join(', ')}`);
    },
    finish: async () => {
      for (const [table, { columns }] of Object.entries(SCHEMA)) {
        if (!('id' in columns)) continue;
        const highest = `(select coalesce(max(id), 1) from ${table})`;
        await client.query(`select setval(pg_get_serial_sequence('${table.toLowerCase()}', 'id'), ${highest})`);
      }
      await client.query('vacuum analyze');
      await client.end();
    },
  };
}

/** PostgreSQL has true booleans where SQLite has 0 and 1. */
function literal(value: unknown, column: string | undefined): string {
  if (value === null) return 'null';
  if (column === 'is_custom_property' || column === 'is_index_step' || column === 'bool_value')
    return value === 0n ? 'false' : 'true';
  return typeof value === 'string' ? pg.escapeLiteral(value) : String(value);
}
