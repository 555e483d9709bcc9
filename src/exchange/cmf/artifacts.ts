import { MetadataError } from '../../errors.js';
import type {
  Artifact,
  ArtifactId,
  ContextId,
  EventType,
  ExecutionId,
  PathStep,
  Properties,
} from '../../mlmd/model.js';
import type { ArtifactPut, EventPut, GraphPut, MetadataTransaction, Ref } from '../../mlmd/store.js';
import type { CmfArtifact } from './document.js';
import { nodesWhere } from './lookup.js';
import { mergeArtifact } from './merge.js';
import { loggedName, receivedName, stamped } from './names.js';
import { typeFor } from './types.js';

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
  /** The record that it is made from; undefined for a stored one. */
  readonly source: CmfArtifact | undefined;
  put: Omit<ArtifactPut, 'typeId'> & { readonly typeId?: ArtifactPut['typeId'] };
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
  const made: Draft[] = [];
  const attributions: NonNullable<GraphPut['attributions']>[number][] = [];
  const events: EventPut[] = [];
  for (const { executionId, stageId, type, artifact } of fresh) {
    const found = shelf.get(artifact.uri);
    const draft = found ?? newDraft(artifact, executionId, made.length);
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
  const updated = [...shelf.values()].filter((draft) => draft.source === undefined && draft.isChanged);
  const artifacts = [...(await typed(transaction, made)), ...updated.map(({ put }) => put as ArtifactPut)];
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
  return { ref: { id: artifact.id }, source: undefined, put: artifact, isChanged: false };
}

function newDraft(artifact: CmfArtifact, executionId: ExecutionId, index: number): Draft {
  const name = receivedName(artifact, executionId);
  // cmflib repeats the name of metrics in a property, and reads it from there when it sends them on.
  const isNamed = name !== undefined && artifact.properties.has('metrics_name');
  const properties = isNamed
    ? new Map([...artifact.properties, ['metrics_name', { type: 'STRING', value: name } as const]])
    : artifact.properties;
  const put = { name, uri: artifact.uri, properties, customProperties: customPropertiesOf(artifact) };
  return { ref: { index }, source: artifact, put, isChanged: true };
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

async function typed(transaction: MetadataTransaction, made: readonly Draft[]): Promise<readonly ArtifactPut[]> {
  const sources = made.flatMap(({ source }) => source ?? []);
  const names = [...new Set(sources.map(({ type }) => type))];
  const puts = names.map((name) =>
    typeFor(
      'ARTIFACT',
      name,
      sources.filter(({ type }) => type === name),
    ),
  );
  const types = await transaction.putTypes(puts);
  const ids = new Map(names.map((name, index) => [name, types[index]?.id]));
  return made.map(({ put, source }) => {
    const typeId = ids.get(source?.type ?? '');
    if (typeId === undefined) throw new MetadataError('INTERNAL', 'The store gave no id for a type.');
    return { ...put, typeId };
  });
}
