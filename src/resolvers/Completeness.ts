import type { CompletenessResolvers } from '../generated/resolvers.js';
import { memoryConnection } from './lists/memory-list.js';
import type { CursorOrder } from './paging/cursor.js';
import { toPageArgs } from './paging/page-input.js';
import { loadNode } from './walks/walk-source.js';

/** By distance, then artifacts before executions, then by id, then upstream first. */
const FRONTIER_ORDER: CursorOrder = { name: 'FRONTIER', keys: ['INT', 'INT', 'INT', 'INT'] };

/** Resolves what an answer has left out. */
export const Completeness = {
  frontier: ({ frontier }, args, request) =>
    memoryConnection(
      {
        order: FRONTIER_ORDER,
        items: frontier,
        positionOf: ({ ref, distance, direction }) => [
          BigInt(distance),
          ref.kind === 'ARTIFACT' ? 0n : 1n,
          ref.id,
          direction === 'UPSTREAM' ? 0n : 1n,
        ],
        toEdges: (items) =>
          Promise.all(
            items.map(async ({ value: { ref, unexplored, direction }, cursor }) => ({
              cursor,
              node: await loadNode(request, ref),
              unexplored,
              direction,
            })),
          ),
      },
      toPageArgs(args, FRONTIER_ORDER, request.limits),
    ),
} satisfies CompletenessResolvers;
