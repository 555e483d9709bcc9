import type { LineageResolvers } from '../generated/resolvers.js';
import { loadNode } from './walks/walk-source.js';

/** Resolves a part of the lineage graph. */
export const Lineage = {
  roots: ({ roots }, _args, request) => Promise.all(roots.map((ref) => loadNode(request, ref))),
  counts: async ({ entries }, _args, request) => {
    const nodes = await Promise.all(entries.map(({ ref }) => loadNode(request, ref)));
    const counts = new Map<string, number>();
    for (const { typeName = '' } of nodes) counts.set(typeName, (counts.get(typeName) ?? 0) + 1);
    return [...counts]
      .map(([typeName, count]) => ({ typeName, count }))
      .sort((left, right) => right.count - left.count || (left.typeName < right.typeName ? -1 : 1));
  },
} satisfies LineageResolvers;
