import { boxKind } from '../box-kind.js';
import type { Diagram } from '../scene.js';
import { type About, aboutLines, boxText, type PlainLook, partly } from './about.js';

/**
 * The picture as Graphviz draws it with `dot -Tsvg`, from left to right: artifacts with round corners, executions with
 * sharp ones, groups with a double border. What is missing stands in its label.
 */
export function toDot({ boxes, lines }: Diagram, about: About, look: PlainLook): string {
  const [title = '', ...rest] = aboutLines(about);
  const head = [title, partly(about)].filter((line) => line !== undefined);
  return [
    ...rest.map((line) => `// ${line}`),
    `digraph ${quoted([title])} {`,
    `  graph [rankdir=LR, labelloc=t, fontname="Helvetica", label=${quoted(head)}];`,
    '  node [shape=box, fontname="Helvetica", fontsize=11];',
    '  edge [color="#868e96", fontname="Helvetica", fontsize=9];',
    ...boxes.map((box) => {
      const kind = boxKind(box);
      const { fill, stroke } = look.kinds[kind];
      const style = kind === 'Execution' ? 'filled' : 'filled,rounded';
      const border = box.shape === 'group' ? ', peripheries=2' : '';
      const outline = `style="${style}", fillcolor="${fill}", color="${stroke}"${border}`;
      return `  ${quoted([box.id])} [label=${quoted(boxText(box, look))}, ${outline}];`;
    }),
    ...lines.map(({ source, target, count }) => {
      const label = count > 1 ? ` [label="${count}"]` : '';
      return `  ${quoted([source])} -> ${quoted([target])}${label};`;
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
