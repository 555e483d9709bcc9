import { MetadataError } from '../../../../errors.js';
import type { ArtifactId, ExecutionId } from '../../../model.js';
import type { Ref } from '../../../store.js';
import type * as wire from '../../generated/ml_metadata/proto/metadata_store.js';
import type { RequestOf, ResponseOf } from '../../rpc.js';
import { putContext } from './contexts.js';
import { equals } from './equals.js';
import { putEvent } from './events.js';
import { loadStored, putNode } from './nodes.js';
import type { Writes } from './writes.js';

type Request = RequestOf<'putExecution'>;
type Pair = Request['artifactEventPairs'][number];

/** What a response says of a pair that names no artifact. */
const NO_ARTIFACT = -1n;

/** Writes an execution with its artifacts, events and contexts, in the engine's order of work. */
export async function putExecution(writes: Writes, request: Request): Promise<ResponseOf<'putExecution'>> {
  const { execution: message, artifactEventPairs: pairs, contexts, options } = request;
  if (message === undefined) throw new MetadataError('INVALID_ARGUMENT', 'The request has no execution.');
  await loadStored(
    writes,
    'ARTIFACT',
    pairs.flatMap(({ artifact }) => artifact ?? []),
  );
  await loadStored(writes, 'EXECUTION', [message]);
  await loadStored(writes, 'CONTEXT', contexts);

  const artifacts: (Ref<ArtifactId> | undefined)[] = [];
  for (const pair of pairs) artifacts.push(await putArtifact(writes, pair, options));
  const execution = await putNode(writes, 'EXECUTION', message, { touch: options?.forceUpdateTime });
  for (const [place, { event, artifact: sent }] of pairs.entries()) {
    if (event === undefined) continue;
    const artifact = artifacts[place];
    if (artifact === undefined) {
      throw new MetadataError('INVALID_ARGUMENT', 'An event without an artifact beside it needs an artifact_id.');
    }
    await agree(writes, event, { artifact: sent && artifact, execution });
    await putEvent(writes, event, artifact, execution);
  }
  const contextRefs = [];
  for (const message of contexts) {
    const context = await putContext(writes, message, options);
    contextRefs.push(context);
    await writes.associate(execution, context);
    for (const artifact of artifacts) if (artifact !== undefined) await writes.attribute(artifact, context);
  }

  const idOf = await writes.finish();
  return {
    executionId: idOf('EXECUTION', execution),
    artifactIds: artifacts.map((artifact) => (artifact === undefined ? NO_ARTIFACT : idOf('ARTIFACT', artifact))),
    contextIds: contextRefs.map((context) => idOf('CONTEXT', context)),
  };
}

/** The artifact of a pair: the one written, else the one that its event names, if any. */
async function putArtifact(
  writes: Writes,
  { artifact, event }: Pair,
  options: Request['options'],
): Promise<Ref<ArtifactId> | undefined> {
  if (artifact === undefined)
    return event?.artifactId === undefined ? undefined : { id: event.artifactId as ArtifactId };
  const { id, externalId } = artifact;
  if (id === undefined && externalId && options?.reuseArtifactIfAlreadyExistByExternalId === true) {
    const found = await writes.find('ARTIFACT', equals('externalId', externalId));
    return putNode(writes, 'ARTIFACT', { ...artifact, id: found?.id });
  }
  return putNode(writes, 'ARTIFACT', artifact);
}

/** Refuses an event that names other nodes than those it stands with. */
async function agree(
  writes: Writes,
  event: wire.Event,
  nodes: { readonly artifact: Ref<ArtifactId> | undefined; readonly execution: Ref<ExecutionId> },
): Promise<void> {
  if (event.executionId === undefined && (event.artifactId === undefined || nodes.artifact === undefined)) return;
  const idOf = await writes.finish();
  if (event.executionId !== undefined && event.executionId !== idOf('EXECUTION', nodes.execution)) {
    throw new MetadataError('INVALID_ARGUMENT', `An event names execution ${event.executionId}, which is not its own.`);
  }
  if (event.artifactId === undefined || nodes.artifact === undefined) return;
  if (event.artifactId !== idOf('ARTIFACT', nodes.artifact)) {
    throw new MetadataError('INVALID_ARGUMENT', `An event names artifact ${event.artifactId}, which is not its own.`);
  }
}
