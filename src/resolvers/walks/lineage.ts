import type { LineageInput } from '../../generated/resolvers.js';
import { type LineageGraph, walk } from '../../lineage/walk.js';
import type { EventType, NodeRef } from '../../mlmd/model.js';
import { isGiven } from '../filter/string-filter.js';
import type { RequestContext } from '../request-context.js';
import { allOf, asOf, checkSize, ofPreset, toConditions } from './walk-input.js';
import { createWalkSource } from './walk-source.js';

/**
 * Walks what nodes come from and lead to.
 *
 * @throws MetadataError `INVALID_ARGUMENT` and `RESOURCE_EXHAUSTED`, which name the field of the input.
 */
export async function lineageOf(
  request: RequestContext,
  roots: readonly NodeRef[],
  input: LineageInput,
): Promise<LineageGraph> {
  const { limits, loaders } = request;
  const maxHops = checkSize(input.maxHops, 0, 'maxHops', limits, 'input.maxHops');
  const maxNodes = checkSize(input.maxNodes, 1, 'maxNodes', limits, 'input.maxNodes');
  const maxNeighborsPerNode = checkSize(
    input.maxNeighborsPerNode,
    0,
    'maxNeighborsPerNode',
    limits,
    'input.maxNeighborsPerNode',
  );
  const where = await toConditions(loaders, input.where, 'input.where');
  const preset = ofPreset(input.preset);
  const recorded = isGiven(input.asOf) ? asOf(input.asOf) : undefined;
  const source = createWalkSource(request, {
    admitted: allOf([recorded, preset.admitted, where]),
    stopping: await toConditions(loaders, input.stopAt, 'input.stopAt'),
  });
  return walk(source, {
    roots,
    direction: input.direction,
    maxHops,
    maxNodes,
    maxNeighborsPerNode,
    types: inBoth(preset.types, input.eventTypes ?? undefined),
    asOfMs: isGiven(input.asOf) ? BigInt(input.asOf.getTime()) : undefined,
  });
}

/** The types that are among both, where undefined is all. */
function inBoth(
  some: readonly EventType[] | undefined,
  others: readonly EventType[] | undefined,
): readonly EventType[] | undefined {
  return some === undefined || others === undefined ? (some ?? others) : some.filter((type) => others.includes(type));
}
