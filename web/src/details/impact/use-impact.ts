import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { ask, type Problem } from '../../api/ask.js';
import { useAsk } from '../../api/use-ask.js';
import {
  ImpactLimitsDocument,
  type ImpactLimitsQuery,
  type LineagePreset,
  WalkImpactDocument,
} from '../../generated/operations.js';
import { type Gaps, gapsOf } from './model/gaps.js';
import { type Reach, reach, type Way } from './model/reach.js';

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
  readonly isGoingOn: boolean;
  /** Follows what was left out, walk by walk, each from where those before it stopped, until it is all or `stop`. */
  readonly goOn: () => void;
  readonly stop: () => void;
  readonly retry: () => void;
}

/** Asks what nodes lead to or come from: in one walk, and in one more whenever the reader wants what that left out. */
export function useImpact({ of, direction, hops, preset }: Question): ImpactAnswer {
  const server = useAsk(ImpactLimitsDocument, {}, { enabled: of.length > 0 });
  const limits = server.data?.data.server.limits;
  const walks = useInfiniteQuery({
    queryKey: ['impact', of, direction, hops, preset, limits],
    queryFn: ({ pageParam, signal }) => {
      const { maxHops = 0, maxNodes = 1, maxNeighborsPerNode = 0 } = limits ?? {};
      const input = { direction, preset, maxHops: hops ?? maxHops, maxNodes, maxNeighborsPerNode };
      return ask(WalkImpactDocument, { of: pageParam, input }, signal);
    },
    initialPageParam: of,
    getNextPageParam: (_, answers) => {
      const { open } = gapsOf(answers.flatMap(({ data }) => data.lineage ?? []));
      return open.length === 0 ? undefined : open.slice(0, limits?.maxPageSize);
    },
    enabled: of.length > 0 && limits !== undefined,
  });
  const [isGoingOn, setIsGoingOn] = useState(false);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = walks;
  const isNextDue = isGoingOn && hasNextPage && walks.error === null;
  useEffect(() => {
    if (isNextDue && !isFetchingNextPage) void fetchNextPage();
  }, [isNextDue, isFetchingNextPage, fetchNextPage]);
  const parts = useMemo(() => (walks.data?.pages ?? []).flatMap(({ data }) => data.lineage ?? []), [walks.data]);
  const found = useMemo(() => (parts.length === 0 ? undefined : reach(parts, of, direction)), [parts, of, direction]);
  const gaps = useMemo(() => gapsOf(parts), [parts]);
  return {
    found,
    roots: [...(parts[0]?.roots ?? [])],
    gaps,
    limits,
    problems: (walks.data?.pages ?? []).flatMap(({ problems }) => problems),
    error: server.error ?? walks.error,
    isGoingOn: isNextDue,
    goOn: () => setIsGoingOn(true),
    stop: () => setIsGoingOn(false),
    retry: () => void (server.error ? server.refetch() : walks.refetch()),
  };
}
