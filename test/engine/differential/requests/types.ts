import type { NodeKind } from '../../../../src/mlmd/model.js';
import type {
  ArtifactStructType,
  PropertyType,
} from '../../../../src/mlmd/wire/generated/ml_metadata/proto/metadata_store.js';
import { DECLARED, externalId, KINDS, propertyType, someType, TYPE_NAMES, VERSIONS } from '../pools.js';
import type { Random } from '../random.js';
import { type Step, step } from '../step.js';
import type { AnyType, World } from '../world.js';

/** A request to put one type, of any kind, or several. */
export function putType(random: Random, world: World): Step {
  const flags = {
    canAddFields: random.maybe(2, () => !random.oneIn(4)),
    canOmitFields: random.maybe(2, () => !random.oneIn(4)),
    canDeleteFields: random.maybe(8, () => true) && undefined,
    allFieldsMatch: random.oneIn(30) ? false : random.maybe(2, () => true),
  };
  return random.oneOf(
    () => step('putArtifactType', { artifactType: type(random, world, 'ARTIFACT'), ...flags }),
    () => step('putExecutionType', { executionType: type(random, world, 'EXECUTION'), ...flags }),
    () => step('putContextType', { contextType: type(random, world, 'CONTEXT'), ...flags }),
    () =>
      step('putTypes', {
        artifactTypes: random.many(0, 2, () => type(random, world, 'ARTIFACT')),
        executionTypes: random.many(0, 2, () => type(random, world, 'EXECUTION')),
        contextTypes: random.many(0, 2, () => type(random, world, 'CONTEXT')),
        ...flags,
      }),
  );
}

/** A request to read types. */
export function getTypes(random: Random, world: World): Step {
  const named = { typeName: random.maybe(20, () => random.pick(TYPE_NAMES)), typeVersion: random.pick(VERSIONS) };
  const ids = { typeIds: random.many(0, 4, () => typeId(random, world)) };
  const external = { externalIds: random.many(0, 3, () => typeExternalId(random, world)) };
  return random.oneOf<Step>(
    () => step(random.pick(['getArtifactType', 'getExecutionType', 'getContextType']), named),
    () => step(random.pick(['getArtifactTypesById', 'getExecutionTypesById', 'getContextTypesById']), ids),
    () => step(random.pick(['getArtifactTypes', 'getExecutionTypes', 'getContextTypes']), {}),
    () =>
      step(
        random.pick([
          'getArtifactTypesByExternalIds',
          'getExecutionTypesByExternalIds',
          'getContextTypesByExternalIds',
        ]),
        external,
      ),
  );
}

/** A type that is new, the same as a stored one, or an evolution of it. */
function type(random: Random, world: World, kind: NodeKind) {
  const stored = random.maybe(3, () => someType(random, world, kind));
  return {
    id: random.oneIn(15) ? BigInt(random.below(30)) : undefined,
    name: stored?.name ?? random.pick(TYPE_NAMES),
    version: stored === undefined ? random.pick(VERSIONS) : stored.version,
    properties: evolved(random, stored),
    description: random.maybe(2, () => random.pick(['', 'what it is'])),
    baseType: random.oneIn(8) ? random.below(kind === 'CONTEXT' ? 2 : 5) : undefined,
    externalId: random.oneIn(8) ? externalId(random) : undefined,
    inputType: random.oneIn(6) ? shape(random) : undefined,
    outputType: random.oneIn(6) ? shape(random) : undefined,
  };
}

function evolved(random: Random, stored: AnyType | undefined): Map<string, PropertyType> {
  if (stored === undefined) {
    return new Map(random.many(0, 4, () => [random.pick(DECLARED), propertyType(random)] as const));
  }
  const properties = new Map(stored.properties);
  if (random.oneIn(3)) properties.set(random.pick(DECLARED), propertyType(random));
  if (random.oneIn(4)) properties.delete(random.pick(DECLARED));
  return properties;
}

function shape(random: Random): ArtifactStructType {
  return random.oneOf<ArtifactStructType>(
    () => ({ kind: { $case: 'any', value: {} } }),
    () => ({ kind: { $case: 'none', value: {} } }),
    () => ({ kind: { $case: 'simple', value: { name: 'T', properties: new Map([['p', propertyType(random)]]) } } }),
    () => ({ kind: { $case: 'list', value: { element: shape(random) } } }),
    () => ({ kind: { $case: 'unionType', value: { candidates: [shape(random), shape(random)] } } }),
    () => ({
      kind: {
        $case: 'dict',
        value: {
          properties: new Map([['k', shape(random)]]),
          noneTypeNotRequired: true,
          extraPropertiesType: undefined,
        },
      },
    }),
  );
}

function typeId(random: Random, world: World): bigint {
  return random.oneIn(10)
    ? BigInt(random.below(60))
    : (someType(random, world, random.oneIn(10) ? random.pick(KINDS) : 'ARTIFACT')?.id ?? 1n);
}

function typeExternalId(random: Random, world: World): string {
  return someType(random, world, random.pick(KINDS))?.externalId ?? externalId(random);
}
