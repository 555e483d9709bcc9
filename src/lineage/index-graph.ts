import { type NodeRef, nodeKey } from '../mlmd/model.js';
import type { OneWay } from '../mlmd/store.js';
import type { LineageEdge } from './edge.js';
import { compareRefs } from './node-order.js';

/** A graph in memory whose nodes are numbers, counted in (kind, id) order: what is lower comes first in every order. */
export interface IndexGraph {
  readonly refs: readonly NodeRef[];
  /** The number of each node, by `nodeKey`. */
  readonly indexes: ReadonlyMap<string, number>;
  /** The nodes that one step leads to, for each node, ascending and each once. */
  readonly next: readonly (readonly number[])[];
  /** The nodes that one step comes from, likewise. */
  readonly previous: readonly (readonly number[])[];
}

/** Builds the graph of the steps that go the given ways; an edge whose end is not among the nodes is left out. */
export function toIndexGraph(
  nodes: Iterable<NodeRef>,
  edges: readonly LineageEdge[],
  ways: readonly OneWay[],
): IndexGraph {
  const refs = [...nodes].sort(compareRefs);
  const indexes = new Map(refs.map((ref, index) => [nodeKey(ref), index]));
  const next = refs.map(() => new Set<number>());
  const previous = refs.map(() => new Set<number>());
  const addStep = (from: number, to: number) => {
    next[from]?.add(to);
    previous[to]?.add(from);
  };
  for (const { source, target } of edges) {
    const from = indexes.get(nodeKey(source));
    const to = indexes.get(nodeKey(target));
    if (from === undefined || to === undefined) continue;
    if (ways.includes('DOWNSTREAM')) addStep(from, to);
    if (ways.includes('UPSTREAM')) addStep(to, from);
  }
  const ascending = (steps: ReadonlySet<number>) => [...steps].sort((left, right) => left - right);
  return { refs, indexes, next: next.map(ascending), previous: previous.map(ascending) };
}

/**
 * Measures how many steps each node is from the start.
 *
 * @param steps - `next` to go forward, `previous` to go back.
 * @param isClosed - tells the nodes that are not stepped on.
 * @returns one number per node; -1 where no way leads.
 */
export function stepsFrom(
  start: number,
  steps: readonly (readonly number[])[],
  isClosed: (node: number) => boolean = () => false,
): Int32Array {
  const distances = new Int32Array(steps.length).fill(-1);
  distances[start] = 0;
  let frontier = [start];
  for (let distance = 1; frontier.length > 0; distance += 1) {
    const found: number[] = [];
    for (const from of frontier) {
      for (const to of steps[from] ?? []) {
        if (distances[to] !== -1 || isClosed(to)) continue;
        distances[to] = distance;
        found.push(to);
      }
    }
    frontier = found;
  }
  return distances;
}
