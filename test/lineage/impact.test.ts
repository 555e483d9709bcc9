import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findImpact } from '../../src/lineage/impact.js';
import type { Direction } from '../../src/lineage/trace.js';
import { walk } from '../../src/lineage/walk.js';
import { nodeKey } from '../../src/mlmd/model.js';
import { memorySource } from './support/memory-source.js';
import { namedGraph } from './support/named-graph.js';
import { randomGraph } from './support/random-graph.js';

const LIMITS = { maxHops: 20, maxNodes: 1000, maxNeighborsPerNode: 200 };

describe('findImpact', () => {
  const graph = namedGraph('rows > train > model > serve > endpoint; rows > check > report');
  const ofRows = { ...LIMITS, roots: [graph.ref('rows')], direction: 'DOWNSTREAM' } as const;

  it('lists what was made from the roots, nearest first and without the roots', async () => {
    const { reached } = await findImpact(memorySource(graph), ofRows);

    expect(reached.map(({ ref, distance }) => [...graph.names([ref]), distance])).toEqual([
      ['train', 1],
      ['check', 1],
      ['model', 2],
      ['report', 2],
      ['serve', 3],
      ['endpoint', 4],
    ]);
  });

  it('proves each by a path from its root', async () => {
    const { witness } = await findImpact(memorySource(graph), ofRows);

    const path = witness(graph.ref('endpoint'));

    expect(graph.names(path?.nodes ?? [])).toEqual(['rows', 'train', 'model', 'serve', 'endpoint']);
    expect(graph.arrows(path?.edges ?? [])).toEqual([
      'rows > train',
      'train > model',
      'model > serve',
      'serve > endpoint',
    ]);
    expect(path?.length).toBe(4);
  });

  it('starts an upstream proof at the root too, with edges that point as data flows', async () => {
    const { witness } = await findImpact(memorySource(graph), {
      ...{ ...LIMITS, roots: [graph.ref('model')], direction: 'UPSTREAM' },
    });

    const path = witness(graph.ref('rows'));

    expect(graph.names(path?.nodes ?? [])).toEqual(['model', 'train', 'rows']);
    expect(graph.arrows(path?.edges ?? [])).toEqual(['train > model', 'rows > train']);
  });

  it('has no proof for a node that was not reached', async () => {
    const { witness } = await findImpact(memorySource(graph), { ...ofRows, maxHops: 2 });

    expect(witness(graph.ref('endpoint'))).toBeUndefined();
  });

  it('prefers the first of equal ways, in whichever order the roots come', async () => {
    const diamond = namedGraph('a > s1 > b > join; a > s2 > c > join');
    const from = (...names: readonly string[]) => ({ ...ofRows, roots: names.map(diamond.ref) });

    const one = await findImpact(memorySource(diamond), from('a'));
    const two = await findImpact(memorySource(diamond), from('c', 'b'));

    expect(diamond.names(one.witness(diamond.ref('join'))?.nodes ?? [])).toEqual(['a', 's1', 'b', 'join']);
    expect(diamond.names(two.witness(diamond.ref('join'))?.nodes ?? [])).toEqual(['b', 'join']);
  });

  it('says where it was cut off', async () => {
    const { completeness } = await findImpact(memorySource(graph), { ...ofRows, maxHops: 3 });

    expect(completeness).toMatchObject({ complete: false, reasons: ['MAX_HOPS'], frontier: [{ unexplored: 1 }] });
  });

  it('makes the same calls as a walk, and none for a proof', async () => {
    const [walked, listed] = [memorySource(graph), memorySource(graph)];

    await walk(walked, ofRows);
    const { witness } = await findImpact(listed, ofRows);
    witness(graph.ref('endpoint'));

    expect(listed.calls).toEqual(walked.calls);
  });

  it('reaches what a walk reaches, by paths as long as the distance whose every step is an event, on random graphs', async () => {
    const rooted = randomGraph.chain((graph) =>
      fc.record({ graph: fc.constant(graph), root: fc.constantFrom(...graph.nodes) }),
    );
    const direction = fc.constantFrom<Direction>('UPSTREAM', 'DOWNSTREAM', 'BOTH', 'ANY');
    await fc.assert(
      fc.asyncProperty(
        rooted,
        direction,
        fc.integer({ min: 1, max: 12 }),
        async ({ graph, root }, direction, maxNodes) => {
          const options = { ...LIMITS, roots: [root], direction, maxNodes };

          const { entries } = await walk(memorySource(graph), options);
          const { reached, witness } = await findImpact(memorySource(graph), options);

          expect(reached).toEqual(entries.slice(1).map(({ ref, distance }) => ({ ref, distance })));
          for (const { ref, distance } of reached) {
            const path = witness(ref);
            expect(path?.length).toBe(distance);
            expect([path?.nodes[0], path?.nodes.at(-1)]).toEqual([root, ref]);
            for (const [at, { source, target }] of (path?.edges ?? []).entries()) {
              const step = [path?.nodes[at], path?.nodes[at + 1]].map((node) => node && nodeKey(node)).sort();
              expect([nodeKey(source), nodeKey(target)].sort()).toEqual(step);
            }
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
