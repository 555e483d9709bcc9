import { describe, expect, it, onTestFinished } from 'vitest';
import { STORY } from '../../src/server/story.js';
import { ask, grpcAddressOf, type Served, serve, temporaryFolder } from '../cli/support/command.js';
import { LineProcess } from './support/line-process.js';
import { pythonWith } from './support/python.js';

const python = pythonWith('ml_metadata', 'grpc', 'kubeflow.metadata');

type Sdk = (method: string, args: object) => Promise<unknown>;

/** Our service on a new store, and the SDK connected to its port. */
async function start(...args: readonly string[]): Promise<{ readonly served: Served; readonly sdk: Sdk }> {
  const served = await serve(['--grpc-port', '0', ...args], { cwd: await temporaryFolder() });
  const steps = new LineProcess(python ?? '', 'sdk_steps.py', grpcAddressOf(served).replace(/^.*:/, ''));
  onTestFinished(() => steps.end());
  return { served, sdk: (method, request) => steps.ask([method, request]) };
}

const WORKSPACE = 'demo workspace';
const OWNER = 'owner@my-company.com';
const MODEL = { name: 'MNIST', uri: 'gcs://my-bucket/mnist', version: 'model_v1' };

/** The tutorial's story, as its notebook tells it with the SDK; `--demo` tells the same over GraphQL. */
async function tellStory(sdk: Sdk): Promise<void> {
  const labels = { some_key: 'a-value' };
  await sdk('make_workspace', { name: WORKSPACE, description: 'A workspace for our demo', labels });
  await sdk('log', {
    workspace: WORKSPACE,
    run: 'run_1',
    step: 'training model_v1',
    description: 'An execution of our run',
    artifacts: [
      [
        'INPUT',
        'dataSet',
        {
          name: 'mytable-dump',
          description: 'Sample data',
          owner: OWNER,
          uri: 'file://path/to/dataset',
          version: 'ds_v1',
          query: 'SELECT * FROM mytable',
        },
      ],
      [
        'OUTPUT',
        'model',
        {
          ...MODEL,
          description: 'Model to recognize handwritten digits',
          owner: OWNER,
          model_type: 'neural network',
          training_framework: { name: 'tensorflow', version: 'v1.0' },
          hyperparameters: { learning_rate: 0.5, layers: [10, 3, 1], early_stop: true },
          labels: { a_label: 'some-value' },
        },
      ],
      [
        'OUTPUT',
        'metrics',
        {
          name: 'MNIST evaluation',
          description: 'Evaluation of the MNIST model',
          owner: OWNER,
          uri: 'gcs://my-bucket/mnist-eval.csv',
          data_set_id: '1',
          model_id: '2',
          metrics_type: 'validation',
          values: { accuracy: 0.95 },
          labels: { mylabel: 'l1' },
        },
      ],
    ],
  });
  await sdk('log', {
    workspace: WORKSPACE,
    step: 'Serving the MNIST model',
    description: 'An execution to represent the model serving component',
    artifacts: [['INPUT', 'model', MODEL]],
  });
}

/** What the SDK sees of the story. */
async function storyOf(sdk: Sdk) {
  const kinds = ['data_set', 'model', 'metrics'];
  const lists = await Promise.all(
    kinds.map((kind) => sdk('list', { workspace: WORKSPACE, type_name: `kubeflow.org/alpha/${kind}` })),
  );
  return {
    lists: JSON.parse(JSON.stringify(lists), (key, value) => (key === 'create_time' ? 'then' : value)),
    executionsOfModel: await sdk('executions_of', { artifact: 2 }),
    artifactsOfTraining: await sdk('artifacts_of', { execution: 1 }),
  };
}

/** The SDK keeps no status, and of a run nothing but the name; the story was told at another time, too. */
function withoutExtras(data: unknown): unknown {
  return JSON.parse(JSON.stringify(data), (key, value) => {
    if (key === 'status' || key === 'occurredAt') return undefined;
    return key === 'id' && String(value).startsWith('run:') ? 'run' : value;
  });
}

// Each starts a server or two and the SDK.
describe.skipIf(python === undefined)('the Kubeflow Metadata SDK at our port', { timeout: 90_000 }, () => {
  it("tells the tutorial's story, and GraphQL answers the same questions as where it was told the story itself", async () => {
    const told = await start();
    const demo = await start('--demo');

    await tellStory(told.sdk);

    const questions = STORY.filter(({ query }) => !/^mutation/m.test(query));
    expect(questions).toHaveLength(4);
    for (const { query, variables } of questions) {
      const { data, errors } = await ask(told.served.url, query, variables);
      expect(errors).toBeUndefined();
      expect(withoutExtras(data)).toEqual(withoutExtras((await ask(demo.served.url, query, variables)).data));
    }
  });

  it('reads a story that was told over GraphQL as if it had told it', async () => {
    const told = await start();
    const demo = await start('--demo');

    await tellStory(told.sdk);

    const story = await storyOf(demo.sdk);
    expect(story).toEqual(await storyOf(told.sdk));
    expect(story).toMatchObject({ executionsOfModel: [1, 2], artifactsOfTraining: [1, 2, 3] });
  });

  it('and GraphQL write to one and the same store', async () => {
    const { served, sdk } = await start();
    await tellStory(sdk);

    const step = `mutation ($model: ModelInput!) {
      logExecution(input: {
        execution: { workspace: { name: "${WORKSPACE}" }, name: "audit" }
        inputs: [{ artifact: { model: $model } }] outputs: []
      }) { execution { mlmdId } inputs { created artifact { mlmdId } } }
    }`;
    const { data } = await ask(served.url, step, { model: MODEL });

    expect(data).toEqual({
      logExecution: { execution: { mlmdId: '3' }, inputs: [{ created: false, artifact: { mlmdId: '2' } }] },
    });
    expect(await sdk('executions_of', { artifact: 2 })).toEqual([1, 2, 3]);
  });

  it('may log the same twice where duplicate events are ignored', async () => {
    const { sdk } = await start('--duplicate-events', 'ignore');
    const twice = ['INPUT', 'model', MODEL];

    const logged = await sdk('log', { workspace: WORKSPACE, step: 'serve', artifacts: [twice, twice] });

    expect(logged).toEqual({ execution: 1, artifacts: [1, 1] });
    expect(await sdk('artifacts_of', { execution: 1 })).toEqual([1]);
  });
});
