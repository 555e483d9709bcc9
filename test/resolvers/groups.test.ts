import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ContextId } from '../../src/mlmd/model.js';
import { openStore } from '../../src/mlmd/open.js';
import type { MetadataStore } from '../../src/mlmd/store.js';
import { createRun, createWorkspace, logExecution } from '../../src/recording/index.js';
import { type Api, startTestApi } from '../support/api.js';
import { backends, temporaryFolder } from '../support/backends.js';
import { BARE, seedTypes } from '../support/seed.js';

const NOW = { now: () => new Date('2026-11-22T12:00:00Z') };

/** Where each node says it belongs, and where each workspace and run says what belongs to it. */
const EVERYWHERE = `{
  artifacts(first: 100) { nodes { id workspace { id name } run { id name } } }
  executions(first: 100) { nodes { id workspace { id name } run { id name } } }
  workspaces { nodes { id name
    artifacts(first: 100) { nodes { id } } executions(first: 100) { nodes { id } } runs { nodes { id name status } }
  } }
  runs { nodes { id name workspace { id } artifacts(first: 100) { nodes { id } } executions(first: 100) { nodes { id } } } }
}`;

interface Node {
  readonly id: string;
}
interface Member extends Node {
  readonly workspace: Node | null;
  readonly run: Node | null;
}
interface Group extends Node {
  readonly artifacts: { readonly nodes: readonly Node[] };
  readonly executions: { readonly nodes: readonly Node[] };
}

describe.each(['kubeflow', 'tfx', 'cmf'])('in a real store of %s', (name) => {
  it('a node is listed by the workspace and the run that it says it belongs to', async () => {
    const api = await openFixture(name);

    const { artifacts, executions, workspaces, runs } = await api.read(EVERYWHERE);
    const nodes: readonly Member[] = [...artifacts.nodes, ...executions.nodes];
    const unlisted = nodes.flatMap(({ id, workspace, run }) => [
      ...(workspace && !lists(workspaces.nodes, workspace.id, id) ? [`${id} in ${workspace.id}`] : []),
      ...(run && !lists(runs.nodes, run.id, id) ? [`${id} in ${run.id}`] : []),
    ]);

    expect(unlisted).toEqual([]);
    expect(nodes.filter(({ workspace }) => workspace === null)).toEqual([]);
  });
});

describe('in a real store', () => {
  it('of Kubeflow runs are names, with the workspace and the steps that bear them', async () => {
    const api = await openFixture('kubeflow');

    const { runs } = await api.read(
      '{ runs(orderBy: { field: NAME, direction: ASC }) { nodes { id origin status mlmdId workspace { name } executions { totalCount } artifacts { totalCount } metrics { name value } } } }',
    );

    expect(runs.nodes).toEqual([
      {
        id: 'run:1/run_5faf20cfbba941c9a400fbfbe02cd654',
        origin: 'KUBEFLOW',
        status: null,
        mlmdId: null,
        workspace: { name: 'demo workspace' },
        executions: { totalCount: 1 },
        artifacts: { totalCount: 3 },
        metrics: [{ name: 'accuracy', value: 0.95 }],
      },
      {
        id: 'run:1/run_second',
        origin: 'KUBEFLOW',
        status: null,
        mlmdId: null,
        workspace: { name: 'demo workspace' },
        executions: { totalCount: 1 },
        artifacts: { totalCount: 3 },
        metrics: [{ name: 'accuracy', value: 0.97 }],
      },
      {
        id: 'run:2/run_transfer',
        origin: 'KUBEFLOW',
        status: null,
        mlmdId: null,
        workspace: { name: 'other workspace' },
        executions: { totalCount: 1 },
        artifacts: { totalCount: 4 },
        metrics: [],
      },
    ]);
  });

  it('of TFX runs are contexts in their pipeline, with the status of their steps', async () => {
    const api = await openFixture('tfx');

    const { runs } = await api.read(
      '{ runs { nodes { origin status workspace { name origin } executions { totalCount } graph { completeness { complete } } } } }',
    );

    expect(runs.nodes).toHaveLength(3);
    expect(runs.nodes[0]).toMatchObject({
      origin: 'TFX',
      workspace: { name: 'demo_pipeline', origin: 'TFX' },
      graph: { completeness: { complete: true } },
    });
  });

  it('of CMF a pipeline has what its stages have', async () => {
    const api = await openFixture('cmf');

    const { workspaces } = await api.read(
      '{ workspaces { nodes { origin artifacts { totalCount } executions { totalCount } } } }',
    );
    const total = (list: string) =>
      workspaces.nodes.reduce(
        (sum: number, node: Record<string, { totalCount: number }>) => sum + (node[list]?.totalCount ?? 0),
        0,
      );

    expect(total('artifacts')).toBe(21);
    expect(total('executions')).toBe(8);
  });
});

