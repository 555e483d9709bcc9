import { describe, expect, it, onTestFinished } from 'vitest';
import type { LogExecutionInput } from '../../src/generated/resolvers.js';
import { toGlobalId } from '../../src/global-id.js';
import { createWorkspace, logExecution, recordDemo } from '../../src/recording/index.js';
import { tablesOf } from '../recording/support/rows.js';
import { newStore, OPTIONS } from '../recording/support/store.js';
import { LineProcess } from './support/line-process.js';
import { pythonWith } from './support/python.js';

const python = pythonWith('ml_metadata', 'grpc', 'kubeflow.metadata');

const MODEL_TYPE = 'kubeflow.org/alpha/model';
const MODEL = { name: 'MNIST', uri: 'gcs://my-bucket/mnist', version: 'model_v1' };

/** The SDK, speaking to the real engine, which has our file open beside us. */
async function openSdk(path: string): Promise<(method: string, args: object) => Promise<unknown>> {
  const server = new LineProcess(python ?? '', 'engine_server.py', path);
  onTestFinished(() => server.end());
  const sdk = new LineProcess(python ?? '', 'sdk_steps.py', await server.line());
  onTestFinished(() => sdk.end());
  return (method, args) => sdk.ask([method, args]);
}

describe.skipIf(python === undefined)('the Kubeflow Metadata SDK', () => {
  it('finds our workspace, and lists our models as its own', async () => {
    const { store, path } = await newStore();
    await recordDemo(store, OPTIONS);
    const sdk = await openSdk(path);

    expect(await sdk('make_workspace', { name: 'demo workspace', labels: { other: 'ignored' } })).toBe(1);
    expect(await sdk('list', { workspace: 'demo workspace', type_name: MODEL_TYPE })).toEqual([
      {
        id: 2,
        workspace: 'demo workspace',
        run: 'run_1',
        ...MODEL,
        description: 'Model to recognize handwritten digits',
        owner: 'owner@my-company.com',
        model_type: 'neural network',
        training_framework: { name: 'tensorflow', version: 'v1.0' },
        hyperparameters: { learning_rate: 0.5, layers: [10, 3, 1], early_stop: true },
        labels: { a_label: 'some-value' },
        create_time: '2026-11-22T12:30:00.045000Z',
        kwargs: {},
      },
    ]);
  });

  it('takes our model and data set for its own where they are equal', async () => {
    const { store, path } = await newStore();
    await recordDemo(store, OPTIONS);
    const sdk = await openSdk(path);

    const logged = await sdk('log', {
      workspace: 'demo workspace',
      step: 'serve again',
      run: 'run_2',
      artifacts: [
        ['INPUT', 'model', MODEL],
        ['INPUT', 'dataSet', { name: 'mytable-dump', uri: 'file://path/to/dataset', version: 'ds_v1' }],
        ['OUTPUT', 'model', { ...MODEL, version: 'model_v2' }],
      ],
    });

    expect(logged).toEqual({ execution: 3, artifacts: [2, 1, 4] });
    expect(await sdk('executions_of', { artifact: 2 })).toEqual([1, 2, 3]);
  });

  it("writes the very rows that we write for the same step, but for our run and our step's status", async () => {
    const { store, path } = await newStore();
    const sdk = await openSdk(path);
    await createWorkspace(
      store,
      { name: 'ws', description: 'bé\u{1f600}', labels: [{ name: 'ü', value: '"' }], reuseIfExists: true },
      OPTIONS,
    );
    const hyperparameters = { rate: 1e-7, big: 1e20, deep: [[], {}, [null, false]], text: 'tab\t\u2028' };

    await sdk('make_workspace', { name: 'theirs', description: 'bé\u{1f600}', labels: { ü: '"' } });
    await sdk('log', {
      workspace: 'theirs',
      step: 'train',
      artifacts: [
        ['INPUT', 'dataSet', { name: 'é', uri: 'file:///é', labels: {}, description: '' }],
        ['OUTPUT', 'model', { ...MODEL, hyperparameters, training_framework: { name: 'jax' } }],
        [
          'OUTPUT',
          'metrics',
          { name: 'm', uri: 'm', values: { loss: 2.5e-9, rows: 3, auc: 0.1 + 0.2 }, metrics_type: 'testing' },
        ],
      ],
    });
    await logExecution(
      store,
      {
        execution: { workspace: { name: 'ws' }, name: 'train' },
        inputs: [{ artifact: { dataSet: { name: 'é', uri: 'file:///é', labels: [], description: '' } } }],
        outputs: [
          { artifact: { model: { ...MODEL, hyperparameters, trainingFramework: { name: 'jax' } } } },
          {
            artifact: {
              metrics: {
                name: 'm',
                uri: 'm',
                metricsType: 'TESTING',
                values: [
                  { name: 'loss', value: 2.5e-9 },
                  { name: 'rows', value: 3 },
                  { name: 'auc', value: 0.1 + 0.2 },
                ],
              },
            },
          },
        ],
      },
      OPTIONS,
    );

    const { artifacts, executions, workspaces } = stepsByWorkspace(path);
    expect(artifacts[0]).toHaveLength(3);
    expect(artifacts[1]).toEqual(artifacts[0]);
    expect(executions[1]).toEqual(executions[0]);
    expect(workspaces[1]).toEqual(workspaces[0]);
  });

  it('and we find what the other wrote', async () => {
    const { store, path } = await newStore();
    const sdk = await openSdk(path);
    const theirs = await sdk('log', {
      workspace: 'ws',
      step: 'train',
      run: 'r',
      artifacts: [['OUTPUT', 'model', MODEL]],
    });

    const step: LogExecutionInput = {
      execution: { workspace: { name: 'ws' }, run: { id: 'run:1/r' }, name: 'serve' },
      inputs: [{ artifact: { model: MODEL } }],
      outputs: [],
    };
    const { executionId, inputs } = await logExecution(store, step, OPTIONS);

    expect(theirs).toEqual({ execution: 1, artifacts: [1] });
    expect(inputs).toEqual([{ artifactId: 1n, created: false }]);
    expect(await sdk('executions_of', { artifact: 1 })).toEqual([1, Number(executionId)]);
    expect(toGlobalId({ kind: 'EXECUTION', id: executionId })).toBe('execution:2');
  });
});

