import { numberOf } from './steps.js';
import { METRICS, type Section, type Subject, type Value } from './subject.js';

/** What subjects bear under one name. */
export interface Row {
  /** For example `metric:accuracy`: how the address names it. */
  readonly key: string;
  readonly section: Section;
  readonly name: string;
  /** One for each subject, in their order; undefined where it has none. */
  readonly cells: readonly (Value | undefined)[];
  /** False where all have the same; a missing one differs from any. */
  readonly differs: boolean;
}

/** Rows for all that the subjects bear: parameters and metrics first, then by the order in which sections are come upon. */
export function rowsOf(subjects: readonly Subject[]): readonly Row[] {
  const found = new Map<string, { readonly first: Value; readonly cells: (Value | undefined)[] }>();
  const sections = new Map<string, number>();
  subjects.forEach(({ values }, index) => {
    for (const value of values) {
      const key = `${value.section.key}:${value.name}`;
      const row = found.get(key) ?? { first: value, cells: subjects.map(() => undefined) };
      row.cells[index] = value;
      found.set(key, row);
      if (!sections.has(value.section.key)) sections.set(value.section.key, sections.size);
    }
  });
  const place = ({ key }: Section) => (key === 'parameter' ? -2 : key === METRICS.key ? -1 : (sections.get(key) ?? 0));
  return [...found]
    .map(([key, { first, cells }]) => ({
      key,
      section: first.section,
      name: first.name,
      cells,
      differs: cells.some((cell) => cell?.text !== cells[0]?.text),
    }))
    .sort((left, right) => place(left.section) - place(right.section) || left.name.localeCompare(right.name));
}

/** How a cell stands to the one that it is measured by. */
export interface Difference {
  readonly differs: boolean;
  /** For two numbers what has to be added to the other one, for example `+0.02`. */
  readonly delta?: string;
}

/** Compares a cell with the one of the same name of the baseline. */
export function differenceOf(cell: Value | undefined, base: Value | undefined): Difference {
  if (cell?.text === base?.text) return { differs: false };
  const [value, from] = [numberOf(cell?.text), numberOf(base?.text)];
  if (value === undefined || from === undefined) return { differs: true };
  // Twelve digits: fewer than a double has, so that 0.3 - 0.1 reads 0.2.
  const delta = Number((value - from).toPrecision(12));
  // Written otherwise, as `1.0` and `1` are, or larger than a double tells apart.
  if (delta === 0) return { differs: true };
  return { differs: true, delta: `${delta < 0 ? '−' : '+'}${shortNumber(Math.abs(delta))}` };
}

/** A number as short as it can be read, with four digits that count. */
export function shortNumber(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e9 ? String(value) : String(Number(value.toPrecision(4)));
}

/** Where in a row the highest and lowest numbers stand; none where all are equal or fewer than two are numbers. */
export function extremesOf({ cells }: Row): {
  readonly highest: readonly number[];
  readonly lowest: readonly number[];
} {
  const numbers = cells.map((cell) => numberOf(cell?.text));
  const known = numbers.filter((number) => number !== undefined);
  const [high, low] = [Math.max(...known), Math.min(...known)];
  if (known.length < 2 || high === low) return { highest: [], lowest: [] };
  const at = (wanted: number) => numbers.flatMap((number, index) => (number === wanted ? [index] : []));
  return { highest: at(high), lowest: at(low) };
}

/** The comparison as a table of texts under a header: a line for each row, a column for each subject. */
export function tableOf(subjects: readonly Subject[], rows: readonly Row[]): readonly (readonly string[])[] {
  return [
    ['section', 'name', 'differs', ...subjects.map(({ displayName }) => displayName)],
    ['', 'id', '', ...subjects.map(({ id }) => id)],
    ['', 'status', '', ...subjects.map(({ status }) => status ?? '')],
    ['', 'started', '', ...subjects.map(({ startedAt }) => startedAt ?? '')],
    ['', 'finished', '', ...subjects.map(({ finishedAt }) => finishedAt ?? '')],
    ...rows.map(({ section, name, differs, cells }) => [
      section.title,
      name,
      differs ? 'yes' : 'no',
      ...cells.map((cell) => cell?.text ?? ''),
    ]),
  ];
}
