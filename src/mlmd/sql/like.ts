/** One piece of a LIKE pattern: text that stands for itself, any text (`%`), or one character (`_`). */
export type LikeToken = { readonly text: string } | 'ANY' | 'ONE';

/** Reads a LIKE pattern. A backslash takes what follows literally, itself included; a last lone one stands for itself. */
export function parseLike(pattern: string): readonly LikeToken[] {
  const tokens: LikeToken[] = [];
  let text = '';
  const flush = () => {
    if (text !== '') tokens.push({ text });
    text = '';
  };
  for (const [whole, escaped] of pattern.matchAll(/\\([\s\S])|[\s\S]/g)) {
    if (escaped === undefined && (whole === '%' || whole === '_')) {
      flush();
      tokens.push(whole === '%' ? 'ANY' : 'ONE');
    } else {
      text += escaped ?? whole;
    }
  }
  flush();
  return tokens;
}

/**
 * The least string, by code point, that is greater than every string that starts with `prefix`; undefined where there is
 * none. With it, a prefix is a range, and a range can use an index.
 */
export function afterPrefix(prefix: string): string | undefined {
  const characters = Array.from(prefix);
  for (let last = characters.pop(); last !== undefined; last = characters.pop()) {
    const point = last.codePointAt(0) ?? 0;
    // Surrogates are not characters: the next one after U+D7FF is U+E000.
    const next = point === 0xd7ff ? 0xe000 : point + 1;
    if (next <= 0x10ffff) return characters.join('') + String.fromCodePoint(next);
  }
  return undefined;
}

/** Whether a text is like a pattern; the same answer as the databases give, for the few texts that never get there. */
export function isLike(text: string, pattern: readonly LikeToken[], ignoreCase: boolean): boolean {
  const source = pattern.map((token) => {
    if (token === 'ANY') return '[^]*';
    if (token === 'ONE') return '[^]';
    return token.text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  });
  return new RegExp(`^${source.join('')}$`, ignoreCase ? 'iu' : 'u').test(text);
}
