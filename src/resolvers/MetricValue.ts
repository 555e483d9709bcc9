import type { MetricValueResolvers } from '../generated/resolvers.js';

/** Resolves a measured value; `text` still tells a number that JSON cannot write. */
export const MetricValue = {
  value: ({ value }) => (value !== undefined && Number.isFinite(value) ? value : null),
} satisfies MetricValueResolvers;
