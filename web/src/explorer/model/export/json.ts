import { nodesIn } from '../find.js';
import type { KnownGraph } from '../graph.js';
import type { Diagram } from '../scene.js';
import type { View } from '../view.js';
import type { About } from './about.js';

/**
 * The shown part of the graph for a program to read: what was asked (`view`), the nodes and every event between them as
 * the API gave them, and the boxes that stand for several nodes. `complete` is false where anything is missing, and
 * `counts`, `missing` and `reasons` say what; what is folded is not.
 */
export function toJson(known: KnownGraph, diagram: Diagram, view: View, about: About): string {
  const nodes = diagram.boxes.flatMap(nodesIn);
  const shown = new Set(nodes.map(({ id }) => id));
  const document = {
    ...about,
    complete: known.reasons.length === 0 && diagram.counts.shown === diagram.counts.known,
    reasons: known.reasons,
    counts: diagram.counts,
    view,
    roots: known.roots,
    nodes,
    edges: known.edges.filter(({ source, target }) => shown.has(source) && shown.has(target)),
    groups: diagram.boxes.flatMap((box) =>
      box.shape === 'group'
        ? [{ id: box.id, label: box.label, foldedBy: box.foldedBy, members: box.members.map(({ id }) => id) }]
        : [],
    ),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
