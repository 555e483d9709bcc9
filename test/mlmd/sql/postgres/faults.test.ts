import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Filter } from '../../../../src/mlmd/filter/filter.js';
import type { TypeId } from '../../../../src/mlmd/model.js';
import { openStore } from '../../../../src/mlmd/open.js';
import type { MetadataTransaction } from '../../../../src/mlmd/store.js';
import { freshPostgres, postgresServer, queryPostgres } from '../../../support/postgres-store.js';
import { BARE, seedTypes } from '../../../support/seed.js';
import { TcpProxy } from '../../../support/tcp-proxy.js';

const EVERYTHING: Filter = { op: 'AND', of: [] };

describe.skipIf(postgresServer === undefined)('a PostgreSQL store', () => {
  it('reads on another connection where its own are reset', async () => {
    const { store, proxy } = await openThroughProxy();
    await store.types();

    proxy.reset();

    expect(await store.nodeCounts('ARTIFACT', EVERYTHING)).toEqual([0]);
  });

  it('runs a transaction again whose connection is lost before the commit', async () => {
    const { store, url, artifact } = await openThroughProxy();
    let runs = 0;

    await store.transaction(async (transaction) => {
      runs += 1;
      await put(transaction, artifact, 'n');
      if (runs === 1) await terminateOthers(url);
    });

    expect(runs).toBe(2);
    expect(await store.nodeCounts('ARTIFACT', EVERYTHING)).toEqual([1]);
  });

  it('runs a transaction again that hides the loss of its connection', async () => {
    const { store, url, artifact } = await openThroughProxy();
    let runs = 0;

    await store.transaction(async (transaction) => {
      runs += 1;
      if (runs === 1) await terminateOthers(url);
      await put(transaction, artifact, 'n').catch(() => undefined);
    });

    expect(runs).toBe(2);
    expect(await store.nodeCounts('ARTIFACT', EVERYTHING)).toEqual([1]);
  });

  it('says that a write may have been kept where the answer to its commit is lost', async () => {
    const { store, url, proxy, artifact } = await openThroughProxy('statement-ms=100');

    const written = store.transaction(async (transaction) => {
      await put(transaction, artifact, 'n');
      proxy.losesReplies = true;
    });

    await expect(written).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: 'The store lost its connection during the commit; what was written may have been kept.',
    });
    expect(await queryPostgres(url, 'select name from artifact')).toEqual([{ name: 'n' }]);
  });

  it('says so too where a pooler tells of it, and keeps the connection to us', async () => {
    const { store, url, proxy, artifact } = await openThroughProxy();
    let runs = 0;

    const written = store.transaction(async (transaction) => {
      runs += 1;
      await put(transaction, artifact, `n${runs}`);
      proxy.saysNext = refusal('08P01', 'server conn crashed?');
    });

    await expect(written).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: 'The store lost its connection during the commit; what was written may have been kept.',
    });
    expect(await queryPostgres(url, 'select name from artifact')).toEqual([{ name: 'n1' }]);
    expect(runs).toBe(1);
  });

  it('loses and doubles nothing of many writes while its connections are reset', async () => {
    const { store, url, proxy, artifact } = await openThroughProxy();

    const writes = Array.from({ length: 60 }, async (_, place) => {
      await sleep(place * 5);
      if (place % 20 === 10) proxy.reset();
      await store.transaction((transaction) => put(transaction, artifact, `n${place}`));
      return `n${place}`;
    });
    const told = await Promise.allSettled(writes);

    const stored = (await queryPostgres(url, 'select name from artifact')).map(({ name }) => name);
    const said = told.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    const reasons = told.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
    expect(stored).toEqual(expect.arrayContaining(said));
    expect(said.length).toBeGreaterThan(0);
    for (const reason of reasons) {
      expect(reason).toMatchObject({ code: 'UNAVAILABLE', message: expect.stringContaining('may have been kept') });
    }
  });

  it('does not wait for a server that says nothing, and goes on when there is one that does', async () => {
    const { store, proxy } = await openThroughProxy('statement-ms=100');
    await store.types();
    proxy.deafen();

    await expect(store.types()).rejects.toMatchObject({ code: 'UNAVAILABLE', message: 'The store does not answer.' });

    expect(await store.nodeCounts('ARTIFACT', EVERYTHING)).toEqual([0]);
  });

  it('ends a writer that stands still, and runs its work again', async () => {
    const { store, artifact } = await openThroughProxy('lock-ms=1000');
    let runs = 0;

    await store.transaction(async (transaction) => {
      runs += 1;
      await put(transaction, artifact, 'n');
      if (runs === 1) await sleep(1_500);
    });

    expect(runs).toBe(2);
    expect(await store.nodeCounts('ARTIFACT', EVERYTHING)).toEqual([1]);
  });

  it('waits for another writer no longer than it is told', async () => {
    const { store, url, artifact } = await openThroughProxy('lock-ms=1000');
    const release = await lock(url);

    const waiting = store.transaction((transaction) => put(transaction, artifact, 'n'));

    await expect(waiting).rejects.toMatchObject({ code: 'ABORTED' });
    await release();
    await store.transaction((transaction) => put(transaction, artifact, 'n'));
  });

  it('says what was wrong first of statements that were sent together', async () => {
    const { store, artifact } = await openThroughProxy();
    const twin = { ...BARE, typeId: artifact, name: 'twin' };

    const twice = store.transaction(async (transaction) => {
      await transaction.putGraph({ artifacts: [twin, twin], onExistingEdge: 'FAIL' });
    });

    await expect(twice).rejects.toMatchObject({
      code: 'ALREADY_EXISTS',
      message: "Another artifact of type 'Thing' is named 'twin'.",
    });
  });

  it('goes on with a transaction whose work hides a refusal', async () => {
    const { store, artifact } = await openThroughProxy();

    await store.transaction(async (transaction) => {
      await put(transaction, artifact, 'n');
      await expect(put(transaction, artifact, 'n')).rejects.toMatchObject({ code: 'ALREADY_EXISTS' });
      await put(transaction, artifact, 'm');
    });

    expect(await store.nodeCounts('ARTIFACT', EVERYTHING)).toEqual([2]);
  });
});

/** A store that is reached through a middle man, and its URL without him. */
async function openThroughProxy(parameters = '') {
  const url = await freshPostgres({ filled: true });
  const proxy = await TcpProxy.to(Number(new URL(url).port));
  const through = new URL(url);
  through.port = String(proxy.port);
  const store = await openStore(`${through.href}?${parameters}`, { readOnly: false });
  onTestFinished(() => store.close());
  const { artifact } = await store.transaction(seedTypes);
  return { store, url, proxy, artifact };
}

function put(transaction: MetadataTransaction, typeId: TypeId, name: string) {
  return transaction.putGraph({ artifacts: [{ ...BARE, typeId, name }], onExistingEdge: 'FAIL' });
}

/** How a server of PostgreSQL's protocol refuses a statement, and waits for the next one outside of a transaction. */
function refusal(state: string, message: string): Buffer {
  const fields = Buffer.from(`SERROR\0C${state}\0M${message}\0\0`);
  return Buffer.concat([
    Buffer.from('E'),
    int32(fields.length + 4),
    fields,
    Buffer.from('Z'),
    int32(5),
    Buffer.from('I'),
  ]);
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

/** Ends all connections to a database but the one that asks for it. */
async function terminateOthers(url: string): Promise<void> {
  await queryPostgres(
    url,
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
}

/** Keeps everybody from writing until what it answers is called. */
async function lock(url: string): Promise<() => Promise<void>> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query('begin; select * from mlmdenv for update');
  return () => client.end();
}
