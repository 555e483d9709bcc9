import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError, Kind } from 'graphql';
import { GRAPHQL_CODE, limitExceeded, MetadataError } from '../errors.js';
import type { Logger } from '../log.js';

/** Messages repeat what was sent, GraphQL's at times all of it and fifty times over; the answer must not outgrow that. */
const MAX_MESSAGE_LENGTH = 1_000;

/** Tells what a client sees of an error. Apollo hands in its own rendering and the error itself. */
export type FormatError = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;

/**
 * Makes the last stop of every error on its way to a client.
 *
 * - A {@link MetadataError} keeps its message, and shows its code, its `argument` and its details.
 * - What GraphQL and Apollo have to say about the request itself (its syntax, its types) stays as it is.
 * - Everything else is a bug of ours: `Internal error`.
 *
 * A long message is cut off. What the client is not told goes to the log with a stack, under the `errorId` that the client
 * is given.
 */
export function createFormatError(log: Logger, maxTokens: number): FormatError {
  const format = formatErrorOf(log, maxTokens);
  return (formatted, error) => {
    const shown = format(formatted, error);
    return { ...shown, message: shortened(shown.message) };
  };
}

function formatErrorOf(log: Logger, maxTokens: number): FormatError {
  return (formatted, error) => {
    const foreseen = metadataErrorIn(error);
    if (foreseen !== undefined && GRAPHQL_CODE[foreseen.code] !== 'INTERNAL_SERVER_ERROR') {
      const extensions = { ...formatted.extensions, ...extensionsOf(foreseen) };
      if (foreseen.cause === undefined) return { ...formatted, extensions };
      const errorId = randomUUID();
      // The message is for the client alone, as it may quote what is stored.
      log.warn({ errorId, code: foreseen.code, err: foreseen.cause }, 'request failed');
      return { ...formatted, extensions: { ...extensions, errorId } };
    }
    if (TOO_MANY_TOKENS.test(formatted.message)) {
      const refusal = limitExceeded('Number of tokens', maxTokens + 1, { name: 'maxTokens', max: maxTokens });
      return { ...formatted, message: refusal.message, extensions: extensionsOf(refusal) };
    }
    if (isStackOverflow(error)) {
      const errorId = randomUUID();
      log.warn({ errorId, err: originalOf(error) }, 'request nests too deeply');
      return { message: 'The request nests too deeply.', extensions: { code: 'BAD_USER_INPUT', errorId } };
    }
    if (foreseen === undefined && isAboutTheRequest(formatted, error)) return formatted;
    if (foreseen === undefined && isArgumentError(error)) {
      return { ...formatted, extensions: { ...formatted.extensions, code: 'BAD_USER_INPUT' } };
    }
    const errorId = randomUUID();
    log.error({ errorId, err: originalOf(error) }, 'request failed unexpectedly');
    return { ...formatted, message: 'Internal error', extensions: { code: 'INTERNAL_SERVER_ERROR', errorId } };
  };
}

function shortened(message: string): string {
  return message.length <= MAX_MESSAGE_LENGTH ? message : `${message.slice(0, MAX_MESSAGE_LENGTH)}…`;
}

/** Parsing, coercing and measuring all descend with the request, so only thousands of levels in it bring one about. */
function isStackOverflow(error: unknown): boolean {
  const original = originalOf(error);
  return original instanceof RangeError && original.message === 'Maximum call stack size exceeded';
}

/** What GraphQL's parser says where it stops counting; it has no code of its own for that. */
const TOO_MANY_TOKENS = /^Syntax Error: Document contains more tha[nt] \d+ tokens/;

/** What GraphQL says after the fiftieth wrong value in the variables; that points at nothing. */
const TOO_MANY_WRONG = /^Too many errors processing variables/;

function extensionsOf({ code, argument, details }: MetadataError): Record<string, unknown> {
  return { code: GRAPHQL_CODE[code], ...(argument === undefined ? {} : { argument }), ...details };
}

/** Apollo marks what it found wrong with a request with a code; only what it cannot place is an INTERNAL_SERVER_ERROR. */
function isAboutTheRequest({ extensions }: GraphQLFormattedError, error: unknown): boolean {
  return error instanceof GraphQLError && extensions?.code !== 'INTERNAL_SERVER_ERROR';
}

/**
 * Whether an argument did not fit once variables were in place, such as a null for an argument with a default. GraphQL
 * finds that while it executes, points at the argument, and gives no code; what is wrong with a result points at a field.
 */
function isArgumentError(error: unknown): boolean {
  const original = originalOf(error);
  if (!(original instanceof GraphQLError)) return false;
  return TOO_MANY_WRONG.test(original.message) || (original.nodes ?? []).some(({ kind }) => kind !== Kind.FIELD);
}

function metadataErrorIn(error: unknown): MetadataError | undefined {
  const original = originalOf(error);
  return original instanceof MetadataError ? original : undefined;
}

/** GraphQL wraps what a resolver throws, at times twice. */
function originalOf(error: unknown): unknown {
  let original = error;
  while (original instanceof GraphQLError && original.originalError !== undefined) original = original.originalError;
  return original;
}
