import { RESERVED, toTree } from '../conventions/index.js';
import type { UpdateArtifactInput } from '../generated/resolvers.js';
import type { Artifact, ArtifactId } from '../mlmd/model.js';
import { refuseDouble } from './artifact-identity.js';
import { jsonInput } from './json-input.js';
import { labelsInput, labelsText, labelsTree } from './labels-input.js';
import { artifactOf } from './lookup.js';
import { propertyChanges, RESERVED_KEYS } from './properties-input.js';
import { PropertyEdit } from './property-edit.js';
import { type RecordingOptions, type RecordingStore, record } from './recording.js';
import { isSdkArtifactType, valuesTree } from './sdk-artifact.js';
import { SdkObjectEdit } from './sdk-object-edit.js';
import type { KnownType } from './type-book.js';
import { unchangedArtifact } from './unchanged.js';
import { badInput, optionalKey, optionalText } from './validation.js';

/** Fields of the input that are properties in the store. */
const TEXTS = ['description', 'owner', 'version'] as const;

const KEPT: ReadonlySet<string> = new Set(['name', 'create_time', ...TEXTS, ...RESERVED_KEYS]);

/** A stored artifact on its way to other values: its properties, and the SDK's object where it has one. */
interface ArtifactEdit {
  readonly stored: Artifact;
  readonly type: KnownType;
  readonly properties: PropertyEdit;
  readonly object: SdkObjectEdit;
}

/**
 * Changes a stored artifact, of whichever tool. A field that is absent stays, null clears; `properties` are set one by
 * one, `labels` and `values` replace those there are. The SDK's object changes with the properties.
 *
 * @throws MetadataError `ALREADY_EXISTS` where another uri or version would make it equal to another artifact.
 */
export function updateArtifact(
  store: RecordingStore,
  input: UpdateArtifactInput,
  options: RecordingOptions,
): Promise<{ readonly artifactId: ArtifactId }> {
  return record(store, options, async ({ transaction, types, draft }) => {
    const stored = await artifactOf(transaction, input.id, 'input.id');
    const type = await types.of(stored, 'input.id');
    const properties = new PropertyEdit(stored, type);
    const edit = { stored, type, properties, object: new SdkObjectEdit(stored) };
    const uri = input.uri === undefined ? stored.uri : optionalKey(input.uri, 'input.uri');
    if (input.uri !== undefined) edit.object.set('uri', uri ?? null);
    editProperties(edit, input);
    editTexts(edit, input);
    editLabels(edit, input);
    editMeasures(edit, input);
    edit.object.writeTo(properties);
    const put = {
      ...unchangedArtifact(stored),
      uri,
      state: input.state === undefined ? stored.state : (input.state ?? undefined),
      properties: properties.declared,
      customProperties: properties.custom,
    };
    await refuseDouble(transaction, stored, put, input.uri === undefined ? 'input.version' : 'input.uri');
    draft.setArtifact({ id: stored.id }, put);
    await draft.write(transaction);
    return { artifactId: stored.id };
  });
}

function editProperties({ type, properties, object }: ArtifactEdit, input: UpdateArtifactInput): void {
  const given = TEXTS.filter((name) => input[name] !== undefined);
  const taken = isSdkArtifactType(type.name) ? KEPT : new Set<string>(given);
  const changes =
    input.properties === null
      ? properties.clearing(KEPT)
      : propertyChanges(input.properties ?? [], type, 'input.properties', taken);
  for (const change of changes) {
    properties.apply(change);
    if (!change.custom) object.set(change.name, change.value?.type === 'STRING' ? change.value.value : null);
  }
}

function editTexts({ properties, object }: ArtifactEdit, input: UpdateArtifactInput): void {
  for (const name of TEXTS) {
    if (input[name] === undefined) continue;
    const text = optionalText(input[name], `input.${name}`);
    properties.setText(name, text, `input.${name}`);
    object.set(name, text ?? null);
  }
}

/** In the SDK's object; an artifact that has none keeps them in a property. */
function editLabels({ properties, object }: ArtifactEdit, input: UpdateArtifactInput): void {
  if (input.labels === undefined) return;
  const labels = labelsInput(input.labels, 'input.labels');
  if (object.has('labels')) object.set('labels', labels === undefined ? null : labelsTree(labels));
  else properties.setText(RESERVED.labels, labels?.length ? labelsText(labels) : undefined, 'input.labels');
}

/** What only the SDK's models and metrics have a place for. */
function editMeasures({ type, object }: ArtifactEdit, input: UpdateArtifactInput): void {
  const refuseElsewhere = (name: 'hyperparameters' | 'values') => {
    if (object.has(name)) return;
    throw badInput(`Artifacts of type ${type.name} have no ${name}; give them as properties.`, `input.${name}`);
  };
  if (input.hyperparameters !== undefined) {
    refuseElsewhere('hyperparameters');
    object.set('hyperparameters', toTree(jsonInput(input.hyperparameters, 'input.hyperparameters')));
  }
  if (input.values !== undefined) {
    refuseElsewhere('values');
    object.set('values', valuesTree(input.values ?? [], 'input.values'));
  }
}
