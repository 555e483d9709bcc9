import { type NodeRef, nodeKey } from '../mlmd/model.js';
import type { Completeness } from './completeness.js';
import type { LineageEdge } from './edge.js';
import type { Lane } from './lane.js';
import { compareNearest } from './node-order.js';
import type { LineageSource } from './source.js';
import { type Direction, trace, type WalkOptions } from './trace.js';

/** Where a node lies from the roots; `BOTH` when it was reached each way, as on a cycle or between two roots. */
export type Side = 'ROOT' | 'UPSTREAM' | 'DOWNSTREAM' | 'BOTH';

/** A node of a lineage graph. */
export interface LineageEntry {
  readonly ref: NodeRef;
  /** Hops from the nearest root; 0 is a root. */
  readonly distance: number;
  /** Undefined for direction `ANY`, which knows no sides. */
  readonly side: Side | undefined;
  /**
   * Nothing more is to be found from here: every neighbour in the directions that led here is in the answer or was
   * turned away by a filter. False for a node to stop at and for one on the frontier.
   */
  readonly expanded: boolean;
}

/** What nodes come from and lead to: flat, as a DAG that is printed as a tree explodes. */
export interface LineageGraph {
  /** As asked, each once. */
  readonly roots: readonly NodeRef[];
  /** Nearest first, then artifacts before executions, then by id. The roots are among them. */
  readonly entries: readonly LineageEntry[];
  /**
   * Every event of the walk's types and time between two of the entries, once, by (artifactId, executionId, type's number);
   * whether the walk crossed it or not, so that a shortcut between two of them shows. Where DEADLINE is among the reasons,
   * perhaps only those that the walk came upon.
   */
  readonly edges: readonly LineageEdge[];
  readonly completeness: Completeness;
}

/**
 * Walks the lineage of the roots.
 *
 * - Asked twice, it is the same answer, cut off at the same place: of the nodes one hop on, the first by (kind, id) are entered
 *   while `maxNodes` lasts. The two sides of `BOTH` take turns.
 * - A node that the source does not admit is not entered, and what lies beyond it only by another way. One that is to be
 *   stopped at is kept and not walked beyond. A root is always kept, and one that matches is not walked beyond either,
 *   as MLMD does with ending nodes that it is told to include.
 * - `maxNeighborsPerNode` counts neighbours before they are asked for admission.
 */
export async function walk(source: LineageSource, options: WalkOptions): Promise<LineageGraph> {
  const { roots, exploration, edges, completeness } = await trace(source, options);
  const frontier = new Set(completeness.frontier.map(({ ref }) => nodeKey(ref)));
  const entries = [...exploration.entered].map(([key, ref]): LineageEntry => {
    const visits = exploration.lanes.map(({ visits }) => visits.get(key)).filter((visit) => visit !== undefined);
    return {
      ref,
      distance: Math.min(...visits.map(({ distance }) => distance)),
      side: sideOf(key, options.direction, exploration.lanes),
      expanded: !exploration.stops.has(key) && !frontier.has(key),
    };
  });
  return { roots, entries: entries.sort(compareNearest), edges, completeness };
}

function sideOf(key: string, direction: Direction, lanes: readonly Lane[]): Side | undefined {
  if (direction === 'ANY') return undefined;
  const visited = lanes.filter(({ visits }) => visits.has(key));
  if (visited.some(({ visits }) => visits.get(key)?.distance === 0)) return 'ROOT';
  return visited.length === 2 ? 'BOTH' : visited[0]?.ways[0];
}
