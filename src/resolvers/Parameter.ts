import type { ParameterResolvers } from '../generated/resolvers.js';
import { toJson, toLine } from './value-text.js';

/** Resolves a value that a step was given or gave back. */
export const Parameter = {
  value: ({ stored }) => toJson(stored),
  text: ({ stored }) => toLine(stored),
} satisfies ParameterResolvers;
