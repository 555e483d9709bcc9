import { describe, expect, it } from 'vitest';
import type { ArtifactInput, ExecutionInput, LogExecutionInput } from '../../src/generated/resolvers.js';
import { toGlobalId } from '../../src/global-id.js';
import type { ArtifactId, ExecutionId } from '../../src/mlmd/model.js';
import type { MetadataStore } from '../../src/mlmd/store.js';
import {
  createExecution,
  createRun,
  createWorkspace,
  logArtifact,
  logExecution,
  registerType,
} from '../../src/recording/index.js';
import { countsOf, tablesOf } from './support/rows.js';
import { newStore, OPTIONS } from './support/store.js';

const ROWS = { name: 'rows', uri: 's3://rows' };
const NET = { name: 'net', uri: 's3://net', version: '1' };
const SCORE = { name: 'score', uri: 's3://score', values: [{ name: 'accuracy', value: 0.5 }] };

const TRAINING: LogExecutionInput = {
  execution: { workspace: { name: 'ws' }, run: { name: 'r1' }, name: 'train', externalId: 'job-1' },
  inputs: [{ artifact: { dataSet: ROWS }, path: [{ key: 'data' }, { index: 0n }] }],
  outputs: [{ artifact: { model: NET } }, { artifact: { metrics: SCORE } }],
};

async function step(store: MetadataStore, changes: Partial<ExecutionInput> = {}): Promise<string> {
  const input = { workspace: { name: 'ws' }, name: 'step', ...changes };
  const { executionId } = await createExecution(store, input, OPTIONS);
  return executionText(executionId);
}

function executionText(id: ExecutionId): string {
  return toGlobalId({ kind: 'EXECUTION', id });
}

function artifactText(id: ArtifactId): string {
  return toGlobalId({ kind: 'ARTIFACT', id });
}

async function output(store: MetadataStore, executionId: string, artifact: ArtifactInput) {
  return logArtifact(store, { executionId, artifact }, 'OUTPUT', OPTIONS);
}

describe('a data set or model', () => {
  it('is the same one in any run of its workspace, whatever else is said of it, and keeps what was said first', async () => {
    const { store } = await newStore();
    const first = await output(store, await step(store, { run: { name: 'r1' } }), { model: { ...NET, owner: 'me' } });

    const again = await output(store, await step(store, { run: { name: 'r2' } }), { model: { ...NET, owner: 'you' } });

    const [stored] = await store.nodesById('ARTIFACT', [first.artifactId]);
    expect(again).toMatchObject({ artifactId: first.artifactId, created: false });
    expect(stored?.properties.get('owner')).toEqual({ type: 'STRING', value: 'me' });
    expect(stored?.customProperties.get('__kf_run__')).toEqual({ type: 'STRING', value: 'r1' });
  });

  it.each<[string, ArtifactInput, Partial<ExecutionInput>]>([
    ['name', { model: { ...NET, name: 'other' } }, {}],
    ['uri', { model: { ...NET, uri: 's3://other' } }, {}],
    ['version', { model: { ...NET, version: '2' } }, {}],
    ['lack of a version', { model: { name: NET.name, uri: NET.uri } }, {}],
    ['type', { dataSet: NET }, {}],
    ['workspace', { model: NET }, { workspace: { name: 'other' } }],
  ])('is another one by another %s', async (_what, artifact, execution) => {
    const { store } = await newStore();
    const first = await output(store, await step(store), { model: NET });

    const second = await output(store, await step(store, execution), artifact);

    expect(second.created).toBe(true);
    expect(second.artifactId).not.toBe(first.artifactId);
  });

  it('without a version is the same one as with an empty version', async () => {
    const { store } = await newStore();
    const executionId = await step(store);
    const first = await output(store, executionId, { dataSet: ROWS });

    expect(await output(store, executionId, { dataSet: { ...ROWS, version: '' } })).toMatchObject({
      artifactId: first.artifactId,
      created: false,
    });
  });

  it('that a step reads and writes is one artifact, and a slot more on the way is part of the one event', async () => {
    const { store, path } = await newStore();

    const logged = await logExecution(
      store,
      {
        execution: { workspace: { name: 'ws' }, name: 'clean' },
        inputs: [
          { artifact: { dataSet: ROWS }, path: [{ key: 'left' }] },
          { artifact: { dataSet: ROWS }, path: [{ key: 'right' }] },
        ],
        outputs: [{ artifact: { dataSet: ROWS } }],
      },
      OPTIONS,
    );

    const ids = [...logged.inputs, ...logged.outputs];
    expect(new Set(ids.map(({ artifactId }) => artifactId)).size).toBe(1);
    expect(ids.map(({ created }) => created)).toEqual([true, false, false]);
    expect(countsOf(path)).toMatchObject({ Artifact: 1, Event: 2, Attribution: 1 });
    expect(tablesOf(path).EventPath).toEqual([
      [1, 0, null, 'left'],
      [1, 0, null, 'right'],
    ]);
  });
});

