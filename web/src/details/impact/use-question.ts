import { parseAsArrayOf, parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { ROW_KINDS } from './model/rows.js';

const ADDRESS = {
  of: parseAsArrayOf(parseAsString).withDefault([]),
  direction: parseAsStringLiteral(['DOWNSTREAM', 'UPSTREAM'] as const).withDefault('DOWNSTREAM'),
  hops: parseAsInteger,
  preset: parseAsStringLiteral(['EVERYTHING', 'DATA_FLOW'] as const).withDefault('EVERYTHING'),
  kinds: parseAsArrayOf(parseAsStringLiteral(ROW_KINDS)).withDefault([]),
  types: parseAsArrayOf(parseAsString).withDefault([]),
  q: parseAsString.withDefault(''),
  sort: parseAsStringLiteral(['DISTANCE', 'NAME', 'TYPE', 'CREATED_AT'] as const).withDefault('DISTANCE'),
  order: parseAsStringLiteral(['ASC', 'DESC'] as const).withDefault('ASC'),
};

/** The question and how its answer is shown, as the address holds them, and a way to change it. */
export function useQuestion() {
  return useQueryStates(ADDRESS);
}

/** The state of the page. */
export type Shown = ReturnType<typeof useQuestion>[0];

/** Changes the state of the page. */
export type SetShown = ReturnType<typeof useQuestion>[1];
