import { describe, expect, it } from 'vitest';
import { MetadataError } from '../../src/errors.js';
import type { WalkOptions } from '../../src/lineage/trace.js';
import { walk } from '../../src/lineage/walk.js';
import { type MemorySourceOptions, memorySource } from './support/memory-source.js';
import { type NamedGraph, namedGraph } from './support/named-graph.js';

// Data flows to the right. Two relatives of `model` on neither side: `report`, which the same step wrote, and `other`,
// which another step made of the same rows.
const STORY = `
  raw > clean > rows > train > model > serve > endpoint
  > train > report
  rows > retrain > other
`;

function walkStory(graph: NamedGraph, start: string, options: Partial<WalkOptions>, filters: MemorySourceOptions = {}) {
  const source = memorySource(graph, filters);
  const answer = walk(source, {
    ...{ roots: [graph.ref(start)], direction: 'UPSTREAM', maxHops: 6, maxNodes: 1000, maxNeighborsPerNode: 200 },
    ...options,
  });
  return { source, answer };
}

const entryNames = (graph: NamedGraph, { entries }: Awaited<ReturnType<typeof walk>>) =>
  graph.names(entries.map(({ ref }) => ref));

describe('walk', () => {
  const graph = namedGraph(STORY);

  it.each([
    { direction: 'UPSTREAM', reached: ['model', 'train', 'rows', 'clean', 'raw'] },
    { direction: 'DOWNSTREAM', reached: ['model', 'serve', 'endpoint'] },
    { direction: 'BOTH', reached: ['model', 'train', 'serve', 'rows', 'endpoint', 'clean', 'raw'] },
    {
      direction: 'ANY',
      reached: ['model', 'train', 'serve', 'rows', 'endpoint', 'report', 'clean', 'retrain', 'raw', 'other'],
    },
  ] as const)('goes $direction from an artifact', async ({ direction, reached }) => {
    const { answer } = walkStory(graph, 'model', { direction });

    expect(entryNames(graph, await answer)).toEqual(reached);
  });

  it('starts from an execution as well', async () => {
    const { answer } = walkStory(graph, 'train', { direction: 'DOWNSTREAM' });

    expect(entryNames(graph, await answer)).toEqual(['train', 'model', 'report', 'serve', 'endpoint']);
  });

  it('counts one hop per event', async () => {
    const { answer } = walkStory(graph, 'model', { maxHops: 2 });

    const { entries } = await answer;
    expect(entries.map(({ distance }) => distance)).toEqual([0, 1, 2]);
    expect(graph.names(entries.map(({ ref }) => ref))).toEqual(['model', 'train', 'rows']);
  });

  it('orients edges as data flows, whichever way it walks', async () => {
    const { answer } = walkStory(graph, 'model', { maxHops: 2 });

    expect(graph.arrows((await answer).edges)).toEqual(['rows > train', 'train > model']);
  });

  it('shows an event between two entries that the walk itself did not cross', async () => {
    const shortcut = namedGraph('rows > train > model > judge > verdict; rows > judge');
    const { answer } = walkStory(shortcut, 'model', { direction: 'BOTH' });

    expect(shortcut.arrows((await answer).edges)).toContain('rows > judge');
  });

  it('crosses declared, internal and pending events on their right side', async () => {
    const plain = namedGraph('rows > train > model');
    const declared = namedGraph('rows > train > model', (event) => ({
      ...event,
      type: event.type === 'INPUT' ? 'INTERNAL_INPUT' : 'PENDING_OUTPUT',
    }));
    const { answer } = walkStory(declared, 'model', {});

    expect(entryNames(plain, await answer)).toEqual(['model', 'train', 'rows']);
  });

  it('keeps parallel events of several types as one neighbour and several edges', async () => {
    const once = namedGraph('rows > train');
    const twice = {
      ...once,
      events: once.events.flatMap((event) => [event, { ...event, type: 'DECLARED_INPUT' } as const]),
    };
    const { answer } = walkStory(twice, 'train', { maxNeighborsPerNode: 1 });

    const { edges, completeness } = await answer;
    expect(edges.map(({ event }) => event.type)).toEqual(['DECLARED_INPUT', 'INPUT']);
    expect(completeness.complete).toBe(true);
  });

  it('follows only the event types asked for', async () => {
    const { answer } = walkStory(graph, 'model', { types: ['OUTPUT'] });

    expect(entryNames(graph, await answer)).toEqual(['model', 'train']);
  });

  it('crosses no event after asOf, and all without a time', async () => {
    const dated = namedGraph('rows > train > model', (event) => ({
      ...event,
      timeMs: event.type === 'INPUT' ? 10n : undefined,
    }));

    const before = await walkStory(dated, 'model', { asOfMs: 9n }).answer;
    const then = await walkStory(dated, 'model', { asOfMs: 10n }).answer;

    expect(entryNames(dated, before)).toEqual(['model', 'train']);
    expect(entryNames(dated, then)).toEqual(['model', 'train', 'rows']);
  });

  it('ends on a cycle, and says that its nodes lie on both sides', async () => {
    const cycle = namedGraph('model > tune > tuned > reset > model');
    const { answer } = walkStory(cycle, 'model', { direction: 'BOTH', maxHops: 100 });

    const { entries, completeness } = await answer;
    expect(entries.map(({ ref, distance, side }) => [...cycle.names([ref]), distance, side])).toEqual([
      ['model', 0, 'ROOT'],
      ['tune', 1, 'BOTH'],
      ['reset', 1, 'BOTH'],
      ['tuned', 2, 'BOTH'],
    ]);
    expect(completeness).toEqual({ complete: true, reasons: [], frontier: [] });
  });

  it('takes several roots, each once, and measures from the nearest', async () => {
    const { answer } = walkStory(graph, 'model', { roots: ['model', 'rows', 'model'].map(graph.ref) });

    const { roots, entries } = await answer;
    expect(graph.names(roots)).toEqual(['model', 'rows']);
    expect(entries.map(({ ref, distance }) => [...graph.names([ref]), distance])).toEqual([
      ['rows', 0],
      ['model', 0],
      ['clean', 1],
      ['train', 1],
      ['raw', 2],
    ]);
  });

  it('leaves out a node that is not admitted, and what lies beyond it', async () => {
    const where = ({ kind, id }: { kind: string; id: bigint }) =>
      !(kind === 'EXECUTION' && id === graph.ref('clean').id);
    const { answer } = walkStory(graph, 'model', {}, { where });

    expect(entryNames(graph, await answer)).toEqual(['model', 'train', 'rows']);
  });

  it('keeps a root that is not admitted', async () => {
    const { answer } = walkStory(graph, 'model', { maxHops: 1 }, { where: ({ kind }) => kind === 'EXECUTION' });

    expect(entryNames(graph, await answer)).toEqual(['model', 'train']);
  });

  it('keeps a node to stop at, does not walk beyond it and is complete', async () => {
    const { answer } = walkStory(graph, 'model', {}, { stopAt: ({ kind, id }) => kind === 'ARTIFACT' && id === 2n });

    const { entries, completeness } = await answer;
    expect(entries.map(({ ref, expanded }) => [...graph.names([ref]), expanded])).toEqual([
      ['model', true],
      ['train', true],
      ['rows', false],
    ]);
    expect(completeness.complete).toBe(true);
  });

  // MLMD does the same with a starting node that is an ending node.
  it('does not walk beyond a root to stop at', async () => {
    const { answer } = walkStory(graph, 'model', {}, { stopAt: ({ kind }) => kind === 'ARTIFACT' });

    expect(entryNames(graph, await answer)).toEqual(['model']);
  });

  it('shares the nodes of BOTH evenly between the two sides', async () => {
    const bushy = namedGraph('a > step > hub; b > step; c > step; d > step; hub > use > x');
    const { answer } = walkStory(bushy, 'hub', { direction: 'BOTH', maxNodes: 5 });

    expect(entryNames(bushy, await answer)).toEqual(['hub', 'step', 'use', 'a', 'x']);
  });

  it('keeps all roots even where they are more than the nodes asked for', async () => {
    const { answer } = walkStory(graph, 'model', { roots: ['model', 'report'].map(graph.ref), maxNodes: 1 });

    const { entries, completeness } = await answer;
    expect(graph.names(entries.map(({ ref }) => ref))).toEqual(['model', 'report']);
    expect(completeness.reasons).toEqual(['MAX_NODES']);
  });

  it('gives a node without events back alone', async () => {
    const { answer } = walkStory(namedGraph('alone'), 'alone', { direction: 'ANY' });

    expect(await answer).toMatchObject({ entries: [{ distance: 0 }], edges: [], completeness: { complete: true } });
  });
});

