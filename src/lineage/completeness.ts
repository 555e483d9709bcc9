import { type NodeRef, nodeKey } from '../mlmd/model.js';
import type { OneWay } from '../mlmd/store.js';
import { isDeadline } from './deadline.js';
import type { EventScope, LineageEdge } from './edge.js';
import type { Exploration } from './exploration.js';
import type { CutOff, Lane, UnlistedNeighbors, Visit } from './lane.js';
import { compareNearest } from './node-order.js';
import type { LineageSource } from './source.js';

/** A node beyond which an answer does not go, though something is there. */
export interface Frontier {
  readonly ref: NodeRef;
  /** Hops from the nearest root. */
  readonly distance: number;
  /** The direction in which neighbours are left out. */
  readonly direction: OneWay;
  /**
   * How many neighbours are left out. Exact, except that those whom `maxNeighborsPerNode` or the deadline kept from being
   * looked at count even where a filter would have turned them away; 0 where the time was over before they were counted.
   */
  readonly unexplored: number;
}

/** Whether an answer is the whole one, and if not, why and where it ends. */
export interface Completeness {
  /** Nothing was left out but what a filter turned away or what lies beyond a node to stop at. */
  readonly complete: boolean;
  /** What cut something off, each once, in this order: MAX_HOPS, MAX_NODES, MAX_NEIGHBORS, DEADLINE. */
  readonly reasons: readonly CutOff[];
  /** By (distance, kind, id), upstream first. */
  readonly frontier: readonly Frontier[];
}

/** Nothing is left out. */
export const COMPLETE: Completeness = { complete: true, reasons: [], frontier: [] };

const REASONS: readonly CutOff[] = ['MAX_HOPS', 'MAX_NODES', 'MAX_NEIGHBORS', 'DEADLINE'];

/**
 * Says what lanes have left out. Reaching a limit is not enough: something has to lie beyond, so the frontiers are
 * looked beyond once more, and hubs are counted. Makes no call where nothing was cut.
 *
 * @param reason - why the frontiers were not walked beyond.
 * @param edges - those between all nodes of the exploration.
 */
export async function findCompleteness(
  source: LineageSource,
  exploration: Exploration,
  lanes: readonly Lane[],
  reason: CutOff,
  edges: readonly LineageEdge[],
  scope: EventScope,
): Promise<Completeness> {
  await peek(source, exploration, lanes, reason);
  const frontier = new Map<string, Frontier>();
  const reasons = new Set<CutOff>();
  const leftOut = (visit: Visit, direction: OneWay, why: CutOff, count: number) => {
    const key = `${direction}:${nodeKey(visit.ref)}`;
    const unexplored = (frontier.get(key)?.unexplored ?? 0) + count;
    frontier.set(key, { ref: visit.ref, distance: visit.distance, direction, unexplored });
    reasons.add(why);
  };
  for (const lane of lanes) {
    for (const { visit, way, reason, count } of lane.missing) leftOut(visit, way, reason, count);
    for (const { cut, count } of await countUnlisted(source, lane, edges, scope)) {
      if (count !== 0) leftOut(cut.visit, cut.way, cut.reason, count ?? 0);
    }
  }
  return toCompleteness(reasons, [...frontier.values()]);
}

/** The same answer, with one more reason why something is missing from it. */
export function withReason(completeness: Completeness, reason: CutOff): Completeness {
  return mergeCompleteness(completeness, { complete: false, reasons: [reason], frontier: [] });
}

/** Puts two answers' gaps together. A gap that both have counts once. */
export function mergeCompleteness(one: Completeness, other: Completeness): Completeness {
  const frontier = new Map<string, Frontier>();
  for (const gap of [...one.frontier, ...other.frontier]) {
    const key = `${gap.direction}:${nodeKey(gap.ref)}`;
    const known = frontier.get(key);
    if (known === undefined || known.unexplored < gap.unexplored) frontier.set(key, gap);
  }
  return toCompleteness(new Set([...one.reasons, ...other.reasons]), [...frontier.values()]);
}

function toCompleteness(reasons: ReadonlySet<CutOff>, frontier: readonly Frontier[]): Completeness {
  return {
    complete: reasons.size === 0,
    reasons: REASONS.filter((reason) => reasons.has(reason)),
    frontier: [...frontier].sort(
      (left, right) => compareNearest(left, right) || (left.direction === 'UPSTREAM' ? -1 : 1),
    ),
  };
}

async function peek(
  source: LineageSource,
  exploration: Exploration,
  lanes: readonly Lane[],
  reason: CutOff,
): Promise<void> {
  const open = lanes.filter(({ frontier }) => frontier.length > 0);
  try {
    if (open.length === 0) return;
    if (!source.expired()) return await exploration.peek(open, reason);
  } catch (error) {
    if (!isDeadline(error)) throw error;
  }
  for (const lane of open) {
    const cuts = lane.ways.flatMap((way) => lane.frontier.map((visit) => ({ visit, way, reason })));
    lane.unlisted.push(...cuts.map((cut) => ({ ...cut, listed: 0, lastId: undefined })));
  }
}

/** @returns what each of the lane's unlisted cuts hides; undefined where the time was over before it was counted. */
async function countUnlisted(
  source: LineageSource,
  lane: Lane,
  edges: readonly LineageEdge[],
  scope: EventScope,
): Promise<readonly { readonly cut: UnlistedNeighbors; readonly count: number | undefined }[]> {
  const perWay = lane.ways.map(async (way) => {
    const cuts = lane.unlisted.filter((cut) => cut.way === way);
    if (cuts.length === 0) return [];
    const totals = await countNeighbors(source, cuts, way, scope);
    const known = visitedBeyond(lane, cuts, way, edges);
    return cuts.map((cut, index) => {
      const total = totals?.[index];
      // Others write meanwhile, so the parts can be more than a total that was taken before them.
      return { cut, count: total && Math.max(0, total - cut.listed - (known[index] ?? 0)) };
    });
  });
  return (await Promise.all(perWay)).flat();
}

async function countNeighbors(
  source: LineageSource,
  cuts: readonly UnlistedNeighbors[],
  way: OneWay,
  { types, asOfMs }: EventScope,
): Promise<readonly number[] | undefined> {
  const refs = cuts.map(({ visit }) => visit.ref);
  try {
    const counts = await source.counts(refs, { direction: way, types, asOfMs });
    return counts.map(({ neighbors }) => neighbors);
  } catch (error) {
    if (isDeadline(error)) return undefined;
    throw error;
  }
}

/** @returns how many of the neighbours that each cut hides the lane has visited all the same, by other ways. */
function visitedBeyond(
  lane: Lane,
  cuts: readonly UnlistedNeighbors[],
  way: OneWay,
  edges: readonly LineageEdge[],
): readonly number[] {
  const visited = new Map(cuts.map((cut) => [nodeKey(cut.visit.ref), { cut, keys: new Set<string>() }]));
  for (const { source, target } of edges) {
    const [near, far] = way === 'UPSTREAM' ? [target, source] : [source, target];
    const hub = visited.get(nodeKey(near));
    if (hub === undefined || (hub.cut.lastId !== undefined && far.id <= hub.cut.lastId)) continue;
    if (lane.visits.has(nodeKey(far))) hub.keys.add(nodeKey(far));
  }
  return [...visited.values()].map(({ keys }) => keys.size);
}
