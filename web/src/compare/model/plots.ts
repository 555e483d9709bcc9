import type { EChartsCoreOption } from 'echarts/core';
import type { Axis } from './axes.js';
import { shortNumber } from './rows.js';
import type { Subject } from './subject.js';

/** A chart, and the same as a table for those who would rather read or take it along. */
export interface Plot {
  readonly option: EChartsCoreOption;
  /** A header, then one line for each point or subject. */
  readonly table: readonly (readonly string[])[];
  /** Pixels that it wants at least; a narrower window scrolls. */
  readonly minWidth?: number;
}

/** What every chart has: described for those who do not see it, still, and with labels drawn rather than written as HTML. */
export const EVERY_CHART = {
  aria: { enabled: true },
  animation: false,
  backgroundColor: 'transparent',
  textStyle: { fontFamily: 'system-ui, sans-serif' },
} as const satisfies EChartsCoreOption;

/** Small to large, told apart by those who confuse red and green as well, on white and on black. */
const SCALE = ['#3b82f6', '#a3a3a3', '#f97316'];

/** One for each word, after Okabe and Ito, but for the black and the yellow, which do not show on every ground. */
const PALETTE = ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#56b4e9', '#d55e00', '#8c8c8c'];

/** Pixels that an axis of parallel coordinates wants, so that names and lines can be told apart. */
const AXIS_WIDTH = 110;

/** The least and most of some numbers, with a little room where all are the same. */
interface Span {
  readonly min: number;
  readonly max: number;
}

/** Parallel coordinates: an axis for each parameter and metric, a line for each subject, coloured along one of them. */
export function parallelPlot(subjects: readonly Subject[], axes: readonly Axis[], color: Axis | undefined): Plot {
  const option = {
    ...EVERY_CHART,
    tooltip: tooltip(subjects, color ? [...axes, color] : axes),
    parallel: { left: 48, right: color ? 168 : 72, top: 56, bottom: 32 },
    parallelAxis: axes.map((axis, dim) => ({
      dim,
      name: axis.name,
      nameTextStyle: { width: 130, overflow: 'truncate' },
      scale: true,
      ...scaleOf(axis),
    })),
    ...coloring(color, axes.length),
    series: [
      {
        type: 'parallel',
        lineStyle: { width: 2, opacity: 0.75 },
        data: subjects.map(({ displayName }, index) => ({
          name: displayName,
          value: [...axes, ...(color ? [color] : [])].map(({ values }) => values[index] ?? '-'),
        })),
      },
    ],
  };
  const plotted = color && !axes.includes(color) ? [...axes, color] : axes;
  return { option, table: tableOf(subjects, plotted), minWidth: (axes.length + 1) * AXIS_WIDTH };
}

/** Two of parameter, metric and time against each other, a point for each subject that has both. */
export function scatterPlot(subjects: readonly Subject[], x: Axis, y: Axis, color: Axis | undefined): Plot {
  const axes = color ? [x, y, color] : [x, y];
  const option = {
    ...EVERY_CHART,
    tooltip: tooltip(subjects, axes),
    grid: { left: 24, right: color ? 120 : 32, top: 40, bottom: 40, containLabel: true },
    xAxis: { name: x.name, nameLocation: 'middle', nameGap: 32, scale: true, ...scaleOf(x) },
    yAxis: { name: y.name, scale: true, ...scaleOf(y) },
    ...coloring(color, 2),
    series: [
      {
        type: 'scatter',
        symbolSize: 12,
        data: subjects.map(({ displayName }, index) => ({
          name: displayName,
          value: axes.map(({ values }) => values[index] ?? '-'),
        })),
      },
    ],
  };
  return { option, table: tableOf(subjects, axes) };
}

/** How metrics went from run to run: subjects in the order in which they began, a line for each metric. */
export function timePlot(subjects: readonly Subject[], started: Axis, metrics: readonly Axis[]): Plot {
  const order = subjects
    .map((_, index) => index)
    .filter((index) => started.values[index] !== undefined)
    .sort((left, right) => Number(started.values[left]) - Number(started.values[right]));
  const option = {
    ...EVERY_CHART,
    tooltip: {
      trigger: 'item',
      renderMode: 'richText',
      formatter: ({ seriesName, value, name }: { seriesName: string; value: readonly unknown[]; name: string }) =>
        `${name}\n${seriesName}: ${shownAt(value[1])}`,
    },
    legend: { type: 'scroll', top: 0 },
    grid: { left: 24, right: 32, top: 48, bottom: 24, containLabel: true },
    xAxis: { type: 'time' },
    yAxis: { type: 'value', scale: true },
    series: metrics.map(({ name, values }) => ({
      type: 'line',
      name,
      symbolSize: 9,
      connectNulls: true,
      data: order
        .filter((index) => values[index] !== undefined)
        .map((index) => ({ name: subjects[index]?.displayName, value: [started.values[index], values[index]] })),
    })),
  };
  return {
    option,
    table: tableOf(
      order.flatMap((index) => subjects[index] ?? []),
      [started, ...metrics].map((axis) => ({ ...axis, values: order.map((index) => axis.values[index]) })),
    ),
  };
}

