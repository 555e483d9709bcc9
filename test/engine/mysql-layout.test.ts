import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/mlmd/open.js';
import { freshMysql, mysqlServer, queryMysql } from '../support/mysql-store.js';
import { Engine } from './support/engine.js';
import { pythonWith } from './support/python.js';

const python = pythonWith('ml_metadata');

describe.skipIf(python === undefined || mysqlServer === undefined)('a store that we make in MariaDB', () => {
  it('has the tables, columns, keys and rows of one that the engine makes, and two indexes more', async () => {
    const [ours, theirs] = [await freshMysql(), await freshMysql()];
    await (await openStore(ours, { readOnly: false })).close();
    await makeTheirs(theirs);

    const layout = await layoutOf(ours);

    const own = layout.keys.filter(({ name }) => String(name).startsWith('idx_graphql_'));
    expect(new Set(own.map(({ name }) => name))).toEqual(
      new Set(['idx_graphql_association_execution', 'idx_graphql_attribution_artifact']),
    );
    expect({ ...layout, keys: layout.keys.filter((key) => !own.includes(key)) }).toEqual(await layoutOf(theirs));
  });

  it('takes texts for the same only where their bytes are, which the defaults of the server do not', async () => {
    const url = await freshMysql('character set utf8mb4 collate utf8mb4_general_ci');
    await (await openStore(url, { readOnly: false })).close();

    const collations = await queryMysql(
      url,
      `select distinct collation_name as name from information_schema.columns
      where table_schema = database() and collation_name is not null`,
    );

    expect(collations).toEqual([{ name: 'latin1_nopad_bin' }]);
  });
});

async function makeTheirs(url: string): Promise<void> {
  const engine = new Engine(python as string, url);
  await engine.call('GetArtifactTypes', {});
  await engine.close();
}

/** All of a store but its collation, which is the database's in a store of the engine's. */
async function layoutOf(url: string) {
  const columns = await queryMysql(
    url,
    `select table_name, column_name, ordinal_position, column_default, is_nullable,
      column_type, extra from information_schema.columns where table_schema = database() order by table_name, ordinal_position`,
  );
  const keys = await queryMysql(
    url,
    `select table_name, index_name as name, non_unique, seq_in_index, column_name, sub_part
      from information_schema.statistics where table_schema = database() order by table_name, index_name, seq_in_index`,
  );
  const types = await queryMysql(url, 'select * from `Type` order by id');
  const versions = await queryMysql(url, 'select * from MLMDEnv');
  return { columns, keys, types, versions };
}
