import type { Event, EventType, NodeRef } from '../../mlmd/model.js';
import type { OneWay } from '../../mlmd/store.js';
import { eventFacts } from '../event-facts.js';
import type { EventFacts } from '../models.js';
import { type Connection, createConnection, type Edge } from '../paging/connection.js';
import type { CursorOrder } from '../paging/cursor.js';
import { type PageInput, toPageArgs } from '../paging/page-input.js';
import type { RequestContext } from '../request-context.js';

/** By the id of the node at the other end, then by the type's number. */
const EVENT_ORDER: CursorOrder = { name: 'EVENT', keys: ['INT', 'INT'] };

/** The arguments of a list of events. */
export interface EventListArgs extends PageInput {
  readonly eventTypes?: readonly EventType[] | null | undefined;
}

/**
 * Lists the events of a node in one direction, with the nodes at their other ends.
 *
 * @param load - loads such a node.
 */
export function eventConnection<T>(
  { loaders, limits }: RequestContext,
  node: NodeRef,
  direction: OneWay,
  args: EventListArgs,
  load: (event: Event) => Promise<T | undefined>,
): Connection<Edge<T> & EventFacts> {
  const query = { direction, types: args.eventTypes ?? undefined };
  return createConnection({
    order: EVENT_ORDER,
    page: toPageArgs(args, EVENT_ORDER, limits),
    load: (page) => loaders.eventPage(node, query, page),
    count: async () => (await loaders.eventCount(node, query)).events,
    toEdges: async (items) => {
      const nodes = await Promise.all(items.map(({ value }) => load(value)));
      return items.flatMap(({ value, cursor }, index) => {
        const node = nodes[index];
        return node === undefined ? [] : [{ cursor, node, ...eventFacts(value) }];
      });
    },
  });
}
