import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { freshPostgres, postgresServer, queryPostgres } from '../support/postgres-store.js';
import { run, temporaryFolder } from './support/command.js';

const FIXTURE = `sqlite:${fileURLToPath(new URL('../fixtures/cmf.mlmd', import.meta.url))}`;

describe('mlmd-graphql export cmf and import cmf', () => {
  it('carry a pipeline from one store to another, once', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, 'Test-env.json');
    const store = `sqlite:${join(folder, 'mlmd.db')}`;

    const written = await run(['export', 'cmf', 'Test-env', '--store', FIXTURE, '--to', file]);
    const first = await run(['import', 'cmf', file, '--store', store]);
    const second = await run(['import', 'cmf', file, '--store', store]);
    const printed = await run(['export', 'cmf', 'Test-env', '--store', FIXTURE]);

    expect(written).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(first.stdout).toBe(
      'Imported: 1 pipeline, 5 stages, 7 executions, 19 artifacts, 33 events. Added to what was there: nothing.\n',
    );
    expect(second.stdout).toBe('Nothing is new: the store has all of it.\n');
    expect(printed.stdout).toBe(await readFile(file, 'utf8'));
  });

  it('refuse what cannot be followed, in one line', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, 'there.json');
    await writeFile(file, '{"Pipeline": []}');
    const store = `sqlite:${join(folder, 'mlmd.db')}`;

    const outcomes = await Promise.all([
      run(['import', 'cmf', file, '--store', store]),
      run(['import', 'cmf', file, '--store', store, '--max-document-bytes', '10']),
      run(['import', 'cmf', join(folder, 'none.json'), '--store', store]),
      run(['import']),
      run(['export', 'cmf', 'Test-env', '--store', FIXTURE, '--to', file]),
      run(['export', 'cmf', 'None', '--store', FIXTURE]),
    ]);

    expect(outcomes.map(({ code, stdout, stderr }) => [code, stdout, stderr.replaceAll(`${folder}/`, '')])).toEqual([
      [2, '', 'mlmd-graphql: Pipeline is []; expected a list of at least one pipeline.\n'],
      [1, '', 'mlmd-graphql: Document size 16 is over the limit of 10 (--max-document-bytes).\n'],
      [2, '', "mlmd-graphql: The file 'none.json' is not there.\n"],
      [2, '', 'mlmd-graphql: Say whose document to import: cmf.\n'],
      [2, '', "mlmd-graphql: The file 'there.json' is there already.\n"],
      [1, '', 'mlmd-graphql: There is no pipeline of CMF named "None".\n'],
    ]);
  });

  it.skipIf(postgresServer === undefined)("write into Kubeflow Pipelines' own database only when told to", async () => {
    const file = join(await temporaryFolder(), 'Test-env.json');
    await run(['export', 'cmf', 'Test-env', '--store', FIXTURE, '--to', file]);
    const store = await freshPostgres({ filled: true });
    await queryPostgres(store, "insert into type (name, type_kind) values ('system.Pipeline', 2)");
    const contexts = () => queryPostgres(store, 'select name from context where name = $$Test-env$$');

    const refused = await run(['import', 'cmf', file, '--store', store]);
    const before = await contexts();
    const told = await run(['import', 'cmf', file, '--store', store, '--read-only=false']);

    expect(refused).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('--read-only=false') });
    expect(before).toEqual([]);
    expect(told).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Imported: 1 pipeline/) });
    expect(await contexts()).toHaveLength(1);
  });
});
