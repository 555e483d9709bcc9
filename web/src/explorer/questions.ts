import { AskError, ask, type Problem } from '../api/ask.js';
import {
  RunGraphDocument,
  type WalkedFragment,
  type WalkLimitsQuery,
  WalkLineageDocument,
  type WalkLineageQueryVariables,
} from '../generated/operations.js';
import type { Walk } from './model/merge.js';
import type { Asked, Expansion, Extent } from './model/view.js';

/** The server's limits that a walk is held to. */
export type WalkLimits = WalkLimitsQuery['server']['limits'];

/** A question to the API that tells of a part of the graph. */
export interface Question {
  /** Whether the picture starts from it. */
  readonly isBase: boolean;
  /** The same for the same question. */
  readonly key: readonly unknown[];
  /** @throws AskError where it has no answer. */
  readonly ask: (signal: AbortSignal) => Promise<Told>;
}

/** What a question was told. */
export interface Told extends Walk {
  readonly problems: readonly Problem[];
}

/** The part of the nodes asked for that neighbours of a single one may be: a hub is not the whole picture. */
const HUB_PART = 0.5;

/**
 * What a view asks: where it starts, in one walk and one graph for each run, each step from a node on by itself, and what
 * lies on the ways that are to be shown.
 *
 * @param ways - each as the ids of its nodes.
 */
export function questions(view: Asked, limits: WalkLimits, ways: readonly (readonly string[])[]): readonly Question[] {
  const isRun = (id: string) => id.startsWith('run:');
  const nodes = view.of.filter((id) => !isRun(id));
  const { hops, maxNodes } = held(view, limits);
  return [
    ...(nodes.length === 0 ? [] : [startingWalk(nodes, { ...view, hops, maxNodes }, limits)]),
    ...view.of.filter(isRun).map((id) => runGraph(id, maxNodes)),
    ...view.expanded.map((step) => stepFrom(step, view, limits)),
    ...ways.flatMap((way) => inParts(way, limits.maxPageSize)).map((ids) => nodesAlone(ids, view, limits)),
  ];
}

/** How far a view goes and how many nodes it asks for, as far as the server allows. */
export function held({ hops, maxNodes }: Extent, limits: WalkLimits): Extent {
  return { hops: Math.min(hops, limits.maxHops), maxNodes: Math.min(maxNodes, limits.maxNodes) };
}

function startingWalk(of: readonly string[], view: Asked, limits: WalkLimits): Question {
  const { hops, maxNodes } = view;
  return walk(true, {
    of,
    input: {
      direction: view.direction,
      maxHops: hops,
      maxNodes,
      maxNeighborsPerNode: Math.min(Math.ceil(maxNodes * HUB_PART), limits.maxNeighborsPerNode),
      preset: view.preset,
    },
  });
}

function stepFrom({ id, side }: Expansion, view: Asked, limits: WalkLimits): Question {
  return walk(false, {
    of: [id],
    input: {
      direction: side === 'upstream' ? 'UPSTREAM' : 'DOWNSTREAM',
      maxHops: 1,
      maxNodes: limits.maxNodes,
      maxNeighborsPerNode: limits.maxNeighborsPerNode,
      preset: view.preset,
    },
  });
}

/** These nodes and the events between them: a walk of no hops. */
function nodesAlone(ids: readonly string[], { preset }: Asked, { maxNeighborsPerNode }: WalkLimits): Question {
  const input = { direction: 'BOTH', maxHops: 0, maxNodes: ids.length, maxNeighborsPerNode, preset } as const;
  return walk(false, { of: ids, input });
}

/** Parts share an item with the one before, so that what lies between two neighbours is in one of them. */
function inParts(ids: readonly string[], size: number): readonly (readonly string[])[] {
  const step = Math.max(size - 1, 1);
  const count = ids.length === 0 ? 0 : Math.max(Math.ceil((ids.length - 1) / step), 1);
  return Array.from({ length: count }, (_, part) => ids.slice(part * step, part * step + size));
}

function walk(isBase: boolean, variables: WalkLineageQueryVariables): Question {
  return {
    isBase,
    key: ['lineage', variables],
    ask: async (signal) => {
      const { data, problems } = await marked(ask(WalkLineageDocument, variables, signal));
      return { answer: present(data.lineage, problems), isBase, problems };
    },
  };
}

function runGraph(id: string, maxNodes: number): Question {
  return {
    isBase: true,
    key: ['run graph', id, maxNodes],
    ask: async (signal) => {
      const { data, problems } = await marked(ask(RunGraphDocument, { id, maxNodes }, signal));
      return { answer: present(data.run?.graph, problems, `There is no run ${id}.`), isBase: true, problems };
    },
  };
}

/** Notes in the browser's own timeline when a question was sent and answered, for whoever measures. */
async function marked<Answered>(answer: Promise<Answered>): Promise<Answered> {
  performance.mark('graph:asked');
  const answered = await answer;
  performance.mark('graph:answer');
  return answered;
}

function present(
  walked: WalkedFragment | null | undefined,
  problems: readonly Problem[],
  otherwise = 'The server told of no graph.',
): WalkedFragment {
  if (walked) return walked;
  throw new AskError(problems[0] ?? { code: 'NOT_FOUND', message: otherwise });
}
