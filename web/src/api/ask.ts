import { ClientError, GraphQLClient, type Variables } from 'graphql-request';
import type { TypedDocumentString } from '../generated/operations.js';

const client = new GraphQLClient(new URL('/graphql', globalThis.location.href).href, { errorPolicy: 'all' });

/** What went wrong with a question or a part of it, in the words of the server where it has spoken. */
export interface Problem {
  /** One of the API's codes, for example `LIMIT_EXCEEDED`; `UNREACHABLE` where no server answered. */
  readonly code: string;
  readonly message: string;
  /** The argument of the question that was refused, for example `filter.mlmd`, where the server names one. */
  readonly argument?: string;
}

/** An answer. A part of it that could not be had is null, and `problems` says why. */
export interface Answer<Data> {
  readonly data: Data;
  readonly problems: readonly Problem[];
}

/** A question that got no answer at all. */
export class AskError extends Error {
  readonly code: string;
  /** As in {@link Problem}. */
  readonly argument: string | undefined;

  constructor({ code, message, argument }: Problem) {
    super(message);
    this.name = 'AskError';
    this.code = code;
    this.argument = argument;
  }
}

/**
 * Asks the API, which lies where the page came from.
 *
 * @throws AskError where there is no answer: no server, a refusal, or only errors. An abort stays what it is.
 */
export async function ask<Data, Asked extends Variables>(
  document: TypedDocumentString<Data, Asked>,
  variables: Asked,
  signal?: AbortSignal,
): Promise<Answer<Data>> {
  const { data, problems } = await send(document, variables, signal);
  // Where each field asked for is null by an error, nothing is known. Null without an error is an answer: no such thing.
  const [problem] = problems;
  if (!hasAnything(data) && (problem !== undefined || !data)) {
    throw new AskError(problem ?? { code: 'UNREACHABLE', message: 'The server sent an answer without data.' });
  }
  return { data, problems };
}

async function send<Data, Asked extends Variables>(
  document: TypedDocumentString<Data, Asked>,
  variables: Asked,
  signal: AbortSignal | undefined,
): Promise<Answer<Data>> {
  try {
    const answer = await client.rawRequest<Data, Variables>({
      query: document.toString(),
      variables,
      ...(signal === undefined ? {} : { signal }),
    });
    return { data: answer.data, problems: problemsOf(answer.errors) };
  } catch (error) {
    if (signal?.aborted) throw error;
    if (error instanceof ClientError) {
      const problems = problemsOf(error.response.errors);
      throw new AskError(
        problems[0] ?? { code: 'UNREACHABLE', message: `The server answered with HTTP ${error.response.status}.` },
      );
    }
    throw new AskError({ code: 'UNREACHABLE', message: 'The server does not answer. Is it still running?' });
  }
}

function problemsOf(
  errors: readonly { readonly message: string; readonly extensions?: object }[] | undefined,
): readonly Problem[] {
  return (errors ?? []).map(({ message, extensions = {} }) => {
    const { code, argument } = extensions as { readonly code?: unknown; readonly argument?: unknown };
    return {
      code: typeof code === 'string' ? code : 'UNKNOWN',
      message,
      ...(typeof argument === 'string' ? { argument } : {}),
    };
  });
}

function hasAnything(data: unknown): boolean {
  return typeof data === 'object' && data !== null && Object.values(data).some((value) => value !== null);
}