describe.each(backends)('$name: a run', ({ open }) => {
  it('that was a name and became a context is found by its old id, and answers with its new one', async () => {
    const store = await open();
    const api = await startTestApi(store);
    const workspace = { name: 'lab' };
    await createWorkspace(store, { ...workspace, reuseIfExists: true }, NOW);
    const { execution } = await store.transaction(seedTypes);
    await store.transaction((transaction) =>
      transaction.putGraph({
        executions: [
          {
            ...BARE,
            typeId: execution,
            customProperties: new Map([
              ['__kf_workspace__', { type: 'STRING', value: 'lab' } as const],
              ['__kf_run__', { type: 'STRING', value: 'night & day' } as const],
            ]),
          },
        ],
        onExistingEdge: 'FAIL',
      }),
    );
    const find =
      '{ runs { nodes { id } } node(id: "run:1/night%20%26%20day") { id ... on Run { executions { totalCount } } } }';

    const before = await api.read(find);
    await createRun(store, { workspace, name: 'night & day' }, NOW);
    const after = await api.read(find);

    expect(before.node).toEqual({ id: 'run:1/night%20%26%20day', executions: { totalCount: 1 } });
    expect(after.node).toEqual({ id: 'run:2', executions: { totalCount: 1 } });
    expect(after.runs.nodes).toEqual([{ id: 'run:2' }]);
  });

  it('is failed as soon as one of its steps is, and is found by that', async () => {
    const store = await open();
    const api = await startTestApi(store);
    const log = (run: string, status: 'COMPLETE' | 'FAILED' | 'RUNNING') =>
      logExecution(
        store,
        {
          execution: { workspace: { name: 'lab' }, run: { name: run }, name: 'step', status },
          inputs: [],
          outputs: [],
        },
        NOW,
      );
    for (const run of ['one', 'two', 'three', 'four']) await log(run, 'COMPLETE');
    await log('two', 'FAILED');
    await log('four', 'FAILED');
    await log('three', 'RUNNING');
    const list = (status: string, page: string) =>
      `{ runs(filter: { status: [${status}] }, orderBy: { field: NAME, direction: ASC }, ${page}) { totalCount pageInfo { hasNextPage hasPreviousPage endCursor } nodes { name } } }`;

    const failed = await api.read(list('FAILED', 'first: 1'));
    const next = await api.read(list('FAILED', `first: 1, after: "${failed.runs.pageInfo.endCursor}"`));
    const last = await api.read(list('FAILED', 'last: 1'));
    const open_ = await api.read(list('RUNNING', 'first: 10'));

    expect(failed.runs).toMatchObject({
      totalCount: 2,
      pageInfo: { hasNextPage: true, hasPreviousPage: false },
      nodes: [{ name: 'four' }],
    });
    expect(next.runs).toMatchObject({
      pageInfo: { hasNextPage: false, hasPreviousPage: true },
      nodes: [{ name: 'two' }],
    });
    expect(last.runs).toMatchObject({
      pageInfo: { hasNextPage: false, hasPreviousPage: true },
      nodes: [{ name: 'two' }],
    });
    expect(open_.runs).toMatchObject({ totalCount: 1, nodes: [{ name: 'three' }] });
  });
});

