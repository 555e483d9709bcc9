import type { GraphNode } from './graph.js';

/** The order in which kinds are listed wherever the explorer lists them: from what goes in to what comes out. */
export const KIND_ORDER: readonly GraphNode['kind'][] = ['DataSet', 'Execution', 'Model', 'Metrics', 'GenericArtifact'];

/** A type of the graph's nodes, as the legend has it. */
export interface LegendEntry {
  readonly kind: GraphNode['kind'];
  readonly typeName: string;
  /** Known nodes of it, shown or not. */
  readonly count: number;
  readonly isHidden: boolean;
}

/** The types of these nodes: by kind, then the most frequent first, then by name. */
export function legendOf(nodes: Iterable<GraphNode>, hiddenTypes: readonly string[]): readonly LegendEntry[] {
  const entries = new Map<string, { kind: GraphNode['kind']; typeName: string; count: number }>();
  for (const { kind, typeName } of nodes) {
    const key = `${kind} ${typeName}`;
    const entry = entries.get(key);
    if (entry === undefined) entries.set(key, { kind, typeName, count: 1 });
    else entry.count += 1;
  }
  const hidden = new Set(hiddenTypes);
  return [...entries.values()]
    .sort(
      (one, other) =>
        KIND_ORDER.indexOf(one.kind) - KIND_ORDER.indexOf(other.kind) ||
        other.count - one.count ||
        compareText(one.typeName, other.typeName),
    )
    .map((entry) => ({ ...entry, isHidden: hidden.has(entry.typeName) }));
}

/** The hidden types after a click on one: hidden if it was shown, and shown if it was hidden. */
export function toggled(hiddenTypes: readonly string[], typeName: string): readonly string[] {
  return hiddenTypes.includes(typeName)
    ? hiddenTypes.filter((hidden) => hidden !== typeName)
    : [...hiddenTypes, typeName];
}

/** The hidden types where one alone is to be seen; none where it is the only one already. */
export function onlyType(entries: readonly LegendEntry[], typeName: string): readonly string[] {
  const others = entries.filter((entry) => entry.typeName !== typeName);
  const isOnly = others.every(({ isHidden }) => isHidden) && entries.length > others.length;
  return isOnly ? [] : [...new Set(others.map((entry) => entry.typeName))];
}

// Not by the reader's language: the same graph is the same list for everybody.
function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
