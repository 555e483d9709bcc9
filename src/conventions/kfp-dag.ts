import type { Scope } from '../mlmd/filter/filter.js';
import { type Execution, type ExecutionId, type ExecutionState, INT64_MAX } from '../mlmd/model.js';
import type { ExecutionSummary } from '../mlmd/store.js';
import { textOf } from './properties.js';

/** The type of a graph of tasks: of a whole run, a nested one, a loop, one pass of it, or a branch of a condition. */
export const KFP_DAG = 'system.DAGExecution';

/** The type of the contexts that are runs, each of which has a first graph. */
export const KFP_RUN = 'system.PipelineRun';

/** MLMD's name of the first graph of a run; no other execution has one. */
export function rootDagName(runId: string): string {
  return `run/${runId}`;
}

/** The graph of tasks that a step is part of; it need not exist, as nothing checks it. */
export function parentIdOf(execution: Execution): ExecutionId | undefined {
  return isKfp(execution) ? idOf(wholeNumber(execution, PARENT)) : undefined;
}

/** The steps of which a graph of tasks is made, nested graphs among them. */
export function tasksOf(dag: ExecutionId): Scope {
  return { contextIds: [], labels: [{ name: PARENT, value: dag }] };
}

const PARENT = 'parent_dag_id';

/** Which pass of a loop a step is part of, from 0. */
export function iterationIndexOf(execution: Execution): number | undefined {
  return isKfp(execution) ? count(wholeNumber(execution, 'iteration_index')) : undefined;
}

/** How many passes a loop has; undefined for what is none. */
export function iterationCountOf(execution: Execution): number | undefined {
  return isKfp(execution) ? count(wholeNumber(execution, 'iteration_count')) : undefined;
}

/** The execution whose outputs were taken; it need not exist. */
export function cachedFromIdOf(execution: Execution): ExecutionId | undefined {
  const stored = isKfp(execution) ? textOf(execution.customProperties, 'cached_execution_id') : undefined;
  return stored !== undefined && /^\d{1,19}$/.test(stored) ? idOf(BigInt(stored)) : undefined;
}

/**
 * Whether a graph's tasks tell how it stands. The first of a run stays RUNNING for ever, as it does not say how many tasks
 * there are to be, and older releases leave nested ones RUNNING too.
 */
export function isLeftRunning({ typeName, state }: Execution): boolean {
  return typeName === KFP_DAG && state === 'RUNNING';
}

/**
 * How a graph stands, from how its own tasks do. It counts as the launcher does: what was taken from a cache is finished,
 * and so is what a false condition called off.
 *
 * @param tasks - how many are in each state, nested graphs in the one that their own tasks tell.
 */
export function dagStatus(dag: Execution, tasks: ExecutionSummary['states']): ExecutionState {
  if ((tasks.get('FAILED') ?? 0) > 0) return 'FAILED';
  const all = [...tasks.values()].reduce((sum, some) => sum + some, 0);
  const finished = FINISHED.reduce((sum, state) => sum + (tasks.get(state) ?? 0), 0);
  // A graph that does not say how many there are to be has one at least.
  const expected = iterationCountOf(dag) ?? count(wholeNumber(dag, 'total_dag_tasks')) ?? 1;
  return finished < all || finished < expected ? 'RUNNING' : 'COMPLETE';
}

const FINISHED: readonly ExecutionState[] = ['COMPLETE', 'CACHED', 'CANCELED'];

function isKfp({ typeName }: Execution): boolean {
  return typeName?.startsWith('system.') === true;
}

function wholeNumber({ customProperties }: Execution, name: string): bigint | undefined {
  const stored = customProperties.get(name);
  return stored?.type === 'INT' ? stored.value : undefined;
}

function idOf(value: bigint | undefined): ExecutionId | undefined {
  return value !== undefined && value > 0n && value <= INT64_MAX ? (value as ExecutionId) : undefined;
}

/** Counts are small; what is none, as a damaged store may hold, is left out. */
function count(value: bigint | undefined): number | undefined {
  return value !== undefined && value >= 0n && value <= 0x7fff_ffffn ? Number(value) : undefined;
}
