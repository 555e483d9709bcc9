import { MetadataError } from '../../../src/errors.js';
import { eventsToRead, toNeighbors } from '../../../src/lineage/neighbors.js';
import type { LineageSource } from '../../../src/lineage/source.js';
import { EVENT_TYPES, type Event, type NodeRef, nodeKey, typesPointing } from '../../../src/mlmd/model.js';
import type { EventQuery } from '../../../src/mlmd/store.js';

/** Nodes and events, the latter perhaps dangling. */
export interface MemoryGraph {
  readonly nodes: readonly NodeRef[];
  readonly events: readonly Event[];
}

export interface MemorySourceOptions {
  readonly where?: (ref: NodeRef) => boolean;
  readonly stopAt?: (ref: NodeRef) => boolean;
  /** The time is over once so many `neighbors` calls were answered. */
  readonly expiresAfter?: number;
  /** The next `neighbors` call then fails, rather than that `expired()` tells beforehand. */
  readonly expiresInCall?: boolean;
  /** No time is left for counting either. */
  readonly cannotCount?: boolean;
  /** No time is left for the edges. */
  readonly cannotConnect?: boolean;
}

/** A source over arrays that follows the contract to the letter, and notes the name of each call made of it. */
export function memorySource(graph: MemoryGraph, options: MemorySourceOptions = {}) {
  const known = new Set(graph.nodes.map(nodeKey));
  const events = graph.events.filter(({ artifactId, executionId }) => {
    return known.has(`ARTIFACT:${artifactId}`) && known.has(`EXECUTION:${executionId}`);
  });
  const calls: string[] = [];
  const seen: Event[] = [];
  const asked = (name: string) => calls.filter((call) => call === name).length;
  const isOver = () => asked('neighbors') >= (options.expiresAfter ?? Number.POSITIVE_INFINITY);
  const late = () => new MetadataError('DEADLINE_EXCEEDED', 'Too late.');
  const pick = (name: string, test: ((ref: NodeRef) => boolean) | undefined) =>
    test &&
    (async (refs: readonly NodeRef[]) => {
      calls.push(name);
      return refs.filter(test).reverse();
    });

  const source: LineageSource = {
    async neighbors(refs, query, limit) {
      if (options.expiresInCall && isOver()) throw late();
      calls.push('neighbors');
      return refs.map((ref) => {
        const all = eventsOf(events, ref, query);
        const page = all.slice(0, eventsToRead(limit));
        seen.unshift(...page);
        return toNeighbors(ref, page, page.length < all.length, limit);
      });
    },
    async counts(refs, query) {
      if (options.cannotCount) throw late();
      calls.push('counts');
      return refs.map((ref) => {
        const own = eventsOf(events, ref, query);
        return { events: own.length, neighbors: new Set(own.map((event) => farId(ref, event))).size };
      });
    },
    seenEvents: () => seen,
    async eventsBetween(artifactIds, executionIds) {
      if (options.cannotConnect) throw late();
      calls.push('eventsBetween');
      const [artifacts, executions] = [new Set(artifactIds), new Set(executionIds)];
      return events
        .filter(({ artifactId, executionId }) => artifacts.has(artifactId) && executions.has(executionId))
        .sort((a, b) => compare(a.artifactId, b.artifactId) || compare(a.executionId, b.executionId) || byType(a, b));
    },
    admitted: pick('admitted', options.where),
    stopping: pick('stopping', options.stopAt),
    expired: () => !options.expiresInCall && isOver(),
  };
  return Object.assign(source, { calls, asked });
}

function eventsOf(events: readonly Event[], ref: NodeRef, { direction, types, asOfMs }: EventQuery): readonly Event[] {
  const pointing = typesPointing(ref.kind, direction);
  return events
    .filter((event) => (ref.kind === 'ARTIFACT' ? event.artifactId : event.executionId) === ref.id)
    .filter(({ type }) => pointing.includes(type) && (types === undefined || types.includes(type)))
    .filter(({ timeMs }) => asOfMs === undefined || timeMs === undefined || timeMs <= asOfMs)
    .sort((a, b) => compare(farId(ref, a), farId(ref, b)) || byType(a, b));
}

const farId = (ref: NodeRef, event: Event): bigint => (ref.kind === 'ARTIFACT' ? event.executionId : event.artifactId);
const byType = (a: Event, b: Event) => EVENT_TYPES.indexOf(a.type) - EVENT_TYPES.indexOf(b.type);
const compare = (a: bigint, b: bigint) => (a === b ? 0 : a < b ? -1 : 1);