/** How one metric went within each subject, step by step. */
export function stepsPlot(subjects: readonly Subject[], metric: string): Plot {
  const courses = subjects.map((subject) => ({
    subject,
    points: subject.points.filter((point) => point.metric === metric),
  }));
  const stepName = courses.find(({ points }) => points.length > 0)?.points[0]?.stepName ?? 'step';
  const option = {
    ...EVERY_CHART,
    tooltip: { trigger: 'axis', renderMode: 'richText' },
    legend: { type: 'scroll', top: 0 },
    grid: { left: 24, right: 32, top: 48, bottom: 40, containLabel: true },
    xAxis: { type: 'value', name: stepName, nameLocation: 'middle', nameGap: 30 },
    yAxis: { type: 'value', scale: true, name: metric },
    series: courses
      .filter(({ points }) => points.length > 0)
      .map(({ subject, points }) => ({
        type: 'line',
        name: subject.displayName,
        symbolSize: 6,
        data: points.map(({ step, value }) => [step, value]),
      })),
  };
  const lines = courses.flatMap(({ subject, points }) =>
    points.map(({ step, value }) => [subject.displayName, subject.id, String(step), String(value)]),
  );
  return { option, table: [['name', 'id', stepName, metric], ...lines] };
}

function scaleOf(axis: Axis) {
  switch (axis.kind) {
    case 'number':
      return { type: 'value' };
    case 'time':
      return { type: 'time' };
    case 'word':
      return { type: 'category', data: wordsOf(axis) };
  }
}

function wordsOf({ values }: Axis): readonly string[] {
  return [...new Set(values.filter((value) => typeof value === 'string'))].sort();
}

function coloring(color: Axis | undefined, dimension: number): EChartsCoreOption {
  if (color === undefined) return {};
  const shared = { dimension, right: 8, top: 'middle' };
  if (color.kind === 'word') {
    const categories = wordsOf(color);
    const colors = categories.map((_, index) => PALETTE[index % PALETTE.length]);
    return { visualMap: { ...shared, type: 'piecewise', categories, inRange: { color: colors } } };
  }
  const { min, max } = spanOf(color);
  const span = { min, max, calculable: color.kind === 'number', precision: 4, text: [color.name, ''] };
  return { visualMap: { ...shared, type: 'continuous', ...span, inRange: { color: SCALE } } };
}

function spanOf({ values }: Axis): Span {
  const numbers = values.filter((value) => typeof value === 'number');
  const [min, max] = [Math.min(...numbers), Math.max(...numbers)];
  return min < max ? { min, max } : { min: min - 1, max: min + 1 };
}

function tooltip(subjects: readonly Subject[], axes: readonly Axis[]): object {
  return {
    trigger: 'item',
    renderMode: 'richText',
    formatter: ({ dataIndex }: { readonly dataIndex: number }) => {
      const lines = axes.map(({ name, values, kind }) => `${name}: ${shownAt(values[dataIndex], kind)}`);
      return [subjects[dataIndex]?.displayName, ...new Set(lines)].join('\n');
    },
  };
}

function shownAt(value: unknown, kind?: Axis['kind']): string {
  if (value === undefined) return '–';
  if (typeof value !== 'number') return String(value);
  return kind === 'time' ? new Date(value).toISOString() : shortNumber(value);
}

function tableOf(subjects: readonly Subject[], axes: readonly Axis[]): readonly (readonly string[])[] {
  return [
    ['name', 'id', ...axes.map(({ name }) => name)],
    ...subjects.map(({ displayName, id }, index) => [
      displayName,
      id,
      ...axes.map(({ values, kind }) => {
        const value = values[index];
        return kind === 'time' && typeof value === 'number' ? new Date(value).toISOString() : String(value ?? '');
      }),
    ]),
  ];
}
