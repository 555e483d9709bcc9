import type { PropertyFilter, PropertyValueInput } from '../../generated/resolvers.js';
import type { Comparison, Filter, Test } from '../../mlmd/filter/filter.js';
import { EXISTS, matches } from '../../mlmd/filter/tests.js';
import type { Value } from '../../mlmd/model.js';
import { invalid } from '../invalid.js';
import { isGiven } from './string-filter.js';

/** The fields of the filter that say which value comes first. */
const ORDERINGS: readonly { readonly field: 'lt' | 'le' | 'gt' | 'ge'; readonly comparison: Comparison }[] = [
  { field: 'lt', comparison: '<' },
  { field: 'le', comparison: '<=' },
  { field: 'gt', comparison: '>' },
  { field: 'ge', comparison: '>=' },
];

/**
 * Conditions on one property, all of which must hold; that it exists, where only its name is given.
 *
 * @param at - path of the filter, for errors.
 * @throws MetadataError `INVALID_ARGUMENT` for values that do not compare.
 */
export function propertyConditions(filter: PropertyFilter, at: string): readonly Filter[] {
  const { name, custom, eq, ne, in: oneOf, like, exists } = filter;
  const has = (test: Test): Filter => ({ op: 'PROPERTY', name, custom: custom ?? undefined, test });
  const lacks = (test: Test): Filter => ({ op: 'NOT', of: has(test) });
  const compares = (comparison: Comparison, value: Value): Test => ({ op: 'COMPARE', comparison, value });

  const orderings = ORDERINGS.flatMap(({ field, comparison }) => {
    const bound = filter[field];
    return isGiven(bound) ? [has(compares(comparison, toOrdered(bound, `${at}.${field}`)))] : [];
  });
  const conditions = [
    ...(isGiven(eq) ? [has(compares('=', toValue(eq, `${at}.eq`)))] : []),
    ...(isGiven(ne) ? [lacks(compares('=', toValue(ne, `${at}.ne`)))] : []),
    ...orderings,
    ...(isGiven(oneOf) ? [has({ op: 'IN', values: oneOf.map((value, i) => toValue(value, `${at}.in.${i}`)) })] : []),
    ...(isGiven(like) ? [has(matches(like))] : []),
    ...(isGiven(exists) ? [exists ? has(EXISTS) : lacks(EXISTS)] : []),
  ];
  return conditions.length === 0 ? [has(EXISTS)] : conditions;
}

function toOrdered(input: PropertyValueInput, at: string): Value {
  const value = toValue(input, at);
  if (value.type === 'BOOLEAN') throw invalid(at, 'Booleans have no order; ask by `eq`.');
  return value;
}

function toValue(input: PropertyValueInput, at: string): Value {
  if (isGiven(input.int)) return { type: 'INT', value: input.int };
  if (isGiven(input.double)) return { type: 'DOUBLE', value: input.double };
  if (isGiven(input.string)) return { type: 'STRING', value: input.string };
  if (isGiven(input.bool)) return { type: 'BOOLEAN', value: input.bool };
  throw invalid(`${at}.struct`, 'Structs do not compare; ask by `exists`.');
}
