import type { EventType } from '../../generated/operations.js';
import type { GraphNode } from './graph.js';
import type { Fold } from './view.js';

/** What the picture shows of the graph, before it has places: boxes, and lines between them. */
export interface Diagram {
  /** By id of what they show, so that the same graph always gives the same picture. */
  readonly boxes: readonly Box[];
  readonly lines: readonly Line[];
  /** How it was folded: as the view says, or as suits its size. */
  readonly fold: Fold;
  readonly counts: DiagramCounts;
}

/** What has become of the known nodes: `known` is the sum of the three after it. */
export interface DiagramCounts {
  readonly known: number;
  /** Those that have a box of their own, or are in a group's. */
  readonly shown: number;
  /** Those that the legend hides; one that is collapsed as well counts there. */
  readonly hiddenByLegend: number;
  /** Those that only collapsed nodes lead to. */
  readonly collapsed: number;
  /** Of `shown`, those that are in a group's box. */
  readonly folded: number;
}

/** One box: a node, or a group that stands for several. Ids are unique in a diagram. */
export type Box = NodeBox | GroupBox;

/** A node of the graph. */
export interface NodeBox {
  readonly shape: 'node';
  readonly id: string;
  readonly node: GraphNode;
  /** Events to nodes that the diagram does not show, on each side; 0 for none. What the legend hides counts. */
  readonly beyond: { readonly upstream: number; readonly downstream: number };
}

/** Several nodes in one box. */
export interface GroupBox {
  readonly shape: 'group';
  /** For example `run:12`, `workspace:3`, or one made of what the siblings share. Stable for the same graph. */
  readonly id: string;
  readonly foldedBy: 'siblings' | 'runs' | 'workspaces';
  readonly label: string;
  readonly members: readonly GraphNode[];
  readonly beyond: { readonly upstream: number; readonly downstream: number };
}

/** One line: all events between two boxes in one direction. */
export interface Line {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  /** Events that it stands for, at least 1. */
  readonly count: number;
  readonly types: readonly EventType[];
}

/** A diagram with places, in pixels at full size, from the top left. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  /** Boxes in the diagram's order. */
  readonly boxes: readonly PlacedBox[];
  readonly lines: readonly PlacedLine[];
}

/** Where a box lies. */
export interface PlacedBox {
  readonly box: Box;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a line runs: through these points, at least two, from its source to its target. */
export interface PlacedLine {
  readonly line: Line;
  readonly points: readonly Point[];
}

/** A place. */
export interface Point {
  readonly x: number;
  readonly y: number;
}
