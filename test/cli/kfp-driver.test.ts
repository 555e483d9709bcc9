import { describe, expect, it, onTestFinished } from 'vitest';
import type { JsonObject } from '../../src/mlmd/model.js';
import { openChannel } from '../../src/mlmd/wire/client/channel.js';
import { readGrpcSettings } from '../../src/mlmd/wire/client/settings.js';
import type { Calls, RequestOf, ResponseOf } from '../../src/mlmd/wire/rpc.js';
import { ask, grpcAddressOf, serve, temporaryFolder } from './support/command.js';

const RUN_ID = '0b1d7a52-7d5e-4d0c-9f55-3c1a6f2f7f01';
const [LIVE, RUNNING, COMPLETE, INPUT, OUTPUT] = [2, 2, 3, 3, 4] as const;

/** What the driver and the launcher of Kubeflow Pipelines 2 call, in their order, with what they send. */
class Pipelines {
  readonly #calls: Calls;

  constructor(calls: Calls) {
    this.#calls = calls;
  }

  /** Looks for the context, registers its type where there is none, and inserts it; existing already is success. */
  async context(typeName: string, name: string, customProperties: Record<string, string> = {}) {
    const find = async () => {
      const { context } = await this.#calls.call('getContextByTypeAndName', { typeName, contextName: name });
      return context;
    };
    const found = await find();
    if (found !== undefined) return found;
    const typeId = await this.#contextType(typeName);
    const context = { typeId, name, properties: new Map(), customProperties: texts(customProperties) };
    const put = { contexts: [context] };
    await this.#calls.call('putContexts', put);
    await expect(this.#calls.call('putContexts', put)).rejects.toMatchObject({ code: 'ALREADY_EXISTS' });
    return (await find()) ?? fail(`context ${name}`);
  }

  async #contextType(typeName: string): Promise<bigint | undefined> {
    const get = this.#calls.call('getContextType', { typeName });
    await expect(get).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const type = { contextType: { name: typeName, properties: new Map() } };
    const { typeId } = await this.#calls.call('putContextType', type);
    expect(await this.#calls.call('putContextType', type)).toEqual({ typeId });
    return typeId;
  }

  async link(childId: bigint, parentId: bigint): Promise<void> {
    expect(await this.#calls.call('getParentContextsByContext', { contextId: childId })).toEqual({ contexts: [] });
    const put = { parentContexts: [{ childId, parentId }] };
    await this.#calls.call('putParentContexts', put);
    await expect(this.#calls.call('putParentContexts', put)).rejects.toMatchObject({ code: 'ALREADY_EXISTS' });
  }

  /** Inserts an execution in its contexts, which are sent whole, and reads it back. */
  async execution(typeName: string, contexts: RequestOf<'putExecution'>['contexts'], execution: Partial<Execution>) {
    const type = { executionType: { name: typeName, properties: new Map() } };
    const { typeId } = await this.#calls.call('putExecutionType', type);
    const { executionId = 0n } = await this.#calls.call('putExecution', {
      execution: { typeId, properties: new Map(), customProperties: new Map(), lastKnownState: RUNNING, ...execution },
      artifactEventPairs: [],
      contexts,
    });
    const { executions } = await this.#calls.call('getExecutionsById', { executionIds: [executionId] });
    return executions[0] ?? fail(`execution ${executionId}`);
  }

  /** Publishes the end of an execution with what it read and wrote. */
  publish(
    execution: Execution,
    contexts: RequestOf<'putExecution'>['contexts'],
    events: readonly [bigint, number, string][],
  ) {
    return this.#calls.call('putExecution', {
      execution: { ...execution, lastKnownState: COMPLETE },
      artifactEventPairs: events.map(([artifactId, type, key]) => ({
        event: { artifactId, type, path: { steps: [{ value: { $case: 'key', value: key } }] } },
      })),
      contexts,
    });
  }

  async artifact(typeName: string, uri: string, name: string): Promise<bigint> {
    const type = { artifactType: { name: typeName, properties: new Map() } };
    const { typeId } = await this.#calls.call('putArtifactType', type);
    const artifact = {
      typeId,
      uri,
      state: LIVE,
      properties: new Map(),
      customProperties: texts({ display_name: name }),
    };
    const { artifactIds } = await this.#calls.call('putArtifacts', { artifacts: [artifact] });
    const { artifacts } = await this.#calls.call('getArtifactsById', { artifactIds });
    expect(artifacts).toMatchObject([{ id: artifactIds[0], type: typeName, uri, state: LIVE }]);
    return artifactIds[0] ?? fail(`artifact ${name}`);
  }

  /** All pages of a context's executions; what is not asked for is set, but empty. */
  async executionsOf(contextId: bigint, filterQuery = ''): Promise<readonly (bigint | undefined)[]> {
    const ids: (bigint | undefined)[] = [];
    let nextPageToken = '';
    do {
      const request = { contextId, options: { maxResultSize: 1, filterQuery, nextPageToken } };
      const page: ResponseOf<'getExecutionsByContext'> = await this.#calls.call('getExecutionsByContext', request);
      ids.push(...page.executions.map(({ id }) => id));
      nextPageToken = page.nextPageToken ?? '';
    } while (nextPageToken !== '');
    return ids;
  }
}

type Execution = NonNullable<RequestOf<'putExecution'>['execution']>;

type PropertyValues = Execution['customProperties'];
type Value = PropertyValues extends ReadonlyMap<string, infer V> ? V : never;

function texts(values: Readonly<Record<string, string>>): PropertyValues {
  return new Map(Object.entries(values).map(([key, value]) => [key, { value: { $case: 'stringValue', value } }]));
}

function number(value: bigint): Value {
  return { value: { $case: 'intValue', value } };
}

function struct(value: JsonObject): Value {
  return { value: { $case: 'structValue', value } };
}

function fail(what: string): never {
  throw new Error(`${what} is not there`);
}

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
    customProperties: new Map<string, Value>([
      ...texts({ display_name: '', task_name: '' }),
      ['inputs', struct({ rate: 0.5 })],
    ]),
  });
  const task = (name: string) =>
    pipelines.execution('system.ContainerExecution', contexts, {
      customProperties: new Map<string, Value>([
        ...texts({ display_name: name, task_name: name, pod_name: '', image: 'python:3.11' }),
        ['parent_dag_id', number(dag.id ?? 0n)],
        ['inputs', struct({ rate: 0.5, columns: ['a', null], nested: { deep: [true] } })],
      ]),
    });
  const load = await task('load');
  const dataSet = await pipelines.artifact('system.Dataset', `${root}/load/rows`, 'rows');
  await pipelines.publish(load, contexts, [[dataSet, OUTPUT, 'rows']]);
  const train = await task('train');
  const model = await pipelines.artifact('system.Model', `${root}/train/model`, 'model');
  await pipelines.publish(train, contexts, [
    [dataSet, INPUT, 'training_data'],
    [model, OUTPUT, 'model'],
  ]);
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
