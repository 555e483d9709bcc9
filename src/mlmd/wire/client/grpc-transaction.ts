import { MetadataError } from '../../../errors.js';
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
  /** Puts go one after the other, in the order in which they are asked for. */
  #lastPut: Promise<unknown> = Promise.resolve();
  #isOver = false;

  constructor(upstream: Upstream) {
    super((work) => this.#during(work), false);
    this.#upstream = upstream;
  }

  putTypes(types: readonly TypePut[]) {
    return this.#inTurn((upstream) => putTypes(upstream, types));
  }

  putGraph(graph: GraphPut) {
    return this.#inTurn((upstream) => putGraph(upstream, graph));
  }

  /** Takes no more calls. */
  end(): void {
    this.#isOver = true;
  }

  #inTurn<T>(put: (upstream: Upstream) => Promise<T>): Promise<T> {
    const turn = this.#lastPut.then(() => this.#during(put));
    this.#lastPut = turn.catch(() => undefined);
    return turn;
  }

  async #during<T>(work: (upstream: Upstream) => Promise<T>): Promise<T> {
    if (this.#isOver) throw new MetadataError('UNAVAILABLE', 'The transaction is over.');
    return work(this.#upstream);
  }
}
