import type { ArtifactInput, ExecutionInput } from '../generated/resolvers.js';
import { toGlobalId } from '../global-id.js';
import type { ExecutionId } from '../mlmd/model.js';
import { createExecution } from './create-execution.js';
import { createRun } from './create-run.js';
import { createWorkspace } from './create-workspace.js';
import { logArtifact } from './log-artifact.js';
import type { RecordingOptions, RecordingStore } from './recording.js';
import { kubeflowWorkspace } from './workspaces.js';

const WORKSPACE = { name: 'demo workspace' };
const RUN = { name: 'run_1' };
const OWNER = 'owner@my-company.com';
const VERSIONED_MODEL = { name: 'MNIST', uri: 'gcs://my-bucket/mnist', version: 'model_v1' };

/**
 * Logs the story of Kubeflow Metadata's tutorial, as an API user would: a workspace, a run, a step that trains a model
 * from a data set and measures it, and a step that serves the model.
 *
 * @returns false where the store has a workspace of the story's name already; then nothing is written.
 */
export function recordDemo(store: RecordingStore, options: RecordingOptions): Promise<boolean> {
  return store.transaction(async (transaction) => {
    if ((await kubeflowWorkspace(transaction, WORKSPACE.name)) !== undefined) return false;
    // Each mutation of the story joins the one transaction that is open.
    const story = new Story({ transaction: (work) => work(transaction) }, options);
    await story.begin();
    await story.train();
    await story.serve();
    return true;
  });
}

class Story {
  readonly #store: RecordingStore;
  readonly #options: RecordingOptions;

  constructor(store: RecordingStore, options: RecordingOptions) {
    this.#store = store;
    this.#options = options;
  }

  async begin(): Promise<void> {
    const labels = [{ name: 'some_key', value: 'a-value' }];
    const workspace = { ...WORKSPACE, description: 'A workspace for our demo', labels, reuseIfExists: true };
    await createWorkspace(this.#store, workspace, this.#options);
    const run = { workspace: WORKSPACE, ...RUN, description: 'A run in our workspace' };
    await createRun(this.#store, run, this.#options);
  }

  async train(): Promise<void> {
    const name = `training ${VERSIONED_MODEL.version}`;
    const step = await this.#step({ workspace: WORKSPACE, run: RUN, name, description: 'An execution of our run' });
    const dataSet = {
      name: 'mytable-dump',
      description: 'Sample data',
      owner: OWNER,
      uri: 'file://path/to/dataset',
      version: 'ds_v1',
      query: 'SELECT * FROM mytable',
    };
    const dataSetId = await this.#log('INPUT', step, { dataSet });
    const model = {
      ...VERSIONED_MODEL,
      description: 'Model to recognize handwritten digits',
      owner: OWNER,
      modelType: 'neural network',
      trainingFramework: { name: 'tensorflow', version: 'v1.0' },
      hyperparameters: { learning_rate: 0.5, layers: [10, 3, 1], early_stop: true },
      labels: [{ name: 'a_label', value: 'some-value' }],
    };
    const modelId = await this.#log('OUTPUT', step, { model });
    const metrics = {
      name: 'MNIST evaluation',
      description: 'Evaluation of the MNIST model',
      owner: OWNER,
      uri: 'gcs://my-bucket/mnist-eval.csv',
      dataSetId,
      modelId,
      metricsType: 'VALIDATION' as const,
      values: [{ name: 'accuracy', value: 0.95 }],
      labels: [{ name: 'mylabel', value: 'l1' }],
    };
    await this.#log('OUTPUT', step, { metrics });
  }

  async serve(): Promise<void> {
    const description = 'An execution to represent the model serving component';
    const step = await this.#step({ workspace: WORKSPACE, name: 'Serving the MNIST model', description });
    await this.#log('INPUT', step, { model: VERSIONED_MODEL });
  }

  async #step(input: ExecutionInput): Promise<ExecutionId> {
    const { executionId } = await createExecution(this.#store, { ...input, status: 'COMPLETE' }, this.#options);
    return executionId;
  }

  /** @returns the artifact's id in the API. */
  async #log(direction: 'INPUT' | 'OUTPUT', step: ExecutionId, artifact: ArtifactInput): Promise<string> {
    const input = { executionId: toGlobalId({ kind: 'EXECUTION', id: step }), artifact };
    const { artifactId } = await logArtifact(this.#store, input, direction, this.#options);
    return toGlobalId({ kind: 'ARTIFACT', id: artifactId });
  }
}
