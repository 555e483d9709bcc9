import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { reportJson } from '../../src/doctor/json.js';
import { MEANINGS } from '../../src/doctor/meanings.js';
import { printReport } from '../../src/doctor/print.js';
import { readInspection } from '../../src/doctor/read-inspection.js';
import { examine, losesSomething, type Report } from '../../src/doctor/report.js';
import { type Example, FINDING_KINDS, type FindingKind, type Inspection } from '../../src/mlmd/inspection.js';
import { openStore } from '../../src/mlmd/open.js';
import type { MetadataStore } from '../../src/mlmd/store.js';
import { temporaryFolder } from '../support/backends.js';
import { olderStore } from '../support/older-store.js';
import { serveStore } from '../support/served-store.js';

interface Damage {
  readonly kind: FindingKind;
  readonly statements: string;
  readonly count: number;
  readonly examples: readonly Example[];
}

/** A store without fault, in which each of these makes one thing amiss. */
const DAMAGES: readonly Damage[] = [
  {
    kind: 'EVENT_WITHOUT_ARTIFACT',
    statements:
      'insert into Event (id, artifact_id, execution_id, type) values (90, 99, 1, 3); insert into EventPath values (90, 0, null, 1)',
    count: 1,
    examples: [{ event: 90n, artifact: 99n, execution: 1n }],
  },
  {
    kind: 'EVENT_WITHOUT_EXECUTION',
    statements:
      'insert into Event (id, artifact_id, execution_id, type) values (90, 1, 99, 3); insert into EventPath values (90, 0, null, 1)',
    count: 1,
    examples: [{ event: 90n, artifact: 1n, execution: 99n }],
  },
  {
    kind: 'EVENT_OF_UNKNOWN_TYPE',
    statements: 'update Event set type = 0 where id = 2; update Event set type = 77 where id = 1',
    count: 2,
    examples: [
      { event: 1n, artifact: 1n, execution: 1n, type: 77n },
      { event: 2n, artifact: 2n, execution: 1n, type: 0n },
    ],
  },
  {
    kind: 'ARTIFACT_WITHOUT_TYPE',
    statements: 'update Artifact set type_id = 999 where id = 1',
    count: 1,
    examples: [{ artifact: 1n, type: 999n }],
  },
  {
    kind: 'EXECUTION_WITHOUT_TYPE',
    // A type of another kind is none.
    statements: 'update Execution set type_id = 20 where id = 1',
    count: 1,
    examples: [{ execution: 1n, type: 20n }],
  },
  {
    kind: 'CONTEXT_WITHOUT_TYPE',
    statements: 'update Context set type_id = 0 where id = 2',
    count: 1,
    examples: [{ context: 2n, type: 0n }],
  },
  {
    kind: 'ATTRIBUTION_WITHOUT_END',
    statements: 'insert into Attribution (context_id, artifact_id) values (1, 98), (99, 1)',
    count: 2,
    examples: [
      { artifact: 1n, context: 99n },
      { artifact: 98n, context: 1n },
    ],
  },
  {
    kind: 'ASSOCIATION_WITHOUT_END',
    statements: 'insert into Association (context_id, execution_id) values (1, 98)',
    count: 1,
    examples: [{ execution: 98n, context: 1n }],
  },
  {
    kind: 'PARENT_LINK_WITHOUT_END',
    statements: 'insert into ParentContext values (2, 99)',
    count: 1,
    examples: [{ child: 2n, parent: 99n }],
  },
  {
    kind: 'PROPERTY_WITHOUT_VALUE',
    statements: `insert into ArtifactProperty (artifact_id, name, is_custom_property) values (1, 'a', 1), (1, 'b', 1);
      insert into ContextProperty (context_id, name, is_custom_property) values (1, 'c', 0)`,
    count: 3,
    examples: [
      { artifact: 1n, property: 'a' },
      { artifact: 1n, property: 'b' },
      { context: 1n, property: 'c' },
    ],
  },
  {
    kind: 'PROPERTY_WITHOUT_NODE',
    statements:
      "insert into ExecutionProperty (execution_id, name, is_custom_property, int_value) values (99, 'p', 1, 1)",
    count: 1,
    examples: [{ execution: 99n, property: 'p' }],
  },
  {
    kind: 'PATH_WITHOUT_EVENT',
    statements: 'insert into EventPath values (99, 1, 0, null)',
    count: 1,
    examples: [{ event: 99n }],
  },
  {
    kind: 'DUPLICATE_TYPE',
    statements: "insert into Type (id, name, type_kind, version) values (30, 'Data', 1, ''), (31, 'Data', 1, 'v2')",
    count: 1,
    examples: [{ type: 20n, name: 'Data', copies: 2n }],
  },
  {
    kind: 'ARTIFACT_OF_SEVERAL_PRODUCERS',
    statements:
      'insert into Event (id, artifact_id, execution_id, type) values (90, 2, 2, 7); insert into EventPath values (90, 0, null, 1)',
    count: 1,
    examples: [{ artifact: 2n, producers: 2n }],
  },
  {
    kind: 'ARTIFACTS_OF_ONE_URI',
    statements: "insert into Artifact (id, type_id, uri) values (90, 20, 's3://a'), (91, 20, ''), (92, 20, null)",
    count: 1,
    examples: [{ artifact: 1n, copies: 2n, uri: 's3://a' }],
  },
  {
    kind: 'EXECUTION_RUNNING',
    statements: 'update Execution set last_known_state = 2, create_time_since_epoch = 5000 - id * 1000',
    count: 2,
    examples: [
      { execution: 2n, since: 3000n },
      { execution: 1n, since: 4000n },
    ],
  },
  {
    kind: 'EVENT_WITHOUT_PATH',
    statements: 'delete from EventPath where event_id = 1',
    count: 1,
    examples: [{ event: 1n, artifact: 1n, execution: 1n }],
  },
];

