import { sql } from 'kysely';
import { checkEdges, checkEnds, endsOf } from '../checks/edges.js';
import { checkNodes, type NodePuts } from '../checks/nodes.js';
import type { IdOf, NodeKind, NodeType } from '../model.js';
import type { GraphIds, GraphPut, PutOf } from '../store.js';
import { nodesById } from './nodes.js';
import { putEdges, resolveEdges } from './put-edges.js';
import { putNodes } from './put-nodes.js';
import { type Session, together, type WriteSession } from './session.js';
import { NODE_LAYOUT } from './tables.js';
import { types } from './types.js';

/**
 * Writes nodes and edges: see `MetadataTransaction.putGraph`. As in the engine's PutLineageSubgraph, places in the lists
 * are checked first, then the nodes, and only then is anything written; whether an edge's ends exist comes last.
 *
 * Statements that do not need each other's answers are sent together, whatever table they are about.
 */
export async function putGraph(session: WriteSession, graph: GraphPut): Promise<GraphIds> {
  checkEdges(graph);
  const puts = { contexts: graph.contexts ?? [], artifacts: graph.artifacts ?? [], executions: graph.executions ?? [] };
  const ends = endsOf(graph);
  const named = typesOf(session, [...puts.contexts, ...puts.artifacts, ...puts.executions]);
  const [contexts, artifacts, executions] = await together([
    lookUp(session, 'CONTEXT', puts.contexts, ends.CONTEXT, named),
    lookUp(session, 'ARTIFACT', puts.artifacts, ends.ARTIFACT, named),
    lookUp(session, 'EXECUTION', puts.executions, ends.EXECUTION, named),
  ]);
  checkNodes(contexts);
  checkNodes(artifacts);
  checkNodes(executions);
  const [contextIds, artifactIds, executionIds] = await together([
    putNodes(session, contexts),
    putNodes(session, artifacts),
    putNodes(session, executions),
  ]);
  checkEnds('ARTIFACT', ends.ARTIFACT, artifacts.ends, artifactIds);
  checkEnds('EXECUTION', ends.EXECUTION, executions.ends, executionIds);
  checkEnds('CONTEXT', ends.CONTEXT, contexts.ends, contextIds);
  const ids: GraphIds = { contexts: contextIds, artifacts: artifactIds, executions: executionIds };
  await putEdges(session, resolveEdges(graph, ids), graph.onExistingEdge);
  return ids;
}

async function typesOf(session: Session, puts: readonly PutOf[NodeKind][]): Promise<ReadonlyMap<bigint, NodeType>> {
  if (puts.length === 0) return new Map();
  const ids = [...new Set(puts.map((put) => put.typeId))];
  return new Map((await types(session, { ids })).map((type) => [type.id, type]));
}

/** What is stored of the nodes that are put, and which of the `ends` of edges are. */
async function lookUp<K extends NodeKind>(
  session: Session,
  kind: K,
  puts: readonly PutOf[K][],
  ends: readonly bigint[],
  named: Promise<ReadonlyMap<bigint, NodeType>>,
): Promise<NodePuts<K> & { readonly ends: ReadonlySet<bigint> }> {
  const ids = puts.flatMap((put) => (put.id === undefined ? [] : [put.id as IdOf[K]]));
  const [types, nodes, storedEnds] = await together([
    named,
    nodesById(session, kind, ids),
    storedIds(session, kind, ends),
  ]);
  const stored = new Map(nodes.flatMap((node) => (node === undefined ? [] : [[node.id as bigint, node] as const])));
  return { kind, puts, types, stored, ends: storedEnds };
}

async function storedIds(
  { db, dialect }: Session,
  kind: NodeKind,
  ids: readonly bigint[],
): Promise<ReadonlySet<bigint>> {
  if (ids.length === 0) return new Set();
  const { rows } = await sql<{ readonly id: bigint }>`
    select id from ${sql.table(NODE_LAYOUT[kind].table)} where id in ${dialect.ids([...new Set(ids)])}`.execute(db);
  return new Set(rows.map((row) => row.id));
}
