import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPaths } from '../../src/lineage/paths.js';
import type { Direction } from '../../src/lineage/trace.js';
import { type NodeRef, nodeKey } from '../../src/mlmd/model.js';
import { type MemoryGraph, memorySource } from './support/memory-source.js';
import { randomGraph } from './support/random-graph.js';
import { plainNeighbors, type Way } from './support/reference-walk.js';

const waysOf: Record<Direction, readonly (readonly Way[])[]> = {
  UPSTREAM: [['UPSTREAM']],
  DOWNSTREAM: [['DOWNSTREAM']],
  BOTH: [['UPSTREAM'], ['DOWNSTREAM']],
  ANY: [['UPSTREAM', 'DOWNSTREAM']],
};

/** Every simple path, by trying them all. */
function everyPath(graph: MemoryGraph, from: NodeRef, to: NodeRef, ways: readonly Way[]): readonly string[][] {
  const extend = (path: readonly NodeRef[]): string[][] => {
    const last = path.at(-1) ?? from;
    if (nodeKey(last) === nodeKey(to)) return [path.map(nodeKey)];
    const next = new Map(ways.flatMap((way) => plainNeighbors(graph, last, way, {})).map((ref) => [nodeKey(ref), ref]));
    return [...next.values()]
      .filter((ref) => !path.some((node) => nodeKey(node) === nodeKey(ref)))
      .flatMap((ref) => extend([...path, ref]));
  };
  // Artifacts sort before executions as words do, and ids have one digit.
  return extend([from]).sort((a, b) => a.length - b.length || (a.join() < b.join() ? -1 : 1));
}

const question = randomGraph.chain((graph) =>
  fc.record({
    graph: fc.constant(graph),
    from: fc.constantFrom(...graph.nodes),
    to: fc.constantFrom(...graph.nodes),
    direction: fc.constantFrom<Direction>('UPSTREAM', 'DOWNSTREAM', 'BOTH', 'ANY'),
  }),
);
const UNBOUNDED = { maxHops: 100, maxPaths: 100_000, maxNodes: 1000, maxNeighborsPerNode: 100 };

describe('findPaths, on random graphs', () => {
  it('finds what trying every path finds, in the same order', async () => {
    await fc.assert(
      fc.asyncProperty(
        question,
        fc.record({ maxHops: fc.integer({ min: 0, max: 12 }), maxPaths: fc.integer({ min: 1, max: 8 }) }),
        async ({ graph, from, to, direction }, limits) => {
          const found = await findPaths(memorySource(graph), from, to, { ...UNBOUNDED, ...limits, direction });

          // From a node to itself, both ways are the same one.
          const lanes = nodeKey(from) === nodeKey(to) ? [waysOf[direction][0] ?? []] : waysOf[direction];
          const all = lanes
            .flatMap((ways) => everyPath(graph, from, to, ways))
            .sort((a, b) => a.length - b.length || (a.join() < b.join() ? -1 : 1));
          const short = all.filter(({ length }) => length - 1 <= limits.maxHops);
          expect(found.paths.map(({ nodes }) => nodes.map(nodeKey))).toEqual(short.slice(0, limits.maxPaths));
          expect(found.exists).toBe(short.length > 0);
          if (found.exhaustive) expect(all).toHaveLength(found.paths.length);
          // The other way round, a bound that cuts nothing off costs nothing: all are found, so all are claimed.
          if (limits.maxHops === 12 && all.length <= limits.maxPaths) expect(found.exhaustive).toBe(true);
        },
      ),
      { numRuns: 600 },
    );
  });

  it('never claims to have all paths when a limit has kept one from it', async () => {
    await fc.assert(
      fc.asyncProperty(
        question,
        fc.record({
          maxHops: fc.integer({ min: 0, max: 12 }),
          maxNodes: fc.integer({ min: 2, max: 12 }),
          maxNeighborsPerNode: fc.integer({ min: 1, max: 4 }),
        }),
        async ({ graph, from, to, direction }, limits) => {
          const bounded = await findPaths(memorySource(graph), from, to, { ...UNBOUNDED, ...limits, direction });
          const whole = await findPaths(memorySource(graph), from, to, { ...UNBOUNDED, direction });

          if (bounded.exhaustive) expect(bounded.paths).toEqual(whole.paths);
          else expect(bounded.completeness.reasons).not.toEqual([]);
          for (const path of bounded.paths) expect(whole.paths).toContainEqual(path);
        },
      ),
      { numRuns: 600 },
    );
  });

  it('joins neighbouring nodes of a path by an event that points the way that was asked for', async () => {
    await fc.assert(
      fc.asyncProperty(question, async ({ graph, from, to, direction }) => {
        const { paths } = await findPaths(memorySource(graph), from, to, { ...UNBOUNDED, direction, maxPaths: 5 });

        for (const { nodes, edges } of paths) {
          const [first, ...rest] = nodes.slice(1).map((node, at) => {
            const edge = edges[at];
            const ends = edge && [nodeKey(edge.source), nodeKey(edge.target)].join();
            const before = nodes[at];
            if (ends === `${before && nodeKey(before)},${nodeKey(node)}`) return 'DOWNSTREAM';
            return ends === `${nodeKey(node)},${before && nodeKey(before)}` ? 'UPSTREAM' : 'NOWHERE';
          });
          const steps = first === undefined ? [] : [first, ...rest];
          expect(steps).not.toContain('NOWHERE');
          if (direction === 'UPSTREAM' || direction === 'DOWNSTREAM')
            expect(steps.every((step) => step === direction)).toBe(true);
          if (direction === 'BOTH') expect(new Set(steps).size).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
