import type { Row } from './rows.js';
import { numberOf } from './steps.js';
import type { Subject } from './subject.js';

/** Something that subjects can be laid out along. */
export interface Axis {
  /** As in the address: `metric:accuracy`, `time:started`. */
  readonly key: string;
  readonly name: string;
  /** The section that it belongs to, for choosing. */
  readonly group: string;
  readonly kind: 'number' | 'word' | 'time';
  /** One for each subject; times as milliseconds, undefined where it has none. */
  readonly values: readonly (number | string | undefined)[];
}

/** Different words that an axis may have; more, such as a configuration for each run, are no places on an axis. */
const MAX_WORDS = 30;

/**
 * All that subjects can be laid out along: times, then what at least one of them has as a number or as a short word. Each
 * has a name of its own.
 */
export function axesOf(subjects: readonly Subject[], rows: readonly Row[]): readonly Axis[] {
  const started = subjects.map(({ startedAt }) => timeOf(startedAt));
  const finished = subjects.map(({ finishedAt }) => timeOf(finishedAt));
  const durations = started.map((from, index) => {
    const to = finished[index];
    return from === undefined || to === undefined || to < from ? undefined : (to - from) / 1_000;
  });
  const times: readonly Axis[] = [
    { key: 'time:started', name: 'started', group: 'Times', kind: 'time', values: started },
    { key: 'time:duration', name: 'duration (s)', group: 'Times', kind: 'number', values: durations },
  ];
  const all = [...times.filter(({ values }) => values.some((value) => value !== undefined)), ...rows.flatMap(axisOf)];
  const isTaken = (name: string) => all.filter((axis) => axis.name === name).length > 1;
  return all.map((axis) => (isTaken(axis.name) ? { ...axis, name: `${axis.name} (${axis.group})` } : axis));
}

/** The axes that parallel coordinates start with: what differs, numbers measured last, at most eight. */
export function usualAxes(axes: readonly Axis[], rows: readonly Row[]): readonly Axis[] {
  const differing = new Set(rows.filter(({ differs }) => differs).map(({ key }) => key));
  const chosen = axes.filter(({ key }) => differing.has(key));
  const isMetric = ({ key }: Axis) => key.startsWith('metric:');
  const metrics = chosen.filter(isMetric).slice(0, 4);
  return [...chosen.filter((axis) => !isMetric(axis)).slice(0, 8 - metrics.length), ...metrics];
}

function axisOf({ key, name, section, cells }: Row): readonly Axis[] {
  const texts = cells.flatMap((cell) => (cell === undefined ? [] : [cell.text]));
  const numbers = cells.map((cell) => numberOf(cell?.text));
  if (texts.every((text) => numberOf(text) !== undefined)) {
    return [{ key, name, group: section.title, kind: 'number', values: numbers }];
  }
  const isShort = texts.every((text) => text.length <= 40) && new Set(texts).size <= MAX_WORDS;
  return isShort ? [{ key, name, group: section.title, kind: 'word', values: cells.map((cell) => cell?.text) }] : [];
}

function timeOf(at: string | null): number | undefined {
  return at === null ? undefined : Date.parse(at);
}
