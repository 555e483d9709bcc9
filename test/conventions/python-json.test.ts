import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isJsonMap, JsonNumber, printJson, toPlain, toTree } from '../../src/conventions/python-json.js';
import { parseJson } from '../../src/conventions/python-json-parser.js';

describe('printJson', () => {
  // The right-hand sides are what Python 3.11 prints for the same doubles; for whole ones, for the same integers.
  it.each([
    [0.5, '0.5'],
    [1, '1'],
    [-3, '-3'],
    [-0, '-0.0'],
    [1e-7, '1e-07'],
    [1e-5, '1e-05'],
    [0.0001, '0.0001'],
    [-2.5e-9, '-2.5e-09'],
    [0.1 + 0.2, '0.30000000000000004'],
    [123456.789, '123456.789'],
    [2 ** 53, '9007199254740992'],
    [1e16, '10000000000000000'],
    [1e21, '1e+21'],
    [1e22, '1e+22'],
    [5e-324, '5e-324'],
    [1.7976931348623157e308, '1.7976931348623157e+308'],
  ])('writes %d as Python does', (value, text) => {
    expect(printJson(toTree(value))).toBe(text);
  });

  it('escapes all but printable ASCII, and characters beyond U+FFFF as surrogate pairs', () => {
    const text = printJson('é😀\u0000\u001f\u007f\u2028"\\/\n\t\b\f\r~ ');

    expect(text).toBe(String.raw`"\u00e9\ud83d\ude00\u0000\u001f\u007f\u2028\"\\/\n\t\b\f\r~ "`);
  });

  it('puts a space behind commas and colons, and keeps the order of keys', () => {
    const text = printJson(toTree({ b: [1, 0.5, true, null], a: {}, c: [] }));

    expect(text).toBe('{"b": [1, 0.5, true, null], "a": {}, "c": []}');
  });
});

describe('parseJson', () => {
  it('keeps numbers as they were written', () => {
    const text = '{"one": 1.0, "big": 12345678901234567890, "e": 1E+2, "nan": NaN, "inf": -Infinity}';

    expect(printJson(parseJson(text) ?? null)).toBe(text);
  });

  it('keeps the order of keys that look like numbers', () => {
    const text = '{"10": "a", "9": "b"}';

    expect(printJson(parseJson(text) ?? null)).toBe(text);
  });

  it('keeps a key called __proto__', () => {
    const tree = parseJson('{"__proto__": 1}');

    expect(isJsonMap(tree) && tree.get('__proto__')).toEqual(new JsonNumber('1'));
  });

  it.each([
    '',
    ' ',
    '{',
    '[1,]',
    '{"a" 1}',
    '{a: 1}',
    "{'a': 1}",
    '01',
    '1 2',
    '"\n"',
    '"\\x"',
    '"',
    'nul',
    '[',
    '{"a": }',
    '-',
    '.5',
  ])('finds no JSON in %j', (text) => {
    expect(parseJson(text)).toBeUndefined();
  });

  it('gives up on text that is nested without end', () => {
    expect(parseJson('['.repeat(1_000_000))).toBeUndefined();
    expect(parseJson(`${'['.repeat(400)}${']'.repeat(400)}`)).toBeDefined();
  });

  it('agrees with JSON.parse on what JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        const text = JSON.stringify(value, undefined, 1);
        const tree = parseJson(text);
        expect(tree === undefined ? undefined : toPlain(tree)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('reads back what printJson writes', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        const text = printJson(toTree(value as Parameters<typeof toTree>[0]));
        expect(toPlain(parseJson(text) ?? null)).toEqual(JSON.parse(text));
        expect(printJson(parseJson(text) ?? null)).toBe(text);
      }),
    );
  });
});
