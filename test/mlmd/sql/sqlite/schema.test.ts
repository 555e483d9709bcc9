import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../../../src/mlmd/open.js';
import { temporaryFolder } from '../../../support/backends.js';
import { tableRows } from '../../../support/table-rows.js';

const REAL_STORE = join(import.meta.dirname, '../../../fixtures/kubeflow.mlmd');

describe('a store that we make', () => {
  it('has the tables, columns, keys and indexes of one that the engine made, and two indexes more', async () => {
    const path = await newStore();

    const [ours, theirs] = [shapeOf(path), shapeOf(REAL_STORE)];

    const own = ours.indexes.filter(({ name }) => name.startsWith('idx_graphql_'));
    expect(own.map(({ name }) => name)).toEqual([
      'idx_graphql_association_execution',
      'idx_graphql_attribution_artifact',
    ]);
    expect({ ...ours, indexes: ours.indexes.filter((index) => !own.includes(index)) }).toEqual(theirs);
  });

  it('holds the schema version and the system types, as those that the engine makes', async () => {
    const { MLMDEnv, Type, ...empty } = tableRows(await newStore());

    const theirs = tableRows(REAL_STORE);

    expect(MLMDEnv).toEqual(theirs.MLMDEnv);
    expect(Type).toEqual(theirs.Type?.filter((row) => Number((row as { readonly id: bigint }).id) <= 9));
    expect(Type).toHaveLength(9);
    expect(Object.values(empty).every((rows) => rows.length === 0)).toBe(true);
  });
});

async function newStore(): Promise<string> {
  const path = join(await temporaryFolder(), 'mlmd.db');
  await (await openStore(`sqlite:${path}`, { readOnly: false })).close();
  return path;
}

/** What SQLite says of a database's tables, each column and index in order. */
function shapeOf(path: string) {
  const database = new Database(path, { readonly: true });
  try {
    const all = (sql: string, ...parameters: readonly unknown[]) => database.prepare(sql).all(...parameters);
    const tables = all("select name from sqlite_master where type = 'table' order by name") as { name: string }[];
    const indexes = tables.flatMap(
      ({ name }) => all('select ? as "table", * from pragma_index_list(?)', name, name) as IndexRow[],
    );
    return {
      columns: tables.map(({ name }) => ({ name, columns: all('select * from pragma_table_xinfo(?)', name) })),
      autoincrement: all(
        "select name, sql like '%autoincrement%' as it_is from sqlite_master where type = 'table' order by 1",
      ),
      // The numbers of automatic indexes and of the list itself follow the order of creation.
      indexes: indexes
        .map(({ seq: _, ...index }) => ({ ...index, columns: all('select * from pragma_index_xinfo(?)', index.name) }))
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
      partial: all(
        "select name, substr(sql, instr(sql, ' WHERE ')) as holds from sqlite_master where sql like '% WHERE %' order by 1",
      ),
    };
  } finally {
    database.close();
  }
}

interface IndexRow {
  readonly seq: number;
  readonly name: string;
  readonly table: string;
}
