import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Direction } from '../../src/lineage/trace.js';
import { walk } from '../../src/lineage/walk.js';
import { EVENT_TYPES, type NodeRef, nodeKey } from '../../src/mlmd/model.js';
import { type MemoryGraph, memorySource } from './support/memory-source.js';
import { randomGraph } from './support/random-graph.js';
import {
  inOrder,
  type PlainQuestion,
  plainDistances,
  plainEdges,
  plainNeighbors,
  type Way,
} from './support/reference-walk.js';

const UNBOUNDED = { maxHops: 100, maxNodes: 1000, maxNeighborsPerNode: 100 };

/** A set of nodes, as a test of them; about one in four nodes is in it. */
const someNodes = fc
  .array(
    fc.boolean().chain((first) => fc.boolean().map((second) => first && second)),
    { minLength: 14, maxLength: 14 },
  )
  .map((drawn) => (ref: NodeRef) => drawn[Number(ref.id) + (ref.kind === 'ARTIFACT' ? 0 : 7) - 1] ?? false);

/** A graph with one to three of its nodes to start from. */
const rooted = randomGraph.chain((graph) =>
  fc.record({
    graph: fc.constant(graph),
    roots: fc.shuffledSubarray([...graph.nodes], { minLength: 1, maxLength: Math.min(3, graph.nodes.length) }),
  }),
);
const direction = fc.constantFrom<Direction>('UPSTREAM', 'DOWNSTREAM', 'BOTH', 'ANY');
const lone = fc.constantFrom<Direction>('UPSTREAM', 'DOWNSTREAM', 'ANY');
const scope = fc.record({
  types: fc.option(fc.subarray([...EVENT_TYPES]), { nil: undefined }),
  asOfMs: fc.constantFrom(undefined, undefined, 1n),
});

const waysOf: Record<Direction, readonly (readonly Way[])[]> = {
  UPSTREAM: [['UPSTREAM']],
  DOWNSTREAM: [['DOWNSTREAM']],
  BOTH: [['UPSTREAM'], ['DOWNSTREAM']],
  ANY: [['UPSTREAM', 'DOWNSTREAM']],
};

/** What the answer's entries have to be when no budget cuts it. */
function plainEntries(graph: MemoryGraph, direction: Direction, question: PlainQuestion) {
  const lanes = waysOf[direction].map((ways) => ({ ways, distances: plainDistances(graph, ways, question) }));
  const entries = graph.nodes.flatMap((ref) => {
    const reaching = lanes.filter(({ distances }) => distances.has(nodeKey(ref)));
    if (reaching.length === 0) return [];
    const distance = Math.min(...reaching.map(({ distances }) => distances.get(nodeKey(ref)) ?? Number.NaN));
    const side = direction === 'ANY' ? undefined : reaching.length === 2 ? 'BOTH' : reaching[0]?.ways[0];
    return [{ ref, distance, side: direction !== 'ANY' && distance === 0 ? 'ROOT' : side }];
  });
  return inOrder(entries);
}

const withoutExpanded = ({ ref, distance, side }: { ref: NodeRef; distance: number; side: string | undefined }) => ({
  ref,
  distance,
  side,
});

