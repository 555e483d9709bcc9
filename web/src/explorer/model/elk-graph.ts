import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js';
import { layersOf } from './layers.js';
import type { Box, Diagram, Line, PlacedBox, PlacedLine, Point, Scene } from './scene.js';

/** The size of a box at full size, in pixels: a name of some 20 letters beside its sign, and a line below it. */
export const BOX = { width: 236, height: 56 } as const;

/** Up to so many boxes the layout takes its time, well below a second; beyond, lines may cross more often. */
const SMALL = 200;

/** Beyond so many boxes not all lines are laid out. */
const LARGE = 600;

const ALWAYS = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.edgeRouting': 'POLYLINE',
  'elk.layered.mergeEdges': 'true',
  'elk.spacing.nodeNode': '18',
  'elk.spacing.edgeNode': '14',
  'elk.spacing.edgeEdge': '8',
  'elk.spacing.componentComponent': '40',
  'elk.layered.spacing.nodeNodeBetweenLayers': '84',
  'elk.layered.spacing.edgeNodeBetweenLayers': '24',
  'elk.padding': '[top=24,left=24,bottom=24,right=24]',
} as const;

/**
 * What makes thousands of boxes a matter of a second or two. Layers are those of {@link layersOf}, so that each box keeps a
 * line to the layer before it although the lines that cross layers are left out: each of these would put a bend into every
 * layer on its way. Of 5,000 boxes with 7,900 lines 5,300 are left, and take 1.7 s of processor time instead of 7.3 s.
 */
const LARGE_OPTIONS = {
  'elk.layered.layering.strategy': 'LONGEST_PATH_SOURCE',
  // A box all of whose lines are left out would else be put anywhere, as a part of its own.
  'elk.separateConnectedComponents': 'false',
  'elk.layered.thoroughness': '1',
  'elk.layered.crossingMinimization.greedySwitch.type': 'OFF',
  'elk.layered.nodePlacement.strategy': 'SIMPLE',
} as const;

const SMALL_OPTIONS = {
  'elk.layered.layering.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.thoroughness': '7',
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.layered.nodePlacement.bk.fixedAlignment': 'BALANCED',
} as const;

/** 500 boxes with 780 lines take a third less processor time than with the options of a small diagram. */
const MIDDLE_OPTIONS = {
  ...SMALL_OPTIONS,
  'elk.layered.thoroughness': '1',
  'elk.layered.crossingMinimization.greedySwitch.type': 'OFF',
} as const;

/**
 * What ELK is asked to lay out: layers from left to right as data flows. Of a large diagram only the lines from one layer to
 * the next are in it; {@link sceneOf} draws the others straight.
 */
export function elkGraph(diagram: Diagram): ElkNode {
  const { boxes, lines } = diagram;
  const options = boxes.length <= SMALL ? SMALL_OPTIONS : boxes.length <= LARGE ? MIDDLE_OPTIONS : LARGE_OPTIONS;
  return toElk(boxes, boxes.length <= LARGE ? lines : betweenNeighbours(diagram), options);
}

/** The same options, sizes and spelling for all that is laid out. */
function toElk(
  boxes: readonly Pick<Box, 'id'>[],
  lines: readonly Pick<Line, 'id' | 'source' | 'target'>[],
  options: Readonly<Record<string, string>>,
): ElkNode {
  return {
    id: 'diagram',
    layoutOptions: { ...ALWAYS, ...options },
    children: boxes.map(({ id }) => ({ id, ...BOX })),
    edges: lines.map(({ id, source, target }) => ({ id, sources: [source], targets: [target] })),
  };
}

function betweenNeighbours(diagram: Diagram): readonly Line[] {
  const layers = layersOf(diagram);
  return diagram.lines.filter(({ source, target }) => layers.get(target) === (layers.get(source) ?? 0) + 1);
}

/** The diagram with the places that ELK has found. */
export function sceneOf({ boxes, lines }: Diagram, placed: ElkNode): Scene {
  const places = placed.children ?? [];
  const routes = new Map((placed.edges ?? []).map((route) => [route.id, route]));
  const placedBoxes = boxes.map((box, index): PlacedBox => {
    const { x = 0, y = 0 } = places[index] ?? {};
    return { box, x, y, ...BOX };
  });
  const byId = new Map(placedBoxes.map((placed) => [placed.box.id, placed]));
  return {
    width: placed.width ?? 0,
    height: placed.height ?? 0,
    boxes: placedBoxes,
    lines: lines.map(
      (line): PlacedLine => ({
        line,
        points: pointsOf(routes.get(line.id)) ?? straight(byId.get(line.source), byId.get(line.target)),
      }),
    ),
  };
}

function pointsOf(route: ElkExtendedEdge | undefined): readonly Point[] | undefined {
  const section = route?.sections?.[0];
  return section && [section.startPoint, ...(section.bendPoints ?? []), section.endPoint];
}

function straight(source: PlacedBox | undefined, target: PlacedBox | undefined): readonly Point[] {
  const from = { x: (source?.x ?? 0) + BOX.width, y: (source?.y ?? 0) + BOX.height / 2 };
  return [from, { x: target?.x ?? from.x, y: (target?.y ?? 0) + BOX.height / 2 }];
}

/** A small graph of every shape, the layout of which brings the code up to speed for the first that counts. */
export function warmUpGraph(): ElkNode {
  const boxes = Array.from({ length: 40 }, (_, index) => ({ id: String(index) }));
  const lines = boxes.flatMap(({ id: source }, index) =>
    [1, 3, 7]
      .map((step) => boxes[index + step])
      .flatMap((to) => (to === undefined ? [] : [{ id: `${source}-${to.id}`, source, target: to.id }])),
  );
  return toElk(boxes, lines, SMALL_OPTIONS);
}
