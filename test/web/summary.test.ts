import { describe, expect, it } from 'vitest';
import { diagram } from '../../web/src/explorer/model/diagram.js';
import { summary } from '../../web/src/explorer/model/summary.js';
import { knownGraph } from './support/known-graph.js';

const ASKED = {
  of: ['artifact:rows'],
  direction: 'BOTH',
  hops: 6,
  maxNodes: 1_000,
  preset: 'EVERYTHING',
  expanded: [],
} as const;
const SHOWN = { ...ASKED, collapsed: [], fold: 'none', opened: [], hiddenTypes: [] } as const;

describe('the summary of a picture', () => {
  const graph = knownGraph('rows > train > model > serve');

  it('says no more than the number where all is shown', () => {
    expect(summary(diagram(graph, SHOWN), [], ASKED)).toEqual({ shown: '4 nodes', notShown: [], beyond: [] });
  });

  it('says of what is not shown why', () => {
    const hiding = diagram(graph, { ...SHOWN, hiddenTypes: ['Step'] });
    const collapsing = diagram(graph, { ...SHOWN, collapsed: [{ id: 'execution:train', side: 'downstream' }] });

    expect(summary(hiding, [], ASKED)).toMatchObject({
      shown: '2 of 4 nodes shown',
      notShown: ['2 hidden by the legend'],
    });
    expect(summary(collapsing, [], ASKED).notShown).toEqual(['2 collapsed']);
  });

  it('says of what lies beyond why it was not asked for', () => {
    expect(summary(diagram(graph, SHOWN), ['MAX_HOPS', 'MAX_NODES'], ASKED).beyond).toEqual([
      'more than 6 hops away',
      'beyond the 1,000 nodes asked for',
    ]);
  });
});
