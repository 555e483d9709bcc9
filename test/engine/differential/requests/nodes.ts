import type { NodeKind } from '../../../../src/mlmd/model.js';
import type { Value } from '../../../../src/mlmd/wire/generated/ml_metadata/proto/metadata_store.js';
import { CUSTOM, DECLARED, externalId, nodeName, propertyType, someNode, someType, someValue, URIS } from '../pools.js';
import type { Random } from '../random.js';
import { OWN_UPDATE_TIME, type Step, step } from '../step.js';
import type { AnyNode, World } from '../world.js';

/** A request to put nodes of one kind. */
export function putNodes(random: Random, world: World): Step {
  const updateMask = random.oneIn(3) ? random.many(0, 4, () => maskPath(random)) : undefined;
  return random.oneOf<Step>(
    () =>
      step('putArtifacts', {
        artifacts: random.many(0, 3, () => node(random, world, 'ARTIFACT')),
        options: random.oneIn(3) ? { abortIfLatestUpdatedTimeChanged: !random.oneIn(4) } : undefined,
        updateMask,
      }),
    () => step('putExecutions', { executions: random.many(0, 3, () => node(random, world, 'EXECUTION')), updateMask }),
    () => step('putContexts', { contexts: random.many(0, 3, () => node(random, world, 'CONTEXT')), updateMask }),
  );
}

/** A node that is new or, as often, one that is there: as it was told, with changes, or made by hand. */
export function node(random: Random, world: World, kind: NodeKind): AnyNode {
  const stored = random.maybe(2, () => someNode(random, world, kind));
  return stored === undefined ? newNode(random, world, kind) : update(random, world, kind, stored);
}

/** A node without an id. */
export function newNode(random: Random, world: World, kind: NodeKind): AnyNode {
  const type = someType(random, world, kind);
  return {
    typeId: type?.id ?? 1n,
    name: kind === 'CONTEXT' || random.oneIn(2) ? nodeName(random) : undefined,
    ...changeable(random, kind),
    properties: declaredValues(random, type?.properties),
    customProperties: customValues(random),
    type: random.oneIn(20) ? 'T' : undefined,
    createTimeSinceEpoch: random.oneIn(20) ? 5n : undefined,
  };
}

function update(random: Random, world: World, kind: NodeKind, stored: AnyNode): AnyNode {
  const declared = world.types[kind].get(stored.typeId ?? 0n)?.properties;
  const echo = { ...stored, createTimeSinceEpoch: undefined, lastUpdateTimeSinceEpoch: OWN_UPDATE_TIME };
  return random.oneOf<AnyNode>(
    () => echo,
    () => ({ ...echo, type: undefined }),
    () => ({ ...echo, ...changeable(random, kind) }),
    () => ({ ...echo, properties: declaredValues(random, declared), customProperties: edited(random, stored) }),
    () => ({
      ...newNode(random, world, kind),
      id: stored.id,
      typeId: random.maybe(3, () => stored.typeId),
      properties: declaredValues(random, declared),
      lastUpdateTimeSinceEpoch: random.maybe(3, () => OWN_UPDATE_TIME),
    }),
  );
}

function changeable(random: Random, kind: NodeKind) {
  return {
    uri: kind === 'ARTIFACT' ? random.pick(URIS) : undefined,
    state: kind === 'ARTIFACT' ? random.maybe(2, () => random.below(7)) : undefined,
    lastKnownState: kind === 'EXECUTION' ? random.maybe(2, () => random.below(7)) : undefined,
    externalId: random.oneIn(6) ? externalId(random) : undefined,
  };
}

function declaredValues(random: Random, declared: ReadonlyMap<string, number> = new Map()): Map<string, Value> {
  return new Map([...declared].filter(() => random.oneIn(2)).map(([name, type]) => [name, someValue(random, type)]));
}

function customValues(random: Random): Map<string, Value> {
  return new Map(random.many(0, 2, () => [random.pick(CUSTOM), someValue(random, propertyType(random))] as const));
}

function edited(random: Random, { customProperties }: AnyNode): Map<string, Value> {
  const changed = new Map([...customProperties, ...customValues(random)]);
  if (random.oneIn(2)) changed.delete(random.pick(CUSTOM));
  return changed;
}

function maskPath(random: Random): string {
  return random.oneOf(
    () => random.pick(['uri', 'state', 'last_known_state', 'external_id', 'name', 'properties', 'custom_properties']),
    () => `properties.${random.pick(DECLARED)}`,
    () => `custom_properties.${random.pick(CUSTOM)}`,
    () => random.pick(['id', 'type_id', 'type', 'create_time_since_epoch', 'last_update_time_since_epoch']),
    () => random.pick(['', 'nothing', 'uri.x', '.', 'properties.', 'custom_properties..c', 'Uri', 'externalId']),
  );
}
