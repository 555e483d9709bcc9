import { MetadataError } from '../../../../errors.js';
import { checkEdges } from '../../../checks/edges.js';
import type { ArtifactId, ContextId, ExecutionId } from '../../../model.js';
import type { GraphIds, GraphPut, Ref } from '../../../store.js';
import type * as wire from '../../generated/ml_metadata/proto/metadata_store.js';
import type { Upstream } from '../upstream.js';
import { type NewEdges, newEdges } from './edges.js';
import { type CheckedGraph, checkedGraph } from './lookup.js';
import { type Memberships, membershipsOf } from './memberships.js';
import { nodeMessages } from './node-messages.js';
import { Steps } from './steps.js';
import { putNodesAndEvents } from './subgraph.js';

/**
 * Writes nodes and edges: see `MetadataTransaction.putGraph`. One call where all nodes go into the same contexts, which
 * may be new; else several, each a transaction of the service's own: contexts, their links, then nodes and events with
 * the contexts that they share, then the other memberships. What was checked before may be written by others meanwhile.
 */
export async function putGraph(upstream: Upstream, graph: GraphPut): Promise<GraphIds> {
  checkEdges(graph);
  const checked = await checkedGraph(upstream, graph);
  const edges = await newEdges(upstream, graph);
  const ids = await write(upstream, checked, edges);
  upstream.known.add('CONTEXT', ids.contexts);
  upstream.known.add('ARTIFACT', ids.artifacts);
  upstream.known.add('EXECUTION', ids.executions);
  return ids;
}

async function write(upstream: Upstream, checked: CheckedGraph, edges: NewEdges): Promise<GraphIds> {
  const steps = new Steps(upstream);
  const memberships = membershipsOf(checked.graph);
  const written = mayShareCall(checked, edges, memberships) ? undefined : await putContexts(steps, checked);
  await putParents(steps, edges.parentContexts, written);
  const nodes = await putNodesAndEvents(upstream, steps, checked, edges.events, memberships.shared, written);
  const ids: GraphIds = { ...nodes, contexts: written ?? nodes.contexts };
  await putMemberships(steps, memberships, ids);
  return ids;
}

/** Whether contexts can be written in the call that writes nodes: all are new, no link is to be theirs, and all nodes go into each. */
function mayShareCall(
  { graph, contexts }: CheckedGraph,
  { parentContexts }: NewEdges,
  { shared }: Memberships,
): boolean {
  const isShared = (place: number) => shared.some((ref) => 'index' in ref && ref.index === place);
  return (
    parentContexts.length === 0 &&
    contexts.puts.every(({ id }, place) => id === undefined && isShared(place)) &&
    hasNodes(graph)
  );
}

function hasNodes({ artifacts = [], executions = [] }: GraphPut): boolean {
  return artifacts.length + executions.length > 0;
}

async function putContexts(steps: Steps, { contexts }: CheckedGraph): Promise<readonly ContextId[]> {
  if (contexts.puts.length === 0) return [];
  const { contextIds } = await steps.call('putContexts', { contexts: nodeMessages(contexts) }, { puts: [contexts] });
  return contextIds as readonly ContextId[];
}

async function putParents(
  steps: Steps,
  links: NewEdges['parentContexts'],
  written: readonly ContextId[] | undefined,
): Promise<void> {
  if (links.length === 0) return;
  const parentContexts = links.map(({ child, parent }) => ({
    childId: idOf(child, written ?? []),
    parentId: idOf(parent, written ?? []),
  }));
  await steps.call('putParentContexts', { parentContexts });
}

/** The memberships that are not those of all nodes. Writing one twice leaves one. */
async function putMemberships(steps: Steps, { attributions, associations }: Memberships, ids: GraphIds): Promise<void> {
  if (attributions.length + associations.length === 0) return;
  const request: { attributions: readonly wire.Attribution[]; associations: readonly wire.Association[] } = {
    attributions: attributions.map(({ artifact, context }) => ({
      artifactId: idOf<ArtifactId>(artifact, ids.artifacts),
      contextId: idOf(context, ids.contexts),
    })),
    associations: associations.map(({ execution, context }) => ({
      executionId: idOf<ExecutionId>(execution, ids.executions),
      contextId: idOf(context, ids.contexts),
    })),
  };
  await steps.call('putAttributionsAndAssociations', request, { isIdempotent: true });
}

function idOf<Id>(ref: Ref<Id>, written: readonly Id[]): Id {
  if ('id' in ref) return ref.id;
  const id = written[ref.index];
  if (id === undefined) throw new MetadataError('INTERNAL', 'The MLMD service gave no id for a new node.');
  return id;
}
