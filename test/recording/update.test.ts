import { describe, expect, it } from 'vitest';
import { artifactKind, labelsOf, metricValuesOf } from '../../src/conventions/index.js';
import type { ArtifactInput, ExecutionInput } from '../../src/generated/resolvers.js';
import { toGlobalId } from '../../src/global-id.js';
import type { Artifact, Execution, Properties, Value } from '../../src/mlmd/model.js';
import type { MetadataStore } from '../../src/mlmd/store.js';
import {
  createExecution,
  logArtifact,
  registerType,
  updateArtifact,
  updateExecution,
} from '../../src/recording/index.js';
import { tablesOf } from './support/rows.js';
import { newStore, OPTIONS } from './support/store.js';

const MODEL = {
  name: 'net',
  uri: 's3://net',
  version: '1',
  owner: 'me',
  modelType: 'cnn',
  hyperparameters: { rate: 1e-7 },
  labels: [{ name: 'a', value: '1' }],
};

async function step(store: MetadataStore, changes: Partial<ExecutionInput> = {}): Promise<Execution> {
  const input = { workspace: { name: 'ws' }, name: 'step', ...changes };
  const { executionId } = await createExecution(store, input, OPTIONS);
  return executionOf(store, executionId);
}

async function executionOf(store: MetadataStore, id: Execution['id']): Promise<Execution> {
  const [found] = await store.nodesById('EXECUTION', [id]);
  if (found === undefined) throw new Error('no such execution');
  return found;
}

async function artifactOf(store: MetadataStore, id: Artifact['id']): Promise<Artifact> {
  const [found] = await store.nodesById('ARTIFACT', [id]);
  if (found === undefined) throw new Error('no such artifact');
  return found;
}

async function logged(store: MetadataStore, artifact: ArtifactInput): Promise<Artifact> {
  const executionId = toGlobalId(await step(store));
  const { artifactId } = await logArtifact(store, { executionId, artifact }, 'OUTPUT', OPTIONS);
  return artifactOf(store, artifactId);
}

async function changed(store: MetadataStore, stored: Artifact, changes: object): Promise<Artifact> {
  await updateArtifact(store, { id: toGlobalId(stored), ...changes }, OPTIONS);
  return artifactOf(store, stored.id);
}

function plain(properties: Properties): Record<string, Value['value']> {
  return Object.fromEntries([...properties].map(([name, { value }]) => [name, value]));
}

function meta(artifact: Artifact): string {
  const stored = artifact.properties.get('__ALL_META__');
  return stored?.type === 'STRING' ? stored.value : '';
}

describe('createExecution', () => {
  it('keeps what the SDK has no place for in custom properties', async () => {
    const { store } = await newStore();

    const execution = await step(store, {
      run: { name: 'r' },
      description: '',
      labels: [{ name: 'team', value: 'é' }],
      properties: [
        { name: 'owner', value: { string: 'me' } },
        { name: 'epochs', value: { int: 2n ** 62n } },
        { name: 'dry', value: { bool: false } },
        { name: 'rate', value: { double: 1e-300 } },
        { name: 'shape', value: { struct: { a: [1, null] } } },
      ],
    });

    expect(plain(execution.properties)).toEqual({
      name: 'step',
      create_time: '2026-11-22T12:30:00.045000Z',
      owner: 'me',
    });
    expect(plain(execution.customProperties)).toEqual({
      __kf_workspace__: 'ws',
      __kf_run__: 'r',
      __labels__: '{"team": "\\u00e9"}',
      epochs: 2n ** 62n,
      dry: false,
      rate: 1e-300,
      shape: { a: [1, null] },
    });
    expect([execution.state, execution.name]).toEqual(['RUNNING', undefined]);
  });

  it('writes the name of another type where that type has room for it', async () => {
    const { store } = await newStore();
    const flags = { canAddFields: false, canOmitFields: false };
    await registerType(
      store,
      { kind: 'EXECUTION', name: 'Job', properties: [{ name: 'name', type: 'STRING' }], ...flags },
      OPTIONS,
    );
    await registerType(store, { kind: 'EXECUTION', name: 'Bare', properties: [], ...flags }, OPTIONS);

    const job = await step(store, { type: 'Job', description: 'd' });
    const bare = await step(store, { type: 'Bare' });

    expect([plain(job.properties), plain(job.customProperties)]).toEqual([
      { name: 'step' },
      { description: 'd', __kf_workspace__: 'ws' },
    ]);
    expect([plain(bare.properties), plain(bare.customProperties)]).toEqual([
      {},
      { name: 'step', __kf_workspace__: 'ws' },
    ]);
  });

  it('leaves the fraction of a whole second out, as Python does', async () => {
    const { store } = await newStore();
    const now = () => new Date('2026-11-22T12:30:00Z');

    const { executionId } = await createExecution(store, { workspace: { name: 'ws' }, name: 'step' }, { now });

    const { properties } = await executionOf(store, executionId);
    expect(plain(properties).create_time).toBe('2026-11-22T12:30:00Z');
  });
});

