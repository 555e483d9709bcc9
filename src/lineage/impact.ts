import { type NodeRef, nodeKey } from '../mlmd/model.js';
import type { Completeness } from './completeness.js';
import { indexEdges } from './edge.js';
import type { Visit } from './lane.js';
import { compareNearest } from './node-order.js';
import { type LineagePath, toPath } from './path.js';
import type { LineageSource } from './source.js';
import { trace, type WalkOptions } from './trace.js';

/** A node that was reached. */
export interface Reached {
  readonly ref: NodeRef;
  /** Hops from the nearest root; at least 1. */
  readonly distance: number;
}

/** What a walk reached, as a list. */
export interface Impact {
  /** Nearest first, then artifacts before executions, then by id; without the roots. */
  readonly reached: readonly Reached[];
  readonly completeness: Completeness;
  /**
   * Gives one shortest path from a root, the proof that the node was reached: at each hop it came from the first node by
   * (kind, id) that leads to it. Undefined for a node that was not reached; a root's path is the root alone.
   */
  witness(ref: NodeRef): LineagePath | undefined;
}

/** Lists what the roots come from or lead to. Costs what a {@link walk} costs, with all its witnesses. */
export async function findImpact(source: LineageSource, options: WalkOptions): Promise<Impact> {
  const { exploration, edges, completeness } = await trace(source, options);
  const index = indexEdges(edges);
  const nearest = (key: string) => {
    const found = exploration.lanes.flatMap((lane) => {
      const visit = lane.visits.get(key);
      return visit === undefined ? [] : [{ lane, visit }];
    });
    return found.sort((left, right) => left.visit.distance - right.visit.distance)[0];
  };
  const reached = [...exploration.entered]
    .map(([key, ref]) => ({ ref, distance: nearest(key)?.visit.distance ?? 0 }))
    .filter(({ distance }) => distance > 0)
    .sort(compareNearest);
  return {
    reached,
    completeness,
    witness: (ref) => {
      const found = nearest(nodeKey(ref));
      return found && toPath(wayTo(found.visit), index, found.lane.ways);
    },
  };
}

function wayTo(visit: Visit): readonly NodeRef[] {
  const nodes = [];
  for (let at: Visit | undefined = visit; at !== undefined; at = at.previous) nodes.push(at.ref);
  return nodes.reverse();
}
