import type { MetadataStore, MetadataTransaction } from '../mlmd/store.js';
import { GraphDraft } from './graph-draft.js';
import { TypeBook } from './type-book.js';

/** The part of a store that a mutation needs. */
export type RecordingStore = Pick<MetadataStore, 'transaction'>;

/** What a mutation is given beside its input. */
export interface RecordingOptions {
  /** The clock that the SDK's `create_time` texts are taken from; MLMD's own times are the store's. */
  readonly now: () => Date;
}

/** One mutation under way, all of it in one transaction. */
export interface Recording {
  readonly transaction: MetadataTransaction;
  readonly types: TypeBook;
  /** What the mutation will write, at its end and at once. */
  readonly draft: GraphDraft;
  readonly now: Date;
}

/**
 * Runs one mutation in one transaction. The store may run `work` again from the start, so it keeps nothing outside of
 * the recording that it is given.
 */
export function record<T>(
  store: RecordingStore,
  { now }: RecordingOptions,
  work: (recording: Recording) => Promise<T>,
): Promise<T> {
  return store.transaction((transaction) =>
    work({ transaction, types: new TypeBook(transaction), draft: new GraphDraft(), now: now() }),
  );
}
