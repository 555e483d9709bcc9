import { describe, expect, it } from 'vitest';
import { highlight } from '../../web/src/explorer/model/highlight.js';
import type { Diagram } from '../../web/src/explorer/model/scene.js';
import { knownGraph, unfolded } from './support/known-graph.js';

describe('highlight', () => {
  it('marks what leads to a box and what it leads on to, with the lines between', () => {
    const diagram = unfolded(knownGraph('rows > train > model > serve'));

    const marked = highlight(diagram, ['artifact:model']);

    expect([...marked].sort()).toEqual([
      'artifact:model',
      'artifact:model>execution:serve',
      'artifact:rows',
      'artifact:rows>execution:train',
      'execution:serve',
      'execution:train',
      'execution:train>artifact:model',
    ]);
  });

  it('leaves siblings alone, which share an ancestor and no more', () => {
    const diagram = unfolded(knownGraph('rows > train > model; > train > logs; rows > profile > report'));

    const marked = highlight(diagram, ['artifact:model']);

    expect(marked.has('artifact:rows')).toBe(true);
    expect(marked.has('artifact:logs')).toBe(false);
    expect(marked.has('execution:profile')).toBe(false);
  });

  it('leaves a line alone that goes past the box, from what leads to it to what it leads to', () => {
    const diagram = unfolded(knownGraph('rows > clean > table > train; rows > train'));

    const marked = highlight(diagram, ['artifact:table']);

    expect(marked.has('artifact:rows')).toBe(true);
    expect(marked.has('execution:train')).toBe(true);
    expect(marked.has('artifact:rows>execution:train')).toBe(false);
  });

  it('marks the ways of several boxes together', () => {
    const diagram = unfolded(knownGraph('a > f > b; c > g > d; e > h > i'));

    const marked = highlight(diagram, ['artifact:b', 'artifact:c']);

    expect(['artifact:a', 'artifact:d'].every((id) => marked.has(id))).toBe(true);
    expect(marked.has('artifact:e')).toBe(false);
  });

  it('comes to an end where boxes lead to each other in a circle', () => {
    const diagram = circle(3);

    const marked = highlight(diagram, ['0']);

    expect(marked.size).toBe(6);
  });

  it('goes through a chain of 20,000', () => {
    const diagram = circle(20_000);

    const marked = highlight(diagram, ['7']);

    expect(marked.size).toBe(40_000);
  });
});

/** Groups may lead to each other both ways, which nodes never do. */
function circle(length: number): Diagram {
  const ids = Array.from({ length }, (_, index) => String(index));
  return {
    ...unfolded(knownGraph('')),
    boxes: ids.map((id) => ({
      shape: 'group',
      id,
      foldedBy: 'runs',
      label: id,
      members: [],
      beyond: { upstream: 0, downstream: 0 },
    })),
    lines: ids.map((id, index) => {
      const target = ids[(index + 1) % length] ?? '';
      return { id: `${id}>${target}`, source: id, target, count: 1, types: ['INPUT'] };
    }),
  };
}
