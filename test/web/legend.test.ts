import { describe, expect, it } from 'vitest';
import { legendOf, onlyType, toggled } from '../../web/src/explorer/model/legend.js';
import { knownGraph } from './support/known-graph.js';

const GRAPH = knownGraph('rows > train > model; > train > logs; > train > notes', {
  rows: { kind: 'DataSet', typeName: 'Examples' },
  model: { kind: 'Model', typeName: 'Model' },
});

describe('the legend', () => {
  it('counts the types that are there, by kind and then the most frequent first', () => {
    const entries = legendOf(GRAPH.nodes.values(), ['Thing']);

    expect(entries).toEqual([
      { kind: 'DataSet', typeName: 'Examples', count: 1, isHidden: false },
      { kind: 'Execution', typeName: 'Step', count: 1, isHidden: false },
      { kind: 'Model', typeName: 'Model', count: 1, isHidden: false },
      { kind: 'GenericArtifact', typeName: 'Thing', count: 2, isHidden: true },
    ]);
  });

  it('hides a type that is shown and shows one that is hidden', () => {
    const hidden = toggled(['Thing'], 'Model');

    expect(hidden).toEqual(['Thing', 'Model']);
    expect(toggled(hidden, 'Thing')).toEqual(['Model']);
  });

  it('shows one type alone, and all of them when that one is alone already', () => {
    const hidden = onlyType(legendOf(GRAPH.nodes.values(), []), 'Model');

    expect(hidden).toEqual(['Examples', 'Step', 'Thing']);
    expect(onlyType(legendOf(GRAPH.nodes.values(), hidden), 'Model')).toEqual([]);
  });
});
