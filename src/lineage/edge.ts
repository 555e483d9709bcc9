import { type Event, INPUT_EVENT_TYPES, type NodeRef, nodeKey, OUTPUT_EVENT_TYPES } from '../mlmd/model.js';
import type { EventQuery, OneWay } from '../mlmd/store.js';
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

/**
 * Loads the events between the nodes, in one call.
 *
 * @returns each event once, by (artifactId, executionId, type's number); those out of scope and those of type UNKNOWN,
 *   which point neither way, are left out.
 */
export async function edgesBetween(
  source: LineageSource,
  refs: Iterable<NodeRef>,
  scope: EventScope,
): Promise<readonly LineageEdge[]> {
  const artifactIds = [];
  const executionIds = [];
  for (const ref of refs) {
    if (ref.kind === 'ARTIFACT') artifactIds.push(ref.id);
    else executionIds.push(ref.id);
  }
  if (artifactIds.length === 0 || executionIds.length === 0) return [];
  const events = await source.eventsBetween(artifactIds, executionIds);
  return events.filter((event) => isInScope(event, scope)).flatMap(toEdges);
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
