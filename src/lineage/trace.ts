import { type NodeRef, nodeKey } from '../mlmd/model.js';
import type { OneWay } from '../mlmd/store.js';
import { type Completeness, findCompleteness, withReason } from './completeness.js';
import { edgesBetween, type LineageEdge } from './edge.js';
import { Exploration, type ExplorationLimits } from './exploration.js';
import { Lane } from './lane.js';
import type { LineageSource } from './source.js';

/**
 * Which way to go. `BOTH` is the two one-way walks together: ancestors and descendants, no siblings. `ANY` crosses every
 * event at every hop, whichever way it points: siblings and cousins too. It is MLMD's `BIDIRECTIONAL`.
 */
export type Direction = OneWay | 'BOTH' | 'ANY';

/** What is to be walked, and how far. */
export interface WalkOptions extends ExplorationLimits {
  /** Where to start. They are entered whatever a filter says of them; repeats count once. */
  readonly roots: readonly NodeRef[];
  readonly direction: Direction;
  /** A hop crosses one event: artifact to execution is 1, artifact to artifact 2. */
  readonly maxHops: number;
}

/** A finished walk in its raw form, for {@link walk} and {@link findImpact} to make an answer of. */
export interface Trace {
  readonly roots: readonly NodeRef[];
  readonly exploration: Exploration;
  readonly edges: readonly LineageEdge[];
  readonly completeness: Completeness;
}

/** The lanes that a direction stands for, each with the ways that it crosses at every hop. */
export const LANES_OF: Readonly<Record<Direction, readonly (readonly OneWay[])[]>> = {
  UPSTREAM: [['UPSTREAM']],
  DOWNSTREAM: [['DOWNSTREAM']],
  BOTH: [['UPSTREAM'], ['DOWNSTREAM']],
  ANY: [['UPSTREAM', 'DOWNSTREAM']],
};

/**
 * Walks breadth first from the roots, then loads the edges between what it has reached and finds out what it has left
 * out. Calls per hop: `neighbors` once per direction, then `admitted` and `stopping` once where there are filters.
 *
 * Throws what the source throws, but `DEADLINE_EXCEEDED`: the answer is then what there was time for.
 */
export async function trace(source: LineageSource, options: WalkOptions): Promise<Trace> {
  const roots = [...new Map(options.roots.map((ref) => [nodeKey(ref), ref])).values()];
  const lanes = LANES_OF[options.direction].map((ways) => new Lane(ways));
  const exploration = new Exploration(source, lanes, options);
  const reason = await exploration.run(
    lanes.map(() => roots),
    () => lanes.filter(({ frontier, hops }) => frontier.length > 0 && hops < options.maxHops),
  );
  const { edges, isAll } = await edgesBetween(source, exploration.entered.values(), options);
  const completeness = await findCompleteness(source, exploration, lanes, reason, edges, options);
  return { roots, exploration, edges, completeness: isAll ? completeness : withReason(completeness, 'DEADLINE') };
}
