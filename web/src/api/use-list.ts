import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { Variables } from 'graphql-request';
import { useCallback, useMemo } from 'react';
import type { TypedDocumentString } from '../generated/operations.js';
import { ask, type Problem } from './ask.js';

/** A page of any list, as the API gives it. */
export interface ListPage<Item> {
  readonly nodes: readonly Item[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
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
  readonly error: Error | null;
  /** True before the first answer. */
  readonly isPending: boolean;
  /** True while rows of another question are shown. */
  readonly isStale: boolean;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  /** Asks for the next page, where there is one and none is on its way. */
  readonly loadMore: () => void;
  readonly retry: () => void;
}

/** Rows of one page where the caller does not say. */
const PAGE_SIZE = 50;

/**
 * Asks for a list page by page, each from the cursor of the one before.
 *
 * @param pageOf - finds the list in an answer; undefined where it could not be had.
 * @param options.first - rows of one page.
 */
export function useList<Data, Asked extends Variables & { readonly first: number }, Item>(
  document: TypedDocumentString<Data, Asked>,
  variables: Omit<Asked, 'first' | 'after'>,
  pageOf: (data: Data) => ListPage<Item> | null | undefined,
  { first = PAGE_SIZE }: { readonly first?: number } = {},
): List<Item, Data> {
  const query = useInfiniteQuery({
    queryKey: [document.toString(), variables, first],
    queryFn: ({ pageParam, signal }) =>
      ask(document, { ...variables, first, after: pageParam } as unknown as Asked, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ data }) => {
      const page = pageOf(data);
      return page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : undefined;
    },
    placeholderData: keepPreviousData,
  });
  const { data, error, isPending, isPlaceholderData, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = query;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `pageOf` is a constant of its caller.
  const rows = useMemo(() => (data?.pages ?? []).flatMap((page) => pageOf(page.data)?.nodes ?? []), [data]);
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const whole = data?.pages[0]?.data;
  return {
    rows,
    total: whole === undefined ? undefined : pageOf(whole)?.totalCount,
    data: whole,
    problems: (data?.pages ?? []).flatMap(({ problems }) => problems),
    error,
    isPending,
    isStale: isPlaceholderData,
    hasMore: hasNextPage,
    isLoadingMore: isFetchingNextPage,
    loadMore,
    retry: () => void refetch(),
  };
}
