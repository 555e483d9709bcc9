import { describe, it } from 'vitest';
import { type Step, writeToBoth } from './support/both-writers.js';
import { pythonWith } from './support/python.js';
import { EDGES } from './write-steps/edges.js';
import { EXECUTIONS } from './write-steps/executions.js';
import { NODES } from './write-steps/nodes.js';
import { SUBGRAPHS } from './write-steps/subgraphs.js';
import { TYPES } from './write-steps/types.js';

const python = pythonWith('ml_metadata', 'grpc');

const FAMILIES: readonly (readonly [string, readonly Step[]])[] = [
  ['types', TYPES],
  ['nodes', NODES],
  ['events, memberships and parents', EDGES],
  ['executions with what belongs to them', EXECUTIONS],
  ['subgraphs', SUBGRAPHS],
];

// Each step builds on the rows that those before it left on both sides.
describe.skipIf(python === undefined)('every call that writes', { timeout: 120_000 }, () => {
  it.each(FAMILIES)('answers for %s as the engine does, and leaves the same rows', async (_, steps) => {
    const both = await writeToBoth(python ?? '');

    for (const step of steps) await both.agree(step);
  });
});
