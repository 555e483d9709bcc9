import type { Limits } from '../limits.js';
import type { MetadataStore } from '../mlmd/store.js';
import type { RequestContext } from '../resolvers/request-context.js';
import { createDeadline } from './deadline.js';
import { createLoaders } from './loaders.js';

/** What all requests to one server share. */
export interface ServerParts {
  readonly store: MetadataStore;
  readonly limits: Limits;
  /** Of this package, as in `0.1.0`. */
  readonly version: string;
  /** The clock that writes go by where the store's own does not. */
  readonly now?: () => Date;
}

/** Makes what the resolvers of one request may ask for; its time begins to run. */
export function createRequestContext({ store, limits, version, now = () => new Date() }: ServerParts): RequestContext {
  let deadline = createDeadline(limits.deadlineMs);
  let reader = deadline.guard(store);
  let loaders = createLoaders(reader);
  return {
    get loaders() {
      return loaders;
    },
    get reader() {
      return reader;
    },
    // Unguarded: a write that was begun is to be answered with what came of it.
    store,
    limits,
    get deadline() {
      return deadline;
    },
    now,
    version,
    afterWrite() {
      // However long others kept the write waiting: it is stored, and its answer is not to fail for that.
      deadline = createDeadline(limits.deadlineMs);
      reader = deadline.guard(store);
      loaders = createLoaders(reader);
    },
  };
}
