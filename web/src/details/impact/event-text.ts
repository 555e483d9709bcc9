import type { EventType } from '../../generated/operations.js';

const TEXTS: Readonly<Record<EventType, string>> = {
  UNKNOWN: 'by an event of unknown type',
  DECLARED_OUTPUT: 'by a declared output',
  DECLARED_INPUT: 'by a declared input',
  INPUT: 'by an input',
  OUTPUT: 'by an output',
  INTERNAL_INPUT: 'by an internal input',
  INTERNAL_OUTPUT: 'by an internal output',
  PENDING_OUTPUT: 'by a pending output',
};

/** By what kind of event a way goes on. */
export function eventText(type: EventType): string {
  return TEXTS[type];
}
