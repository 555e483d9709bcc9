import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import type { Filter, Test } from '../../../src/mlmd/filter/filter.js';
import type { ContextId } from '../../../src/mlmd/model.js';
import { openStore } from '../../../src/mlmd/open.js';
import type { MetadataStore, RunQuery } from '../../../src/mlmd/store.js';
import { temporaryFolder } from '../../support/backends.js';

/** SQLite's plan for the first page that is asked for. */
async function planOf(ask: (store: MetadataStore) => Promise<unknown>): Promise<string> {
  const path = join(await temporaryFolder(), 'mlmd.db');
  const statements: string[] = [];
  const store = await openStore(`sqlite:${path}`, { readOnly: false, onStatement: (sql) => statements.push(sql) });
  onTestFinished(() => store.close());
  await ask(store);
  const database = new Database(path, { readonly: true });
  onTestFinished(() => {
    database.close();
  });
  const sql = statements.find((text) => /limit|place/.test(text)) ?? '';
  const nulls = [...sql.matchAll(/\?/g)].map(() => null);
  const steps = database.prepare(`explain query plan ${sql}`).all(...nulls) as { detail: string }[];
  return steps.map(({ detail }) => detail).join('\n');
}

function artifacts(filter: Filter) {
  const query = { filter, order: { field: 'ID', descending: false }, page: { limit: 1 } } as const;
  return (store: MetadataStore) => store.nodePages('ARTIFACT', query);
}

function runs(name: Test | undefined) {
  const query: RunQuery = {
    contextTypes: ['run'],
    named: { workspaceType: 'workspace', workspaceKey: '__kf_workspace__', runKey: '__kf_run__' },
    name: name && [{ test: name, negated: false }],
  };
  const order = { field: 'NAME', descending: false } as const;
  return (store: MetadataStore) => store.runPages(query, order, { limit: 1 }, [1n as ContextId]);
}

const WORKSPACE: Filter = {
  op: 'PROPERTY',
  name: '__kf_workspace__',
  custom: true,
  test: { op: 'COMPARE', comparison: '=', value: { type: 'STRING', value: 'ws' } },
};
const URI = {
  op: 'COLUMN',
  column: 'uri',
  test: { op: 'COMPARE', comparison: '=', value: { type: 'STRING', value: 's3://rows' } },
} as const satisfies Filter;

it('finds nodes by a property in its index', async () => {
  const plan = await planOf(artifacts(WORKSPACE));

  expect(plan).toContain('idx_artifact_property_string');
});

// A workspace may hold a million artifacts, all of which an index on the property would list, where the uri leaves one.
it('looks only at the properties of nodes that an indexed column left', async () => {
  const plan = await planOf(artifacts({ op: 'AND', of: [URI, WORKSPACE, { op: 'NOT', of: WORKSPACE }] }));

  expect(plan).toContain('idx_artifact_uri');
  expect(plan).not.toContain('idx_artifact_property_string');
  expect(plan).not.toContain('LIST SUBQUERY');
});

// What writes look up before they write is of this kind, and walking a thousand rows first would be most of their time.
it('goes straight to the nodes that an indexed column leaves, however deep in the filter it stands', async () => {
  const plan = await planOf(artifacts({ op: 'AND', of: [{ op: 'AND', of: [URI] }, WORKSPACE] }));

  expect(plan).toContain('idx_artifact_uri');
  expect(plan).not.toMatch(/SCAN n$/m);
});

// A run has few nodes beside those of its workspace, and a workspace few beside those of all workspaces.
it.each([
  { what: 'a run of a name', name: URI.test, from: 'r', by: 'the name' },
  { what: 'all runs of a workspace', name: undefined, from: 'b', by: 'the workspace' },
])('looks for $what by $by', async ({ name, from }) => {
  const plan = await planOf(runs(name));

  for (const kind of ['execution', 'artifact']) {
    const value = '(name=? AND is_custom_property=? AND string_value=?)';
    expect(plan).toContain(`SEARCH ${from} USING INDEX idx_${kind}_property_string ${value}`);
  }
});
