import type { NodeKind } from '../../../src/mlmd/model.js';
import {
  type Event,
  type Event_Path_Step,
  PropertyType,
  type Value,
} from '../../../src/mlmd/wire/generated/ml_metadata/proto/metadata_store.js';
import type { Random } from './random.js';
import type { AnyNode, AnyType, World } from './world.js';

/** All kinds of nodes. */
export const KINDS: readonly NodeKind[] = ['ARTIFACT', 'EXECUTION', 'CONTEXT'];
/** Few names, so that requests meet what is there. */
export const TYPE_NAMES = ['T', 'U', 'V', 'W', 'mlmd.Dataset', 'mlmd.Train'] as const;
export const VERSIONS = [undefined, undefined, undefined, '1', '2', ''] as const;
export const DECLARED = ['p', 'q', 'r', 'a b', 'x.y'] as const;
export const CUSTOM = ['c', 'd', 'e', 'f.g', 'é'] as const;
export const URIS = [undefined, 'u', 'v', 'data/1', '', 'name', "it's"] as const;
export const TEXTS = ['', 'a', 'b', 'A', 'é', "it's", '"', '%', '_', '\\', 'a\nb', 'uri', 'null', '1'] as const;
const INTEGERS = [0n, 1n, -1n, 42n, 2n ** 31n, 2n ** 63n - 1n, -(2n ** 63n)] as const;
// What the engine keeps of a double: six decimals on the way in, fifteen digits on the way out.
const DOUBLES = [0, 1, 1.5, -2.25, 0.000001, 123456.789, -1e9] as const;
const STRUCTS = [{}, { a: 1 }, { a: { b: [1, 'x', null, true] } }, { é: '' }] as const;
const PROTO_TYPES = [
  PropertyType.INT,
  PropertyType.DOUBLE,
  PropertyType.STRING,
  PropertyType.STRUCT,
  PropertyType.PROTO,
  PropertyType.BOOLEAN,
] as const;

/** @returns a name for a node: mostly one of many, sometimes one of few. */
export function nodeName(random: Random): string {
  return random.oneIn(8) ? random.pick(['n', 'm', 'é', '']) : `n${random.below(1000)}`;
}

/** @returns an external id: mostly one of many, sometimes one of few. */
export function externalId(random: Random): string {
  return random.oneIn(6) ? random.pick(['x', 'y', '']) : `x${random.below(500)}`;
}

/** @returns the id of some node of a kind; 1 where there is none yet. */
export function someId(random: Random, { nodes }: World, kind: NodeKind): bigint {
  return nodes[kind].size === 0 ? 1n : random.pick(byId(nodes[kind]))[0];
}

/** @returns some node of a kind as the engine told of it last. */
export function someNode(random: Random, { nodes }: World, kind: NodeKind): AnyNode | undefined {
  return nodes[kind].size === 0 ? undefined : random.pick(byId(nodes[kind]))[1];
}

/** @returns some type of a kind as the engine told of it last. */
export function someType(random: Random, { types }: World, kind: NodeKind): AnyType | undefined {
  return types[kind].size === 0 ? undefined : random.pick(byId(types[kind]))[1];
}

/** Whatever the order in which the engine told of them. */
function byId<T>(known: ReadonlyMap<bigint, T>): readonly (readonly [id: bigint, T])[] {
  return [...known].sort(([one], [other]) => (one < other ? -1 : 1));
}

/** @returns a type that properties can be declared to have. */
export function propertyType(random: Random): PropertyType {
  return random.pick(PROTO_TYPES);
}

/** @returns a value of a declared type. */
export function someValue(random: Random, type: PropertyType): Value {
  switch (type) {
    case PropertyType.INT:
      return { value: { $case: 'intValue', value: random.pick(INTEGERS) } };
    case PropertyType.DOUBLE:
      return { value: { $case: 'doubleValue', value: random.pick(DOUBLES) } };
    case PropertyType.STRING:
      return { value: { $case: 'stringValue', value: random.pick(TEXTS) } };
    case PropertyType.STRUCT:
      return { value: { $case: 'structValue', value: random.pick(STRUCTS) } };
    case PropertyType.PROTO:
      return {
        value: { $case: 'protoValue', value: { typeUrl: 'type/of.it', value: Buffer.from([8, random.below(5)]) } },
      };
    case PropertyType.BOOLEAN:
      return { value: { $case: 'boolValue', value: random.oneIn(2) } };
    case PropertyType.UNKNOWN:
      return { value: undefined };
    default:
      return type satisfies never;
  }
}

/** @returns an event between two nodes that are there, or with one end left to the caller. */
export function event(random: Random, world: World, without: { artifact?: boolean; execution?: boolean } = {}): Event {
  return {
    artifactId: without.artifact ? undefined : someId(random, world, 'ARTIFACT'),
    executionId: without.execution ? undefined : someId(random, world, 'EXECUTION'),
    type: random.pick([1, 2, 3, 4, 5, 6, 7]),
    millisecondsSinceEpoch: random.maybe(2, () => random.pick([0n, 1n, 5n, -1n, 1000n, 2n ** 62n])),
    path: random.maybe(2, () => ({ steps: random.many(0, 3, () => pathStep(random)) })),
    systemMetadata: undefined,
  };
}

function pathStep(random: Random): Event_Path_Step {
  return random.oneOf<Event_Path_Step>(
    () => ({ value: { $case: 'index', value: BigInt(random.below(4)) } }),
    () => ({ value: { $case: 'key', value: random.pick(TEXTS) } }),
    () => ({ value: random.oneIn(4) ? undefined : { $case: 'key', value: 'k' } }),
  );
}
