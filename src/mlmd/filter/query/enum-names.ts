import { ARTIFACT_STATES, EVENT_TYPES, EXECUTION_STATES } from '../../model.js';
import { refusal } from './refusal.js';
import { isSign, isWord, type Token } from './token.js';

/**
 * Puts numbers in the place of the names of states and event types.
 *
 * Such a column is an INT64 like any other, but `state = LIVE`, `state != LIVE`, `state IN (LIVE)` and `state NOT IN (LIVE)`
 * take names. The engine rewrites the text before it parses it, where it finds one of these by a regular expression; we
 * rewrite the tokens, by which the same forms are recognised (the column in lower case, no comment in between, blanks
 * around IN) and string literals are left alone. What is recognised must be names: `state = 2` is refused.
 * The two negations also hold where the column is NULL, unlike those of all other columns.
 */
export function readEnumNames(tokens: readonly Token[]): readonly Token[] {
  const read: Token[] = [];
  for (let place = 0; place < tokens.length; ) {
    const predicate = predicateAt(tokens, place);
    read.push(...(predicate?.tokens ?? tokens.slice(place, place + 1)));
    place += predicate?.length ?? 1;
  }
  return read;
}

/** A predicate with its names read, and how many tokens it took. */
interface Predicate {
  readonly tokens: readonly Token[];
  readonly length: number;
}

function predicateAt(tokens: readonly Token[], place: number): Predicate | undefined {
  const found = enumColumnAt(tokens, place);
  if (found === undefined) return undefined;
  const { column, names } = found;
  const start = place + column.length;
  const [first, second, third] = tokens.slice(start, start + 3);
  if (first === undefined || second === undefined || third === undefined) return undefined;
  const areSpaced = (...some: readonly Token[]) => some.every(({ gap }) => gap === 'BLANK');
  if (isSign(first, '=') || isSign(first, '!=')) {
    if (first.gap === 'COMMENT' || second.gap === 'COMMENT' || !looksLikeName(second)) return undefined;
    const plain = [...column, first, toNumber(second, names)];
    return { tokens: isSign(first, '=') ? plain : orNull(column, plain), length: plain.length };
  }
  if (isWord(first, 'IN') && isSign(second, '(') && areSpaced(first, second)) {
    const list = listAt(tokens, start + 2, names);
    return list && { tokens: [...column, first, second, ...list], length: column.length + 2 + list.length };
  }
  if (isWord(first, 'NOT') && isWord(second, 'IN') && isSign(third, '(') && areSpaced(first, second, third)) {
    const list = listAt(tokens, start + 3, names);
    const plain = list && [...column, first, second, third, ...list];
    return plain && { tokens: orNull(column, plain), length: plain.length };
  }
  return undefined;
}

/** The tokens of a column that holds an enum, and the enum's names by their numbers. */
function enumColumnAt(
  tokens: readonly Token[],
  place: number,
): { readonly column: readonly Token[]; readonly names: readonly string[] } | undefined {
  const [first, second] = tokens.slice(place, place + 2);
  if (first?.kind === 'WORD' && first.text === 'state') return { column: [first], names: ARTIFACT_STATES };
  if (first?.kind === 'WORD' && first.text === 'last_known_state') return { column: [first], names: EXECUTION_STATES };
  if (first?.kind !== 'NEIGHBOR' || second?.kind !== 'WORD' || second.gap !== 'NONE') return undefined;
  const path = `${first.relation}.${second.text}`;
  const names =
    path === 'artifacts.state'
      ? ARTIFACT_STATES
      : path === 'executions.last_known_state'
        ? EXECUTION_STATES
        : path === 'events.type'
          ? EVENT_TYPES
          : undefined;
  return names && { column: [first, second], names };
}

/**
 * Names and commas up to the closing parenthesis; undefined for a list that the engine does not take for one of names. Its
 * regular expression wants two characters of the only item, and of all but the first and the last of more.
 */
function listAt(tokens: readonly Token[], start: number, names: readonly string[]): readonly Token[] | undefined {
  const end = tokens.findIndex((token, place) => place >= start && isSign(token, ')'));
  const list = tokens.slice(start, end);
  const items = list.filter((_, place) => place % 2 === 0);
  const areParted = list.every((token, place) => place % 2 === 0 || isSign(token, ','));
  const within = items.length === 1 ? items : items.slice(1, -1);
  const isOfNames = areParted && items.every(looksLikeName) && within.every(({ text }) => text.length > 1);
  if (end < 0 || list.length % 2 === 0 || !isOfNames) return undefined;
  return tokens.slice(start, end + 1).map((token, place) => (place % 2 === 0 ? toNumber(token, names) : token));
}

function looksLikeName({ text }: Token): boolean {
  return /^\w/.test(text);
}

function toNumber(token: Token, names: readonly string[]): Token {
  const number = token.kind === 'WORD' ? names.indexOf(token.text) : -1;
  if (number < 0) throw refusal(token.at, `'${token.text.slice(0, 40)}' is none of ${names.join(', ')}.`);
  return { kind: 'INTEGER', at: token.at, text: token.text, gap: token.gap, value: BigInt(number) };
}

function orNull(column: readonly Token[], predicate: readonly Token[]): readonly Token[] {
  const { at } = column[0] as Token;
  const sign = (text: string): Token => ({ kind: 'SIGN', text, at, gap: 'NONE' });
  const word = (text: string): Token => ({ kind: 'WORD', text, at, gap: 'BLANK' });
  return [sign('('), ...predicate, word('OR'), ...column, word('IS'), word('NULL'), sign(')')];
}
