import type { PlacedBox, PlacedLine, Scene } from '../scene.js';
import { type About, aboutLines, type BoxKind, boxKind, boxText, type Paint } from './about.js';

/** How the page looks just now, so that its picture looks the same. */
export interface Look {
  readonly background: string;
  readonly text: string;
  /** For what is less important; readable on every fill. */
  readonly muted: string;
  readonly line: string;
  readonly kinds: Readonly<Record<BoxKind, Paint & { readonly sign: string }>>;
}

const MARGIN = 24;
const HEAD = 52;
const SIGN = 18;
/** What a character takes on the average at 1 px: a picture has nothing to measure with. */
const CHARACTER = 0.56;

/**
 * The picture as a drawing that needs nothing else: no font, no style sheet, no script. Its head says what it shows and
 * what is missing, its title and description say so to those who hear it.
 *
 * @param look - `sign` is the markup of an icon of 24 by 24.
 */
export function toSvg({ width, height, boxes, lines }: Scene, about: About, look: Look): SvgPicture {
  const [title = '', ...rest] = aboutLines(about);
  const size = { width: Math.ceil(Math.max(width, 360) + 2 * MARGIN), height: Math.ceil(height + HEAD + 2 * MARGIN) };
  const small = about.missing.length === 0 ? `As of ${about.askedAt}` : `Partial: ${about.missing.join(' ')}`;
  const text = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" ` +
      `viewBox="0 0 ${size.width} ${size.height}" role="img" aria-labelledby="title desc" ` +
      'font-family="system-ui, -apple-system, Segoe UI, Roboto, Helvetica, Arial, sans-serif">',
    `<title id="title">${escaped(title)}</title>`,
    `<desc id="desc">${escaped(rest.join(' '))}</desc>`,
    '<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">' +
      `<path d="M0 0.5 7.5 4 0 7.5z" fill="${look.line}"/></marker></defs>`,
    `<rect width="100%" height="100%" fill="${look.background}"/>`,
    textAt(MARGIN, MARGIN + 16, title, `font-size="17" font-weight="600" fill="${look.text}"`, size.width - 2 * MARGIN),
    textAt(MARGIN, MARGIN + 36, small, `font-size="12" fill="${look.muted}"`, size.width - 2 * MARGIN),
    `<g transform="translate(${MARGIN} ${MARGIN + HEAD})">`,
    `<g fill="none" stroke="${look.line}" stroke-width="1.2">`,
    ...lines.map(drawLine),
    '</g>',
    ...boxes.map((placed) => drawBox(placed, look)),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
  return { ...size, text };
}

/** A drawing and its size in pixels. */
export interface SvgPicture {
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

function drawLine({ points }: PlacedLine): string {
  const way = points.map(({ x, y }) => `${round(x)} ${round(y)}`).join(' L');
  return `<path d="M${way}" marker-end="url(#arrow)"/>`;
}

function drawBox({ box, x, y, width, height }: PlacedBox, look: Look): string {
  const kind = boxKind(box);
  const { fill, stroke, sign } = look.kinds[kind];
  const [name = '', ...details] = boxText(box);
  const corner = kind === 'Execution' ? 3 : Math.min(height / 2, 22);
  const frame = `rx="${corner}" fill="${fill}" stroke="${stroke}" stroke-width="1.3"`;
  const left = Math.min(12 + corner / 4, width / 4);
  const room = width - left - SIGN - 8 - corner / 2;
  const middle = height / 2;
  return [
    `<g transform="translate(${round(x)} ${round(y)})">`,
    `<title>${escaped([name, ...details].join('\n'))}</title>`,
    box.shape === 'group' ? `<rect x="4" y="4" width="${round(width)}" height="${round(height)}" ${frame}/>` : '',
    `<rect width="${round(width)}" height="${round(height)}" ${frame}/>`,
    `<g transform="translate(${round(left)} ${round(middle - SIGN / 2)}) scale(${SIGN / 24})" color="${stroke}">${sign}</g>`,
    textAt(left + SIGN + 8, middle - 3, name, `font-size="12.5" font-weight="600" fill="${look.text}"`, room),
    textAt(left + SIGN + 8, middle + 12, details.join(', '), `font-size="10.5" fill="${look.muted}"`, room),
    '</g>',
  ].join('');
}

function textAt(x: number, y: number, text: string, style: string, room: number): string {
  const size = Number(/font-size="([\d.]+)"/.exec(style)?.[1] ?? 12);
  const characters = [...text];
  const fits = Math.max(Math.floor(room / (size * CHARACTER)), 2);
  const shown = characters.length <= fits ? text : `${characters.slice(0, fits - 1).join('')}…`;
  return `<text x="${round(x)}" y="${round(y)}" ${style}>${escaped(shown)}</text>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML has no way to write control characters; names that hold any lose them here. */
function escaped(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? '');
}
