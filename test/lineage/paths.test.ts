import { describe, expect, it } from 'vitest';
import { findPaths, type PathsOptions } from '../../src/lineage/paths.js';
import { type MemorySourceOptions, memorySource } from './support/memory-source.js';
import { type NamedGraph, namedGraph } from './support/named-graph.js';

async function pathsIn(
  graph: NamedGraph,
  [from, to]: readonly [string, string],
  options: Partial<PathsOptions> = {},
  filters: MemorySourceOptions = {},
) {
  const source = memorySource(graph, filters);
  const found = await findPaths(source, graph.ref(from), graph.ref(to), {
    ...{ direction: 'DOWNSTREAM', maxHops: 20, maxPaths: 5, maxNodes: 1000, maxNeighborsPerNode: 200 },
    ...options,
  });
  return { ...found, source, routes: found.paths.map(({ nodes }) => graph.names(nodes).join(' ')) };
}

/** A ladder: every rung doubles the number of paths from its foot to its top. */
function ladder(rungs: number): NamedGraph {
  const chains = Array.from({ length: rungs }, (_, at) => [
    `a${at} > left${at} > a${at + 1}`,
    `a${at} > right${at} > a${at + 1}`,
  ]);
  return namedGraph(chains.flat().join('; '));
}

describe('findPaths', () => {
  const diamond = namedGraph('rows > train > model; rows > clean > tidy > train; rows > peek');

  it('finds the ways that data took, shortest first', async () => {
    const found = await pathsIn(diamond, ['rows', 'model']);

    expect(found.routes).toEqual(['rows train model', 'rows clean tidy train model']);
    expect(found).toMatchObject({ exists: true, exhaustive: true, completeness: { complete: true } });
  });

  it('gives each step its event, pointing as data flows', async () => {
    const { paths } = await pathsIn(diamond, ['rows', 'model']);

    expect(paths.map(({ edges, length }) => [diamond.arrows(edges), length])).toEqual([
      [['rows > train', 'train > model'], 2],
      [['rows > clean', 'clean > tidy', 'tidy > train', 'train > model'], 4],
    ]);
  });

  it('finds the ways back upstream, with edges that still point as data flows', async () => {
    const { paths, routes } = await pathsIn(diamond, ['model', 'rows'], { direction: 'UPSTREAM', maxPaths: 1 });

    expect(routes).toEqual(['model train rows']);
    expect(diamond.arrows(paths[0]?.edges ?? [])).toEqual(['train > model', 'rows > train']);
  });

  it('finds no way against the data unless it is asked to', async () => {
    const against = await pathsIn(diamond, ['model', 'rows']);
    const both = await pathsIn(diamond, ['model', 'rows'], { direction: 'BOTH' });

    expect(against).toMatchObject({ exists: false, paths: [], exhaustive: true, completeness: { complete: true } });
    expect(both.routes).toEqual(['model train rows', 'model train tidy clean rows']);
  });

  it('joins siblings only when it may turn round on the way', async () => {
    const siblings = namedGraph('rows > train > model; rows > check > report');

    const both = await pathsIn(siblings, ['model', 'report'], { direction: 'BOTH' });
    const any = await pathsIn(siblings, ['model', 'report'], { direction: 'ANY' });

    expect(both.routes).toEqual([]);
    expect(any.routes).toEqual(['model train rows check report']);
  });

  it('finds one path of length 0 from a node to itself, without asking', async () => {
    const found = await pathsIn(namedGraph('model > tune > model'), ['model', 'model']);

    expect(found).toMatchObject({
      routes: ['model'],
      exists: true,
      exhaustive: true,
      paths: [{ length: 0, edges: [] }],
    });
    expect(found.source.calls).toEqual([]);
  });

  it('meets no node twice on a path through a cycle', async () => {
    const cycle = namedGraph('a > s > b > t > c; b > back > a; c > again > b');

    const found = await pathsIn(cycle, ['a', 'c']);

    expect(found).toMatchObject({ routes: ['a s b t c'], exhaustive: true });
  });

  it('makes one path of parallel events, by the event whose type comes first', async () => {
    const plain = namedGraph('rows > train');
    const graph = {
      ...plain,
      events: plain.events.flatMap((event) => [event, { ...event, type: 'DECLARED_INPUT' } as const]),
    };

    const { paths } = await pathsIn(graph, ['rows', 'train']);

    expect(paths.map(({ edges }) => edges.map(({ event }) => event.type))).toEqual([['DECLARED_INPUT']]);
  });

  it('says when there are more paths than were asked for, and only then', async () => {
    const enough = await pathsIn(diamond, ['rows', 'model'], { maxPaths: 2 });
    const fewer = await pathsIn(diamond, ['rows', 'model'], { maxPaths: 1 });

    expect(enough.exhaustive).toBe(true);
    expect(fewer).toMatchObject({ routes: ['rows train model'], exhaustive: false, completeness: { complete: true } });
  });

  it('says when a longer path was left out, and only then', async () => {
    const enough = await pathsIn(diamond, ['rows', 'model'], { maxHops: 4 });
    const fewer = await pathsIn(diamond, ['rows', 'model'], { maxHops: 3 });

    expect(enough).toMatchObject({ exhaustive: true, completeness: { complete: true } });
    expect(fewer).toMatchObject({ routes: ['rows train model'], exhaustive: false });
    expect(fewer.completeness).toMatchObject({ complete: false, reasons: ['MAX_HOPS'] });
  });

  // Two to the power of thirty paths lie between the ends.
  it('takes the first few of very many paths without trying the rest', async () => {
    const found = await pathsIn(ladder(30), ['a0', 'a30'], { maxHops: 60, maxPaths: 3 });

    expect(found.paths.map(({ length }) => length)).toEqual([60, 60, 60]);
    expect(found).toMatchObject({ exhaustive: false, completeness: { complete: true } });
  });

  // Data sets are read by thousands of steps, a model is made by one.
  it('searches from the end that has fewer neighbours', async () => {
    const readers = Array.from({ length: 50 }, (_, at) => `rows > reader${at} > thing${at}`);
    const graph = namedGraph(['rows > train > model', ...readers].join('; '));

    const found = await pathsIn(graph, ['rows', 'model'], { maxNodes: 60 });

    expect(found).toMatchObject({ routes: ['rows train model'], exhaustive: true, completeness: { complete: true } });
  });

  it('finds a way past a hub that it may not list in full', async () => {
    const readers = Array.from({ length: 9 }, (_, at) => `rows > reader${at}`);
    const graph = namedGraph([...readers, 'rows > train > model'].join('; '));

    const found = await pathsIn(graph, ['rows', 'model'], { maxNeighborsPerNode: 3 });

    expect(found).toMatchObject({ routes: ['rows train model'], exhaustive: true, completeness: { complete: true } });
  });

  // The first reader of `rows` leads far away, the second one to the model.
  it('goes on from the other end when a hub was cut', async () => {
    const graph = namedGraph('rows > reader > thing > far > away; rows > train > model');

    const found = await pathsIn(graph, ['rows', 'model'], { maxNeighborsPerNode: 1, maxHops: 2 });

    expect(found.routes).toEqual(['rows train model']);
  });

  it('stops once all that lies around one end is known', async () => {
    const { source } = await pathsIn(namedGraph('a > s > b > t > c > u > d; > lone > leaf'), ['leaf', 'd']);

    expect(source.calls).toEqual(['neighbors']);
  });

  it('goes through no node that is not admitted', async () => {
    const clean = diamond.ref('clean');
    const where = ({ kind, id }: { kind: string; id: bigint }) => kind !== clean.kind || id !== clean.id;

    const found = await pathsIn(diamond, ['rows', 'model'], {}, { where });

    expect(found).toMatchObject({ routes: ['rows train model'], exhaustive: true });
  });

  it('gives what it knows when its time is over', async () => {
    const found = await pathsIn(ladder(3), ['a0', 'a3'], {}, { expiresAfter: 3 });

    expect(found.exhaustive).toBe(false);
    expect(found.completeness.reasons).toContain('DEADLINE');
  });
});
