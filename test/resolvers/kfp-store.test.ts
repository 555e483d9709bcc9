import { describe, expect, it, onTestFinished } from 'vitest';
import { openChannel } from '../../src/mlmd/wire/client/channel.js';
import { readGrpcSettings } from '../../src/mlmd/wire/client/settings.js';
import { type Api, startTestApi } from '../support/api.js';
import { type Backend, backends } from '../support/backends.js';
import { KFP_RUNS, tellKfpStory } from '../support/kfp/story.js';
import { tellKfpV1Story } from '../support/kfp/v1-story.js';
import { serveStore } from '../support/served-store.js';

describe.each(backends)('$name: a store of Kubeflow Pipelines 2', ({ open }) => {
  const start = () => startWith(open, tellKfpStory);

  it('has its pipeline as a workspace, and runs that stand as their tasks do', async () => {
    const { read } = await start();

    const { workspaces } = await read(`{
      workspaces { nodes { name origin runs(orderBy: { field: NAME, direction: ASC }) { nodes {
        name displayName status finishedAt executions { totalCount } properties(names: ["namespace"]) { text } parameters { name value }
      } } } }
    }`);

    const [only] = workspaces.nodes;
    expect(workspaces.nodes).toHaveLength(1);
    expect([only.name, only.origin]).toEqual(['training', 'KFP']);
    expect(
      only.runs.nodes.map(({ name, status, finishedAt, executions }: Run) => [
        name,
        status,
        executions.totalCount,
        finishedAt !== null,
      ]),
    ).toEqual([
      [KFP_RUNS.whole, 'COMPLETE', 13, true],
      [KFP_RUNS.cached, 'COMPLETE', 2, true],
      [KFP_RUNS.failed, 'FAILED', 4, true],
      [KFP_RUNS.begun, 'RUNNING', 3, false],
      [KFP_RUNS.empty, 'COMPLETE', 2, true],
    ]);
    expect(only.runs.nodes[0].properties).toEqual([{ text: 'team' }]);
    expect(only.runs.nodes.map(({ parameters }: Run) => parameters)).toEqual([
      [
        { name: 'rates', value: [0.1, 0.2, 0.3] },
        { name: 'rows', value: 3 },
      ],
      ...[[], [], [], []],
    ]);
  });

  it('finds runs by the status that their tasks tell', async () => {
    const { read } = await start();

    const { running, failed } = await read(`{
      running: runs(filter: { status: [RUNNING] }) { totalCount nodes { name } }
      failed: runs(filter: { status: [FAILED] }) { totalCount nodes { name } }
    }`);

    expect(running).toEqual({ totalCount: 1, nodes: [{ name: KFP_RUNS.begun }] });
    expect(failed).toEqual({ totalCount: 1, nodes: [{ name: KFP_RUNS.failed }] });
  });

  it('is a tree of graphs and steps, each with its part', async () => {
    const { read } = await start();

    const { root } = await read(`{ root: ${rootOf(KFP_RUNS.whole)} {
      displayName role status storedStatus parent { id } iterationIndex iterationCount ...Steps
      children { totalCount nodes { ...Step ...Steps children { nodes { ...Step ...Steps } } } }
    } }
    fragment Step on Execution { displayName role status storedStatus iterationIndex iterationCount parent { displayName } }
    fragment Steps on Execution { children { nodes { ...Step } } }`);

    const step = (displayName: string, role: string, status: string, parent: string, more: object = {}) => ({
      ...{ displayName, role, status, storedStatus: status, iterationIndex: null, iterationCount: null },
      ...{ parent: { displayName: parent }, children: { nodes: [] } },
      ...more,
    });
    const name = `run/${KFP_RUNS.whole}`;
    const pass = (index: number) => {
      const { children: _, ...train } = step('train', 'STEP', 'COMPLETE', 'for-loop-1', { iterationIndex: index });
      const here = { storedStatus: 'RUNNING', iterationIndex: index, children: { nodes: [train] } };
      return step('for-loop-1', 'ITERATION', 'COMPLETE', 'for-loop-1', here);
    };
    const score = step('score', 'STEP', 'COMPLETE', 'evaluation');
    expect(root).toEqual({
      ...{ displayName: name, role: 'DAG', status: 'COMPLETE', storedStatus: 'RUNNING', parent: null },
      ...{ iterationIndex: null, iterationCount: null },
      children: {
        totalCount: 5,
        nodes: [
          step('importer', 'IMPORTER', 'COMPLETE', name),
          step('split', 'STEP', 'COMPLETE', name),
          step('condition-1', 'DAG', 'CANCELED', name),
          step('for-loop-1', 'LOOP', 'COMPLETE', name, {
            ...{ storedStatus: 'RUNNING', iterationCount: 3, children: { nodes: [pass(0), pass(1), pass(2)] } },
          }),
          step('evaluation', 'DAG', 'COMPLETE', name, { children: { nodes: [score] } }),
        ],
      },
    });
  });

  it('tells of a step what it was given, what it gave back, and what it was cached from', async () => {
    const { read } = await start();

    const { split, again } = await read(`{
      split: executions(filter: { property: { name: "cache_fingerprint" }, status: [COMPLETE] }) { nodes {
        ...Values cachedFrom { id }
      } }
      again: executions(filter: { status: [CACHED] }) { nodes {
        displayName cachedFrom { displayName run { name } ...Values } outputs { nodes { displayName } }
      } }
    }
    fragment Values on Execution { parameters { name value text } outputParameters { name value text } }`);

    const values = {
      parameters: [
        { name: 'columns', value: ['a', null], text: '["a",null]' },
        { name: 'mode', value: 'fast', text: 'fast' },
        { name: 'rate', value: 0.5, text: '0.5' },
      ],
      outputParameters: [
        { name: 'count', value: 3, text: '3' },
        { name: 'names', value: ['a', 'b'], text: '["a","b"]' },
      ],
    };
    expect(split.nodes).toEqual([{ ...values, cachedFrom: null }]);
    expect(again.nodes).toEqual([
      {
        displayName: 'split',
        cachedFrom: { displayName: 'split', run: { name: KFP_RUNS.whole }, ...values },
        outputs: { nodes: [{ displayName: 'rows' }] },
      },
    ]);
  });

  it('has data sets, models and metrics, and what those measured', async () => {
    const { read } = await start();

    const { artifacts, run } = await read(`{
      artifacts(first: 20, orderBy: { field: ID, direction: ASC }) { nodes {
        __typename displayName ... on Metrics { values { name value text } }
      } }
      run(by: { inWorkspace: { workspace: { name: "training" }, name: "${KFP_RUNS.whole}" } }) {
        metrics { name value }
      }
    }`);

    const dataSet = (displayName: string) => ({ __typename: 'DataSet', displayName });
    const model = { __typename: 'Model', displayName: 'model' };
    const curve = [
      { name: 'confidenceMetrics', value: null, text: expect.stringMatching(/^\[\{.*"recall": ?1/) },
      { name: 'confusionMatrix', value: null, text: expect.stringMatching(/^\{.*"rows": ?\[/) },
    ];
    expect(artifacts.nodes).toEqual([
      ...[dataSet('artifact'), dataSet('rows'), model, model, model],
      {
        ...{ __typename: 'Metrics', displayName: 'metrics' },
        values: [
          { name: 'accuracy', value: 0.95, text: '0.95' },
          { name: 'epochs', value: 12, text: '12' },
          { name: 'passed', value: 1, text: '1' },
        ],
      },
      { __typename: 'Metrics', displayName: 'curve', values: curve },
    ]);
    expect(
      run.metrics.map(({ name, value }: { readonly name: string; readonly value: number }) => [name, value]),
    ).toEqual([
      ['accuracy', 0.95],
      ['epochs', 12],
      ['passed', 1],
      ['confidenceMetrics', null],
      ['confusionMatrix', null],
    ]);
  });
});

describe.each(backends)('$name: a store of Kubeflow Pipelines 1', ({ open }) => {
  it('has runs in no workspace, with steps that are named after their components and have no status', async () => {
    const { read } = await startWith(open, tellKfpV1Story);

    const { runs, workspaces } = await read(`{
      workspaces { totalCount }
      runs { nodes { name origin status workspace { name }
        executions(orderBy: { field: ID, direction: ASC }) { nodes {
          displayName role status parent { id } children { totalCount } parameters { name value } outputParameters { name }
        } }
        artifacts(orderBy: { field: ID, direction: ASC }) { nodes { __typename displayName producedBy { edges { path } } } }
      } }
    }`);

    const step = { role: 'STEP', status: null, parent: null, children: { totalCount: 0 }, outputParameters: [] };
    expect(workspaces.totalCount).toBe(0);
    expect(runs.nodes).toEqual([
      {
        ...{ name: 'training-pipeline-x7k2p', origin: 'KFP', status: null, workspace: null },
        executions: {
          nodes: [
            { displayName: 'Load rows', ...step, parameters: [{ name: 'url', value: 'https://example.org/rows.csv' }] },
            {
              ...{ displayName: 'Train', ...step },
              parameters: [
                { name: 'epochs', value: '10' },
                { name: 'rate', value: '0.5' },
              ],
            },
          ],
        },
        artifacts: {
          nodes: [
            {
              ...{ __typename: 'GenericArtifact', displayName: 'load-rows-table' },
              producedBy: { edges: [{ path: ['table'] }] },
            },
            { __typename: 'Model', displayName: 'train-model', producedBy: { edges: [{ path: ['model'] }] } },
          ],
        },
      },
    ]);
  });
});

interface Run {
  readonly name: string;
  readonly status: string;
  readonly finishedAt: string | null;
  readonly executions: { readonly totalCount: number };
  readonly parameters: readonly object[];
}

function rootOf(runId: string): string {
  return `execution(by: { typeAndName: { type: "system.DAGExecution", name: "run/${runId}" } })`;
}

/** Serves a fresh store in which a tool has told its story over MLMD's own protocol. */
async function startWith(open: Backend['open'], tell: typeof tellKfpStory): Promise<Api> {
  const store = await open();
  const channel = openChannel(readGrpcSettings(await serveStore(store)));
  onTestFinished(() => channel.close());
  await tell(channel);
  return startTestApi(store);
}