describe('an event', () => {
  it('that is logged again stays as it is', async () => {
    const { store, path } = await newStore();
    const executionId = await step(store);
    await logArtifact(store, { executionId, artifact: { dataSet: ROWS }, path: [{ key: 'a' }] }, 'INPUT', OPTIONS);
    const before = tablesOf(path);

    await logArtifact(store, { executionId, artifact: { dataSet: ROWS }, path: [{ key: 'b' }] }, 'INPUT', OPTIONS);

    expect(tablesOf(path)).toEqual(before);
  });
});

describe('an external id', () => {
  it.each<[string, ArtifactInput, ArtifactInput]>([
    [
      'data set',
      { dataSet: { ...ROWS, externalId: 'k' } },
      { dataSet: { name: 'other', uri: 's3://x', externalId: 'k' } },
    ],
    ['model', { model: { ...NET, externalId: 'k' } }, { model: { ...NET, version: '9', externalId: 'k' } }],
    [
      'set of metrics',
      { metrics: { ...SCORE, externalId: 'k' } },
      { metrics: { ...SCORE, values: [], externalId: 'k' } },
    ],
    [
      'custom artifact',
      { custom: { type: 'Report', externalId: 'k' } },
      { custom: { type: 'Report', name: 'n', externalId: 'k' } },
    ],
  ])('names a %s once and for all', async (_what, artifact, other) => {
    const { store, path } = await newStore();
    await registerType(
      store,
      { kind: 'ARTIFACT', name: 'Report', properties: [], canAddFields: false, canOmitFields: false },
      OPTIONS,
    );
    const first = await output(store, await step(store), artifact);

    const again = await output(store, await step(store, { workspace: { name: 'elsewhere' } }), other);

    expect(again).toMatchObject({ artifactId: first.artifactId, created: false });
    expect(countsOf(path)).toMatchObject({ Artifact: 1, Event: 2 });
  });

  it('of an artifact of another type is refused', async () => {
    const { store } = await newStore();
    const executionId = await step(store);
    await output(store, executionId, { dataSet: { ...ROWS, externalId: 'k' } });

    await expect(output(store, executionId, { model: { ...NET, externalId: 'k' } })).rejects.toMatchObject({
      code: 'ALREADY_EXISTS',
      argument: 'input.artifact.model.externalId',
    });
  });

  it('that is new is taken on by the equal data set', async () => {
    const { store } = await newStore();
    const executionId = await step(store);
    const first = await output(store, executionId, { dataSet: { ...ROWS, owner: 'me' } });

    const named = await output(store, executionId, { dataSet: { ...ROWS, externalId: 'k' } });

    const [stored] = await store.nodesById('ARTIFACT', [first.artifactId]);
    expect(named).toMatchObject({ artifactId: first.artifactId, created: false });
    expect(stored?.externalId).toBe('k');
    expect(stored?.properties.get('owner')).toEqual({ type: 'STRING', value: 'me' });
  });

  it('that comes with the second mention of a data set in one step is taken on too', async () => {
    const { store } = await newStore();

    const { inputs } = await logExecution(
      store,
      {
        execution: { workspace: { name: 'ws' }, name: 'step' },
        inputs: [{ artifact: { dataSet: ROWS } }, { artifact: { dataSet: { ...ROWS, externalId: 'k' } } }],
        outputs: [{ artifact: { dataSet: { name: 'x', uri: 'y', externalId: 'k' } } }],
      },
      OPTIONS,
    );

    const [stored] = await store.nodesById(
      'ARTIFACT',
      inputs.map(({ artifactId }) => artifactId),
    );
    expect(stored?.externalId).toBe('k');
  });

  it('beside the one that the equal data set has is refused', async () => {
    const { store } = await newStore();
    const executionId = await step(store);
    await output(store, executionId, { dataSet: { ...ROWS, externalId: 'k' } });

    await expect(output(store, executionId, { dataSet: { ...ROWS, externalId: 'l' } })).rejects.toMatchObject({
      code: 'ALREADY_EXISTS',
      argument: 'input.artifact.dataSet.externalId',
    });
  });

  it('finds an execution, which stays as it is and makes no workspace', async () => {
    const { store, path } = await newStore();
    const first = await step(store, { externalId: 'job', status: 'RUNNING' });
    const before = tablesOf(path);

    const { executionId, created } = await createExecution(
      store,
      { workspace: { name: 'new' }, run: { name: 'new' }, name: 'other', externalId: 'job', status: 'COMPLETE' },
      OPTIONS,
    );

    expect([executionText(executionId), created]).toEqual([first, false]);
    expect(tablesOf(path)).toEqual(before);
  });

  it('of an execution of another type is refused', async () => {
    const { store } = await newStore();
    await registerType(
      store,
      { kind: 'EXECUTION', name: 'Job', properties: [], canAddFields: false, canOmitFields: false },
      OPTIONS,
    );
    await step(store, { externalId: 'job' });

    await expect(step(store, { externalId: 'job', type: 'Job' })).rejects.toMatchObject({
      code: 'ALREADY_EXISTS',
      argument: 'input.externalId',
    });
  });
});

