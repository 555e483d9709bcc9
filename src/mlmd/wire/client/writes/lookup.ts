import { MetadataError } from '../../../../errors.js';
import { checkNodes, type NodePuts } from '../../../checks/nodes.js';
import type { IdOf, NodeKind, NodeOf, NodeType, TypeId } from '../../../model.js';
import type { GraphPut, PutOf } from '../../../store.js';
import { nodesById } from '../reads/nodes.js';
import type { Upstream } from '../upstream.js';

/** The puts of a graph, checked. */
export interface CheckedGraph {
  readonly graph: GraphPut;
  readonly contexts: NodePuts<'CONTEXT'>;
  readonly artifacts: NodePuts<'ARTIFACT'>;
  readonly executions: NodePuts<'EXECUTION'>;
}

/** Checks the nodes of a graph as the SQL store does, against what the service holds of them. */
export async function checkedGraph(upstream: Upstream, graph: GraphPut): Promise<CheckedGraph> {
  const [contexts, artifacts, executions] = await Promise.all([
    lookUp(upstream, 'CONTEXT', graph.contexts ?? []),
    lookUp(upstream, 'ARTIFACT', graph.artifacts ?? []),
    lookUp(upstream, 'EXECUTION', graph.executions ?? []),
  ]);
  return {
    graph,
    contexts: await checked(upstream, contexts),
    artifacts: await checked(upstream, artifacts),
    executions: await checked(upstream, executions),
  };
}

async function lookUp<K extends NodeKind>(
  upstream: Upstream,
  kind: K,
  puts: readonly PutOf[K][],
): Promise<NodePuts<K>> {
  const ids = puts.flatMap((put) => (put.id === undefined ? [] : [put.id as IdOf[K]]));
  const typeIds = [...new Set<TypeId>(puts.map(({ typeId }) => typeId))];
  const [nodes, typeOf] = await Promise.all([nodesById(upstream, kind, ids), upstream.types.ofNodes(kind, typeIds)]);
  const types = typeIds.flatMap((id) => typeOf(id) ?? []);
  const stored = nodes.flatMap((node) => (node === undefined ? [] : [[node.id as bigint, node as NodeOf[K]] as const]));
  return { kind, puts, types: byId(types), stored: new Map(stored) };
}

/** What is refused for its type is held against the type again as it is now: others may have added a property to it. */
async function checked<K extends NodeKind>(upstream: Upstream, nodes: NodePuts<K>): Promise<NodePuts<K>> {
  try {
    checkNodes(nodes);
    return nodes;
  } catch (error) {
    if (!(error instanceof MetadataError && error.code === 'TYPE_MISMATCH')) throw error;
    const fresh = await upstream.types.select({ kind: nodes.kind, ids: [...nodes.types.keys()] as TypeId[] });
    const again = { ...nodes, types: byId(fresh) };
    checkNodes(again);
    return again;
  }
}

function byId(types: readonly NodeType[]): ReadonlyMap<bigint, NodeType> {
  return new Map(types.map((type) => [type.id, type]));
}
