import { useQueries } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import type { Problem } from '../api/ask.js';
import { useAsk } from '../api/use-ask.js';
import { WalkLimitsDocument } from '../generated/operations.js';
import type { KnownGraph } from './model/graph.js';
import { merge } from './model/merge.js';
import type { Asked } from './model/view.js';
import { questions, type Told, type WalkLimits } from './questions.js';

/** What the walks of a view have told so far. */
export interface AskedGraph {
  /** Undefined until all that the picture starts from has been answered. */
  readonly graph: KnownGraph | undefined;
  /** True where the graph is what another view was told from the same start, as this one has no answer yet. */
  readonly isOfBefore: boolean;
  /** True while anything is on its way. */
  readonly isAsking: boolean;
  readonly problems: readonly Problem[];
  /** Why a question has no answer, where one has none. What others told stays. */
  readonly error: Error | null;
  readonly retry: () => void;
  /** Undefined until the server has told. */
  readonly limits: WalkLimits | undefined;
}

/**
 * Asks for the graph of a view. A question that is answered is not asked again, whatever else the view changes.
 *
 * @param ways - to be in the graph as well, each as the ids of its nodes.
 */
export function useGraph(view: Asked, ways: readonly (readonly string[])[]): AskedGraph {
  const { of, direction, hops, maxNodes, preset, expanded } = view;
  const server = useAsk(WalkLimitsDocument, {});
  const limits = server.data?.data.server.limits;
  const asked = useMemo(
    () => (limits === undefined ? [] : questions({ of, direction, hops, maxNodes, preset, expanded }, limits, ways)),
    [of, direction, hops, maxNodes, preset, expanded, limits, ways],
  );
  const answers = useQueries({
    queries: asked.map(({ key, ask }) => ({
      queryKey: key,
      queryFn: ({ signal }: { readonly signal: AbortSignal }) => ask(signal),
      staleTime: Number.POSITIVE_INFINITY,
      // Comparing tens of thousands of nodes with those that were there before takes longer than drawing them.
      structuralSharing: false,
    })),
  });
  const told = useSame(answers.map(({ data }) => data).filter((data) => data !== undefined));
  const isStarted =
    asked.length > 0 && asked.every(({ isBase }, number) => !isBase || answers[number]?.data !== undefined);
  const merged = useMemo(() => (isStarted ? merge(told) : undefined), [isStarted, told]);
  // While the same start is walked from further or otherwise, the picture so far stays.
  const before = useRef<{ readonly of: Asked['of']; readonly graph: KnownGraph }>(undefined);
  if (merged !== undefined) before.current = { of, graph: merged };
  const graph = merged ?? (before.current?.of.join() === of.join() ? before.current.graph : undefined);
  const failed = [server, ...answers].filter(({ error }) => error !== null);
  return {
    graph,
    isOfBefore: merged === undefined && graph !== undefined,
    isAsking: server.isFetching || answers.some(({ isFetching }) => isFetching),
    problems: told.flatMap(({ problems }) => problems),
    error: failed[0]?.error ?? null,
    retry: () => {
      for (const { refetch } of failed) void refetch();
    },
    limits,
  };
}

/** The same list as before for as long as its items are the same. */
function useSame(list: readonly Told[]): readonly Told[] {
  const before = useRef(list);
  if (list.length !== before.current.length || list.some((item, index) => item !== before.current[index])) {
    before.current = list;
  }
  return before.current;
}
