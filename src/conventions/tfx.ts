import type { Filter } from '../mlmd/filter/filter.js';
import type { Artifact } from '../mlmd/model.js';
import type { ArtifactFacts, ArtifactKind, Convention, StageRule } from './convention.js';
import { lineOf, textOf } from './properties.js';
import { stageNameAmong } from './stage-names.js';

const NODES: StageRule = { typeName: 'node', workspaceType: 'pipeline', by: 'NAME' };

/** Steps that only pick what others wrote; releases before the IR write ordinary OUTPUT events for that. */
const RESOLVERS: Filter = {
  op: 'COLUMN',
  column: 'typeName',
  test: {
    op: 'IN',
    values: [
      { type: 'STRING', value: 'tfx.dsl.components.common.resolver.Resolver' },
      { type: 'STRING', value: 'tfx.components.common_nodes.resolver_node.ResolverNode' },
    ],
  },
};

/** TFX 1.x, as its IR-based runners write. */
export const tfx: Convention = {
  origin: 'TFX',
  workspaceTypes: ['pipeline'],
  runTypes: ['pipeline_run'],
  stages: NODES,
  artifactKinds: new Map<string, ArtifactKind>([
    ['Examples', 'DATA_SET'],
    ['Model', 'MODEL'],
    ['PushedModel', 'MODEL'],
    ['ModelEvaluation', 'METRICS'],
  ]),
  bookkeeping: ['is_external'],
  besideDataFlow: { EXECUTION: RESOLVERS },
  // Where a release gave an artifact a name, it is in a custom property.
  nameOf(node) {
    return node.kind === 'ARTIFACT' && isOurs(node) ? textOf(node.customProperties, 'name') : undefined;
  },
  // An execution's MLMD name is a uuid. Its type is a Python class path, whose last part is the component.
  stepNameOf({ typeName }, contexts) {
    const node = stageNameAmong(contexts, NODES);
    return node ?? (typeName?.startsWith('tfx.') === true ? typeName.split('.').at(-1) : undefined);
  },
  factsOf(artifact) {
    return isOurs(artifact) ? factsOf(artifact) : undefined;
  },
};

function isOurs(artifact: Artifact): boolean {
  return artifact.customProperties.has('tfx_version');
}

/**
 * Examples are counted by span, which says what data they cover, and by version within it: in a declared property or in a
 * custom one, as the component pleases. A pushed model lies at two places, and was given a version at the second.
 */
function factsOf({ uri, properties, customProperties }: Artifact): ArtifactFacts {
  const counted = ['span', 'version'].flatMap((name) => {
    const number = lineOf(properties, name) ?? lineOf(customProperties, name);
    return number === undefined ? [] : [`${name} ${number}`];
  });
  const places = [uri, textOf(customProperties, 'pushed_destination')];
  return {
    version: textOf(customProperties, 'pushed_version') ?? (counted.length === 0 ? undefined : counted.join(', ')),
    locations: places.filter((place) => place !== undefined),
  };
}
