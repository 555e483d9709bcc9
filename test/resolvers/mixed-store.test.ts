import { describe, expect, it, onTestFinished } from 'vitest';
import { KUBEFLOW } from '../../src/conventions/index.js';
import { openChannel } from '../../src/mlmd/wire/client/channel.js';
import { readGrpcSettings } from '../../src/mlmd/wire/client/settings.js';
import { startTestApi } from '../support/api.js';
import { backends } from '../support/backends.js';
import { copyStore } from '../support/copy-store.js';
import { openFixture } from '../support/fixtures.js';
import { tellKfpStory } from '../support/kfp/story.js';
import { BARE } from '../support/seed.js';
import { serveStore } from '../support/served-store.js';

// CMF first: TFX makes do with the type `Model` that CMF declared, and CMF not with that of TFX.
const TOOLS = ['cmf', 'tfx', 'kubeflow'] as const;

describe.each(backends)('$name: a store in which several tools wrote', ({ open }) => {
  const start = async (...tools: readonly (typeof TOOLS)[number][]) => {
    const store = await open();
    for (const name of tools) await copyStore(await openFixture(name), store);
    return { store, ...(await startTestApi(store)) };
  };

  it('has the workspaces and runs of each, and gives those of one', async () => {
    const { store, read } = await start(...TOOLS);
    const channel = openChannel(readGrpcSettings(await serveStore(store)));
    onTestFinished(() => channel.close());
    await tellKfpStory(channel);

    const { all, cmf, tfx, runs } = await read(`{
      all: workspaces(orderBy: { field: ID, direction: ASC }) { nodes { name origin stages { totalCount } runs { totalCount } } }
      cmf: workspaces(filter: { origin: [CMF] }) { totalCount }
      tfx: runs(filter: { origin: [TFX] }) { totalCount nodes { origin workspace { name } } }
      runs { totalCount }
    }`);

    expect(all.nodes).toEqual([
      { name: 'Test-env', origin: 'CMF', stages: { totalCount: 5 }, runs: { totalCount: 0 } },
      { name: 'Reuse-env', origin: 'CMF', stages: { totalCount: 1 }, runs: { totalCount: 0 } },
      { name: 'demo_pipeline', origin: 'TFX', stages: { totalCount: 11 }, runs: { totalCount: 3 } },
      { name: 'demo workspace', origin: 'KUBEFLOW', stages: { totalCount: 0 }, runs: expect.anything() },
      { name: 'other workspace', origin: 'KUBEFLOW', stages: { totalCount: 0 }, runs: expect.anything() },
      { name: 'training', origin: 'KFP', stages: { totalCount: 0 }, runs: { totalCount: 5 } },
    ]);
    expect(cmf.totalCount).toBe(2);
    expect(tfx.totalCount).toBe(3);
    expect(runs.totalCount).toBe(11);
  });

  it("takes each node for its own tool's, also where two share a type", async () => {
    const { read } = await start('cmf', 'tfx');

    const { artifacts } = await read(`{
      artifacts(filter: { typeName: { eq: "Model" } }, orderBy: { field: ID, direction: ASC }) {
        nodes { __typename displayName digest version workspace { name origin } run { origin } ... on Model { modelType } }
      }
    }`);

    const ofCmf = (digest: string) => ({
      __typename: 'Model',
      displayName: 'artifacts/model/model.pkl',
      digest,
      version: digest,
      workspace: { name: 'Test-env', origin: 'CMF' },
      run: null,
      modelType: 'LogisticRegression',
    });
    expect(artifacts.nodes).toEqual([
      ofCmf('8cc7983a7f0ac4182500baa0decb1cb4'),
      ofCmf('062186df147acd95d01b4bebe36153f0'),
      {
        __typename: 'Model',
        displayName: 'Trainer/model',
        digest: null,
        version: null,
        workspace: { name: 'demo_pipeline', origin: 'TFX' },
        run: { origin: 'TFX' },
        modelType: null,
      },
    ]);
  });

  it('keeps what only sounds like a hub of CMF in the flow of data', async () => {
    const { store, read } = await start('cmf');
    const { environment } = await store.transaction(async (transaction) => {
      const types = await transaction.types({ kind: 'ARTIFACT', names: ['Environment'] });
      const steps = await transaction.types({ kind: 'EXECUTION', names: ['Prepare'] });
      const [typeId, stepId] = [types[0]?.id, steps[0]?.id];
      if (typeId === undefined || stepId === undefined) throw new Error('CMF has types of these names');
      const ids = await transaction.putGraph({
        artifacts: [{ ...BARE, typeId, name: 'the sea' }],
        executions: [{ ...BARE, typeId: stepId, name: 'measure' }],
        events: [{ artifact: { index: 0 }, execution: { index: 0 }, type: 'INPUT', path: [] }],
        onExistingEdge: 'FAIL',
      });
      return { environment: ids.artifacts[0] };
    });

    const { artifact } = await read(`{
      artifact(by: { mlmdId: ${environment} }) { consumedBy { nodes {
        lineage(input: { direction: UPSTREAM, preset: DATA_FLOW }) { entries { node { displayName } } }
      } } }
    }`);

    expect(artifact.consumedBy.nodes[0].lineage.entries).toEqual([
      { node: { displayName: 'measure' } },
      { node: { displayName: 'the sea' } },
    ]);
  });

  it('says which workspaces of several tools a name may mean', async () => {
    const { store, ask } = await start('tfx', 'kubeflow');
    await store.transaction(async (transaction) => {
      const [type] = await transaction.types({ kind: 'CONTEXT', names: [KUBEFLOW.workspace] });
      if (type === undefined) throw new Error('Kubeflow has its type');
      const context = { ...BARE, typeId: type.id, name: 'demo_pipeline' };
      await transaction.putGraph({ contexts: [context], onExistingEdge: 'FAIL' });
    });

    const { errors } = await ask('{ workspace(by: { name: "demo_pipeline" }) { id } }');

    expect(errors?.[0]?.extensions.code).toBe('AMBIGUOUS');
    expect(errors?.[0]?.message).toMatch(/"demo_pipeline" names workspace:\d+, workspace:\d+/);
  });
});
