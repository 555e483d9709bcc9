import type { MetricsInput, StepArtifactInput } from '../../src/generated/resolvers.js';
import type { ContextId, Value } from '../../src/mlmd/model.js';
import type { MetadataStore } from '../../src/mlmd/store.js';
import {
  createExecution,
  createRun,
  createWorkspace,
  logArtifact,
  logExecution,
  registerKubeflowTypes,
  registerType,
  updateExecution,
} from '../../src/recording/index.js';
import { BARE } from './seed.js';

/** The clock of the story: noon, and a second more at each look. */
export function storyClock(): () => Date {
  let timeMs = Date.parse('2026-11-22T12:00:00.000Z');
  return () => {
    timeMs += 1_000;
    return new Date(timeMs);
  };
}

const DRINKS = { name: 'drinks' };
const ROWS: StepArtifactInput = {
  artifact: {
    dataSet: {
      name: 'rows',
      uri: 's3://drinks/rows.csv',
      version: 'v1',
      description: 'What was drunk',
      owner: 'ann@drinks.example',
      query: 'SELECT * FROM drinks',
      labels: [{ name: 'team', value: 'bar' }],
    },
  },
  path: [{ key: 'inputs' }, { key: 'training_data' }, { index: 0n }],
};

/**
 * Tells one small store's story: a workspace with two training runs on one data set, a model that is served, a failed
 * step, and a context, an artifact and an execution of types that no tool is known to write.
 *
 * @param integer - what one of the properties is.
 */
export async function tellStory(store: MetadataStore, now: () => Date, integer = BIG): Promise<void> {
  await registerKubeflowTypes(store);
  const options = { now };
  await createWorkspace(
    store,
    { ...DRINKS, description: 'All about drinks', labels: [{ name: 'floor', value: '2' }], reuseIfExists: true },
    options,
  );
  await createRun(store, { workspace: DRINKS, name: 'monday', description: 'The first try' }, options);
  await train(store, { run: 'monday', version: 'm1', accuracy: 0.9, rate: 0.5 }, options);
  await train(store, { run: 'tuesday', version: 'm2', accuracy: 0.95, rate: 0.25 }, options);
  await logExecution(
    store,
    {
      execution: { workspace: DRINKS, name: 'serve', labels: [{ name: 'stage', value: 'production' }] },
      inputs: [{ artifact: { model: { name: 'taster', uri: 's3://drinks/taster', version: 'm2' } } }],
      outputs: [],
    },
    options,
  );
  const { executionId } = await createExecution(
    store,
    { workspace: DRINKS, run: { name: 'tuesday' }, name: 'explain', externalId: 'pod-17' },
    options,
  );
  await updateExecution(store, { id: `execution:${executionId}`, status: 'FAILED' }, options);
  await writePlainNodes(store, integer, options);
}

/** What a number in JavaScript would change. */
export const BIG = 9_007_199_254_740_993n;

async function train(
  store: MetadataStore,
  {
    run,
    version,
    accuracy,
    rate,
  }: { readonly run: string; readonly version: string; readonly accuracy: number; readonly rate: number },
  options: { readonly now: () => Date },
): Promise<void> {
  const { executionId, inputs, outputs } = await logExecution(
    store,
    {
      execution: { workspace: DRINKS, run: { name: run }, name: 'train', description: 'Learns to taste' },
      inputs: [ROWS],
      outputs: [
        {
          artifact: {
            model: {
              name: 'taster',
              uri: 's3://drinks/taster',
              version,
              modelType: 'neural network',
              trainingFramework: { name: 'tensorflow', version: 'v1.0' },
              hyperparameters: { learning_rate: rate, layers: [10, 3, 1] },
              labels: [{ name: 'size', value: 'small' }],
            },
          },
        },
      ],
    },
    options,
  );
  const metrics: MetricsInput = {
    name: 'tasting',
    uri: 's3://drinks/tasting.csv',
    metricsType: 'VALIDATION',
    modelId: `artifact:${outputs[0]?.artifactId}`,
    dataSetId: `artifact:${inputs[0]?.artifactId}`,
    values: [
      { name: 'accuracy', value: accuracy },
      { name: 'loss', value: rate / 2 },
    ],
  };
  await logArtifact(store, { executionId: `execution:${executionId}`, artifact: { metrics } }, 'OUTPUT', options);
}

/** What MLMD can hold beside what the SDK writes: other types, values of every type, and a bare run that is only a name. */
async function writePlainNodes(
  store: MetadataStore,
  integer: bigint,
  options: { readonly now: () => Date },
): Promise<void> {
  const { typeId } = await registerType(
    store,
    {
      kind: 'ARTIFACT',
      name: 'acme.org/v1/report',
      properties: [
        { name: 'rows', type: 'INT' },
        { name: 'share', type: 'DOUBLE' },
      ],
      canAddFields: false,
      canOmitFields: false,
    },
    options,
  );
  await store.transaction(async (transaction) => {
    const bare = { properties: new Map(), canAddFields: false, canOmitFields: false };
    const [step, group] = await transaction.putTypes([
      { kind: 'EXECUTION', name: 'acme.org/v1/step', ...bare },
      { kind: 'CONTEXT', name: 'acme.org/v1/group', ...bare },
    ]);
    const text = (value: string): Value => ({ type: 'STRING', value });
    if (step === undefined || group === undefined) throw new Error('two types were put');
    await transaction.putGraph({
      contexts: [{ ...BARE, typeId: group.id, name: 'reports', externalId: 'group-1' }],
      parentContexts: [{ child: { index: 0 }, parent: { id: 1n as ContextId } }],
      artifacts: [
        {
          typeId,
          name: 'november',
          uri: 's3://reports/november',
          state: 'LIVE',
          externalId: 'report-11',
          properties: new Map<string, Value>([
            ['rows', { type: 'INT', value: integer }],
            ['share', { type: 'DOUBLE', value: 0.5 }],
          ]),
          customProperties: new Map<string, Value>([
            ['final', { type: 'BOOLEAN', value: true }],
            ['layout', { type: 'STRUCT', value: { columns: [1, 2], nan: Number.NaN } }],
            ['note', text('two\nlines')],
            ['raw', { type: 'PROTO', value: { typeUrl: 'type.example/Raw', value: new Uint8Array([1, 2, 3]) } }],
          ]),
        },
      ],
      executions: [
        {
          typeId: step.id,
          name: 'report',
          properties: new Map(),
          customProperties: new Map([
            ['__kf_workspace__', text('drinks')],
            ['__kf_run__', text('only a name')],
          ]),
        },
      ],
      events: [
        { artifact: { index: 0 }, execution: { index: 0 }, type: 'DECLARED_OUTPUT', timeMs: 2n ** 62n, path: [] },
        {
          artifact: { id: 4n as never },
          execution: { index: 0 },
          type: 'INPUT',
          timeMs: 1_000n,
          path: [{ key: 'model' }, { index: 0n }, { key: 'baseline' }, { index: 1n }],
        },
      ],
      attributions: [{ artifact: { index: 0 }, context: { index: 0 } }],
      associations: [{ execution: { index: 0 }, context: { index: 0 } }],
      onExistingEdge: 'FAIL',
    });
  });
}
