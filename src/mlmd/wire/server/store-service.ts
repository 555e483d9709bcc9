import { MetadataError } from '../../../errors.js';
import type { MetadataStore } from '../../store.js';
import { RPCS, type Rpc } from '../rpc.js';
import type { Handlers, ServiceOptions } from './handlers.js';
import { readHandlers } from './reads.js';
import { writeHandlers } from './writes.js';

/**
 * MLMD's service over a store: every call as the engine answers it. GetLineageGraph and the two calls for the parents
 * and children of several contexts are UNIMPLEMENTED, as in every released server.
 */
export function storeService(store: MetadataStore, options: ServiceOptions): Handlers {
  const unserved = Object.fromEntries((Object.keys(RPCS) as Rpc[]).map((rpc) => [rpc, refuse]));
  return { ...unserved, ...readHandlers(store, options), ...writeHandlers(store, options) } as Handlers;
}

async function refuse(): Promise<never> {
  throw new MetadataError('UNIMPLEMENTED', 'This call is not served.');
}
