import type { QueryPathsArgs } from '../../generated/resolvers.js';
import { findPaths, type Paths } from '../../lineage/paths.js';
import type { RequestContext } from '../request-context.js';
import { checkSize, ofPreset, toRoot } from './walk-input.js';
import { createWalkSource } from './walk-source.js';

/** Finds ways between two nodes, as far as the limits of the server allow. */
export async function pathsBetween(request: RequestContext, args: QueryPathsArgs): Promise<Paths> {
  const { limits } = request;
  const maxHops = checkSize(args.maxHops, 0, 'maxHops', limits, 'maxHops');
  const maxPaths = checkSize(args.maxPaths, 1, 'maxPageSize', limits, 'maxPaths');
  const from = await toRoot(request, args.from, 'from');
  const to = await toRoot(request, args.to, 'to');
  const { admitted, types } = ofPreset(args.preset);
  return findPaths(createWalkSource(request, { admitted }), from, to, {
    types,
    direction: args.direction,
    maxHops,
    maxPaths,
    maxNodes: limits.maxNodes,
    maxNeighborsPerNode: limits.maxNeighborsPerNode,
  });
}
