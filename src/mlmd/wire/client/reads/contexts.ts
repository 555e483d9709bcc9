import {
  type ContextId,
  EXECUTION_STATES,
  type Execution,
  type ExecutionState,
  type Membership,
  type NodeRef,
  nodeKey,
  type ParentContext,
} from '../../../model.js';
import type { ExecutionSummary } from '../../../store.js';
import { inBatches, unless } from '../answers.js';
import type { Upstream } from '../upstream.js';
import { byValue } from './pages.js';

/** The first of these nodes that a walk starts from count; the engine drops the others without a word. */
const MAX_STARTS = 100;

/** From so many nodes on, one walk that takes no step costs less than a call for each node. */
const WORTH_A_WALK = 3;

/**
 * The contexts that nodes are in: see `MetadataReader.membershipsOf`. A call for every hundred nodes of a kind, as
 * a lineage query of no hops tells of memberships; for few nodes, and on services before 1.14, one for each node.
 */
export async function membershipsOf(upstream: Upstream, nodes: readonly NodeRef[]): Promise<readonly Membership[]> {
  const distinct = [...new Map(nodes.map((node) => [nodeKey(node), node])).values()];
  const idsOf = (kind: NodeRef['kind']) => distinct.flatMap((node) => (node.kind === kind ? [node.id as bigint] : []));
  const [artifacts, executions] = await Promise.all([
    contextsOf(upstream, 'ARTIFACT', idsOf('ARTIFACT')),
    contextsOf(upstream, 'EXECUTION', idsOf('EXECUTION')),
  ]);
  return distinct.flatMap((node) => {
    const contextIds = (node.kind === 'ARTIFACT' ? artifacts : executions).get(node.id) ?? [];
    return [...new Set(contextIds)].sort(byValue).map((id) => ({ node, contextId: id as ContextId }));
  });
}

type ContextIds = ReadonlyMap<bigint, readonly bigint[]>;

async function contextsOf(upstream: Upstream, kind: NodeRef['kind'], ids: readonly bigint[]): Promise<ContextIds> {
  const existing = [...(await upstream.known.existing(kind, ids))];
  const walked =
    existing.length < WORTH_A_WALK ? undefined : await unless('UNIMPLEMENTED', walk(upstream, kind, existing));
  return walked ?? contextsOfEach(upstream, kind, existing);
}

async function walk(upstream: Upstream, kind: NodeRef['kind'], ids: readonly bigint[]): Promise<ContextIds> {
  const pairs = await inBatches(ids, Math.min(MAX_STARTS, upstream.batchSize), async (part) => {
    const value = { filterQuery: `id IN (${part.join(', ')})` };
    const { lineageSubgraph } = await upstream.calls.call('getLineageSubgraph', {
      lineageSubgraphQueryOptions: {
        startingNodes: { $case: kind === 'ARTIFACT' ? 'startingArtifacts' : 'startingExecutions', value },
        maxNumHops: 0n,
      },
      readMask: ['attributions', 'associations'],
    });
    return kind === 'ARTIFACT'
      ? (lineageSubgraph?.attributions ?? []).map(({ artifactId, contextId }) => ({ id: artifactId, contextId }))
      : (lineageSubgraph?.associations ?? []).map(({ executionId, contextId }) => ({ id: executionId, contextId }));
  });
  const contextIds = new Map<bigint, bigint[]>();
  for (const { id = 0n, contextId = 0n } of pairs) contextIds.set(id, [...(contextIds.get(id) ?? []), contextId]);
  return contextIds;
}

async function contextsOfEach({ calls }: Upstream, kind: NodeRef['kind'], ids: readonly bigint[]): Promise<ContextIds> {
  const entries = ids.map(async (id) => {
    const answer =
      kind === 'ARTIFACT'
        ? calls.call('getContextsByArtifact', { artifactId: id })
        : calls.call('getContextsByExecution', { executionId: id });
    // The engine's word for no context.
    const { contexts = [] } = (await unless('NOT_FOUND', answer)) ?? {};
    return [id, contexts.flatMap((context) => context.id ?? [])] as const;
  });
  return new Map(await Promise.all(entries));
}

/** ParentContext links: see `MetadataReader.contextLinks`. A call for each context, as no released server has one for several. */
export async function contextLinks(
  { calls }: Upstream,
  ids: readonly ContextId[],
  towards: 'PARENTS' | 'CHILDREN',
): Promise<readonly ParentContext[]> {
  const links = await Promise.all(
    [...new Set(ids)].map(async (contextId): Promise<readonly ParentContext[]> => {
      const { contexts } =
        towards === 'PARENTS'
          ? await calls.call('getParentContextsByContext', { contextId })
          : await calls.call('getChildrenContextsByContext', { contextId });
      const others = contexts.map(({ id }) => (id ?? 0n) as ContextId);
      return others.map((other) =>
        towards === 'PARENTS' ? { childId: contextId, parentId: other } : { childId: other, parentId: contextId },
      );
    }),
  );
  return links
    .flat()
    .sort((one, other) => byValue(one.childId, other.childId) || byValue(one.parentId, other.parentId));
}

/** What executions are up to: see `MetadataReader.executionSummaries`. */
export function summaryOf(executions: readonly Execution[]): ExecutionSummary {
  const states = new Map<ExecutionState | 'NONE', number>();
  const wordOf = ({ state }: Execution) => (state === undefined ? 0 : EXECUTION_STATES.indexOf(state) + 1);
  for (const execution of [...executions].sort((one, other) => wordOf(one) - wordOf(other))) {
    const state = execution.state ?? 'NONE';
    states.set(state, (states.get(state) ?? 0) + 1);
  }
  const earlier = (one: number, other: number) => Math.min(one, other);
  const later = (one: number, other: number) => Math.max(one, other);
  const [first] = executions;
  return {
    states,
    firstCreateTimeMs: first && executions.map((execution) => execution.createTimeMs).reduce(earlier),
    lastUpdateTimeMs: first && executions.map((execution) => execution.updateTimeMs).reduce(later),
  };
}
