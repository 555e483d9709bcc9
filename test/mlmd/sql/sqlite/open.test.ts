import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, copyFile, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { pino } from 'pino';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../../../src/mlmd/open.js';
import { openAsNobody } from '../../../support/as-user.js';
import { temporaryFolder } from '../../../support/backends.js';

const REAL_STORE = join(import.meta.dirname, '../../../fixtures/kubeflow.mlmd');
const NOT_ROOT_POSSIBLE = process.platform === 'linux';

describe('openStore', () => {
  it.each([
    [
      'mlmd.db',
      "The store 'mlmd.db' has no scheme; write one of: sqlite:PATH, postgres://USER@HOST/DATABASE, mysql://USER@HOST/DATABASE, grpc://HOST:PORT, grpcs://HOST:PORT.",
    ],
    [
      '/tmp/mlmd.db',
      "The store '/tmp/mlmd.db' has no scheme; write one of: sqlite:PATH, postgres://USER@HOST/DATABASE, mysql://USER@HOST/DATABASE, grpc://HOST:PORT, grpcs://HOST:PORT.",
    ],
    [
      'mongodb://host/x',
      "The store scheme 'mongodb' is unknown; write one of: sqlite:PATH, postgres://USER@HOST/DATABASE, mysql://USER@HOST/DATABASE, grpc://HOST:PORT, grpcs://HOST:PORT.",
    ],
    ['sqlite:', "The store 'sqlite:' has no path; write sqlite:PATH."],
    ['sqlite::memory:', "The store 'sqlite::memory:' is not a file's path; write sqlite:PATH."],
    ['sqlite:file:x?mode=ro', "The store 'sqlite:file:x?mode=ro' is not a file's path; write sqlite:PATH."],
    ['sqlite://host/x', "The store 'sqlite://host/x' names a host; write sqlite:PATH, without '//'."],
  ])('refuses %s', async (url, message) => {
    await expect(openStore(url, { readOnly: false })).rejects.toMatchObject({ code: 'INVALID_ARGUMENT', message });
  });

  it('makes a store where there is no file, where the file is empty, and where a database has no tables', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'empty.db'), '');
    new Database(join(folder, 'bare.db')).exec('create table t (a); drop table t').close();

    for (const name of ['missing.db', 'empty.db', 'bare.db']) {
      const store = await openStore(`sqlite:${join(folder, name)}`, { readOnly: false });
      expect(await store.types()).toHaveLength(9);
      await store.close();
    }
  });

  it('opens what it made', async () => {
    const url = `sqlite:${join(await temporaryFolder(), 'mlmd.db')}`;
    await (await openStore(url, { readOnly: false })).close();

    for (const readOnly of [false, true]) {
      const store = await openStore(url, { readOnly });
      expect(await store.describe()).toEqual({ backend: 'sqlite', schemaVersion: 10, readOnly });
      await store.close();
    }
  });

  it('makes one good store where several open the same new file at once', async () => {
    const url = `sqlite:${join(await temporaryFolder(), 'mlmd.db')}`;

    const stores = await Promise.all([1, 2, 3, 4].map(() => openStore(url, { readOnly: false })));

    for (const store of stores) {
      expect(await store.types()).toHaveLength(9);
      await store.close();
    }
  });
});

