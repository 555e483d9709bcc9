import { Anchor, Text } from '@mantine/core';
import { type ReactElement, useMemo } from 'react';
import { Link } from 'react-router';
import { pagePath } from '../api/page-path.js';
import { Empty } from '../parts/states.js';
import { AxesSelect, AxisSelect } from './axis-select.js';
import { type Axis, axesOf, usualAxes } from './model/axes.js';
import { parallelPlot, scatterPlot, stepsPlot, timePlot } from './model/plots.js';
import type { Row } from './model/rows.js';
import type { Subject } from './model/subject.js';
import { PlotPanel } from './plot-panel.js';
import type { SetShown, Shown } from './use-shown.js';

/** What a plot is made of. */
interface PlotProps {
  readonly subjects: readonly Subject[];
  readonly axes: readonly Axis[];
  readonly rows: readonly Row[];
  readonly shown: Shown;
  readonly setShown: SetShown;
}

/** The subjects as one of the plots. */
export function Plots(
  props: Omit<PlotProps, 'axes'> & { readonly view: Exclude<Shown['view'], 'table'> },
): ReactElement {
  const { subjects, rows, view } = props;
  const axes = useMemo(() => axesOf(subjects, rows), [subjects, rows]);
  switch (view) {
    case 'parallel':
      return <Parallel {...props} axes={axes} />;
    case 'scatter':
      return <Scatter {...props} axes={axes} />;
    case 'time':
      return <OverTime {...props} axes={axes} />;
    case 'steps':
      return <OverSteps {...props} axes={axes} />;
  }
}

function Parallel({ subjects, axes, rows, shown, setShown }: PlotProps): ReactElement {
  const usual = useMemo(() => usualAxes(axes, rows), [axes, rows]);
  const chosen = shown.axes === null ? usual : shown.axes.flatMap((key) => axes.find((axis) => axis.key === key) ?? []);
  const color = axes.find(({ key }) => key === shown.color) ?? chosen.find(isMetric);
  const plot = useMemo(() => parallelPlot(subjects, chosen, color), [subjects, chosen, color]);
  if (usual.length < 2 && shown.axes === null) {
    return (
      <Empty title="Nothing to draw lines between">
        Parallel coordinates want at least two parameters or metrics in which these differ.
      </Empty>
    );
  }
  return (
    <PlotPanel plot={plot} name="parallel-coordinates">
      <AxesSelect
        label="Axes"
        axes={axes}
        value={chosen.map(({ key }) => key)}
        onChange={(keys) => void setShown({ axes: [...keys] })}
      />
      <AxisSelect
        label="Coloured by"
        axes={axes}
        value={color?.key ?? null}
        onChange={(key) => void setShown({ color: key })}
      />
    </PlotPanel>
  );
}

function Scatter({ subjects, axes, rows, shown, setShown }: PlotProps): ReactElement {
  const usual = useMemo(() => [...usualAxes(axes, rows), ...axes], [axes, rows]);
  const x = axes.find(({ key }) => key === shown.x) ?? usual.find((axis) => !isMetric(axis)) ?? axes[0];
  const y = axes.find(({ key }) => key === shown.y) ?? usual.find(isMetric) ?? axes[1];
  const color = axes.find(({ key }) => key === shown.color);
  const plot = useMemo(() => x && y && scatterPlot(subjects, x, y, color), [subjects, x, y, color]);
  if (!plot)
    return <Empty title="Nothing to lay out">These have no parameters, metrics or times that could be axes.</Empty>;
  return (
    <PlotPanel plot={plot} name="scatter">
      <AxisSelect label="Across" axes={axes} value={x?.key ?? null} onChange={(key) => void setShown({ x: key })} />
      <AxisSelect label="Up" axes={axes} value={y?.key ?? null} onChange={(key) => void setShown({ y: key })} />
      <AxisSelect
        label="Coloured by"
        axes={axes}
        value={color?.key ?? null}
        onChange={(key) => void setShown({ color: key })}
        clearable
      />
    </PlotPanel>
  );
}

function OverTime({ subjects, axes, shown, setShown }: PlotProps): ReactElement {
  const started = axes.find(({ key }) => key === 'time:started');
  const numbers = axes.filter((axis) => axis.kind === 'number');
  const chosen = useMemo(() => {
    const metrics = numbers.filter(isMetric).slice(0, 1);
    return shown.metrics === null
      ? metrics
      : shown.metrics.flatMap((key) => numbers.find((axis) => axis.key === key) ?? []);
  }, [numbers, shown.metrics]);
  const plot = useMemo(() => started && timePlot(subjects, started, chosen), [subjects, started, chosen]);
  if (!plot || numbers.length === 0)
    return <Empty title="Nothing was measured">None of these has a metric, and none says when it began.</Empty>;
  return (
    <PlotPanel plot={plot} name="over-time">
      <AxesSelect
        label="Metrics"
        axes={numbers}
        value={chosen.map(({ key }) => key)}
        onChange={(keys) => void setShown({ metrics: [...keys] })}
      />
    </PlotPanel>
  );
}

function OverSteps({ subjects, shown, setShown }: PlotProps): ReactElement {
  const names = useMemo(
    () => [...new Set(subjects.flatMap(({ points }) => points.map(({ metric }) => metric)))].sort(),
    [subjects],
  );
  const metric = names.find((name) => `step:${name}` === shown.y) ?? names[0];
  const plot = useMemo(() => (metric === undefined ? undefined : stepsPlot(subjects, metric)), [subjects, metric]);
  if (!plot) return <NoSteps subjects={subjects} />;
  const axes = names.map((name): Axis => ({ key: `step:${name}`, name, group: 'Metrics', kind: 'number', values: [] }));
  return (
    <PlotPanel plot={plot} name="over-steps">
      <AxisSelect label="Metric" axes={axes} value={`step:${metric}`} onChange={(key) => void setShown({ y: key })} />
    </PlotPanel>
  );
}

/** Why there is no course of a training to show. */
function NoSteps({ subjects }: { readonly subjects: readonly Subject[] }): ReactElement {
  const files = subjects.flatMap((subject) => subject.files);
  return (
    <Empty title="The store holds nothing that was measured step by step">
      <Text inherit>
        A course is drawn from metrics artifacts that hold a number named <code>step</code>, <code>epoch</code>,{' '}
        <code>iteration</code> or <code>global_step</code> beside what was measured, one artifact for each step.
      </Text>
      {files.length > 0 && (
        <Text inherit mt="sm">
          CMF has written such a course into files outside the store, which are not read here:{' '}
          {files.map(({ id, displayName }, index) => (
            <span key={id}>
              {index > 0 && ', '}
              <Anchor component={Link} to={pagePath(id)} underline="always">
                {displayName}
              </Anchor>
            </span>
          ))}
        </Text>
      )}
    </Empty>
  );
}

function isMetric({ key, kind }: Axis): boolean {
  return key.startsWith('metric:') && kind === 'number';
}
