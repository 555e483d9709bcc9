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

/** Whether a text is like a pattern. Takes time in proportion to the text times the pattern, whatever they are. */
export function isLike(text: string, pattern: readonly LikeToken[], ignoreCase: boolean): boolean {
  const characters = Array.from(ignoreCase ? foldCase(text) : text);
  const units = pattern.flatMap((token): readonly string[] => {
    if (typeof token === 'string') return [token];
    // A character is told from the words ANY and ONE by its length.
    return Array.from(ignoreCase ? foldCase(token.text) : token.text);
  });
  let [place, unit] = [0, 0];
  let retry: { readonly place: number; readonly unit: number } | undefined;
  while (place < characters.length) {
    if (units[unit] === 'ANY') {
      unit += 1;
      retry = { place, unit };
    } else if (unit < units.length && (units[unit] === 'ONE' || units[unit] === characters[place])) {
      place += 1;
      unit += 1;
    } else if (retry !== undefined) {
      // Only the last ANY need take more: what those before it took can stay.
      retry = { place: retry.place + 1, unit: retry.unit };
      ({ place, unit } = retry);
    } else {
      return false;
    }
  }
  return units.slice(unit).every((rest) => rest === 'ANY');
}

/** ASCII letters only, as SQL's LIKE has it. */
function foldCase(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
