import { describe, expect, it } from 'vitest';
import { diagram, type Shown } from '../../web/src/explorer/model/diagram.js';
import type { KnownGraph } from '../../web/src/explorer/model/graph.js';
import { collapsible } from '../../web/src/explorer/model/reach.js';
import type { Box } from '../../web/src/explorer/model/scene.js';
import { knownGraph } from './support/known-graph.js';

const NOTHING_CHANGED: Shown = {
  of: [],
  expanded: [],
  collapsed: [],
  fold: 'none',
  opened: [],
  hiddenTypes: [],
};

function drawn(graph: KnownGraph, change: Partial<Shown> = {}) {
  return diagram(graph, { ...NOTHING_CHANGED, of: graph.roots, ...change });
}

/** Boxes by what a reader reads on them: a node's name, or a group's size and name. */
function names(boxes: readonly Box[]): readonly string[] {
  return boxes.map((box) => (box.shape === 'node' ? box.node.label : `${box.members.length} × ${box.label}`)).sort();
}

/** So many steps that each read `rows` and wrote a model of their own. */
function training(count: number, from = 0): string {
  return Array.from({ length: count }, (_, step) => `rows > train${from + step} > model${from + step}`).join('\n');
}

describe('a diagram', () => {
  it('is the same whichever walk told of a node first', () => {
    const graph = knownGraph('rows > train > model > serve > endpoint');
    const otherwise = {
      ...graph,
      nodes: new Map([...graph.nodes].reverse()),
      edges: [...graph.edges].reverse(),
    };

    expect(drawn(otherwise)).toEqual(drawn(graph));
  });

  it('has its boxes by number, as a reader counts, artifacts before executions', () => {
    const { boxes } = drawn(knownGraph('10 > 7 > 9'));

    expect(boxes.map(({ id }) => id)).toEqual(['artifact:9', 'artifact:10', 'execution:7']);
  });

  it('draws events between the same two nodes as one line', () => {
    const graph = knownGraph('rows > train');
    const twice = { ...graph, edges: [...graph.edges, ...graph.edges.map((edge) => ({ ...edge, path: ['again'] }))] };

    expect(drawn(twice).lines).toMatchObject([{ source: 'artifact:rows', target: 'execution:train', count: 2 }]);
  });

  it('counts what lies beyond a box, in the store or hidden by the legend', () => {
    const graph = knownGraph('rows > train > model', { model: { downstreamDegree: 37 } });

    const { boxes } = drawn(graph, { hiddenTypes: ['Step'] });

    expect(boxes.map(({ id, beyond }) => [id, beyond])).toEqual([
      ['artifact:model', { upstream: 1, downstream: 37 }],
      ['artifact:rows', { upstream: 0, downstream: 1 }],
    ]);
  });

  it('offers nothing more where a side was asked for already', () => {
    const graph = knownGraph('rows > train', { rows: { downstreamDegree: 9 } });

    const { boxes } = drawn(graph, { expanded: [{ id: 'artifact:rows', side: 'downstream' }] });

    expect(boxes[0]?.beyond).toEqual({ upstream: 0, downstream: 0 });
  });
});

describe('collapsing a side', () => {
  const graph = knownGraph('rows > train > model > serve > endpoint\nrows > clean > table\ntable > serve');

  it('hides what only this node leads to, and nothing else', () => {
    const { boxes, counts } = drawn(graph, { collapsed: [{ id: 'execution:train', side: 'downstream' }] });

    expect(names(boxes)).toEqual(['clean', 'endpoint', 'model', 'rows', 'serve', 'table', 'train']);
    expect(counts.collapsed).toBe(0);
  });

  it('says beforehand how many go out of sight', () => {
    const step = { id: 'execution:serve', side: 'downstream' } as const;

    expect(collapsible(graph, [], step)).toBe(1);
    expect(drawn(graph, { collapsed: [step] }).counts).toMatchObject({ known: 7, shown: 6, collapsed: 1 });
    expect(collapsible(graph, [step], step)).toBe(0);
  });
});

