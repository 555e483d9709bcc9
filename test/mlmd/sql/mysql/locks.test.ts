import { type Connection, createConnection } from 'mysql2/promise';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ArtifactId, TypeId } from '../../../../src/mlmd/model.js';
import { openStore } from '../../../../src/mlmd/open.js';
import type { MetadataStore } from '../../../../src/mlmd/store.js';
import { freshMysql, mysqlServer } from '../../../support/mysql-store.js';
import { BARE, seed } from '../../../support/seed.js';

describe.skipIf(mysqlServer === undefined)("another program's transaction", () => {
  it('that holds what we write is waited for', async () => {
    const { store, other, typeId } = await openBoth();
    await other.query('update Artifact set state = 3 where id = 1');

    const write = touch(store, typeId, [1n]);
    await expect(Promise.race([write, store.describe().then(() => 'waiting')])).resolves.toBe('waiting');
    await other.commit();
    await write;

    expect(await statesOf(store)).toEqual(['LIVE', undefined]);
  });

  it('that waits for us, as we wait for it, makes the server end ours, which is run again', async () => {
    const { store, other, typeId } = await openBoth();
    // The server ends the transaction that has changed less.
    await other.query("update Context set name = concat(name, '!')");
    await other.query('update Artifact set state = 3 where id = 1');
    let runs = 0;

    const write = store.transaction(async (transaction) => {
      runs += 1;
      await transaction.putGraph({
        artifacts: [{ ...BARE, typeId, id: 2n as ArtifactId, state: 'LIVE' }],
        onExistingEdge: 'FAIL',
      });
      if (runs === 1) void other.query('update Artifact set state = 3 where id = 2').then(() => other.commit());
      await transaction.putGraph({
        artifacts: [{ ...BARE, typeId, id: 1n as ArtifactId, state: 'LIVE' }],
        onExistingEdge: 'FAIL',
      });
    });
    await write;

    expect(runs).toBe(2);
    expect(await statesOf(store)).toEqual(['LIVE', 'LIVE']);
  });
});

/** A store of two artifacts and many contexts, and a connection with a transaction under way. */
async function openBoth(): Promise<{
  readonly store: MetadataStore;
  readonly other: Connection;
  readonly typeId: TypeId;
}> {
  const url = await freshMysql();
  const store = await openStore(url, { readOnly: false });
  onTestFinished(() => store.close());
  await seed(store, 'a > step > b');
  const [node] = await store.nodesById('ARTIFACT', [1n as ArtifactId]);
  const other = await createConnection(url);
  onTestFinished(() => other.end());
  await other.query(
    "insert into Context (type_id, name) values (12, 'a'), (12, 'b'), (12, 'c'), (12, 'd'), (12, 'e'), (12, 'f')",
  );
  await other.beginTransaction();
  return { store, other, typeId: node?.typeId as TypeId };
}

async function touch(store: MetadataStore, typeId: TypeId, ids: readonly bigint[]): Promise<void> {
  await store.transaction((transaction) =>
    transaction.putGraph({
      artifacts: ids.map((id) => ({ ...BARE, typeId, id: id as ArtifactId, state: 'LIVE' as const })),
      onExistingEdge: 'FAIL',
    }),
  );
}

async function statesOf(store: MetadataStore) {
  const nodes = await store.nodesById('ARTIFACT', [1n, 2n] as ArtifactId[]);
  return nodes.map((node) => node?.state);
}
