import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Comparison, Test } from '../filter/filter.js';
import { type LikeToken, parseLike } from '../filter/like.js';
import { INT64_MAX, INT64_MIN, type Value } from '../model.js';
import type { SqlDialect, Text } from './dialect.js';
import { joined, NEVER } from './session.js';

type Condition = RawBuilder<SqlBool>;

/** A test of a text term. Values that are not text pass no test. */
export function textTest(dialect: SqlDialect, term: Text, test: Test): Condition {
  switch (test.op) {
    case 'COMPARE':
      return test.value.type === 'STRING' ? compareText(dialect, term, test.comparison, test.value.value) : NEVER;
    case 'IN': {
      const texts = test.values.flatMap((value) => (value.type === 'STRING' ? [value.value] : []));
      return texts.length === 0 ? NEVER : dialect.oneOf(term, texts);
    }
    case 'LIKE':
      return likeTest(dialect, term, parseLike(test.pattern), test.ignoreCase);
    case 'EXISTS':
      return sql`${term} is not null`;
    default:
      return test satisfies never;
  }
}

/** Says a pattern as an equality or a range where it can, as those can use an index. */
function likeTest(dialect: SqlDialect, term: Text, pattern: readonly LikeToken[], ignoreCase: boolean): Condition {
  const [first, ...rest] = pattern;
  if (first === undefined) return dialect.sameText(term, sql`${''}`);
  if (ignoreCase || typeof first === 'string') return dialect.like(term, pattern, ignoreCase);
  if (rest.length === 0) return dialect.sameText(term, sql`${first.text}`);
  const begins = dialect.beginsWith(term, first.text);
  if (rest.every((token) => token === 'ANY')) return begins;
  return joined([begins, dialect.like(term, pattern, ignoreCase)], 'and');
}

function compareText(dialect: SqlDialect, term: Text, comparison: Comparison, value: string): Condition {
  if (comparison === '=') return dialect.sameText(term, sql`${value}`);
  return compare(dialect.bytes(term), comparison, value);
}

/** A test of an integer or floating-point term. Values that are not numbers pass no test. */
export function numberTest(term: RawBuilder<unknown>, test: Test): Condition {
  return parameterTest(term, test, toNumber);
}

/**
 * A test of a floating-point term, by the exact values. Some databases would make a double of an integer that no double is,
 * and so find it equal to its neighbours.
 */
export function doubleTest(term: RawBuilder<unknown>, test: Test): Condition {
  return parameterTest(term, test, toNumber, (comparison, value) => {
    if (value.type !== 'INT' || BigInt(Number(value.value)) === value.value) return undefined;
    const nearest = Number(value.value);
    switch (comparison) {
      case '=':
        return NEVER;
      case '<':
      case '<=':
        return compare(term, BigInt(nearest) < value.value ? '<=' : '<', nearest);
      case '>':
      case '>=':
        return compare(term, BigInt(nearest) > value.value ? '>=' : '>', nearest);
      default:
        return comparison satisfies never;
    }
  });
}

/** A test of a flag term. Values that are not booleans pass no test; false is less than true. */
export function flagTest(dialect: SqlDialect, term: RawBuilder<unknown>, test: Test): Condition {
  return parameterTest(term, test, (value) => (value.type === 'BOOLEAN' ? dialect.flag(value.value) : undefined));
}

/** A test of a term that is no text. A value for which there is no parameter passes no test. */
function parameterTest(
  term: RawBuilder<unknown>,
  test: Test,
  toParameter: (value: Value) => unknown,
  special: (comparison: Comparison, value: Value) => Condition | undefined = () => undefined,
): Condition {
  const holdsAgainst = (comparison: Comparison, value: Value): Condition => {
    const own = special(comparison, value);
    if (own !== undefined) return own;
    const parameter = toParameter(value);
    return parameter === undefined ? NEVER : compare(term, comparison, parameter);
  };
  switch (test.op) {
    case 'COMPARE':
      return holdsAgainst(test.comparison, test.value);
    case 'IN':
      // One term that no index answers would keep SQLite from looking the others up.
      return joined(
        test.values.map((value) => holdsAgainst('=', value)).filter((condition) => condition !== NEVER),
        'or',
      );
    case 'LIKE':
      return NEVER;
    case 'EXISTS':
      return sql`${term} is not null`;
    default:
      return test satisfies never;
  }
}

function compare(term: RawBuilder<unknown>, comparison: Comparison, value: unknown): Condition {
  return sql`${term} ${sql.raw(comparison)} ${value}`;
}

/** An integer that no column can hold compares as the nearest double, which is on the right side of all that can be held. */
function toNumber(value: Value): bigint | number | undefined {
  if (value.type === 'DOUBLE') return value.value;
  if (value.type !== 'INT') return undefined;
  return value.value < INT64_MIN || value.value > INT64_MAX ? Number(value.value) : value.value;
}
