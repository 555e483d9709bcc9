import type { NodeKind } from '../../../../src/mlmd/model.js';
import { CUSTOM, DECLARED, someId, someNode, TYPE_NAMES, URIS } from '../pools.js';
import type { Random } from '../random.js';
import type { World } from '../world.js';

/** A filter text: mostly one that the engine takes, sometimes one that it refuses. */
export function filterText(random: Random, world: World, kind: NodeKind): string {
  return random.oneIn(8) ? random.pick(REFUSED) : condition(random, world, kind, 2);
}

const REFUSED = [
  ' ',
  'id',
  'id == 1',
  'id = ',
  'id = NULL',
  "id = '1'",
  'nothing = 1',
  "name = 'it''s'",
  'id = @p',
  'id = 1;',
  'id = 1 AND',
  '(id = 1',
  'state = 2',
  "state = 'LIVE'",
  'state = NOSUCH',
  'state IN ()',
  'properties.p = 1',
  'properties.p.nothing = 1',
  'events_0.name = 1',
  'contexts_a.uri = 1',
  'contexts_.id = 1',
  'NOT id',
  "id LIKE '1'",
  'id = 99999999999999999999',
] as const;

function condition(random: Random, world: World, kind: NodeKind, depth: number): string {
  const inner = () => condition(random, world, kind, depth - 1);
  if (depth === 0 || random.oneIn(2)) return leaf(random, world, kind);
  return random.oneOf(
    () => `${inner()} AND ${inner()}`,
    () => `(${inner()}) OR (${inner()})`,
    () => `NOT (${inner()})`,
  );
}

function leaf(random: Random, world: World, kind: NodeKind): string {
  return random.oneOf(
    () => ownColumn(random, world, kind),
    () => ownColumn(random, world, kind),
    () => property(random),
    () => property(random),
    () => stateOf(random, kind),
    () => neighbour(random, world, kind),
  );
}

function ownColumn(random: Random, world: World, kind: NodeKind): string {
  const text = (value: string | undefined) => `'${(value ?? 'none').replaceAll(/['"\\\n]/g, '')}'`;
  return random.oneOf(
    () => `id ${compare(random)} ${someId(random, world, kind)}`,
    () => `id IN (${random.many(1, 4, () => someId(random, world, kind)).join(', ')})`,
    () => `id BETWEEN 2 AND ${random.below(20)}`,
    () => `type_id ${compare(random)} ${random.below(20)}`,
    () => `type ${random.pick(['=', '!='])} '${random.pick(TYPE_NAMES)}'`,
    () => `name ${random.pick(['=', '!=', '<', 'LIKE'])} ${text(someNode(random, world, kind)?.name)}`,
    () => `name LIKE '${random.pick(['n%', '%1%', 'N_', '%'])}'`,
    () => `external_id ${random.pick(['=', '!='])} ${text(someNode(random, world, kind)?.externalId)}`,
    () => `${random.pick(['name', 'external_id', 'type_id'])} IS ${random.pick(['', 'NOT '])}NULL`,
    () => `${random.pick(['create', 'last_update'])}_time_since_epoch ${compare(random)} ${random.pick(['0', '9e15'])}`,
    () =>
      kind === 'ARTIFACT'
        ? `uri ${random.pick(['=', '!='])} ${text(random.pick(URIS.filter((uri) => uri !== 'name')))}`
        : 'id > 3',
  );
}

function property(random: Random): string {
  const [map, names] = random.pick([['properties', DECLARED] as const, ['custom_properties', CUSTOM] as const]);
  const name = random.pick(names);
  const column = `${map}.${/^\w+$/.test(name) ? name : `\`${name}\``}`;
  return random.oneOf(
    () => `${column}.int_value ${compare(random)} ${random.pick([0, 1, -1, 42, 2 ** 31])}`,
    () => `${column}.double_value ${compare(random)} ${random.pick(['0.0', '1.5', '-2.25', '1'])}`,
    () => `${column}.string_value ${random.pick(['=', '!=', '<', 'LIKE'])} '${random.pick(['a', 'A', 'é', ''])}'`,
    () => `${column}.bool_value${random.pick([' = TRUE', ' = FALSE', '', ' IS TRUE', ' IS NOT NULL'])}`,
    () => `${column}.${random.pick(['int', 'double', 'string', 'bool'])}_value IS ${random.pick(['', 'NOT '])}NULL`,
  );
}

function stateOf(random: Random, kind: NodeKind): string {
  const [column, names] =
    kind === 'ARTIFACT'
      ? (['state', ['UNKNOWN', 'PENDING', 'LIVE', 'DELETED']] as const)
      : (['last_known_state', ['NEW', 'RUNNING', 'COMPLETE', 'CACHED', 'UNKNOWN']] as const);
  if (kind === 'CONTEXT') return 'id < 5';
  return random.oneOf(
    () => `${column} ${random.pick(['=', '!='])} ${random.pick(names)}`,
    () => `${column} ${random.pick(['IN', 'NOT IN'])} (${random.pick(names)}, ${random.pick(names)})`,
    () => `${column} IS ${random.pick(['', 'NOT '])}NULL`,
  );
}

function neighbour(random: Random, world: World, kind: NodeKind): string {
  const alias = random.pick(['a', 'b', '0']);
  const group = (prefix: string, of: NodeKind) =>
    random.oneOf(
      () => `${prefix}_${alias}.id ${compare(random)} ${someId(random, world, of)}`,
      () => `${prefix}_${alias}.type = '${random.pick(TYPE_NAMES)}'`,
      () => `${prefix}_${alias}.name LIKE 'n%'`,
    );
  if (kind === 'CONTEXT') {
    return random.oneOf(
      () => group('parent_contexts', 'CONTEXT'),
      () => group('child_contexts', 'CONTEXT'),
      () => group('artifacts', 'ARTIFACT'),
      () => group('executions', 'EXECUTION'),
    );
  }
  const [other, otherKind] =
    kind === 'ARTIFACT' ? (['execution_id', 'EXECUTION'] as const) : (['artifact_id', 'ARTIFACT'] as const);
  return random.oneOf(
    () => group('contexts', 'CONTEXT'),
    () => `events_${alias}.type ${random.pick(['=', '!='])} ${random.pick(['INPUT', 'OUTPUT', 'DECLARED_INPUT'])}`,
    () => `events_${alias}.type IN (INTERNAL_INPUT, DECLARED_OUTPUT)`,
    () => `events_${alias}.${other} ${compare(random)} ${someId(random, world, otherKind)}`,
    () => `events_${alias}.milliseconds_since_epoch ${compare(random)} 5`,
  );
}

function compare(random: Random): string {
  return random.pick(['=', '!=', '<>', '<', '<=', '>', '>=']);
}
