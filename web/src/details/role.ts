import type { ExecutionRole } from '../generated/operations.js';

const NAMES: Readonly<Record<ExecutionRole, string>> = {
  STEP: 'step',
  DAG: 'graph of tasks',
  LOOP: 'loop',
  ITERATION: 'pass of a loop',
  IMPORTER: 'importer',
  RESOLVER: 'resolver',
};

/** What a step is to its pipeline, in words. */
export function roleText(role: ExecutionRole): string {
  return NAMES[role];
}
