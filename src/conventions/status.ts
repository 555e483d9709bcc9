import type { Execution, ExecutionState } from '../mlmd/model.js';
import type { ExecutionSummary } from '../mlmd/store.js';
import { textOf } from './properties.js';

/**
 * The status of an execution as its writer stored it; undefined where it set none, as the Kubeflow SDK, CMF and the first
 * version of Kubeflow Pipelines never do.
 */
export function statusOf(execution: Execution): ExecutionState | undefined {
  return execution.state ?? legacyStatusOf(execution);
}

/** Before MLMD had a column for it, TFX declared a property `state`. Source: tfx/orchestration/metadata.py, release 0.21. */
function legacyStatusOf({ properties }: Execution): ExecutionState | undefined {
  return properties.has('component_id') ? LEGACY_STATES.get(textOf(properties, 'state') ?? '') : undefined;
}

const LEGACY_STATES: ReadonlyMap<string, ExecutionState> = new Map<string, ExecutionState>([
  ['new', 'NEW'],
  ['complete', 'COMPLETE'],
  ['cached', 'CACHED'],
]);

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
