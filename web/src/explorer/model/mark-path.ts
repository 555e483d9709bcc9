import { boxesByNode } from './find.js';
import { neighborhoodOf } from './highlight.js';
import type { Diagram } from './scene.js';

/**
 * Ids of the boxes and lines of a diagram that ways go through, to be marked. A way through a folded box marks the box; a
 * part of a way that is not shown marks nothing.
 *
 * @param ways - each as the ids of its nodes from end to end.
 */
export function markPath(diagram: Diagram, ways: Iterable<readonly string[]>): ReadonlySet<string> {
  const boxes = boxesByNode(diagram);
  const { from } = neighborhoodOf(diagram);
  const marked = new Set<string>();
  const mark = (source: string, target: string) => {
    for (const line of from.get(source) ?? []) if (line.target === target) marked.add(line.id);
  };
  for (const way of ways) {
    let before: string | undefined;
    for (const id of way) {
      const box = boxes.get(id)?.id;
      if (box !== undefined) marked.add(box);
      if (box !== undefined && before !== undefined && box !== before) {
        mark(before, box);
        mark(box, before);
      }
      before = box;
    }
  }
  return marked;
}
