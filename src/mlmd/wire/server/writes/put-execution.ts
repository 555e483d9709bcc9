import { MetadataError } from '../../../../errors.js';
import type { ArtifactId, ExecutionId } from '../../../model.js';
import type { Ref } from '../../../store.js';
import type { RequestOf, ResponseOf } from '../../rpc.js';
import { putContext } from './contexts.js';
import { putEvent } from './events.js';
import { inTurn } from './in-turn.js';
import { joinAll } from './members.js';
import { loadStored, putNode } from './nodes.js';
import { withStoredId } from './reuse.js';
import type { Writes } from './writes.js';

type Request = RequestOf<'putExecution'>;
type Pair = Request['artifactEventPairs'][number];

/** What a response says of a pair that names no artifact. */
const NO_ARTIFACT = -1n;

/** Writes an execution with its artifacts, events and contexts, in the engine's order of work. */
export async function putExecution(writes: Writes, request: Request): Promise<ResponseOf<'putExecution'>> {
  const { execution: message, artifactEventPairs: pairs, contexts: contextMessages, options } = request;
  if (message === undefined) throw new MetadataError('INVALID_ARGUMENT', 'The request has no execution.');
  const artifactMessages = pairs.flatMap(({ artifact }) => artifact ?? []);
  await loadStored(writes, 'ARTIFACT', artifactMessages);
  await loadStored(writes, 'EXECUTION', [message]);
  await loadStored(writes, 'CONTEXT', contextMessages);

  const artifacts = await inTurn(pairs, (pair) => putArtifact(writes, pair, options));
  const execution = await putNode(writes, 'EXECUTION', message, { touch: options?.forceUpdateTime });
  await inTurn(pairs.entries(), ([place, pair]) => putPairEvent(writes, pair, artifacts[place], execution));
  const contexts = await inTurn(contextMessages, (context) => putContext(writes, context, options));
  joinAll(writes, { contexts, executions: [execution], artifacts: artifacts.filter((ref) => ref !== undefined) });

  const idOf = await writes.finish();
  return {
    executionId: idOf('EXECUTION', execution),
    artifactIds: artifacts.map((artifact) => (artifact === undefined ? NO_ARTIFACT : idOf('ARTIFACT', artifact))),
    contextIds: contexts.map((context) => idOf('CONTEXT', context)),
  };
}

/** The artifact of a pair: the one written, else the one that its event names, if any. */
async function putArtifact(
  writes: Writes,
  { artifact, event }: Pair,
  options: Request['options'],
): Promise<Ref<ArtifactId> | undefined> {
  if (artifact === undefined) {
    return event?.artifactId === undefined ? undefined : { id: event.artifactId as ArtifactId };
  }
  const isReused = options?.reuseArtifactIfAlreadyExistByExternalId === true;
  return putNode(writes, 'ARTIFACT', isReused ? await withStoredId(writes, artifact) : artifact);
}

/** Writes the event of a pair, if it has one, between its artifact and the execution. */
async function putPairEvent(
  writes: Writes,
  { artifact: sent, event }: Pair,
  artifact: Ref<ArtifactId> | undefined,
  execution: Ref<ExecutionId>,
): Promise<void> {
  if (event === undefined) return;
  if (artifact === undefined) {
    throw new MetadataError('INVALID_ARGUMENT', 'An event without an artifact beside it needs an artifact_id.');
  }
  const { executionId, artifactId } = event;
  if (executionId !== undefined && executionId !== (await writes.idOf('EXECUTION', execution))) {
    throw new MetadataError('INVALID_ARGUMENT', `An event names execution ${executionId}, which is not its own.`);
  }
  if (sent !== undefined && artifactId !== undefined && artifactId !== (await writes.idOf('ARTIFACT', artifact))) {
    throw new MetadataError('INVALID_ARGUMENT', `An event names artifact ${artifactId}, not the one beside it.`);
  }
  putEvent(writes, event, artifact, execution);
}