describe('a step', () => {
  it('without an external id is logged anew each time, and so are its metrics', async () => {
    const { store, path } = await newStore();
    const { externalId: _, ...execution } = TRAINING.execution;

    await logExecution(store, { ...TRAINING, execution }, OPTIONS);
    await logExecution(store, { ...TRAINING, execution }, OPTIONS);

    expect(countsOf(path)).toMatchObject({ Execution: 2, Artifact: 4, Event: 6, Context: 2 });
  });

  it('that is sent again leaves what it left the first time, and says so', async () => {
    const { store, path } = await newStore();
    const first = await logExecution(store, TRAINING, OPTIONS);
    const before = tablesOf(path);

    const again = await logExecution(store, TRAINING, { now: () => new Date('2027-01-01T00:00:00Z') });

    expect(tablesOf(path)).toEqual(before);
    expect(again).toEqual({
      executionId: first.executionId,
      created: false,
      inputs: first.inputs.map(({ artifactId }) => ({ artifactId, created: false })),
      outputs: first.outputs.map(({ artifactId }) => ({ artifactId, created: false })),
    });
  });

  it('that is sent by 50 clients at once leaves one of each', async () => {
    const { store, path } = await newStore();

    const all = await Promise.all(Array.from({ length: 50 }, () => logExecution(store, TRAINING, OPTIONS)));

    expect(all.filter(({ created }) => created)).toHaveLength(1);
    expect(new Set(all.map(({ executionId }) => executionId)).size).toBe(1);
    expect(countsOf(path)).toMatchObject({
      Context: 2,
      ParentContext: 1,
      Execution: 1,
      Artifact: 3,
      Event: 3,
      Attribution: 6,
      Association: 2,
    });
  });

  it('with two equal sets of metrics keeps two, also when it is sent again', async () => {
    const { store, path } = await newStore();
    const twice = { ...TRAINING, outputs: [{ artifact: { metrics: SCORE } }, { artifact: { metrics: SCORE } }] };

    await logExecution(store, twice, OPTIONS);
    await logExecution(store, twice, OPTIONS);

    expect(countsOf(path)).toMatchObject({ Artifact: 3 });
  });

  it('with a thousand sets of metrics that differ only in a value finds them again, in whatever order', async () => {
    const { store, path } = await newStore();
    const scores = Array.from({ length: 999 }, (_, epoch) => ({
      artifact: { metrics: { ...SCORE, values: [{ name: 'epoch', value: epoch }] } },
    }));

    await logExecution(store, { ...TRAINING, outputs: scores }, OPTIONS);
    const again = await logExecution(store, { ...TRAINING, outputs: scores.toReversed() }, OPTIONS);

    expect(again.outputs.some(({ created }) => created)).toBe(false);
    expect(countsOf(path)).toMatchObject({ Artifact: 1_000, Event: 1_000 });
  }, 30_000);

  it('that is sent again finds its custom artifacts, named or not', async () => {
    const { store, path } = await newStore();
    const properties = [{ name: 'pages', type: 'INT' as const }];
    await registerType(
      store,
      { kind: 'ARTIFACT', name: 'Report', properties, canAddFields: false, canOmitFields: false },
      OPTIONS,
    );
    const pages = { name: 'pages', value: { int: 3n } };
    const shape = { name: 'shape', value: { struct: { b: [1, { c: null }], a: 'x' } } };
    const report = {
      ...TRAINING,
      outputs: [
        { artifact: { custom: { type: 'Report', properties: [pages, shape] } } },
        { artifact: { custom: { type: 'Report', name: 'final', uri: 's3://final', state: 'LIVE' as const } } },
      ],
    };

    await logExecution(store, report, OPTIONS);
    await logExecution(store, report, OPTIONS);

    expect(countsOf(path)).toMatchObject({ Artifact: 3, Event: 3 });
  });

  it('that measured something else by now logs that as well', async () => {
    const { store, path } = await newStore();
    await logExecution(store, TRAINING, OPTIONS);

    const values = [{ name: 'accuracy', value: 0.75 }];
    await logExecution(store, { ...TRAINING, outputs: [{ artifact: { metrics: { ...SCORE, values } } }] }, OPTIONS);

    expect(countsOf(path)).toMatchObject({ Execution: 1, Artifact: 4, Event: 4 });
  });

  it('that was begun before is added to, in the place where it was begun', async () => {
    const { store, path } = await newStore();
    await createExecution(store, TRAINING.execution, OPTIONS);

    const logged = await logExecution(
      store,
      { ...TRAINING, execution: { ...TRAINING.execution, workspace: { name: 'elsewhere' }, run: null } },
      OPTIONS,
    );

    const [rows] = await store.nodesById(
      'ARTIFACT',
      logged.inputs.map(({ artifactId }) => artifactId),
    );
    const [execution] = await store.nodesById('EXECUTION', [logged.executionId]);
    expect(rows?.customProperties.get('__kf_workspace__')).toEqual({ type: 'STRING', value: 'ws' });
    expect(rows?.customProperties.get('__kf_run__')).toEqual({ type: 'STRING', value: 'r1' });
    expect(execution?.state).toBe('RUNNING');
    expect(countsOf(path)).toMatchObject({ Context: 2, Execution: 1, Artifact: 3 });
  });
});

