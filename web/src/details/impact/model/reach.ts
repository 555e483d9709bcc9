import type { EventType, ImpactNodeFragment, ImpactPlaceFragment } from '../../../generated/operations.js';

/** An event as a walk crosses it, in the direction in which data flows. */
export interface Crossing {
  readonly source: string;
  readonly target: string;
  readonly type: EventType;
}

/** Which way to go: to what was made of the starting points, or to what they were made of. */
export type Way = 'UPSTREAM' | 'DOWNSTREAM';

/** Where a node belongs. */
export type Place = Pick<ImpactPlaceFragment, 'run' | 'workspace'>;

/** A node, and where it belongs as soon as that is known. */
export type ImpactNode = ImpactNodeFragment & Partial<Place>;

/** Where nodes belong, by their ids. */
export type Places = ReadonlyMap<string, Place>;

/** A node that a starting point leads to, or comes from. */
export interface Row {
  readonly node: ImpactNode;
  /** Hops from the nearest starting point; at least 1. */
  readonly distance: number;
}

/** All that was reached. */
export interface Reach {
  /** Nearest first, then artifacts before executions, then by number; without the starting points. */
  readonly rows: readonly Row[];
  readonly nodes: ReadonlyMap<string, ImpactNode>;
  /** The node that each one was first reached from; of several, the first by the same order. */
  readonly previous: ReadonlyMap<string, Crossed>;
}

/** A hop: the node before, and the event between. */
export interface Crossed {
  readonly from: string;
  readonly type: EventType;
}

/** A node on a way, and the event by which it was come upon; undefined for the first. */
export interface Stop {
  readonly node: ImpactNode;
  readonly by?: EventType | undefined;
}

/** A part of the graph, as one walk gives it. */
export interface WalkedPart {
  readonly roots: readonly ImpactNodeFragment[];
  readonly entries: readonly { readonly node: ImpactNodeFragment }[];
  readonly edges: readonly Crossing[];
}

/**
 * Works out how far each node lies and by which way, from walks of which the later ones went on where the earlier
 * stopped. Costs one look at each event.
 *
 * @param roots - the starting points, which are no rows.
 */
export function reach(
  parts: readonly WalkedPart[],
  roots: readonly string[],
  way: Way,
  places: Places = new Map(),
): Reach {
  const known = parts.flatMap(({ roots, entries }) => [...roots, ...entries.map(({ node }) => node)]);
  const nodes = new Map(known.map((node): [string, ImpactNode] => [node.id, { ...node, ...places.get(node.id) }]));
  const beyond = neighborsOf(parts, way);
  const previous = new Map<string, Crossed>();
  const seen = new Set(roots);
  const rows: Row[] = [];
  let layer: readonly string[] = [...seen].filter((id) => nodes.has(id)).sort(compareIds);
  for (let distance = 1; layer.length > 0; distance += 1) {
    const next: string[] = [];
    for (const from of layer) {
      for (const { id, type } of beyond.get(from) ?? []) {
        if (seen.has(id) || !nodes.has(id)) continue;
        seen.add(id);
        previous.set(id, { from, type });
        next.push(id);
      }
    }
    layer = next.sort(compareIds);
    for (const id of layer) {
      const node = nodes.get(id);
      if (node) rows.push({ node, distance });
    }
  }
  return { rows, nodes, previous };
}

/** The way from a starting point to a node, both included: the proof that it was reached. Empty for an unknown node. */
export function wayTo({ nodes, previous }: Reach, id: string): readonly Stop[] {
  const stops: Stop[] = [];
  for (let at: string | undefined = id; at !== undefined; at = previous.get(at)?.from) {
    const node = nodes.get(at);
    if (node) stops.push({ node, by: previous.get(at)?.type });
  }
  return stops.reverse();
}

function neighborsOf(
  parts: readonly WalkedPart[],
  way: Way,
): Map<string, { readonly id: string; readonly type: EventType }[]> {
  const beyond = new Map<string, { readonly id: string; readonly type: EventType }[]>();
  for (const { source, target, type } of parts.flatMap(({ edges }) => edges)) {
    const [from, id] = way === 'DOWNSTREAM' ? [source, target] : [target, source];
    const known = beyond.get(from);
    if (known) known.push({ id, type });
    else beyond.set(from, [{ id, type }]);
  }
  return beyond;
}

/** Artifacts before executions, then by number: numbers can be longer than a double holds, so the longer text is the larger. */
export function compareIds(left: string, right: string): number {
  const [leftKind = '', leftNumber = ''] = left.split(':');
  const [rightKind = '', rightNumber = ''] = right.split(':');
  if (leftKind !== rightKind) return leftKind < rightKind ? -1 : 1;
  if (leftNumber.length !== rightNumber.length) return leftNumber.length - rightNumber.length;
  return leftNumber < rightNumber ? -1 : Number(leftNumber > rightNumber);
}
