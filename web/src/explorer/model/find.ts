import type { GraphNode } from './graph.js';
import type { Box, Diagram } from './scene.js';

/**
 * The nodes that have every one of these words somewhere in their name, id, type, version, uri, run or workspace,
 * whichever case they are in. Those that have them in their name come first, and the given order decides among equals.
 * No words find nothing.
 */
export function findNodes(nodes: Iterable<GraphNode>, text: string): readonly GraphNode[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const inName: GraphNode[] = [];
  const elsewhere: GraphNode[] = [];
  for (const node of nodes) {
    const name = node.label.toLowerCase();
    if (words.every((word) => name.includes(word))) inName.push(node);
    else {
      const all = textOf(node);
      if (words.every((word) => all.includes(word))) elsewhere.push(node);
    }
  }
  return [...inName, ...elsewhere];
}

/** The box that shows each node, its own or that of a group, by the node's id. What is not shown is not in it. */
export function boxesByNode({ boxes }: Diagram): ReadonlyMap<string, Box> {
  const map = new Map<string, Box>();
  for (const box of boxes) for (const { id } of nodesIn(box)) map.set(id, box);
  return map;
}

/** The nodes that a box stands for: one, or the members of a group. */
export function nodesIn(box: Box): readonly GraphNode[] {
  return box.shape === 'node' ? [box.node] : box.members;
}

// A line break parts the fields: no word goes from one to the next.
function textOf({ label, id, typeName, version, uri, run, workspace }: GraphNode): string {
  return [label, id, typeName, version, uri, run?.name, workspace?.name].join('\n').toLowerCase();
}
