import type { LineageEdgeResolvers } from '../generated/resolvers.js';
import { toGlobalId } from '../global-id.js';
import { eventFacts } from './event-facts.js';

/** Resolves an event, drawn as data flows. */
export const LineageEdge = {
  source: ({ source }) => toGlobalId(source),
  target: ({ target }) => toGlobalId(target),
  type: ({ event }) => event.type,
  path: ({ event }) => eventFacts(event).path,
  occurredAt: ({ event }) => eventFacts(event).occurredAt ?? null,
} satisfies LineageEdgeResolvers;
