import elk from 'elkjs/lib/elk.bundled.js';
import { describe, expect, it } from 'vitest';
import { boundsOf, touching } from '../../web/src/explorer/model/bounds.js';
import { elkGraph, sceneOf } from '../../web/src/explorer/model/elk-graph.js';
import { layersOf } from '../../web/src/explorer/model/layers.js';
import type { Scene } from '../../web/src/explorer/model/scene.js';
import { stepTo } from '../../web/src/explorer/model/steps.js';
import { knownGraph, unfolded } from './support/known-graph.js';

async function laidOut(text: string): Promise<Scene> {
  const diagram = unfolded(knownGraph(text));
  return sceneOf(diagram, await new elk.default().layout(elkGraph(diagram)));
}

function xOf(scene: Scene, id: string): number {
  return scene.boxes.find(({ box }) => box.id === id)?.x ?? Number.NaN;
}

describe('a scene', () => {
  it('has what data flows from to the left of what it flows to', async () => {
    const scene = await laidOut('rows > train > model\nrows > clean > table > train');

    for (const { line } of scene.lines) expect(xOf(scene, line.source)).toBeLessThan(xOf(scene, line.target));
  });

  it('has no two boxes on one another, and each line from box to box', async () => {
    const scene = await laidOut('rows > train > model > serve > endpoint\nrows > clean > table > train\nmodel > judge');
    const bounds = boundsOf(scene);

    for (const placed of scene.boxes) expect(touching(bounds.boxes, placed)).toHaveLength(1);
    for (const { line, points } of scene.lines) {
      const source = scene.boxes.find(({ box }) => box.id === line.source);
      const target = scene.boxes.find(({ box }) => box.id === line.target);
      expect(points[0]?.x).toBeCloseTo((source?.x ?? 0) + (source?.width ?? 0));
      expect(points.at(-1)?.x).toBeCloseTo(target?.x ?? Number.NaN);
    }
  });

  it('is the same each time', async () => {
    const text = 'rows > train > model > serve > endpoint\nrows > clean > table > train';

    expect(await laidOut(text)).toEqual(await laidOut(text));
  });

  it('draws what lies in a cycle too', async () => {
    const scene = await laidOut('rows > train > model > tune > rows');

    expect(scene.lines.every(({ points }) => points.length >= 2)).toBe(true);
  });
});

describe('a scene of more boxes than lines can be laid out for', () => {
  /** A chain, whose first and third artifacts are read again at its end, along with one that nothing else is tied to. */
  const steps = Array.from({ length: 400 }, (_, index) => `out${index} > step${index + 1} > out${index + 1}`);
  // Tied to the rest by such lines only, and many enough to fill a row of their own.
  const loose = Array.from({ length: 60 }, (_, index) => `loose${index} > step2`);
  const text = [...steps, ...loose, 'out0 > step400', 'out2 > step400', 'extra > step400'].join('\n');

  it('has what data flows from to the left of what it flows to', async () => {
    const scene = await laidOut(text);

    expect(scene.boxes.length).toBeGreaterThan(800);
    for (const { line } of scene.lines) expect(xOf(scene, line.source)).toBeLessThan(xOf(scene, line.target));
  });

  it('has every line, straight where it crosses layers', async () => {
    const scene = await laidOut(text);
    const long = scene.lines.filter(({ line }) => line.target === 'execution:step400');

    expect(long.map(({ line }) => line.source).sort()).toEqual([
      'artifact:extra',
      'artifact:out0',
      'artifact:out2',
      'artifact:out399',
    ]);
    for (const { line, points } of long) {
      expect(points[0]?.x).toBeCloseTo(xOf(scene, line.source) + 236);
      expect(points.at(-1)?.x).toBeCloseTo(xOf(scene, line.target));
    }
  });
});

describe('the layers of a diagram', () => {
  it('are as far from the left as the longest way to a box', () => {
    const layers = layersOf(unfolded(knownGraph('rows > train > model\nrows > clean > table > train')));

    expect(Object.fromEntries(layers)).toEqual({
      'artifact:rows': 0,
      'execution:clean': 1,
      'artifact:table': 2,
      'execution:train': 3,
      'artifact:model': 4,
    });
  });

  it('are given to boxes in a circle too, each once', () => {
    const layers = layersOf(unfolded(knownGraph('rows > train > model > tune > rows\nseed > train')));

    expect([...layers.values()].sort()).toEqual([0, 0, 1, 2, 3]);
  });
});

describe('what touches a part of a scene', () => {
  it('is found by its bounds, in order', async () => {
    const scene = await laidOut('rows > train > model');
    const bounds = boundsOf(scene).boxes;

    expect(touching(bounds, { x: 0, y: 0, width: scene.width, height: scene.height })).toEqual([0, 1, 2]);
    expect(touching(bounds, { x: -100, y: -100, width: 50, height: 50 })).toEqual([]);
  });
});

describe('an arrow key', () => {
  it('leads along the lines to the sides, and within the layer up and down', async () => {
    const scene = await laidOut('rows > train > model\nrows > clean > table');
    const below = stepTo(scene, 'execution:train', 'down') ?? stepTo(scene, 'execution:train', 'up');

    expect(stepTo(scene, 'execution:train', 'left')).toBe('artifact:rows');
    expect(stepTo(scene, 'execution:train', 'right')).toBe('artifact:model');
    expect(below).toBe('execution:clean');
    expect(stepTo(scene, 'artifact:rows', 'left')).toBeUndefined();
  });
});