describe('folding siblings', () => {
  it('puts steps alike and what each of them wrote into one box each', () => {
    const { boxes, lines } = drawn(knownGraph(training(8)), { fold: 'siblings' });

    expect(names(boxes)).toEqual(['8 × Step', '8 × Thing', 'rows']);
    expect(lines.map(({ source, target, count }) => [source, target, count])).toEqual([
      ['artifact:rows', 'like:execution:train0', 8],
      ['like:execution:train0', 'like:artifact:model0', 8],
    ]);
  });

  it('leaves fewer than seven as they are', () => {
    expect(drawn(knownGraph(training(6)), { fold: 'siblings' }).counts.folded).toBe(0);
  });

  it('keeps apart those of which something else was made', () => {
    const { boxes } = drawn(knownGraph(`${training(9)}\nmodel3 > serve`), { fold: 'siblings' });

    expect(names(boxes)).toEqual(['8 × Step', '8 × Thing', 'model3', 'rows', 'serve', 'train3']);
  });

  it('keeps the one that failed in sight', () => {
    const graph = knownGraph(training(9), { train4: { status: 'FAILED' } });

    expect(names(drawn(graph, { fold: 'siblings' }).boxes)).toEqual([
      '8 × Step',
      '8 × Thing',
      'model4',
      'rows',
      'train4',
    ]);
  });

  it('keeps apart the children of nodes that stand alone', () => {
    const text = `start > split > rows\nstart > split > others\n${training(7)}\n${training(7, 7).replaceAll('rows', 'others')}`;

    const { boxes } = drawn(knownGraph(text), { fold: 'siblings' });

    expect(names(boxes)).toEqual([
      '7 × Step',
      '7 × Step',
      '7 × Thing',
      '7 × Thing',
      'others',
      'rows',
      'split',
      'start',
    ]);
  });

  it('opens one box and leaves the others closed', () => {
    const { boxes } = drawn(knownGraph(training(8)), { fold: 'siblings', opened: ['like:execution:train0'] });

    expect(boxes).toHaveLength(10);
    expect(names(boxes)).toContain('8 × Thing');
  });

  it('never folds what the reader has started from', () => {
    const graph = knownGraph(training(9), {}, ['model2']);

    expect(names(drawn(graph, { fold: 'siblings' }).boxes)).toContain('model2');
  });
});

describe('folding runs', () => {
  const inRun = (number: number) => ({ run: { id: `run:${number}`, name: `run ${number}` } });

  it('makes a box of each run with lines between them, and leaves what is in none', () => {
    const graph = knownGraph('rows > train > model > serve > endpoint', {
      train: inRun(1),
      model: inRun(1),
      serve: inRun(2),
      endpoint: inRun(2),
    });

    const { boxes, lines, counts } = drawn(graph, { fold: 'runs' });

    expect(names(boxes)).toEqual(['2 × run 1', '2 × run 2', 'rows']);
    expect(lines.map(({ id }) => id).sort()).toEqual(['artifact:rows>run:1', 'run:1>run:2']);
    expect(counts).toMatchObject({ shown: 5, folded: 4 });
  });

  it('folds siblings that are in no run', () => {
    const graph = knownGraph(training(8), { rows: inRun(1), train0: inRun(1) });

    expect(names(drawn(graph, { fold: 'runs', of: [] }).boxes)).toContain('2 × run 1');
    expect(names(drawn(graph, { fold: 'runs', of: [] }).boxes)).toContain('7 × Step');
  });

  it('draws runs that read from each other as a cycle', () => {
    const graph = knownGraph('rows > train > model > serve > answers > judge', {
      train: inRun(1),
      model: inRun(1),
      serve: inRun(2),
      answers: inRun(2),
      judge: inRun(1),
    });

    expect(
      drawn(graph, { fold: 'runs' })
        .lines.map(({ id }) => id)
        .sort(),
    ).toEqual(['artifact:rows>run:1', 'run:1>run:2', 'run:2>run:1']);
  });
});

describe('folding as suits the size', () => {
  it('folds nothing that can be taken in', () => {
    expect(drawn(knownGraph(training(30)), { fold: undefined }).fold).toBe('none');
  });

  it('folds siblings where they are many', () => {
    const { fold, boxes } = drawn(knownGraph(training(100)), { fold: undefined });

    expect(fold).toBe('siblings');
    expect(boxes).toHaveLength(3);
  });

  it('folds runs where the siblings leave too many boxes', () => {
    const chain = Array.from({ length: 1_100 }, (_, step) => `a${step} > e${step} > a${step + 1}`).join('\n');
    const told = Object.fromEntries(
      Array.from({ length: 1_100 }, (_, step) => {
        const run = { id: `run:${Math.floor(step / 100)}`, name: 'nightly' };
        return [`e${step}`, { run }];
      }),
    );

    const { fold, boxes } = drawn(knownGraph(chain, told), { fold: undefined });

    expect(fold).toBe('runs');
    expect(boxes.length).toBeLessThan(1_200);
  });
});
