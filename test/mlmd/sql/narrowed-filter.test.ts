import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import type { Filter } from '../../../src/mlmd/filter/filter.js';
import { openStore } from '../../../src/mlmd/open.js';
import { temporaryFolder } from '../../support/backends.js';

/** SQLite's plan for the page of artifacts that match. */
async function planOf(filter: Filter): Promise<string> {
  const path = join(await temporaryFolder(), 'mlmd.db');
  const statements: string[] = [];
  const store = await openStore(`sqlite:${path}`, { readOnly: false, onStatement: (sql) => statements.push(sql) });
  onTestFinished(() => store.close());
  await store.nodePages('ARTIFACT', { filter, order: { field: 'ID', descending: false }, page: { limit: 1 } });
  const database = new Database(path, { readonly: true });
  onTestFinished(() => {
    database.close();
  });
  const sql = statements.find((text) => text.includes('limit')) ?? '';
  const nulls = [...sql.matchAll(/\?/g)].map(() => null);
  const steps = database.prepare(`explain query plan ${sql}`).all(...nulls) as { detail: string }[];
  return steps.map(({ detail }) => detail).join('\n');
}

const WORKSPACE: Filter = {
  op: 'PROPERTY',
  name: '__kf_workspace__',
  custom: true,
  test: { op: 'COMPARE', comparison: '=', value: { type: 'STRING', value: 'ws' } },
};
const URI: Filter = {
  op: 'COLUMN',
  column: 'uri',
  test: { op: 'COMPARE', comparison: '=', value: { type: 'STRING', value: 's3://rows' } },
};

it('finds nodes by a property in its index', async () => {
  const plan = await planOf(WORKSPACE);

  expect(plan).toContain('idx_artifact_property_string');
});

// A workspace may hold a million artifacts, all of which an index on the property would list, where the uri leaves one.
it('looks only at the properties of nodes that an indexed column left', async () => {
  const plan = await planOf({ op: 'AND', of: [URI, WORKSPACE, { op: 'NOT', of: WORKSPACE }] });

  expect(plan).toContain('idx_artifact_uri');
  expect(plan).not.toContain('idx_artifact_property_string');
  expect(plan).not.toContain('LIST SUBQUERY');
});
