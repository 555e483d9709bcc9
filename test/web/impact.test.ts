import { describe, expect, it } from 'vitest';
import { gapsOf } from '../../web/src/details/impact/model/gaps.js';
import { reach, type WalkedPart, wayTo } from '../../web/src/details/impact/model/reach.js';
import { countKinds, filterRows, sortRows, tableOf } from '../../web/src/details/impact/model/rows.js';
import type { ImpactNodeFragment } from '../../web/src/generated/operations.js';
import { toCsv } from '../../web/src/parts/csv.js';

/** Reads `artifact:1 > execution:1` lines as what a walk from the first node gives. */
function walked(text: string): WalkedPart {
  const edges = text
    .trim()
    .split('\n')
    .map((line) => {
      const [source = '', target = ''] = line.split('>').map((id) => id.trim());
      return { source, target, type: source.startsWith('artifact') ? ('INPUT' as const) : ('OUTPUT' as const) };
    });
  const ids = [...new Set(edges.flatMap(({ source, target }) => [source, target]))];
  return { roots: ids.slice(0, 1).map(node), entries: ids.map((id) => ({ node: node(id) })), edges };
}

function node(id: string): ImpactNodeFragment {
  const shared = {
    id,
    displayName: `name of ${id}`,
    typeName: id.startsWith('artifact') ? 'Table' : 'Step',
    createdAt: `2026-01-01T00:00:${id.replace(/\D/g, '').padStart(2, '0')}.000Z`,
  };
  return id.startsWith('artifact')
    ? { __typename: 'DataSet', ...shared, version: null, uri: `s3://${id}` }
    : { __typename: 'Execution', ...shared, status: 'COMPLETE' };
}

const DIAMOND = walked(`
  artifact:1 > execution:10
  artifact:1 > execution:9
  execution:10 > artifact:2
  execution:9 > artifact:2
  artifact:2 > execution:3
  execution:3 > artifact:1
`);

describe('what was reached', () => {
  it('comes nearest first, then by kind and number, without the starting points', () => {
    const { rows } = reach([DIAMOND], ['artifact:1'], 'DOWNSTREAM');

    expect(rows.map(({ node, distance }) => [node.id, distance])).toEqual([
      ['execution:9', 1],
      ['execution:10', 1],
      ['artifact:2', 2],
      ['execution:3', 3],
    ]);
  });

  it('is proved by a shortest way with the events that it crosses', () => {
    const found = reach([DIAMOND], ['artifact:1'], 'DOWNSTREAM');

    const way = wayTo(found, 'execution:3').map(({ node, by }) => [node.id, by]);

    expect(way).toEqual([
      ['artifact:1', undefined],
      ['execution:9', 'INPUT'],
      ['artifact:2', 'OUTPUT'],
      ['execution:3', 'INPUT'],
    ]);
  });

  it('is found against the flow of data when asked where something came from', () => {
    const { rows } = reach([DIAMOND], ['artifact:2'], 'UPSTREAM');

    expect(rows.map(({ node }) => node.id)).toEqual(['execution:9', 'execution:10', 'artifact:1', 'execution:3']);
  });

  it('is counted from the first starting points where a later walk went on', () => {
    const first = walked('artifact:1 > execution:1');
    const second = walked('execution:1 > artifact:2');

    const { rows } = reach([first, second], ['artifact:1'], 'DOWNSTREAM');

    expect(rows.map(({ node, distance }) => [node.id, distance])).toEqual([
      ['execution:1', 1],
      ['artifact:2', 2],
    ]);
  });

  it('is narrowed by kind, type and words, and sorted', () => {
    const { rows } = reach([DIAMOND], ['artifact:1'], 'DOWNSTREAM');

    const steps = filterRows(rows, { kinds: ['Execution'], types: ['Step'], text: '' });
    const named = filterRows(rows, { kinds: [], types: [], text: 'S3://ARTIFACT:2' });
    const newest = sortRows(rows, 'CREATED_AT', 'DESC');

    expect(steps.map(({ node }) => node.id)).toEqual(['execution:9', 'execution:10', 'execution:3']);
    expect(named.map(({ node }) => node.id)).toEqual(['artifact:2']);
    expect(newest[0]?.node.id).toBe('execution:10');
    expect(countKinds(rows).map(({ kind, count }) => `${kind} ${count}`)).toContain('Execution 3');
  });

  it('belongs to runs and workspaces as soon as these are known', () => {
    const place = { run: { id: 'run:1/nightly', displayName: 'nightly' }, workspace: null };

    const found = reach([DIAMOND], ['artifact:1'], 'DOWNSTREAM', new Map([['artifact:2', place]]));

    expect(filterRows(found.rows, { kinds: [], types: [], text: 'nightly' }).map(({ node }) => node.id)).toEqual([
      'artifact:2',
    ]);
  });

  it('goes into a table with the ids along each way', () => {
    const found = reach([DIAMOND], ['artifact:1'], 'DOWNSTREAM');

    const [header, first] = tableOf(found.rows, found);

    expect(first?.[header?.indexOf('way') ?? -1]).toBe('artifact:1 > execution:9');
    expect(first?.[header?.indexOf('distance') ?? -1]).toBe(1);
  });
});

describe('what is missing', () => {
  const stopped = {
    roots: [{ id: 'artifact:1' }],
    entries: [
      { expanded: true, node: { id: 'artifact:1' } },
      { expanded: false, node: { id: 'execution:1' } },
    ],
    completeness: { reasons: ['MAX_HOPS' as const] },
  };

  it('is what no walk has followed', () => {
    expect(gapsOf([stopped])).toEqual({ reasons: ['MAX_HOPS'], open: ['execution:1'], stuck: [] });
  });

  it('is nothing once a later walk has followed it', () => {
    const rest = {
      roots: [{ id: 'execution:1' }],
      entries: [{ expanded: true, node: { id: 'execution:1' } }],
      completeness: { reasons: [] },
    };

    expect(gapsOf([stopped, rest])).toEqual({ reasons: [], open: [], stuck: [] });
  });

  it('is told apart where a walk began at it and still did not get all of it', () => {
    const hub = {
      roots: [{ id: 'execution:1' }],
      entries: [{ expanded: false, node: { id: 'execution:1' } }],
      completeness: { reasons: ['MAX_NEIGHBORS' as const] },
    };

    expect(gapsOf([stopped, hub])).toMatchObject({ open: [], stuck: ['execution:1'] });
  });
});

describe('a table as CSV', () => {
  it('quotes what would break a cell, and ends each line as RFC 4180 has it', () => {
    expect(toCsv([['a,b', 'say "x"', 'two\nlines', undefined, 7]])).toBe('\uFEFF"a,b","say ""x""","two\nlines",,7\r\n');
  });

  it('keeps a spreadsheet from running a text as a formula, and leaves numbers alone', () => {
    expect(toCsv([['=1+1', '+x', '-x', '@x', '\tx', -1.5, '-2e-3']])).toBe(
      "\uFEFF'=1+1,'+x,'-x,'@x,'\tx,-1.5,-2e-3\r\n",
    );
  });
});
