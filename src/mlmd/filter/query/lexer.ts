import { readQuoted } from './quoted.js';
import { refusal, tooMuch } from './refusal.js';
import type { Gap, Token } from './token.js';
import { RELATIONS, type Relation, VALUE_COLUMNS, type ValueColumn } from './tree.js';

/** Room for an IN list of some 50,000 ids, twice. Reading takes a few microseconds for each, in which nobody else is served. */
const MAX_TOKENS = 200_000;

/**
 * The tokens of a filter query, the last of kind END.
 *
 * A property and the beginning of a neighbour's column are one token each, as the engine finds them in the text by
 * regular expressions: hence no blanks in them, lower case, and names that begin with a digit.
 *
 * @throws MetadataError `INVALID_ARGUMENT` for what is no token, `RESOURCE_EXHAUSTED` for more than {@link MAX_TOKENS}.
 */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let gap: Gap = 'NONE';
  for (let at = 0; at < text.length; ) {
    const blank = readGap(text, at);
    if (blank !== undefined) {
      if (gap !== 'COMMENT') gap = blank.gap;
      at = blank.end;
      continue;
    }
    const token: Token = { ...readToken(text, at), gap };
    tokens.push(token);
    if (tokens.length > MAX_TOKENS) throw tooMuch('Tokens', tokens.length, MAX_TOKENS);
    at += token.text.length;
    gap = 'NONE';
  }
  return [...tokens, { kind: 'END', at: text.length, text: '', gap }];
}

function readGap(text: string, at: number): { readonly gap: Gap; readonly end: number } | undefined {
  const blank = match(/\s+/y, text, at);
  if (blank !== undefined) return { gap: 'BLANK', end: at + blank[0].length };
  const line = match(/(?:--|#)[^\n]*/y, text, at);
  if (line !== undefined) return { gap: 'COMMENT', end: at + line[0].length };
  if (!text.startsWith('/*', at)) return undefined;
  const end = text.indexOf('*/', at + 2);
  if (end < 0) throw refusal(at, 'The comment has no end.');
  return { gap: 'COMMENT', end: end + 2 };
}

/** A token before it is known what stood in front of it. */
type Bare<T = Token> = T extends Token ? Omit<T, 'gap'> : never;

const PROPERTY = new RegExp(
  `(custom_)?properties\\.(?:([0-9A-Za-z_]+)|(\`(?:[^\`\\\\\\n]|\\\\.)+\`))\\.(${VALUE_COLUMNS.join('|')})\\b`,
  'y',
);
const NEIGHBOR = new RegExp(`(${RELATIONS.join('|')})_([0-9A-Za-z_]+)\\.`, 'y');
const FLOAT = /(?:\d+\.\d*|\.\d+)(?:[eE][+-]?\d+)?|\d+[eE][+-]?\d+/y;
const INTEGER = /0[xX][0-9a-fA-F]+|\d+/y;
const WORD = /[A-Za-z_]\w*/y;
const SIGN = /<=|>=|<>|!=|<<|>>|[=<>()+\-*/&|~,.]/y;
const STRING = /(?:[rR][bB]?|[bB][rR]?)?["']/y;

const MAX_UINT64 = 2n ** 64n - 1n;

function readToken(text: string, at: number): Bare {
  const string = match(STRING, text, at);
  if (string !== undefined) return readString(text, at, string[0]);
  const property = match(PROPERTY, text, at);
  if (property !== undefined) {
    const [all, custom, bare, quoted, column] = property;
    const name = bare ?? readQuoted(quoted ?? '', at + all.indexOf('`'), { quote: '`', raw: false }).value;
    return { kind: 'PROPERTY', at, text: all, custom: custom !== undefined, name, column: column as ValueColumn };
  }
  const neighbor = match(NEIGHBOR, text, at);
  if (neighbor !== undefined) {
    const [all, relation, alias = ''] = neighbor;
    return { kind: 'NEIGHBOR', at, text: all, relation: relation as Relation, alias };
  }
  if (text[at] === '`') {
    const { length, value } = readQuoted(text, at, { quote: '`', raw: false, from: at });
    return { kind: 'QUOTED', at, text: text.slice(at, at + length), name: value };
  }
  return readNumber(text, at) ?? readPlain(text, at);
}

function readString(text: string, at: number, opening: string): Bare {
  const prefix = opening.slice(0, -1).toLowerCase();
  if (prefix.includes('b')) throw refusal(at, 'Bytes compare with nothing here; leave out the b before the quote.');
  const mark = opening.slice(-1);
  const from = at + prefix.length;
  const quote = text.startsWith(mark.repeat(3), from) ? mark.repeat(3) : mark;
  const { length, value } = readQuoted(text, at, { quote, raw: prefix === 'r', from });
  return { kind: 'STRING', at, text: text.slice(at, from + length), value };
}

function readNumber(text: string, at: number): Bare | undefined {
  const [written] = match(FLOAT, text, at) ?? match(INTEGER, text, at) ?? [];
  if (written === undefined) return undefined;
  // `1.AND` is a number and a word; `1AND` is neither.
  if (!written.endsWith('.') && /\w/.test(text[at + written.length] ?? '')) {
    throw refusal(at + written.length, 'A blank is missing after the number.');
  }
  if (!/^(?:0[xX][0-9a-fA-F]+|\d+)$/.test(written)) return { kind: 'FLOAT', at, text: written, value: Number(written) };
  const value = BigInt(written);
  if (value > MAX_UINT64) throw refusal(at, `${written.slice(0, 40)} is too large for an integer of 64 bits.`);
  return { kind: 'INTEGER', at, text: written, value };
}

function readPlain(text: string, at: number): Bare {
  const word = match(WORD, text, at);
  if (word !== undefined) return { kind: 'WORD', at, text: word[0] };
  const sign = match(SIGN, text, at);
  if (sign !== undefined) return { kind: 'SIGN', at, text: sign[0] };
  throw refusal(at, `'${String.fromCodePoint(text.codePointAt(at) ?? 0)}' has no meaning here.`);
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
