import type { Artifact, Json } from '../mlmd/model.js';
import { metaText, metaValue } from './meta.js';
import { lineOf, textOf } from './properties.js';
import { isJsonMap, lineOfTree, toPlain } from './python-json.js';

/** Who is said to own the artifact. */
export function ownerOf(artifact: Artifact): string | undefined {
  return attribute(artifact, 'owner');
}

/** The version as its tool keeps it; a number comes as text. */
export function versionOf(artifact: Artifact): string | undefined {
  return (
    lineOf(artifact.properties, 'version') ??
    lineOf(artifact.customProperties, 'version') ??
    metaText(artifact, 'version')
  );
}

/** The query that fetched a data set. */
export function queryOf(artifact: Artifact): string | undefined {
  return attribute(artifact, 'query');
}

/** What sort of model it is, such as `neural network`. */
export function modelTypeOf(artifact: Artifact): string | undefined {
  return attribute(artifact, 'model_type');
}

/** What a model was trained with; undefined where the framework has no name. */
export function trainingFrameworkOf(
  artifact: Artifact,
): { readonly name: string; readonly version: string | undefined } | undefined {
  const framework = metaValue(artifact, 'training_framework');
  if (!isJsonMap(framework)) return undefined;
  const name = framework.get('name');
  const version = framework.get('version');
  if (typeof name !== 'string') return undefined;
  return { name, version: version === null || version === undefined ? undefined : lineOfTree(version) };
}

/** A model's hyperparameters as its writer gave them. */
export function hyperparametersOf(artifact: Artifact): Json | undefined {
  const stored = metaValue(artifact, 'hyperparameters');
  return stored === undefined ? undefined : toPlain(stored);
}

/** A text that stands in a declared property, in a custom one, or in the SDK's object. */
export function attribute(artifact: Artifact, name: string): string | undefined {
  return textOf(artifact.properties, name) ?? textOf(artifact.customProperties, name) ?? metaText(artifact, name);
}
