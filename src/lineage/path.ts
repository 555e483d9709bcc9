import type { NodeRef } from '../mlmd/model.js';
import type { OneWay } from '../mlmd/store.js';
import { type EdgeIndex, findEdge, type LineageEdge } from './edge.js';

/** A way from one node to another. */
export interface LineagePath {
  /** From the start to the end of the question, whichever way the data flows. */
  readonly nodes: readonly NodeRef[];
  /** What joins each node with the next: one edge less than nodes. Each points as the data flows. */
  readonly edges: readonly LineageEdge[];
  /** In hops: the number of edges. */
  readonly length: number;
}

/**
 * Puts the edges to a sequence of nodes. Of several events between two of them, the first direction's first one by type's
 * number stands for all.
 */
export function toPath(nodes: readonly NodeRef[], index: EdgeIndex, ways: readonly OneWay[]): LineagePath {
  const edges = nodes.slice(1).map((node, position) => {
    const before = nodes[position];
    const edge = before && findEdge(index, before, node, ways);
    if (edge === undefined) throw new Error('A path steps where no event is.');
    return edge;
  });
  return { nodes, edges, length: edges.length };
}
