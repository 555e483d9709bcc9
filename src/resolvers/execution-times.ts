import { statusOf } from '../conventions/index.js';
import type { Execution, ExecutionState } from '../mlmd/model.js';
import type { Standing } from './groups/standing.js';
import { toInstant } from './instant.js';

const OVER: ReadonlySet<ExecutionState> = new Set<ExecutionState>(['COMPLETE', 'FAILED', 'CACHED', 'CANCELED']);

/** Whether nothing more is to come of what has this status. */
export function isOver(status: ExecutionState | undefined): boolean {
  return status !== undefined && OVER.has(status);
}

/**
 * When a step began. MLMD keeps no such time, so the record's creation stands in: tools record a step as it starts. Null
 * for one that has not.
 */
export function startedAtOf(execution: Execution): Date | null {
  return statusOf(execution) === 'NEW' ? null : toInstant(execution.createTimeMs);
}

/**
 * When a step ended. MLMD keeps no such time, so the record's last change stands in: tools touch a step for the last
 * time when they write down how it ended. Null for one that has not, and for one of which nobody says how it stands.
 */
export function finishedAtOf({ status, lastUpdateTimeMs }: Standing): Date | null {
  return isOver(status) ? toInstant(lastUpdateTimeMs) : null;
}