describe('walk, on random graphs', () => {
  it('reaches what the plain reference reaches, at the same distance and on the same side', async () => {
    await fc.assert(
      fc.asyncProperty(
        rooted,
        direction,
        scope,
        fc.record({ maxHops: fc.integer({ min: 0, max: 8 }), maxNeighbors: fc.integer({ min: 1, max: 6 }) }),
        someNodes,
        someNodes,
        async ({ graph, roots }, direction, scope, { maxHops, maxNeighbors }, excluded, stopAt) => {
          const where = (ref: NodeRef) => !excluded(ref);
          const source = memorySource(graph, { where, stopAt });

          const answer = await walk(source, {
            ...{ ...UNBOUNDED, ...scope, roots, direction, maxHops },
            maxNeighborsPerNode: maxNeighbors,
          });

          const question = { ...scope, roots, maxHops, maxNeighbors, where, stopAt };
          expect(answer.entries.map(withoutExpanded)).toEqual(plainEntries(graph, direction, question));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('gives every edge between its entries once, and no other', async () => {
    await fc.assert(
      fc.asyncProperty(rooted, direction, scope, fc.nat(14), async ({ graph, roots }, direction, scope, maxNodes) => {
        const answer = await walk(memorySource(graph), { ...UNBOUNDED, ...scope, roots, direction, maxNodes });

        const inside = new Set(answer.entries.map(({ ref }) => nodeKey(ref)));
        const expected = plainEdges(graph, scope).filter(
          ({ source, target }) => inside.has(nodeKey(source)) && inside.has(nodeKey(target)),
        );
        expect(new Set(answer.edges)).toEqual(new Set(expected));
        expect(answer.edges).toHaveLength(expected.length);
      }),
    );
  });

  it('is cut off by its budget at a fixed place: the nearest nodes stay, of equals those first by kind and id', async () => {
    await fc.assert(
      fc.asyncProperty(rooted, lone, fc.nat(12), someNodes, async ({ graph, roots }, direction, maxNodes, stopAt) => {
        const source = memorySource(graph, { stopAt });

        const answer = await walk(source, { ...UNBOUNDED, roots, direction, maxNodes });

        const all = plainEntries(graph, direction, { roots, stopAt });
        expect(answer.entries.map(withoutExpanded)).toEqual(all.slice(0, Math.max(maxNodes, roots.length)));
      }),
      { numRuns: 300 },
    );
  });

  it('spends its whole budget on both sides, at true distances', async () => {
    await fc.assert(
      fc.asyncProperty(rooted, fc.nat(12), async ({ graph, roots }, maxNodes) => {
        const answer = await walk(memorySource(graph), { ...UNBOUNDED, roots, direction: 'BOTH', maxNodes });

        const all = plainEntries(graph, 'BOTH', { roots });
        expect(answer.entries).toHaveLength(Math.min(all.length, Math.max(maxNodes, roots.length)));
        const distances = all.map(({ ref, distance }) => ({ ref, distance }));
        for (const { ref, distance } of answer.entries) expect(distances).toContainEqual({ ref, distance });
      }),
      { numRuns: 300 },
    );
  });

  it('keeps what it had when it is given more hops or more nodes', async () => {
    await fc.assert(
      fc.asyncProperty(
        rooted,
        direction,
        fc.record({ maxHops: fc.nat(6), maxNodes: fc.nat(12) }),
        fc.record({ hops: fc.nat(3), nodes: fc.nat(4) }),
        async ({ graph, roots }, direction, { maxHops, maxNodes }, more) => {
          const options = { ...UNBOUNDED, roots, direction };

          const less = await walk(memorySource(graph), { ...options, maxHops, maxNodes });
          const greater = await walk(memorySource(graph), {
            ...options,
            maxHops: maxHops + more.hops,
            maxNodes: maxNodes + more.nodes,
          });

          const keys = new Set(greater.entries.map(({ ref }) => nodeKey(ref)));
          expect(less.entries.filter(({ ref }) => !keys.has(nodeKey(ref)))).toEqual([]);
        },
      ),
    );
  });

  it('does not depend on the order in which a store keeps its rows', async () => {
    await fc.assert(
      fc.asyncProperty(
        rooted.chain(({ graph, roots }) =>
          fc.record({
            graph: fc.constant(graph),
            roots: fc.constant(roots),
            shuffledRoots: fc.shuffledSubarray(roots, { minLength: roots.length }),
            events: fc.shuffledSubarray([...graph.events], { minLength: graph.events.length }),
          }),
        ),
        direction,
        fc.nat(12),
        async ({ graph, roots, shuffledRoots, events }, direction, maxNodes) => {
          const options = { ...UNBOUNDED, direction, maxNodes, maxNeighborsPerNode: 2 };

          const one = await walk(memorySource(graph), { ...options, roots });
          const other = await walk(memorySource({ ...graph, events }), { ...options, roots: shuffledRoots });

          expect({ ...other, roots: [] }).toEqual({ ...one, roots: [] });
        },
      ),
    );
  });
});

describe('completeness, on random graphs', () => {
  const limits = fc.record({
    maxHops: fc.nat(8),
    maxNodes: fc.integer({ min: 1, max: 14 }),
    maxNeighborsPerNode: fc.integer({ min: 1, max: 6 }),
  });

  it('is complete exactly when nothing is missing', async () => {
    await fc.assert(
      fc.asyncProperty(
        rooted,
        direction,
        scope,
        limits,
        someNodes,
        async ({ graph, roots }, direction, scope, limits, stopAt) => {
          const question = { ...scope, roots, direction };

          const answer = await walk(memorySource(graph, { stopAt }), { ...limits, ...question });

          const whole = plainEntries(graph, direction, { ...scope, roots, stopAt });
          const isWhole =
            answer.entries.length === whole.length &&
            whole.every((entry, at) => entry.side === answer.entries[at]?.side);
          expect(answer.completeness.complete).toBe(isWhole);
          expect(answer.completeness.reasons.length > 0).toBe(!isWhole);
          expect(answer.completeness.frontier.length > 0).toBe(!isWhole);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('is not spoilt by nodes that a filter turns away', async () => {
    await fc.assert(
      fc.asyncProperty(
        rooted,
        direction,
        limits,
        someNodes,
        async ({ graph, roots }, direction, { maxHops, maxNodes }, excluded) => {
          const where = (ref: NodeRef) => !excluded(ref);

          const answer = await walk(memorySource(graph, { where }), {
            ...{ roots, direction, maxHops, maxNodes, maxNeighborsPerNode: 100 },
          });

          const whole = plainEntries(graph, direction, { roots, where });
          const isWhole =
            answer.entries.length === whole.length &&
            whole.every((entry, at) => entry.side === answer.entries[at]?.side);
          expect(answer.completeness.complete).toBe(isWhole);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('counts the neighbours that are left out, node by node', async () => {
    await fc.assert(
      fc.asyncProperty(rooted, lone, limits, someNodes, async ({ graph, roots }, direction, limits, stopAt) => {
        const answer = await walk(memorySource(graph, { stopAt }), { ...limits, roots, direction });

        const inside = new Set(answer.entries.map(({ ref }) => nodeKey(ref)));
        const expected = answer.entries
          .filter(({ ref }) => !stopAt(ref))
          .flatMap(({ ref, distance }) =>
            (waysOf[direction][0] ?? []).map((way) => {
              const missing = plainNeighbors(graph, ref, way, {}).filter((far) => !inside.has(nodeKey(far)));
              return { ref, distance, direction: way, unexplored: missing.length };
            }),
          );
        expect(answer.completeness.frontier).toEqual(expected.filter(({ unexplored }) => unexplored > 0));
      }),
      { numRuns: 500 },
    );
  });

  it('calls an entry expanded unless it is on the frontier or a node to stop at', async () => {
    await fc.assert(
      fc.asyncProperty(rooted, direction, limits, someNodes, async ({ graph, roots }, direction, limits, stopAt) => {
        const answer = await walk(memorySource(graph, { stopAt }), { ...limits, roots, direction });

        const open = new Set(answer.completeness.frontier.map(({ ref }) => nodeKey(ref)));
        for (const { ref, expanded } of answer.entries) expect(expanded).toBe(!open.has(nodeKey(ref)) && !stopAt(ref));
      }),
    );
  });
});
