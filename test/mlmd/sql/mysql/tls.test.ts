import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../../../src/mlmd/open.js';
import { startMariadb } from '../../../support/mariadb.js';
import { freshMysql, mysqlServer, queryMysql } from '../../../support/mysql-store.js';

const TLS = join(import.meta.dirname, '../../../fixtures/tls');

describe.skipIf(mysqlServer === undefined)('a MariaDB server that encrypts', () => {
  let url = '';

  beforeAll(async () => {
    const server = await startMariadb({ tls: { cert: join(TLS, 'server.pem'), key: join(TLS, 'server.key') } });
    await queryMysql(`${server?.url}`, 'create database lineage');
    url = `${server?.url}/lineage`;
    return () => server?.stop();
  });

  it.each([
    ['', true],
    ['tls=off', false],
    ['tls=on', true],
    [`ca=${join(TLS, 'ca.pem')}&server-name=mlmd.test`, true],
  ])('is spoken to with %j', async (parameters, isEncrypted) => {
    const before = await encryptedSoFar(url);

    const store = await openStore(`${url}?${parameters}`, { readOnly: false });
    onTestFinished(() => store.close());

    expect((await encryptedSoFar(url)) > before).toBe(isEncrypted);
  });

  it.each([
    ['another authority', `ca=${join(TLS, 'other-ca.pem')}&server-name=mlmd.test`],
    ['another name', `ca=${join(TLS, 'ca.pem')}&server-name=other.test`],
    ['no name that it bears', `ca=${join(TLS, 'ca.pem')}`],
    ['no authority of ours', 'tls=verify'],
  ])('is refused with a certificate of %s', async (_, parameters) => {
    await expect(openStore(`${url}?${parameters}`, { readOnly: false })).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: expect.stringMatching(/^127\.0\.0\.1:\d+\/lineage: The store's certificate is not accepted \(\w+\)\.$/),
    });
  });

  it('is asked for by a client that a server without it cannot serve', async () => {
    const plain = await freshMysql();

    await expect(openStore(`${plain}?tls=on`, { readOnly: false })).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: expect.stringMatching(/: The store's server does not encrypt connections\.$/),
    });
  });
});

/** How many connections the server has encrypted; whoever asks comes without. */
async function encryptedSoFar(url: string): Promise<number> {
  const [row] = await queryMysql(url, "show global status like 'Ssl_finished_accepts'");
  return Number(row?.Value);
}
