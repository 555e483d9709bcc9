import type { Diagram, Line } from './scene.js';

/**
 * How many lines the longest way to each box has that begins at a box without any before it: its layer, from the left.
 * Where lines go in a circle it is cut at the first of its boxes in the diagram's order.
 *
 * @returns the layer of every box, by id, from 0.
 */
export function layersOf({ boxes, lines }: Diagram): ReadonlyMap<string, number> {
  const onward = new Map<string, Line[]>(boxes.map(({ id }) => [id, []]));
  const waitingFor = new Map<string, number>(boxes.map(({ id }) => [id, 0]));
  for (const line of lines) {
    onward.get(line.source)?.push(line);
    waitingFor.set(line.target, (waitingFor.get(line.target) ?? 0) + 1);
  }
  const layers = new Map<string, number>();
  const least = new Map<string, number>();
  const settle = (first: string) => {
    const ready = [first];
    for (let id = ready.pop(); id !== undefined; id = ready.pop()) {
      const layer = least.get(id) ?? 0;
      layers.set(id, layer);
      for (const { target } of onward.get(id) ?? []) {
        if (layers.has(target)) continue;
        least.set(target, Math.max(least.get(target) ?? 0, layer + 1));
        const left = (waitingFor.get(target) ?? 0) - 1;
        waitingFor.set(target, left);
        if (left === 0) ready.push(target);
      }
    }
  };
  for (const { id } of boxes) if (waitingFor.get(id) === 0 && !layers.has(id)) settle(id);
  for (const { id } of boxes) if (!layers.has(id)) settle(id);
  return layers;
}
