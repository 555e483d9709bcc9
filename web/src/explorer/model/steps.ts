import type { PlacedBox, Scene } from './scene.js';

/** Where an arrow key leads. */
export type Way = 'left' | 'right' | 'up' | 'down';

/**
 * The box that an arrow key leads to: to the left or right along a line, to the one nearest in height; up or down to the
 * next one in the same layer. Undefined where there is none.
 */
export function stepTo(scene: Scene, from: string, way: Way): string | undefined {
  const start = scene.boxes.find(({ box }) => box.id === from);
  if (start === undefined) return undefined;
  const isAlong = way === 'left' || way === 'right';
  const candidates = isAlong ? neighbours(scene, from, way) : sameLayer(scene, start, way);
  let found: PlacedBox | undefined;
  for (const candidate of candidates) {
    if (found === undefined || Math.abs(candidate.y - start.y) < Math.abs(found.y - start.y)) found = candidate;
  }
  return found?.box.id;
}

function neighbours(scene: Scene, from: string, way: 'left' | 'right'): readonly PlacedBox[] {
  const ids = new Set(
    scene.lines.flatMap(({ line: { source, target } }) => {
      if (way === 'right') return source === from ? [target] : [];
      return target === from ? [source] : [];
    }),
  );
  return scene.boxes.filter(({ box }) => ids.has(box.id));
}

/** Boxes of a layer need not stand exactly below each other. */
function sameLayer(scene: Scene, start: PlacedBox, way: 'up' | 'down'): readonly PlacedBox[] {
  return scene.boxes.filter(
    ({ x, y }) => Math.abs(x - start.x) < start.width && (way === 'up' ? y < start.y : y > start.y),
  );
}
