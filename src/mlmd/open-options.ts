import type { Logger } from '../log.js';
import type { MetadataStore } from './store.js';

/** How a store is opened. */
export interface OpenOptions {
  /** Opens any store without changing it; it must exist. */
  readonly readOnly: boolean;
  /**
   * Asked of a store that was there already in a database server, with the names of its context types: true for a store to
   * be opened for reading only, though `readOnly` is not set.
   */
  readonly leaveAlone?: ((contextTypes: readonly string[]) => boolean) | undefined;
  /** Of a database server, where the URL holds none. */
  readonly password?: string | undefined;
  /** Told what an operator should know. */
  readonly log?: Logger | undefined;
  /** Told every statement that reads or writes rows, after it ran; not those that begin or end a transaction. */
  readonly onStatement?: ((sql: string) => void) | undefined;
  /** The store's clock, in milliseconds since the epoch; the system's where undefined. */
  readonly now?: (() => number) | undefined;
  /** Fills a store that was made just now, before it is handed out; never called for one that was there already. */
  readonly onCreate?: ((store: MetadataStore) => Promise<void>) | undefined;
  /** A store that is made is exactly as the engine would make it, without the indexes that we add. */
  readonly likeEngine?: boolean | undefined;
  /** How long a busy file is waited for, in all; 5 seconds where undefined. */
  readonly busyTimeoutMs?: number | undefined;
}
