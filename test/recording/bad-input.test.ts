import { describe, expect, it } from 'vitest';
import type { ArtifactInput, ExecutionInput, PropertyInput } from '../../src/generated/resolvers.js';
import type { NodeKind, TypeId } from '../../src/mlmd/model.js';
import type { MetadataStore } from '../../src/mlmd/store.js';
import {
  createExecution,
  createRun,
  createWorkspace,
  logArtifact,
  logExecution,
  registerType,
  updateArtifact,
  updateExecution,
} from '../../src/recording/index.js';
import { tablesOf } from './support/rows.js';
import { newStore, OPTIONS } from './support/store.js';

/** What a rejection must say. */
type Rejection = readonly [code: string, argument: string];
type Case = readonly [what: string, call: (store: MetadataStore) => Promise<unknown>, rejection: Rejection];

const HALF = '\ud83d';
const WS = { name: 'ws' };
const STEP = { workspace: WS, name: 'step' };

/**
 * Workspaces 1 `ws` and 2 `other`, run 3 `r` in `ws`, contexts 4 to 6 of other tools; execution 1 in `ws`, 2 in none;
 * artifact 1 a data set `rows`, 2 the same in version 2, 3 metrics, 4 a custom artifact called `final`.
 */
async function seed(store: MetadataStore): Promise<void> {
  await createWorkspace(store, { name: 'ws', reuseIfExists: true }, OPTIONS);
  await createWorkspace(store, { name: 'other', reuseIfExists: true }, OPTIONS);
  await createRun(store, { workspace: WS, name: 'r' }, OPTIONS);
  const flags = { canAddFields: false, canOmitFields: false };
  const properties = [
    { name: 'pages', type: 'INT' as const },
    { name: 'version', type: 'INT' as const },
  ];
  await registerType(store, { kind: 'ARTIFACT', name: 'Report', properties, ...flags }, OPTIONS);
  await registerType(store, { kind: 'EXECUTION', name: 'Job', properties, ...flags }, OPTIONS);
  await createExecution(store, { ...STEP, externalId: 'job-1' }, OPTIONS);
  await store.transaction(async (transaction) => {
    const none = { properties: new Map(), customProperties: new Map() };
    const typeOf = async (kind: NodeKind, name: string) => {
      const put = { kind, name, properties: new Map(), canAddFields: false, canOmitFields: true };
      const [type] = await transaction.putTypes([put]);
      return type?.id ?? (0n as TypeId);
    };
    await transaction.putGraph({
      contexts: [
        { typeId: await typeOf('CONTEXT', 'pipeline'), name: 'both', ...none },
        { typeId: await typeOf('CONTEXT', 'system.Pipeline'), name: 'both', ...none },
        { typeId: await typeOf('CONTEXT', 'pipeline_run'), name: 'tfx run', ...none },
      ],
      executions: [{ typeId: await typeOf('EXECUTION', 'Job'), ...none }],
      onExistingEdge: 'FAIL',
    });
  });
  const rows = { name: 'rows', uri: 's3://rows', externalId: 'rows-1' };
  await log(store, { dataSet: rows });
  await log(store, { dataSet: { name: 'rows', uri: 's3://rows', version: '2' } });
  await log(store, { metrics: { name: 'score', uri: 's3://score', values: [] } });
  await log(store, { custom: { type: 'Report', name: 'final' } });
}

function log(store: MetadataStore, artifact: ArtifactInput) {
  return logArtifact(store, { executionId: 'execution:1', artifact }, 'OUTPUT', OPTIONS);
}

const workspace =
  (input: { name: string; labels?: readonly { name: string; value: string }[]; description?: string }) =>
  (store: MetadataStore) =>
    createWorkspace(store, { reuseIfExists: true, ...input }, OPTIONS);
const step = (input: Partial<ExecutionInput>) => (store: MetadataStore) =>
  createExecution(store, { ...STEP, ...input }, OPTIONS);
const artifact = (input: ArtifactInput) => (store: MetadataStore) => log(store, input);
const report = (property: PropertyInput) => artifact({ custom: { type: 'Report', properties: [property] } });
const dataSet = { name: 'd', uri: 's3://d' };
const metrics = { name: 'm', uri: 's3://m', values: [] };
const model = { name: 'n', uri: 's3://n' };
const deep = JSON.parse(`${'['.repeat(40)}${']'.repeat(40)}`);

