import type { Execution } from '../mlmd/model.js';
import type { AnyNode, Convention, Parameter } from './convention.js';
import { nameInUserInterface } from './kfp.js';

/**
 * What the metadata writer of Kubeflow Pipelines 1 noted of the pods that it saw. It knows no pipelines: what it calls
 * `pipeline_name` is the workflow's name, which is the run's.
 */
export const kfpV1: Convention = {
  origin: 'KFP',
  workspaceTypes: [],
  runTypes: ['KfpRun'],
  // The types of artifacts are those that components declare, so their words tell.
  artifactKinds: new Map(),
  bookkeeping: [],
  nameOf: (node) => (isOurs(node) ? nameInUserInterface(node) : undefined),
  parametersOf: (execution) => (isOurs(execution) ? inputsOf(execution) : undefined),
};

function isOurs({ typeName, properties, customProperties }: AnyNode): boolean {
  const isStep = typeName?.startsWith('components.') === true && properties.has('component_id');
  return isStep || customProperties.has('argo_artifact');
}

const INPUT = 'input:';

/** The parameters of a step, by name. */
function inputsOf({ customProperties }: Execution): readonly Parameter[] {
  return [...customProperties].flatMap(([name, stored]) =>
    name.startsWith(INPUT) ? [{ name: name.slice(INPUT.length), stored }] : [],
  );
}
