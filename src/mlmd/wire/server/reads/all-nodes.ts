import type { Filter } from '../../../filter/filter.js';
import type { IdOf, NodeKind } from '../../../model.js';
import type { MetadataReader, NodeOrder, Position } from '../../../store.js';
import { fromNode, type NodeMessageOf } from '../../codec/nodes.js';
import { Artifact, Context, Execution } from '../../generated/ml_metadata/proto/metadata_store.js';
import { replyTooLong } from '../reply-limit.js';

/** Nodes that the store is asked for at once; an answer of any size is put together from pages of this one. */
const CHUNK = 1_000;

/** By id, going up: the order of every answer that is not a list with options. */
export const BY_ID: NodeOrder = { field: 'ID', descending: false };

/** What writes the message of each kind of node. */
const MESSAGES = { ARTIFACT: Artifact, EXECUTION: Execution, CONTEXT: Context };

/**
 * Every node that matches, by id.
 *
 * @throws MetadataError `RESOURCE_EXHAUSTED` as soon as more than `maxBytes` are read: whoever asks for a whole store
 *   must not fill the memory with what cannot be sent.
 */
export async function allNodes<K extends NodeKind>(
  reader: MetadataReader,
  kind: K,
  filter: Filter,
  maxBytes: number,
): Promise<readonly NodeMessageOf[K][]> {
  const messages: NodeMessageOf[K][] = [];
  let from: Position | undefined;
  let bytes = 0;
  for (;;) {
    const [page] = await reader.nodePages(kind, { filter, order: BY_ID, page: { limit: CHUNK, from } });
    const chunk = (page?.items ?? []).map(({ value }) => fromNode<K>(value));
    messages.push(...chunk);
    from = page?.hasMore ? page.items.at(-1)?.position : undefined;
    // What fits into one chunk is measured when it is sent.
    if (from === undefined) break;
    bytes += lengthOf(kind, chunk);
    if (bytes > maxBytes) throw replyTooLong(bytes, maxBytes);
  }
  return messages;
}

function lengthOf<K extends NodeKind>(kind: K, messages: readonly NodeMessageOf[K][]): number {
  const { encode } = MESSAGES[kind] as { encode(message: NodeMessageOf[K]): { finish(): Uint8Array } };
  return messages.reduce((sum, message) => sum + encode(message).finish().length, 0);
}

/** The nodes with these ids, each once, by id; those that do not exist are left out. */
export async function nodesOfIds<K extends NodeKind>(
  reader: MetadataReader,
  kind: K,
  ids: Iterable<bigint>,
): Promise<readonly NodeMessageOf[K][]> {
  const sorted = [...new Set(ids)].sort((one, other) => (one < other ? -1 : 1));
  const nodes = await reader.nodesById(kind, sorted as readonly bigint[] as readonly IdOf[K][]);
  return nodes.flatMap((node) => (node === undefined ? [] : [fromNode<K>(node)]));
}
