import type { GraphNode, KnownGraph } from './graph.js';

/** A node as the table has it: what the picture says by place and lines, in words. */
export interface GraphRow {
  readonly node: GraphNode;
  /** Hops from the nearest start and which way; undefined where none of the starts lies straight up or down from it. */
  readonly distance: Distance | undefined;
  /** Its shown neighbours on the side that data comes from, each once, in the order in which they became known. */
  readonly upstream: readonly GraphNode[];
  /** Its shown neighbours on the side that data goes to, each once, in the order in which they became known. */
  readonly downstream: readonly GraphNode[];
}

/** How far a node is from where the graph starts. */
export interface Distance {
  readonly hops: number;
  /** Undefined for a start itself. */
  readonly side: 'upstream' | 'downstream' | undefined;
}

/**
 * A row for each of these nodes of a graph: starts first, then by distance, upstream before downstream, and what has none
 * last; in the order in which they became known among equals. Neighbours that have no row are not named; `upstreamDegree`
 * and `downstreamDegree` of the node count them.
 *
 * @param shown - ids of the nodes that get a row.
 */
export function tableOf(graph: KnownGraph, shown: ReadonlySet<string>): readonly GraphRow[] {
  const upstream = new Map<string, Set<string>>();
  const downstream = new Map<string, Set<string>>();
  for (const { source, target } of graph.edges) {
    add(upstream, target, source);
    add(downstream, source, target);
  }
  const distances = distancesIn(graph.roots, upstream, downstream);
  const named = (ids: ReadonlySet<string> | undefined) =>
    [...(ids ?? [])].flatMap((id) => (shown.has(id) ? (graph.nodes.get(id) ?? []) : []));
  return [...graph.nodes.values()]
    .filter(({ id }) => shown.has(id))
    .map((node) => ({
      node,
      distance: distances.get(node.id),
      upstream: named(upstream.get(node.id)),
      downstream: named(downstream.get(node.id)),
    }))
    .sort((one, other) => rank(one.distance) - rank(other.distance));
}

function distancesIn(
  roots: readonly string[],
  upstream: ReadonlyMap<string, ReadonlySet<string>>,
  downstream: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlyMap<string, Distance> {
  const distances = new Map<string, Distance>();
  const sides = [
    { side: 'upstream', next: upstream },
    { side: 'downstream', next: downstream },
  ] as const;
  for (const { side, next } of sides) {
    let frontier: ReadonlySet<string> = new Set(roots);
    const seen = new Set(frontier);
    for (let hops = 0; frontier.size > 0; hops += 1) {
      const beyond = new Set<string>();
      for (const id of frontier) {
        const distance = { hops, side: hops === 0 ? undefined : side };
        if (rank(distance) < rank(distances.get(id))) distances.set(id, distance);
        for (const neighbor of next.get(id) ?? []) if (!seen.has(neighbor)) beyond.add(neighbor);
      }
      for (const id of beyond) seen.add(id);
      frontier = beyond;
    }
  }
  return distances;
}

function rank(distance: Distance | undefined): number {
  if (distance === undefined) return Number.MAX_SAFE_INTEGER;
  return distance.hops * 2 + (distance.side === 'downstream' ? 1 : 0);
}

function add(map: Map<string, Set<string>>, key: string, value: string): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, new Set([value]));
  else values.add(value);
}
