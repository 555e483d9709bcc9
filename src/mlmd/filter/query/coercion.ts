import { INT64_MAX, INT64_MIN } from '../../model.js';
import { refusal } from './refusal.js';
import type { Expression, ValueType } from './tree.js';

/** Whether it is NULL as it stands, which takes any type. */
export function isNull(expression: Expression): boolean {
  return expression.op === 'LITERAL' && expression.value === null;
}

/**
 * Brings expressions to the one type that all of them go with: INT64 beside FLOAT64 becomes FLOAT64, and NULL, which is
 * INT64 if it is alone, becomes whatever the others are.
 *
 * @param what - what they are to, for the error: `operands of =`.
 */
export function unify(expressions: readonly Expression[], at: number, what: string): readonly Expression[] {
  const types = new Set(expressions.filter((expression) => !isNull(expression)).map(({ type }) => type));
  const [first = 'INT64'] = types;
  const areNumbers = types.has('FLOAT64') && expressions.every((expression) => goesAs(expression, 'FLOAT64'));
  if (types.size > 1 && !areNumbers) throw refusal(at, `${[...types].join(' and ')} do not go together as ${what}.`);
  const type = types.size > 1 ? 'FLOAT64' : first;
  return expressions.map((expression) => coerce(expression, type));
}

/** Whether an expression can stand where a type is wanted, converted by {@link coerce}. */
export function goesAs(expression: Expression, type: ValueType): boolean {
  return isNull(expression) || expression.type === type || (type === 'FLOAT64' && INTEGERS.has(expression.type));
}

const INTEGERS: ReadonlySet<ValueType> = new Set<ValueType>(['INT64', 'UINT64']);

/** The expression in a type that it {@link goesAs}. */
export function coerce(expression: Expression, type: ValueType): Expression {
  if (expression.type === type) return expression;
  return isNull(expression) ? { op: 'LITERAL', type, value: null } : cast(expression, type);
}

const CASTS: Readonly<Record<string, ValueType>> = {
  INT64: 'INT64',
  INT32: 'INT64',
  UINT32: 'INT64',
  UINT64: 'INT64',
  FLOAT64: 'FLOAT64',
  DOUBLE: 'FLOAT64',
  FLOAT: 'FLOAT64',
  STRING: 'STRING',
  BOOL: 'BOOL',
  BOOLEAN: 'BOOL',
};

/** The type that a CAST names; all integers are 64 bits wide here. */
export function castType(name: string): ValueType | undefined {
  return CASTS[name.toUpperCase()];
}

/** Whether there is a conversion at all. */
export function canCast(from: ValueType, to: ValueType): boolean {
  const pair = new Set([from, to]);
  return !(pair.has('FLOAT64') && pair.has('BOOL'));
}

/** The expression converted: a literal at once, where it can be, as GoogleSQL does; anything else by the database. */
export function cast(expression: Expression, type: ValueType): Expression {
  if (expression.type === type && !isNull(expression)) return expression;
  const value = expression.op === 'LITERAL' && expression.value !== null ? convert(expression.value, type) : undefined;
  return value === undefined ? { op: 'CAST', type, of: expression } : { op: 'LITERAL', type, value };
}

/** Undefined where the text is no such value, or the number cannot be held. */
function convert(
  value: bigint | number | string | boolean,
  type: ValueType,
): bigint | number | string | boolean | undefined {
  switch (type) {
    case 'INT64':
      return toInteger(value);
    case 'FLOAT64':
      return typeof value === 'string' ? toFloat(value) : Number(value);
    case 'STRING':
      return typeof value === 'number' && !isShort(value) ? undefined : String(value);
    case 'BOOL':
      return typeof value === 'string' ? TRUTHS[value.toLowerCase()] : Boolean(value);
    case 'UINT64':
      return undefined;
    default:
      return type satisfies never;
  }
}

/** Whether GoogleSQL and JavaScript write the number alike: without an exponent. */
function isShort(value: number): boolean {
  return Math.abs(value) >= 1e-4 && Math.abs(value) < 1e15;
}

const TRUTHS: Readonly<Record<string, boolean>> = { true: true, false: false };

function toFloat(text: string): number | undefined {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  return Number.isNaN(value) ? undefined : value;
}

/** Fractions are rounded, halves away from zero. */
function toInteger(value: bigint | number | string | boolean): bigint | undefined {
  if (typeof value === 'string' && !/^\s*[+-]?(?:\d+|0x[\da-f]+)\s*$/i.test(value)) return undefined;
  if (typeof value === 'number' && !Number.isFinite(value)) return undefined;
  const integer = typeof value === 'string' ? parseInteger(value.trim()) : toBigInt(value);
  return integer >= INT64_MIN && integer <= INT64_MAX ? integer : undefined;
}

function toBigInt(value: bigint | number | boolean): bigint {
  return BigInt(typeof value === 'number' ? Math.sign(value) * Math.round(Math.abs(value)) : value);
}

/** BigInt itself takes no sign before a hexadecimal number. */
function parseInteger(text: string): bigint {
  const magnitude = BigInt(text.replace(/^[+-]/, ''));
  return text.startsWith('-') ? -magnitude : magnitude;
}
