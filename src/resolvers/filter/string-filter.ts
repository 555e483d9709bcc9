import type { StringFilter } from '../../generated/resolvers.js';
import type { Column, Filter, Test } from '../../mlmd/filter/filter.js';
import type { Value } from '../../mlmd/model.js';

/** A test that must hold or, negated, must not. A missing value passes no test. */
export interface SignedTest {
  readonly test: Test;
  readonly negated: boolean;
}

/** The tests that a filter of a text stands for; all of them must come out as they should. */
export function stringTests(filter: StringFilter): readonly SignedTest[] {
  const { eq, ne, in: oneOf, like, startsWith, contains, isNull } = filter;
  return [
    ...(isGiven(eq) ? [holds(equals(eq))] : []),
    ...(isGiven(ne) ? [{ test: equals(ne), negated: true }] : []),
    ...(isGiven(oneOf) ? [holds(isOneOf(oneOf))] : []),
    ...(isGiven(like) ? [holds(matches(like))] : []),
    ...(isGiven(startsWith) ? [holds(matches(`${escapeLike(startsWith)}%`))] : []),
    ...(isGiven(contains) ? [holds(matches(`%${escapeLike(contains)}%`))] : []),
    ...(isGiven(isNull) ? [{ test: EXISTS, negated: isNull }] : []),
  ];
}

/** Conditions on a column, all of which must hold; none for an absent filter. */
export function columnConditions(column: Column, filter: StringFilter | null | undefined): readonly Filter[] {
  if (!isGiven(filter)) return [];
  return stringTests(filter).map(({ test, negated }): Filter => {
    const condition: Filter = { op: 'COLUMN', column, test };
    return negated ? { op: 'NOT', of: condition } : condition;
  });
}

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

/** Fits the pattern of SQL's LIKE, upper and lower case apart. */
export function matches(pattern: string): Test {
  return { op: 'LIKE', pattern, ignoreCase: false };
}

/** The pattern that only the text itself fits. */
export function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, '\\$&');
}

/** Neither null nor absent. */
export function isGiven<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}

function holds(test: Test): SignedTest {
  return { test, negated: false };
}

function toValue(value: string): Value {
  return { type: 'STRING', value };
}
