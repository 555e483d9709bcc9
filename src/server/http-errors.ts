import { isUtf8 } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import { limitExceeded } from '../errors.js';
import type { Limits } from '../limits.js';
import type { Logger } from '../log.js';

/** Answers with an error in GraphQL's shape, which is what a client of this server knows how to read. */
export function sendError(
  response: Response,
  status: number,
  message: string,
  extensions: Readonly<Record<string, unknown>>,
): void {
  response.status(status).json({ errors: [{ message, extensions }] });
}

/** Answers 404 to what no route has taken. */
export const notFound: RequestHandler = (_request, response) => {
  sendError(response, 404, 'There is nothing here; the API is at /graphql.', { code: 'NOT_FOUND' });
};

/** Answers 415 to a body that is not JSON, whatever it holds. */
export const jsonOnly: RequestHandler = (request, response, next) => {
  if (request.method !== 'POST' || request.is('application/json')) return next();
  sendError(response, 415, 'Send the request as application/json.', { code: 'BAD_REQUEST' });
};

/**
 * Refuses bytes that are not the UTF-8 they are said to be, before they are parsed: the parser would put U+FFFD in their
 * place, and a name that nobody wrote would be stored.
 */
export function expectUtf8(_request: unknown, _response: unknown, body: Buffer, encoding: string): void {
  if (encoding === 'utf-8' && !isUtf8(body)) throw new Error('The body is not UTF-8.');
}

/**
 * Answers for what fails before GraphQL: a body that is too large, in an unknown encoding or no JSON. Neither the answer
 * nor the log repeats anything of the body, as Express's own handler and the parser's message would.
 */
export function createErrorHandler(limits: Limits, log: Logger): ErrorRequestHandler {
  return (error, _request, response, _next) => {
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const { status, type } = error as { readonly status?: number; readonly type?: string };
    switch (type) {
      case 'entity.too.large': {
        const size = (error as { readonly length?: number }).length ?? limits.maxBodyBytes + 1;
        const refusal = limitExceeded('Body size', size, { name: 'maxBodyBytes', max: limits.maxBodyBytes });
        return sendError(response, 413, refusal.message, { code: 'LIMIT_EXCEEDED', ...refusal.details });
      }
      case 'entity.parse.failed':
        return sendError(response, 400, 'The body is not valid JSON.', { code: 'BAD_REQUEST' });
      case 'entity.verify.failed':
        return sendError(response, 400, 'The body is not valid UTF-8.', { code: 'BAD_REQUEST' });
      case 'encoding.unsupported':
        return sendError(response, 415, 'The content encoding is not supported.', { code: 'BAD_REQUEST' });
      case 'charset.unsupported':
        return sendError(response, 415, 'Send the request in UTF-8.', { code: 'BAD_REQUEST' });
    }
    if (status !== undefined && status >= 400 && status < 500) {
      return sendError(response, status, 'The request cannot be read.', { code: 'BAD_REQUEST' });
    }
    const errorId = randomUUID();
    log.error({ errorId, err: error }, 'request failed unexpectedly');
    return sendError(response, 500, 'Internal error', { code: 'INTERNAL_SERVER_ERROR', errorId });
  };
}
