import { describe, expect, it } from 'vitest';
import type { WalkOptions } from '../../src/lineage/trace.js';
import { walk } from '../../src/lineage/walk.js';
import { memorySource } from './support/memory-source.js';
import { namedGraph } from './support/named-graph.js';

async function completenessOf(text: string, start: string, options: Partial<WalkOptions>) {
  const graph = namedGraph(text);
  const { completeness } = await walk(memorySource(graph), {
    ...{ roots: [graph.ref(start)], direction: 'UPSTREAM', maxHops: 100, maxNodes: 1000, maxNeighborsPerNode: 200 },
    ...options,
  });
  const frontier = completeness.frontier.map(({ ref, direction, unexplored }) => [
    ...graph.names([ref]),
    direction,
    unexplored,
  ]);
  return { ...completeness, frontier };
}

describe('completeness', () => {
  it.each([
    ['the hops', { maxHops: 2 }],
    ['the nodes', { maxNodes: 4 }],
    ['the neighbours', { maxNeighborsPerNode: 2 }],
  ])('is whole where %s are just enough', async (_, options) => {
    expect(await completenessOf('a > step > c; b > step', 'c', options)).toEqual({
      complete: true,
      reasons: [],
      frontier: [],
    });
  });

  it('says that hops ran out, and how much lies beyond each node of the rim', async () => {
    expect(await completenessOf('a > s1 > c; b > s1; > s2 > c', 'c', { maxHops: 1 })).toEqual({
      complete: false,
      reasons: ['MAX_HOPS'],
      frontier: [['s1', 'UPSTREAM', 2]],
    });
  });

  it('says that nodes ran out, and where the next one would have come from', async () => {
    expect(await completenessOf('a > step > d; b > step; c > step', 'd', { maxNodes: 3 })).toEqual({
      complete: false,
      reasons: ['MAX_NODES'],
      frontier: [['step', 'UPSTREAM', 2]],
    });
  });

  it('counts the rest of a hub, and walks on beyond its first neighbours', async () => {
    const hub = 'root > made > a > hub > out; b > hub; c > hub; d > hub';

    const found = await completenessOf(hub, 'out', { maxNeighborsPerNode: 1 });

    expect(found).toEqual({ complete: false, reasons: ['MAX_NEIGHBORS'], frontier: [['hub', 'UPSTREAM', 3]] });
  });

  // `d` is the last of the hub's neighbours, and is reached by way of `also`.
  it('does not count a neighbour of a hub that is in the answer by another way', async () => {
    const hub = 'a > hub > out; b > hub; d > hub; > other > out; d > other';

    const found = await completenessOf(hub, 'out', { maxNeighborsPerNode: 2 });

    expect(found).toEqual({ complete: true, reasons: [], frontier: [] });
  });

  it('names all that cut something off, and only that', async () => {
    const graph = 'a > hub > out; b > hub; c > hub; > far > a; x > far';

    const found = await completenessOf(graph, 'out', { maxNeighborsPerNode: 2, maxHops: 3 });

    expect(found).toEqual({
      complete: false,
      reasons: ['MAX_HOPS', 'MAX_NEIGHBORS'],
      frontier: [
        ['hub', 'UPSTREAM', 1],
        ['far', 'UPSTREAM', 1],
      ],
    });
  });

  // Neither of the hub's neighbours could have been entered, whether listed or not.
  it('does not blame the neighbours where the nodes had run out before', async () => {
    const found = await completenessOf('a > hub > out; b > hub', 'out', { maxNeighborsPerNode: 1, maxNodes: 2 });

    expect(found).toEqual({ complete: false, reasons: ['MAX_NODES'], frontier: [['hub', 'UPSTREAM', 2]] });
  });

  it('tells the two sides of BOTH apart', async () => {
    const found = await completenessOf('a > s1 > b > s2 > c', 'b', { direction: 'BOTH', maxHops: 1 });

    expect(found.frontier).toEqual([
      ['s1', 'UPSTREAM', 1],
      ['s2', 'DOWNSTREAM', 1],
    ]);
  });

  // Upstream of `b` lies `late`, which is no ancestor that a walk of one hop has met, though `b` itself is in the answer.
  it('does not take a node for known upstream because it is known downstream', async () => {
    const found = await completenessOf('a > s1 > b > s2 > a; > late > b', 'a', { direction: 'BOTH', maxHops: 2 });

    expect(found).toMatchObject({ complete: false, reasons: ['MAX_HOPS'] });
  });
});
