import { type NodeRef, nodeKey } from '../mlmd/model.js';
import type { OneWay } from '../mlmd/store.js';
import { COMPLETE, type Completeness, findCompleteness, mergeCompleteness, withReason } from './completeness.js';
import { edgesBetween, type LineageEdge } from './edge.js';
import { Exploration, type ExplorationLimits } from './exploration.js';
import { type IndexGraph, stepsFrom, toIndexGraph } from './index-graph.js';
import { Lane, type Visit } from './lane.js';
import type { LineageSource } from './source.js';

/** The part of a graph that lies between two nodes. */
export interface Region {
  /** The nodes on a way from the one to the other, and the two themselves. */
  readonly graph: IndexGraph;
  readonly edges: readonly LineageEdge[];
  /** Complete when no way leads out of what was seen and back in. */
  readonly completeness: Completeness;
}

/**
 * Searches from both ends for what lies between two different nodes, and always from the end with the smaller frontier, so
 * that a hub at one end costs little. Both together make `maxHops` hops, which is enough to see every path of that length.
 *
 * @param ways - directions in which a path may cross an event.
 */
export async function findRegion(
  source: LineageSource,
  from: NodeRef,
  to: NodeRef,
  ways: readonly OneWay[],
  options: ExplorationLimits & { readonly maxHops: number },
): Promise<Region> {
  const forward = new Lane(ways, new Set([nodeKey(to)]));
  const backward = new Lane(ways.map(opposite), new Set([nodeKey(from)]));
  const exploration = new Exploration(source, [forward, backward], options);
  const reason = await exploration.run([[from], [to]], (lanes) => nextLane(lanes, options.maxHops));
  const { edges, isAll } = await edgesBetween(source, exploration.entered.values(), options);

  const seen = toIndexGraph(exploration.entered.values(), edges, ways);
  const start = seen.indexes.get(nodeKey(from)) ?? -1;
  const goal = seen.indexes.get(nodeKey(to)) ?? -1;
  const reached = stepsFrom(start, seen.next, (node) => node === goal);
  const reaching = stepsFrom(goal, seen.previous, (node) => node === start);
  const between = seen.refs.filter(
    (_, node) => node === start || node === goal || (reached[node] !== -1 && reaching[node] !== -1),
  );

  const assess = (lane: Lane, distances: Int32Array, end: number): Promise<Completeness> => {
    lane.adopt(withinReach(lane, seen, distances, end));
    return findCompleteness(source, exploration, [lane], reason, edges, options);
  };
  const sides = [() => assess(forward, reached, goal), () => assess(backward, reaching, start)];
  const completeness = await eitherComplete(backward.isClosed ? sides.reverse() : sides);
  return {
    graph: toIndexGraph(between, edges, ways),
    edges,
    completeness: isAll ? completeness : withReason(completeness, 'DEADLINE'),
  };
}

/**
 * One end is enough: a search that has left nothing out has met every path. One that had to leave something out goes on
 * last, as what it has missed can still be met from the other end.
 */
function nextLane(lanes: readonly Lane[], maxHops: number): readonly Lane[] {
  const made = lanes.reduce((sum, { hops }) => sum + hops, 0);
  if (made >= maxHops || lanes.some(({ isClosed }) => isClosed)) return [];
  return lanes
    .filter(({ frontier }) => frontier.length > 0)
    .sort((left, right) => Number(left.isCut) - Number(right.isCut) || left.frontier.length - right.frontier.length)
    .slice(0, 1);
}

/**
 * Lists the nodes that a lane can reach over edges that the other lane has found. A path may go on from there too, so they
 * are part of what the lane has to look beyond.
 */
function withinReach(lane: Lane, graph: IndexGraph, distances: Int32Array, end: number): readonly Visit[] {
  return graph.refs.flatMap((ref, node) => {
    const distance = distances[node] ?? -1;
    if (lane.visits.has(nodeKey(ref)) || (distance === -1 && node !== end)) return [];
    return [{ ref, distance, previous: undefined }];
  });
}

async function eitherComplete(sides: readonly (() => Promise<Completeness>)[]): Promise<Completeness> {
  const found: Completeness[] = [];
  for (const assess of sides) {
    const completeness = await assess();
    if (completeness.complete) return COMPLETE;
    found.push(completeness);
  }
  return found.reduce(mergeCompleteness);
}

function opposite(way: OneWay): OneWay {
  return way === 'UPSTREAM' ? 'DOWNSTREAM' : 'UPSTREAM';
}
