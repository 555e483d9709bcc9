import { describe, expect, it } from 'vitest';
import { markPath } from '../../web/src/explorer/model/mark-path.js';
import type { Diagram } from '../../web/src/explorer/model/scene.js';
import { knownGraph, unfolded } from './support/known-graph.js';

describe('the mark of a path', () => {
  const diagram = unfolded(knownGraph('rows > train > model > serve; rows > profile'));

  it('is on the boxes of its nodes and the lines between them, and on nothing beside', () => {
    const marked = markPath(diagram, [['artifact:rows', 'execution:train', 'artifact:model']]);

    expect([...marked].sort()).toEqual([
      'artifact:model',
      'artifact:rows',
      'artifact:rows>execution:train',
      'execution:train',
      'execution:train>artifact:model',
    ]);
  });

  it('is the same for a way that goes against the flow of data', () => {
    const there = markPath(diagram, [['artifact:rows', 'execution:train', 'artifact:model']]);

    const back = markPath(diagram, [['artifact:model', 'execution:train', 'artifact:rows']]);

    expect(new Set(back)).toEqual(there);
  });

  it('is on the box of a group that the way goes through', () => {
    const members = diagram.boxes.flatMap((box) =>
      box.id === 'execution:train' && box.shape === 'node' ? [box.node] : [],
    );
    const group: Diagram['boxes'][number] = {
      shape: 'group',
      id: 'run:1',
      foldedBy: 'runs',
      label: 'run',
      members,
      beyond: { upstream: 0, downstream: 0 },
    };
    const folded: Diagram = {
      ...diagram,
      boxes: [...diagram.boxes.filter(({ id }) => id !== 'execution:train'), group],
      lines: diagram.lines.map((line) => (line.target === 'execution:train' ? { ...line, target: 'run:1' } : line)),
    };

    const marked = markPath(folded, [['artifact:rows', 'execution:train']]);

    expect([...marked].sort()).toEqual(['artifact:rows', 'artifact:rows>execution:train', 'run:1']);
  });

  it('passes over what is not shown', () => {
    const marked = markPath({ ...diagram, boxes: diagram.boxes.slice(0, 1) }, [
      ['artifact:rows', 'execution:train', 'artifact:model'],
    ]);

    expect([...marked]).toEqual(['artifact:rows']);
  });
});
