import type { Event, NodeRef } from '../../../model.js';
import type { OneWay } from '../../../store.js';

/** The two kinds of node that a walk alternates between. */
export type WalkKind = NodeRef['kind'];

/** Something for each of the two. */
type PerKind<T> = { readonly [kind in WalkKind]: T };

/** What a walk asks, once per hop for the whole frontier. */
export interface WalkSource {
  /** Every event of the nodes that points in the direction; all of them where it is undefined. */
  expand(kind: WalkKind, ids: readonly bigint[], direction: OneWay | undefined): Promise<readonly Event[]>;
  /** Those of the nodes at which the walk ends. */
  endingOf(kind: WalkKind, ids: readonly bigint[]): Promise<ReadonlySet<bigint>>;
}

/** Where a walk begins, and how it goes on. */
export interface WalkQuery {
  readonly kind: WalkKind;
  readonly start: readonly bigint[];
  /** Undefined for a walk both ways. */
  readonly direction: OneWay | undefined;
  /** A hop crosses one event. */
  readonly maxHops: number;
  /** Whether the nodes at which the walk ends, and the events to them, are kept. */
  readonly keepEnding: PerKind<boolean>;
}

/** What a walk came by. Nodes are those that events name, whether they exist or not. */
export interface Walked {
  readonly nodes: PerKind<ReadonlySet<bigint>>;
  /** Each once, in the order of crossing. */
  readonly events: readonly Event[];
}

const OTHER: PerKind<WalkKind> = { ARTIFACT: 'EXECUTION', EXECUTION: 'ARTIFACT' };

/**
 * Walks from the start over events, breadth first, and expands every node once. The engine's rule of which events are
 * kept: those to a node that this hop is the first to see, and in a walk one way those to a node seen before, too.
 */
export async function walk(source: WalkSource, query: WalkQuery): Promise<Walked> {
  const { direction, maxHops, keepEnding } = query;
  const seen: PerKind<Set<bigint>> = { ARTIFACT: new Set(), EXECUTION: new Set() };
  const ended: PerKind<Set<bigint>> = { ARTIFACT: new Set(), EXECUTION: new Set() };
  const events: Event[] = [];

  let kind = query.kind;
  let frontier = await arrive(kind, query.start);
  for (let hop = 0; hop < maxHops && frontier.length > 0; hop += 1) {
    const crossed = await source.expand(kind, frontier, direction);
    kind = OTHER[kind];
    const before = seen[kind];
    const fresh = new Set(crossed.map((event) => endOf(event, kind)).filter((id) => !before.has(id)));
    frontier = await arrive(kind, [...fresh]);
    // One by one, as a call takes no more than some 120,000 arguments.
    for (const event of crossed) if (isKept(endOf(event, kind), fresh)) events.push(event);
  }
  return { nodes: { ARTIFACT: kept('ARTIFACT'), EXECUTION: kept('EXECUTION') }, events };

  /** @returns those of the nodes that are walked on from. */
  async function arrive(at: WalkKind, ids: readonly bigint[]): Promise<readonly bigint[]> {
    const ending = ids.length === 0 ? new Set<bigint>() : await source.endingOf(at, ids);
    for (const id of ids) (ending.has(id) ? ended : seen)[at].add(id);
    return ids.filter((id) => !ending.has(id));
  }

  function isKept(id: bigint, fresh: ReadonlySet<bigint>): boolean {
    const isWanted = keepEnding[kind] || !ended[kind].has(id);
    return isWanted && (direction !== undefined || fresh.has(id));
  }

  function kept(of: WalkKind): ReadonlySet<bigint> {
    return new Set([...seen[of], ...(keepEnding[of] ? ended[of] : [])]);
  }
}

function endOf(event: Event, kind: WalkKind): bigint {
  return kind === 'ARTIFACT' ? event.artifactId : event.executionId;
}
