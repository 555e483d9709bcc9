import type { ArtifactKind, Convention } from './convention.js';
import { textOf } from './properties.js';

/** TFX 1.x, as its IR-based runners write. */
export const tfx: Convention = {
  origin: 'TFX',
  workspaceTypes: ['pipeline'],
  runTypes: ['pipeline_run'],
  artifactKinds: new Map<string, ArtifactKind>([
    ['Examples', 'DATA_SET'],
    ['Model', 'MODEL'],
    ['PushedModel', 'MODEL'],
    ['ModelEvaluation', 'METRICS'],
  ]),
  bookkeeping: ['is_external'],
  // An execution's MLMD name is a uuid; its type is a Python class path, whose last part is the component. An artifact's
  // name, where a release gave it one, is in a custom property.
  nameOf(node) {
    if (node.kind === 'EXECUTION' && node.typeName?.startsWith('tfx.') === true) return node.typeName.split('.').at(-1);
    if (node.kind === 'ARTIFACT' && node.customProperties.has('tfx_version'))
      return textOf(node.customProperties, 'name');
    return undefined;
  },
};
