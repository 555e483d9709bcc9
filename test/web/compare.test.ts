import { describe, expect, it } from 'vitest';
import { axesOf, usualAxes } from '../../web/src/compare/model/axes.js';
import { parallelPlot, scatterPlot, stepsPlot, timePlot } from '../../web/src/compare/model/plots.js';
import { differenceOf, extremesOf, rowsOf, tableOf } from '../../web/src/compare/model/rows.js';
import { type Subject, toSubject } from '../../web/src/compare/model/subject.js';

type Node = Parameters<typeof toSubject>[0];
type RunNode = Extract<Node, { readonly __typename: 'Run' }>;
type Output = NonNullable<RunNode['artifacts']>['nodes'][number];

function metrics(
  id: number,
  values: Readonly<Record<string, string>>,
  properties: Readonly<Record<string, string>> = {},
): Output {
  const named = (of: Readonly<Record<string, string>>) => Object.entries(of).map(([name, text]) => ({ name, text }));
  return { __typename: 'Metrics', ...output(id), values: named(values), properties: named(properties) };
}

function model(id: number, hyperparameters: unknown): Output {
  return { __typename: 'Model', ...output(id), hyperparameters };
}

function output(id: number) {
  return { id: `artifact:${id}`, displayName: `output ${id}`, typeName: 'Any', createdAt: '2026-01-01T00:00:00.000Z' };
}

/** A run with one step, `train`, that has the parameters. */
function run(id: number, parameters: Readonly<Record<string, string>>, outputs: readonly Output[] = []): Subject {
  const named = Object.entries(parameters).map(([name, text]) => ({ name, text }));
  const node: RunNode = {
    __typename: 'Run',
    id: `run:${id}`,
    displayName: `run ${id}`,
    runCreatedAt: `2026-01-0${id}T00:00:00.000Z`,
    status: 'COMPLETE',
    startedAt: `2026-01-0${id}T01:00:00.000Z`,
    finishedAt: `2026-01-0${id}T01:01:00.000Z`,
    workspace: null,
    parameters: [],
    metrics: outputs.flatMap((output) => (output.__typename === 'Metrics' ? output.values : [])),
    executions: {
      nodes: [{ id: `execution:${id}`, displayName: 'train', parameters: named }],
      pageInfo: { hasNextPage: false },
    },
    artifacts: { nodes: outputs, pageInfo: { hasNextPage: false } },
  };
  const subject = toSubject(node);
  if (subject === undefined) throw new TypeError('A run can be compared.');
  return subject;
}

describe('runs side by side', () => {
  it('have a row for each name that any of them bears, metrics before what steps were given', () => {
    const rows = rowsOf([run(1, { lr: '0.1' }), run(2, { depth: '3' }, [metrics(1, { accuracy: '0.9' })])]);

    expect(rows.map(({ key }) => key)).toEqual(['metric:accuracy', 'step/train:depth', 'step/train:lr']);
    expect(rows[0]?.cells.map((cell) => cell?.text)).toEqual([undefined, '0.9']);
  });

  it('differ where one lacks what another has', () => {
    const rows = rowsOf([run(1, { lr: '0.1', seed: '7' }), run(2, { seed: '7' })]);

    expect(rows.map(({ name, differs }) => [name, differs])).toEqual([
      ['lr', true],
      ['seed', false],
    ]);
  });

  it('keep 64-bit integers apart that a double cannot', () => {
    const [row] = rowsOf([run(1, { seed: '9007199254740993' }), run(2, { seed: '9007199254740992' })]);

    expect(row?.differs).toBe(true);
    expect(row?.cells[0]?.text).toBe('9007199254740993');
  });

  it('show of several values of one name the last, and how many there are', () => {
    const [row] = rowsOf([run(1, {}, [metrics(1, { psi: '0.1' }), metrics(2, { psi: '0.2' })])]);

    expect(row?.cells[0]).toMatchObject({ text: '0.2', count: 2 });
  });

  it('bear the hyperparameters of their models, with dots for what lies deeper', () => {
    const rows = rowsOf([run(1, {}, [model(1, { optimizer: { name: 'adam', lr: 0.1 }, layers: [8, 4] })])]);

    expect(rows.map(({ name, cells }) => [name, cells[0]?.text])).toEqual([
      ['layers', '[8,4]'],
      ['optimizer.lr', '0.1'],
      ['optimizer.name', 'adam'],
    ]);
  });

  it('are measured by a baseline, without the noise of binary fractions', () => {
    const [row] = rowsOf([run(1, { x: '0.1' }), run(2, { x: '0.3' }), run(3, { x: 'much' })]);
    const [base, more, word] = row?.cells ?? [];

    expect(differenceOf(more, base)).toEqual({ differs: true, delta: '+0.2' });
    expect(differenceOf(base, more)).toEqual({ differs: true, delta: '−0.2' });
    expect(differenceOf(word, base)).toEqual({ differs: true });
    expect(differenceOf(base, base)).toEqual({ differs: false });
  });

  it('differ without an amount where a double does not tell them apart', () => {
    const [row] = rowsOf([run(1, { seed: '9007199254740993' }), run(2, { seed: '9007199254740992' })]);

    expect(differenceOf(row?.cells[0], row?.cells[1])).toEqual({ differs: true });
  });

  it('have no highest and lowest where all are equal', () => {
    const [x, y] = rowsOf([run(1, { x: '1', y: '5' }), run(2, { x: '2', y: '5' }), run(3, { x: '2', y: '5' })]);

    expect(x && extremesOf(x)).toEqual({ highest: [1, 2], lowest: [0] });
    expect(y && extremesOf(y)).toEqual({ highest: [], lowest: [] });
  });

  it('go into a table with a column for each', () => {
    const subjects = [run(1, { lr: '0.1' }), run(2, {})];

    const table = tableOf(subjects, rowsOf(subjects));

    expect(table[0]).toEqual(['section', 'name', 'differs', 'run 1', 'run 2']);
    expect(table.at(-1)).toEqual(['Step train', 'lr', 'yes', '0.1', '']);
  });
});