describe('openStore, on what is no store', () => {
  it.each<readonly [what: string, make: (path: string) => Promise<void>, code: string, message: RegExp]>([
    ['a folder', (path) => mkdir(path).then(), 'FAILED_PRECONDITION', /is a folder; name a file in it/],
    ['text', (path) => writeFile(path, 'a,b\n1,2\n'), 'FAILED_PRECONDITION', /is not an SQLite database/],
    [
      'a database of another program',
      sql('create table users (id)'),
      'FAILED_PRECONDITION',
      /another program \(tables users\)/,
    ],
    ['a database with only a view', sql('create view v as select 1 as a'), 'FAILED_PRECONDITION', /another program/],
    [
      'a newer schema',
      changed('update MLMDEnv set schema_version = 11'),
      'FAILED_PRECONDITION',
      /version 11, newer than the 10/,
    ],
    [
      'an older schema',
      changed('update MLMDEnv set schema_version = 5'),
      'FAILED_PRECONDITION',
      /version 5, older than the 6 to 10/,
    ],
    ['the oldest schema', sql(VERSION_0), 'FAILED_PRECONDITION', /version 0, older than the 6 to 10/],
    [
      'a column that an older schema has',
      changed('update MLMDEnv set schema_version = 8; alter table ArtifactProperty drop column byte_value'),
      'FAILED_PRECONDITION',
      /lacks ArtifactProperty\.byte_value/,
    ],
    ['no schema version', changed('delete from MLMDEnv'), 'FAILED_PRECONDITION', /incomplete.*the row of MLMDEnv/],
    ['two schema versions', changed('insert into MLMDEnv values (9)'), 'DATA_LOSS', /several schema versions/],
    ['a missing table', changed('drop table EventPath'), 'FAILED_PRECONDITION', /incomplete.*lacks EventPath/],
    [
      'a missing column',
      changed('alter table Type drop column input_type'),
      'FAILED_PRECONDITION',
      /lacks Type\.input_type/,
    ],
    ['a missing version table', changed('drop table MLMDEnv'), 'FAILED_PRECONDITION', /incomplete.*lacks MLMDEnv/],
    ['a damaged database', damaged, 'DATA_LOSS', /damaged/],
  ])('refuses %s in one line, and leaves it as it is', async (_, make, code, message) => {
    const path = join(await temporaryFolder(), 'mlmd.db');
    await make(path);
    const before = await contents(path);

    for (const readOnly of [false, true]) {
      const refusal = await openStore(`sqlite:${path}`, { readOnly }).catch((error: unknown) => error);

      expect(refusal).toMatchObject({ code, message: expect.stringMatching(message) });
      expect(String(refusal)).toContain(path);
      expect(String(refusal)).not.toContain('\n');
    }
    expect(await contents(path)).toEqual(before);
  });

  it('refuses a missing folder, and a file in place of one', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'file'), '');

    const missing = openStore(`sqlite:${join(folder, 'no', 'mlmd.db')}`, { readOnly: false });
    await expect(missing).rejects.toMatchObject({ code: 'NOT_FOUND', message: expect.stringContaining('create it') });
    const through = openStore(`sqlite:${join(folder, 'file', 'mlmd.db')}`, { readOnly: false });
    await expect(through).rejects.toMatchObject({ code: 'FAILED_PRECONDITION' });
  });

  it('makes nothing when it is opened read-only', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'empty.db'), '');

    const missing = openStore(`sqlite:${join(folder, 'mlmd.db')}`, { readOnly: true });
    await expect(missing).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const empty = openStore(`sqlite:${join(folder, 'empty.db')}`, { readOnly: true });
    await expect(empty).rejects.toMatchObject({ code: 'FAILED_PRECONDITION' });

    expect(await readdir(folder)).toEqual(['empty.db']);
  });

  it.runIf(NOT_ROOT_POSSIBLE)('says what it may not do', async () => {
    const folder = await temporaryFolder();
    await chmod(folder, 0o755);
    const path = join(folder, 'mlmd.db');
    await copyFile(REAL_STORE, path);

    await chmod(path, 0o000);
    expect(openAsNobody(`sqlite:${path}`, { readOnly: true })).toMatch(
      /^PERMISSION_DENIED: .*cannot be read: permission/,
    );
    await chmod(path, 0o444);
    expect(openAsNobody(`sqlite:${path}`, { readOnly: false })).toMatch(/^PERMISSION_DENIED: .*--read-only/);
    expect(openAsNobody(`sqlite:${path}`, { readOnly: true })).toBe('8 artifacts');
    expect(openAsNobody(`sqlite:${join(folder, 'new.db')}`, { readOnly: false })).toMatch(
      /^PERMISSION_DENIED: The folder/,
    );
  });
});

