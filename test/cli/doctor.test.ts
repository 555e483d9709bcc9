import { createHash } from 'node:crypto';
import { chmod, copyFile, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { olderStore } from '../support/older-store.js';
import { freshPostgres, postgresServer, queryPostgres } from '../support/postgres-store.js';
import { run, temporaryFolder } from './support/command.js';

const FIXTURES = join(import.meta.dirname, '../fixtures');

describe('mlmd-graphql doctor', () => {
  it.each([
    ['kubeflow', 'Kubeflow Metadata (2 workspaces)', '8 artifacts, 4 executions, 2 contexts, 11 events'],
    ['tfx', 'TFX (1 workspace, 3 runs)', '23 artifacts, 32 executions, 27 contexts, 104 events'],
    ['cmf', 'CMF (2 workspaces)', '21 artifacts, 8 executions, 8 contexts, 37 events'],
  ])('says what %s.mlmd is, ends with 0 and changes nothing', async (fixture, writer, holds) => {
    const folder = await temporaryFolder();
    const path = join(folder, 'mlmd.db');
    await copyFile(join(FIXTURES, `${fixture}.mlmd`), path);
    const before = await digest(path);

    const { code, stdout, stderr } = await run(['doctor', `sqlite:${path}`]);

    expect(code).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toContain(
      'kept as        sqlite, MLMD schema version 10\ncan be served  yes, to read and to write\n',
    );
    expect(stdout).toContain(`written by     ${writer}\nholds          ${holds}`);
    expect(await readdir(folder)).toEqual(['mlmd.db']);
    expect(await digest(path)).toBe(before);
  });

  it('ends with 1 where something is lost from view, and says what', async () => {
    const path = join(await temporaryFolder(), 'mlmd.db');
    await copyFile(join(FIXTURES, 'tfx.mlmd'), path);
    new Database(path).exec('delete from Artifact where id = 1').close();

    const { code, stdout } = await run(['doctor', `sqlite:${path}`]);

    expect(code).toBe(1);
    expect(stdout).toMatch(
      /\nLost from view\n +\d+ {2}events whose artifact is missing: [^\n]+\n +event \d+, artifact 1, /,
    );
  });

  it('says what docs/stores.md shows', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 'mlmd.db');
    await copyFile(join(FIXTURES, 'kubeflow.mlmd'), path);
    const damage = 'delete from Artifact where id = 1; update Execution set last_known_state = 2 where id = 3';
    new Database(path).exec(damage).close();
    const page = await readFile(join(import.meta.dirname, '../../docs/stores.md'), 'utf8');

    const { stdout } = await run(['doctor', 'sqlite:mlmd.db'], { cwd: folder });

    const [, shown] = /^```text doctor\n\$ .*\n([^`]*)^```$/m.exec(page) ?? [];
    expect(stdout).toBe(shown);
  });

  it('says it as one JSON document', async () => {
    const { code, stdout } = await run(['doctor', '--json', `sqlite:${join(FIXTURES, 'tfx.mlmd')}`]);

    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      served: { as: 'READ_WRITE' },
      backend: 'sqlite',
      schemaVersion: 10,
      writers: [{ tool: 'TFX', workspaces: 1, runs: 3 }],
      nodes: { ARTIFACT: 23, EXECUTION: 32, CONTEXT: 27 },
      firstCreated: '2026-11-22T00:27:22.817Z',
      findings: [{ kind: 'ARTIFACT_OF_SEVERAL_PRODUCERS', weight: 'LOOK', count: 20 }],
    });
  });

  it('says of an older store that it can only be read', async () => {
    const { code, stdout } = await run(['doctor', `sqlite:${await olderStore('tfx-7')}`]);

    expect(code).toBe(0);
    expect(stdout).toContain(
      'kept as        sqlite, MLMD schema version 7\ncan be served  to read only: its schema is older than version 10',
    );
  });

  it.runIf(process.platform === 'linux' && process.getuid?.() === 0)('says that a file can only be read', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 'mlmd.db');
    await copyFile(join(FIXTURES, 'kubeflow.mlmd'), path);
    await chmod(folder, 0o555);
    await chmod(path, 0o444);

    const { code, stdout } = await run(['doctor', `sqlite:${path}`], { uid: 65_534, gid: 65_534 });

    expect(code).toBe(0);
    expect(stdout).toMatch(/\ncan be served {2}to read only: .*permission denied.*--read-only/);
  });

  it('ends with 2 and the reason where the store cannot be opened', async () => {
    const path = join(await temporaryFolder(), 'mlmd.db');
    await copyFile(join(FIXTURES, 'kubeflow.mlmd'), path);
    new Database(path).exec('update MLMDEnv set schema_version = 4').close();

    const [older, missing] = [
      await run(['doctor', `sqlite:${path}`]),
      await run(['doctor', 'sqlite:/no such file', '--json']),
    ];

    expect(older.code).toBe(2);
    expect(older.stdout).toMatch(
      /\ncan be served {2}no: .*schema version 4, older than the 6 to 10 handled here\. Upgrade/,
    );
    expect(missing.code).toBe(2);
    expect(JSON.parse(missing.stdout)).toMatchObject({
      served: { as: 'NOT', because: expect.stringContaining('/no such file does not exist') },
    });
  });

  it.skipIf(postgresServer === undefined)(
    'says of a user who may not write that the store can only be read',
    async () => {
      const url = await freshPostgres({ filled: true });
      const reader = `reader_${process.pid}`;
      await queryPostgres(url, `create role ${reader} login password 'pw'`);
      await queryPostgres(url, `grant select on all tables in schema public to ${reader}`);

      const { stdout } = await run(['doctor', url.replace(/\/\/[^@]+@/, `//${reader}:pw@`)]);

      expect(stdout).toMatch(/^can be served +to read only: The store's user may not do this\.$/m);
    },
  );

  it('makes nothing where there is nothing', async () => {
    const folder = await temporaryFolder();

    const { code } = await run(['doctor', `sqlite:${join(folder, 'mlmd.db')}`]);

    expect(code).toBe(2);
    expect(await readdir(folder)).toEqual([]);
  });

  it.each([[['doctor']], [['doctor', 'mlmd.db']], [['doctor', 'sqlite:a', 'sqlite:b']]])('refuses %j', async (args) => {
    const { code, stdout, stderr } = await run(args);

    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^mlmd-graphql: [^\n]+\n$/);
  });
});

async function digest(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
}
