import type { Filter } from '../mlmd/filter/filter.js';
import { EVENT_TYPES, type EventType } from '../mlmd/model.js';
import { CONVENTIONS } from './tools.js';

/** Events by which an orchestrator notes something for itself, such as what a resolver of TFX has picked. */
const INTERNAL: ReadonlySet<EventType> = new Set<EventType>(['INTERNAL_INPUT', 'INTERNAL_OUTPUT']);

/** What tells where data came from and went, whichever tool wrote it: the events, and per kind the nodes. */
export const DATA_FLOW = {
  eventTypes: EVENT_TYPES.filter((type) => !INTERNAL.has(type)),
  ARTIFACT: notBeside('ARTIFACT'),
  EXECUTION: notBeside('EXECUTION'),
} as const;

function notBeside(kind: 'ARTIFACT' | 'EXECUTION'): Filter {
  const beside = CONVENTIONS.flatMap(({ besideDataFlow }) => besideDataFlow?.[kind] ?? []);
  return { op: 'NOT', of: { op: 'OR', of: beside } };
}
