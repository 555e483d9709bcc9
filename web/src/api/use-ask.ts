import { keepPreviousData, QueryClient, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { Variables } from 'graphql-request';
import { useRef } from 'react';
import type { TypedDocumentString } from '../generated/operations.js';
import { type Answer, AskError, ask } from './ask.js';

/** How long to wait before a server that was away is asked again. */
export const ASK_AGAIN_MS = 4_000;

/** Holds what was answered, so that a way back shows it at once while it is asked anew. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      // What the server refuses it refuses again; what is away may come back.
      retry: (count, error) => count < 2 && isAway(error),
      retryDelay: (count) => 300 * 2 ** count,
      // Nobody has to reload the page once the server is back.
      refetchInterval: ({ state }) => (isAway(state.error) ? ASK_AGAIN_MS : false),
    },
  },
});

/** Whether the same question may well be answered in a moment. */
export function isPassing(code: string): boolean {
  return code === 'UNREACHABLE' || code === 'UNAVAILABLE';
}

/** Whether an error says that the server or its store is away, and may come back. */
export function isAway(error: unknown): boolean {
  return error instanceof AskError && isPassing(error.code);
}

/**
 * Asks the API for as long as the component stands. While the variables change, what was answered before stays
 * (`isPlaceholderData`), and what is no longer wanted is aborted.
 *
 * @param options.enabled - false to wait.
 */
export function useAsk<Data, Asked extends Variables>(
  document: TypedDocumentString<Data, Asked>,
  variables: Asked,
  { enabled = true }: { readonly enabled?: boolean } = {},
): UseQueryResult<Answer<Data>, Error> {
  const answer = useQuery({
    queryKey: [document.toString(), variables],
    queryFn: ({ signal }) => ask(document, variables, signal),
    placeholderData: keepPreviousData,
    enabled,
  });
  const error = useLastError(document + JSON.stringify(variables), answer);
  if (error === answer.error) return answer;
  return { ...answer, error, isPending: false } as UseQueryResult<Answer<Data>, Error>;
}

/**
 * The error of a question, which stays while it is asked again: the library forgets it as soon as it begins to, and a note
 * that comes and goes every few seconds cannot be read.
 */
function useLastError(
  question: string,
  { data, error, isPlaceholderData }: UseQueryResult<unknown, Error>,
): Error | null {
  const last = useRef({ question, error });
  const isAnswered = data !== undefined && !isPlaceholderData;
  if (error !== null || isAnswered || last.current.question !== question) last.current = { question, error };
  return last.current.error;
}
