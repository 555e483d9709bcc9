import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { ask, type Problem } from '../api/ask.js';
import { CompareSubjectsDocument } from '../generated/operations.js';
import { type Subject, toSubject } from './model/subject.js';

/** Things asked for at once: with a hundred steps and outputs each, far below what the server lets one question cost. */
const CHUNK = 20;

/** What is compared, as far as it is there. */
export interface Compared {
  /** In the order asked for. */
  readonly subjects: readonly Subject[];
  /** Ids of what is not in the store, or cannot be compared. */
  readonly missing: readonly string[];
  readonly problems: readonly Problem[];
  readonly error: Error | null;
  readonly isPending: boolean;
  readonly retry: () => void;
}

/** Asks for any number of runs, executions and artifacts, in chunks, so that one more asks for little more. */
export function useCompared(of: readonly string[]): Compared {
  const chunks = useMemo(() => {
    const ids = [...new Set(of)];
    return Array.from({ length: Math.ceil(ids.length / CHUNK) }, (_, at) => ids.slice(at * CHUNK, (at + 1) * CHUNK));
  }, [of]);
  return useQueries({
    queries: chunks.map((ids) => ({
      queryKey: [CompareSubjectsDocument.toString(), ids],
      queryFn: async ({ signal }: { readonly signal: AbortSignal }) => {
        const { data, problems } = await ask(CompareSubjectsDocument, { of: ids }, signal);
        const subjects = data.nodes.flatMap((node) => (node && toSubject(node)) ?? []);
        const known = new Set(subjects.map(({ id }) => id));
        return { subjects, problems, missing: ids.filter((id) => !known.has(id)) };
      },
    })),
    combine: (answers) => ({
      subjects: answers.flatMap(({ data }) => data?.subjects ?? []),
      missing: answers.flatMap(({ data }) => data?.missing ?? []),
      problems: answers.flatMap(({ data }) => data?.problems ?? []),
      error: answers.find(({ error }) => error !== null)?.error ?? null,
      isPending: answers.some(({ isPending }) => isPending),
      retry: () => answers.forEach(({ refetch, error }) => void (error && refetch())),
    }),
  });
}
