import type {
  Artifact,
  ArtifactId,
  ContextId,
  EventType,
  ExecutionId,
  PathStep,
  Properties,
  TypeId,
} from '../../mlmd/model.js';
import type { ArtifactPut, EventPut, GraphPut, MetadataTransaction, Ref } from '../../mlmd/store.js';
import type { CmfArtifact } from './document.js';
import { nodesWhere } from './lookup.js';
import { mergeArtifact } from './merge.js';
import { loggedName, receivedName, stamped } from './names.js';
import { registerTypes } from './types.js';

/** An event of a document whose execution has its id here. */
export interface EventToImport {
  readonly executionId: ExecutionId;
  readonly stageId: ContextId;
  readonly type: EventType;
  readonly artifact: CmfArtifact;
}

/** What came of a batch. */
export interface ImportedArtifacts {
  readonly created: number;
  readonly updated: number;
  readonly events: number;
}

/** An artifact to be written, or a stored one. */
interface Draft {
  readonly ref: Ref<ArtifactId>;
  put: ArtifactPut;
  /** Whether a stored one is to be written again. */
  isChanged: boolean;
}

/**
 * Writes the events of a batch with their artifacts. Artifacts with the same uri are one, whatever their types and names:
 * the last one stored of several. Only a new one is attributed to the stage of the execution that brought it.
 *
 * An event is written once; of a known execution only where nothing joins it to the artifact yet.
 */
export async function importArtifacts(
  transaction: MetadataTransaction,
  wanted: readonly EventToImport[],
  known: readonly ExecutionId[],
): Promise<ImportedArtifacts> {
  const joined = await joinedUris(transaction, known);
  const fresh = onePerEdge(wanted.filter(({ executionId, artifact }) => !joined.has(`${executionId} ${artifact.uri}`)));
  if (fresh.length === 0) return { created: 0, updated: 0, events: 0 };
  const stored = await nodesWhere(transaction, 'ARTIFACT', {
    column: 'uri',
    values: fresh.map((one) => one.artifact.uri),
  });

  const shelf = new Map(stored.map((artifact) => [artifact.uri ?? '', draftOfStored(artifact)]));
  const unknown = fresh.map(({ artifact }) => artifact).filter(({ uri }) => !shelf.has(uri));
  const typeIdOf = await registerTypes(transaction, 'ARTIFACT', unknown);
  const made: Draft[] = [];
  const attributions: NonNullable<GraphPut['attributions']>[number][] = [];
  const events: EventPut[] = [];
  for (const { executionId, stageId, type, artifact } of fresh) {
    const found = shelf.get(artifact.uri);
    const draft = found ?? newDraft(artifact, made.length, { executionId, typeId: typeIdOf(artifact.type) });
    if (found === undefined) {
      shelf.set(artifact.uri, draft);
      made.push(draft);
      attributions.push({ artifact: draft.ref, context: { id: stageId } });
    } else {
      refresh(draft, artifact);
    }
    const path = found === undefined ? [] : pathOf(artifact);
    events.push({ artifact: draft.ref, execution: { id: executionId }, type, path });
  }
  const updated = [...shelf.values()].filter(({ ref, isChanged }) => 'id' in ref && isChanged);
  const artifacts = [...made, ...updated].map(({ put }) => put);
  await transaction.putGraph({ artifacts, attributions, events, onExistingEdge: 'KEEP' });
  return { created: made.length, updated: updated.length, events: events.length };
}

/** The uris that executions are joined to, as `<execution> <uri>`. */
async function joinedUris(
  transaction: MetadataTransaction,
  executionIds: readonly ExecutionId[],
): Promise<ReadonlySet<string>> {
  if (executionIds.length === 0) return new Set();
  const events = await transaction.eventsOf('EXECUTION', executionIds);
  const ids = [...new Set(events.map(({ artifactId }) => artifactId))];
  const artifacts = ids.length === 0 ? [] : await transaction.nodesById('ARTIFACT', ids);
  const uris = new Map(ids.map((id, index) => [id, artifacts[index]?.uri]));
  return new Set(events.map(({ executionId, artifactId }) => `${executionId} ${uris.get(artifactId)}`));
}

function onePerEdge(events: readonly EventToImport[]): readonly EventToImport[] {
  const byEdge = new Map<string, EventToImport>();
  for (const event of events) {
    const key = `${event.executionId} ${event.type} ${event.artifact.uri}`;
    if (!byEdge.has(key)) byEdge.set(key, event);
  }
  return [...byEdge.values()];
}

function draftOfStored(artifact: Artifact): Draft {
  return { ref: { id: artifact.id }, put: artifact, isChanged: false };
}

function newDraft(
  artifact: CmfArtifact,
  index: number,
  { executionId, typeId }: { readonly executionId: ExecutionId; readonly typeId: TypeId },
): Draft {
  const name = receivedName(artifact, executionId);
  // cmflib repeats the name of metrics in a property, and reads it from there when it sends them on.
  const isNamed = name !== undefined && artifact.properties.has('metrics_name');
  const properties = isNamed
    ? new Map([...artifact.properties, ['metrics_name', { type: 'STRING', value: name } as const]])
    : artifact.properties;
  const put = { typeId, name, uri: artifact.uri, properties, customProperties: customPropertiesOf(artifact) };
  return { ref: { index }, put, isChanged: false };
}

function refresh(draft: Draft, artifact: CmfArtifact): void {
  const merged = mergeArtifact(draft.put, { ...artifact, customProperties: customPropertiesOf(artifact) });
  if (merged === undefined) return;
  draft.put = { ...draft.put, ...merged };
  draft.isChanged = true;
}

/** cmflib copies an environment without its custom properties, and what it pulls from here is to equal what is here. */
function customPropertiesOf(artifact: CmfArtifact): Properties {
  return artifact.type === 'Environment' ? artifact.customProperties : stamped(artifact);
}

/** cmflib notes the name under which content was logged that it knew already. */
function pathOf(artifact: CmfArtifact): readonly PathStep[] {
  const key = loggedName(artifact);
  return key === undefined ? [] : [{ key }];
}