describe('what a walk costs', () => {
  const chain = 'a > s1 > b > s2 > c > s3 > d > s4 > e';
  const fan = ['s1', 's2', 's3', 's4'].map((step) => `${step}0 > ${step}; ${step}1 > ${step}; ${step}2 > ${step}`);

  it.each([
    ['a chain', chain],
    ['a bushy graph', `${chain}; ${fan.join('; ')}`],
  ])('is one call per hop, one look beyond and one for the edges, on %s', async (_, text) => {
    const { source, answer } = walkStory(namedGraph(text), 'e', { maxHops: 3 });

    await answer;

    expect(source.calls).toEqual(['neighbors', 'neighbors', 'neighbors', 'eventsBetween', 'neighbors']);
  });

  it('is one more call per hop for each filter', async () => {
    const { source, answer } = walkStory(
      namedGraph(chain),
      'e',
      { maxHops: 2 },
      { where: () => true, stopAt: () => false },
    );

    await answer;

    const hop = ['neighbors', 'admitted', 'stopping'];
    expect(source.calls).toEqual(['stopping', ...hop, ...hop, 'eventsBetween', 'neighbors', 'admitted']);
  });

  // `x` is met again two hops on, where it is all there is to meet.
  it('is no second question about a node that was turned away', async () => {
    const graph = namedGraph('x > s1 > out; b > s1; > s2 > b; x > s2');
    const x = graph.ref('x');
    const where = ({ kind, id }: { kind: string; id: bigint }) => kind !== x.kind || id !== x.id;
    const { source, answer } = walkStory(graph, 'out', {}, { where });

    await answer;

    expect(source.asked('admitted')).toBe(3);
  });

  it.each(['BOTH', 'ANY'] as const)('is two calls per hop where both ways are walked: %s', async (direction) => {
    const { source, answer } = walkStory(namedGraph(chain), 'c', { direction, maxHops: 3 });

    await answer;

    expect(source.asked('neighbors')).toBe(2 * 4);
  });

  it('is nothing beyond a hop of zero but the look that says what lies there', async () => {
    const { source, answer } = walkStory(namedGraph(chain), 'e', { maxHops: 0 });

    await answer;

    expect(source.calls).toEqual(['neighbors']);
  });
});

