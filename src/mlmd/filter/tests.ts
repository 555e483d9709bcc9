import type { Value } from '../model.js';
import type { Filter, Test } from './filter.js';

/** There is a value. */
export const EXISTS: Test = { op: 'EXISTS' };

/** Equal to the text. */
export function equals(text: string): Test {
  return { op: 'COMPARE', comparison: '=', value: toValue(text) };
}

/** Equal to one of the texts. */
export function isOneOf(texts: readonly string[]): Test {
  return { op: 'IN', values: texts.map(toValue) };
}

/** Nodes of the types of these names. */
export function isOfTypes(names: readonly string[]): Filter {
  return { op: 'COLUMN', column: 'typeName', test: isOneOf(names) };
}

/** Fits the pattern of SQL's LIKE, upper and lower case apart. */
export function matches(pattern: string): Test {
  return { op: 'LIKE', pattern, ignoreCase: false };
}

/** The pattern that only the text itself fits. */
export function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, '\\$&');
}

function toValue(value: string): Value {
  return { type: 'STRING', value };
}
