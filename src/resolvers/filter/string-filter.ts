import type { StringFilter } from '../../generated/resolvers.js';
import type { Column, Filter, Test } from '../../mlmd/filter/filter.js';
import { EXISTS, equals, escapeLike, isOneOf, matches } from '../../mlmd/filter/tests.js';

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

/** Neither null nor absent. */
export function isGiven<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}

function holds(test: Test): SignedTest {
  return { test, negated: false };
}
