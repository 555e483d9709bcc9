import { ARTIFACT_STATES, EVENT_TYPES, EXECUTION_STATES } from '../../model.js';
import { refusal } from './refusal.js';
import { isSign, isWord, type Token } from './token.js';

/**
 * Puts numbers in the place of the names of states and event types.
 *
 * Such a column is an INT64 like any other, but `state = LIVE`, `state != LIVE`, `state IN (LIVE)` and `state NOT IN (LIVE)`
 * take names, and nothing but names. The engine rewrites the text before it parses it; we rewrite the tokens, by which
 * the same forms are recognised (the column in lower case, no comment in between, blanks around IN) and string literals
 * are left alone. The two negations also hold where the column is NULL, unlike those of all other columns.
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
  const rest = tokens.slice(place + column.length, place + column.length + 3);
  const [first, second, third] = rest;
  const isSpaced = (upTo: number) => rest.slice(0, upTo).every(({ gap }) => gap === 'BLANK');
  if (first === undefined || second === undefined || third === undefined) return undefined;
  if ((isSign(first, '=') || isSign(first, '!=')) && first.gap !== 'COMMENT' && second.gap !== 'COMMENT') {
    const plain = [...column, first, toNumber(second, names)];
    return { tokens: isSign(first, '=') ? plain : orNull(column, plain), length: plain.length };
  }
  if (isWord(first, 'IN') && isSign(second, '(') && isSpaced(2)) {
    const list = listAt(tokens, place + column.length + 2, names);
    const plain = [...column, first, second, ...list];
    return { tokens: plain, length: plain.length };
  }
  if (isWord(first, 'NOT') && isWord(second, 'IN') && isSign(third, '(') && isSpaced(3)) {
    // Unlike IN, the engine takes this one for an ordinary comparison where no name stands in the list.
    if (tokens[place + column.length + 3]?.kind !== 'WORD') return undefined;
    const list = listAt(tokens, place + column.length + 3, names);
    const plain = [...column, first, second, third, ...list];
    return { tokens: orNull(column, plain), length: plain.length };
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

/** Names and commas up to the closing parenthesis. */
function listAt(tokens: readonly Token[], start: number, names: readonly string[]): readonly Token[] {
  const list: Token[] = [];
  for (const token of tokens.slice(start)) {
    const wantsName = list.length % 2 === 0;
    if (!wantsName && !isSign(token, ',') && !isSign(token, ')')) throw refusal(token.at, 'A comma or ) must follow.');
    list.push(wantsName ? toNumber(token, names) : token);
    if (!wantsName && isSign(token, ')')) break;
  }
  return list;
}

function toNumber(token: Token, names: readonly string[]): Token {
  const number = token.kind === 'WORD' ? names.indexOf(token.text) : -1;
  if (number < 0) throw refusal(token.at, `${found(token)} is none of ${names.join(', ')}.`);
  return { kind: 'INTEGER', at: token.at, text: token.text, gap: token.gap, value: BigInt(number) };
}

function found(token: Token): string {
  return token.kind === 'END' ? 'The end' : `'${token.text.slice(0, 40)}'`;
}

function orNull(column: readonly Token[], predicate: readonly Token[]): readonly Token[] {
  const { at } = column[0] as Token;
  const sign = (text: string): Token => ({ kind: 'SIGN', text, at, gap: 'NONE' });
  const word = (text: string): Token => ({ kind: 'WORD', text, at, gap: 'BLANK' });
  return [sign('('), ...predicate, word('OR'), ...column, word('IS'), word('NULL'), sign(')')];
}