describe('updateExecution', () => {
  it('changes what is given, clears what is null, and leaves the rest', async () => {
    const { store } = await newStore();
    const stored = await step(store, {
      description: 'first',
      externalId: 'job',
      labels: [{ name: 'a', value: '1' }],
      properties: [
        { name: 'epochs', value: { int: 3n } },
        { name: 'rate', value: { double: 0.5 } },
      ],
    });

    await updateExecution(
      store,
      {
        id: toGlobalId(stored),
        status: 'FAILED',
        description: null,
        properties: [
          { name: 'rate', value: null },
          { name: 'error', value: { string: 'out of memory' } },
        ],
      },
      OPTIONS,
    );

    const execution = await executionOf(store, stored.id);
    expect([execution.state, execution.externalId]).toEqual(['FAILED', 'job']);
    expect(plain(execution.properties)).toEqual({ name: 'step', create_time: '2026-11-22T12:30:00.045000Z' });
    expect(plain(execution.customProperties)).toEqual({
      __kf_workspace__: 'ws',
      __labels__: '{"a": "1"}',
      epochs: 3n,
      error: 'out of memory',
    });
  });

  it('replaces labels, and clears status, labels and free properties with null', async () => {
    const { store } = await newStore();
    const stored = await step(store, {
      labels: [{ name: 'a', value: '1' }],
      properties: [
        { name: 'epochs', value: { int: 3n } },
        { name: 'owner', value: { string: 'me' } },
      ],
    });
    const id = toGlobalId(stored);

    await updateExecution(store, { id, labels: [{ name: 'b', value: '2' }] }, OPTIONS);
    expect(labelsOf(await executionOf(store, stored.id))).toEqual([{ name: 'b', value: '2' }]);

    await updateExecution(store, { id, status: null, labels: null, properties: null }, OPTIONS);

    const execution = await executionOf(store, stored.id);
    expect(execution.state).toBeUndefined();
    expect(plain(execution.properties)).toEqual({ name: 'step', create_time: '2026-11-22T12:30:00.045000Z' });
    expect(plain(execution.customProperties)).toEqual({ __kf_workspace__: 'ws' });
  });

  it('that says nothing changes nothing, the time of the last update included', async () => {
    const { store, path } = await newStore();
    const stored = await step(store);
    const before = tablesOf(path);

    await updateExecution(store, { id: toGlobalId(stored) }, OPTIONS);

    expect(tablesOf(path)).toEqual(before);
  });
});

