import { type ErrorCode, MetadataError } from '../../../errors.js';
import { RpcError } from '../client/rpc-error.js';
import { type Calls, RPCS, type Rpc } from '../rpc.js';
import { unlessStored } from './forwarding-events.js';
import type { Handlers, ServiceOptions } from './handlers.js';

/**
 * MLMD's service over another one: every call is passed on as it is, and answered as that one answers it, its refusals in
 * its own words. Where duplicate events are to be ignored, those that are stored already are left out.
 */
export function forwardingService(upstream: Calls, { duplicateEvents }: ServiceOptions): Handlers {
  const calls = inItsWords(upstream);
  const rpcs = Object.keys(RPCS) as Rpc[];
  const forwarded = Object.fromEntries(rpcs.map((rpc) => [rpc, (request: never) => calls.call(rpc, request)]));
  return { ...(forwarded as Handlers), ...(duplicateEvents === 'ignore' ? unlessStored(calls) : {}) };
}

/** What a service itself says with these is for those who asked it; with others, hosts and addresses may be named. */
const ANSWERS: ReadonlySet<ErrorCode> = new Set([
  'INVALID_ARGUMENT',
  'NOT_FOUND',
  'ALREADY_EXISTS',
  'FAILED_PRECONDITION',
  'ABORTED',
  'OUT_OF_RANGE',
  'UNIMPLEMENTED',
]);

function inItsWords(upstream: Calls): Calls {
  return {
    async call(rpc, request, options) {
      try {
        return await upstream.call(rpc, request, options);
      } catch (error) {
        const isAnswer = error instanceof RpcError && !error.mayHaveHappened && ANSWERS.has(error.code);
        if (!isAnswer || error.text === '') throw error;
        throw new MetadataError(error.code, error.text, { cause: error });
      }
    },
  };
}
