import { DATA_FLOW } from '../../conventions/index.js';
import { limitExceeded } from '../../errors.js';
import type { Event, NodeRef } from '../../mlmd/model.js';
import type { OneWay } from '../../mlmd/store.js';
import type { RequestContext } from '../request-context.js';

/**
 * Loads all events of a node in one direction, for an answer that would be wrong without one of them. What an orchestrator
 * notes for itself is left out: a resolver of TFX that picks metrics has not written them.
 *
 * @throws MetadataError `RESOURCE_EXHAUSTED` where there are more than `maxNeighborsPerNode`.
 */
export async function allEventsOf(
  { loaders, limits }: RequestContext,
  node: NodeRef,
  direction: OneWay,
): Promise<readonly Event[]> {
  const max = limits.maxNeighborsPerNode;
  const { items, hasMore } = await loaders.eventPage(node, { direction, types: DATA_FLOW.eventTypes }, { limit: max });
  if (hasMore) throw limitExceeded('The number of events of one node', max + 1, { name: 'maxNeighborsPerNode', max });
  return items.map(({ value }) => value);
}
