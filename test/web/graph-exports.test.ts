import { describe, expect, it } from 'vitest';
import type { About } from '../../web/src/explorer/model/export/about.js';
import { toDot } from '../../web/src/explorer/model/export/dot.js';
import { toJson } from '../../web/src/explorer/model/export/json.js';
import { toMermaid } from '../../web/src/explorer/model/export/mermaid.js';
import { pngSize } from '../../web/src/explorer/model/export/png-size.js';
import { toSvg } from '../../web/src/explorer/model/export/svg.js';
import type { Diagram, GroupBox, Scene } from '../../web/src/explorer/model/scene.js';
import { LOOK, VIEW } from './support/export-look.js';
import { knownGraph, unfolded } from './support/known-graph.js';

const ABOUT: About = {
  title: 'Lineage of rows',
  address: 'http://127.0.0.1:4000/lineage?of=artifact:rows',
  exportedAt: '2026-01-02T03:04:05.006Z',
  missing: [],
};
const PARTIAL: About = { ...ABOUT, missing: ['2 collapsed', 'more than 6 hops away'] };
/** A name with all that means something in one of the formats. */
const NASTY = '"<b>a & b</b>" \\N #1; {x|y} `*_';

const KNOWN = knownGraph('rows > train > model', {
  rows: { kind: 'DataSet', version: 'v1' },
  train: { status: 'FAILED' },
  model: { label: NASTY, kind: 'Model' },
});
const DIAGRAM = unfolded(KNOWN);

const GROUP: GroupBox = {
  shape: 'group',
  id: 'run:7',
  foldedBy: 'runs',
  label: 'Nightly',
  members: [...KNOWN.nodes.values()].filter(({ kind }) => kind === 'Execution'),
  beyond: { upstream: 0, downstream: 37 },
};
const FOLDED: Diagram = {
  ...DIAGRAM,
  boxes: DIAGRAM.boxes.map((box) => (box.id === 'execution:train' ? GROUP : box)),
  lines: DIAGRAM.lines
    .map((line) => (line.source === 'execution:train' ? { ...line, source: 'run:7', count: 5 } : line))
    .map((line) => (line.target === 'execution:train' ? { ...line, target: 'run:7' } : line)),
};

/** What the legend leaves of it. */
const PART: Diagram = {
  ...FOLDED,
  boxes: FOLDED.boxes.slice(0, 2),
  counts: { ...FOLDED.counts, shown: 2, hiddenByLegend: 1, folded: 1 },
};

describe('an export for Graphviz', () => {
  it('has a box for each node and a line for each way between them', () => {
    const dot = toDot(DIAGRAM, ABOUT, LOOK);

    expect(dot).toContain('digraph "Lineage of rows" {\n  graph [rankdir=LR');
    expect(dot).toContain(
      '"artifact:rows" [label="rows\\nshort Thing · v1", style="filled,rounded", fillcolor="#DataSet"',
    );
    expect(dot).toContain(
      '"execution:train" [label="train\\nfailed · short Step", style="filled", fillcolor="#Execution"',
    );
    expect(dot).toContain('  "artifact:rows" -> "execution:train";\n');
  });

  it('takes no name for more than text', () => {
    const dot = toDot(DIAGRAM, ABOUT, LOOK);

    expect(dot).toContain('[label="\\"<b>a &amp; b</b>\\" \\\\N #1; {x|y} `*_\\nshort Thing"');
  });

  it('says what a group stands for, how many events a line does, and what lies beyond', () => {
    const dot = toDot(FOLDED, ABOUT, LOOK);

    expect(dot).toContain('label="1 × Nightly\\nfolded into one box\\n37 more downstream"');
    expect(dot).toContain('peripheries=2');
    expect(dot).toContain('"run:7" -> "artifact:model" [label="5"];');
  });

  it('says in the picture that it is partial', () => {
    expect(toDot(DIAGRAM, PARTIAL, LOOK)).toContain(
      'label="Lineage of rows\\nNot all there is: 2 collapsed; more than 6 hops away."',
    );
    expect(toDot(DIAGRAM, ABOUT, LOOK)).not.toContain('Not all there is');
  });
});

