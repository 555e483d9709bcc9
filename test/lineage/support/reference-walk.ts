import { type EventType, type NodeRef, nodeKey } from '../../../src/mlmd/model.js';
import type { MemoryGraph } from './memory-source.js';

/** A question as plainly as it can be put; what is left out bounds nothing. */
export interface PlainQuestion {
  readonly roots: readonly NodeRef[];
  readonly maxHops?: number;
  readonly maxNeighbors?: number;
  readonly types?: readonly EventType[] | undefined;
  readonly asOfMs?: bigint | undefined;
  readonly where?: (ref: NodeRef) => boolean;
  readonly stopAt?: (ref: NodeRef) => boolean;
}

export type Way = 'UPSTREAM' | 'DOWNSTREAM';

/** Sorts as answers are sorted: by distance where there is one, artifacts first, then by id. */
export function inOrder<T extends { readonly ref: NodeRef; readonly distance?: number }>(items: Iterable<T>): T[] {
  const rank = ({ ref, distance }: T) => (distance ?? 0) * 1000 + (ref.kind === 'ARTIFACT' ? 0 : 500) + Number(ref.id);
  return [...items].sort((a, b) => rank(a) - rank(b));
}

/** The events between nodes that exist, each as the step that its data takes. */
export function plainEdges(graph: MemoryGraph, { types, asOfMs }: Omit<PlainQuestion, 'roots'>) {
  const known = new Map(graph.nodes.map((ref) => [nodeKey(ref), ref]));
  return graph.events.flatMap((event) => {
    const artifact = known.get(`ARTIFACT:${event.artifactId}`);
    const execution = known.get(`EXECUTION:${event.executionId}`);
    if (artifact === undefined || execution === undefined || event.type === 'UNKNOWN') return [];
    if (types !== undefined && !types.includes(event.type)) return [];
    if (asOfMs !== undefined && event.timeMs !== undefined && event.timeMs > asOfMs) return [];
    return event.type.endsWith('INPUT')
      ? [{ source: artifact, target: execution, event }]
      : [{ source: execution, target: artifact, event }];
  });
}

/** A node's neighbours one way, in order, each once. */
export function plainNeighbors(graph: MemoryGraph, ref: NodeRef, way: Way, question: Omit<PlainQuestion, 'roots'>) {
  const far = new Map<string, { ref: NodeRef }>();
  for (const { source, target } of plainEdges(graph, question)) {
    const [near, other] = way === 'UPSTREAM' ? [target, source] : [source, target];
    if (nodeKey(near) === nodeKey(ref)) far.set(nodeKey(other), { ref: other });
  }
  return inOrder(far.values())
    .slice(0, question.maxNeighbors)
    .map((neighbor) => neighbor.ref);
}

/**
 * Measures how far each node is, by letting every node tell its neighbours until nobody learns anything new. No frontier,
 * no hops, no budget: nothing that the walk under test does.
 *
 * @returns distances by `nodeKey`; a node out of reach or beyond `maxHops` is absent.
 */
export function plainDistances(graph: MemoryGraph, ways: readonly Way[], question: PlainQuestion): Map<string, number> {
  const { roots, maxHops = Number.POSITIVE_INFINITY, where = () => true, stopAt = () => false } = question;
  const distances = new Map(roots.map((ref) => [nodeKey(ref), 0]));
  for (let learned = true; learned; ) {
    learned = false;
    for (const ref of graph.nodes) {
      const own = distances.get(nodeKey(ref));
      if (own === undefined || own >= maxHops || stopAt(ref)) continue;
      for (const other of ways.flatMap((way) => plainNeighbors(graph, ref, way, question))) {
        if (!where(other) || (distances.get(nodeKey(other)) ?? Number.POSITIVE_INFINITY) <= own + 1) continue;
        distances.set(nodeKey(other), own + 1);
        learned = true;
      }
    }
  }
  return distances;
}
