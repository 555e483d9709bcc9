import type { Execution, ExecutionState } from '../mlmd/model.js';
import type { ExecutionSummary } from '../mlmd/store.js';

/** The status of an execution; undefined where its writer set none, as the Kubeflow SDK and CMF never do. */
export function statusOf(execution: Execution): ExecutionState | undefined {
  return execution.state;
}

/**
 * The status of a run, from those of its executions that have one: failed as soon as one has, then running, canceled,
 * and complete only when nothing is left to do. A run of which some steps are over and others not begun is running;
 * one that took everything from a cache is cached.
 *
 * @returns undefined where no execution has a status.
 */
export function runStatus({ states }: ExecutionSummary): ExecutionState | undefined {
  const over = states.has('COMPLETE') || states.has('CACHED');
  if (states.has('FAILED')) return 'FAILED';
  if (states.has('RUNNING') || (states.has('NEW') && over)) return 'RUNNING';
  if (states.has('NEW')) return 'NEW';
  if (states.has('CANCELED')) return 'CANCELED';
  if (states.has('COMPLETE')) return 'COMPLETE';
  if (states.has('CACHED')) return 'CACHED';
  return states.has('UNKNOWN') ? 'UNKNOWN' : undefined;
}
