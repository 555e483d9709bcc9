import { MetadataError } from '../../../../errors.js';
import type { ArtifactId, ContextId, ExecutionId } from '../../../model.js';
import type { EventPut, GraphIds, Ref } from '../../../store.js';
import { fromEventType, fromPath } from '../../codec/events.js';
import type * as wire from '../../generated/ml_metadata/proto/metadata_store.js';
import type { RequestOf } from '../../rpc.js';
import { nodesById } from '../reads/nodes.js';
import type { Upstream } from '../upstream.js';
import { bearsName } from './collisions.js';
import type { CheckedGraph } from './lookup.js';
import { nodeMessages } from './node-messages.js';
import type { Steps } from './steps.js';

/**
 * Writes the nodes and events of a graph, and puts all its nodes into the shared contexts: one call, or on services
 * before 1.9 one for each kind of thing.
 *
 * @param written - the ids of the graph's contexts; undefined where they are to be written too, all being shared.
 */
export async function putNodesAndEvents(
  upstream: Upstream,
  steps: Steps,
  checked: CheckedGraph,
  events: readonly EventPut[],
  shared: readonly Ref<ContextId>[],
  written: readonly ContextId[] | undefined,
): Promise<GraphIds> {
  const { graph } = checked;
  const none: GraphIds = { contexts: [], artifacts: [], executions: [] };
  if (checked.artifacts.puts.length + checked.executions.puts.length + events.length === 0) return none;
  const stored = shared.flatMap((ref) =>
    'id' in ref ? [ref.id] : [...(written?.slice(ref.index, ref.index + 1) ?? [])],
  );
  const isValidated = graph.onMissingEnd !== 'WRITE';
  if (isValidated && checked.artifacts.puts.length + checked.executions.puts.length === 0) {
    // The ends are stored ones, which this call looks at once more.
    await steps.call('putEvents', { events: events.map((event) => eventMessage(event, none)) });
    return none;
  }
  const isNew = written === undefined;
  if (isNew && stored.length > 0) await refuseTakenNames(upstream, checked);
  const request: RequestOf<'putLineageSubgraph'> = {
    contexts: [...(isNew ? nodeMessages(checked.contexts) : []), ...(await reused(upstream, stored))],
    artifacts: nodeMessages(checked.artifacts),
    executions: nodeMessages(checked.executions),
    eventEdges: events.map(edgeMessage),
    options: { reuseContextIfAlreadyExist: stored.length > 0 },
  };
  const response = await steps.attempt('putLineageSubgraph', request, {
    puts: [...(isNew ? [checked.contexts] : []), checked.artifacts, checked.executions],
  });
  if (response === undefined) return oneByOne(steps, checked, request, events, stored);
  return {
    contexts: (isNew ? response.contextIds.slice(0, checked.contexts.puts.length) : []) as ContextId[],
    artifacts: response.artifactIds as readonly ArtifactId[],
    executions: response.executionIds as readonly ExecutionId[],
  };
}

/** The call takes a stored context by its type and name, and where it takes any so, then also new ones: whose names must be free. */
async function refuseTakenNames(upstream: Upstream, { contexts }: CheckedGraph): Promise<void> {
  for (const put of contexts.puts) {
    if (!(await bearsName(upstream, contexts, put))) continue;
    throw new MetadataError('ALREADY_EXISTS', 'Another context of this type and name exists already.');
  }
}

/** Stored contexts as the call takes them, without changing them. */
async function reused(upstream: Upstream, ids: readonly ContextId[]): Promise<readonly wire.Context[]> {
  const contexts = await nodesById(upstream, 'CONTEXT', [...new Set(ids)]);
  return contexts.flatMap((context) =>
    context === undefined
      ? []
      : [{ typeId: context.typeId, name: context.name, properties: new Map(), customProperties: new Map() }],
  );
}

async function oneByOne(
  steps: Steps,
  checked: CheckedGraph,
  { contexts, artifacts, executions }: RequestOf<'putLineageSubgraph'>,
  events: readonly EventPut[],
  stored: readonly ContextId[],
): Promise<GraphIds> {
  const newContexts = contexts.slice(0, contexts.length - new Set(stored).size);
  const { contextIds } =
    newContexts.length === 0
      ? { contextIds: [] }
      : await steps.call('putContexts', { contexts: newContexts }, { puts: [checked.contexts] });
  const { artifactIds } =
    artifacts.length === 0
      ? { artifactIds: [] }
      : await steps.call('putArtifacts', { artifacts }, { puts: [checked.artifacts] });
  const { executionIds } =
    executions.length === 0
      ? { executionIds: [] }
      : await steps.call('putExecutions', { executions }, { puts: [checked.executions] });
  const everyContext = [...contextIds, ...stored];
  const pairs = <Node>(ids: readonly bigint[], toPair: (id: bigint, contextId: bigint) => Node) =>
    everyContext.flatMap((contextId) => ids.map((id) => toPair(id, contextId)));
  const attributions = pairs(artifactIds, (artifactId, contextId) => ({ artifactId, contextId }));
  const associations = pairs(executionIds, (executionId, contextId) => ({ executionId, contextId }));
  if (attributions.length + associations.length > 0) {
    await steps.call('putAttributionsAndAssociations', { attributions, associations }, { isIdempotent: true });
  }
  const ids: GraphIds = {
    contexts: contextIds as readonly ContextId[],
    artifacts: artifactIds as readonly ArtifactId[],
    executions: executionIds as readonly ExecutionId[],
  };
  if (events.length > 0) await steps.call('putEvents', { events: events.map((event) => eventMessage(event, ids)) });
  return ids;
}

function edgeMessage(event: EventPut) {
  return {
    ...('index' in event.artifact && { artifactIndex: event.artifact.index }),
    ...('index' in event.execution && { executionIndex: event.execution.index }),
    event: eventMessage(event, undefined),
  };
}

/** @param ids - of new nodes; undefined where these are named by their places. */
function eventMessage({ artifact, execution, type, timeMs, path }: EventPut, ids: GraphIds | undefined): wire.Event {
  return {
    artifactId: 'id' in artifact ? artifact.id : ids?.artifacts[artifact.index],
    executionId: 'id' in execution ? execution.id : ids?.executions[execution.index],
    type: fromEventType(type),
    millisecondsSinceEpoch: timeMs,
    path: fromPath(path),
  };
}
