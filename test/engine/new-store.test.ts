import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { serve, temporaryFolder } from '../cli/support/command.js';
import { Engine } from './support/engine.js';
import { pythonWith } from './support/python.js';

const python = pythonWith('ml_metadata');

/** A new store as the command leaves it. */
async function ourStore(...args: readonly string[]): Promise<string> {
  const cwd = await temporaryFolder();
  const { child, exited } = await serve(args, { cwd });
  child.kill('SIGTERM');
  await exited;
  return join(cwd, 'mlmd.db');
}

async function enginesStore(): Promise<string> {
  const path = join(await temporaryFolder(), 'engine.db');
  const engine = new Engine(python ?? '', path);
  await engine.call('GetArtifactTypes', {});
  await engine.close();
  return path;
}

/** All that a store holds: its tables with their columns, their indexes and their rows. */
function contentsOf(path: string) {
  const database = new Database(path, { readonly: true });
  const all = (sql: string) => database.prepare(sql).raw().all();
  try {
    const tables = all("select name from sqlite_master where type = 'table' order by name").map(
      (row) => (row as [string])[0],
    );
    return tables.map((table) => ({
      table,
      columns: all(`pragma table_info("${table}")`),
      indexes: all(`select i.name, "unique", c.seqno, c.name from pragma_index_list('${table}') i
        join pragma_index_info(i.name) c order by i.name, c.seqno`),
      rows: all(`select * from "${table}"`),
    }));
  } finally {
    database.close();
  }
}

describe.skipIf(python === undefined)('a new store', () => {
  it('holds exactly what the engine would put into it, with --register-types none', async () => {
    expect(contentsOf(await ourStore('--register-types', 'none'))).toEqual(contentsOf(await enginesStore()));
  });

  it("holds Kubeflow Metadata's types and that of our runs besides, without", async () => {
    const namesOf = (path: string) => {
      const types = contentsOf(path).find(({ table }) => table === 'Type');
      return types?.rows.map((row) => (row as unknown[])[1]) ?? [];
    };
    const [theirs, ours] = [namesOf(await enginesStore()), namesOf(await ourStore())];

    expect(ours.slice(0, theirs.length)).toEqual(theirs);
    expect(ours.slice(theirs.length)).toEqual([
      'kubeflow.org/alpha/data_set',
      'kubeflow.org/alpha/model',
      'kubeflow.org/alpha/metrics',
      'kubeflow.org/alpha/execution',
      'kubeflow.org/alpha/workspace',
      'mlmd-graphql/run',
    ]);
  });
});
