import { randomUUID } from 'node:crypto';
import { type ErrorCode, GRPC_STATUS, MetadataError } from '../../../errors.js';
import type { Logger } from '../../../log.js';
import type { Rpc } from '../rpc.js';

/** How a call failed, as gRPC says it. */
export interface FailedStatus {
  readonly code: number;
  readonly details: string;
}

/**
 * A message travels as a header, in which one character may take nine bytes; clients give up on headers of more than
 * 8 KiB. Source: the defaults of gRPC's `grpc.max_metadata_size`.
 */
const MAX_DETAILS_LENGTH = 800;

/** These tell of the store, not of the request, so an operator should hear of them. */
const ABOUT_THE_STORE: ReadonlySet<ErrorCode> = new Set(['ABORTED', 'INTERNAL', 'UNAVAILABLE', 'DATA_LOSS']);

/**
 * What a client is told of an error. A {@link MetadataError} keeps its message, cut off where it is long; anything else
 * is a bug of ours: `INTERNAL`, with an id under which the log has the rest.
 */
export function toStatus(error: unknown, rpc: Rpc, log: Logger): FailedStatus {
  if (!(error instanceof MetadataError)) {
    const errorId = randomUUID();
    log.error({ errorId, rpc, err: error }, 'call failed unexpectedly');
    return { code: GRPC_STATUS.INTERNAL, details: `Internal error ${errorId}` };
  }
  if (error.cause !== undefined) {
    const level = ABOUT_THE_STORE.has(error.code) ? 'warn' : 'debug';
    log[level]({ rpc, code: error.code, err: error.cause }, 'call failed');
  }
  return { code: GRPC_STATUS[error.code], details: shortened(error.message) };
}

/** gRPC's library ends the process over half a character, which cutting may leave; Buffer puts U+FFFD in its place. */
function shortened(message: string): string {
  const text = message.length <= MAX_DETAILS_LENGTH ? message : `${message.slice(0, MAX_DETAILS_LENGTH)}…`;
  return Buffer.from(text).toString();
}
