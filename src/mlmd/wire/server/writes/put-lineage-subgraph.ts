import { MetadataError } from '../../../../errors.js';
import { checkDeclared } from '../../../checks/declared.js';
import type { ArtifactId, ExecutionId, NodeKind, TypeId } from '../../../model.js';
import type { Ref } from '../../../store.js';
import { type NodeMessageOf, typeIdOf } from '../../codec/nodes.js';
import { toProperties } from '../../codec/values.js';
import type * as wire from '../../generated/ml_metadata/proto/metadata_store.js';
import type { RequestOf, ResponseOf } from '../../rpc.js';
import { putContext } from './contexts.js';
import { putEvent } from './events.js';
import { inTurn } from './in-turn.js';
import { joinAll } from './members.js';
import { loadStored, putNode, refuseEmptyValues } from './nodes.js';
import { withStoredId } from './reuse.js';
import type { Writes } from './writes.js';

type Request = RequestOf<'putLineageSubgraph'>;
type Edge = Request['eventEdges'][number];

/** Writes nodes and the events between them, all named in lists, in the engine's order of work. */
export async function putLineageSubgraph(writes: Writes, request: Request): Promise<ResponseOf<'putLineageSubgraph'>> {
  const edges = request.eventEdges.map((edge) => checkedEdge(edge, request));
  await checkNodes(writes, 'ARTIFACT', request.artifacts);
  await checkNodes(writes, 'EXECUTION', request.executions);
  await checkNodes(writes, 'CONTEXT', request.contexts);
  const isReused = request.options?.reuseArtifactIfAlreadyExistByExternalId === true;
  // All are looked up before any is written.
  const messages = isReused
    ? await inTurn(request.artifacts, (artifact) => withStoredId(writes, artifact))
    : request.artifacts;
  await loadStored(writes, 'ARTIFACT', messages);
  await loadStored(writes, 'EXECUTION', request.executions);
  await loadStored(writes, 'CONTEXT', request.contexts);

  const contexts = await inTurn(request.contexts, (message) => putContext(writes, message, request.options));
  const artifacts = await inTurn(messages, (message) => putNode(writes, 'ARTIFACT', message));
  const executions = await inTurn(request.executions, (message) => putNode(writes, 'EXECUTION', message));
  joinAll(writes, { contexts, executions, artifacts });
  for (const { artifactIndex, executionIndex, event } of edges) {
    const artifact = endOf(artifacts, artifactIndex, event.artifactId as ArtifactId | undefined);
    const execution = endOf(executions, executionIndex, event.executionId as ExecutionId | undefined);
    putEvent(writes, event, artifact, execution);
  }

  const idOf = await writes.finish();
  return {
    executionIds: executions.map((ref) => idOf('EXECUTION', ref)),
    artifactIds: artifacts.map((ref) => idOf('ARTIFACT', ref)),
    contextIds: contexts.map((ref) => idOf('CONTEXT', ref)),
  };
}

/** Checks the nodes of a list against their types, also those that are updated or reused, before any is written. */
async function checkNodes<K extends NodeKind>(writes: Writes, kind: K, messages: readonly NodeMessageOf[K][]) {
  const typeIds = messages.map((message) => {
    const typeId = typeIdOf(message);
    if (typeId !== undefined) return typeId;
    throw new MetadataError('INVALID_ARGUMENT', `The ${kind.toLowerCase()} has no type_id.`);
  });
  const types = await writes.types(kind, typeIds);
  for (const [place, message] of messages.entries()) {
    refuseEmptyValues(message);
    const type = types.get(typeIds[place] as TypeId);
    if (type !== undefined) checkDeclared(type, toProperties(message.properties));
  }
}

/** An edge names both of its nodes: by a place in the lists, by an id, or by both, which then must agree. */
function checkedEdge(edge: Edge, { artifacts, executions }: Request): Edge & { readonly event: wire.Event } {
  const { artifactIndex, executionIndex, event } = edge;
  if (event === undefined) throw new MetadataError('INVALID_ARGUMENT', 'An event edge needs an event.');
  checkEnd('EXECUTION', executions, executionIndex, event.executionId);
  checkEnd('ARTIFACT', artifacts, artifactIndex, event.artifactId);
  return { ...edge, event };
}

function checkEnd<K extends NodeKind>(
  kind: K,
  list: readonly NodeMessageOf[K][],
  index: number | undefined,
  id: bigint | undefined,
): void {
  const word = kind.toLowerCase();
  if (index === undefined) {
    if (id !== undefined) return;
    throw new MetadataError('INVALID_ARGUMENT', `An event edge names no ${word}, by its index or by its id.`);
  }
  const node = list[index];
  if (node === undefined) {
    throw new MetadataError('OUT_OF_RANGE', `An event edge names ${word} ${index} of ${list.length}.`);
  }
  if (id !== undefined && id !== node.id) {
    throw new MetadataError('INVALID_ARGUMENT', `An event edge names ${word} ${id}, which is not the one at ${index}.`);
  }
}

function endOf<Id>(refs: readonly Ref<Id>[], index: number | undefined, id: Id | undefined): Ref<Id> {
  const ref = index === undefined ? undefined : refs[index];
  if (ref !== undefined) return ref;
  if (id === undefined) throw new Error('an edge that was checked has no end');
  return { id };
}
