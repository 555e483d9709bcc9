import { createHash } from 'node:crypto';
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Outcome, run, serve, temporaryFolder } from './support/command.js';

/** Nobody, where the tests run as root, whom no permission stops. */
const UNPRIVILEGED = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

function expectOneLine({ stdout, stderr }: Outcome, ...facts: readonly string[]): void {
  expect(stdout).toBe('');
  expect(stderr).toMatch(/^mlmd-graphql: [^\n]+\n$/);
  for (const fact of facts) expect(stderr).toContain(fact);
}

async function fingerprint(folder: string): Promise<Readonly<Record<string, string>>> {
  const names = (await readdir(folder)).sort();
  const hash = async (name: string) =>
    createHash('sha256')
      .update(await readFile(join(folder, name)))
      .digest('hex');
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await hash(name)] as const)));
}

/** Makes a store with the command itself, then changes it. */
async function storeAfter(change: string): Promise<string> {
  const file = join(await temporaryFolder(), 'mlmd.db');
  const { child, exited } = await serve(['--store', `sqlite:${file}`]);
  child.kill('SIGTERM');
  await exited;
  const database = new Database(file);
  database.exec(change);
  database.close();
  return file;
}

describe('a wrong command line ends with 2', () => {
  it.each([
    [
      ['--prot', '4000'],
      ['--prot', '--port'],
    ],
    [
      ['--port', 'http'],
      ['--port', 'http', '0 to 65535'],
    ],
    [
      ['--store', 'oracle://host/mlmd'],
      ['oracle', 'sqlite:PATH'],
    ],
    [
      ['--store', 'mlmd.db'],
      ['mlmd.db', 'sqlite:PATH'],
    ],
    [
      ['--demo', '--read-only'],
      ['--demo', '--read-only'],
    ],
    [['sevre'], ['sevre']],
  ])('%j', async (args, facts) => {
    const outcome = await run(args);

    expectOneLine(outcome, ...facts);
    expect(outcome.code).toBe(2);
  });

  it('a wrong environment variable', async () => {
    const outcome = await run([], { env: { ...process.env, MLMD_GRAPHQL_MAX_DEPTH: 'deep' } });

    expectOneLine(outcome, 'MLMD_GRAPHQL_MAX_DEPTH', 'deep');
    expect(outcome.code).toBe(2);
  });
});

describe('any other wrong start ends with 1', () => {
  it('a port in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void other.close());
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;

    const outcome = await run(['--port', `${port}`], { cwd: await temporaryFolder() });

    expectOneLine(outcome, `${port}`, '--port');
    expect(outcome.code).toBe(1);
  });

  // 192.0.2.0/24 is for documentation, so no machine has an address there.
  it.each(['192.0.2.1', 'no-such-host.invalid'])('the host %s', async (host) => {
    const outcome = await run(['--port', '0', '--host', host], { cwd: await temporaryFolder() });

    expectOneLine(outcome, host, '--host');
    expect(outcome.code).toBe(1);
  });

  it.each([
    ['a file that is not SQLite', 'no database, but quite a long text\n'.repeat(100)],
    ['a file that is too short for SQLite', 'no'],
  ])('%s, which stays as it is', async (_what, content) => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'mlmd.db'), content);
    const before = await fingerprint(folder);

    const outcome = await run([], { cwd: folder });

    expectOneLine(outcome, 'mlmd.db', 'SQLite');
    expect(outcome.code).toBe(1);
    expect(await fingerprint(folder)).toEqual(before);
  });

  it("an SQLite file that is not MLMD's, which stays as it is", async () => {
    const folder = await temporaryFolder();
    const database = new Database(join(folder, 'mlmd.db'));
    database.exec("create table recipes (name text); insert into recipes values ('soup')");
    database.close();
    const before = await fingerprint(folder);

    const outcome = await run([], { cwd: folder });

    expectOneLine(outcome, 'mlmd.db', 'MLMD');
    expect(outcome.code).toBe(1);
    expect(await fingerprint(folder)).toEqual(before);
  });

  it.each([
    ['newer', 11],
    ['much older', 5],
  ])('a store with a schema %s than ours, which stays as it is', async (_which, version) => {
    const file = await storeAfter(`update MLMDEnv set schema_version = ${version}`);
    const before = await readFile(file);

    const outcome = await run(['--store', `sqlite:${file}`]);

    expectOneLine(outcome, 'mlmd.db', `${version}`, '10');
    expect(outcome.code).toBe(1);
    expect(await readFile(file)).toEqual(before);
  });

  it.each([
    ['a missing folder', 'nowhere/mlmd.db', 'nowhere'],
    ['a folder in place of a file', '', ''],
  ])('%s', async (_what, path, fact) => {
    const folder = await temporaryFolder();

    const outcome = await run(['--store', `sqlite:${join(folder, path)}`]);

    expectOneLine(outcome, fact);
    expect(outcome.code).toBe(1);
  });

  it('a missing file with --read-only, which makes none', async () => {
    const folder = await temporaryFolder();

    const outcome = await run(['--read-only'], { cwd: folder });

    expectOneLine(outcome, 'mlmd.db', 'read-only');
    expect(outcome.code).toBe(1);
    expect(await readdir(folder)).toEqual([]);
  });

  it('a file that may not be read', async () => {
    const folder = await temporaryFolder();
    await chmod(folder, 0o755);
    await writeFile(join(folder, 'mlmd.db'), '', { mode: 0o000 });

    const outcome = await run(['--store', `sqlite:${join(folder, 'mlmd.db')}`], UNPRIVILEGED);

    expectOneLine(outcome, 'mlmd.db');
    expect(outcome.code).toBe(1);
  });

  it('a folder that may not be written to', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'closed'), { mode: 0o555 });
    await chmod(folder, 0o755);

    const outcome = await run(['--store', `sqlite:${join(folder, 'closed', 'mlmd.db')}`], UNPRIVILEGED);

    expectOneLine(outcome, 'closed');
    expect(outcome.code).toBe(1);
  });
});
