import { describe, expect, it } from 'vitest';
import { merge } from '../../web/src/explorer/model/merge.js';
import type { WalkedFragment } from '../../web/src/generated/operations.js';

type Entry = WalkedFragment['entries'][number];
type Edge = WalkedFragment['edges'][number];

function entry(number: number, downstreamDegree = 0): Entry {
  return {
    upstreamDegree: 0,
    downstreamDegree,
    node: {
      __typename: 'DataSet',
      id: `artifact:${number}`,
      displayName: `rows ${number}`,
      typeName: 'Rows',
      createdAt: '2026-01-02T03:04:05.006Z',
      version: null,
      uri: null,
      workspace: null,
      run: null,
    },
  };
}

function event(source: string, target: string): Edge {
  return { source, target, type: 'INPUT', path: [], occurredAt: null };
}

function walked(change: Partial<WalkedFragment>): WalkedFragment {
  return { roots: [], entries: [], edges: [], completeness: { complete: true, reasons: [] }, ...change };
}

describe('the union of walks', () => {
  it('has each node once, as the last walk told of it', () => {
    const base = walked({ roots: [{ id: 'artifact:1' }], entries: [entry(1, 3), entry(2)] });
    const step = walked({ roots: [{ id: 'artifact:1' }], entries: [entry(1, 4), entry(3)] });

    const graph = merge([
      { answer: base, isBase: true },
      { answer: step, isBase: false },
    ]);

    expect([...graph.nodes.keys()]).toEqual(['artifact:1', 'artifact:2', 'artifact:3']);
    expect(graph.nodes.get('artifact:1')?.downstreamDegree).toBe(4);
  });

  it('has an event that two walks told of once, and two alike of one walk twice', () => {
    const entries = [entry(1), entry(2)];
    const alike = event('artifact:1', 'artifact:2');

    const graph = merge([
      { answer: walked({ entries, edges: [alike, alike] }), isBase: true },
      { answer: walked({ entries, edges: [alike] }), isBase: false },
    ]);

    expect(graph.edges).toEqual([alike, alike]);
  });

  it('starts where the first walks did, not at the steps from a node on', () => {
    const graph = merge([
      { answer: walked({ roots: [{ id: 'artifact:1' }], entries: [entry(1)] }), isBase: true },
      { answer: walked({ roots: [{ id: 'artifact:2' }], entries: [entry(2)] }), isBase: false },
    ]);

    expect(graph.roots).toEqual(['artifact:1']);
  });

  it('keeps why something was left out, but not that a step went one hop only', () => {
    const cut = (reasons: WalkedFragment['completeness']['reasons']) =>
      walked({ completeness: { complete: false, reasons } });

    expect(merge([{ answer: cut(['MAX_HOPS']), isBase: true }]).reasons).toEqual(['MAX_HOPS']);
    expect(merge([{ answer: cut(['MAX_HOPS', 'MAX_NODES']), isBase: false }]).reasons).toEqual(['MAX_NODES']);
  });
});