describe('openStore, beside another program', () => {
  it('keeps the journal mode of a file that it did not make, and its schema', async () => {
    const path = join(await temporaryFolder(), 'mlmd.db');
    await copyFile(REAL_STORE, path);
    const before = schemaOf(path);

    const store = await openStore(`sqlite:${path}`, { readOnly: false });
    await store.transaction(async (transaction) => {
      await transaction.putTypes([
        { kind: 'ARTIFACT', name: 'T', properties: new Map(), canAddFields: false, canOmitFields: false },
      ]);
    });
    await store.close();

    expect(journalMode(path)).toBe('delete');
    expect(schemaOf(path)).toEqual(before);
  });

  it('uses write-ahead logging for a file that it made, and works it into the file on close', async () => {
    const path = join(await temporaryFolder(), 'mlmd.db');

    const store = await openStore(`sqlite:${path}`, { readOnly: false });
    await store.types();
    await store.close();

    expect(await readdir(dirname(path))).toEqual(['mlmd.db']);
    expect(journalMode(path)).toBe('wal');
  });

  it.each(['delete', 'wal'])('reads new rows of a %s-mode file without changing it', async (mode) => {
    const path = join(await temporaryFolder(), 'mlmd.db');
    await copyFile(REAL_STORE, path);
    const other = new Database(path);
    other.pragma(`journal_mode = ${mode}`);

    const store = await openStore(`sqlite:${path}`, { readOnly: true });
    const before = await countTypes(store);
    other.exec("insert into Type (name, type_kind) values ('New', 1)");
    const after = await countTypes(store);
    const failing = store.transaction((transaction) => transaction.putTypes([]));

    expect(after).toBe(before + 1);
    await expect(failing).rejects.toMatchObject({ code: 'READ_ONLY' });
    await store.close();
    other.close();
  });

  it.each(['delete', 'wal'])('leaves nothing of a read-only look at a %s-mode file', async (mode) => {
    const path = join(await temporaryFolder(), 'mlmd.db');
    await copyFile(REAL_STORE, path);
    const other = new Database(path);
    other.pragma(`journal_mode = ${mode}`);
    other.close();
    const before = await contents(path);

    const store = await openStore(`sqlite:${path}`, { readOnly: true });
    await store.types();
    await store.close();

    expect(await contents(path)).toEqual(before);
  });

  it.each(['delete', 'wal'])('reads what a writer that was killed in %s mode had committed', async (mode) => {
    const folder = await temporaryFolder();
    const path = join(folder, 'mlmd.db');
    await copyFile(REAL_STORE, path);
    await leaveUnfinished(path, mode);
    const before = await contents(path);

    const store = await openStore(`sqlite:${path}`, { readOnly: true });
    const names = (await store.types()).map(({ name }) => name);
    await store.close();

    expect(names).toContain('Committed');
    expect(names).not.toContain('Broken off');
    expect((await contents(path)).get('mlmd.db')).toEqual(before.get('mlmd.db'));
    const writing = await openStore(`sqlite:${path}`, { readOnly: false });
    expect((await writing.types()).map(({ name }) => name)).toEqual(names);
    await writing.close();
  });

  it.runIf(NOT_ROOT_POSSIBLE)('reads a copy where the folder lets nobody write beside a write-ahead log', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 'mlmd.db');
    await copyFile(REAL_STORE, path);
    await leaveUnfinished(path, 'wal');
    for (const name of await readdir(folder)) await chmod(join(folder, name), 0o444);
    await chmod(folder, 0o555);
    onTestFinished(() => chmod(folder, 0o755));
    const before = await contents(path);

    expect(openAsNobody(`sqlite:${path}`, { readOnly: true })).toBe('8 artifacts');

    expect(await contents(path)).toEqual(before);
  });
});

