import type { LineageEntryResolvers } from '../generated/resolvers.js';
import { loadNode } from './walks/walk-source.js';

/** Resolves a node that a walk reached. Its degrees are counted only where they are asked for. */
export const LineageEntry = {
  node: ({ ref }, _args, request) => loadNode(request, ref),
  upstreamDegree: async ({ ref }, _args, { loaders }) => (await loaders.eventCount(ref, UPSTREAM)).events,
  downstreamDegree: async ({ ref }, _args, { loaders }) => (await loaders.eventCount(ref, DOWNSTREAM)).events,
} satisfies LineageEntryResolvers;

const UPSTREAM = { direction: 'UPSTREAM' } as const;
const DOWNSTREAM = { direction: 'DOWNSTREAM' } as const;
