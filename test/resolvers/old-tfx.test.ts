import { describe, expect, it } from 'vitest';
import { startTestApi } from '../support/api.js';
import { backends } from '../support/backends.js';
import { tellOldTfx } from '../support/old-tfx.js';

describe.each(backends)('$name: a store of TFX 0.21', ({ open }) => {
  const start = async () => {
    const store = await open();
    await tellOldTfx(store);
    return startTestApi(store);
  };

  it('has its pipeline as a workspace with its runs, though no link joins them', async () => {
    const { read } = await start();

    const { workspaces, runs } = await read(`{
      workspaces { nodes { name origin
        runs(orderBy: { field: NAME, direction: ASC }) { totalCount nodes { name origin status workspace { name } executions { totalCount } } }
      } }
      runs(filter: { origin: [TFX] }) { totalCount }
    }`);

    const run = (name: string, status: string) => ({
      name,
      origin: 'TFX',
      status,
      workspace: { name: 'taxi' },
      executions: { totalCount: 2 },
    });
    expect(workspaces.nodes).toEqual([
      {
        name: 'taxi',
        origin: 'TFX',
        runs: { totalCount: 2, nodes: [run('2020-01-01', 'COMPLETE'), run('2020-01-02', 'RUNNING')] },
      },
    ]);
    expect(runs.totalCount).toBe(2);
  });

  it('finds steps by the status that they keep in a property', async () => {
    const { read } = await start();

    const { cached, others } = await read(`{
      cached: executions(filter: { status: [CACHED] }) { totalCount nodes { displayName storedStatus } }
      others: executions(filter: { not: { status: [CACHED, FAILED] } }) { totalCount }
    }`);

    expect(cached).toEqual({ totalCount: 1, nodes: [{ displayName: 'CsvExampleGen', storedStatus: 'CACHED' }] });
    expect(others.totalCount).toBe(3);
  });

  it('finds a run by its name in the pipeline, and tells of a step which run and pipeline it is part of', async () => {
    const { read } = await start();

    const { run, execution } = await read(`{
      run(by: { inWorkspace: { workspace: { name: "taxi" }, name: "2020-01-02" } }) {
        id executions(orderBy: { field: ID, direction: ASC }) { nodes { displayName status cachedFrom { id } } }
      }
      execution(by: { mlmdId: 1 }) { displayName status parameters { name value } run { name workspace { name } } workspace { name } }
    }`);

    expect(run).toEqual({
      id: 'run:3',
      executions: {
        nodes: [
          { displayName: 'CsvExampleGen', status: 'CACHED', cachedFrom: { id: 'execution:1' } },
          { displayName: 'Trainer', status: 'NEW', cachedFrom: null },
        ],
      },
    });
    expect(execution).toEqual({
      displayName: 'CsvExampleGen',
      status: 'COMPLETE',
      parameters: [{ name: 'num_steps', value: '10' }],
      run: { name: '2020-01-01', workspace: { name: 'taxi' } },
      workspace: { name: 'taxi' },
    });
  });

  it('takes no context for a run that has but the name of the type', async () => {
    const { read } = await start();

    const { contexts } = await read('{ contexts(typeName: "run") { nodes { name id } } }');
    const { node } = await read(`{ node(id: "run:${contexts.nodes[0].id.slice('context:'.length)}") { id } }`);

    expect(contexts.nodes[0].name).toBe('stray');
    expect(node).toBeNull();
  });

  it('names an artifact after the component and its slot', async () => {
    const { read } = await start();

    const { artifacts } = await read(`{
      artifacts(orderBy: { field: ID, direction: ASC }) { nodes { __typename displayName run { name } workspace { name } } }
    }`);

    const where = { run: { name: '2020-01-01' }, workspace: { name: 'taxi' } };
    expect(artifacts.nodes).toEqual([
      { __typename: 'DataSet', displayName: 'CsvExampleGen/examples', ...where },
      { __typename: 'Model', displayName: 'Trainer/model', ...where },
    ]);
  });
});
