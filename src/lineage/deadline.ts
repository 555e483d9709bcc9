import { MetadataError } from '../errors.js';

/** Whether the time of a call ran out: no failure of a walk, but its end. */
export function isDeadline(error: unknown): boolean {
  return error instanceof MetadataError && error.code === 'DEADLINE_EXCEEDED';
}
