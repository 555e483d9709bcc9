import type { Calls } from '../rpc.js';
import type { KnownNodes } from './reads/known-nodes.js';
import type { TypeCache } from './reads/type-cache.js';

/** How much is asked of a service at once. */
export interface ReadLimits {
  /** Ids that one call asks for; more are split. */
  readonly batchSize: number;
  /** Nodes that one read may fetch in order to look through them here. */
  readonly maxScan: number;
}

/** A service that is read, and what is known of it. */
export interface Upstream extends ReadLimits {
  readonly calls: Calls;
  readonly types: TypeCache;
  readonly known: KnownNodes;
  /** Whether the service looks at filter texts; asked once. */
  readonly takesFilters: () => Promise<boolean>;
}
