import type { Filter } from '../mlmd/filter/filter.js';
import type { Artifact, Execution, Value } from '../mlmd/model.js';
import type { ArtifactFacts, ArtifactKind, Convention, Parameter, StageRule, StepRole } from './convention.js';
import { lineOf, textOf } from './properties.js';
import { stageNameAmong } from './stage-names.js';

const NODES: StageRule = { typeName: 'node', workspaceType: 'pipeline', by: 'NAME' };

/** The types of the steps that run no component: today's, and that of releases before the IR. */
const ROLES: ReadonlyMap<string, StepRole> = new Map<string, StepRole>([
  ['tfx.dsl.components.common.resolver.Resolver', 'RESOLVER'],
  ['tfx.components.common_nodes.resolver_node.ResolverNode', 'RESOLVER'],
  ['tfx.dsl.components.common.importer.Importer', 'IMPORTER'],
  ['tfx.components.common_nodes.importer_node.ImporterNode', 'IMPORTER'],
]);

/** Steps that only pick what others wrote; releases before the IR write ordinary OUTPUT events for that. */
const RESOLVERS: Filter = {
  op: 'COLUMN',
  column: 'typeName',
  test: {
    op: 'IN',
    values: [...ROLES].flatMap(([type, role]): Value[] =>
      role === 'RESOLVER' ? [{ type: 'STRING', value: type }] : [],
    ),
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
  parametersOf: (execution) => (isStep(execution) ? parametersOf(execution) : undefined),
  roleOf: ({ typeName = '' }) => ROLES.get(typeName),
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

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Steps declare no properties. A component of the user's own is of a class elsewhere: its type is a path too, and its name
 * the uuid that TFX gives.
 */
function isStep({ typeName = '', name = '', properties }: Execution): boolean {
  return properties.size === 0 && (typeName.startsWith('tfx.') || (typeName.includes('.') && UUID.test(name)));
}

/** What the component was set to, by name. TFX's own notes, such as `__execution_result__`, have names like these. */
function parametersOf({ customProperties }: Execution): readonly Parameter[] {
  return [...customProperties].flatMap(([name, stored]) =>
    name.startsWith('__') && name.endsWith('__') ? [] : [{ name, stored: unwrapped(stored) }],
  );
}

/** A property holds no list and no bare value of JSON: an object with one key stands for it. */
function unwrapped(stored: Value): Parameter['stored'] {
  const inside = stored.type === 'STRUCT' ? stored.value.__value__ : undefined;
  return inside === undefined ? stored : { type: 'JSON', value: inside };
}
