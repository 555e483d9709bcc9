import { describe, expect, it } from 'vitest';
import { type GraphRow, tableOf } from '../../web/src/explorer/model/table.js';
import { knownGraph } from './support/known-graph.js';

const GRAPH = knownGraph('raw > clean > rows > train > model; > train > logs; raw > audit', {}, ['rows']);

function inWords({ node, distance, upstream, downstream }: GraphRow): string {
  const names = (nodes: GraphRow['upstream']) => nodes.map(({ label }) => label).join('+');
  const place = distance === undefined ? 'aside' : `${distance.hops} ${distance.side ?? 'start'}`;
  return `${names(upstream)} > ${node.label} > ${names(downstream)}: ${place}`;
}

describe('the graph as a table', () => {
  it('has each node with its neighbours and its distance, what is nearest to the starts first', () => {
    const rows = tableOf(GRAPH, new Set(GRAPH.nodes.keys()));

    expect(rows.map(inWords)).toEqual([
      'clean > rows > train: 0 start',
      'raw > clean > rows: 1 upstream',
      'rows > train > model+logs: 1 downstream',
      ' > raw > clean+audit: 2 upstream',
      'train > model > : 2 downstream',
      'train > logs > : 2 downstream',
      'raw > audit > : aside',
    ]);
  });

  it('names no neighbour that is not shown, and keeps distances that lead through it', () => {
    const shown = new Set([...GRAPH.nodes.keys()].filter((id) => id !== 'execution:train'));

    const rows = tableOf(GRAPH, shown);

    expect(rows.map(inWords)).toContain('clean > rows > : 0 start');
    expect(rows.map(inWords)).toContain(' > model > : 2 downstream');
    expect(rows).toHaveLength(6);
  });
});
