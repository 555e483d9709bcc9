import { refusal } from './refusal.js';

/** How a quoted text is written. */
export interface Quoting {
  /** What ends it: one quote, three of them, or a backquote. Only three may go over a line's end. */
  readonly quote: string;
  /** Backslashes stand for themselves. */
  readonly raw: boolean;
  /** Where its opening quote is; 0 if left out. */
  readonly from?: number;
}

/**
 * Reads a quoted text of GoogleSQL.
 *
 * @param at - where the token begins in the query, for errors.
 * @returns its value, and its length with the quotes.
 * @see https://github.com/google/zetasql/blob/master/docs/lexical.md#string-and-bytes-literals
 */
export function readQuoted(
  text: string,
  at: number,
  { quote, raw, from = 0 }: Quoting,
): { readonly value: string; readonly length: number } {
  const start = from + quote.length;
  const end = findEnd(text, start, quote);
  if (end === undefined) throw refusal(at, 'The quoted text has no end.');
  if (quote === '`' && end === start) throw refusal(at, 'A name cannot be empty.');
  const written = text.slice(start, end);
  return { value: raw ? written : unescaped(written, at + quote.length), length: end + quote.length - from };
}

/** A backslash always takes the next character along, so that a quote after it does not end the text. */
function findEnd(text: string, start: number, quote: string): number | undefined {
  for (let place = start; place < text.length; place += 1) {
    if (text.startsWith(quote, place)) return place;
    if (text[place] === '\\') place += 1;
    if (quote.length === 1 && text[place] === '\n') return undefined;
  }
  return undefined;
}

const ESCAPE = /\\(?:[xX]([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-3][0-7]{2})|([\s\S]?))/g;

const SIMPLE: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  '?': '?',
  '"': '"',
  "'": "'",
  '`': '`',
};

function unescaped(written: string, at: number): string {
  return written.replace(ESCAPE, (all, hex, short, long, octal, simple, offset: number) => {
    const digits: string | undefined = hex ?? short ?? long;
    const point = digits === undefined ? Number.parseInt(octal, 8) : Number.parseInt(digits, 16);
    const value = simple === undefined ? character(point) : SIMPLE[simple];
    if (value === undefined) throw refusal(at + offset, `'${all}' is no escape.`);
    return value;
  });
}

/** Undefined for what is no character: beyond Unicode, or half of a surrogate pair. */
function character(point: number): string | undefined {
  return point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff) ? undefined : String.fromCodePoint(point);
}
