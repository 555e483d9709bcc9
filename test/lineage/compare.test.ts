import { describe, expect, it } from 'vitest';
import { compare, type Subject } from '../../src/lineage/compare.js';
import type { Value } from '../../src/mlmd/model.js';
import { namedGraph } from './support/named-graph.js';

const text = (value: string): Value => ({ type: 'STRING', value });
const int = (value: bigint): Value => ({ type: 'INT', value });
const struct = (value: { readonly [key: string]: number }): Value => ({ type: 'STRUCT', value });

function subject(parts: Partial<Subject>): Subject {
  return { properties: [], metrics: [], members: [], ...parts };
}

describe('compare', () => {
  it('puts properties side by side, by node and name, and says which differ', () => {
    const one = subject({
      properties: [
        { node: 'train', name: 'rate', value: text('0.1') },
        { node: 'train', name: 'layers', value: int(3n) },
      ],
    });
    const other = subject({
      properties: [
        { node: 'train', name: 'layers', value: int(3n) },
        { node: 'train', name: 'rate', value: text('0.2') },
        { node: 'serve', name: 'port', value: int(80n) },
      ],
    });

    const { properties } = compare([one, other]);

    expect(properties).toEqual([
      { node: 'serve', name: 'port', values: [undefined, int(80n)], differs: true },
      { node: 'train', name: 'layers', values: [int(3n), int(3n)], differs: false },
      { node: 'train', name: 'rate', values: [text('0.1'), text('0.2')], differs: true },
    ]);
  });

  it.each([
    ['structs whose keys come in another order', struct({ a: 1, b: 2 }), struct({ b: 2, a: 1 }), false],
    ['structs that differ inside', struct({ a: 1 }), struct({ a: 2 }), true],
    ['numbers of two types', int(1n), { type: 'DOUBLE', value: 1 }, true],
    ['not-a-number twice', { type: 'DOUBLE', value: Number.NaN }, { type: 'DOUBLE', value: Number.NaN }, false],
    [
      'equal bytes',
      { type: 'PROTO', value: { typeUrl: 't', value: Uint8Array.of(1) } },
      { type: 'PROTO', value: { typeUrl: 't', value: Uint8Array.of(1) } },
      false,
    ],
  ] as const)('tells whether values differ: %s', (_, left, right, differs) => {
    const withValue = (value: Value) => subject({ properties: [{ node: 'n', name: 'p', value }] });

    expect(compare([withValue(left), withValue(right)]).properties).toMatchObject([{ differs }]);
  });

  it('pairs the first of a name with the others’ first, and the second with the second', () => {
    const runs = [[1n, 2n], [1n]].map((values) =>
      subject({ properties: values.map((value) => ({ node: 'train', name: 'seed', value: int(value) })) }),
    );

    const { properties } = compare(runs);

    expect(properties.map(({ values, differs }) => [values, differs])).toEqual([
      [[int(1n), int(1n)], false],
      [[int(2n), undefined], true],
    ]);
  });

  it('puts metrics side by side, by name', () => {
    const { metrics } = compare([
      subject({
        metrics: [
          { name: 'loss', value: 0.5 },
          { name: 'auc', value: 0.9 },
        ],
      }),
      subject({ metrics: [{ name: 'auc', value: 0.9 }] }),
    ]);

    expect(metrics).toEqual([
      { name: 'auc', values: [0.9, 0.9], differs: false },
      { name: 'loss', values: [0.5, undefined], differs: true },
    ]);
  });

  it('parts members into those of all subjects and those of one alone', () => {
    const graph = namedGraph('rows > train > model; rows > retrain > better');
    const members = (...names: readonly string[]) => subject({ members: names.map(graph.ref) });

    const { shared, only } = compare([
      members('train', 'rows', 'model'),
      members('better', 'rows', 'retrain', 'retrain'),
      members('rows', 'model'),
    ]);

    expect(graph.names(shared)).toEqual(['rows']);
    expect(only.map(graph.names)).toEqual([['train'], ['better', 'retrain'], []]);
  });
});