describe('a workspace', () => {
  it('is found by its name, and keeps its description and labels', async () => {
    const { store, path } = await newStore();
    const input = { name: 'ws', description: 'first', labels: [{ name: 'a', value: 'é' }], reuseIfExists: true };
    const first = await createWorkspace(store, input, OPTIONS);

    const again = await createWorkspace(store, { ...input, description: 'second', labels: [] }, OPTIONS);

    expect(again).toEqual({ workspaceId: first.workspaceId, created: false });
    expect(tablesOf(path).ContextProperty).toEqual([
      [1, 'description', 0, null, null, 'first', null, null, null],
      [1, 'labels', 0, null, null, '{"a": "\\u00e9"}', null, null, null],
    ]);
  });

  it('is refused where it exists and must not be reused', async () => {
    const { store } = await newStore();
    await createWorkspace(store, { name: 'ws', reuseIfExists: false }, OPTIONS);

    await expect(createWorkspace(store, { name: 'ws', reuseIfExists: false }, OPTIONS)).rejects.toMatchObject({
      code: 'ALREADY_EXISTS',
      message: 'Workspace "ws" exists with id workspace:1.',
    });
  });
});

describe('a run', () => {
  it('is found by its name in its workspace', async () => {
    const { store } = await newStore();
    const workspace = { name: 'ws' };
    await step(store, { run: { name: 'r 1/2' } });

    const { runId, created } = await createRun(store, { workspace, name: 'r 1/2', description: 'late' }, OPTIONS);

    const [run] = await store.nodesById('CONTEXT', [runId]);
    expect(created).toBe(false);
    expect([run?.name, run?.properties.get('name')]).toEqual(['ws/r%201%2F2', { type: 'STRING', value: 'r 1/2' }]);
    expect(run?.properties.has('description')).toBe(false);
  });

  it('of the same name in another workspace is another one', async () => {
    const { store } = await newStore();
    await step(store, { run: { name: 'r' } });
    await step(store, { workspace: { name: 'other' }, run: { name: 'r' } });

    const first = await createRun(store, { workspace: { name: 'ws' }, name: 'r' }, OPTIONS);
    const second = await createRun(store, { workspace: { name: 'other' }, name: 'r' }, OPTIONS);

    expect([first.created, second.created]).toEqual([false, false]);
    expect(first.runId).not.toBe(second.runId);
  });

  it('can be named by its id', async () => {
    const { store, path } = await newStore();
    await createWorkspace(store, { name: 'ws', reuseIfExists: true }, OPTIONS);
    const { runId } = await createRun(store, { workspace: { name: 'ws' }, name: 'r' }, OPTIONS);

    await step(store, { run: { id: toGlobalId({ kind: 'RUN', id: runId }) } });
    await step(store, { run: { id: 'run:1/r' } });

    expect(countsOf(path)).toMatchObject({ Context: 2, Association: 4 });
  });
});

it('artifacts of an execution can be logged by their ids', async () => {
  const { store, path } = await newStore();
  const { artifactId } = await output(store, await step(store), { dataSet: ROWS });

  const other = await step(store, { workspace: { name: 'other' }, run: { name: 'r' } });
  const logged = await logArtifact(
    store,
    { executionId: other, artifact: { id: artifactText(artifactId) } },
    'INPUT',
    OPTIONS,
  );

  expect(logged).toMatchObject({ artifactId, created: false });
  // A member of its own workspace and of the run that read it, not of the workspace that it was read from.
  expect(tablesOf(path).Attribution?.map((row) => row.slice(1))).toEqual([
    [1, 1],
    [3, 1],
  ]);
});
