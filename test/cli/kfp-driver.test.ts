import { describe, expect, it, onTestFinished } from 'vitest';
import { openChannel } from '../../src/mlmd/wire/client/channel.js';
import { readGrpcSettings } from '../../src/mlmd/wire/client/settings.js';
import { COMPLETE, INPUT, OUTPUT, Pipelines } from '../support/kfp/pipelines.js';
import { properties } from '../support/kfp/values.js';
import { ask, grpcAddressOf, serve, temporaryFolder } from './support/command.js';

const RUN_ID = '0b1d7a52-7d5e-4d0c-9f55-3c1a6f2f7f01';
async function start() {
  const served = await serve(['--grpc-port', '0', '--register-types', 'none'], { cwd: await temporaryFolder() });
  const channel = openChannel(readGrpcSettings(`grpc://${grpcAddressOf(served)}`));
  onTestFinished(() => channel.close());
  return { served, calls: channel, pipelines: new Pipelines(channel) };
}

/** A run with a step that makes a data set and one that reads it. */
async function drive({ calls, pipelines }: Awaited<ReturnType<typeof start>>) {
  const pipeline = await pipelines.context('system.Pipeline', 'training');
  const root = 's3://bucket/training';
  const run = await pipelines.context('system.PipelineRun', RUN_ID, { namespace: 'team', pipeline_root: root });
  await pipelines.link(run.id ?? 0n, pipeline.id ?? 0n);
  const contexts = [pipeline, run];

  const dag = await pipelines.execution('system.DAGExecution', contexts, {
    name: `run/${RUN_ID}`,
    customProperties: properties({ display_name: '', task_name: '', inputs: { rate: 0.5 } }),
  });
  const task = (name: string) =>
    pipelines.execution('system.ContainerExecution', contexts, {
      customProperties: properties({
        display_name: name,
        task_name: name,
        pod_name: '',
        image: 'python:3.11',
        parent_dag_id: dag.id ?? 0n,
        inputs: { rate: 0.5, columns: ['a', null], nested: { deep: [true] } },
      }),
    });
  const load = await task('load');
  const dataSet = await pipelines.artifact('system.Dataset', `${root}/load/rows`, 'rows');
  await pipelines.publish(load, contexts, { events: [[dataSet, OUTPUT, 'rows']] });
  const train = await task('train');
  const model = await pipelines.artifact('system.Model', `${root}/train/model`, 'model');
  await pipelines.publish(train, contexts, {
    events: [
      [dataSet, INPUT, 'training_data'],
      [model, OUTPUT, 'model'],
    ],
  });
  return { calls, pipelines, run, dag, load, train, dataSet, model, contexts };
}

describe('what the driver of Kubeflow Pipelines does, at our port', () => {
  it('leaves a run that its own look-ups find', async () => {
    const { calls, pipelines, run, dag, load, train, dataSet, model } = await drive(await start());
    const tasks = `custom_properties.parent_dag_id.int_value = ${dag.id}`;

    expect(await pipelines.executionsOf(run.id ?? 0n, tasks)).toEqual([load.id, train.id]);
    expect(await pipelines.executionsOf(run.id ?? 0n)).toEqual([dag.id, load.id, train.id]);
    const root = { typeName: 'system.DAGExecution', executionName: `run/${RUN_ID}` };
    expect((await calls.call('getExecutionByTypeAndName', root)).execution).toEqual(dag);
    const { contexts } = await calls.call('getContextsByExecution', { executionId: train.id });
    expect(contexts.map(({ type }) => type)).toEqual(['system.Pipeline', 'system.PipelineRun']);
    expect((await calls.call('getContextsByArtifact', { artifactId: model })).contexts).toEqual(contexts);
    const { events } = await calls.call('getEventsByArtifactIDs', { artifactIds: [dataSet] });
    expect(events.map(({ executionId, type, path }) => [executionId, type, path])).toEqual([
      [load.id, OUTPUT, { steps: [{ value: { $case: 'key', value: 'rows' } }] }],
      [train.id, INPUT, { steps: [{ value: { $case: 'key', value: 'training_data' } }] }],
    ]);
    const { artifacts } = await calls.call('getArtifactsByUri', { uris: ['s3://bucket/training/train/model'] });
    expect(artifacts.map(({ id }) => id)).toEqual([model]);
  });

  it('keeps the inputs of a task as they were sent, and its contexts untouched', async () => {
    const { calls, run, train } = await drive(await start());

    const { executions } = await calls.call('getExecutionsById', { executionIds: [train.id ?? 0n] });
    expect(executions[0]?.lastKnownState).toBe(COMPLETE);
    expect(executions[0]?.customProperties).toEqual(train.customProperties);
    const { contexts } = await calls.call('getContextsById', { contextIds: [run.id ?? 0n] });
    expect(contexts).toEqual([run]);
  });

  it('meets the root of a run that another driver made', async () => {
    const { pipelines, contexts, dag } = await drive(await start());

    const again = pipelines.execution('system.DAGExecution', contexts, { name: dag.name });

    await expect(again).rejects.toMatchObject({ code: 'ALREADY_EXISTS' });
  });

  it('is a run over GraphQL, with its steps and where its model comes from', async () => {
    const started = await start();
    await drive(started);

    const { data } = await ask(
      started.served.url,
      `{
        runs { nodes { name origin executions { nodes { displayName status } } } }
        artifacts(filter: { kind: [MODEL] }) { nodes { displayName lineage(input: { direction: UPSTREAM }) {
          entries { distance node { displayName } } completeness { complete } } } }
      }`,
    );

    expect(data).toEqual({
      runs: {
        nodes: [
          {
            name: RUN_ID,
            origin: 'KFP',
            executions: {
              nodes: [
                { displayName: 'train', status: 'COMPLETE' },
                { displayName: 'load', status: 'COMPLETE' },
                { displayName: `run/${RUN_ID}`, status: 'COMPLETE' },
              ],
            },
          },
        ],
      },
      artifacts: {
        nodes: [
          {
            displayName: 'model',
            lineage: {
              entries: [
                { distance: 0, node: { displayName: 'model' } },
                { distance: 1, node: { displayName: 'train' } },
                { distance: 2, node: { displayName: 'rows' } },
                { distance: 3, node: { displayName: 'load' } },
              ],
              completeness: { complete: true },
            },
          },
        ],
      },
    });
  });
});
