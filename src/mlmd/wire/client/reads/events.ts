import {
  type ArtifactId,
  EVENT_TYPES,
  type Event,
  type ExecutionId,
  type IdOf,
  type NodeRef,
  nodeKey,
  typesPointing,
} from '../../../model.js';
import type { EventCount, EventQuery, OneWay, Page, PageArgs } from '../../../store.js';
import { toEvent } from '../../codec/events.js';
import { inBatches } from '../answers.js';
import type { Upstream } from '../upstream.js';
import { byValue, pageOf } from './pages.js';

type EndKind = NodeRef['kind'];

/** Every event of the nodes, whole: see `MetadataReader.eventsOf`. One call for each batch. */
export async function eventsOf<K extends EndKind>(
  upstream: Upstream,
  kind: K,
  ids: readonly IdOf[K][],
  direction?: OneWay,
): Promise<readonly Event[]> {
  const messages = await inBatches(ids as readonly bigint[], upstream.batchSize, async (part) =>
    kind === 'ARTIFACT'
      ? (await upstream.calls.call('getEventsByArtifactIDs', { artifactIds: part })).events
      : (await upstream.calls.call('getEventsByExecutionIDs', { executionIds: part })).events,
  );
  const pointing = direction && typesPointing(kind, direction);
  const events = messages.map(toEvent).filter(({ type }) => pointing?.includes(type) ?? true);
  // The order of insertion is the service's, and sorting keeps what is equal in order.
  return kind === 'ARTIFACT'
    ? events.sort(inOrder)
    : events.sort((one, other) => byValue(one.executionId, other.executionId));
}

/** Pages of the events of each node: see `MetadataReader.eventPages`. What it costs follows the events that there are. */
export async function eventPages(
  upstream: Upstream,
  nodes: readonly NodeRef[],
  query: EventQuery,
  page: PageArgs,
): Promise<readonly Page<Event>[]> {
  const byNode = await eventsByNode(upstream, nodes, query);
  return nodes.map((node) => {
    const keysOf = (event: Event) => [otherEnd(node, event), BigInt(EVENT_TYPES.indexOf(event.type))];
    return pageOf(byNode.get(nodeKey(node)) ?? [], keysOf, ['integer', 'integer'], false, page);
  });
}

/** How many events each node has, and how many neighbours: see `MetadataReader.eventCounts`. */
export async function eventCounts(
  upstream: Upstream,
  nodes: readonly NodeRef[],
  query: EventQuery,
): Promise<readonly EventCount[]> {
  const byNode = await eventsByNode(upstream, nodes, query);
  return nodes.map((node) => {
    const events = byNode.get(nodeKey(node)) ?? [];
    return { events: events.length, neighbors: new Set(events.map((event) => otherEnd(node, event))).size };
  });
}

/** Every event between the two sides: see `MetadataReader.eventsBetween`. Looked up by execution, as that has fewer. */
export async function eventsBetween(
  upstream: Upstream,
  artifactIds: readonly ArtifactId[],
  executionIds: readonly ExecutionId[],
): Promise<readonly Event[]> {
  if (artifactIds.length === 0) return [];
  const wanted = new Set(artifactIds);
  const events = (await eventsOf(upstream, 'EXECUTION', executionIds)).filter((event) => wanted.has(event.artifactId));
  return [...(await withBothEnds(upstream, events))].sort(inOrder);
}

/** The events of each node that count, by the node's key. */
async function eventsByNode(
  upstream: Upstream,
  nodes: readonly NodeRef[],
  query: EventQuery,
): Promise<ReadonlyMap<string, readonly Event[]>> {
  const ofKind = async (kind: EndKind) => {
    const ids = nodes.flatMap((node) => (node.kind === kind ? [node.id] : []));
    const events = await eventsOf(upstream, kind, ids as readonly IdOf[EndKind][]);
    const counting = await withBothEnds(
      upstream,
      events.filter((event) => counts(kind, query, event)),
    );
    return counting.map((event) => ({ event, key: nodeKey({ kind, id: endOf(kind, event) }) }));
  };
  const byNode = new Map<string, Event[]>();
  for (const { event, key } of (await Promise.all([ofKind('ARTIFACT'), ofKind('EXECUTION')])).flat()) {
    const events = byNode.get(key);
    if (events === undefined) byNode.set(key, [event]);
    else events.push(event);
  }
  return byNode;
}

/** The events neither of whose ends is missing: PutExecution writes any that it is told to. */
async function withBothEnds(upstream: Upstream, events: readonly Event[]): Promise<readonly Event[]> {
  const [artifacts, executions] = await Promise.all([
    upstream.known.existing('ARTIFACT', [...new Set(events.map((event) => event.artifactId))]),
    upstream.known.existing('EXECUTION', [...new Set(events.map((event) => event.executionId))]),
  ]);
  return events.filter((event) => artifacts.has(event.artifactId) && executions.has(event.executionId));
}

/** Which events of a node of this kind a query takes. */
function counts(kind: EndKind, { direction, types, asOfMs }: EventQuery, { type, timeMs }: Event): boolean {
  return (
    typesPointing(kind, direction).includes(type) &&
    (types === undefined || types.includes(type)) &&
    (asOfMs === undefined || timeMs === undefined || timeMs <= asOfMs)
  );
}

function endOf(kind: EndKind, event: Event): bigint {
  return kind === 'ARTIFACT' ? event.artifactId : event.executionId;
}

function otherEnd(node: NodeRef, event: Event): bigint {
  return endOf(node.kind === 'ARTIFACT' ? 'EXECUTION' : 'ARTIFACT', event);
}

function inOrder(one: Event, other: Event): number {
  return (
    byValue(one.artifactId, other.artifactId) ||
    byValue(one.executionId, other.executionId) ||
    EVENT_TYPES.indexOf(one.type) - EVENT_TYPES.indexOf(other.type)
  );
}
