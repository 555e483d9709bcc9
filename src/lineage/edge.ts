import {
  type ArtifactId,
  EVENT_TYPES,
  type Event,
  type ExecutionId,
  INPUT_EVENT_TYPES,
  type NodeRef,
  nodeKey,
  OUTPUT_EVENT_TYPES,
} from '../mlmd/model.js';
import type { EventQuery, OneWay } from '../mlmd/store.js';
import { isDeadline } from './deadline.js';
import { compareIds } from './node-order.js';
import type { LineageSource } from './source.js';

/** An event as a step of the data: `source` was there before `target`. */
export interface LineageEdge {
  /** The artifact that was read, or the execution that wrote. */
  readonly source: NodeRef;
  /** The execution that read, or the artifact that was written. */
  readonly target: NodeRef;
  readonly event: Event;
}

/** Which events count: {@link EventQuery} whatever the direction. */
export type EventScope = Omit<EventQuery, 'direction'>;

/** The edges between some nodes. */
export interface FoundEdges {
  /**
   * Each event once, by (artifactId, executionId, type's number); those out of scope and those of type UNKNOWN, which
   * point neither way, are left out.
   */
  readonly edges: readonly LineageEdge[];
  /** False where the time was over before they could be loaded: these are the ones that the walk came upon. */
  readonly isAll: boolean;
}

/** Loads the events between the nodes, in one call. */
export async function edgesBetween(
  source: LineageSource,
  refs: Iterable<NodeRef>,
  scope: EventScope,
): Promise<FoundEdges> {
  const artifactIds = new Set<ArtifactId>();
  const executionIds = new Set<ExecutionId>();
  for (const ref of refs) {
    if (ref.kind === 'ARTIFACT') artifactIds.add(ref.id);
    else executionIds.add(ref.id);
  }
  if (artifactIds.size === 0 || executionIds.size === 0) return { edges: [], isAll: true };
  const toFound = (events: readonly Event[], isAll: boolean): FoundEdges => ({
    edges: events.filter((event) => isInScope(event, scope)).flatMap(toEdges),
    isAll,
  });
  try {
    return toFound(await source.eventsBetween([...artifactIds], [...executionIds]), true);
  } catch (error) {
    if (!isDeadline(error)) throw error;
    const between = source
      .seenEvents()
      .filter(({ artifactId, executionId }) => artifactIds.has(artifactId) && executionIds.has(executionId));
    return toFound(inOrder(between), false);
  }
}

/** Puts events into the order of {@link FoundEdges}, each once. */
function inOrder(events: readonly Event[]): readonly Event[] {
  const byIdentity = new Map(events.map((event) => [`${event.artifactId} ${event.executionId} ${event.type}`, event]));
  return [...byIdentity.values()].sort(
    (left, right) =>
      compareIds(left.artifactId, right.artifactId) ||
      compareIds(left.executionId, right.executionId) ||
      EVENT_TYPES.indexOf(left.type) - EVENT_TYPES.indexOf(right.type),
  );
}

/** Finds edges by their ends. */
export type EdgeIndex = ReadonlyMap<string, LineageEdge>;

/** Indexes edges by (source, target). Of several between the same two, the first counts. */
export function indexEdges(edges: readonly LineageEdge[]): EdgeIndex {
  const index = new Map<string, LineageEdge>();
  for (const edge of edges) {
    const key = endsKey(edge.source, edge.target);
    if (!index.has(key)) index.set(key, edge);
  }
  return index;
}

/** Finds the edge that leads from one node to the next in the first of the directions that has one. */
export function findEdge(
  index: EdgeIndex,
  from: NodeRef,
  to: NodeRef,
  ways: readonly OneWay[],
): LineageEdge | undefined {
  for (const way of ways) {
    const edge = index.get(way === 'DOWNSTREAM' ? endsKey(from, to) : endsKey(to, from));
    if (edge !== undefined) return edge;
  }
  return undefined;
}

function endsKey(source: NodeRef, target: NodeRef): string {
  return `${nodeKey(source)}>${nodeKey(target)}`;
}

function isInScope({ type, timeMs }: Event, { types, asOfMs }: EventScope): boolean {
  if (types !== undefined && !types.includes(type)) return false;
  return asOfMs === undefined || timeMs === undefined || timeMs <= asOfMs;
}

function toEdges(event: Event): readonly LineageEdge[] {
  const artifact: NodeRef = { kind: 'ARTIFACT', id: event.artifactId };
  const execution: NodeRef = { kind: 'EXECUTION', id: event.executionId };
  if (INPUT_EVENT_TYPES.includes(event.type)) return [{ source: artifact, target: execution, event }];
  if (OUTPUT_EVENT_TYPES.includes(event.type)) return [{ source: execution, target: artifact, event }];
  return [];
}
