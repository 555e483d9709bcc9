import type { ArtifactFilter, PropertyFilter, PropertyValueInput } from '../generated/operations.js';

/** How a property is compared. */
export const OPERATORS = ['eq', 'ne', 'gt', 'ge', 'lt', 'le', 'has', 'exists'] as const;

/** How a property is compared: `has` finds a text inside of it, `exists` heeds no value. */
export type Operator = (typeof OPERATORS)[number];

/** A property that things must have, in the reader's words: `accuracy`, `ge`, `0.9`. */
export interface Condition {
  readonly property: string;
  readonly operator: Operator;
  readonly value: string;
}

/** How each operator is written in front of a reader. */
export const OPERATOR_SIGNS: Readonly<Record<Operator, string>> = {
  eq: '=',
  ne: '≠',
  gt: '>',
  ge: '≥',
  lt: '<',
  le: '≤',
  has: 'contains',
  exists: 'is there',
};

/** A condition as the address holds it: `ge:accuracy:0.9`, with the name encoded. */
export function conditionText({ operator, property, value }: Condition): string {
  return `${operator}:${encodeURIComponent(property)}:${value}`;
}

/** Reads what {@link conditionText} writes; null for anything else. */
export function conditionOf(text: string): Condition | null {
  const [, sign, name = '', value = ''] = /^([a-z]+):([^:]+):(.*)$/s.exec(text) ?? [];
  const operator = OPERATORS.find((one) => one === sign);
  try {
    return operator === undefined ? null : { operator, property: decodeURIComponent(name), value };
  } catch {
    return null;
  }
}

/**
 * A condition as the API takes it. What looks like a number may have been written as a text, and so may yes and no, so
 * equality asks for either.
 */
export function conditionFilter({
  property: name,
  operator,
  value,
}: Condition): Pick<ArtifactFilter, 'and' | 'or' | 'property'> {
  const one = (test: Omit<PropertyFilter, 'name'>) => ({ property: { name, ...test } });
  switch (operator) {
    case 'exists':
      return one({ exists: true });
    case 'has':
      return one({ like: `%${value.replace(/[\\%_]/g, '\\$&')}%` });
    case 'eq':
      return { or: readings(value).map((eq) => one({ eq })) };
    case 'ne':
      return { and: readings(value).map((ne) => one({ ne })) };
    case 'gt':
    case 'ge':
    case 'lt':
    case 'le':
      return one({ [operator]: numberIn(value) ?? { string: value } });
    default:
      return operator satisfies never;
  }
}

/** All that a value may stand for. */
function readings(value: string): readonly PropertyValueInput[] {
  const number = numberIn(value);
  return [
    { string: value },
    ...(number === undefined ? [] : [number]),
    ...(value === 'true' || value === 'false' ? [{ bool: value === 'true' }] : []),
  ];
}

/** Whole numbers as such, as a double holds only those below 2^53. */
function numberIn(value: string): PropertyValueInput | undefined {
  const text = value.trim();
  if (/^-?\d{1,18}$/.test(text)) return { int: text };
  const double = Number(text);
  return text === '' || !Number.isFinite(double) ? undefined : { double };
}
