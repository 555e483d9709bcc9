import type { Artifact, Execution } from '../mlmd/model.js';
import type { Convention, Parameter } from './convention.js';
import { textOf } from './properties.js';

/**
 * TFX before it compiled pipelines to its intermediate representation. Its contexts are of the types `pipeline`, `run` and
 * `component_run`, which are joined by what they say of themselves; what later releases keep in contexts and columns is
 * in declared properties. Source: tfx/orchestration/metadata.py, release 0.21.
 */
export const tfxLegacy: Convention = {
  origin: 'TFX',
  // A pipeline is a context of the same type as in later releases.
  workspaceTypes: [],
  runTypes: [],
  describedRuns: {
    typeName: 'run',
    nameProperty: 'run_id',
    workspaceType: 'pipeline',
    workspaceProperty: 'pipeline_name',
  },
  artifactKinds: new Map(),
  bookkeeping: [],
  parametersOf: (execution) => (isOurs(execution) ? parametersOf(execution) : undefined),
  nameOf(node) {
    switch (node.kind) {
      case 'ARTIFACT':
        return artifactName(node);
      case 'EXECUTION':
        return isOurs(node) ? textOf(node.properties, 'component_id') : undefined;
      case 'CONTEXT':
        return undefined;
    }
  },
};

/** Kubeflow Pipelines 1 declares some of these too, but neither of the last two. */
function isOurs({ properties }: Execution): boolean {
  const all = ['pipeline_name', 'run_id', 'component_id'].every((name) => properties.has(name));
  return all && (properties.has('state') || properties.has('checksum_md5'));
}

/** Every parameter of the component is a declared text, beside these. */
const OWN: ReadonlySet<string> = new Set([
  'pipeline_name',
  'pipeline_root',
  'run_id',
  'component_id',
  'state',
  'checksum_md5',
]);

function parametersOf({ properties }: Execution): readonly Parameter[] {
  return [...properties].flatMap(([name, stored]) => (OWN.has(name) ? [] : [{ name, stored }]));
}

/** What later releases tell by the event: the component, and the slot that it put the artifact into. */
function artifactName({ properties, customProperties }: Artifact): string | undefined {
  const read = (name: string) => textOf(properties, name) ?? textOf(customProperties, name);
  const [producer, slot] = [read('producer_component'), read('name')];
  return producer === undefined || slot === undefined ? undefined : `${producer}/${slot}`;
}
