import type { Diagram } from './scene.js';
import type { View } from './view.js';

/**
 * Nodes at which a picture ends although the store goes on there, on the sides that its walks went to, in the diagram's
 * order. What lies beside the way, as another output of a step that is on it, is no end.
 */
export function ends({ boxes, lines }: Diagram, direction: View['direction']): readonly string[] {
  const withBefore = new Set(lines.map(({ target }) => target));
  const withAfter = new Set(lines.map(({ source }) => source));
  return boxes.flatMap(({ shape, id, beyond }) => {
    const isFirst = direction !== 'DOWNSTREAM' && beyond.upstream > 0 && !withBefore.has(id);
    const isLast = direction !== 'UPSTREAM' && beyond.downstream > 0 && !withAfter.has(id);
    return shape === 'node' && (isFirst || isLast) ? [id] : [];
  });
}