describe('updateArtifact', () => {
  it("changes the SDK's object with the properties, and nothing else of it", async () => {
    const { store } = await newStore();
    const stored = await logged(store, { model: MODEL });

    const model = await changed(store, stored, {
      uri: 's3://moved',
      state: 'LIVE',
      description: 'better',
      owner: null,
      version: '2',
      labels: [{ name: 'b', value: 'ü' }],
      hyperparameters: { layers: [10, 3] },
      properties: [{ name: 'model_type', value: { string: 'rnn' } }],
    });

    expect([model.uri, model.state]).toEqual(['s3://moved', 'LIVE']);
    const { __ALL_META__: text, ...rest } = plain(model.properties);
    expect(rest).toEqual({
      name: 'net',
      description: 'better',
      version: '2',
      model_type: 'rnn',
      create_time: '2026-11-22T12:30:00.045000Z',
    });
    expect(text).toBe(
      '{"workspace": null, "name": "net", "description": "better", "owner": null, "uri": "s3://moved", "version": "2", ' +
        '"model_type": "rnn", "training_framework": null, "hyperparameters": {"layers": [10, 3]}, ' +
        '"labels": {"b": "\\u00fc"}, "id": null, "create_time": "2026-11-22T12:30:00.045000Z", "kwargs": {}}',
    );
  });

  it('leaves numbers that another program wrote as they were', async () => {
    const { store } = await newStore();
    const stored = await logged(store, { metrics: { name: 'm', uri: 'u', values: [] } });
    const text = '{"name": "m", "owner": null, "values": {"2": 1.0, "1": NaN, "n": 12345678901234567890}, "more": 1e5}';
    await overwriteMeta(store, stored, text);

    const metrics = await changed(store, stored, { owner: 'me' });

    expect(meta(metrics)).toBe(text.replace('"owner": null', '"owner": "me"'));
  });

  it('replaces metric values', async () => {
    const { store } = await newStore();
    const stored = await logged(store, { metrics: { name: 'm', uri: 'u', values: [{ name: 'a', value: 1 }] } });

    const metrics = await changed(store, stored, { values: [{ name: 'b', value: 0.25 }] });

    expect(metricValuesOf(metrics)).toEqual([{ name: 'b', value: 0.25, text: '0.25' }]);
    expect(metricValuesOf(await changed(store, metrics, { values: null }))).toEqual([]);
  });

  it('writes the object that another program left out', async () => {
    const { store } = await newStore();
    const stored = await logged(store, { dataSet: { name: 'rows', uri: 's3://rows', query: 'SELECT 1' } });
    await overwriteMeta(store, stored, undefined);

    const rows = await changed(store, stored, { labels: [{ name: 'a', value: '1' }] });

    expect(meta(rows)).toBe(
      '{"workspace": null, "name": "rows", "description": null, "owner": null, "uri": "s3://rows", "version": null, ' +
        '"query": "SELECT 1", "labels": {"a": "1"}, "id": null, "create_time": "2026-11-22T12:30:00.045000Z", "kwargs": {}}',
    );
  });

  it('does not write over an object that it cannot read', async () => {
    const { store } = await newStore();
    const stored = await logged(store, { dataSet: { name: 'rows', uri: 's3://rows' } });
    await overwriteMeta(store, stored, 'not json');

    await expect(changed(store, stored, { owner: 'me' })).rejects.toMatchObject({ code: 'FAILED_PRECONDITION' });

    const rows = await changed(store, stored, { state: 'DELETED' });
    expect([rows.state, meta(rows)]).toEqual(['DELETED', 'not json']);
  });

  it('keeps what it is given in properties where there is no such object', async () => {
    const { store } = await newStore();
    const properties = [{ name: 'owner', type: 'STRING' as const }];
    await registerType(
      store,
      { kind: 'ARTIFACT', name: 'Report', properties, canAddFields: false, canOmitFields: false },
      OPTIONS,
    );
    const stored = await logged(store, {
      custom: { type: 'Report', properties: [{ name: 'owner', value: { string: 'me' } }] },
    });

    const report = await changed(store, stored, {
      owner: 'you',
      version: '3',
      labels: [{ name: 'a', value: '1' }],
      properties: [{ name: 'description', value: { string: 'said twice' } }],
    });

    expect(plain(report.properties)).toEqual({ owner: 'you' });
    expect(plain(report.customProperties)).toEqual({
      __kf_workspace__: 'ws',
      __labels__: '{"a": "1"}',
      version: '3',
      description: 'said twice',
    });
    expect(labelsOf(report)).toEqual([{ name: 'a', value: '1' }]);
    expect(plain((await changed(store, report, { labels: [] })).customProperties)).not.toHaveProperty('__labels__');
  });

  it('clears free properties with null, but none that has a field or a meaning of its own', async () => {
    const { store } = await newStore();
    const stored = await logged(store, { model: MODEL });
    const extended = await changed(store, stored, { properties: [{ name: 'gpu', value: { int: 2n } }] });
    expect(plain(extended.customProperties)).toMatchObject({ gpu: 2n });

    const model = await changed(store, extended, { properties: null });

    expect(Object.keys(plain(model.properties)).sort()).toEqual([
      '__ALL_META__',
      'create_time',
      'name',
      'owner',
      'version',
    ]);
    expect(plain(model.customProperties)).toEqual({ __kf_workspace__: 'ws' });
    expect(JSON.parse(meta(model))).toMatchObject({ model_type: null, owner: 'me' });
    expect(artifactKind({ name: model.typeName, baseType: undefined })).toBe('MODEL');
  });

  it('that says nothing changes nothing', async () => {
    const { store, path } = await newStore();
    const stored = await logged(store, { model: MODEL });
    const before = tablesOf(path);

    await changed(store, stored, {});

    expect(tablesOf(path)).toEqual(before);
  });
});

/** Stands in for another program that writes the same artifact its own way. */
async function overwriteMeta(store: MetadataStore, stored: Artifact, text: string | undefined): Promise<void> {
  const { id, typeId, uri, properties, customProperties } = stored;
  const changedProperties = new Map(properties);
  if (text === undefined) changedProperties.delete('__ALL_META__');
  else changedProperties.set('__ALL_META__', { type: 'STRING', value: text });
  const artifacts = [{ id, typeId, uri, properties: changedProperties, customProperties }];
  await store.transaction((transaction) => transaction.putGraph({ artifacts, onExistingEdge: 'FAIL' }));
}