describe('plots', () => {
  const subjects = [
    run(3, { lr: '0.1', optimizer: 'adam', note: 'x'.repeat(60) }, [metrics(1, { accuracy: '0.8' })]),
    run(1, { lr: '0.01', optimizer: 'sgd', note: 'y'.repeat(60) }, [metrics(2, { accuracy: '0.9' })]),
    run(2, { lr: '0.01', optimizer: 'sgd', note: 'z'.repeat(60) }),
  ];
  const rows = rowsOf(subjects);
  const axes = axesOf(subjects, rows);
  const axis = (key: string) => {
    const found = axes.find((one) => one.key === key);
    if (found === undefined) throw new TypeError(`There is no axis ${key}.`);
    return found;
  };

  it('have axes for times, numbers and short words, and none for long texts', () => {
    expect(axes.map(({ key, kind }) => `${key} ${kind}`)).toEqual([
      'time:started time',
      'time:duration number',
      'metric:accuracy number',
      'step/train:lr number',
      'step/train:optimizer word',
    ]);
    expect(axis('time:duration').values).toEqual([60, 60, 60]);
  });

  it('begin parallel coordinates with what differs, measurements last', () => {
    expect(usualAxes(axes, rows).map(({ name }) => name)).toEqual(['lr', 'optimizer', 'accuracy']);
  });

  it('leave a gap where a run has no value', () => {
    const { table } = parallelPlot(subjects, usualAxes(axes, rows), axis('metric:accuracy'));

    expect(table).toEqual([
      ['name', 'id', 'lr', 'optimizer', 'accuracy'],
      ['run 3', 'run:3', '0.1', 'adam', '0.8'],
      ['run 1', 'run:1', '0.01', 'sgd', '0.9'],
      ['run 2', 'run:2', '0.01', 'sgd', ''],
    ]);
  });

  it('draw a scatter along words as along numbers', () => {
    const { option } = scatterPlot(subjects, axis('step/train:optimizer'), axis('metric:accuracy'), undefined);

    expect(option.xAxis).toMatchObject({ type: 'category', data: ['adam', 'sgd'] });
    expect(option.yAxis).toMatchObject({ type: 'value', name: 'accuracy' });
  });

  it('put runs in the order in which they began', () => {
    const { table } = timePlot(subjects, axis('time:started'), [axis('metric:accuracy')]);

    expect(table.slice(1).map(([name, , , value]) => [name, value])).toEqual([
      ['run 1', '0.9'],
      ['run 2', ''],
      ['run 3', '0.8'],
    ]);
  });
});

describe('measurements step by step', () => {
  it('are metrics that hold a step beside what was measured, in the order of the steps', () => {
    const subject = run(1, {}, [
      metrics(1, { step: '20', loss: '0.5' }),
      metrics(2, { step: '10', loss: '0.7' }),
      metrics(3, { accuracy: '0.9' }),
    ]);

    const { table } = stepsPlot([subject], 'loss');

    expect(table).toEqual([
      ['name', 'id', 'step', 'loss'],
      ['run 1', 'run:1', '10', '0.7'],
      ['run 1', 'run:1', '20', '0.5'],
    ]);
    expect(rowsOf([subject]).map(({ name }) => name)).toEqual(['accuracy', 'loss']);
  });

  it('may have their step among the properties', () => {
    const subject = run(1, {}, [metrics(1, { loss: '2' }, { epoch: '1' }), metrics(2, { loss: '1' }, { epoch: '2' })]);

    expect(subject.points.map(({ stepName, step, value }) => [stepName, step, value])).toEqual([
      ['epoch', 1, 2],
      ['epoch', 2, 1],
    ]);
  });

  it('are none where only the last epoch was kept', () => {
    const subject = run(1, {}, [metrics(1, { epoch: '4', final_loss: '0.2' })]);

    expect(subject.points).toEqual([]);
    expect(rowsOf([subject]).map(({ name }) => name)).toEqual(['epoch', 'final_loss']);
  });
});
