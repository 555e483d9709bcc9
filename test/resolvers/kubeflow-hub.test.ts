import { describe, expect, it, onTestFinished } from 'vitest';
import { isAnothersOwn } from '../../src/conventions/index.js';
import { examine } from '../../src/doctor/report.js';
import { openStore } from '../../src/mlmd/open.js';
import type { MetadataStore } from '../../src/mlmd/store.js';
import { startTestApi } from '../support/api.js';
import { hubStore } from '../support/hub-store.js';

describe('the database of Kubeflow Hub', () => {
  it('shows registered models and experiments as workspaces, with what is in their versions and runs', async () => {
    const api = await startTestApi(await openHub());

    const { workspaces } = await api.read(`{ workspaces(orderBy: { field: NAME, direction: ASC }) { nodes {
      name origin artifacts { nodes { __typename displayName uri digest } }
      runs { nodes { name artifacts { nodes { displayName ... on Metrics { values { name value } } } } } } } } }`);

    expect(workspaces.nodes).toEqual([
      {
        name: 'fraud',
        origin: 'KUBEFLOW_HUB',
        artifacts: { nodes: [{ __typename: 'Model', displayName: 'onnx', uri: 's3://fraud/1', digest: null }] },
        runs: { nodes: [] },
      },
      {
        name: 'tuning',
        origin: 'KUBEFLOW_HUB',
        artifacts: {
          nodes: [
            { __typename: 'DataSet', displayName: 'rows', uri: 's3://rows', digest: 'sha256:1' },
            { __typename: 'Metrics', displayName: 'accuracy', uri: null, digest: null },
          ],
        },
        runs: {
          nodes: [
            {
              name: '4:monday',
              artifacts: {
                nodes: [
                  { displayName: 'rows' },
                  { displayName: 'accuracy', values: [{ name: 'accuracy', value: 0.75 }] },
                ],
              },
            },
          ],
        },
      },
    ]);
  });

  it('shows versions under their model, by the names that it shows itself, and every sort of property', async () => {
    const api = await startTestApi(await openHub());

    const { contexts } = await api.read(`{ contexts(typeName: "kf.RegisteredModel") { nodes {
      children { nodes { name displayName } } properties { name value } } } }`);

    expect(contexts.nodes).toEqual([
      {
        children: {
          nodes: [
            { name: '1:v1', displayName: 'v1' },
            { name: '1:v2', displayName: 'v2' },
          ],
        },
        properties: expect.arrayContaining([
          { name: 'owner', value: 'ann' },
          { name: 'language', value: { language: [''] } },
          { name: 'checked', value: true },
        ]),
      },
    ]);
  });

  it('is recognised', async () => {
    const store = await openHub();

    const { writers, inspection } = await examine(store);

    expect(writers).toEqual([{ tool: 'Kubeflow Hub', workspaces: 2, runs: 1 }]);
    expect(inspection.findings).toEqual([]);
  });

  it('is its own to write, until somebody wrote to it through us', () => {
    expect(isAnothersOwn(['kf.RegisteredModel', 'kf.ModelVersion'])).toBe(true);
    expect(isAnothersOwn(['kf.RegisteredModel', 'kubeflow.org/alpha/workspace'])).toBe(false);
    expect(isAnothersOwn(['pipeline'])).toBe(false);
  });
});

async function openHub(): Promise<MetadataStore> {
  const store = await openStore(`sqlite:${await hubStore()}`, { readOnly: true });
  onTestFinished(() => store.close());
  return store;
}
