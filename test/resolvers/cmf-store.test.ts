import { describe, expect, it } from 'vitest';
import { startTestApi } from '../support/api.js';
import { columnOf, FIXTURE_REACHES } from '../support/fixtures.js';

describe.each(FIXTURE_REACHES)('$name: a store of CMF', ({ open }) => {
  const start = async () => startTestApi(await open('cmf'));

  it('has its pipelines as workspaces, with the executions and artifacts of their stages', async () => {
    const { read } = await start();

    const { workspaces } = await read(`{
      workspaces(orderBy: { field: NAME, direction: ASC }) { nodes {
        name origin
        runs { totalCount }
        executions(orderBy: { field: ID, direction: ASC }) { totalCount nodes { mlmdId run { id } workspace { name } } }
        artifacts(first: 100, orderBy: { field: ID, direction: ASC }) { totalCount nodes { mlmdId workspace { name } } }
      } }
    }`);

    for (const { name, origin, runs, executions, artifacts } of workspaces.nodes) {
      const within = `context_id in (select s.id from Context s join ParentContext p on p.context_id = s.id
        join Context w on w.id = p.parent_context_id where w.name = '${name}')`;
      expect(origin).toBe('CMF');
      expect(runs.totalCount).toBe(0);
      expect(executions.nodes).toEqual(
        idsOf(`select execution_id from Association where ${within} order by 1`).map((mlmdId) => ({
          mlmdId,
          run: null,
          workspace: { name },
        })),
      );
      expect(artifacts.nodes).toEqual(
        idsOf(`select artifact_id from Attribution where ${within} order by 1`).map((mlmdId) => ({
          mlmdId,
          workspace: { name },
        })),
      );
      expect([executions.totalCount, artifacts.totalCount]).toEqual([executions.nodes.length, artifacts.nodes.length]);
    }
    expect(workspaces.nodes.map(({ name }: { readonly name: string }) => name)).toEqual(['Reuse-env', 'Test-env']);
  });

  it('has a stage for each step, by its short name, and what it ran is found by the stage', async () => {
    const { read } = await start();

    const { workspace } = await read(`{
      workspace(by: { name: "Test-env" }) { stages { totalCount nodes {
        id name displayName typeName executions { nodes { displayName mlmdId } }
      } } }
    }`);
    const stage = workspace.stages.nodes[2];
    const { executions, artifacts } = await read(
      `query ($id: ID!) {
        executions(filter: { contextId: $id }) { totalCount nodes { displayName } }
        artifacts(filter: { contextId: $id, kind: [MODEL] }) { totalCount nodes { displayName } }
      }`,
      { id: stage.id },
    );

    expect(workspace.stages.nodes.map(({ displayName }: { readonly displayName: string }) => displayName)).toEqual([
      'Prepare',
      'Featurize',
      'Train',
      'Evaluate',
      'Slice',
    ]);
    expect(stage).toMatchObject({
      name: 'Test-env/Train',
      typeName: 'Pipeline_Stage',
      executions: {
        nodes: [
          { displayName: 'Train', mlmdId: '5' },
          { displayName: 'Train', mlmdId: '3' },
        ],
      },
    });
    expect(executions).toEqual({ totalCount: 2, nodes: [{ displayName: 'Train' }, { displayName: 'Train' }] });
    expect(artifacts.nodes).toEqual(Array(2).fill({ displayName: 'artifacts/model/model.pkl' }));
  });

  it('shows of a model its hash, its places, what made it and how well it does', async () => {
    const { read } = await start();

    const { artifact } = await read(`{
      artifact(by: { mlmdId: 14 }) {
        __typename displayName version digest locations
        producedBy { nodes { displayName } }
        ... on Model {
          modelType trainingFramework { name version } hyperparameters
          metrics { nodes { displayName values { name value text } } }
          dataSets { nodes { displayName } }
        }
      }
    }`);

    expect(artifact).toEqual({
      __typename: 'Model',
      displayName: 'artifacts/model/model.pkl',
      version: '062186df147acd95d01b4bebe36153f0',
      digest: '062186df147acd95d01b4bebe36153f0',
      locations: ['/srv/cmf-demo/local-storage/files/md5/06/2186df147acd95d01b4bebe36153f0'],
      producedBy: { nodes: [{ displayName: 'Train' }] },
      modelType: 'LogisticRegression',
      trainingFramework: { name: 'plain-python', version: null },
      hyperparameters: null,
      metrics: {
        nodes: [
          { displayName: expect.stringMatching(/^cmf_artifacts\/.*\/training_metrics$/), values: [] },
          {
            displayName: 'Training_Metrics',
            values: [
              { name: 'epochs', value: 4, text: '4' },
              { name: 'final_loss', value: 0.20855, text: '0.20855' },
            ],
          },
          {
            displayName: 'metrics',
            values: [
              { name: 'accuracy', value: 0.95, text: '0.95' },
              { name: 'n', value: 40, text: '40' },
            ],
          },
          { displayName: 'drift', values: [{ name: 'psi', value: 0.1, text: '0.1' }] },
          { displayName: 'drift', values: [{ name: 'psi', value: 0.2, text: '0.2' }] },
        ],
      },
      dataSets: {
        nodes: [
          { displayName: 'artifacts/features/train.pkl' },
          { displayName: 'artifacts/parsed/train.tsv' },
          { displayName: 'artifacts/parsed/test.tsv' },
          { displayName: 'artifacts/data.csv' },
        ],
      },
    });
  });

  it('tells what a step was given, as it is stored', async () => {
    const { read } = await start();

    const { execution } = await read(`{
      execution(by: { mlmdId: 3 }) { displayName status role parameters { name value } cachedFrom { id } }
    }`);

    expect(execution).toEqual({
      displayName: 'Train',
      status: null,
      role: 'STEP',
      parameters: [
        { name: 'epochs', value: '4' },
        { name: 'lr', value: '0.1' },
      ],
      cachedFrom: null,
    });
  });

  it('tells a folder and a label by their places, and metrics by no hash', async () => {
    const { read } = await start();

    const { artifacts } = await read(`{
      artifacts(filter: { typeName: { in: ["Label", "Metrics", "Dataslice"] }, or: [
        { property: { name: "psi", eq: { double: 0.1 } } }, { typeName: { ne: "Metrics" } }
      ] }, orderBy: { field: ID, direction: ASC }) { nodes { typeName digest version locations } }
    }`);

    expect(artifacts.nodes).toEqual([
      {
        typeName: 'Label',
        digest: 'e6bbb16cf7ce7f9815af8db8efab4c10',
        version: 'e6bbb16cf7ce7f9815af8db8efab4c10',
        locations: ['artifacts/labels.csv'],
      },
      {
        typeName: 'Dataslice',
        digest: '149ab839ac79c7a16de4b4b60a0e42a3',
        version: '149ab839ac79c7a16de4b4b60a0e42a3',
        locations: ['/srv/cmf-demo/local-storage/files/md5/14/9ab839ac79c7a16de4b4b60a0e42a3'],
      },
      {
        typeName: 'Metrics',
        digest: null,
        version: null,
        locations: [],
      },
    ]);
  });

  it('is joined by its environment, which the preset for the flow of data leaves out', async () => {
    const { read } = await start();

    const { all, flow } = await read(`{
      all: lineage(of: ["artifact:18"], input: { direction: ANY, maxHops: 20 }) { ...Reached }
      flow: lineage(of: ["artifact:18"], input: { direction: ANY, maxHops: 20, preset: DATA_FLOW }) { ...Reached }
    }
    fragment Reached on Lineage {
      entries { node { id typeName } upstreamDegree }
      edges { source target }
      completeness { complete }
    }`);

    expect(all.entries).toHaveLength(
      Number(columnOf('cmf', 'select (select count(*) from Artifact) + (select count(*) from Execution)')[0]),
    );
    expect(all.completeness).toEqual({ complete: true });
    expect(flow).toEqual({
      entries: [
        { node: { id: 'artifact:18', typeName: 'Dataset' }, upstreamDegree: 0 },
        // The environment is an event of the store all the same.
        { node: { id: 'execution:7', typeName: 'Slice-execution' }, upstreamDegree: 2 },
        { node: { id: 'artifact:19', typeName: 'Dataslice' }, upstreamDegree: 1 },
      ],
      edges: [
        { source: 'artifact:18', target: 'execution:7' },
        { source: 'execution:7', target: 'artifact:19' },
      ],
      completeness: { complete: true },
    });
  });

  it('starts at an environment that is asked for, whatever the preset', async () => {
    const { read } = await start();

    const { lineage, impact, paths } = await read(`{
      lineage(of: ["artifact:1"], input: { direction: DOWNSTREAM, maxHops: 1, preset: DATA_FLOW }) { entries { node { id } } }
      impact(of: ["artifact:1"], maxHops: 1, preset: DATA_FLOW) { totalCount }
      paths(from: "artifact:1", to: "artifact:21", preset: DATA_FLOW) { exists paths { length } }
    }`);

    const readers = idsOf('select execution_id from Event where artifact_id = 1 order by 1');
    expect(lineage.entries).toEqual(
      ['artifact:1', ...readers.map((id) => `execution:${id}`)].map((id) => ({ node: { id } })),
    );
    expect(impact.totalCount).toBe(readers.length);
    expect(paths).toMatchObject({ exists: true, paths: expect.arrayContaining([{ length: 2 }]) });
  });

  it('lets the preset, the filter and the event types all have their say', async () => {
    const { read } = await start();

    const { lineage } = await read(`{
      lineage(of: ["execution:1"], input: {
        direction: ANY, maxHops: 1, preset: DATA_FLOW
        eventTypes: [INPUT, INTERNAL_INPUT], where: { artifacts: { typeName: { ne: "Label" } } }
      }) { entries { node { id } } }
    }`);

    expect(lineage.entries).toEqual([{ node: { id: 'execution:1' } }, { node: { id: 'artifact:2' } }]);
  });
});

function idsOf(sql: string): readonly string[] {
  return columnOf('cmf', sql).map(String);
}
