import type { LineagePathResolvers } from '../generated/resolvers.js';
import { loadNode } from './walks/walk-source.js';

/** Resolves a way through the graph. */
export const LineagePath = {
  nodes: ({ nodes }, _args, request) => Promise.all(nodes.map((ref) => loadNode(request, ref))),
} satisfies LineagePathResolvers;
