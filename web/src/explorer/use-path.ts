import { useMemo } from 'react';
import { useAsk } from '../api/use-ask.js';
import { FindPathDocument, type FindPathQuery, WalkLimitsDocument } from '../generated/operations.js';
import type { View } from './model/view.js';

/** The most ways to look for between two nodes: more than these cannot be told apart in a picture. */
const MAX_WAYS = 5;

const NO_WAYS: readonly (readonly string[])[] = [];

/** What is known of the ways between the two ends of a view's path. */
export interface PathAnswer {
  /** Each way as the ids of its nodes from end to end, shortest first; empty while nothing is known, and where there is none. */
  readonly ways: readonly (readonly string[])[];
  /** Undefined while it is asked, and where nothing is to be asked. */
  readonly found: NonNullable<FindPathQuery['paths']> | undefined;
  /** The names of the ends that are known, by id. */
  readonly names: ReadonlyMap<string, string>;
  readonly isAsking: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
}

/** Asks for the ways that data took between the two ends of a view's path, whichever comes first, as far as the server goes. */
export function usePath({ pathFrom, pathTo, preset }: Pick<View, 'pathFrom' | 'pathTo' | 'preset'>): PathAnswer {
  const isWanted = pathFrom !== undefined && pathTo !== undefined;
  const maxHops = useAsk(WalkLimitsDocument, {}).data?.data.server.limits.maxHops;
  const { data, isPlaceholderData, isFetching, error, refetch } = useAsk(
    FindPathDocument,
    { from: pathFrom ?? '', to: pathTo ?? '', maxHops: maxHops ?? 0, maxPaths: MAX_WAYS, preset },
    { enabled: isWanted && maxHops !== undefined },
  );
  const found = isWanted && !isPlaceholderData ? (data?.data.paths ?? undefined) : undefined;
  const ways = useMemo(() => found?.paths.map(({ nodes }) => nodes.map(({ id }) => id)) ?? NO_WAYS, [found]);
  const ends = isPlaceholderData ? [] : (data?.data.ends ?? []);
  return {
    ways,
    found,
    names: new Map(ends.flatMap((end) => (end && 'displayName' in end ? [[end.id, end.displayName]] : []))),
    isAsking: isWanted && (isFetching || maxHops === undefined),
    error: isWanted ? error : null,
    retry: () => void refetch(),
  };
}