const CASES: readonly Case[] = [
  ['an empty workspace name', workspace({ name: '' }), ['INVALID_ARGUMENT', 'input.name']],
  ['a blank workspace name', workspace({ name: ' \n' }), ['INVALID_ARGUMENT', 'input.name']],
  ['a NUL', workspace({ name: 'a\0b' }), ['INVALID_ARGUMENT', 'input.name']],
  ['half a surrogate pair', workspace({ name: HALF }), ['INVALID_ARGUMENT', 'input.name']],
  [
    "MLMD's mark for NULL",
    workspace({ name: 'x', description: '__MLMD_NULL__' }),
    ['INVALID_ARGUMENT', 'input.description'],
  ],
  ["MLMD's mark for a struct", workspace({ name: 'mlmd-struct::x' }), ['INVALID_ARGUMENT', 'input.name']],
  [
    'a label without a name',
    workspace({ name: 'x', labels: [{ name: '', value: '' }] }),
    ['INVALID_ARGUMENT', 'input.labels.0.name'],
  ],
  [
    'a label given twice',
    workspace({
      name: 'x',
      labels: [
        { name: 'a', value: '1' },
        { name: 'a', value: '2' },
      ],
    }),
    ['INVALID_ARGUMENT', 'input.labels.1.name'],
  ],
  [
    'a label with half a surrogate pair',
    workspace({ name: 'x', labels: [{ name: 'a', value: HALF }] }),
    ['INVALID_ARGUMENT', 'input.labels.0.value'],
  ],

  [
    'a run without a name',
    (store) => createRun(store, { workspace: WS, name: '' }, OPTIONS),
    ['INVALID_ARGUMENT', 'input.name'],
  ],
  [
    'a run in no workspace',
    (store) => createRun(store, { workspace: { name: 'none' }, name: 'r' }, OPTIONS),
    ['NOT_FOUND', 'input.workspace.name'],
  ],
  [
    "a run in another tool's workspace",
    (store) => createRun(store, { workspace: { id: 'workspace:4' }, name: 'r' }, OPTIONS),
    ['FAILED_PRECONDITION', 'input.workspace'],
  ],

  ['a workspace without a name', step({ workspace: { name: '' } }), ['INVALID_ARGUMENT', 'input.workspace.name']],
  ['a malformed workspace id', step({ workspace: { id: '1' } }), ['INVALID_ARGUMENT', 'input.workspace.id']],
  ['a workspace id of another kind', step({ workspace: { id: 'run:3' } }), ['INVALID_ARGUMENT', 'input.workspace.id']],
  ['an unknown workspace', step({ workspace: { id: 'workspace:99' } }), ['NOT_FOUND', 'input.workspace.id']],
  ['a context that is no workspace', step({ workspace: { id: 'workspace:3' } }), ['NOT_FOUND', 'input.workspace.id']],
  ["two tools' workspaces of a name", step({ workspace: { name: 'both' } }), ['AMBIGUOUS', 'input.workspace.name']],
  ['an empty run name', step({ run: { name: '' } }), ['INVALID_ARGUMENT', 'input.run.name']],
  ['a malformed run id', step({ run: { id: 'run:' } }), ['INVALID_ARGUMENT', 'input.run.id']],
  ['a run id of another kind', step({ run: { id: 'workspace:1' } }), ['INVALID_ARGUMENT', 'input.run.id']],
  ['an unknown run', step({ run: { id: 'run:99' } }), ['NOT_FOUND', 'input.run.id']],
  ['an unknown run name', step({ run: { id: 'run:1/none' } }), ['NOT_FOUND', 'input.run.id']],
  ["another tool's run", step({ run: { id: 'run:6' } }), ['NOT_FOUND', 'input.run.id']],
  [
    'a run of another workspace',
    step({ workspace: { name: 'other' }, run: { id: 'run:3' } }),
    ['INVALID_ARGUMENT', 'input.run.id'],
  ],
  [
    'a run name of another workspace',
    step({ workspace: { name: 'other' }, run: { id: 'run:1/r' } }),
    ['INVALID_ARGUMENT', 'input.run.id'],
  ],
  [
    'a run of another workspace, in a new one',
    step({ workspace: { name: 'new' }, run: { id: 'run:3' } }),
    ['INVALID_ARGUMENT', 'input.run.id'],
  ],
  ['a step without a name', step({ name: '' }), ['INVALID_ARGUMENT', 'input.name']],
  ['an empty external id', step({ externalId: '' }), ['INVALID_ARGUMENT', 'input.externalId']],
  ['an unknown execution type', step({ type: 'None' }), ['NOT_FOUND', 'input.type']],
  ['an artifact type for an execution', step({ type: 'Report' }), ['NOT_FOUND', 'input.type']],
  [
    'an undeclared property',
    step({ properties: [{ name: 'x', custom: false, value: { int: 1n } }] }),
    ['TYPE_MISMATCH', 'input.properties.0.value'],
  ],
  [
    'a property that is a field',
    step({ properties: [{ name: 'description', value: { string: 'x' } }] }),
    ['INVALID_ARGUMENT', 'input.properties.0.name'],
  ],
  [
    'the reserved workspace',
    step({ properties: [{ name: '__kf_workspace__', value: { string: 'x' } }] }),
    ['INVALID_ARGUMENT', 'input.properties.0.name'],
  ],
  [
    'the reserved object',
    step({ properties: [{ name: '__ALL_META__', value: { string: 'x' } }] }),
    ['INVALID_ARGUMENT', 'input.properties.0.name'],
  ],
  [
    'the reserved labels',
    step({ properties: [{ name: '__labels__', custom: true, value: { string: 'x' } }] }),
    ['INVALID_ARGUMENT', 'input.properties.0.name'],
  ],
  [
    'a property without a name',
    step({ properties: [{ name: '', value: { int: 1n } }] }),
    ['INVALID_ARGUMENT', 'input.properties.0.name'],
  ],
  [
    'a property without a value',
    step({ properties: [{ name: 'x' }] }),
    ['INVALID_ARGUMENT', 'input.properties.0.value'],
  ],
  [
    'a property given twice',
    step({
      properties: [
        { name: 'x', value: { int: 1n } },
        { name: 'x', custom: true, value: { int: 2n } },
      ],
    }),
    ['INVALID_ARGUMENT', 'input.properties.1.name'],
  ],

  [
    'a malformed execution id',
    (store) => logArtifact(store, { executionId: '1', artifact: { dataSet } }, 'INPUT', OPTIONS),
    ['INVALID_ARGUMENT', 'input.executionId'],
  ],
  [
    'an unknown execution',
    (store) => logArtifact(store, { executionId: 'execution:99', artifact: { dataSet } }, 'INPUT', OPTIONS),
    ['NOT_FOUND', 'input.executionId'],
  ],
  [
    'an execution in no workspace',
    (store) => logArtifact(store, { executionId: 'execution:2', artifact: { dataSet } }, 'INPUT', OPTIONS),
    ['FAILED_PRECONDITION', 'input.executionId'],
  ],
  [
    'a path index beyond 64 bits',
    (store) =>
      logArtifact(
        store,
        { executionId: 'execution:1', artifact: { dataSet }, path: [{ index: 2n ** 63n }] },
        'INPUT',
        OPTIONS,
      ),
    ['INVALID_ARGUMENT', 'input.path.0.index'],
  ],
  [
    'a path key with a NUL',
    (store) =>
      logArtifact(
        store,
        { executionId: 'execution:1', artifact: { dataSet }, path: [{ key: 'a' }, { key: '\0' }] },
        'INPUT',
        OPTIONS,
      ),
    ['INVALID_ARGUMENT', 'input.path.1.key'],
  ],

  ['an artifact id of another kind', artifact({ id: 'execution:1' }), ['INVALID_ARGUMENT', 'input.artifact.id']],
  ['an unknown artifact', artifact({ id: 'artifact:99' }), ['NOT_FOUND', 'input.artifact.id']],
  [
    'a data set without a name',
    artifact({ dataSet: { ...dataSet, name: '' } }),
    ['INVALID_ARGUMENT', 'input.artifact.dataSet.name'],
  ],
  [
    'a data set without a uri',
    artifact({ dataSet: { ...dataSet, uri: '' } }),
    ['INVALID_ARGUMENT', 'input.artifact.dataSet.uri'],
  ],
  [
    'an empty external id of a data set',
    artifact({ dataSet: { ...dataSet, externalId: '' } }),
    ['INVALID_ARGUMENT', 'input.artifact.dataSet.externalId'],
  ],
  [
    'a query with a NUL',
    artifact({ dataSet: { ...dataSet, query: '\0' } }),
    ['INVALID_ARGUMENT', 'input.artifact.dataSet.query'],
  ],
  [
    'a framework without a name',
    artifact({ model: { ...model, trainingFramework: { name: '' } } }),
    ['INVALID_ARGUMENT', 'input.artifact.model.trainingFramework.name'],
  ],
  [
    'hyperparameters without end',
    artifact({ model: { ...model, hyperparameters: deep } }),
    ['INVALID_ARGUMENT', 'input.artifact.model.hyperparameters'],
  ],
  [
    'hyperparameters with an integer that is rounded',
    artifact({ model: { ...model, hyperparameters: { seeds: [2 ** 53] } } }),
    ['INVALID_ARGUMENT', 'input.artifact.model.hyperparameters'],
  ],
  [
    'hyperparameters with half a pair',
    artifact({ model: { ...model, hyperparameters: { [HALF]: 1 } } }),
    ['INVALID_ARGUMENT', 'input.artifact.model.hyperparameters'],
  ],
  [
    'metrics of no model',
    artifact({ metrics: { ...metrics, modelId: 'artifact:99' } }),
    ['NOT_FOUND', 'input.artifact.metrics.modelId'],
  ],
  [
    'metrics of a data set as their model',
    artifact({ metrics: { ...metrics, modelId: 'artifact:1' } }),
    ['INVALID_ARGUMENT', 'input.artifact.metrics.modelId'],
  ],
  [
    'metrics of an execution as their data set',
    artifact({ metrics: { ...metrics, dataSetId: 'execution:1' } }),
    ['INVALID_ARGUMENT', 'input.artifact.metrics.dataSetId'],
  ],
  [
    'a value without a name',
    artifact({ metrics: { ...metrics, values: [{ name: '', value: 1 }] } }),
    ['INVALID_ARGUMENT', 'input.artifact.metrics.values.0.name'],
  ],
  [
    'a value given twice',
    artifact({
      metrics: {
        ...metrics,
        values: [
          { name: 'a', value: 1 },
          { name: 'a', value: 1 },
        ],
      },
    }),
    ['INVALID_ARGUMENT', 'input.artifact.metrics.values.1.name'],
  ],
  [
    'a value that is not finite',
    artifact({ metrics: { ...metrics, values: [{ name: 'a', value: Number.NaN }] } }),
    ['INVALID_ARGUMENT', 'input.artifact.metrics.values.0.value'],
  ],
  ['an unknown artifact type', artifact({ custom: { type: 'None' } }), ['NOT_FOUND', 'input.artifact.custom.type']],
  [
    "a custom artifact of the SDK's type",
    artifact({ custom: { type: 'kubeflow.org/alpha/model' } }),
    ['INVALID_ARGUMENT', 'input.artifact.custom.type'],
  ],
  [
    'a taken MLMD name',
    artifact({ custom: { type: 'Report', name: 'final' } }),
    ['ALREADY_EXISTS', 'input.artifact.custom.name'],
  ],
  [
    'an external id of another type',
    artifact({ custom: { type: 'Report', externalId: 'rows-1' } }),
    ['ALREADY_EXISTS', 'input.artifact.custom.externalId'],
  ],
  [
    'a property of another type',
    report({ name: 'pages', value: { string: '3' } }),
    ['TYPE_MISMATCH', 'input.artifact.custom.properties.0.value'],
  ],
  [
    'an integer beyond 64 bits',
    report({ name: 'pages', value: { int: -(2n ** 63n) - 1n } }),
    ['INVALID_ARGUMENT', 'input.artifact.custom.properties.0.value.int'],
  ],
  [
    'a double that is not finite',
    report({ name: 'x', value: { double: Number.POSITIVE_INFINITY } }),
    ['INVALID_ARGUMENT', 'input.artifact.custom.properties.0.value.double'],
  ],
  [
    'a struct that is no object',
    report({ name: 'x', value: { struct: [1] } }),
    ['INVALID_ARGUMENT', 'input.artifact.custom.properties.0.value.struct'],
  ],
  [
    'a string that MLMD takes for NULL',
    report({ name: 'x', value: { string: '__MLMD_NULL__' } }),
    ['INVALID_ARGUMENT', 'input.artifact.custom.properties.0.value.string'],
  ],

  [
    'a step whose last output is wrong',
    (store) =>
      logExecution(
        store,
        {
          execution: { ...STEP, workspace: { name: 'new' }, run: { name: 'new' } },
          inputs: [{ artifact: { dataSet } }],
          outputs: [{ artifact: { model } }, { artifact: { dataSet: { name: '', uri: 'x' } } }],
        },
        OPTIONS,
      ),
    ['INVALID_ARGUMENT', 'input.outputs.1.artifact.dataSet.name'],
  ],
  [
    'a step with one name for two artifacts',
    (store) => {
      const custom = { artifact: { custom: { type: 'Report', name: 'twice' } } };
      return logExecution(store, { execution: STEP, inputs: [custom], outputs: [custom] }, OPTIONS);
    },
    ['ALREADY_EXISTS', 'input.outputs.0.artifact.custom.name'],
  ],
  [
    'a step with more artifacts than one transaction should hold',
    (store) => {
      const inputs = Array.from({ length: 600 }, () => ({ artifact: { dataSet } }));
      return logExecution(store, { execution: STEP, inputs, outputs: inputs }, OPTIONS);
    },
    ['INVALID_ARGUMENT', 'input.outputs'],
  ],
  [
    'a step with a path that is none',
    (store) =>
      logExecution(
        store,
        { execution: STEP, inputs: [{ artifact: { dataSet }, path: [{ key: HALF }] }], outputs: [] },
        OPTIONS,
      ),
    ['INVALID_ARGUMENT', 'input.inputs.0.path.0.key'],
  ],
  [
    'a step that is sent again with a wrong output',
    (store) =>
      logExecution(
        store,
        { execution: { ...STEP, externalId: 'job-1' }, inputs: [], outputs: [{ artifact: { id: 'artifact:99' } }] },
        OPTIONS,
      ),
    ['NOT_FOUND', 'input.outputs.0.artifact.id'],
  ],

  [
    'an update of an unknown execution',
    (store) => updateExecution(store, { id: 'execution:99' }, OPTIONS),
    ['NOT_FOUND', 'input.id'],
  ],
  [
    'an update of a malformed id',
    (store) => updateExecution(store, { id: 'execution' }, OPTIONS),
    ['INVALID_ARGUMENT', 'input.id'],
  ],
  [
    'a new name by way of a property',
    (store) =>
      updateExecution(store, { id: 'execution:1', properties: [{ name: 'name', value: { string: 'x' } }] }, OPTIONS),
    ['INVALID_ARGUMENT', 'input.properties.0.name'],
  ],
  [
    'an update to a description with a NUL',
    (store) => updateExecution(store, { id: 'execution:1', description: '\0' }, OPTIONS),
    ['INVALID_ARGUMENT', 'input.description'],
  ],
  [
    'the removal of an undeclared property',
    (store) =>
      updateExecution(store, { id: 'execution:1', properties: [{ name: 'x', custom: false, value: null }] }, OPTIONS),
    ['TYPE_MISMATCH', 'input.properties.0.value'],
  ],
  [
    'an update of an unknown artifact',
    (store) => updateArtifact(store, { id: 'artifact:99' }, OPTIONS),
    ['NOT_FOUND', 'input.id'],
  ],
  [
    'an update to an empty uri',
    (store) => updateArtifact(store, { id: 'artifact:1', uri: '' }, OPTIONS),
    ['INVALID_ARGUMENT', 'input.uri'],
  ],
  [
    'an update to the version of the equal artifact',
    (store) => updateArtifact(store, { id: 'artifact:1', version: '2' }, OPTIONS),
    ['ALREADY_EXISTS', 'input.version'],
  ],
  [
    'hyperparameters of a data set',
    (store) => updateArtifact(store, { id: 'artifact:1', hyperparameters: {} }, OPTIONS),
    ['INVALID_ARGUMENT', 'input.hyperparameters'],
  ],
  [
    'values of a data set',
    (store) => updateArtifact(store, { id: 'artifact:1', values: [] }, OPTIONS),
    ['INVALID_ARGUMENT', 'input.values'],
  ],
  [
    'values of a custom artifact',
    (store) => updateArtifact(store, { id: 'artifact:4', values: [] }, OPTIONS),
    ['INVALID_ARGUMENT', 'input.values'],
  ],
  [
    'a text for a version that is declared a number',
    (store) => updateArtifact(store, { id: 'artifact:4', version: '1' }, OPTIONS),
    ['TYPE_MISMATCH', 'input.version'],
  ],
  [
    'a version in both places',
    (store) =>
      updateArtifact(
        store,
        { id: 'artifact:4', version: '1', properties: [{ name: 'version', value: { int: 1n } }] },
        OPTIONS,
      ),
    ['INVALID_ARGUMENT', 'input.properties.0.name'],
  ],
  [
    'a field of a data set as a property',
    (store) =>
      updateArtifact(store, { id: 'artifact:1', properties: [{ name: 'owner', value: { string: 'x' } }] }, OPTIONS),
    ['INVALID_ARGUMENT', 'input.properties.0.name'],
  ],

  ['a type without a name', (store) => type(store, { name: '' }), ['INVALID_ARGUMENT', 'input.name']],
  ['a type with an empty version', (store) => type(store, { version: '' }), ['INVALID_ARGUMENT', 'input.version']],
  [
    'a type with a nameless property',
    (store) => type(store, { properties: [{ name: '', type: 'INT' }] }),
    ['INVALID_ARGUMENT', 'input.properties.0.name'],
  ],
  [
    'a type with a property twice',
    (store) =>
      type(store, {
        properties: [
          { name: 'a', type: 'INT' },
          { name: 'a', type: 'INT' },
        ],
      }),
    ['INVALID_ARGUMENT', 'input.properties.1.name'],
  ],
  [
    "the SDK's type with another property",
    (store) =>
      type(store, {
        name: 'kubeflow.org/alpha/model',
        properties: [{ name: 'x', type: 'INT' }],
        canAddFields: true,
        canOmitFields: true,
      }),
    ['TYPE_CONFLICT', 'input.properties'],
  ],
  [
    'a property more than the type has',
    (store) => type(store, { name: 'Report', properties: [{ name: 'x', type: 'INT' }], canOmitFields: true }),
    ['TYPE_CONFLICT', 'input.properties'],
  ],
];

