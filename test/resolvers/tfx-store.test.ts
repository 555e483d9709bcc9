import { describe, expect, it } from 'vitest';
import { startTestApi } from '../support/api.js';
import { columnOf, FIXTURE_REACHES } from '../support/fixtures.js';

describe.each(FIXTURE_REACHES)('$name: a store of TFX', ({ open }) => {
  const start = async () => startTestApi(await open('tfx'));

  it('has its pipeline as a workspace, with its runs and a stage for each node', async () => {
    const { read } = await start();

    const { workspaces } = await read(`{
      workspaces { nodes {
        name origin
        runs(orderBy: { field: NAME, direction: ASC }) { nodes { name status workspace { name } executions { totalCount } } }
        stages { totalCount nodes { name displayName executions { totalCount } } }
      } }
    }`);

    const runs = columnOf('tfx', "select name from Context where name like '2026-%' order by name");
    const nodes = columnOf('tfx', "select name from Context where name like 'demo_pipeline.%' order by id");
    expect(workspaces.nodes).toEqual([
      {
        name: 'demo_pipeline',
        origin: 'TFX',
        runs: {
          nodes: runs.map((name, index) => ({
            name,
            status: ['COMPLETE', 'COMPLETE', 'FAILED'][index],
            workspace: { name: 'demo_pipeline' },
            executions: { totalCount: [11, 11, 10][index] },
          })),
        },
        stages: {
          totalCount: 11,
          nodes: nodes.map((name) => ({
            name,
            displayName: String(name).slice('demo_pipeline.'.length),
            executions: { totalCount: name === 'demo_pipeline.Pusher' ? 2 : 3 },
          })),
        },
      },
    ]);
  });

  it('names a step after its node, whatever class it is of', async () => {
    const { read } = await start();

    const { run } = await read(`{
      run(by: { id: "run:2" }) { executions(orderBy: { field: ID, direction: ASC }) { nodes { displayName } } }
    }`);

    const nodes = columnOf(
      'tfx',
      `select substr(c.name, 15) from Association a join Context c on c.id = a.context_id join Type t on t.id = c.type_id
        where t.name = 'node' and a.execution_id <= 11 order by a.execution_id`,
    );
    expect(run.executions.nodes).toEqual(nodes.map((displayName) => ({ displayName })));
    expect(nodes).toContain('latest_blessed_model_resolver');
  });

  it('names an artifact after the slot that it was first put into', async () => {
    const { read } = await start();

    const { artifacts } = await read(`{
      artifacts(first: 100, orderBy: { field: ID, direction: ASC }) { nodes { displayName } }
    }`);

    const names = columnOf(
      'tfx',
      `select substr(n.name, 15) || '/' || p.step_key from Event e join EventPath p on p.event_id = e.id and p.step_key <> ''
        join Association a on a.execution_id = e.execution_id join Context n on n.id = a.context_id
        join Type t on t.id = n.type_id and t.name = 'node'
        where e.type = 4 and e.execution_id = (select min(execution_id) from Event o where o.artifact_id = e.artifact_id and o.type = 4)
        order by e.artifact_id`,
    );
    expect(artifacts.nodes.map(({ displayName }: { readonly displayName: string }) => displayName)).toEqual(names);
    expect(names).toContain('Trainer/model');
  });

  it('shows of a model what it learned from, and of examples their span and version', async () => {
    const { read } = await start();

    const { artifact, pushed } = await read(`{
      artifact(by: { mlmdId: 14 }) { ... on Model {
        displayName version digest locations
        dataSets(preset: DATA_FLOW) { nodes { displayName version } }
        metrics { nodes { displayName values { name } } }
      } }
      pushed: artifact(by: { mlmdId: 20 }) { displayName version locations }
    }`);

    expect(artifact).toEqual({
      displayName: 'Trainer/model',
      version: null,
      digest: null,
      locations: ['/srv/tfx-demo/out/root/Trainer/model/8'],
      dataSets: { nodes: [{ displayName: 'CsvExampleGen/examples', version: 'span 0' }] },
      metrics: {
        nodes: ['Evaluator/evaluation', 'Evaluator/evaluation'].map((displayName) => ({ displayName, values: [] })),
      },
    });
    expect(pushed).toEqual({
      displayName: 'Pusher/pushed_model',
      version: '1795307268',
      locations: ['/srv/tfx-demo/out/root/Pusher/pushed_model/11', '/srv/tfx-demo/out/serving/1795307268'],
    });
  });

  it('tells what a step was set to, and what it is to its pipeline', async () => {
    const { read } = await start();

    const { trainer, importer, resolver, score } = await read(`{
      trainer: execution(by: { mlmdId: 8 }) { role parameters { name text } outputParameters { name } cachedFrom { id } }
      importer: execution(by: { mlmdId: 2 }) { role parameters { name value } }
      resolver: execution(by: { mlmdId: 3 }) { role }
      score: execution(by: { mlmdId: 10 }) { role typeName displayName parameters { name value } }
    }`);

    const names = columnOf('tfx', 'select name from ExecutionProperty where execution_id = 8 order by name');
    expect(trainer).toMatchObject({ role: 'STEP', outputParameters: [], cachedFrom: null });
    expect(trainer.parameters.map(({ name }: { readonly name: string }) => name)).toEqual(names);
    expect(importer).toEqual({
      role: 'IMPORTER',
      parameters: [
        { name: 'artifact_uri', value: '/srv/tfx-demo/hparams' },
        { name: 'output_key', value: 'result' },
        { name: 'reimport', value: '0' },
      ],
    });
    expect(resolver.role).toBe('RESOLVER');
    expect(score).toEqual({
      role: 'STEP',
      typeName: 'comps.Score',
      displayName: 'Score',
      parameters: [{ name: 'fail', value: '0' }],
    });
  });

  it('finds for every cached step the one that ran, which is no other than wrote the same first', async () => {
    const { read } = await start();

    const { executions } = await read(`{
      executions(first: 100, filter: { status: [CACHED] }, orderBy: { field: ID, direction: ASC }) {
        nodes { cachedFrom { mlmdId status displayName } displayName }
      }
    }`);

    const originals = columnOf(
      'tfx',
      `select min(o.execution_id) from Execution e join Event w on w.execution_id = e.id and w.type = 4
        join Event o on o.artifact_id = w.artifact_id and o.type = 4
        where e.last_known_state = 5 group by e.id order by e.id`,
    );
    expect(executions.nodes).toEqual(
      originals.map((id, place) => ({
        displayName: executions.nodes[place].displayName,
        cachedFrom: { mlmdId: String(id), status: 'COMPLETE', displayName: executions.nodes[place].displayName },
      })),
    );
    expect(originals).toHaveLength(16);
  });

  it('takes what a resolver picked for its output only where everything counts', async () => {
    const { read } = await start();

    const { all, flow } = await read(`{
      all: lineage(of: ["artifact:14"], input: { direction: UPSTREAM, maxHops: 1 }) { ...Reached }
      flow: lineage(of: ["artifact:14"], input: { direction: UPSTREAM, maxHops: 1, preset: DATA_FLOW }) { ...Reached }
    }
    fragment Reached on Lineage { entries { node { displayName } upstreamDegree } }`);

    const { artifact } = await read(`{ artifact(by: { mlmdId: 14 }) {
      producedBy { totalCount }
      wrote: producedBy(eventTypes: [OUTPUT]) { totalCount edges { type node { displayName } } }
      none: producedBy(eventTypes: []) { totalCount }
    } }`);

    const written = (types: string) =>
      columnOf('tfx', `select execution_id from Event where artifact_id = 14 and type in (${types})`).length;
    expect(all.entries).toHaveLength(1 + written('4, 6'));
    expect(flow.entries).toHaveLength(1 + written('4'));
    expect(
      flow.entries.slice(1).map(({ node }: { readonly node: { displayName: string } }) => node.displayName),
    ).toEqual(Array(3).fill('Trainer'));
    expect(artifact).toEqual({
      producedBy: { totalCount: written('4, 6') },
      wrote: { totalCount: written('4'), edges: Array(3).fill({ type: 'OUTPUT', node: { displayName: 'Trainer' } }) },
      none: { totalCount: 0 },
    });
    // The degree is the store's.
    expect(flow.entries[0].upstreamDegree).toBe(written('4, 6'));
  });
});
