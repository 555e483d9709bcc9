import type { Filter, Test } from '../mlmd/filter/filter.js';
import { EXISTS, isOneOf } from '../mlmd/filter/tests.js';
import type { Execution, ExecutionState, NodeType } from '../mlmd/model.js';
import type { ExecutionSummary } from '../mlmd/store.js';
import { textOf } from './properties.js';

/**
 * The status of an execution as its writer stored it; undefined where it set none, as the Kubeflow SDK, CMF and the first
 * version of Kubeflow Pipelines never do.
 */
export function statusOf(execution: Execution): ExecutionState | undefined {
  return execution.state ?? legacyStatusOf(execution);
}

/**
 * Executions whose writer stored one of these statuses, as {@link statusOf} reads it.
 *
 * @param types - those that are registered: only where one declares it is a status looked for in properties.
 */
export function hasStatus(statuses: readonly ExecutionState[], types: readonly NodeType[]): Filter {
  const inColumn: Filter = { op: 'COLUMN', column: 'state', test: isOneOf(statuses) };
  const legacy = types.filter(declaresStatus).map(({ id }) => id);
  const written = [...LEGACY_STATES].flatMap(([text, status]) => (statuses.includes(status) ? [text] : []));
  if (legacy.length === 0 || written.length === 0) return inColumn;
  const declared = (name: string, test: Test): Filter => ({ op: 'PROPERTY', name, custom: false, test });
  const inProperty: Filter = {
    op: 'AND',
    of: [
      { op: 'TYPE_ID', in: legacy },
      { op: 'NOT', of: { op: 'COLUMN', column: 'state', test: EXISTS } },
      declared(STATE, isOneOf(written)),
      declared(COMPONENT, EXISTS),
    ],
  };
  return { op: 'OR', of: [inColumn, inProperty] };
}

/** Before MLMD had a column for it, TFX declared a property. Source: tfx/orchestration/metadata.py, release 0.21. */
function legacyStatusOf({ properties }: Execution): ExecutionState | undefined {
  return properties.has(COMPONENT) ? LEGACY_STATES.get(textOf(properties, STATE) ?? '') : undefined;
}

function declaresStatus({ kind, properties }: NodeType): boolean {
  return kind === 'EXECUTION' && properties.has(STATE) && properties.has(COMPONENT);
}

const [STATE, COMPONENT] = ['state', 'component_id'] as const;

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
