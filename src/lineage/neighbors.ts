import { type Event, type NodeRef, OUTPUT_EVENT_TYPES } from '../mlmd/model.js';
import type { Neighbors } from './source.js';

/**
 * Gives the number of events to read, in `MetadataReader.eventPages`'s order, to be sure of seeing `limit`
 * neighbours and whether there are more. An event is unique by (artifact, execution, type), and one direction has four
 * types at most: the output ones.
 */
export function eventsToRead(limit: number): number {
  return limit * OUTPUT_EVENT_TYPES.length + 1;
}

/**
 * Turns a node's events, ordered by the id of their other end, into its first `limit` neighbours.
 *
 * @param hasMore - whether the events go on after these.
 */
export function toNeighbors(node: NodeRef, events: readonly Event[], hasMore: boolean, limit: number): Neighbors {
  const refs: NodeRef[] = [];
  for (const event of events) {
    const far = otherEnd(node, event);
    if (refs.at(-1)?.id !== far.id) refs.push(far);
  }
  return { refs: refs.slice(0, limit), hasMore: hasMore || refs.length > limit };
}

function otherEnd(node: NodeRef, event: Event): NodeRef {
  return node.kind === 'ARTIFACT'
    ? { kind: 'EXECUTION', id: event.executionId }
    : { kind: 'ARTIFACT', id: event.artifactId };
}
