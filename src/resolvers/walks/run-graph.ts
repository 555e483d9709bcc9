import { COMPLETE, type Completeness, type Frontier, withReason } from '../../lineage/completeness.js';
import { edgesBetween, type LineageEdge } from '../../lineage/edge.js';
import { compareNearest } from '../../lineage/node-order.js';
import type { LineageEntry, LineageGraph } from '../../lineage/walk.js';
import { EVERYTHING } from '../../mlmd/filter/filter.js';
import { type Execution, type LineageNode, nodeKey } from '../../mlmd/model.js';
import type { NodeOrder, OneWay } from '../../mlmd/store.js';
import { runScopeOf } from '../groups/scopes.js';
import type { RunModel } from '../models.js';
import type { Loaders, RequestContext } from '../request-context.js';
import { createWalkSource } from './walk-source.js';

const OLDEST_FIRST: NodeOrder = { field: 'ID', descending: false };

/** The nodes of a run, as far as they were gathered. */
export interface RunMembers {
  /** Executions first, each kind oldest first. */
  readonly nodes: readonly LineageNode[];
  readonly isAll: boolean;
}

/** Gathers the executions of a run, then its artifacts, until there are `maxNodes`. */
export async function gatherRun(loaders: Loaders, run: RunModel, maxNodes: number): Promise<RunMembers> {
  const scope = await runScopeOf(loaders, run);
  const query = { filter: EVERYTHING, order: OLDEST_FIRST, page: { limit: maxNodes } };
  const [executions, artifacts] = await Promise.all([
    loaders.nodePage('EXECUTION', query, scope),
    loaders.nodePage('ARTIFACT', query, scope),
  ]);
  const all = [...executions.items, ...artifacts.items].map(({ value }): LineageNode => value);
  return { nodes: all.slice(0, maxNodes), isAll: all.length <= maxNodes && !executions.hasMore && !artifacts.hasMore };
}

/**
 * The graph of a run: its executions and artifacts, and every event between them. No walk made it, so its roots are the
 * executions, artifacts are one hop away from them, and an artifact that none of them touches is a root itself.
 */
export async function runGraph(request: RequestContext, run: RunModel, maxNodes: number): Promise<LineageGraph> {
  const { nodes, isAll } = await gatherRun(request.loaders, run, maxNodes);
  const { edges, isAll: hasAllEdges } = await edgesBetween(createWalkSource(request), nodes, {});
  const known = isAll ? COMPLETE : await cutAt(request.loaders, nodes, edges);
  const completeness = hasAllEdges ? known : withReason(known, 'DEADLINE');
  const rim = new Set(completeness.frontier.map(({ ref }) => nodeKey(ref)));
  const touched = new Set(edges.flatMap(({ source, target }) => [nodeKey(source), nodeKey(target)]));
  const entries = nodes.map((node): LineageEntry => {
    const key = nodeKey(node);
    const distance = node.kind === 'ARTIFACT' && touched.has(key) ? 1 : 0;
    return { ref: node, distance, side: undefined, expanded: !rim.has(key) };
  });
  const sorted = entries.sort(compareNearest);
  return {
    roots: sorted.filter(({ distance }) => distance === 0).map(({ ref }) => ref),
    entries: sorted,
    edges,
    completeness,
  };
}

/** What was left out for the number of nodes, as far as the executions that were gathered lead to it. */
async function cutAt(
  loaders: Loaders,
  nodes: readonly LineageNode[],
  edges: readonly LineageEdge[],
): Promise<Completeness> {
  const executions = nodes.filter((node) => node.kind === 'EXECUTION');
  const frontier = await Promise.all(
    (['UPSTREAM', 'DOWNSTREAM'] as const).map((direction) => unexplored(loaders, executions, edges, direction)),
  );
  return {
    complete: false,
    reasons: ['MAX_NODES'],
    frontier: frontier.flat().sort((left, right) => compareNearest(left, right)),
  };
}

async function unexplored(
  loaders: Loaders,
  executions: readonly Execution[],
  edges: readonly LineageEdge[],
  direction: OneWay,
): Promise<readonly Frontier[]> {
  const counts = await Promise.all(executions.map((execution) => loaders.eventCount(execution, { direction })));
  const known = new Map<string, Set<string>>();
  for (const { source, target } of edges) {
    const [execution, artifact] = direction === 'UPSTREAM' ? [target, source] : [source, target];
    const neighbors = known.get(nodeKey(execution)) ?? new Set();
    known.set(nodeKey(execution), neighbors.add(nodeKey(artifact)));
  }
  return executions.flatMap((ref, index) => {
    const left = (counts[index]?.neighbors ?? 0) - (known.get(nodeKey(ref))?.size ?? 0);
    return left > 0 ? [{ ref, distance: 0, direction, unexplored: left }] : [];
  });
}
