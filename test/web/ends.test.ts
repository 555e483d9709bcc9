import { describe, expect, it } from 'vitest';
import { ends } from '../../web/src/explorer/model/ends.js';
import type { Box } from '../../web/src/explorer/model/scene.js';
import { knownGraph, unfolded } from './support/known-graph.js';

/** The picture of a text, where more of the store lies beyond some of its nodes. */
function pictureOf(text: string, beyond: Readonly<Record<string, Partial<Box['beyond']>>>) {
  const diagram = unfolded(knownGraph(text));
  const boxes = diagram.boxes.map((box) => ({ ...box, beyond: { ...box.beyond, ...beyond[box.id] } }));
  return { ...diagram, boxes };
}

describe('the ends of a picture', () => {
  const picture = pictureOf('rows > train > model', {
    'artifact:rows': { upstream: 1, downstream: 1 },
    'execution:train': { upstream: 1, downstream: 1 },
    'artifact:model': { downstream: 2 },
  });

  it('are where it stops on the sides that it went to', () => {
    expect(ends(picture, 'UPSTREAM')).toEqual(['artifact:rows']);
    expect(ends(picture, 'DOWNSTREAM')).toEqual(['artifact:model']);
    expect(ends(picture, 'BOTH')).toEqual(['artifact:rows', 'artifact:model']);
  });

  it('are none where nothing goes on', () => {
    expect(ends(pictureOf('rows > train > model', {}), 'BOTH')).toEqual([]);
  });
});
