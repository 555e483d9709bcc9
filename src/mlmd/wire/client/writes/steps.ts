import { MetadataError } from '../../../../errors.js';
import type { NodePuts } from '../../../checks/nodes.js';
import type { NodeKind } from '../../../model.js';
import type { CallOptions, RequestOf, ResponseOf, Rpc } from '../../rpc.js';
import { unless } from '../answers.js';
import type { Upstream } from '../upstream.js';
import { explained } from './collisions.js';

/** What is said of one step. */
export interface StepOptions extends CallOptions {
  /** The nodes that the call writes: where one collides, the error says which. */
  readonly puts?: readonly NodePuts<NodeKind>[];
}

/**
 * The calls that one put takes, one after the other. Each is a transaction of the service's own: where a later one
 * fails, what the earlier ones wrote stays, and the error says so.
 */
export class Steps {
  readonly #upstream: Upstream;
  #written = false;

  constructor(upstream: Upstream) {
    this.#upstream = upstream;
  }

  async call<R extends Rpc>(
    rpc: R,
    request: RequestOf<R>,
    { puts = [], ...options }: StepOptions = {},
  ): Promise<ResponseOf<R>> {
    try {
      const response = await this.#upstream.calls.call(rpc, request, options);
      this.#written = true;
      return response;
    } catch (error) {
      const told = await explained(this.#upstream, puts, error);
      if (!this.#written || !(told instanceof MetadataError)) throw told;
      const message = `${told.message} A part of what belongs together was written before; repeating it writes the rest.`;
      throw new MetadataError(told.code, message, { cause: told });
    }
  }

  /** The same, undefined where the service is too old for the call, which then wrote nothing. */
  attempt<R extends Rpc>(rpc: R, request: RequestOf<R>, options?: StepOptions): Promise<ResponseOf<R> | undefined> {
    return unless('UNIMPLEMENTED', this.call(rpc, request, options));
  }
}
