import { describe, expect, it } from 'vitest';
import { boxesByNode, findNodes } from '../../web/src/explorer/model/find.js';
import type { Diagram } from '../../web/src/explorer/model/scene.js';
import { knownGraph, unfolded } from './support/known-graph.js';

const GRAPH = knownGraph('rows > train > model; model > serve', {
  rows: { uri: 's3://bucket/train/rows.csv', run: { id: 'run:1', name: 'Nightly' } },
  model: { version: 'v7' },
});

function found(text: string): readonly string[] {
  return findNodes(GRAPH.nodes.values(), text).map(({ label }) => label);
}

describe('the search in a graph', () => {
  it('finds a name whichever case it is in, before what mentions the word elsewhere', () => {
    expect(found('TRAIN')).toEqual(['train', 'rows']);
  });

  it('finds by uri, run, version, type and id', () => {
    expect(found('rows.csv')).toEqual(['rows']);
    expect(found('nightly')).toEqual(['rows']);
    expect(found('v7')).toEqual(['model']);
    expect(found('step')).toEqual(['train', 'serve']);
    expect(found('execution:serve')).toEqual(['serve']);
  });

  it('finds only what has every word', () => {
    expect(found('nightly bucket')).toEqual(['rows']);
    expect(found('nightly model')).toEqual([]);
  });

  it('finds nothing for no words', () => {
    expect(found('  ')).toEqual([]);
  });

  it('knows the box of a node, be it its own or that of a group', () => {
    const { nodes } = GRAPH;
    const members = [...nodes.values()].filter(({ kind }) => kind === 'Execution');
    const group: Diagram['boxes'][number] = {
      shape: 'group',
      id: 'run:1',
      foldedBy: 'runs',
      label: 'Nightly',
      members,
      beyond: { upstream: 0, downstream: 0 },
    };
    const diagram = unfolded({ ...GRAPH, nodes: new Map([...nodes].slice(0, 1)) });

    const boxes = boxesByNode({ ...diagram, boxes: [...diagram.boxes, group] });

    expect(boxes.get('execution:serve')).toBe(group);
    expect(boxes.get('artifact:rows')?.id).toBe('artifact:rows');
    expect(boxes.has('artifact:model')).toBe(false);
  });
});