// Root alone may mount, and not in every container; elsewhere the test above stands for this one.
describe('openStore, on a read-only disk', () => {
  it.each(['delete', 'wal'])('reads a %s-mode file, and says that it cannot be written', async (mode) => {
    const folder = await temporaryFolder();
    const path = join(folder, 'mlmd.db');
    await copyFile(REAL_STORE, path);
    await leaveUnfinished(path, mode);
    const isMounted = mountReadOnly(folder);
    const before = await contents(path);
    const warnings: string[] = [];
    const log = pino({}, { write: (line: string) => warnings.push(line) });

    const store = await openStore(`sqlite:${path}`, { readOnly: true, log });
    const names = (await store.types()).map(({ name }) => name);
    await store.close();

    expect(names).toContain('Committed');
    expect(await contents(path)).toEqual(before);
    if (!isMounted) return;
    expect(warnings).toEqual([expect.stringContaining('private copy')]);
    const writing = openStore(`sqlite:${path}`, { readOnly: false });
    await expect(writing).rejects.toMatchObject({
      code: 'PERMISSION_DENIED',
      message: expect.stringMatching(/file system is read-only.*--read-only/),
    });
    const making = openStore(`sqlite:${join(folder, 'new.db')}`, { readOnly: false });
    await expect(making).rejects.toMatchObject({ code: 'PERMISSION_DENIED' });
  });
});

/** Makes a folder what it is on a read-only disk, until the test is over. @returns whether it could be done. */
function mountReadOnly(folder: string): boolean {
  const run = (...command: readonly string[]) => spawnSync('mount', command).status === 0;
  if (!run('--bind', folder, folder)) return false;
  onTestFinished(() => void spawnSync('umount', [folder]));
  return run('-o', 'remount,ro,bind', folder);
}

const VERSION_0 = [
  'Artifact',
  'Execution',
  'ArtifactProperty',
  'ExecutionProperty',
  'Event',
  'EventPath',
  'TypeProperty',
]
  .map((table) => `create table ${table} (id);`)
  .concat('create table Type (id, name, is_artifact_type, input_type, output_type);')
  .join('\n');

function sql(statements: string): (path: string) => Promise<void> {
  return async (path) => {
    new Database(path).exec(statements).close();
  };
}

function changed(statements: string): (path: string) => Promise<void> {
  return async (path) => {
    await copyFile(REAL_STORE, path);
    await sql(statements)(path);
  };
}

async function damaged(path: string): Promise<void> {
  const bytes = await readFile(REAL_STORE);
  await writeFile(path, bytes.fill(0x5a, 100, 4_096));
}

/** Every file in the folder with a digest of its bytes. */
async function contents(path: string): Promise<ReadonlyMap<string, string>> {
  const folder = dirname(path);
  const names = await readdir(folder);
  const read = async (name: string) => {
    const file = join(folder, name);
    return (await stat(file)).isFile()
      ? createHash('sha256')
          .update(await readFile(file))
          .digest('hex')
      : 'folder';
  };
  return new Map(await Promise.all(names.map(async (name) => [name, await read(name)] as const)));
}

/** Leaves a file as a killed writer does: one type committed and another one not. */
async function leaveUnfinished(path: string, mode: string): Promise<void> {
  const folder = await temporaryFolder();
  const writing = join(folder, 'writing.db');
  await copyFile(path, writing);
  const database = new Database(writing);
  database.pragma(`journal_mode = ${mode}`);
  database.pragma('synchronous = off');
  database.exec("insert into Type (name, type_kind) values ('Committed', 1)");
  // The smallest cache makes it write pages before the commit.
  database.pragma('cache_size = 1');
  database.exec("begin; insert into Type (name, type_kind) values ('Broken off', 1)");
  database.exec('update ArtifactProperty set string_value = hex(zeroblob(5000))');
  for (const suffix of ['', '-wal', '-journal']) await copyFile(writing + suffix, path + suffix).catch(() => undefined);
  database.exec('rollback');
  database.close();
}

function schemaOf(path: string): unknown {
  const database = new Database(path, { readonly: true });
  const rows = database.prepare('select type, name, sql from sqlite_master order by name').all();
  database.close();
  return rows;
}

function journalMode(path: string): unknown {
  const database = new Database(path, { readonly: true });
  const mode = database.pragma('journal_mode', { simple: true });
  database.close();
  return mode;
}

async function countTypes(store: Awaited<ReturnType<typeof openStore>>): Promise<number> {
  return (await store.types()).length;
}
