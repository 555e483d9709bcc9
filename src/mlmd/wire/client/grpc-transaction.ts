import { Usage } from '../../../usage.js';
import type { GraphPut, MetadataTransaction, TypePut } from '../../store.js';
import { GrpcReader } from './grpc-reader.js';
import type { Upstream } from './upstream.js';
import { putGraph } from './writes/put-graph.js';
import { putTypes } from './writes/put-types.js';

/**
 * What stands for a transaction on a service that has none: a put is on the service's disk when it resolves, whatever
 * becomes of the work, and reads see what others write meanwhile.
 */
export class GrpcTransaction extends GrpcReader implements MetadataTransaction {
  readonly #upstream: Upstream;
  readonly #usage = new Usage(() => new Error('the transaction is over'));
  /** Puts go one after the other, in the order in which they are asked for. */
  #lastPut: Promise<unknown> = Promise.resolve();

  constructor(upstream: Upstream) {
    super((work) => this.#usage.during(() => work(upstream)), false);
    this.#upstream = upstream;
  }

  putTypes(types: readonly TypePut[]) {
    return this.#inTurn((upstream) => putTypes(upstream, types));
  }

  putGraph(graph: GraphPut) {
    return this.#inTurn((upstream) => putGraph(upstream, graph));
  }

  /** Waits for what is under way; nothing can be asked of the transaction any more. */
  end(): Promise<void> {
    return this.#usage.close(async () => {});
  }

  #inTurn<T>(put: (upstream: Upstream) => Promise<T>): Promise<T> {
    return this.#usage.during(() => {
      const turn = this.#lastPut.then(() => put(this.#upstream));
      this.#lastPut = turn.catch(() => undefined);
      return turn;
    });
  }
}
