import type { MethodDefinition, ServerErrorResponse, ServerUnaryCall, sendUnaryData } from '@grpc/grpc-js';
import { MetadataError } from '../../../errors.js';
import type { Logger } from '../../../log.js';
import { isWrite, type RequestOf, type ResponseOf, RPCS, type Rpc } from '../rpc.js';
import { decodeRequest } from './decode.js';
import type { Handlers } from './handlers.js';
import { replyTooLong } from './reply-limit.js';
import { toStatus } from './status.js';

/** How calls are answered. */
export interface MethodOptions {
  readonly handlers: Handlers;
  /** Calls that change the store are `PERMISSION_DENIED`. */
  readonly readOnly: boolean;
  /** A longer reply is `RESOURCE_EXHAUSTED`. */
  readonly maxMessageBytes: number;
  readonly log: Logger;
}

/** A method as gRPC's library is told of it. Messages pass through it as bytes: what is wrong with one is for us to say. */
export interface Method {
  readonly definition: MethodDefinition<Buffer, Buffer>;
  readonly answer: (call: ServerUnaryCall<Buffer, Buffer>, reply: sendUnaryData<Buffer>) => void;
}

/** The calls of MLMD's service, by their names, as a server of gRPC takes them. */
export function methodsOf(options: MethodOptions): ReadonlyMap<Rpc, Method> {
  return new Map((Object.keys(RPCS) as Rpc[]).map((rpc) => [rpc, methodOf(rpc, options)]));
}

function methodOf(rpc: Rpc, options: MethodOptions): Method {
  const { log } = options;
  return {
    definition: {
      path: RPCS[rpc].path,
      requestStream: false,
      responseStream: false,
      requestSerialize: asItIs,
      requestDeserialize: asItIs,
      responseSerialize: asItIs,
      responseDeserialize: asItIs,
    },
    answer(call, reply) {
      const startMs = performance.now();
      const end = (error: ServerErrorResponse | { code: number; details: string } | null, bytes?: Buffer) => {
        log.debug(
          { rpc, code: error?.code ?? 0, durationMs: Math.round(performance.now() - startMs) },
          'answered call',
        );
        // Whoever asked may be gone by now, or its time over; the library has told it then.
        if (!call.cancelled) reply(error, bytes);
      };
      answerTo(rpc, call.request, options)
        .then((bytes) => end(null, bytes))
        .catch((error: unknown) => end(toStatus(error, rpc, log)))
        .catch((error: unknown) => log.error({ rpc, err: error }, 'call could not be answered'));
    },
  };
}

/** From the bytes of a request to those of its reply. */
async function answerTo<R extends Rpc>(rpc: R, request: Buffer, options: MethodOptions): Promise<Buffer> {
  const { handlers, readOnly, maxMessageBytes } = options;
  if (readOnly && isWrite(rpc)) {
    throw new MetadataError('PERMISSION_DENIED', 'This service is read-only.');
  }
  const handler: (request: RequestOf<R>) => Promise<ResponseOf<R>> = handlers[rpc];
  const response = await handler(decodeRequest(rpc, request));
  const serialize = RPCS[rpc].responseSerialize as (response: ResponseOf<R>) => Buffer;
  const bytes = serialize(response);
  if (bytes.length > maxMessageBytes) {
    throw replyTooLong(bytes.length, maxMessageBytes);
  }
  return bytes;
}

function asItIs(bytes: Buffer): Buffer {
  return bytes;
}
