import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../../../src/mlmd/open.js';
import { freshMysql, mysqlServer, queryMysql } from '../../../support/mysql-store.js';
import { seed } from '../../../support/seed.js';

describe.skipIf(mysqlServer === undefined)('a database of MariaDB', () => {
  it('that is empty becomes a store, but not where it is only to be read', async () => {
    const url = await freshMysql();

    await expect(openStore(url, { readOnly: true })).rejects.toMatchObject({ code: 'FAILED_PRECONDITION' });
    const store = await openStore(url, { readOnly: false });

    expect(await store.describe()).toEqual({ backend: 'mysql', schemaVersion: 10, readOnly: false });
    await store.close();
  });

  it("with another program's tables is left alone", async () => {
    const url = await freshMysql();
    await queryMysql(url, 'create table payroll (id int)');

    await expect(openStore(url, { readOnly: false })).rejects.toMatchObject({
      code: 'FAILED_PRECONDITION',
      message: expect.stringContaining('payroll'),
    });
    expect(await queryMysql(url, 'show tables')).toHaveLength(1);
  });

  it('in which the making of a store was broken off is completed', async () => {
    const url = await freshMysql();
    await (await openStore(url, { readOnly: false })).close();
    await queryMysql(url, 'delete from MLMDEnv');
    await queryMysql(url, 'delete from `Type`');
    await queryMysql(url, 'drop table Event');

    const store = await openStore(url, { readOnly: false });

    await seed(store, 'a > step > b');
    expect(await queryMysql(url, 'select schema_version from MLMDEnv')).toEqual([{ schema_version: 10 }]);
    await store.close();
  });

  it('that lacks a table of a store that holds something is refused', async () => {
    const url = await freshMysql();
    await (await openStore(url, { readOnly: false })).close();
    await queryMysql(url, 'drop table Event');

    await expect(openStore(url, { readOnly: false })).rejects.toMatchObject({
      code: 'FAILED_PRECONDITION',
      message: expect.stringContaining('Event'),
    });
  });

  it('that is not there, or whose password is wrong, is named without the password', async () => {
    const url = await freshMysql();

    await expect(openStore(`${url}_not`, { readOnly: false })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: expect.stringMatching(/^127\.0\.0\.1:\d+\/test_\w+_not: There is no such database\.$/),
    });
    const wrong = url.replace(':pw@', ':secret@');
    await expect(openStore(wrong, { readOnly: false })).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: expect.not.stringContaining('secret'),
    });
  });

  it('is served again when its connections were ended, with no write lost or doubled', async () => {
    const url = await freshMysql();
    const store = await openStore(url, { readOnly: false });
    onTestFinished(() => store.close());
    await seed(store, 'a > step > b');

    const sessions = await queryMysql(
      url,
      'select id from information_schema.processlist where db = database() and id <> connection_id()',
    );
    for (const { id } of sessions) await queryMysql(url, `kill ${id}`);

    expect(await store.nodeCounts('ARTIFACT', { op: 'AND', of: [] })).toEqual([2]);
    await seed(store, 'c > other > d');
    expect(await store.nodeCounts('ARTIFACT', { op: 'AND', of: [] })).toEqual([4]);
    expect(sessions.length).toBeGreaterThan(0);
  });
});
