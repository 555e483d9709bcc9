import { type NodeRef, nodeKey } from '../mlmd/model.js';
import type { OneWay } from '../mlmd/store.js';
import type { EventScope } from './edge.js';
import type { CutOff, Lane, Visit } from './lane.js';
import type { LineageSource, Neighbors } from './source.js';

/** A node and its `nodeKey`, which is needed again and again. */
interface Keyed {
  readonly key: string;
  readonly ref: NodeRef;
}

/** What lies one hop beyond a node of a lane's frontier, in one direction. */
export interface Sighting {
  readonly lane: Lane;
  readonly visit: Visit;
  readonly way: OneWay;
  /** The neighbours that the lane has not visited, in id order. */
  readonly strangers: readonly Keyed[];
  /** How many neighbours were listed, visited ones too, and the last of their ids. */
  readonly listed: number;
  readonly lastId: bigint | undefined;
  /** There are more than the listed ones. */
  readonly hasMore: boolean;
}

/**
 * Lists the neighbours of the lanes' frontiers: one call per lane and direction, made together.
 *
 * @returns by (lane, the frontier's order, direction); nothing for a lane without a frontier.
 */
export async function lookBeyond(
  source: LineageSource,
  lanes: readonly Lane[],
  { types, asOfMs }: EventScope,
  maxNeighbors: number,
): Promise<readonly Sighting[]> {
  const look = async (lane: Lane): Promise<readonly Sighting[]> => {
    const refs = lane.frontier.map(({ ref }) => ref);
    if (refs.length === 0) return [];
    const perWay = await Promise.all(
      lane.ways.map(async (way) => ({
        way,
        neighbors: await source.neighbors(refs, { direction: way, types, asOfMs }, maxNeighbors),
      })),
    );
    return lane.frontier.flatMap((visit, index) =>
      perWay.map(({ way, neighbors }) => toSighting(lane, visit, way, neighbors[index] ?? NO_NEIGHBORS)),
    );
  };
  return (await Promise.all(lanes.map(look))).flat();
}

const NO_NEIGHBORS: Neighbors = { refs: [], hasMore: false };

function toSighting(lane: Lane, visit: Visit, way: OneWay, { refs, hasMore }: Neighbors): Sighting {
  const strangers: Keyed[] = [];
  for (const ref of refs) {
    const key = nodeKey(ref);
    if (!lane.visits.has(key)) strangers.push({ key, ref });
  }
  return { lane, visit, way, strangers, listed: refs.length, lastId: refs.at(-1)?.id, hasMore };
}

/** Why neighbours that were seen were not entered, and why others were not even seen. */
export interface CutReasons {
  readonly missing: CutOff;
  readonly unlisted: CutOff;
}

/**
 * Writes down in the lanes what was seen and is still not visited, and what was not even seen.
 *
 * @param isExcluded - tells the nodes that may not be entered; leaving those out cuts nothing.
 */
export function recordCuts(
  sightings: readonly Sighting[],
  isExcluded: (key: string) => boolean,
  reasons: CutReasons,
): void {
  for (const { lane, visit, way, strangers, listed, lastId, hasMore } of sightings) {
    let count = 0;
    for (const { key } of strangers) if (!lane.visits.has(key) && !isExcluded(key)) count += 1;
    if (count > 0) lane.missing.push({ visit, way, reason: reasons.missing, count });
    if (hasMore) lane.unlisted.push({ visit, way, reason: reasons.unlisted, listed, lastId });
  }
}
