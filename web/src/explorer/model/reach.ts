import type { KnownGraph } from './graph.js';
import { at, type GraphIndex, graphIndex, type Neighbours } from './graph-index.js';
import type { Expansion } from './view.js';

/** A 1 for each node that one gets to from the roots, whichever way its events run, without passing a collapsed side. */
export function reached(index: GraphIndex, roots: readonly string[], collapsed: readonly Expansion[]): Uint8Array {
  if (collapsed.length === 0) return new Uint8Array(index.nodes.length).fill(1);
  const shut = {
    upstream: closedOn('upstream', index, collapsed),
    downstream: closedOn('downstream', index, collapsed),
  };
  const isReached = new Uint8Array(index.nodes.length);
  const waiting: number[] = [];
  const enter = (node: number) => {
    if (isReached[node] === 1) return;
    isReached[node] = 1;
    waiting.push(node);
  };
  for (const root of roots) enter(index.indexOf.get(root) ?? 0);
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!shut.upstream.has(node)) eachNeighbour(index.upstream, node, enter);
    if (!shut.downstream.has(node)) eachNeighbour(index.downstream, node, enter);
  }
  return isReached;
}

/** Hands over each neighbour on a side, once per event. */
export function eachNeighbour(side: Neighbours, node: number, take: (neighbour: number) => void): void {
  const end = at(side.from, node + 1);
  for (let place = at(side.from, node); place < end; place++) take(at(side.to, place));
}

function closedOn(side: Expansion['side'], index: GraphIndex, collapsed: readonly Expansion[]): ReadonlySet<number> {
  return new Set(collapsed.filter((step) => step.side === side).map(({ id }) => index.indexOf.get(id) ?? -1));
}

/** How many nodes go out of sight when one more side is collapsed; 0 where it is already. */
export function collapsible(graph: KnownGraph, collapsed: readonly Expansion[], more: Expansion): number {
  const index = graphIndex(graph);
  if (!index.indexOf.has(more.id)) return 0;
  const count = (steps: readonly Expansion[]) => reached(index, graph.roots, steps).reduce((sum, one) => sum + one, 0);
  return count(collapsed) - count([...collapsed, more]);
}
