import type { EventType } from '../../generated/operations.js';
import { type Folded, fold } from './fold.js';
import type { GraphNode, KnownGraph } from './graph.js';
import { at, type GraphIndex, graphIndex } from './graph-index.js';
import { reached } from './reach.js';
import type { Box, Diagram, Line } from './scene.js';
import type { View } from './view.js';

/** The parts of a view that say what is drawn, beside what the walks found. */
export type Shown = Pick<View, 'of' | 'expanded' | 'collapsed' | 'fold' | 'opened' | 'hiddenTypes'>;

/** What to draw of a graph: less what is collapsed and what the legend hides, with what is to be folded in one box. */
export function diagram(graph: KnownGraph, view: Shown): Diagram {
  const index = graphIndex(graph);
  const isReached = reached(index, graph.roots, view.collapsed);
  const hidden = new Set(view.hiddenTypes);
  const isShown = isReached.map((one, node) => (one === 1 && !hidden.has(index.nodes[node]?.typeName ?? '') ? 1 : 0));
  const question = { index, isShown, starts: new Set(view.of), opened: new Set(view.opened) };
  const [foldedBy, folded] = fold(question, view.fold);
  const members = membersOfBoxes(isShown, folded);
  const boxOf = new Int32Array(index.nodes.length).fill(-1);
  members.forEach(({ nodes }, box) => {
    for (const node of nodes) boxOf[node] = box;
  });
  const beyond = eventsBeyond(index, graph, boxOf, view);
  const boxes = members.map((box) => boxFrom(box, index, beyond));
  const count = (flags: Uint8Array) => flags.reduce((sum, one) => sum + one, 0);
  const known = index.nodes.length;
  const shown = count(isShown);
  return {
    boxes,
    lines: linesBetween(boxes, boxOf, index, graph),
    fold: foldedBy,
    counts: {
      known,
      shown,
      collapsed: known - count(isReached),
      hiddenByLegend: count(isReached) - shown,
      folded: folded.reduce((sum, group) => sum + group.members.length, 0),
    },
  };
}

interface Members {
  readonly nodes: readonly number[];
  readonly group: Folded | undefined;
}

/** The nodes of each box, in the order of the first of each. */
function membersOfBoxes(isShown: Uint8Array, folded: readonly Folded[]): readonly Members[] {
  const groupOf = new Map(folded.flatMap((group) => group.members.map((member) => [member, group] as const)));
  const boxes: Members[] = [];
  isShown.forEach((shown, node) => {
    if (shown === 0) return;
    const group = groupOf.get(node);
    if (group === undefined) boxes.push({ nodes: [node], group });
    else if (group.members[0] === node) boxes.push({ nodes: group.members, group });
  });
  return boxes;
}

interface Beyond {
  readonly upstream: Int32Array;
  readonly downstream: Int32Array;
}

/**
 * Events of each node on each side to what is not drawn. Where a side was asked for, only what is known can be had there:
 * the rest is what the view's preset leaves out.
 */
function eventsBeyond(index: GraphIndex, graph: KnownGraph, boxOf: Int32Array, view: Shown): Beyond {
  const upstream = Int32Array.from(index.nodes, ({ upstreamDegree }) => upstreamDegree);
  const downstream = Int32Array.from(index.nodes, ({ downstreamDegree }) => downstreamDegree);
  for (const { id, side } of view.expanded) {
    const node = index.indexOf.get(id);
    if (node === undefined) continue;
    const { from } = index[side];
    (side === 'upstream' ? upstream : downstream)[node] = at(from, node + 1) - at(from, node);
  }
  for (let edge = 0; edge < graph.edges.length; edge++) {
    const source = at(index.sources, edge);
    const target = at(index.targets, edge);
    if (at(boxOf, source) < 0 || at(boxOf, target) < 0) continue;
    downstream[source] = Math.max(at(downstream, source) - 1, 0);
    upstream[target] = Math.max(at(upstream, target) - 1, 0);
  }
  return { upstream, downstream };
}

function boxFrom({ nodes, group }: Members, index: GraphIndex, beyond: Beyond): Box {
  const sum = (side: Int32Array) => nodes.reduce((total, node) => total + at(side, node), 0);
  const both = { upstream: sum(beyond.upstream), downstream: sum(beyond.downstream) };
  const members = nodes.map((node) => index.nodes[node] as GraphNode);
  if (group === undefined) {
    const [node] = members as [GraphNode];
    return { shape: 'node', id: node.id, node, beyond: both };
  }
  return { shape: 'group', id: group.id, foldedBy: group.by, label: group.label, members, beyond: both };
}

function linesBetween(boxes: readonly Box[], boxOf: Int32Array, index: GraphIndex, graph: KnownGraph): readonly Line[] {
  const lines = new Map<number, { count: number; readonly types: Set<EventType> }>();
  graph.edges.forEach(({ type }, edge) => {
    const source = at(boxOf, at(index.sources, edge));
    const target = at(boxOf, at(index.targets, edge));
    if (source < 0 || target < 0 || source === target) return;
    const key = source * boxes.length + target;
    const line = lines.get(key) ?? { count: 0, types: new Set<EventType>() };
    line.count++;
    line.types.add(type);
    lines.set(key, line);
  });
  return [...lines]
    .sort(([one], [other]) => one - other)
    .map(([key, { count, types }]) => {
      const source = boxes[Math.floor(key / boxes.length)]?.id ?? '';
      const target = boxes[key % boxes.length]?.id ?? '';
      return { id: `${source}>${target}`, source, target, count, types: [...types].sort() };
    });
}
