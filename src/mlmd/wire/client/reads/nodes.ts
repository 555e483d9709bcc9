import type { IdOf, NodeKind, NodeOf, TypeId } from '../../../model.js';
import { type NodeMessageOf, toNode } from '../../codec/nodes.js';
import { inBatches } from '../answers.js';
import { KIND_CALLS } from '../kind-calls.js';
import type { Upstream } from '../upstream.js';

/** Loads nodes by id: see `MetadataReader.nodesById`. One call for each batch, and one for types not known lately. */
export async function nodesById<K extends NodeKind>(
  upstream: Upstream,
  kind: K,
  ids: readonly IdOf[K][],
): Promise<readonly (NodeOf[K] | undefined)[]> {
  const messages = await inBatches(ids, upstream.batchSize, (part) => KIND_CALLS[kind].byId(upstream.calls, part));
  const nodes = await toNodes(upstream, kind, messages);
  const byId = new Map(nodes.map((node) => [node.id as bigint, node]));
  return ids.map((id) => byId.get(id));
}

/** Nodes as a service answered with them, in its order. */
export async function toNodes<K extends NodeKind>(
  upstream: Upstream,
  kind: K,
  messages: readonly NodeMessageOf[K][],
): Promise<readonly NodeOf[K][]> {
  const typeIds = messages.map((message) => (message.typeId ?? 0n) as TypeId);
  const typeOf = await upstream.types.ofNodes(kind, typeIds);
  const nodes = messages.map((message) => toNode(kind, message, typeOf));
  upstream.known.add(
    kind,
    nodes.map(({ id }) => id),
  );
  return nodes;
}
