import type { GraphIds, GraphPut } from '../store.js';
import { checkEdges, putEdges, resolveEdges } from './put-edges.js';
import { checkNodes, putNodes, type WriteSession } from './put-nodes.js';

/**
 * Writes nodes and edges: see `MetadataTransaction.putGraph`. As in the engine's PutLineageSubgraph, places in the lists
 * are checked first, then the nodes, and only then is anything written.
 */
export async function putGraph(session: WriteSession, graph: GraphPut): Promise<GraphIds> {
  checkEdges(graph);
  const contexts = await checkNodes(session, 'CONTEXT', graph.contexts ?? []);
  const artifacts = await checkNodes(session, 'ARTIFACT', graph.artifacts ?? []);
  const executions = await checkNodes(session, 'EXECUTION', graph.executions ?? []);
  const ids: GraphIds = {
    contexts: await putNodes(session, contexts),
    artifacts: await putNodes(session, artifacts),
    executions: await putNodes(session, executions),
  };
  await putEdges(session, resolveEdges(graph, ids), graph);
  return ids;
}
