import { coerce, goesAs, isNull, unify } from './coercion.js';
import { refusal } from './refusal.js';
import type { Operator } from './syntax.js';
import type { Expression } from './tree.js';

/** An operator on expressions that are checked themselves. Throws `INVALID_ARGUMENT` where it does not take their types. */
export function checkOperation(operator: Operator, at: number, operands: readonly Expression[]): Expression {
  const [first, second] = operands as readonly [Expression, Expression];
  switch (operator) {
    case 'AND':
    case 'OR':
      return { op: operator, type: 'BOOL', of: operands.map((operand) => condition(operator, at, operand)) };
    case 'NOT':
      noNull(operator, at, operands);
      return { op: 'NOT', type: 'BOOL', of: condition(operator, at, first) };
    case 'IS NULL':
      return { op: 'IS', type: 'BOOL', what: 'NULL', value: first };
    case 'IS UNKNOWN':
      return { op: 'IS', type: 'BOOL', what: 'NULL', value: condition(operator, at, first) };
    case 'IS TRUE':
    case 'IS FALSE':
      return {
        op: 'IS',
        type: 'BOOL',
        what: operator === 'IS TRUE' ? 'TRUE' : 'FALSE',
        value: condition(operator, at, first),
      };
    case 'IN': {
      const [value, ...among] = unify(operands, at, 'operands of IN') as readonly [Expression];
      return { op: 'IN', type: 'BOOL', value, among };
    }
    case 'BETWEEN': {
      const [value, low, high] = unify(operands, at, 'operands of BETWEEN') as readonly [
        Expression,
        Expression,
        Expression,
      ];
      return { op: 'BETWEEN', type: 'BOOL', value, low, high };
    }
    case 'LIKE':
      noNull(operator, at, operands);
      for (const operand of operands) expect(operator, at, operand, 'STRING');
      return { op: 'LIKE', type: 'BOOL', value: first, pattern: second };
    case '=':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=': {
      noNull(operator, at, operands);
      const [left, right] = comparable(operator, at, operands);
      return { op: 'COMPARE', type: 'BOOL', comparison: operator, left, right };
    }
    case '+':
    case '-':
    case '*':
    case '/': {
      noNull(operator, at, operands);
      for (const operand of operands) expectNumber(operator, at, operand);
      const [left, right] = unify(operands, at, operator) as readonly [Expression, Expression];
      if (operator !== '/') return { op: 'ARITHMETIC', type: left.type, operator, left, right };
      return {
        op: 'ARITHMETIC',
        type: 'FLOAT64',
        operator,
        left: coerce(left, 'FLOAT64'),
        right: coerce(right, 'FLOAT64'),
      };
    }
    case '&':
    case '|':
      noNull(operator, at, operands);
      for (const operand of operands) expect(operator, at, operand, 'INT64');
      return { op: 'ARITHMETIC', type: 'INT64', operator, left: first, right: second };
    case '<<':
    case '>>':
      for (const operand of operands) expect(operator, at, operand, 'INT64');
      return { op: 'ARITHMETIC', type: 'INT64', operator, left: first, right: second };
    case '~':
      noNull(operator, at, operands);
      expect(operator, at, first, 'INT64');
      return { op: 'UNARY', type: 'INT64', operator, of: first };
    case 'NEGATE':
      noNull('-', at, operands);
      expectNumber('-', at, first);
      return { op: 'UNARY', type: first.type, operator: '-', of: first };
    case 'PLUS':
      noNull('+', at, operands);
      expectNumber('+', at, first);
      return first;
    default:
      return operator satisfies never;
  }
}

function condition(operator: string, at: number, operand: Expression): Expression {
  if (!goesAs(operand, 'BOOL')) throw refusal(at, `${operator} wants a condition, not ${operand.type}.`);
  return coerce(operand, 'BOOL');
}

/** A bare NULL is refused where it could only make the whole NULL. */
function noNull(operator: string, at: number, operands: readonly Expression[]): void {
  if (operands.some(isNull)) throw refusal(at, `${operator} with NULL is never true; ask by IS NULL.`);
}

function expect(operator: string, at: number, operand: Expression, type: 'STRING' | 'INT64'): void {
  if (operand.type !== type) throw refusal(at, `${operator} wants ${type}, not ${operand.type}.`);
}

function expectNumber(operator: string, at: number, { type }: Expression): void {
  if (type !== 'INT64' && type !== 'FLOAT64') throw refusal(at, `${operator} wants numbers, not ${type}.`);
}

/** Integers of either range compare as they are. */
function comparable(operator: string, at: number, operands: readonly Expression[]): readonly [Expression, Expression] {
  const areIntegers = operands.every(({ type }) => type === 'INT64' || type === 'UINT64');
  return (areIntegers ? operands : unify(operands, at, `operands of ${operator}`)) as [Expression, Expression];
}
