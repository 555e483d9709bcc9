import type { Diagram, Line } from './scene.js';

/** Lines by the box at one of their ends. */
type Lines = ReadonlyMap<string, readonly Line[]>;

/** What a diagram looks like from one of its boxes. */
export interface Neighborhood {
  /** Lines that lead to a box, by its id; a box without any is not in it. */
  readonly into: Lines;
  /** Lines that lead on from a box, by its id; a box without any is not in it. */
  readonly from: Lines;
}

// Pointing at one box after another asks for the same diagram time and again.
const known = new WeakMap<Diagram, Neighborhood>();

/** The lines of a diagram by their ends, in the diagram's order. Made once for a diagram. */
export function neighborhoodOf(diagram: Diagram): Neighborhood {
  const made = known.get(diagram) ?? {
    into: byEnd(diagram.lines, ({ target }) => target),
    from: byEnd(diagram.lines, ({ source }) => source),
  };
  known.set(diagram, made);
  return made;
}

/**
 * Ids of the boxes and lines that lead to these boxes or on from them, and of these boxes. Lines are followed one way
 * each: what shares no more than an ancestor or a descendant with a box is not in it.
 *
 * @param ids - of boxes of the diagram.
 */
export function highlight(diagram: Diagram, ids: Iterable<string>): ReadonlySet<string> {
  const { into, from } = neighborhoodOf(diagram);
  const starts = [...ids];
  const marked = new Set(starts);
  follow(starts, into, ({ source }) => source, marked);
  follow(starts, from, ({ target }) => target, marked);
  return marked;
}

function follow(starts: readonly string[], lines: Lines, next: (line: Line) => string, marked: Set<string>): void {
  const seen = new Set(starts);
  const open = [...starts];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const line of lines.get(id) ?? []) {
      const end = next(line);
      marked.add(line.id).add(end);
      if (seen.has(end)) continue;
      seen.add(end);
      open.push(end);
    }
  }
}

function byEnd(lines: readonly Line[], end: (line: Line) => string): Lines {
  const map = new Map<string, Line[]>();
  for (const line of lines) {
    const at = map.get(end(line));
    if (at === undefined) map.set(end(line), [line]);
    else at.push(line);
  }
  return map;
}
