import { MetadataError } from '../../../errors.js';
import { Usage } from '../../../usage.js';
import type { MetadataStore, MetadataTransaction } from '../../store.js';
import type { Calls } from '../rpc.js';
import { GrpcReader } from './grpc-reader.js';
import { GrpcTransaction } from './grpc-transaction.js';
import { KnownNodes } from './reads/known-nodes.js';
import { takesFilters } from './reads/scan.js';
import { TypeCache } from './reads/type-cache.js';
import type { GrpcSettings } from './settings.js';
import { Slots } from './slots.js';
import type { ReadLimits, Upstream } from './upstream.js';

/** How much is asked of a service, and how long writers wait for each other. */
type StoreLimits = ReadLimits & Pick<GrpcSettings, 'deadlineMs' | 'maxWaiting'>;

/** What a {@link GrpcStore} is put together from. */
export interface GrpcStoreParts {
  readonly calls: Calls;
  readonly limits: StoreLimits;
  readonly readOnly: boolean;
  /** Lets go of the connection. */
  readonly close: () => Promise<void>;
}

/** An MLMD store behind MLMD's own gRPC service. */
export class GrpcStore extends GrpcReader implements MetadataStore {
  /** Calls the service as it is, for who has a request of the protocol to pass on. */
  readonly calls: Calls;
  readonly #readOnly: boolean;
  readonly #upstream: Upstream;
  readonly #usage = new Usage();
  readonly #close: () => Promise<void>;
  /** Writers of one process go in turn, so that what one looks for another does not write just then. */
  readonly #turns: Slots;
  readonly #turnMs: number;

  constructor({ calls, limits, readOnly, close }: GrpcStoreParts) {
    super((work) => this.#usage.during(() => work(this.#upstream)), readOnly);
    this.calls = calls;
    this.#readOnly = readOnly;
    this.#close = close;
    this.#turns = new Slots(1, limits.maxWaiting);
    this.#turnMs = limits.deadlineMs;
    this.#upstream = {
      calls,
      batchSize: limits.batchSize,
      maxScan: limits.maxScan,
      types: new TypeCache(calls),
      known: new KnownNodes(calls, limits.batchSize),
      takesFilters: onceItSucceeds(() => takesFilters(calls)),
    };
  }

  /**
   * Runs `work` once, after the works before it. Each put is a transaction of the service's own, or a few of them: when
   * the promise rejects, what was put until then stays. Calls that the service undid are repeated by themselves. Work
   * whose turn does not come within a call's deadline is not begun, and fails with `UNAVAILABLE`.
   */
  transaction<T>(work: (transaction: MetadataTransaction) => Promise<T>): Promise<T> {
    return this.#usage.during(async () => {
      if (this.#readOnly) throw new MetadataError('READ_ONLY', 'The store is opened for reading only.');
      const giveBack = await this.#turns.take(this.#turnMs);
      const transaction = new GrpcTransaction(this.#upstream);
      try {
        return await work(transaction);
      } finally {
        await transaction.end();
        giveBack();
      }
    });
  }

  close(): Promise<void> {
    return this.#usage.close(this.#close);
  }
}

/** Answers with the first result, and asks again after a failure. */
function onceItSucceeds<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => {
    result ??= work().catch((error: unknown) => {
      result = undefined;
      throw error;
    });
    return result;
  };
}