describe('what is amiss in a store', () => {
  it('is nothing in a sound one', async () => {
    const report = await reportOn(await openWith(''));

    expect(report.found?.inspection.findings).toEqual([]);
    expect(losesSomething(report)).toBe(false);
    expect(printReport(report)).toContain('Nothing is amiss.');
  });

  it.each(DAMAGES)('is $kind, counted and with examples', async ({ kind, statements, count, examples }) => {
    const store = await openWith(statements);

    const report = await reportOn(store);
    const asked = await readInspection(store);

    expect(report.found?.inspection.findings).toEqual([{ kind, count, examples }]);
    expect(losesSomething(report)).toBe(MEANINGS[kind].weight === 'LOSS');
    expect(printReport(report)).toContain(`${count}  ${MEANINGS[kind].what}: ${MEANINGS[kind].because}`);
    expect(JSON.parse(reportJson(report))).toMatchObject({
      findings: [{ kind, count, weight: MEANINGS[kind].weight }],
    });
    // Who only asks questions learns as much, but for what no question tells.
    expect(comparable(asked)).toEqual(comparable(report.found?.inspection, asked.untold));
  });

  it('is told of every kind there is', () => {
    expect(DAMAGES.map(({ kind }) => kind)).toEqual(FINDING_KINDS);
  });

  it('is told with five examples at most, the lowest ids', async () => {
    const report = await reportOn(
      await openWith(`
        insert into ArtifactProperty (artifact_id, name, is_custom_property)
          select 1, 'p' || value, 1 from json_each('[1,2,3]');
        insert into ExecutionProperty (execution_id, name, is_custom_property)
          select 1, 'p' || value, 1 from json_each('[1,2,3,4,5,6]')`),
    );

    const [found] = report.found?.inspection.findings ?? [];
    expect(found).toMatchObject({ kind: 'PROPERTY_WITHOUT_VALUE', count: 9 });
    expect(found?.examples.map(({ artifact, execution }) => [artifact, execution])).toEqual([
      [1n, undefined],
      [1n, undefined],
      [1n, undefined],
      [undefined, 1n],
      [undefined, 1n],
    ]);
  });
});

describe('a store that only answers questions', () => {
  it.each(['kubeflow', 'tfx', 'cmf'])('is told of as the database behind it, on %s', async (fixture) => {
    const store = await open(join(import.meta.dirname, `../fixtures/${fixture}.mlmd`));

    const [asked, counted] = [await readInspection(store), await store.inspect?.()];

    expect(comparable(asked)).toEqual(comparable(counted, asked.untold));
  });

  it('says what it does not tell, and no schema version', async () => {
    const address = await serveStore(await openWith('update Event set type = 4 where id = 1', false));
    const store = await openStore(address, { readOnly: true });
    onTestFinished(() => store.close());

    const report = await reportOn(store);

    expect(report).toMatchObject({
      found: {
        backend: 'grpc',
        schemaVersion: undefined,
        inspection: { nodes: { ARTIFACT: 2, EXECUTION: 2, CONTEXT: 2 } },
      },
    });
    expect(printReport(report)).toContain('Not to be told of this store\n');
    expect(printReport(report)).toContain(MEANINGS.PROPERTY_WITHOUT_NODE.what);
  });
});

