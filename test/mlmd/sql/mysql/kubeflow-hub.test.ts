import { describe, expect, it, onTestFinished } from 'vitest';
import type { Filter } from '../../../../src/mlmd/filter/filter.js';
import type { ArtifactId } from '../../../../src/mlmd/model.js';
import { openStore } from '../../../../src/mlmd/open.js';
import type { MetadataStore } from '../../../../src/mlmd/store.js';
import { freshMysql, mysqlServer, queryMysql } from '../../../support/mysql-store.js';

const NAME = '2:café 中文';

describe.skipIf(mysqlServer === undefined)("Kubeflow Hub's database in MySQL", () => {
  it('has its texts read as the UTF-8 that its client writes, which is not what the engine writes', async () => {
    const store = await openHub();

    const [artifact] = await store.nodesById('ARTIFACT', [1n as ArtifactId]);

    expect(artifact?.name).toBe(NAME);
  });

  it('has its texts found by every letter', async () => {
    const store = await openHub();

    const counts = await Promise.all([NAME, '2:cafe 中文', '2:caf% _文'].map((name) => countNamed(store, name)));

    expect(counts).toEqual([1, 0, 1]);
  });
});

/** Counts artifacts by name or, where that holds wildcards, by a pattern. */
async function countNamed(store: MetadataStore, name: string): Promise<number | undefined> {
  const value = { type: 'STRING', value: name } as const;
  const filter: Filter = {
    op: 'COLUMN',
    column: 'name',
    test: /[%_]/.test(name)
      ? { op: 'LIKE', pattern: name, ignoreCase: false }
      : { op: 'COMPARE', comparison: '=', value },
  };
  const [count] = await store.nodeCounts('ARTIFACT', filter);
  return count;
}

/**
 * A database with the table of Hub's migration tool, whose tables are in utf8mb4 and are written to by a client that says
 * so.
 *
 * Source: kubeflow/model-registry, internal/datastore/embedmd/mysql.
 */
async function openHub(): Promise<MetadataStore> {
  const url = await freshMysql('character set utf8mb4');
  await (await openStore(url, { readOnly: false })).close();
  await queryMysql(url, 'create table schema_migrations (version bigint not null primary key, dirty boolean not null)');
  await queryMysql(url, 'alter table Artifact convert to character set utf8mb4');
  await queryMysql(url, `insert into Artifact (type_id, uri, name) values (1, '', '${NAME}')`);
  const store = await openStore(url, { readOnly: true });
  onTestFinished(() => store.close());
  return store;
}
