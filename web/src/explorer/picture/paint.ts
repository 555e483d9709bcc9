import { type Bounds, type Rect, touching } from '../model/bounds.js';
import type { Box, PlacedBox, PlacedLine, Scene } from '../model/scene.js';
import { colorOf, isRound, type Palette } from './palette.js';

/** What is painted, and how. */
export interface Painting {
  readonly scene: Scene;
  readonly bounds: Bounds;
  readonly palette: Palette;
  /** Ids of boxes and lines that stand out; undefined where nothing does. */
  readonly lit: ReadonlySet<string> | undefined;
  readonly selected: string | undefined;
  /** The zoom from which on boxes are cards above this picture, which then holds lines only. */
  readonly cardsFrom: number;
}

/** Below this zoom lines are straight between their ends and boxes plain: nothing finer can be seen. */
const COARSE = 0.25;

/** Most names to write at once, and the letters' height on the screen. */
const MOST_NAMES = 400;
const NAME_SIZE = 10;

/** What does not stand out while something does. */
const FADED = 0.16;

/**
 * Paints the part of a scene that is in sight.
 *
 * @param context - whose units are the scene's pixels.
 * @param sight - the part that is in sight.
 */
export function paint(context: CanvasRenderingContext2D, painting: Painting, sight: Rect, zoom: number): void {
  const { scene, bounds, lit } = painting;
  const lines = touching(bounds.lines, sight).map((index) => scene.lines[index] as PlacedLine);
  const boxes = touching(bounds.boxes, sight).map((index) => scene.boxes[index] as PlacedBox);
  const faded = lit === undefined ? [] : lines.filter(({ line }) => !lit.has(line.id));
  const clear = lit === undefined ? lines : lines.filter(({ line }) => lit.has(line.id));
  context.lineJoin = 'round';
  context.globalAlpha = FADED;
  paintLines(context, faded, painting.palette.line, zoom);
  context.globalAlpha = lit === undefined ? 0.9 : 1;
  paintLines(context, clear, lit === undefined ? painting.palette.line : painting.palette.litLine, zoom);
  if (zoom < painting.cardsFrom) {
    paintBoxes(context, boxes, painting, zoom);
    if (zoom >= COARSE && boxes.length <= MOST_NAMES) paintNames(context, boxes, painting, zoom);
  }
  context.globalAlpha = 1;
}

/** All in one path for each width: a stroke for each line takes ten times as long. */
function paintLines(
  context: CanvasRenderingContext2D,
  lines: readonly PlacedLine[],
  color: string,
  zoom: number,
): void {
  context.strokeStyle = color;
  for (const [width, some] of grouped(lines, ({ line }) => widthOf(line.count))) {
    context.lineWidth = Math.max(width, 0.7 / zoom);
    context.beginPath();
    for (const line of some) trace(context, line, zoom < COARSE);
    context.stroke();
  }
  if (zoom < COARSE) return;
  context.fillStyle = color;
  context.beginPath();
  for (const line of lines) traceHead(context, line);
  context.fill();
}

function widthOf(count: number): number {
  return count === 1 ? 1.5 : count < 10 ? 2.5 : 4;
}

function trace(context: CanvasRenderingContext2D, { points }: PlacedLine, isCoarse: boolean): void {
  const [first, ...rest] = points;
  if (first === undefined) return;
  context.moveTo(first.x, first.y);
  let before = first;
  for (const point of rest) {
    const middle = (before.x + point.x) / 2;
    if (isCoarse || before.y === point.y) context.lineTo(point.x, point.y);
    else context.bezierCurveTo(middle, before.y, middle, point.y, point.x, point.y);
    before = point;
  }
}

function traceHead(context: CanvasRenderingContext2D, { points }: PlacedLine): void {
  const end = points.at(-1);
  if (end === undefined) return;
  context.moveTo(end.x, end.y);
  context.lineTo(end.x - 8, end.y - 4.5);
  context.lineTo(end.x - 8, end.y + 4.5);
  context.closePath();
}

function paintBoxes(context: CanvasRenderingContext2D, boxes: readonly PlacedBox[], painting: Painting, zoom: number) {
  const { palette, lit, selected } = painting;
  const looks = grouped(boxes, ({ box }) => `${colorOf(box)} ${lit === undefined || lit.has(box.id)}`);
  for (const [look, some] of looks) {
    const [color = '', isClear] = look.split(' ');
    context.globalAlpha = isClear === 'true' ? 1 : FADED + 0.1;
    context.fillStyle = zoom < COARSE ? palette.strong(color) : palette.soft(color);
    context.strokeStyle = palette.strong(color);
    context.lineWidth = 1.2 / zoom;
    context.beginPath();
    for (const placed of some) traceBox(context, placed);
    context.fill();
    if (zoom >= COARSE) context.stroke();
  }
  const chosen = boxes.find(({ box }) => box.id === selected);
  if (chosen === undefined) return;
  context.globalAlpha = 1;
  context.strokeStyle = palette.selected;
  context.lineWidth = 3 / zoom;
  context.beginPath();
  traceBox(context, chosen);
  context.stroke();
}

function traceBox(context: CanvasRenderingContext2D, { box, x, y, width, height }: PlacedBox): void {
  context.roundRect(x, y, width, height, isRound(box) ? height / 2 : 3);
}

function paintNames(context: CanvasRenderingContext2D, boxes: readonly PlacedBox[], painting: Painting, zoom: number) {
  context.font = `${NAME_SIZE / zoom}px system-ui, sans-serif`;
  context.fillStyle = painting.palette.text;
  context.textBaseline = 'middle';
  context.textAlign = 'center';
  // A letter is some six tenths as wide as it is high.
  const letters = Math.floor(((boxes[0]?.width ?? 0) * 0.86 * zoom) / (NAME_SIZE * 0.6));
  for (const { box, x, y, width, height } of boxes) {
    context.globalAlpha = painting.lit === undefined || painting.lit.has(box.id) ? 1 : FADED + 0.1;
    context.fillText(shortened(nameOf(box), letters), x + width / 2, y + height / 2);
  }
}

function nameOf(box: Box): string {
  return box.shape === 'node' ? box.node.label : `${box.members.length} × ${box.label}`;
}

/** The end of a name tells more than its middle: `training-data-2024` as `trainin…2024`. */
function shortened(name: string, letters: number): string {
  if (name.length <= letters) return name;
  const tail = Math.floor(letters / 3);
  return `${name.slice(0, Math.max(letters - tail - 1, 1))}…${tail > 0 ? name.slice(-tail) : ''}`;
}

function grouped<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
