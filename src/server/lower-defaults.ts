import { type ConstValueNode, type DocumentNode, Kind, parse, visit } from 'graphql';
import type { Limits } from '../limits.js';

/** The limit that each argument or input field with a default is held to. */
const LIMIT_OF: ReadonlyMap<string, keyof Limits> = new Map<string, keyof Limits>([
  ['maxHops', 'maxHops'],
  ['maxNodes', 'maxNodes'],
  ['maxNeighborsPerNode', 'maxNeighborsPerNode'],
  ['maxPaths', 'maxPageSize'],
]);

/**
 * Lowers the defaults of a schema to the limits in force: a caller who leaves an argument out must not be refused for its
 * default, and whoever reads the schema should see what will be taken.
 */
export function lowerDefaults(typeDefs: string, limits: Limits): DocumentNode {
  return visit(parse(typeDefs, { noLocation: true }), {
    InputValueDefinition(node) {
      const limit = LIMIT_OF.get(node.name.value);
      const given = node.defaultValue;
      if (limit === undefined || given?.kind !== Kind.INT || Number(given.value) <= limits[limit]) return undefined;
      const defaultValue: ConstValueNode = { kind: Kind.INT, value: String(limits[limit]) };
      return { ...node, defaultValue };
    },
  });
}
