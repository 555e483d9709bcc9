import { parseValue } from 'graphql';
import { describe, expect, it } from 'vitest';
import { DateTime } from '../../src/resolvers/DateTime.js';
import { Int64 } from '../../src/resolvers/Int64.js';
import { JSONScalar } from '../../src/resolvers/JSON.js';

describe('DateTime', () => {
  it.each([
    ['2026-11-22T09:30:00Z', '2026-11-22T09:30:00.000Z'],
    ['2026-11-22t09:30:00.5z', '2026-11-22T09:30:00.500Z'],
    ['2026-11-22T09:30:00.123999999Z', '2026-11-22T09:30:00.123Z'],
    ['2026-11-22T09:30:00+02:00', '2026-11-22T07:30:00.000Z'],
    ['2026-11-22T23:30:00-01:30', '2026-11-23T01:00:00.000Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
    ['0000-01-01T00:00:00Z', '0000-01-01T00:00:00.000Z'],
    ['0099-01-01T00:00:00Z', '0099-01-01T00:00:00.000Z'],
    ['9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z'],
  ])('reads %s as %s, in a variable and in the text', (text, instant) => {
    expect(DateTime.serialize(DateTime.parseValue(text))).toBe(instant);
    expect(DateTime.serialize(DateTime.parseLiteral(parseValue(JSON.stringify(text)), {}))).toBe(instant);
  });

  it.each([
    '',
    '2026-11-22',
    '2026-11-22T09:30:00',
    '2026-11-22 09:30:00Z',
    '2026-11-22T09:30Z',
    '2026-11-22T09:30:00.Z',
    '2026-11-22T09:30:00+0200',
    '2026-11-22T09:30:00+24:00',
    '2026-02-29T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-11-22T24:00:00Z',
    '2026-11-22T23:59:60Z',
    '+012026-11-22T09:30:00Z',
    // In UTC it is in a year that RFC 3339 cannot write.
    '9999-12-31T23:59:59-01:00',
    1_700_000_000_000,
    null,
    {},
  ])('refuses %j', (value) => {
    expect(() => DateTime.parseValue(value)).toThrow(/DateTime|RFC 3339/);
  });
});

describe('Int64', () => {
  it.each([
    ['9223372036854775807', 9_223_372_036_854_775_807n],
    ['-9223372036854775808', -9_223_372_036_854_775_808n],
    [0, 0n],
    [-1, -1n],
    [Number.MAX_SAFE_INTEGER, 9_007_199_254_740_991n],
  ])('reads %j whole', (value, integer) => {
    expect(Int64.parseValue(value)).toBe(integer);
    expect(Int64.parseLiteral(parseValue(JSON.stringify(value)), {})).toBe(integer);
    expect(Int64.serialize(integer)).toBe(String(value));
  });

  it.each([
    '9223372036854775808',
    '-9223372036854775809',
    '1'.repeat(200),
    '1.0',
    '1e3',
    '',
    ' 1',
    '0x1',
    1.5,
    2 ** 53,
    true,
    null,
    [],
  ])('refuses %j', (value) => {
    expect(() => Int64.parseValue(value)).toThrow(/integer/);
  });
});

describe('JSON', () => {
  const read = (text: string, variables: Record<string, unknown> = {}) =>
    JSONScalar.parseLiteral(parseValue(text), variables);

  it('reads in the text of a query what JSON can say', () => {
    expect(read('{ a: [1, 2.5, "x", true, null], b: { c: {} } }')).toEqual({
      a: [1, 2.5, 'x', true, null],
      b: { c: {} },
    });
    expect(read('{ a: [$given, $absent] }', { given: { x: 1 } })).toEqual({ a: [{ x: 1 }, null] });
  });

  it.each(['{ a: RED }', '{ a: 1, a: 2 }', '9007199254740993', '[1e999]'])(
    'refuses %s, which would change on the way',
    (text) => {
      expect(() => read(text)).toThrow();
    },
  );

  it('takes a field called __proto__ for a field', () => {
    const value = read('{ __proto__: { polluted: true } }');

    expect(Object.keys(value as object)).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('writes NaN and the infinities as texts, wherever they are', () => {
    const written = JSONScalar.serialize({
      a: [Number.NaN, { b: Number.POSITIVE_INFINITY }],
      c: Number.NEGATIVE_INFINITY,
      d: 1,
    });

    expect(written).toEqual({ a: ['NaN', { b: 'Infinity' }], c: '-Infinity', d: 1 });
  });
});
