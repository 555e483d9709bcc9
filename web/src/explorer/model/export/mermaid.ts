import { boxKind } from '../box-kind.js';
import type { Diagram } from '../scene.js';
import { type About, aboutLines, boxText, type PlainLook } from './about.js';

/** Lines beyond which Mermaid refuses to draw, unless the page that it is drawn in allows more. */
export const MERMAID_MAX_LINES = 500;

/**
 * The picture as a Mermaid flow chart, from left to right: artifacts round, executions square, groups with a double side.
 * Boxes are numbered, since Mermaid gives a meaning to some of the characters and words that ids may hold. A comment and
 * the title say what is missing.
 */
export function toMermaid({ boxes, lines }: Diagram, about: About, look: PlainLook): string {
  const [title = '', ...rest] = aboutLines(about);
  const numbers = new Map(boxes.map(({ id }, index) => [id, `n${index}`]));
  const kinds = new Set(boxes.map(boxKind));
  return [
    '---',
    `title: ${JSON.stringify(about.missing.length === 0 ? title : `${title} (partial)`)}`,
    '---',
    'flowchart LR',
    // Braces in a comment would be read as settings.
    ...rest.map((line) => `  %% ${line.replaceAll(/[{}]/g, '')}`),
    ...boxes.map((box) => {
      const kind = boxKind(box);
      const text = `"${boxText(box, look).map(escaped).join('<br/>')}"`;
      const shape = box.shape === 'group' ? `[[${text}]]` : kind === 'Execution' ? `[${text}]` : `([${text}])`;
      return `  ${numbers.get(box.id)}${shape}:::${kind}`;
    }),
    ...lines.map(({ source, target, count }) => {
      const arrow = count > 1 ? `-->|${count}|` : '-->';
      return `  ${numbers.get(source)} ${arrow} ${numbers.get(target)}`;
    }),
    ...[...kinds].map(
      (kind) => `  classDef ${kind} fill:${look.kinds[kind].fill},stroke:${look.kinds[kind].stroke},color:#212529`,
    ),
    '',
  ].join('\n');
}

/** Mermaid reads labels as Markdown and HTML; what either gives a meaning to is written as the number of its character. */
function escaped(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/["#&<>`*\\[\](){}|;]|^[-+]|^\d+\.|_(?=\s)|(?<=\s)_|^_|_$/gu, (found) =>
      [...found].map((character) => (/\d/.test(character) ? character : `#${character.codePointAt(0)};`)).join(''),
    );
}
