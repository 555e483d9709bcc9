import type { Calls } from '../../../src/mlmd/wire/rpc.js';
import { INPUT, OUTPUT } from './pipelines.js';
import { type Plain, properties, required } from './values.js';

const WORKFLOW = 'training-pipeline-x7k2p';
const STRING = 3;

/** Tells what the metadata writer of Kubeflow Pipelines 1 notes of a workflow with two steps, by the calls that it makes. */
export async function tellKfpV1Story(calls: Calls): Promise<void> {
  const ofRun = { pipeline_name: WORKFLOW, run_id: WORKFLOW };
  const declared = new Map(['pipeline_name', 'run_id'].map((name) => [name, STRING]));
  const { typeId } = await calls.call('putContextType', { contextType: { name: 'KfpRun', properties: declared } });
  const run = { typeId, name: WORKFLOW, properties: properties(ofRun), customProperties: new Map() };
  const { contextIds } = await calls.call('putContexts', { contexts: [run] });
  const contextId = required(contextIds[0], 'the run');

  const step = async (component: string, pod: string, inputs: Readonly<Record<string, Plain>>): Promise<bigint> => {
    const name = `components.${component}@sha256=${'0f'.repeat(32)}`;
    const executionType = { name, properties: new Map([...declared, ['component_id', STRING]]) };
    const type = await calls.call('putExecutionType', { executionType });
    const execution = {
      typeId: type.typeId,
      properties: properties({ ...ofRun, component_id: component }),
      customProperties: properties({ kfp_pod_name: pod, ...inputs }),
    };
    const { executionIds } = await calls.call('putExecutions', { executions: [execution] });
    const executionId = required(executionIds[0], component);
    await calls.call('putAttributionsAndAssociations', {
      attributions: [],
      associations: [{ executionId, contextId }],
    });
    return executionId;
  };
  const artifact = async (typeName: string, name: string): Promise<bigint> => {
    const type = await calls.call('putArtifactType', { artifactType: { name: typeName, properties: new Map() } });
    const put = {
      typeId: type.typeId,
      uri: `minio://mlpipeline/artifacts/${WORKFLOW}/${name}.tgz`,
      properties: new Map(),
      customProperties: properties({ ...ofRun, name, argo_artifact: '{"s3": {"key": "k"}}' }),
    };
    const { artifactIds } = await calls.call('putArtifacts', { artifacts: [put] });
    const artifactId = required(artifactIds[0], name);
    await calls.call('putAttributionsAndAssociations', { attributions: [{ artifactId, contextId }], associations: [] });
    return artifactId;
  };
  const event = (executionId: bigint, artifactId: bigint, type: number, key: string) =>
    calls.call('putEvents', {
      events: [{ executionId, artifactId, type, path: { steps: [{ value: { $case: 'key', value: key } }] } }],
    });

  const load = await step('Load rows', `${WORKFLOW}-1`, { 'input:url': 'https://example.org/rows.csv' });
  const rows = await artifact('CSV', 'load-rows-table');
  await event(load, rows, OUTPUT, 'table');
  const train = await step('Train', `${WORKFLOW}-2`, { 'input:epochs': '10', 'input:rate': '0.5' });
  await event(train, rows, INPUT, 'training_data');
  await event(train, await artifact('Model', 'train-model'), OUTPUT, 'model');
}
