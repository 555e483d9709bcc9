import type { Filter } from '../../../filter/filter.js';
import type { IdOf, NodeKind } from '../../../model.js';
import type { MetadataReader, NodeOrder, Position } from '../../../store.js';
import { fromNode, type NodeMessageOf } from '../../codec/nodes.js';

/** Nodes that the store is asked for at once; an answer of any size is put together from pages of this one. */
const CHUNK = 1_000;

/** By id, going up: the order of every answer that is not a list with options. */
export const BY_ID: NodeOrder = { field: 'ID', descending: false };

/** Every node that matches, by id. */
export async function allNodes<K extends NodeKind>(
  reader: MetadataReader,
  kind: K,
  filter: Filter,
): Promise<readonly NodeMessageOf[K][]> {
  const messages: NodeMessageOf[K][] = [];
  let from: Position | undefined;
  do {
    const [page] = await reader.nodePages(kind, { filter, order: BY_ID, page: { limit: CHUNK, from } });
    messages.push(...(page?.items ?? []).map(({ value }) => fromNode<K>(value)));
    from = page?.hasMore ? page.items.at(-1)?.position : undefined;
  } while (from !== undefined);
  return messages;
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
