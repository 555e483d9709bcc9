import { type BoxKind, boxKind } from '../box-kind.js';
import type { PlacedBox, PlacedLine, Point, Scene } from '../scene.js';
import { type About, aboutLines, boxName, boxType, type Paint, type PlainLook, partly } from './about.js';

/** How the page looks just now, so that its picture looks the same. */
export interface Look extends PlainLook {
  readonly background: string;
  readonly card: string;
  readonly text: string;
  /** For what is less important; readable on a card. */
  readonly muted: string;
  readonly line: string;
  /** `sign` is the markup of an icon of 24 by 24. */
  readonly kinds: Readonly<Record<BoxKind, Paint & { readonly sign: string }>>;
  /** How wide a text is in pixels, at a size in pixels. */
  readonly widthOf: (text: string, size: number, isBold: boolean) => number;
}

/** A drawing and its size in pixels. */
export interface SvgPicture {
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

const MARGIN = 32;
const HEAD = 56;
const SIGN = 34;

/**
 * The picture as a drawing that needs nothing else: no font, no style sheet, no script. Its head says what it shows and
 * what is missing, its title and description say so to those who hear it.
 */
export function toSvg({ width, height, boxes, lines }: Scene, about: About, look: Look): SvgPicture {
  const [title = '', ...rest] = aboutLines(about);
  const size = { width: Math.ceil(Math.max(width, 480) + 2 * MARGIN), height: Math.ceil(height + HEAD + 2 * MARGIN) };
  const small = partly(about) ?? `Exported ${about.exportedAt}`;
  const room = size.width - 2 * MARGIN;
  const { widthOf } = look;
  const text = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" ` +
      `viewBox="0 0 ${size.width} ${size.height}" role="img" aria-labelledby="title desc" ` +
      'font-family="system-ui, -apple-system, Segoe UI, Roboto, Helvetica, Arial, sans-serif">',
    `<title id="title">${escaped(title)}</title>`,
    `<desc id="desc">${escaped(rest.join(' '))}</desc>`,
    '<defs><marker id="arrow" viewBox="0 0 8 9" refX="8" refY="4.5" markerWidth="8" markerHeight="9" ' +
      `markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0 8 4.5 0 9z" fill="${look.line}"/></marker></defs>`,
    `<rect width="100%" height="100%" fill="${look.background}"/>`,
    write(title, { x: MARGIN, y: MARGIN + 14, size: 18, color: look.text, isBold: true, room, widthOf }),
    write(small, { x: MARGIN, y: MARGIN + 36, size: 12, color: look.muted, room, widthOf }),
    `<g transform="translate(${MARGIN} ${MARGIN + HEAD})">`,
    `<g fill="none" stroke="${look.line}">`,
    ...lines.map(drawLine),
    '</g>',
    ...boxes.map((placed) => drawBox(placed, look)),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
  return { ...size, text };
}

function drawLine({ line: { count }, points }: PlacedLine): string {
  const [first, ...rest] = points;
  if (first === undefined) return '';
  let way = `M${place(first)}`;
  let before = first;
  for (const point of rest) {
    const middle = (before.x + point.x) / 2;
    way +=
      before.y === point.y
        ? ` L${place(point)}`
        : ` C${place({ x: middle, y: before.y })} ${place({ x: middle, y: point.y })} ${place(point)}`;
    before = point;
  }
  const width = count === 1 ? 1.5 : count < 10 ? 2.5 : 4;
  const title = count === 1 ? '' : `<title>${count} events</title>`;
  return `<path d="${way}" stroke-width="${width}" marker-end="url(#arrow)">${title}</path>`;
}

function drawBox({ box, x, y, width, height }: PlacedBox, look: Look): string {
  const kind = boxKind(box);
  const { fill, stroke, sign } = look.kinds[kind];
  const isRound = kind !== 'Execution';
  const [name, type] = [boxName(box, look), boxType(box, look)];
  const frame = `rx="${isRound ? Math.min(height / 2, 28) : 4}" fill="${look.card}" stroke="${stroke}" stroke-width="1.5"`;
  const behind = box.shape === 'group' ? [8, 4] : [];
  const middle = height / 2;
  const words = { x: 10 + SIGN + 10, room: width - SIGN - 34, widthOf: look.widthOf };
  return [
    `<g transform="translate(${place({ x, y })})">`,
    `<title>${escaped(`${name}\n${type}`)}</title>`,
    ...behind.map((by) => `<rect x="${by}" y="${by}" width="${round(width)}" height="${round(height)}" ${frame}/>`),
    `<rect width="${round(width)}" height="${round(height)}" ${frame}/>`,
    `<g transform="translate(10 ${round(middle - SIGN / 2)})" color="${stroke}">`,
    `<rect width="${SIGN}" height="${SIGN}" rx="${isRound ? SIGN / 2 : 2}" fill="${fill}"/>`,
    `<g transform="translate(6 6) scale(${round(22 / 24, 1_000)})">${sign}</g></g>`,
    write(name, { ...words, y: middle - 2, size: 13.5, color: look.text, isBold: true }),
    write(type, { ...words, y: middle + 15, size: 11.5, color: look.muted }),
    drawBeyond(box.beyond.upstream, -2, middle, 'end', look),
    drawBeyond(box.beyond.downstream, width + 2 + behind.length * 4, middle, 'start', look),
    '</g>',
  ].join('');
}

/** What lies beyond a box on a side, as on the page: `+37`. */
function drawBeyond(count: number, x: number, y: number, anchor: 'start' | 'end', look: Look): string {
  if (count === 0) return '';
  const style = `font-size="11.5" font-weight="600" text-anchor="${anchor}" fill="${look.text}"`;
  return `<text x="${round(x)}" y="${round(y - 6)}" ${style}>+${count}</text>`;
}

interface Written {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly color: string;
  readonly isBold?: boolean;
  /** How wide it may be; what does not fit is left out. */
  readonly room: number;
  readonly widthOf: Look['widthOf'];
}

function write(text: string, { x, y, size, color, isBold = false, room, widthOf }: Written): string {
  const shown = shortened(text, room / Math.max(widthOf(text, size, isBold), 1));
  const weight = isBold ? ' font-weight="600"' : '';
  return `<text x="${round(x)}" y="${round(y)}" font-size="${size}"${weight} fill="${color}">${escaped(shown)}</text>`;
}

/** Keeps this part of a text, both its ends: `training-data-2024` as `training…2024`. */
function shortened(text: string, part: number): string {
  if (part >= 1) return text;
  const characters = [...text];
  const kept = Math.max(Math.floor(characters.length * part) - 1, 2);
  const tail = Math.floor(kept / 3);
  return `${characters.slice(0, kept - tail).join('')}…${characters.slice(characters.length - tail).join('')}`;
}

function place({ x, y }: Point): string {
  return `${round(x)} ${round(y)}`;
}

function round(value: number, parts = 10): number {
  return Math.round(value * parts) / parts;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML has no way to write control characters; names that hold any lose them here. */
function escaped(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? '');
}
