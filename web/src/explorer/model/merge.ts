import type { CutOff, GraphNodeFragment, WalkedFragment } from '../../generated/operations.js';
import type { GraphEdge, GraphNode, KnownGraph } from './graph.js';

/** An answer to a walk, and whether the picture starts where it did. */
export interface Walk {
  readonly answer: WalkedFragment;
  /** False for what the reader asked for from a node on. */
  readonly isBase: boolean;
}

/** The union of walks: nodes in the order of the walks that first told of them; of two tellings the later one counts. */
export function merge(walks: readonly Walk[]): KnownGraph {
  const nodes = new Map<string, GraphNode>();
  const roots = new Set<string>();
  const reasons = new Set<CutOff>();
  for (const { answer, isBase } of walks) {
    for (const entry of answer.entries) nodes.set(entry.node.id, graphNode(entry));
    if (isBase) for (const { id } of answer.roots) roots.add(id);
    // A step from a node on goes no further than it was asked to: the degrees of the nodes tell what lies beyond.
    for (const reason of answer.completeness.reasons) if (isBase || reason !== 'MAX_HOPS') reasons.add(reason);
  }
  return { nodes, edges: edgesOf(walks), roots: [...roots], reasons: [...reasons] };
}

function edgesOf(walks: readonly Walk[]): readonly GraphEdge[] {
  const [only, ...others] = walks;
  // One walk gives each event once: only where there are several need they be told apart.
  if (others.length === 0) return only?.answer.edges ?? [];
  const edges = new Map<string, GraphEdge>();
  for (const { answer } of walks) for (const [key, edge] of keyed(answer.edges)) edges.set(key, edge);
  return [...edges.values()];
}

function graphNode(entry: WalkedFragment['entries'][number]): GraphNode {
  const node: GraphNodeFragment = entry.node;
  return {
    id: node.id,
    kind: node.__typename,
    label: node.displayName,
    typeName: node.typeName,
    createdAt: node.createdAt,
    run: node.run === null ? undefined : { id: node.run.id, name: node.run.displayName },
    workspace: node.workspace ?? undefined,
    upstreamDegree: entry.upstreamDegree,
    downstreamDegree: entry.downstreamDegree,
    ...(node.__typename === 'Execution'
      ? { status: node.status ?? undefined, role: node.role }
      : { version: node.version ?? undefined, uri: node.uri ?? undefined }),
  };
}

/**
 * Events by what tells one from another, so that two walks give the same event once. A walk gives each event once: what
 * it gives again is another event that looks the same, and gets a number.
 */
function keyed(edges: readonly GraphEdge[]): ReadonlyMap<string, GraphEdge> {
  const byKey = new Map<string, GraphEdge>();
  for (const edge of edges) {
    const key = `${edge.source} ${edge.target} ${edge.type} ${edge.path.join('/')} ${edge.occurredAt ?? ''}`;
    let number = 1;
    while (byKey.has(`${key} ${number}`)) number++;
    byKey.set(`${key} ${number}`, edge);
  }
  return byKey;
}
