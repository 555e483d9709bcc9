import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { SqliteConnection } from '../../../../src/mlmd/sql/sqlite/connection.js';
import { pooledSqlite } from '../../../../src/mlmd/sql/sqlite/driver.js';
import { temporaryFolder } from '../../../support/backends.js';

/** Counts up to ten million, which takes long enough to be interrupted and to be overtaken. */
const LONG = sql<{ n: bigint }>`with recursive c(n) as (select 1 union all select n + 1 from c where n < 10000000)
  select max(n) as n from c`;

describe('the pool of SQLite threads', () => {
  it('keeps 64-bit integers, doubles, text and bytes as they are', async () => {
    const { db } = await openPool(1);
    const values = [2n ** 63n - 1n, -(2n ** 63n), 0.1, 3, 'ü\0🦆', new Uint8Array([0, 255]), null];

    const columns = values.map((value, place) => sql`${value} as ${sql.ref(`c${place}`)}`);
    const { rows } = await sql<Record<string, unknown>>`select ${sql.join(columns)}`.execute(db);

    expect(Object.values(rows[0] ?? {})).toEqual(values);
  });

  it('answers others while one connection is busy', async () => {
    const { db } = await openPool(2);
    const order: string[] = [];

    await Promise.all([
      LONG.execute(db).then(() => order.push('long')),
      sql`select 1`.execute(db).then(() => order.push('short')),
    ]);

    expect(order).toEqual(['short', 'long']);
  });

  it('fails what was under way in a thread that dies, and goes on with a new one', async () => {
    const { db, connections } = await openPool(1);
    await sql`select 1`.execute(db);

    const long = LONG.execute(db);
    const failed = expect(long).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await connections[0]?.terminate();
    await failed;

    const { rows } = await sql<{ one: bigint }>`select 1 as one`.execute(db);
    expect(rows).toEqual([{ one: 1n }]);
    expect(connections).toHaveLength(2);
  });

  it('writes no more of a transaction whose thread died', async () => {
    const { db, connections } = await openPool(1);
    await sql`create table t (a)`.execute(db);

    const work = db.transaction().execute(async (transaction) => {
      await sql`insert into t values (1)`.execute(transaction);
      await connections[0]?.terminate();
      await sql`insert into t values (2)`.execute(transaction);
    });

    await expect(work).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    const { rows } = await sql`select * from t`.execute(db);
    expect(rows).toEqual([]);
  });

  it('writes no more of a transaction that SQLite has rolled back by itself', async () => {
    const { db } = await openPool(1);
    await sql`create table t (a unique)`.execute(db);

    const work = db.transaction().execute(async (transaction) => {
      await sql`insert into t values (1)`.execute(transaction);
      // ROLLBACK as a conflict's resolution does what a full disk does: the transaction is gone.
      await sql`insert or rollback into t values (1)`.execute(transaction).catch(() => undefined);
      await sql`insert into t values (2)`.execute(transaction);
    });

    await expect(work).rejects.toThrow();
    const { rows } = await sql`select * from t`.execute(db);
    expect(rows).toEqual([]);
  });

  it('says of a broken unique key which columns it is of', async () => {
    const { db } = await openPool(1);
    await sql`create table t (a, b, unique (a, b))`.execute(db);

    const twice = sql`insert into t values (1, 2), (1, 2)`.execute(db);

    await expect(twice).rejects.toMatchObject({ code: 'ALREADY_EXISTS', columns: ['a', 'b'] });
  });

  it('shows nothing of a statement in what it throws, but keeps it for the log', async () => {
    const { db } = await openPool(1);

    const failing = sql`select * from no_such_table`.execute(db);

    await expect(failing).rejects.toMatchObject({
      code: 'INTERNAL',
      message: 'The store could not carry out a statement.',
      cause: { code: 'SQLITE_ERROR', sql: 'select * from no_such_table' },
    });
  });
});

async function openPool(size: number) {
  const path = join(await temporaryFolder(), 'pool.db');
  const connections: SqliteConnection[] = [];
  const open = async () => {
    const connection = await SqliteConnection.open({ path, mode: 'CREATE', pragmas: [] }, 1_000);
    connections.push(connection);
    return connection;
  };
  const db = new Kysely<unknown>({ dialect: pooledSqlite({ open, size }) });
  onTestFinished(() => db.destroy());
  return { db, connections };
}
