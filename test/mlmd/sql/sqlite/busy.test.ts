import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Filter } from '../../../../src/mlmd/filter/filter.js';
import { openStore } from '../../../../src/mlmd/open.js';
import type { MetadataStore } from '../../../../src/mlmd/store.js';
import { temporaryFolder } from '../../../support/backends.js';
import { seed } from '../../../support/seed.js';
import { lockFile } from '../../../support/sqlite-lock.js';

const REAL_STORE = join(import.meta.dirname, '../../../fixtures/kubeflow.mlmd');
const EVERYTHING: Filter = { op: 'AND', of: [] };

describe('a busy file', () => {
  it('is waited for by a write, while the event loop goes on', async () => {
    const { path, store } = await openOwn();
    const lock = lockFile(path, 'immediate');
    let ticks = 0;
    const ticking = setInterval(() => ticks++, 5);
    onTestFinished(() => clearInterval(ticking));

    const writing = seed(store, 'a > b');
    await sleep(200);
    const ticksWhileBusy = ticks;
    lock.release();
    await writing;

    expect(ticksWhileBusy).toBeGreaterThan(5);
    expect(await store.nodeCounts('ARTIFACT', EVERYTHING)).toEqual([1]);
  });

  it('is ABORTED in the end, and nothing of the write is left', async () => {
    const { path, store } = await openOwn(50);
    const lock = lockFile(path, 'immediate');

    await expect(seed(store, 'a > b')).rejects.toMatchObject({
      code: 'ABORTED',
      message: 'The store is busy with another program; try again.',
    });
    lock.release();

    expect(await store.nodeCounts('ARTIFACT', EVERYTHING)).toEqual([0]);
    await seed(store, 'a > b');
  });

  it('lets reads through beside a writer where it has a write-ahead log', async () => {
    const { path, store } = await openOwn(50);
    lockFile(path, 'exclusive');

    expect(await store.nodeCounts('ARTIFACT', EVERYTHING)).toEqual([0]);
  });

  it('is waited for by a read where it has none', async () => {
    const { path, store } = await openForeign();
    const lock = lockFile(path, 'exclusive');

    const reading = store.nodeCounts('ARTIFACT', EVERYTHING);
    await sleep(50);
    lock.release();

    expect(await reading).toEqual([8]);
  });

  it('is ABORTED to a read in the end where it has none', async () => {
    const { path, store } = await openForeign(50);
    lockFile(path, 'exclusive');

    await expect(store.nodeCounts('ARTIFACT', EVERYTHING)).rejects.toMatchObject({ code: 'ABORTED' });
  });

  it('is waited for by a commit that a reader of another program is in the way of', async () => {
    const { path, store } = await openForeign();
    const reader = new Database(path, { readonly: true });
    onTestFinished(() => void reader.close());
    const rows = reader.prepare('select * from Artifact').iterate();
    rows.next();

    const writing = seed(store, 'a > b');
    await sleep(100);
    rows.return?.();
    await writing;

    expect(await store.nodeCounts('ARTIFACT', EVERYTHING)).toEqual([9]);
  });

  it('leaves nothing of a write whose commit never gets through', async () => {
    const { path, store } = await openForeign(50);
    const reader = new Database(path, { readonly: true });
    onTestFinished(() => void reader.close());
    const rows = reader.prepare('select * from Artifact').iterate();
    rows.next();

    await expect(seed(store, 'a > b')).rejects.toMatchObject({ code: 'ABORTED' });
    rows.return?.();

    expect(await store.nodeCounts('ARTIFACT', EVERYTHING)).toEqual([8]);
    await seed(store, 'a > b');
  });

  it('is waited for when it is opened', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 'mlmd.db');
    await copyFile(REAL_STORE, path);
    const lock = lockFile(path, 'exclusive');

    const opening = openStore(`sqlite:${path}`, { readOnly: false });
    await sleep(50);
    lock.release();

    await (await opening).close();
  });
});

async function openOwn(busyTimeoutMs = 10_000): Promise<{ readonly path: string; readonly store: MetadataStore }> {
  const path = join(await temporaryFolder(), 'mlmd.db');
  const store = await openStore(`sqlite:${path}`, { readOnly: false, busyTimeoutMs });
  onTestFinished(() => store.close());
  return { path, store };
}

/** A store that another program made, with a rollback journal. */
async function openForeign(busyTimeoutMs = 10_000): Promise<{ readonly path: string; readonly store: MetadataStore }> {
  const path = join(await temporaryFolder(), 'mlmd.db');
  await copyFile(REAL_STORE, path);
  const store = await openStore(`sqlite:${path}`, { readOnly: false, busyTimeoutMs });
  onTestFinished(() => store.close());
  return { path, store };
}
