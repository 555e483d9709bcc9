import type { Json, JsonObject } from '../mlmd/model.js';
import { badInput } from './validation.js';

/**
 * Deepest JSON that is taken. The engine reads a Struct with protobuf's limit of 100 nested messages, and every level
 * of an object takes three.
 */
const MAX_DEPTH = 32;

/**
 * JSON that the store can keep.
 *
 * @returns the value as it stands. `INVALID_ARGUMENT` where it is nested deeper than 32 levels, or holds a number that is not
 *   finite or text with half of a surrogate pair.
 */
export function jsonInput(value: Json, argument: string): Json {
  check(value, argument, 0);
  return value;
}

/** JSON that must be an object, as a Struct is. */
export function structInput(value: Json, argument: string): JsonObject {
  if (!isObject(value)) throw badInput('A struct must be a JSON object.', argument);
  check(value, argument, 0);
  return value;
}

function check(value: Json, argument: string, depth: number): void {
  if (depth > MAX_DEPTH) throw badInput(`JSON is nested deeper than ${MAX_DEPTH} levels.`, argument);
  if (typeof value === 'number' && !Number.isFinite(value))
    throw badInput(`${value} is not a finite number.`, argument);
  if (typeof value === 'string') checkText(value, argument);
  if (value === null || typeof value !== 'object') return;
  for (const [key, part] of Object.entries(value)) {
    checkText(key, argument);
    check(part, argument, depth + 1);
  }
}

function checkText(text: string, argument: string): void {
  if (/\p{Surrogate}/u.test(text)) throw badInput('JSON text holds half of a surrogate pair.', argument);
}

function isObject(value: Json): value is JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
