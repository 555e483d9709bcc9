import { once } from 'node:events';
import { copyFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/mlmd/open.js';
import { manyRows } from '../support/many-rows.js';
import { storyClock, tellStory } from '../support/story.js';
import { allRows } from '../support/table-rows.js';
import { grpcAddressOf, run, serve, start, temporaryFolder } from './support/command.js';

const FIXTURES = ['cmf', 'kubeflow', 'tfx'] as const;

/** What a store should not hold and may: each is a statement, run on a store that tells the story. */
const DANGLING = [
  'insert into Event (artifact_id, execution_id, type, milliseconds_since_epoch) values (999, 1, 3, 0), (1, 999, 4, null)',
  'insert into EventPath (event_id, is_index_step, step_index) values (998, 1, 5)',
  'insert into Attribution (context_id, artifact_id) values (999, 1), (1, 999), (1, -1)',
  'insert into Association (context_id, execution_id) values (999, 1), (1, 999)',
  'insert into ParentContext (context_id, parent_context_id) values (2, 999), (999, 1)',
  'update Artifact set type_id = 0, state = 99 where id = 3',
  "insert into ArtifactProperty (artifact_id, name, is_custom_property) values (1, 'nothing', 1), (999, 'lost', 0)",
  "insert into ArtifactProperty (artifact_id, name, is_custom_property, byte_value) values (1, 'bytes', 1, x'00ff')",
  "insert into ArtifactProperty (artifact_id, name, is_custom_property, proto_value) values (1, 'raw', 1, x'c3280a')",
  "insert into ArtifactProperty (artifact_id, name, is_custom_property, double_value) values (1, 'least', 1, 4.9e-324), (1, 'zero', 1, -0.0), (1, 'huge', 1, 9e999), (1, 'third', 1, 1 / 3.0)",
  "insert into ArtifactProperty (artifact_id, name, is_custom_property, int_value) values (1, 'min', 1, -9223372036854775808), (1, 'text', 1, 'twelve')",
  "insert into ArtifactProperty (artifact_id, name, is_custom_property, string_value) values (1, '🦆', 1, 'a' || char(0) || 'b'), (1, '', 1, ''), (1, 'ｚ', 0, '__MLMD_NULL__')",
];

function fixture(name: string): string {
  return fileURLToPath(new URL(`../fixtures/${name}.mlmd`, import.meta.url));
}

/** A store with a value of every type, and rows that a sound store does not hold. */
async function damagedStory(folder: string): Promise<string> {
  const path = join(folder, 'story.db');
  const now = storyClock();
  const store = await openStore(`sqlite:${path}`, { readOnly: false, now: () => now().getTime() });
  await tellStory(store, now);
  await store.close();
  const database = new Database(path);
  for (const statement of DANGLING) database.exec(statement);
  database.close();
  return path;
}

describe('mlmd-graphql archive', () => {
  it.each(FIXTURES)('copies every row of the store that %s wrote into one file', async (name) => {
    const cwd = await temporaryFolder();
    await copyFile(fixture(name), join(cwd, 'store.db'));

    const { code, stdout, stderr } = await run(['archive', 'sqlite:store.db', '--to', 'archive.db'], { cwd });

    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining('checking the file') });
    expect(stdout).toContain('every value compared');
    expect(allRows(join(cwd, 'archive.db'))).toEqual(allRows(fixture(name)));
    expect((await readdir(cwd)).sort()).toEqual(['archive.db', 'store.db']);
  });

  it('copies what dangles, what is damaged, and every value to the last bit', async () => {
    const cwd = await temporaryFolder();
    const path = await damagedStory(cwd);

    const { code, stderr } = await run(['archive', `sqlite:${path}`, '--to', 'archive.db', '--quiet'], { cwd });

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(allRows(join(cwd, 'archive.db'))).toEqual(allRows(path));
  });

  it('prints the same checksums for an archive of the archive', async () => {
    const cwd = await temporaryFolder();
    await copyFile(fixture('tfx'), join(cwd, 'store.db'));
    const checksums = (text: string) => text.split('\n').filter((line) => /^\w+ +\d+ +[0-9a-f]{64}$/.test(line));

    const first = await run(['archive', 'sqlite:store.db', '--to', 'first.db'], { cwd });
    const second = await run(['archive', 'sqlite:first.db', '--to', 'second.db'], { cwd });

    expect(checksums(first.stdout)).toHaveLength(13);
    expect(checksums(second.stdout)).toEqual(checksums(first.stdout));
  });

  it('takes the place of no file', async () => {
    const cwd = await temporaryFolder();
    await writeFile(join(cwd, 'archive.db'), 'mine');

    const { code, stderr } = await run(['archive', `sqlite:${fixture('cmf')}`, '--to', 'archive.db'], { cwd });

    expect(code).toBe(1);
    expect(stderr).toContain('archive.db exists already');
    expect(await readdir(cwd)).toEqual(['archive.db']);
  });
});

/** Kills the command when it has copied the artifacts and is at their properties. */
async function killedInTheMiddle(cwd: string): Promise<void> {
  const child = start(['archive', 'sqlite:store.db', '--to', 'archive.db'], { cwd });
  const ended = once(child, 'close');
  for await (const line of createInterface(child.stderr)) if (line.startsWith('copying Artifact:')) break;
  child.kill('SIGKILL');
  await ended;
}

