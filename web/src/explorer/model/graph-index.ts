import type { GraphNode, KnownGraph } from './graph.js';

/**
 * A known graph by numbers: node `i` is `nodes[i]`, and its neighbours stand in arrays of numbers. Tens of thousands of
 * nodes are gone through in milliseconds this way, where sets of ids take seconds.
 */
export interface GraphIndex {
  /** By kind of id and number, so that the order does not depend on how the nodes became known. */
  readonly nodes: readonly GraphNode[];
  readonly indexOf: ReadonlyMap<string, number>;
  /** Events, in the order of the graph's. */
  readonly sources: Int32Array;
  readonly targets: Int32Array;
  readonly upstream: Neighbours;
  readonly downstream: Neighbours;
}

/** Neighbours on one side: those of node `i` are `to[from[i]]` up to, not including, `to[from[i + 1]]`, one per event. */
export interface Neighbours {
  readonly from: Int32Array;
  readonly to: Int32Array;
}

const indices = new WeakMap<KnownGraph, GraphIndex>();

/** The graph by numbers; made once for each graph. */
export function graphIndex(graph: KnownGraph): GraphIndex {
  const known = indices.get(graph);
  if (known !== undefined) return known;
  const made = makeIndex(graph);
  indices.set(graph, made);
  return made;
}

function makeIndex(graph: KnownGraph): GraphIndex {
  const nodes = inOrder([...graph.nodes.values()]);
  const indexOf = new Map(nodes.map(({ id }, index) => [id, index]));
  const sources = new Int32Array(graph.edges.length);
  const targets = new Int32Array(graph.edges.length);
  graph.edges.forEach((edge, index) => {
    sources[index] = indexOf.get(edge.source) ?? -1;
    targets[index] = indexOf.get(edge.target) ?? -1;
  });
  return {
    nodes,
    indexOf,
    sources,
    targets,
    upstream: neighbours(targets, sources, nodes.length),
    downstream: neighbours(sources, targets, nodes.length),
  };
}

/** Those at the other end of each event, gathered by the near end. */
function neighbours(near: Int32Array, far: Int32Array, count: number): Neighbours {
  const from = new Int32Array(count + 1);
  for (const node of near) from[node + 1] = at(from, node + 1) + 1;
  for (let node = 0; node < count; node++) from[node + 1] = at(from, node + 1) + at(from, node);
  const next = from.slice(0, count);
  const to = new Int32Array(near.length);
  near.forEach((node, edge) => {
    const place = at(next, node);
    to[place] = at(far, edge);
    next[node] = place + 1;
  });
  return { from, to };
}

/** What stands at a place that is there. */
export function at(array: Int32Array, index: number): number {
  return array[index] as number;
}

/** Artifacts before executions, then by number; what has none by its text. An id is read once, not at each comparison. */
function inOrder(nodes: readonly GraphNode[]): readonly GraphNode[] {
  return nodes
    .map((node) => ({ node, number: Number.parseInt(node.id.slice(node.id.indexOf(':') + 1), 10) || 0 }))
    .sort((one, other) => compareKinds(one.node, other.node) || one.number - other.number || compareIds(one, other))
    .map(({ node }) => node);
}

function compareKinds(one: GraphNode, other: GraphNode): number {
  return Number(one.kind === 'Execution') - Number(other.kind === 'Execution');
}

function compareIds(one: { readonly node: GraphNode }, other: { readonly node: GraphNode }): number {
  return one.node.id < other.node.id ? -1 : one.node.id > other.node.id ? 1 : 0;
}