function type(store: MetadataStore, changes: Partial<Parameters<typeof registerType>[1]>) {
  const input = { kind: 'ARTIFACT' as const, name: 'T', properties: [], canAddFields: false, canOmitFields: false };
  return registerType(store, { ...input, ...changes }, OPTIONS);
}

describe('what cannot be written', () => {
  // One store serves all cases: what each must prove is that it left the store as it was.
  it('is refused with its code and its place in the input, and leaves no row behind', async () => {
    const { store, path } = await newStore();
    await seed(store);
    const before = tablesOf(path);

    for (const [what, call, [code, argument]] of CASES) {
      await expect.soft(call(store), what).rejects.toMatchObject({ name: 'MetadataError', code, argument });
      expect.soft(tablesOf(path), what).toEqual(before);
    }
  });

  it('is refused where a stored type is not what the SDK needs, naming the difference', async () => {
    const { store, path } = await newStore();
    await store.transaction((transaction) =>
      transaction.putTypes([
        {
          kind: 'ARTIFACT',
          name: 'kubeflow.org/alpha/model',
          properties: new Map([['size', 'INT']]),
          canAddFields: true,
          canOmitFields: true,
        },
      ]),
    );
    const execution = { workspace: { name: 'new' }, name: 'step' };
    const before = tablesOf(path);

    const logged = logExecution(store, { execution, inputs: [], outputs: [{ artifact: { model } }] }, OPTIONS);

    await expect(logged).rejects.toMatchObject({
      code: 'TYPE_CONFLICT',
      message: "Type kubeflow.org/alpha/model of this store is not Kubeflow Metadata's: it has size INT.",
    });
    expect(tablesOf(path)).toEqual(before);
  });
});