describe('who wrote a store', () => {
  it.each([
    ['kubeflow', [{ tool: 'Kubeflow Metadata', workspaces: 2, runs: 0 }]],
    ['tfx', [{ tool: 'TFX', workspaces: 1, runs: 3 }]],
    ['cmf', [{ tool: 'CMF', workspaces: 2, runs: 0 }]],
  ])('is told by its contexts: %s', async (fixture, writers) => {
    const report = await reportOn(await open(join(import.meta.dirname, `../fixtures/${fixture}.mlmd`)));

    expect(report.found?.writers).toEqual(writers);
  });

  it('is several tools where there are contexts of several, and MLMD itself where there are none', async () => {
    const several =
      await openWith(`insert into Type (id, name, type_kind) values (40, 'system.PipelineRun', 2), (41, 'pipeline', 2);
      insert into Context (id, type_id, name) values (8, 40, 'r'), (9, 41, 'p')`);

    const [mixed, none] = [await reportOn(several), await reportOn(await openWith(''))];

    expect(mixed.found?.writers).toEqual([
      { tool: 'Kubeflow Pipelines', workspaces: 0, runs: 1 },
      { tool: 'TFX', workspaces: 1, runs: 0 },
    ]);
    expect(none.found?.writers).toEqual([{ tool: 'MLMD itself', workspaces: 0, runs: 0 }]);
  });
});

describe('an older store', () => {
  it('is examined as it is', async () => {
    const store = await open(await olderStore('kubeflow-6'));

    const report = await reportOn(store);

    expect(report.found).toMatchObject({
      schemaVersion: 6,
      inspection: { nodes: { ARTIFACT: 8 }, edges: { events: 11 } },
    });
  });
});

async function reportOn(store: MetadataStore): Promise<Report> {
  return { store: 'a store', served: { as: 'READ_WRITE' }, found: await examine(store) };
}

/** A small sound store, with statements run on it that no sound program would run. */
async function openWith(statements: string, readOnly = true): Promise<MetadataStore> {
  const path = join(await temporaryFolder(), 'mlmd.db');
  await copyFile(join(import.meta.dirname, '../fixtures/kubeflow.mlmd'), path);
  const database = new Database(path);
  database.pragma('synchronous = off');
  database.exec('begin');
  for (const { name } of database
    .prepare<[], { name: string }>("select name from sqlite_master where type = 'table' and name not like 'sqlite%'")
    .all()) {
    if (name !== 'MLMDEnv') database.exec(`delete from ${name}`);
  }
  database.exec(`
    insert into Type (id, name, type_kind) values (20, 'Data', 1), (21, 'Step', 0), (22, 'Group', 2);
    insert into Artifact (id, type_id, uri, create_time_since_epoch) values (1, 20, 's3://a', 1000), (2, 20, 's3://b', 2000);
    insert into Execution (id, type_id, last_known_state) values (1, 21, 3), (2, 21, 4);
    insert into Context (id, type_id, name) values (1, 22, 'one'), (2, 22, 'two');
    insert into Event (id, artifact_id, execution_id, type) values (1, 1, 1, 3), (2, 2, 1, 4), (3, 2, 2, 3);
    insert into EventPath select id, 0, null, 'k' from Event;
    insert into ArtifactProperty (artifact_id, name, is_custom_property, string_value) values (1, 'name', 1, 'rows');
    insert into Attribution (context_id, artifact_id) values (1, 1);
    insert into Association (context_id, execution_id) values (1, 1);
    insert into ParentContext values (1, 2)`);
  database.exec(`${statements}; commit`);
  database.close();
  return open(path, readOnly);
}

async function open(path: string, readOnly = true): Promise<MetadataStore> {
  const store = await openStore(`sqlite:${path}`, { readOnly });
  onTestFinished(() => store.close());
  return store;
}

/** What both ways tell: questions tell no ids of events and numbers of types, and ties come in another order. */
function comparable(inspection: Inspection | undefined, untold: readonly FindingKind[] = []) {
  if (inspection === undefined) throw new Error('the store counts nothing');
  const findings = inspection.findings.filter(({ kind }) => !untold.includes(kind));
  return {
    ...inspection,
    untold: undefined,
    edges: inspection.edges.events,
    types: inspection.types.map((type) => JSON.stringify(type)).sort(),
    findings: findings.map(({ kind, count, examples }) => ({ kind, count, examples: examples.length })),
  };
}
