import type { Direction, LineagePreset } from '../../generated/operations.js';

/** Boxes that stand for many nodes: none, siblings that differ in nothing but themselves, or whole runs or workspaces. */
export type Fold = 'none' | 'siblings' | 'runs' | 'workspaces';

/** Where neighbours of a node lie: what it was made from, or what was made from it. */
export type Side = 'upstream' | 'downstream';

/** A step that the reader took from a node on: its neighbours on one side were asked for. */
export interface Expansion {
  readonly id: string;
  readonly side: Side;
}

/** All that the picture is made from, beside what the store holds; the address holds it whole. */
export interface View {
  /** Ids of artifacts and executions where it starts; the id of a run stands for the run's own graph. */
  readonly of: readonly string[];
  readonly direction: Direction;
  readonly hops: number;
  /** The most nodes to ask for at once. */
  readonly maxNodes: number;
  readonly preset: LineagePreset;
  readonly expanded: readonly Expansion[];
  /** What only these lead to is hidden. */
  readonly collapsed: readonly Expansion[];
  /** Undefined: what suits the size of the graph. */
  readonly fold: Fold | undefined;
  /** Ids of boxes that are opened although `fold` would close them. */
  readonly opened: readonly string[];
  /** Type names that the legend hides. */
  readonly hiddenTypes: readonly string[];
  readonly selected: string | undefined;
  /** The two ends of a path that is marked. */
  readonly pathFrom: string | undefined;
  readonly pathTo: string | undefined;
  readonly shownAs: 'graph' | 'table';
}

/** How far a picture goes, and the most nodes that it is asked for. */
export type Extent = Pick<View, 'hops' | 'maxNodes'>;

/** The parts of a view that say what is asked of the store. */
export type Asked = Pick<View, 'of' | 'direction' | 'hops' | 'maxNodes' | 'preset' | 'expanded'>;
