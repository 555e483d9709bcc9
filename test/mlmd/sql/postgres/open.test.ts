import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type OpenOptions, openStore } from '../../../../src/mlmd/open.js';
import { temporaryFolder } from '../../../support/backends.js';
import { startPostgres } from '../../../support/postgres.js';
import { freshPostgres, postgresServer, queryPostgres } from '../../../support/postgres-store.js';
import { BARE, seedTypes } from '../../../support/seed.js';

const TLS = join(import.meta.dirname, '../../../fixtures/tls');

describe.skipIf(postgresServer === undefined)('opening a PostgreSQL database', () => {
  it('makes one store of an empty one, however many do so at once, and fills it once', async () => {
    const url = await freshPostgres();
    let filled = 0;
    const onCreate = async () => {
      filled += 1;
    };

    const stores = await Promise.all(Array.from({ length: 6 }, () => open(url, { onCreate })));

    expect(filled).toBe(1);
    expect(await stores[5]?.describe()).toEqual({ backend: 'postgresql', schemaVersion: 10, readOnly: false });
    expect(await queryPostgres(url, 'select schema_version from mlmdenv')).toEqual([{ schema_version: 10 }]);
    expect(await queryPostgres(url, 'select min(id), max(id), count(*) from type')).toEqual([
      { min: 1, max: 9, count: '9' },
    ]);
  });

  it('is away when its database is dropped, which is no mistake of whoever asks', async () => {
    const url = await freshPostgres({ filled: true });
    const store = await open(url);
    const [server, name] = [url.slice(0, url.lastIndexOf('/')), url.slice(url.lastIndexOf('/') + 1)];
    await queryPostgres(`${server}/postgres`, `drop database ${name} with (force)`);
    // The test's own end drops it again.
    onTestFinished(async () => {
      await queryPostgres(`${server}/postgres`, `create database ${name}`);
    });

    await expect(store.types()).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });

  it('makes a store beside what an extension brought, which is no program of its own', async () => {
    const url = await freshPostgres();
    await queryPostgres(url, 'create extension pg_buffercache');

    const store = await open(url);

    expect((await store.types()).length).toBeGreaterThan(0);
  });

  it("leaves another program's alone, and one of another version", async () => {
    const url = await freshPostgres();
    await queryPostgres(url, 'create table users (id int)');

    await expect(open(url)).rejects.toMatchObject({
      code: 'FAILED_PRECONDITION',
      message: `${nameOf(url)} is not an MLMD store: it is a PostgreSQL database of another program (tables users). Name another database.`,
    });

    const newer = await freshPostgres({ filled: true });
    await queryPostgres(newer, 'update mlmdenv set schema_version = 11');
    await expect(open(newer)).rejects.toMatchObject({
      code: 'FAILED_PRECONDITION',
      message: expect.stringContaining('schema version 11'),
    });
  });

  it('makes nothing for reading only, and writes nothing over sessions that only read', async () => {
    const empty = await freshPostgres();
    await expect(open(empty, { readOnly: true })).rejects.toMatchObject({
      code: 'FAILED_PRECONDITION',
      message: `${nameOf(empty)} holds no store yet; read-only, none is created.`,
    });

    const store = await open(await freshPostgres({ filled: true }), { readOnly: true });
    expect(await store.types()).toHaveLength(9);
    await expect(store.transaction(seedTypes)).rejects.toMatchObject({ code: 'READ_ONLY' });
  });

  it('says what is wrong with where it is told to go, and no password', async () => {
    const url = new URL(await freshPostgres());
    const name = nameOf(url.href);
    const other = (change: (url: URL) => void) => {
      const changed = new URL(url);
      change(changed);
      return messageOf(open(changed.href));
    };

    expect(
      await other((changed) => {
        changed.password = 'not-it';
      }),
    ).toBe(`UNAVAILABLE ${name}: The store refuses the user or the password.`);
    expect(
      await other((changed) => {
        changed.password = '';
      }),
    ).toBe(`UNAVAILABLE ${name}: The store asks for a password.`);
    expect(
      await other((changed) => {
        changed.pathname = '/nothing';
      }),
    ).toBe(`NOT_FOUND ${url.host}/nothing: There is no such database.`);
    expect(
      await other((changed) => {
        changed.port = '1';
      }),
    ).toBe(`UNAVAILABLE 127.0.0.1:1${url.pathname}: The store cannot be reached.`);
  });

  it('takes the password from where it is given, and reads a file again for each connection', async () => {
    const url = new URL(await freshPostgres({ filled: true }));
    const { password } = url;
    url.password = '';
    const file = join(await temporaryFolder(), 'password');
    await writeFile(file, `${password}\n`);

    expect(await (await open(url.href, { password })).types()).toHaveLength(9);
    const store = await open(`${url.href}?password-file=${encodeURIComponent(file)}&pool=2`);
    await writeFile(file, 'not-it');

    const many = Array.from({ length: 4 }, () => store.types());
    await expect(Promise.all(many)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });

  it('orders texts by their bytes, and finds prefixes, where the database orders them by a language', async () => {
    const url = await freshPostgres({ language: 'en' });
    const store = await open(url);
    const names = ['B', 'a', 'Z', 'á', '_', 'ab', 'aB'];
    await store.transaction(async (transaction) => {
      const { artifact } = await seedTypes(transaction);
      const artifacts = names.map((name) => ({ ...BARE, typeId: artifact, name }));
      await transaction.putGraph({ artifacts, onExistingEdge: 'FAIL' });
    });
    const inOrder = async (pattern: string, from?: readonly [string, bigint]) => {
      const [page] = await store.nodePages('ARTIFACT', {
        filter: { op: 'COLUMN', column: 'name', test: { op: 'LIKE', pattern, ignoreCase: false } },
        order: { field: 'NAME', descending: false },
        page: { limit: 9, from },
      });
      return page?.items.map(({ value }) => value.name);
    };

    expect(await inOrder('%')).toEqual(['B', 'Z', '_', 'a', 'aB', 'ab', 'á']);
    expect(await inOrder('%', ['_', 5n])).toEqual(['a', 'aB', 'ab', 'á']);
    expect(await inOrder('a%')).toEqual(['a', 'aB', 'ab']);
  });

  it('says what is too long to be kept', async () => {
    const store = await open(await freshPostgres({ filled: true }));
    const put = (put: { readonly name?: string; readonly uri?: string }) =>
      store.transaction(async (transaction) => {
        const { artifact } = await seedTypes(transaction);
        await transaction.putGraph({ artifacts: [{ ...BARE, typeId: artifact, ...put }], onExistingEdge: 'FAIL' });
      });
    // Nothing that could be compressed.
    const noise = Array.from({ length: 9_000 }, (_, place) => String.fromCodePoint(0x4e00 + ((place * 7919) % 20_000)));

    await put({ name: 'n'.repeat(255) });
    await expect(put({ name: 'n'.repeat(256) })).rejects.toMatchObject({
      code: 'INVALID_ARGUMENT',
      message: expect.stringContaining('255 characters'),
    });
    await expect(put({ uri: noise.join('') })).rejects.toMatchObject({
      code: 'INVALID_ARGUMENT',
      message: expect.stringContaining('2,700 bytes'),
    });
  });
});

describe.skipIf(postgresServer === undefined)('a PostgreSQL server that encrypts', () => {
  let url = '';

  beforeAll(async () => {
    const server = await startPostgres({ tls: { cert: join(TLS, 'server.pem'), key: join(TLS, 'server.key') } });
    url = `${server?.url}/postgres`;
    return () => server?.stop();
  });

  it.each([
    ['', true],
    ['tls=off', false],
    ['tls=on', true],
    [`ca=${join(TLS, 'ca.pem')}&server-name=mlmd.test`, true],
  ])('is spoken to with %j', async (parameters, isEncrypted) => {
    const store = await open(`${url}?${parameters}`);

    await store.types();

    const sessions = await queryPostgres(
      url,
      `select distinct s.ssl from pg_stat_ssl as s join pg_stat_activity as a using (pid)
        where a.application_name = 'mlmd-graphql'`,
    );
    expect(sessions).toEqual([{ ssl: isEncrypted }]);
    await store.close();
  });

  it.each([
    ['another authority', `ca=${join(TLS, 'other-ca.pem')}&server-name=mlmd.test`],
    ['another name', `ca=${join(TLS, 'ca.pem')}&server-name=other.test`],
    ['no name that it bears', `ca=${join(TLS, 'ca.pem')}`],
    ['no authority of ours', 'tls=verify'],
  ])('is refused with a certificate of %s', async (_, parameters) => {
    await expect(open(`${url}?${parameters}`)).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: expect.stringMatching(/^127\.0\.0\.1:\d+\/postgres: The store's certificate is not accepted \(\w+\)\.$/),
    });
  });

  it('is asked for by a client that a server without it cannot serve', async () => {
    const plain = await freshPostgres();

    await expect(open(`${plain}?tls=on`)).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: `${nameOf(plain)}: The store's server does not encrypt connections.`,
    });
  });
});

async function open(url: string, options: Partial<OpenOptions> = {}) {
  const store = await openStore(url, { readOnly: false, ...options });
  onTestFinished(() => store.close());
  return store;
}

/** How messages name a database. */
function nameOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}

async function messageOf(opening: Promise<unknown>): Promise<string> {
  const error = await opening.then(
    () => undefined,
    (reason: { readonly code: string; readonly message: string }) => reason,
  );
  return `${error?.code} ${error?.message}`;
}
