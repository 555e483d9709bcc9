import {
  dagStatus,
  isLeftRunning,
  KFP_DAG,
  namedWorkspaceOf,
  runStatus,
  statusOf,
  tasksOf,
} from '../../conventions/index.js';
import { EVERYTHING, type Filter, type Scope } from '../../mlmd/filter/filter.js';
import { isOneOf } from '../../mlmd/filter/tests.js';
import type { Execution, ExecutionId, ExecutionState } from '../../mlmd/model.js';
import type { ExecutionSummary } from '../../mlmd/store.js';
import type { RunModel } from '../models.js';
import type { Loaders } from '../request-context.js';
import { rootDagOf } from './root-dag.js';
import { runScopeOf } from './scopes.js';

/** How a step stands, and since when. */
export interface Standing {
  readonly status: ExecutionState | undefined;
  /** The last change of the step's record or, where its tasks tell the status, of any of theirs. */
  readonly lastUpdateTimeMs: number;
}

/**
 * How a step stands: as the store says or, for a graph of tasks that was left RUNNING, as its tasks tell. Graphs of one
 * selection ask together, and those nested in them too: a few statements for each level of nesting.
 *
 * @param around - the graphs that it is nested in: a damaged store may hold one that is nested in itself.
 */
export async function standingOf(
  loaders: Loaders,
  execution: Execution,
  around: ReadonlySet<ExecutionId> = new Set(),
): Promise<Standing> {
  const stored = { status: statusOf(execution), lastUpdateTimeMs: execution.updateTimeMs };
  if (!isLeftRunning(execution) || around.has(execution.id)) return stored;
  const tasks = tasksOf(execution.id);
  const { states, lastUpdateTimeMs } = await loaders.executionSummary(tasks);
  const nested = states.has('RUNNING') ? await loaders.nodePage('EXECUTION', LEFT_RUNNING, tasks) : undefined;
  const within = new Set([...around, execution.id]);
  const standings = await Promise.all((nested?.items ?? []).map(({ value }) => standingOf(loaders, value, within)));
  const times = standings.map((standing) => standing.lastUpdateTimeMs);
  return {
    status: dagStatus(execution, instead(states, standings)),
    lastUpdateTimeMs: [lastUpdateTimeMs ?? 0, ...times].reduce(
      (last, time) => Math.max(last, time),
      execution.updateTimeMs,
    ),
  };
}

/** How a run stands: as its first graph of tasks does where it has one, else as its executions tell. */
export async function statusOfRun(loaders: Loaders, run: RunModel): Promise<ExecutionState | undefined> {
  const context = run.contextId === undefined ? undefined : await loaders.context(run.contextId);
  const root = context && (await rootDagOf(loaders, context));
  if (root !== undefined) return (await standingOf(loaders, root)).status;
  const scope = await runScopeOf(loaders, run);
  const summary = await loaders.executionSummary(scope);
  const isInProperties = context !== undefined && namedWorkspaceOf(context) !== undefined;
  return runStatus(isInProperties ? { ...summary, states: await describedStates(loaders, scope) } : summary);
}

/** The states of executions that keep them in a property, which the store does not sum up. */
async function describedStates(loaders: Loaders, scope: Scope): Promise<ExecutionSummary['states']> {
  const { items } = await loaders.nodePage('EXECUTION', STEPS, scope);
  const states = new Map<ExecutionState | 'NONE', number>();
  for (const { value } of items) {
    const state = statusOf(value) ?? 'NONE';
    states.set(state, (states.get(state) ?? 0) + 1);
  }
  return states;
}

/** Steps that a status kept in properties is told from; a run of old has a few dozen. */
const STEPS = { filter: EVERYTHING, order: { field: 'ID', descending: false }, page: { limit: 10_000 } } as const;

/** Graphs of tasks whose status is looked into; of more than these the status is what the store says. */
const MOST_NESTED = 10_000;

const IS_LEFT_RUNNING: Filter = {
  op: 'AND',
  of: [
    { op: 'COLUMN', column: 'typeName', test: isOneOf([KFP_DAG]) },
    { op: 'COLUMN', column: 'state', test: isOneOf(['RUNNING']) },
  ],
};

const LEFT_RUNNING = {
  filter: IS_LEFT_RUNNING,
  order: { field: 'ID', descending: false },
  page: { limit: MOST_NESTED },
} as const;

/** The tasks by state, with the graphs that are RUNNING in the store counted as they really stand. */
function instead(stored: ReadonlyMap<ExecutionState | 'NONE', number>, standings: readonly Standing[]) {
  const states = new Map(stored);
  const add = (state: ExecutionState | 'NONE', count: number) => states.set(state, (states.get(state) ?? 0) + count);
  for (const { status } of standings) {
    add('RUNNING', -1);
    add(status ?? 'NONE', 1);
  }
  return states;
}
