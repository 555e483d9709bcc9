import { type InfiniteData, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { Variables } from 'graphql-request';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { TypedDocumentString } from '../generated/operations.js';
import { type Answer, ask, type Problem } from './ask.js';
import { ASK_AGAIN_MS, isAway } from './use-ask.js';

/** A page of any list, as the API gives it. */
export interface ListPage<Item> {
  readonly nodes: readonly Item[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly endCursor: string | null;
    /** With `startCursor`, where the question has `last` and `before`: what lies before can be asked for. */
    readonly hasPreviousPage?: boolean;
    readonly startCursor?: string | null;
  };
  /** Items in the whole list, where that was asked. */
  readonly totalCount?: number;
}

/** A list as far as it has been asked for. */
export interface List<Item, Data = unknown> {
  readonly rows: readonly Item[];
  /** Items in the whole list, where the question asks that; undefined before the first answer. */
  readonly total: number | undefined;
  /** What the first page answered, for whatever else the question asks. */
  readonly data: Data | undefined;
  readonly problems: readonly Problem[];
  /** Why the last page that was asked for is not there; rows that were there before stay. */
  readonly error: Error | null;
  /** True before the first answer. */
  readonly isPending: boolean;
  /** True while rows of another question are shown. */
  readonly isStale: boolean;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  /** Asks for the next page, where there is one and none is on its way. */
  readonly loadMore: () => void;
  /** True where the list was opened further down and rows before those are not there yet. */
  readonly hasEarlier: boolean;
  readonly isLoadingEarlier: boolean;
  readonly loadEarlier: () => void;
  /** The cursor after which the page of a row begins, to open the list there again; null for the list's start. */
  readonly placeOf: (row: number) => string | null;
  readonly retry: () => void;
}

/** Rows of one page. */
const PAGE_SIZE = 50;

/** From where a page is asked for: downwards from a cursor (null: the start), or upwards. */
type From = { readonly after: string | null } | { readonly before: string };

/**
 * Asks for a list page by page, each from the cursor of the one before. While another list is asked for, and where that
 * fails, the rows of the last one stay. A server that was away is asked again by itself.
 *
 * @param pageOf - finds the list in an answer; undefined where it could not be had.
 * @param options.first - rows of the page to begin with; whoever goes on gets 50 at a time, or as many.
 * @param options.start - the cursor after which to begin; absent or null for the list's start.
 */
export function useList<Data, Asked extends Variables, Item>(
  document: TypedDocumentString<Data, Asked>,
  variables: Omit<Asked, 'first' | 'after' | 'last' | 'before'>,
  pageOf: (data: Data) => ListPage<Item> | null | undefined,
  { first = PAGE_SIZE, start = null }: { readonly first?: number; readonly start?: string | null } = {},
): List<Item, Data> {
  const query = useInfiniteQuery({
    queryKey: [document.toString(), variables, first, start],
    queryFn: ({ pageParam, signal }) => {
      const size = 'after' in pageParam && pageParam.after === start ? first : Math.max(first, PAGE_SIZE);
      const page = 'before' in pageParam ? { last: size, ...pageParam } : { first: size, ...pageParam };
      return ask(document, { ...variables, ...page } as unknown as Asked, signal);
    },
    initialPageParam: { after: start } as From,
    getNextPageParam: ({ data }): From | undefined => {
      const info = pageOf(data)?.pageInfo;
      return info?.hasNextPage ? { after: info.endCursor } : undefined;
    },
    getPreviousPageParam: ({ data }): From | undefined => {
      const info = pageOf(data)?.pageInfo;
      return info?.hasPreviousPage && info.startCursor ? { before: info.startCursor } : undefined;
    },
    placeholderData: keepPreviousData,
    // Asking for the pages of a long list once more, one after the other, is left to those who want it.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 30_000,
    refetchInterval: false,
  });
  const { error, hasNextPage, isFetchingNextPage, fetchNextPage, isFetchingPreviousPage, fetchPreviousPage } = query;
  const known = useLastKnown(query.data);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `pageOf` is a constant of its caller.
  const pages = useMemo(() => (known?.pages ?? []).map(({ data }) => pageOf(data)), [known]);
  const rows = useMemo(() => pages.flatMap((page) => page?.nodes ?? []), [pages]);
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage && !error) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, error]);
  const retry = useRetry(query);
  return {
    rows,
    total: pages[0]?.totalCount,
    data: known?.pages[0]?.data,
    problems: (known?.pages ?? []).flatMap(({ problems }) => problems),
    error,
    isPending: query.isPending && known === undefined,
    isStale: query.isPlaceholderData || (query.data === undefined && known !== undefined),
    hasMore: hasNextPage,
    isLoadingMore: isFetchingNextPage,
    loadMore,
    hasEarlier: query.hasPreviousPage,
    isLoadingEarlier: isFetchingPreviousPage,
    loadEarlier: () => void fetchPreviousPage(),
    placeOf: (row) => placeOf(pages, known?.pageParams[0] as From | undefined, row),
    retry,
  };
}

/** What was known last, for as long as nothing newer is. */
function useLastKnown<Data>(
  data: InfiniteData<Answer<Data>, unknown> | undefined,
): InfiniteData<Answer<Data>, unknown> | undefined {
  const last = useRef(data);
  useEffect(() => {
    if (data !== undefined) last.current = data;
  }, [data]);
  return data ?? last.current;
}

/** Asks for what is missing, by itself for as long as the server is away. */
function useRetry(query: {
  readonly error: Error | null;
  readonly isFetchNextPageError: boolean;
  readonly isFetchPreviousPageError: boolean;
  readonly fetchNextPage: () => unknown;
  readonly fetchPreviousPage: () => unknown;
  readonly refetch: () => unknown;
}): () => void {
  const { error, isFetchNextPageError, isFetchPreviousPageError, fetchNextPage, fetchPreviousPage, refetch } = query;
  const retry = useCallback(() => {
    if (isFetchNextPageError) fetchNextPage();
    else if (isFetchPreviousPageError) fetchPreviousPage();
    else refetch();
  }, [isFetchNextPageError, isFetchPreviousPageError, fetchNextPage, fetchPreviousPage, refetch]);
  useEffect(() => {
    if (!isAway(error)) return;
    const timer = setTimeout(retry, ASK_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [error, retry]);
  return retry;
}

function placeOf(
  pages: readonly (ListPage<unknown> | null | undefined)[],
  first: From | undefined,
  row: number,
): string | null {
  let before = row;
  for (const [index, page] of pages.entries()) {
    const length = page?.nodes.length ?? 0;
    if (before < length || index === pages.length - 1) {
      const previous = pages[index - 1];
      if (previous) return previous.pageInfo.endCursor;
      if (first !== undefined && 'after' in first) return first.after;
      // A page that was asked for upwards is known by its own first row only, which is one row too far down.
      return page?.pageInfo.hasPreviousPage ? (page.pageInfo.startCursor ?? null) : null;
    }
    before -= length;
  }
  return null;
}
