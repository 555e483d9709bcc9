import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../src/mlmd/open.js';
import { schema, startTestApi } from '../support/api.js';
import { temporaryFolder } from '../support/backends.js';
import { everythingOf } from '../support/everything.js';
import { storyClock, tellStory } from '../support/story.js';

/** What a real store may hold and should not: each is a statement, run on a store that tells the story. */
const DAMAGE = [
  // Dangling: an event of a missing artifact, memberships of and in what is missing, a parent that is missing.
  'insert into Event (artifact_id, execution_id, type, milliseconds_since_epoch) values (999, 1, 3, 0), (1, 999, 4, 0)',
  'insert into Attribution (context_id, artifact_id) values (999, 1), (1, 999), (1, -1)',
  'insert into Association (context_id, execution_id) values (999, 1), (1, 999)',
  'insert into ParentContext (context_id, parent_context_id) values (2, 999), (999, 1)',
  // A type that is lost, as releases before 1.15 could lose it.
  'update Artifact set type_id = 0 where id = 3',
  'update Execution set type_id = 0 where id = 3',
  // What is no JSON where the SDK keeps JSON, and a struct that does not decode.
  "update ArtifactProperty set string_value = '{broken' where name = '__ALL_META__' and artifact_id = 2",
  "update ContextProperty set string_value = '[1]' where name = 'labels'",
  "update ArtifactProperty set string_value = 'mlmd-struct::???' where name = 'layout'",
  // Times that no calendar has, an event without a time, of a type and with a state that there are not.
  'update Artifact set create_time_since_epoch = 9000000000000000000 where id = 1',
  'update Execution set last_update_time_since_epoch = -9000000000000000000 where id = 1',
  'update Event set milliseconds_since_epoch = null where artifact_id = 4',
  'update Artifact set state = 99 where id = 4',
  // A property row without a value.
  "insert into ArtifactProperty (artifact_id, name, is_custom_property) values (1, 'nothing', 1)",
];

it('shows what a damaged store holds, page by page and node by node', async () => {
  const path = join(await temporaryFolder(), 'mlmd.db');
  const now = storyClock();
  const told = await openStore(`sqlite:${path}`, { readOnly: false, now: () => now().getTime() });
  await tellStory(told, now);
  await told.close();
  const database = new Database(path);
  for (const statement of DAMAGE) database.exec(statement);
  database.close();
  const store = await openStore(`sqlite:${path}`, { readOnly: true });
  onTestFinished(() => store.close());
  const api = await startTestApi(store, {
    limits: { maxDepth: 100, maxAliases: 1e9, maxBreadth: 1e15, maxCost: 1e15 },
  });
  const all = (list: string, type: string) =>
    `${list}(first: 100) { totalCount nodes ${everythingOf(schema, type, 2, 'first: 3')} }`;

  const data = await api.read(`{
    ${all('workspaces', 'Workspace')} ${all('runs', 'Run')} ${all('executions', 'Execution')}
    ${all('artifacts', 'Artifact')} ${all('contexts', 'Context')} ${all('types', 'TypeDefinition')}
    lineage(of: ["artifact:1", "execution:1"]) { entries { node { id } } completeness { complete } }
  }`);

  expect(data.artifacts.totalCount).toBe(6);
  expect(data.artifacts.nodes).toHaveLength(6);
  expect(data.executions.nodes).toHaveLength(5);
  expect(data.lineage.completeness.complete).toBe(true);
  expect(data.lineage.entries).not.toContainEqual({ node: { id: 'artifact:999' } });
});