describe('a walk that runs out of time', () => {
  const graph = namedGraph('a > s1 > b > s2 > c');

  it.each([{ expiresInCall: false }, { expiresInCall: true }])('keeps what it has reached, %o', async (late) => {
    const { answer } = walkStory(graph, 'c', {}, { expiresAfter: 2, ...late });

    const { entries, edges, completeness } = await answer;
    expect(graph.names(entries.map(({ ref }) => ref))).toEqual(['c', 's2', 'b']);
    expect(graph.arrows(edges)).toEqual(['b > s2', 's2 > c']);
    expect(completeness).toEqual({
      complete: false,
      reasons: ['DEADLINE'],
      frontier: [{ ref: graph.ref('b'), distance: 2, direction: 'UPSTREAM', unexplored: 1 }],
    });
  });

  it('is complete all the same where nothing was left', async () => {
    const { answer } = walkStory(graph, 'c', {}, { expiresAfter: 4 });

    expect((await answer).completeness).toEqual({ complete: true, reasons: [], frontier: [] });
  });

  it('names its frontier, uncounted, where no time is left for counting', async () => {
    const { answer } = walkStory(graph, 'c', {}, { expiresAfter: 2, cannotCount: true });

    const { completeness } = await answer;
    expect(completeness.reasons).toEqual(['DEADLINE']);
    expect(completeness.frontier).toMatchObject([{ ref: graph.ref('b'), unexplored: 0 }]);
  });

  it('shows the events that it came upon, and says so, where no time is left for those between', async () => {
    // Nothing that the walk upstream from c crosses is missing; the last hop and the look beyond see b > s2 twice.
    const { answer } = walkStory(graph, 'c', { maxHops: 2 }, { cannotConnect: true });

    const { entries, edges, completeness } = await answer;
    expect(graph.names(entries.map(({ ref }) => ref))).toEqual(['c', 's2', 'b']);
    expect(graph.arrows(edges)).toEqual(['b > s2', 's2 > c']);
    expect(completeness).toMatchObject({ complete: false, reasons: ['MAX_HOPS', 'DEADLINE'] });
  });

  it('fails where the store fails otherwise', async () => {
    const broken = {
      ...memorySource(graph),
      neighbors: () => Promise.reject(new MetadataError('UNAVAILABLE', 'The store is away.')),
    };
    const options = { direction: 'UPSTREAM', maxHops: 1, maxNodes: 9, maxNeighborsPerNode: 9 } as const;

    await expect(walk(broken, { ...options, roots: [graph.ref('c')] })).rejects.toThrow('The store is away.');
  });
});
