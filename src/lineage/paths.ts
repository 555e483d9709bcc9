import { type NodeRef, nodeKey } from '../mlmd/model.js';
import type { OneWay } from '../mlmd/store.js';
import { COMPLETE, type Completeness, mergeCompleteness, withReason } from './completeness.js';
import { indexEdges } from './edge.js';
import type { ExplorationLimits } from './exploration.js';
import { compareRefs } from './node-order.js';
import { type LineagePath, toPath } from './path.js';
import { findRegion } from './region.js';
import { simplePaths } from './simple-paths.js';
import type { LineageSource } from './source.js';
import { type Direction, LANES_OF } from './trace.js';

/** Which paths are wanted, and how far to look for them. `maxNodes` bounds each of the two searches of `BOTH`. */
export interface PathsOptions extends ExplorationLimits {
  /** `DOWNSTREAM` asks for ways that data took from the one to the other, `UPSTREAM` for ways back, `BOTH` for either. */
  readonly direction: Direction;
  /** Hops of the longest path. */
  readonly maxHops: number;
  /** At least 1. */
  readonly maxPaths: number;
}

/** The ways between two nodes. */
export interface Paths {
  readonly exists: boolean;
  /**
   * Shortest first, those of one length by their nodes in (kind, id) order. No path meets a node twice, and the same nodes in
   * the same order are one path, however many events join them.
   */
  readonly paths: readonly LineagePath[];
  /** These are all there are, of any length. */
  readonly exhaustive: boolean;
  /**
   * What kept the search from seeing more; `maxPaths` does not count. A frontier's distance is from that end of the
   * question where its search began; MAX_HOPS has none where longer paths are known to run between known nodes.
   */
  readonly completeness: Completeness;
}

/**
 * Finds simple paths between two nodes. From a node to itself there is one, of length 0.
 *
 * What a walk has to say of filters and limits holds here too, but for `stopping`, which a source for paths leaves
 * undefined.
 */
export async function findPaths(
  source: LineageSource,
  from: NodeRef,
  to: NodeRef,
  options: PathsOptions,
): Promise<Paths> {
  if (nodeKey(from) === nodeKey(to)) {
    return { exists: true, paths: [{ nodes: [from], edges: [], length: 0 }], exhaustive: true, completeness: COMPLETE };
  }
  const lanes = LANES_OF[options.direction];
  const found = await Promise.all(lanes.map((ways) => pathsAlong(source, from, to, ways, options)));
  const paths = found.flatMap((one) => one.paths).sort(comparePaths);
  const completeness = found.map((one) => one.completeness).reduce(mergeCompleteness);
  return {
    exists: paths.length > 0,
    paths: paths.slice(0, options.maxPaths),
    exhaustive: completeness.complete && found.every(({ isAll }) => isAll) && paths.length <= options.maxPaths,
    completeness,
  };
}

interface Found {
  readonly paths: readonly LineagePath[];
  /** Of what was seen, nothing is left out. */
  readonly isAll: boolean;
  readonly completeness: Completeness;
}

async function pathsAlong(
  source: LineageSource,
  from: NodeRef,
  to: NodeRef,
  ways: readonly OneWay[],
  options: PathsOptions,
): Promise<Found> {
  const { graph, edges, completeness } = await findRegion(source, from, to, ways, options);
  const { refs, indexes } = graph;
  const search = simplePaths(graph, indexes.get(nodeKey(from)) ?? -1, indexes.get(nodeKey(to)) ?? -1, options.maxHops);
  const index = indexEdges(edges);

  const paths: LineagePath[] = [];
  let step = search.next();
  while (!step.done && paths.length < options.maxPaths) {
    const nodes = step.value.flatMap((node) => refs[node] ?? []);
    paths.push(toPath(nodes, index, ways));
    // Each further path takes its time too.
    if (source.expired()) return { paths, isAll: false, completeness: withReason(completeness, 'DEADLINE') };
    step = search.next();
  }
  const hasLonger = step.done === true && step.value;
  return {
    paths,
    isAll: step.done === true,
    completeness: hasLonger ? withReason(completeness, 'MAX_HOPS') : completeness,
  };
}

function comparePaths(left: LineagePath, right: LineagePath): number {
  if (left.length !== right.length) return left.length - right.length;
  for (const [position, node] of left.nodes.entries()) {
    const other = right.nodes[position];
    const order = other === undefined ? 1 : compareRefs(node, other);
    if (order !== 0) return order;
  }
  return 0;
}
