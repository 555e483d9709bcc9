import { MetadataError } from '../../../../errors.js';
import type { CallOptions, Calls, RequestOf, ResponseOf, Rpc } from '../../rpc.js';
import { unless } from '../answers.js';

/**
 * The calls that one put takes, one after the other. Each is a transaction of the service's own: where a later one
 * fails, what the earlier ones wrote stays, and the error says so.
 */
export class Steps {
  readonly #calls: Calls;
  #written = false;

  constructor(calls: Calls) {
    this.#calls = calls;
  }

  async call<R extends Rpc>(rpc: R, request: RequestOf<R>, options?: CallOptions): Promise<ResponseOf<R>> {
    try {
      const response = await this.#calls.call(rpc, request, options);
      this.#written = true;
      return response;
    } catch (error) {
      if (!this.#written || !(error instanceof MetadataError)) throw error;
      const message = `${error.message} A part of what belongs together was written before; repeating it writes the rest.`;
      throw new MetadataError(error.code, message, { cause: error });
    }
  }

  /** The same, undefined where the service is too old for the call, which then wrote nothing. */
  attempt<R extends Rpc>(rpc: R, request: RequestOf<R>, options?: CallOptions): Promise<ResponseOf<R> | undefined> {
    return unless('UNIMPLEMENTED', this.call(rpc, request, options));
  }
}
