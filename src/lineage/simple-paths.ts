import { type IndexGraph, stepsFrom } from './index-graph.js';

/** All simple paths that begin with `path[0..turn]` and do not go on from there to one of `barred`; `path` is the first. */
interface Family {
  readonly path: readonly number[];
  readonly turn: number;
  readonly barred: ReadonlySet<number>;
}

/**
 * Finds the simple paths between two nodes one by one: shortest first, those of one length by their nodes' numbers.
 *
 * It is Yen's algorithm in Lawler's form: each path found splits what is left into families that share no path, and of
 * each the first path is known. So the next path costs a search of the graph per node of the last one, however many
 * paths there are in all; to try them one after the other would explode on a ladder of twenty rungs.
 *
 * @param maxSteps - longer paths are not given.
 * @returns as the generator's value, whether there are longer ones.
 * @see Yen, "Finding the K Shortest Loopless Paths in a Network" (1971); Lawler, "A Procedure for Computing the K Best
 *   Solutions to Discrete Optimization Problems" (1972).
 */
export function* simplePaths(
  graph: IndexGraph,
  start: number,
  goal: number,
  maxSteps: number,
): Generator<readonly number[], boolean> {
  const families: Family[] = [];
  let hasLonger = false;
  const open = (prefix: readonly number[], barred: ReadonlySet<number>) => {
    const rest = shortestRest(graph, prefix, goal, barred);
    if (rest === undefined) return;
    const path = [...prefix, ...rest];
    if (path.length - 1 > maxSteps) hasLonger = true;
    else families.push({ path, turn: prefix.length - 1, barred });
  };

  open([start], new Set());
  for (;;) {
    const first = families.sort(comparePaths).shift();
    if (first === undefined) return hasLonger;
    yield first.path;
    for (let turn = first.turn; turn < first.path.length - 1; turn += 1) {
      const taken = first.path.slice(turn + 1, turn + 2);
      const barred = new Set(turn === first.turn ? [...first.barred, ...taken] : taken);
      open(first.path.slice(0, turn + 1), barred);
    }
  }
}

function comparePaths(left: Family, right: Family): number {
  if (left.path.length !== right.path.length) return left.path.length - right.path.length;
  const fork = left.path.findIndex((node, position) => node !== right.path[position]);
  return (left.path[fork] ?? 0) - (right.path[fork] ?? 0);
}

/**
 * Finds the first of the shortest ways from the end of `prefix` to the goal.
 *
 * @returns the nodes that follow the prefix; undefined where no way is left. Empty where the prefix ends at the goal.
 */
function shortestRest(
  graph: IndexGraph,
  prefix: readonly number[],
  goal: number,
  barred: ReadonlySet<number>,
): readonly number[] | undefined {
  const last = prefix.at(-1);
  if (last === undefined || last === goal) return [];
  const used = new Set(prefix);
  const toGoal = stepsFrom(goal, graph.previous, (node) => used.has(node));
  const nearest = (nodes: readonly number[]) => {
    let best: number | undefined;
    for (const node of nodes) {
      const steps = toGoal[node] ?? -1;
      if (steps !== -1 && (best === undefined || steps < (toGoal[best] ?? 0))) best = node;
    }
    return best;
  };

  const rest: number[] = [];
  let node = nearest((graph.next[last] ?? []).filter((to) => !barred.has(to)));
  if (node === undefined) return undefined;
  for (; node !== undefined && node !== goal; node = nearest(graph.next[node] ?? [])) rest.push(node);
  return [...rest, goal];
}
