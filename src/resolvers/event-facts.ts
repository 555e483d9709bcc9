import type { Event, PathStep } from '../mlmd/model.js';
import { toWritableInstant } from './instant.js';
import type { EventFacts } from './models.js';

/** What an edge says of its event. */
export function eventFacts({ type, path, timeMs }: Event): EventFacts {
  return { type, path: toSlots(path), occurredAt: toWritableInstant(timeMs) };
}

/**
 * The slots that an event's path names: keys joined by dots, positions in brackets. MLMD keeps one event for an artifact
 * that went through two slots of one execution, and puts both into one path; a key that follows a position begins a
 * new slot, as no path goes on by name from inside of a list.
 */
export function toSlots(path: readonly PathStep[]): readonly string[] {
  const slots: string[] = [];
  let slot: string | undefined;
  let afterIndex = false;
  for (const step of path) {
    if ('index' in step) {
      slot = `${slot ?? ''}[${step.index}]`;
      afterIndex = true;
      continue;
    }
    if (slot !== undefined && afterIndex) slots.push(slot);
    slot = slot === undefined || afterIndex ? step.key : `${slot}.${step.key}`;
    afterIndex = false;
  }
  return slot === undefined ? slots : [...slots, slot];
}
