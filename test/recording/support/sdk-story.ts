import type { ArtifactInput, ExecutionInput } from '../../../src/generated/resolvers.js';
import { toGlobalId } from '../../../src/global-id.js';
import type { ExecutionId } from '../../../src/mlmd/model.js';
import type { MetadataStore } from '../../../src/mlmd/store.js';
import { createExecution, createWorkspace, logArtifact } from '../../../src/recording/index.js';
import { OPTIONS } from './store.js';

const OWNER = 'owner@my-company.com';
const FIRST_VERSION = 'model_fb6da2a4ea0c4bb5be7a42fc09221797';
const MNIST = { name: 'MNIST', uri: 'gcs://my-bucket/mnist' };

/** Tells over again what test/fixtures/kubeflow.mlmd holds, call by call in the order of its rows. */
export async function tellSdkStory(store: MetadataStore): Promise<void> {
  await createWorkspace(
    store,
    {
      name: 'demo workspace',
      description: 'A workspace for our demo',
      labels: [{ name: 'some_key', value: 'a-value' }],
      reuseIfExists: true,
    },
    OPTIONS,
  );
  await train(store, { run: 'run_5faf20cfbba941c9a400fbfbe02cd654', version: FIRST_VERSION, accuracy: 0.95 });
  const serving = {
    name: 'Serving the MNIST model',
    description: 'An execution to represent the model serving component',
  };
  const server = await step(store, { workspace: { name: 'demo workspace' }, ...serving });
  await log(store, server, 'INPUT', { model: { ...MNIST, version: FIRST_VERSION } });
  const secondModel = await train(store, { run: 'run_second', version: 'model_v2', accuracy: 0.97 });
  await transfer(store, secondModel);
}

async function train(
  store: MetadataStore,
  { run, version, accuracy }: { readonly run: string; readonly version: string; readonly accuracy: number },
): Promise<string> {
  const description = 'An execution of our run';
  const trainer = await step(store, {
    workspace: { name: 'demo workspace' },
    run: { name: run },
    name: `training ${version}`,
    description,
  });
  const dataSetId = await log(store, trainer, 'INPUT', {
    dataSet: {
      name: 'mytable-dump',
      description: 'Sample data',
      owner: OWNER,
      uri: 'file://path/to/dataset',
      version: 'ds_2f9dd04cf4584b87bd670ad474879b85',
      query: 'SELECT * FROM mytable',
    },
  });
  const modelId = await log(store, trainer, 'OUTPUT', {
    model: {
      ...MNIST,
      description: 'Model to recognize handwritten digits',
      owner: OWNER,
      version,
      modelType: 'neural network',
      trainingFramework: { name: 'tensorflow', version: 'v1.0' },
      hyperparameters: { learning_rate: 0.5, layers: [10, 3, 1], early_stop: true },
      labels: [{ name: 'a_label', value: 'some-value' }],
    },
  });
  await log(store, trainer, 'OUTPUT', {
    metrics: {
      name: 'MNIST evaluation',
      description: 'Evaluation of the MNIST model',
      owner: OWNER,
      uri: 'gcs://my-bucket/mnist-eval.csv',
      dataSetId,
      modelId,
      metricsType: 'VALIDATION',
      values: [{ name: 'accuracy', value: accuracy }],
      labels: [{ name: 'mylabel', value: 'l1' }],
    },
  });
  return modelId;
}

/** Another workspace, which reads a model of the first and logs a model of the same name, uri and version as its own. */
async function transfer(store: MetadataStore, modelId: string): Promise<void> {
  await createWorkspace(store, { name: 'other workspace', reuseIfExists: true }, OPTIONS);
  const learner = await step(store, {
    workspace: { name: 'other workspace' },
    run: { name: 'run_transfer' },
    name: 'transfer learning',
  });
  await log(store, learner, 'INPUT', { id: modelId });
  await log(store, learner, 'INPUT', {
    dataSet: { name: 'drinks', uri: 's3://drinks/v1', labels: [{ name: 'k', value: 'v' }] },
  });
  await log(store, learner, 'OUTPUT', {
    model: { name: 'drinks', uri: 's3://models/drinks', version: '1', modelType: 'cnn' },
  });
  await log(store, learner, 'OUTPUT', { model: { ...MNIST, version: 'model_v2' } });
}

async function step(store: MetadataStore, input: ExecutionInput): Promise<ExecutionId> {
  return (await createExecution(store, input, OPTIONS)).executionId;
}

async function log(
  store: MetadataStore,
  execution: ExecutionId,
  direction: 'INPUT' | 'OUTPUT',
  artifact: ArtifactInput,
): Promise<string> {
  const input = { executionId: toGlobalId({ kind: 'EXECUTION', id: execution }), artifact };
  const { artifactId } = await logArtifact(store, input, direction, OPTIONS);
  return toGlobalId({ kind: 'ARTIFACT', id: artifactId });
}
