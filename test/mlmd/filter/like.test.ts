import { describe, expect, it } from 'vitest';
import { compareText } from '../../../src/mlmd/filter/evaluate.js';
import { isLike, parseLike } from '../../../src/mlmd/filter/like.js';

describe('a LIKE pattern', () => {
  it.each([
    ['', '', true],
    ['', '%', true],
    ['abc', 'a%', true],
    ['abc', '%c%', true],
    ['abc', 'a_c', true],
    ['🦆', '_', true],
    ['a%', 'a\\%', true],
    ['ab', 'a\\%', false],
    ['ANY', 'A_Y', true],
    ['aab', '%ab', true],
    ['abab', '%ab_', false],
  ])('of %j says %j: %j', (text, pattern, expected) => {
    expect(isLike(text, parseLike(pattern), false)).toBe(expected);
  });

  it('folds ASCII letters only', () => {
    expect(isLike('ABÄ', parseLike('ab_'), true)).toBe(true);
    expect(isLike('Ä', parseLike('ä'), true)).toBe(false);
    expect(isLike('AB', parseLike('ab'), false)).toBe(false);
  });

  // A search that tries every way to share the text out between the wildcards would not end.
  it('with very many wildcards comes to an answer', () => {
    expect(isLike('a'.repeat(5_000), parseLike(`${'%a'.repeat(200)}%b`), false)).toBe(false);
  });
});

describe('compareText', () => {
  it('goes by code point, where UTF-16 would not', () => {
    const texts = ['', 'a', 'ab', 'b', 'ä', '\uD7FF', '\uE000', '\uFFFD', '🦆', '\u{10FFFF}'];

    expect(texts.toReversed().sort(compareText)).toEqual(texts);
  });
});
