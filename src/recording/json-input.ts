import type { Json, JsonObject } from '../mlmd/model.js';
import { badInput } from './validation.js';

/**
 * Deepest JSON that is taken. The engine reads a Struct with protobuf's limit of 100 nested messages, and every level
 * of an object takes three.
 */
const MAX_DEPTH = 32;

/** Integers of 64 bits end here; a whole number beyond is a floating-point one. */
const MAX_INT = 2 ** 64;

/**
 * JSON that the store can keep.
 *
 * @returns the value as it stands. `INVALID_ARGUMENT` where it is nested deeper than 32 levels, or holds a number that is not
 *   finite, an integer that a double cannot tell from the next, or text with half of a surrogate pair.
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
  // What arrives as 2^53 may have been sent as 2^53 + 1, and a seed or a hash that is off by one is worse than none.
  if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value) && Math.abs(value) < MAX_INT)
    throw badInput(`${value} is not an integer that JSON carries exactly: write it as a string.`, argument);
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
