import type { Diagram } from '../scene.js';
import { type About, aboutLines, type BoxKind, boxKind, boxText, type Paint, partly } from './about.js';

/**
 * The picture as Graphviz draws it with `dot -Tsvg`, from left to right: artifacts with round corners, executions with
 * sharp ones, groups with a double border. What is missing stands in its label.
 */
export function toDot({ boxes, lines }: Diagram, about: About, paints: Readonly<Record<BoxKind, Paint>>): string {
  const [title = '', ...rest] = aboutLines(about);
  const label = [title, partly(about)].filter((line) => line !== undefined);
  return [
    ...rest.map((line) => `// ${line}`),
    `digraph ${quoted([title])} {`,
    `  graph [rankdir=LR, labelloc=t, fontname="Helvetica", label=${quoted(label)}];`,
    '  node [shape=box, fontname="Helvetica", fontsize=11];',
    '  edge [color="#868e96", fontname="Helvetica", fontsize=9];',
    ...boxes.map((box) => {
      const kind = boxKind(box);
      const { fill, stroke } = paints[kind];
      const style = kind === 'Execution' ? 'filled' : 'filled,rounded';
      const border = box.shape === 'group' ? ', peripheries=2' : '';
      const look = `style="${style}", fillcolor="${fill}", color="${stroke}"${border}`;
      return `  ${quoted([box.id])} [label=${quoted(boxText(box))}, ${look}];`;
    }),
    ...lines.map(({ source, target, count }) => {
      const look = count > 1 ? ` [label="${count}"]` : '';
      return `  ${quoted([source])} -> ${quoted([target])}${look};`;
    }),
    '}',
    '',
  ].join('\n');
}

/** In a label, Graphviz reads `\N` as the node's name and `&lt;` as `<`; here both are just text. */
function quoted(lines: readonly string[]): string {
  const escaped = lines.map((line) =>
    line
      .replaceAll(/[\r\n]+/g, ' ')
      .replaceAll('\\', '\\\\')
      .replaceAll('"', '\\"')
      .replaceAll('&', '&amp;'),
  );
  return `"${escaped.join('\\n')}"`;
}