describe('an export for Mermaid', () => {
  it('numbers the boxes and gives each the class of its kind', () => {
    const mermaid = toMermaid(FOLDED, ABOUT, LOOK);

    expect(mermaid).toContain('---\ntitle: "Lineage of rows"\n---\nflowchart LR\n');
    expect(mermaid).toContain('  n0(["rows<br/>short Thing · v1"]):::DataSet\n');
    expect(mermaid).toContain('  n1[["1 × Nightly<br/>folded into one box<br/>37 more downstream"]]:::Run\n');
    expect(mermaid).toContain('  n0 --> n1\n  n1 -->|5| n2\n');
    expect(mermaid).toContain('  classDef DataSet fill:#DataSet,stroke:#DataSet,color:#212529\n');
    expect(mermaid).not.toContain('classDef Workspace');
  });

  it('takes no name for more than text', () => {
    const mermaid = toMermaid(DIAGRAM, ABOUT, LOOK);

    expect(mermaid).toContain(
      'n2(["#34;#60;b#62;a #38; b#60;/b#62;#34; #92;N #35;1#59; #123;x#124;y#125; #96;#42;#95;<br/>short Thing"])',
    );
  });

  it('keeps a name that begins like an item of a list from becoming one', () => {
    const listed = unfolded(knownGraph('1. rows > - train > my_model'));

    const mermaid = toMermaid(listed, ABOUT, LOOK);

    expect(mermaid).toContain('(["1#46; rows<br/>');
    expect(mermaid).toContain('["#45; train<br/>');
    expect(mermaid).toContain('(["my_model<br/>');
  });

  it('says in its title that it is partial, and in a comment what is missing', () => {
    const mermaid = toMermaid(DIAGRAM, PARTIAL, LOOK);

    expect(mermaid).toContain('title: "Lineage of rows (partial)"');
    expect(mermaid).toContain('%% Not all there is: 2 collapsed; more than 6 hops away.');
  });
});

describe('an export as JSON', () => {
  it('has the question, the nodes and the events, and says that it is whole', () => {
    const document = JSON.parse(toJson(KNOWN, DIAGRAM, VIEW, ABOUT));

    expect(document).toMatchObject({
      title: ABOUT.title,
      complete: true,
      view: { of: ['artifact:rows'], hops: 6 },
      roots: ['artifact:rows'],
    });
    expect(document.nodes.map(({ id }: { id: string }) => id)).toEqual([...KNOWN.nodes.keys()]);
    expect(document.edges).toEqual(KNOWN.edges);
  });

  it('has the members of groups among the nodes, and what is not shown neither among nodes nor events', () => {
    const document = JSON.parse(toJson(KNOWN, PART, VIEW, PARTIAL));

    expect(document.complete).toBe(false);
    expect(document.groups).toEqual([
      { id: 'run:7', label: 'Nightly', foldedBy: 'runs', members: ['execution:train'] },
    ]);
    expect(document.nodes.map(({ id }: { id: string }) => id)).toEqual(['artifact:rows', 'execution:train']);
    expect(document.edges).toEqual([KNOWN.edges[0]]);
  });
});

describe('an export as a drawing', () => {
  const scene: Scene = {
    width: 900,
    height: 60,
    boxes: FOLDED.boxes.map((box, index) => ({ box, x: index * 300, y: 0, width: 200, height: 50 })),
    lines: FOLDED.lines.map((line) => ({
      line,
      points: [
        { x: 200, y: 25 },
        { x: 300, y: 25 },
      ],
    })),
  };

  it('has its boxes in their places, round for artifacts, and the lines between them', () => {
    const { text, width, height } = toSvg(scene, ABOUT, LOOK);

    expect(text.startsWith(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"`)).toBe(true);
    expect(text).toContain('<title id="title">Lineage of rows</title>');
    expect(text).toContain('<rect width="200" height="50" rx="25" fill="#card" stroke="#DataSet"');
    expect(text.match(/<path d="M200 25 L300 25"/g)).toHaveLength(2);
  });

  it('takes no name for more than text, even one with characters that XML does not have', () => {
    const [first] = scene.boxes;
    if (first?.box.shape !== 'node') throw new Error('the first box is a node');
    const node = { ...first.box.node, label: '<script>\u0000&"' };

    const { text } = toSvg({ ...scene, boxes: [{ ...first, box: { ...first.box, node } }] }, ABOUT, LOOK);

    expect(text).toContain('>&lt;script&gt;&amp;&quot;</text>');
    expect(text).not.toContain('<script>');
  });

  it('says in the drawing and to those who hear it that it is partial', () => {
    const { text } = toSvg(scene, PARTIAL, LOOK);

    expect(text).toMatch(/<desc id="desc">[^<]*Not all there is: 2 collapsed; more than 6 hops away\./);
    expect(text).toMatch(/<text [^>]*>Not all there is: 2 collapsed; more than 6 hops away\.<\/text>/);
  });
});

describe('a picture of dots', () => {
  it('is twice as fine as the drawing where there is room', () => {
    expect(pngSize(800, 600)).toEqual({ scale: 2, width: 1600, height: 1200 });
  });

  it('stays within what browsers make, by the longer side and by the number of dots', () => {
    expect(pngSize(100_000, 100)).toMatchObject({ width: 16_384 });
    const { width, height } = pngSize(30_000, 30_000);
    expect(width * height).toBeLessThanOrEqual(2 ** 26);
  });
});