/** What each workspace holds, in the order of ids, without ids, times and the workspace's name. */
function stepsByWorkspace(path: string) {
  const tables = tablesOf(path);
  const SDK_TIME = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{6})?Z/g;
  const propertiesOf = (table: string, id: unknown) =>
    (tables[table] ?? [])
      .filter((row) => row[0] === id && row[1] !== '__kf_workspace__')
      .map(([, name, custom, ...values]) => [name, custom, String(values[2]).replace(SDK_TIME, 'then')]);
  const membersOf = (table: string, context: unknown, nodes: string) =>
    (tables[table] ?? [])
      .filter((row) => row[1] === context)
      .map((row) => tables[nodes]?.find((node) => node[0] === row[2]) ?? []);
  const contexts = [...(tables.Context ?? [])]
    .filter((row) => row[1] === 14)
    .sort((one, other) => (String(one[2]) < String(other[2]) ? -1 : 1));
  return {
    workspaces: contexts.map((row) => propertiesOf('ContextProperty', row[0])),
    artifacts: contexts.map((row) =>
      membersOf('Attribution', row[0], 'Artifact').map(([id, type, uri, state, name, externalId]) => [
        type,
        uri,
        state,
        name,
        externalId,
        propertiesOf('ArtifactProperty', id),
      ]),
    ),
    executions: contexts.map((row) =>
      membersOf('Association', row[0], 'Execution').map(([id, type, , name, externalId]) => [
        type,
        name,
        externalId,
        propertiesOf('ExecutionProperty', id),
      ]),
    ),
  };
}
