import { parseAsArrayOf, parseAsBoolean, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';

/** The ways to look at a comparison. */
export const VIEWS = ['table', 'parallel', 'scatter', 'time', 'steps'] as const;

const ADDRESS = {
  of: parseAsArrayOf(parseAsString).withDefault([]),
  view: parseAsStringLiteral(VIEWS).withDefault('table'),
  /** Id of the subject that the others are measured by; the first where there is none. */
  base: parseAsString,
  only: parseAsBoolean.withDefault(false),
  /** Lines for subjects instead of columns; what suits their number where the address does not say. */
  flip: parseAsBoolean,
  extremes: parseAsBoolean.withDefault(false),
  /** What is plotted: keys of axes. */
  axes: parseAsArrayOf(parseAsString),
  color: parseAsString,
  x: parseAsString,
  y: parseAsString,
  metrics: parseAsArrayOf(parseAsString),
};

/** What is compared and how it is shown, as the address holds it, and a way to change it. */
export function useShown() {
  return useQueryStates(ADDRESS);
}

/** The state of the page. */
export type Shown = ReturnType<typeof useShown>[0];

/** Changes the state of the page. */
export type SetShown = ReturnType<typeof useShown>[1];
