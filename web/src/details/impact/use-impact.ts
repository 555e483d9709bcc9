import { type UseInfiniteQueryResult, type UseQueryResult, useInfiniteQuery, useQueries } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { type Answer, AskError, ask, type Problem } from '../../api/ask.js';
import { useAsk } from '../../api/use-ask.js';
import {
  ImpactLimitsDocument,
  type ImpactLimitsQuery,
  type LineageInput,
  type LineagePreset,
  PlaceImpactDocument,
  type PlaceImpactQuery,
  WalkImpactDocument,
} from '../../generated/operations.js';
import { type Gaps, gapsOf } from './model/gaps.js';
import { type Place, type Reach, reach, type Way } from './model/reach.js';

/** What an incident asks. */
export interface Question {
  readonly of: readonly string[];
  readonly direction: Way;
  /** How far to go; null for as far as the server goes. */
  readonly hops: number | null;
  readonly preset: LineagePreset;
}

/** The most that the server does for one question. */
export type ServerLimits = ImpactLimitsQuery['server']['limits'];

/** What is known of the answer so far. */
export interface ImpactAnswer {
  readonly found: Reach | undefined;
  /** Names of the starting points, in the order asked for; empty before the answer. */
  readonly roots: Reach['rows'][number]['node'][];
  readonly gaps: Gaps;
  readonly limits: ServerLimits | undefined;
  readonly problems: readonly Problem[];
  readonly error: Error | null;
  /** True until it is known to which runs and workspaces the rows belong, which takes longer than the rows. */
  readonly isPlacing: boolean;
  readonly isGoingOn: boolean;
  /** Follows what was left out, walk by walk, each from where those before it stopped, until it is all or `stop`. */
  readonly goOn: () => void;
  readonly stop: () => void;
  readonly retry: () => void;
}

/** Asks what nodes lead to or come from: in one walk, and in one more whenever the reader wants what that left out. */
export function useImpact(question: Question): ImpactAnswer {
  const { of, direction } = question;
  const server = useAsk(ImpactLimitsDocument, {}, { enabled: of.length > 0 });
  const limits = server.data?.data.server.limits;
  const input = limits && inputOf(question, limits);
  const walks = useInfiniteQuery({
    // A way back shows what was gathered; asking anew would repeat every walk of it, one after the other.
    staleTime: Number.POSITIVE_INFINITY,
    queryKey: [WalkImpactDocument.toString(), of, input],
    queryFn: ({ pageParam, signal }) =>
      input ? ask(WalkImpactDocument, { of: pageParam, input }, signal) : Promise.reject(new TypeError('Not enabled.')),
    initialPageParam: of,
    getNextPageParam: (_, answers) => {
      const { open } = gapsOf(answers.flatMap(({ data }) => data.lineage ?? []));
      return open.length === 0 ? undefined : open.slice(0, limits?.maxPageSize);
    },
    enabled: of.length > 0 && input !== undefined,
  });
  const going = useGoingOn(walks);
  const parts = useMemo(() => (walks.data?.pages ?? []).flatMap(({ data }) => data.lineage ?? []), [walks.data]);
  const places = usePlaces((walks.data?.pageParams ?? []) as readonly (readonly string[])[], input);
  const found = useMemo(
    () => (parts.length === 0 ? undefined : reach(parts, of, direction, places.found)),
    [parts, of, direction, places.found],
  );
  const gaps = useMemo(() => gapsOf(parts), [parts]);
  const error = server.error ?? walks.error;
  return {
    found,
    roots: [...(parts[0]?.roots ?? [])],
    gaps,
    limits,
    problems: [
      ...(walks.data?.pages ?? []).flatMap(({ problems }) => problems),
      ...places.problems,
      // What is there stays, though a walk that was to go on has failed.
      ...(error && found ? [problemOf(error)] : []),
    ],
    error: found ? null : error,
    isPlacing: places.isPending,
    ...going,
    retry: () => void (server.error ? server.refetch() : walks.refetch()),
  };
}

function inputOf({ direction, hops, preset }: Question, limits: ServerLimits): LineageInput {
  const { maxHops, maxNodes, maxNeighborsPerNode } = limits;
  return { direction, preset, maxHops: hops ?? maxHops, maxNodes, maxNeighborsPerNode };
}

/** Asks for one page after the other while the reader wants that. */
function useGoingOn({
  hasNextPage,
  isFetchingNextPage,
  fetchNextPage,
  error,
}: Pick<UseInfiniteQueryResult, 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage' | 'error'>): Pick<
  ImpactAnswer,
  'isGoingOn' | 'goOn' | 'stop'
> {
  const [isWanted, setIsWanted] = useState(false);
  const isGoingOn = isWanted && hasNextPage && error === null;
  useEffect(() => {
    if (isGoingOn && !isFetchingNextPage) void fetchNextPage();
  }, [isGoingOn, isFetchingNextPage, fetchNextPage]);
  return {
    isGoingOn,
    goOn: () => {
      setIsWanted(true);
      // After a failure it is asked for once more.
      if (error !== null) void fetchNextPage();
    },
    stop: () => setIsWanted(false),
  };
}

/** Asks where the nodes of each walk belong. */
function usePlaces(starts: readonly (readonly string[])[], input: LineageInput | undefined) {
  return useQueries({
    queries: starts.map((of) => ({
      queryKey: [PlaceImpactDocument.toString(), of, input],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
        input ? ask(PlaceImpactDocument, { of, input }, signal) : Promise.reject(new TypeError('Not enabled.')),
      enabled: input !== undefined,
    })),
    combine: placesIn,
  });
}

function placesIn(answers: readonly UseQueryResult<Answer<PlaceImpactQuery>>[]) {
  const entries = answers.flatMap(({ data }) => data?.data.lineage?.entries ?? []);
  return {
    found: new Map(entries.map(({ node: { id, run, workspace } }): [string, Place] => [id, { run, workspace }])),
    problems: answers.flatMap(({ data, error }) => [...(data?.problems ?? []), ...(error ? [problemOf(error)] : [])]),
    isPending: answers.some(({ isPending }) => isPending),
  };
}

function problemOf(error: Error): Problem {
  return { code: error instanceof AskError ? error.code : 'UNKNOWN', message: error.message };
}