describe('mlmd-graphql archive, killed in the middle', () => {
  it('goes on when it is run again, and holds every row', async () => {
    const cwd = await temporaryFolder();
    await manyRows(join(cwd, 'store.db'), 12_000);

    await killedInTheMiddle(cwd);
    const between = (await readdir(cwd)).sort();
    const { code, stderr } = await run(['archive', 'sqlite:store.db', '--to', 'archive.db'], { cwd });

    expect(between.filter((name) => !name.endsWith('-journal'))).toEqual([
      'archive.db.partial',
      'archive.db.partial.json',
      'store.db',
    ]);
    expect(code).toBe(0);
    expect(stderr).toContain('Artifact: 12000 rows are there already');
    expect(allRows(join(cwd, 'archive.db'))).toEqual(allRows(join(cwd, 'store.db')));
    expect((await readdir(cwd)).sort()).toEqual(['archive.db', 'store.db']);
  });

  it('finds and mends what was damaged in the file since', async () => {
    const cwd = await temporaryFolder();
    await manyRows(join(cwd, 'store.db'), 12_000);
    await killedInTheMiddle(cwd);
    const partial = new Database(join(cwd, 'archive.db.partial'));
    partial.exec("update Artifact set name = 'Rows 7' where id = 7; delete from Artifact where id = 11000");
    partial.exec("insert into Artifact (id, type_id, name) values (30000, 10, 'none of ours')");
    partial.close();

    const { code, stderr } = await run(['archive', 'sqlite:store.db', '--to', 'archive.db', '--quiet'], { cwd });

    expect(code).toBe(0);
    expect(stderr).toContain(
      'Artifact 7 differs from the archive in name, and there is more of that (2); copied again.',
    );
    expect(allRows(join(cwd, 'archive.db'))).toEqual(allRows(join(cwd, 'store.db')));
  });

  it('does not go on with another store, nor with a file that is none of its own', async () => {
    const cwd = await temporaryFolder();
    await manyRows(join(cwd, 'store.db'), 12_000);
    await killedInTheMiddle(cwd);
    await copyFile(join(cwd, 'store.db'), join(cwd, 'other.db'));
    await writeFile(join(cwd, 'foreign.db.partial'), 'mine');

    const other = await run(['archive', 'sqlite:other.db', '--to', 'archive.db'], { cwd });
    const foreign = await run(['archive', 'sqlite:store.db', '--to', 'foreign.db'], { cwd });

    expect({ code: other.code, stderr: other.stderr }).toEqual({
      code: 1,
      stderr: expect.stringMatching(
        /archive\.db\.partial is the beginning of an archive of sqlite:.*store\.db, not of sqlite:.*other\.db/,
      ),
    });
    expect(foreign.code).toBe(1);
    expect(foreign.stderr).toContain('foreign.db.partial is in the way');
  });
});

describe('mlmd-graphql archive, asked to stop', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('by %s ends in order, and goes on when it is run again', async (signal, exitCode) => {
    const cwd = await temporaryFolder();
    await manyRows(join(cwd, 'store.db'), 12_000);
    const child = start(['archive', 'sqlite:store.db', '--to', 'archive.db'], { cwd });
    const ended = once(child, 'close');
    const lines: string[] = [];
    for await (const line of createInterface(child.stderr)) {
      lines.push(line);
      if (line.startsWith('copying Artifact:')) child.kill(signal);
    }

    expect(await ended).toEqual([exitCode, null]);
    expect(lines.at(-1)).toBe('mlmd-graphql: stopped; the same command goes on from here.');
    expect((await readdir(cwd)).sort()).toEqual(['archive.db.partial', 'archive.db.partial.json', 'store.db']);
    expect((await run(['archive', 'sqlite:store.db', '--to', 'archive.db'], { cwd })).code).toBe(0);
    expect(allRows(join(cwd, 'archive.db'))).toEqual(allRows(join(cwd, 'store.db')));
  });
});

it('mlmd-graphql archive is refused while another is at work on the same file', async () => {
  const cwd = await temporaryFolder();
  await manyRows(join(cwd, 'store.db'), 12_000);
  const child = start(['archive', 'sqlite:store.db', '--to', 'archive.db'], { cwd });
  const ended = once(child, 'close');
  const lines = createInterface(child.stderr);
  await once(lines, 'line');
  // Or it might be done before the other one has begun.
  child.kill('SIGSTOP');

  const { code, stderr } = await run(['archive', 'sqlite:store.db', '--to', 'archive.db'], { cwd });
  child.kill('SIGCONT');

  expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('busy with another program') });
  expect(await ended).toEqual([0, null]);
});

it('mlmd-graphql archive says that its source has gone, and goes on when it is back', async () => {
  const cwd = await temporaryFolder();
  await manyRows(join(cwd, 'store.db'), 1_000);
  const served = ['--store', 'sqlite:store.db', '--read-only'];
  const service = await serve([...served, '--grpc-port', '0'], { cwd });
  const address = grpcAddressOf(service);
  const command = ['archive', `grpc://${address}?deadline-ms=1000`, '--to', 'archive.db'];

  const child = start(command, { cwd });
  const ended = once(child, 'close');
  const lines: string[] = [];
  for await (const line of createInterface(child.stderr)) {
    lines.push(line);
    if (line.startsWith('copying Artifact:')) service.child.kill('SIGKILL');
  }
  expect(await ended).toEqual([1, null]);
  expect(lines.at(-1)).toMatch(/^mlmd-graphql: .*cannot be reached.* The same command goes on from there\.$/);
  await serve([...served, '--grpc-port', address.split(':').at(-1) ?? ''], { cwd });
  const { code, stderr } = await run(command, { cwd });

  expect(code).toBe(0);
  expect(stderr).toContain('Artifact: 1000 rows are there already');
  expect(allRows(join(cwd, 'archive.db'))).toEqual(allRows(join(cwd, 'store.db')));
});
