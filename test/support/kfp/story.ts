import type { JsonObject } from '../../../src/mlmd/model.js';
import type { Calls } from '../../../src/mlmd/wire/rpc.js';
import { CACHED, CANCELED, COMPLETE, type Ending, FAILED, INPUT, OUTPUT, Pipelines } from './pipelines.js';
import { type Contexts, type Execution, type Plain, properties, required } from './values.js';

const ROOT = 's3://bucket/training';

/** A graph of tasks under way. */
class Dag {
  readonly #pipelines: Pipelines;
  readonly #contexts: Contexts;
  readonly execution: Execution;

  constructor(pipelines: Pipelines, contexts: Contexts, execution: Execution) {
    this.#pipelines = pipelines;
    this.#contexts = contexts;
    this.execution = execution;
  }

  get id(): bigint {
    return required(this.execution.id, 'the number of a graph');
  }

  /** Begins a step of the graph. */
  step(type: string, name: string, custom: Readonly<Record<string, Plain>> = {}, state = 2): Promise<Execution> {
    return this.#pipelines.execution(`system.${type}`, this.#contexts, {
      lastKnownState: state,
      customProperties: properties({ display_name: name, task_name: name, parent_dag_id: this.id, ...custom }),
    });
  }

  /** A container from its beginning to its end. */
  async task(name: string, ending: Ending, custom: Readonly<Record<string, Plain>> = {}): Promise<Execution> {
    const about = {
      pod_name: `${name}-pod`,
      pod_uid: 'u',
      namespace: 'team',
      image: 'python:3.11',
      inputs: {},
      ...custom,
    };
    const step = await this.step('ContainerExecution', name, about);
    await this.#pipelines.publish(step, this.#contexts, ending);
    return step;
  }

  /** A graph in the graph. */
  async dag(name: string, custom: Readonly<Record<string, Plain>>): Promise<Dag> {
    return new Dag(this.#pipelines, this.#contexts, await this.step('DAGExecution', name, custom));
  }

  end(execution: Execution, ending: Ending): Promise<void> {
    return this.#pipelines.publish(execution, this.#contexts, ending);
  }
}

/** The names of the runs, and what is in each. */
export const KFP_RUNS = {
  /** Every kind of task; all that its graphs leave RUNNING is over. */
  whole: '11111111-0000-4000-8000-000000000001',
  /** Everything out of the cache. */
  cached: '11111111-0000-4000-8000-000000000002',
  /** A task of a nested graph failed. */
  failed: '11111111-0000-4000-8000-000000000003',
  /** A nested graph lacks one of its two tasks. */
  begun: '11111111-0000-4000-8000-000000000004',
  /** Its loop has no items. */
  empty: '11111111-0000-4000-8000-000000000005',
} as const;

/** Tells what a pipeline of Kubeflow Pipelines 2 leaves behind in five runs, by the calls that its programs make. */
export async function tellKfpStory(calls: Calls): Promise<void> {
  const pipelines = new Pipelines(calls);
  const pipeline = await pipelines.context('system.Pipeline', 'training');
  const begin = async (runId: string, inputs: JsonObject = {}): Promise<Dag> => {
    const about = {
      namespace: 'team',
      resource_name: 'run-resource',
      pipeline_root: `${ROOT}/${runId}`,
      store_session_info: '{"Provider":"minio"}',
    };
    const run = await pipelines.context('system.PipelineRun', runId, about);
    await pipelines.link(required(run.id, 'a run'), required(pipeline.id, 'the pipeline'));
    const contexts = [pipeline, run];
    const root = await pipelines.execution('system.DAGExecution', contexts, {
      name: `run/${runId}`,
      customProperties: properties({ display_name: '', task_name: '', inputs }),
    });
    return new Dag(pipelines, contexts, root);
  };

  const { raw, split, rows } = await tellWhole(
    pipelines,
    await begin(KFP_RUNS.whole, { rates: [0.1, 0.2, 0.3], rows: 3 }),
  );

  const cached = await begin(KFP_RUNS.cached);
  await cached.task(
    'split',
    {
      ...{ state: CACHED, outputs: { count: 3 } },
      events: [
        [raw, INPUT, 'source'],
        [rows, OUTPUT, 'rows'],
      ],
    },
    { cache_fingerprint: 'ab12', cached_execution_id: String(split.id) },
  );

  const failed = await begin(KFP_RUNS.failed);
  const branch = await failed.dag('condition-1', { total_dag_tasks: 2n });
  await branch.task('check', { state: COMPLETE });
  await branch.task('train', { state: FAILED });

  const begun = await begin(KFP_RUNS.begun);
  const group = await begun.dag('evaluation', { total_dag_tasks: 2n });
  await group.task('score', { state: COMPLETE });

  const empty = await begin(KFP_RUNS.empty);
  await empty.dag('for-loop-1', { iteration_count: 0n, total_dag_tasks: 1n });
}

async function tellWhole(pipelines: Pipelines, root: Dag) {
  const raw = await pipelines.artifact('system.Dataset', 's3://elsewhere/raw', 'artifact');
  const importer = await root.step('ImporterExecution', '', { task_name: 'importer', inputs: {} });
  await root.end(importer, { events: [[raw, OUTPUT, 'artifact']] });

  const rows = await pipelines.artifact('system.Dataset', `${ROOT}/split/rows`, 'rows', { format: 'csv' });
  const split = await root.task(
    'split',
    {
      outputs: { count: 3, names: ['a', 'b'] },
      events: [
        [raw, INPUT, 'source'],
        [rows, OUTPUT, 'rows'],
      ],
    },
    { inputs: { rate: 0.5, mode: 'fast', columns: ['a', null] }, cache_fingerprint: 'ab12' },
  );

  await root.step('DAGExecution', 'condition-1', { total_dag_tasks: 1n }, CANCELED);

  // The passes were left RUNNING, and so was the loop.
  const loop = await root.dag('for-loop-1', { iteration_count: 3n, total_dag_tasks: 1n });
  for (const [place, rate] of [0.1, 0.2, 0.3].entries()) {
    const index = BigInt(place);
    const pass = await loop.dag('for-loop-1', { iteration_index: index, total_dag_tasks: 1n });
    const model = await pipelines.artifact('system.Model', `${ROOT}/train/${index}/model`, 'model', {
      framework: 'tf',
    });
    await pass.task(
      'train',
      {
        events: [
          [rows, INPUT, 'training_data'],
          [model, OUTPUT, 'model'],
        ],
      },
      { iteration_index: index, inputs: { rate } },
    );
  }

  const evaluation = await root.dag('evaluation', { total_dag_tasks: 1n });
  const metrics = await pipelines.artifact('system.Metrics', `${ROOT}/score/metrics`, 'metrics', {
    accuracy: 0.95,
    epochs: 12,
    passed: 1n,
  });
  const curve = await pipelines.artifact('system.ClassificationMetrics', `${ROOT}/score/curve`, 'curve', {
    confidenceMetrics: { list: [{ confidenceThreshold: 0.5, recall: 1, falsePositiveRate: 0 }] },
    confusionMatrix: { struct: { annotationSpecs: [{ displayName: 'yes' }], rows: [{ row: [3] }] } },
  });
  await evaluation.task('score', {
    events: [
      [rows, INPUT, 'test_data'],
      [metrics, OUTPUT, 'metrics'],
      [curve, OUTPUT, 'curve'],
    ],
  });
  // What is passed into a graph is noted as its input too.
  await root.end(evaluation.execution, { events: [[rows, INPUT, 'test_data']] });
  return { raw, split, rows };
}
