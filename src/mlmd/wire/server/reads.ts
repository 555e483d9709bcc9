import type { MetadataReader } from '../../store.js';
import type { Handlers, ReadRpc, ServiceOptions } from './handlers.js';
import { edgeReads } from './reads/edges.js';
import { lineageReads } from './reads/lineage.js';
import { listReads } from './reads/lists.js';
import { nodeReads } from './reads/nodes.js';
import { typeReads } from './reads/types.js';

/** The calls that no released server serves. */
type Unserved = 'getLineageGraph' | 'getParentContextsByContexts' | 'getChildrenContextsByContexts';

/** Answers the calls that read, as the engine does. */
export function readHandlers(
  reader: MetadataReader,
  { maxReplyBytes = Number.POSITIVE_INFINITY }: Pick<ServiceOptions, 'maxReplyBytes'> = {},
): Handlers<Exclude<ReadRpc, Unserved>> {
  return {
    ...typeReads(reader),
    ...nodeReads(reader, maxReplyBytes),
    ...listReads(reader, maxReplyBytes),
    ...edgeReads(reader),
    ...lineageReads(reader),
  };
}