describe.each(backends)('$name: a name', ({ open }) => {
  it('that workspaces of several tools bear is ambiguous, and the ids are told', async () => {
    const store = await open();
    const api = await startTestApi(store);
    await createWorkspace(store, { name: 'lab', reuseIfExists: true }, NOW);
    await putContext(store, 'pipeline', 'lab');

    const { data, errors } = await api.ask(`{
      workspace(by: { name: "lab" }) { id }
      run(by: { inWorkspace: { workspace: { name: "lab" }, name: "x" } }) { id }
      workspaces(filter: { name: { eq: "lab" } }, orderBy: { field: ID, direction: ASC }) { nodes { id origin } }
      tfx: workspaces(filter: { origin: [TFX] }) { nodes { id } }
      none: workspaces(filter: { origin: [] }) { totalCount }
    }`);

    expect(errors?.map(({ message, extensions }) => [extensions.code, extensions.argument, message])).toEqual([
      ['AMBIGUOUS', 'by.name', '"lab" names workspace:1, workspace:2: say which, by id.'],
      ['AMBIGUOUS', 'by.inWorkspace.workspace.name', '"lab" names workspace:1, workspace:2: say which, by id.'],
    ]);
    expect(data.workspaces.nodes).toEqual([
      { id: 'workspace:1', origin: 'KUBEFLOW' },
      { id: 'workspace:2', origin: 'TFX' },
    ]);
    expect(data.tfx.nodes).toEqual([{ id: 'workspace:2' }]);
    expect(data.none.totalCount).toBe(0);
  });

  it('that runs of several tools bear in one workspace is ambiguous, and each is found by its tool', async () => {
    const store = await open();
    const api = await startTestApi(store);
    await createWorkspace(store, { name: 'lab', reuseIfExists: true }, NOW);
    await createRun(store, { workspace: { name: 'lab' }, name: 'nightly' }, NOW);
    await putContext(store, 'pipeline_run', 'nightly', 1n as ContextId);

    const { data, errors } = await api.ask(`{
      run(by: { inWorkspace: { workspace: { name: "lab" }, name: "nightly" } }) { id }
      tfx: runs(filter: { origin: [TFX] }) { nodes { id origin } }
      kubeflow: runs(filter: { origin: [KUBEFLOW], name: { ne: "daily" } }) { nodes { id } }
      kfp: runs(filter: { origin: [KFP] }) { totalCount }
      none: runs(filter: { origin: [] }) { totalCount }
      elsewhere: workspace(by: { name: "lab" }) { runs(filter: { workspaceId: "workspace:1", name: { contains: "ight" } }) { totalCount } }
    }`);

    expect(errors?.[0]?.extensions).toEqual({ code: 'AMBIGUOUS', argument: 'by.inWorkspace.name' });
    expect(data).toEqual({
      run: null,
      tfx: { nodes: [{ id: 'run:3', origin: 'TFX' }] },
      kubeflow: { nodes: [{ id: 'run:2' }] },
      kfp: { totalCount: 0 },
      none: { totalCount: 0 },
      elsewhere: { runs: { totalCount: 2 } },
    });
  });
});

/** A context of a bare type, in another one if `parent` is given. */
async function putContext(store: MetadataStore, typeName: string, name: string, parent?: ContextId): Promise<void> {
  await store.transaction(async (transaction) => {
    const flags = { properties: new Map(), canAddFields: false, canOmitFields: true };
    const [type] = await transaction.putTypes([{ kind: 'CONTEXT', name: typeName, ...flags }]);
    if (type === undefined) throw new Error('a type was put');
    await transaction.putGraph({
      contexts: [{ ...BARE, typeId: type.id, name }],
      parentContexts: parent === undefined ? [] : [{ child: { index: 0 }, parent: { id: parent } }],
      onExistingEdge: 'FAIL',
    });
  });
}

function lists(groups: readonly Group[], groupId: string, id: string): boolean {
  const group = groups.find((candidate) => candidate.id === groupId);
  return [...(group?.artifacts.nodes ?? []), ...(group?.executions.nodes ?? [])].some((node) => node.id === id);
}

async function openFixture(name: string): Promise<Api> {
  const path = join(await temporaryFolder(), 'mlmd.db');
  await copyFile(fileURLToPath(new URL(`../fixtures/${name}.mlmd`, import.meta.url)), path);
  const store = await openStore(`sqlite:${path}`, { readOnly: true });
  onTestFinished(() => store.close());
  return startTestApi(store, { limits: { maxBreadth: 1e9, maxCost: 1e9 } });
}
