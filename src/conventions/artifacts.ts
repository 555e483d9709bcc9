import type { Artifact, Json } from '../mlmd/model.js';
import type { ArtifactFacts, TrainingFramework } from './convention.js';
import { metaText, metaValue } from './meta.js';
import { lineOf, textOf } from './properties.js';
import { isJsonMap, lineOfTree, toPlain } from './python-json.js';
import { CONVENTIONS } from './tools.js';

/** Who is said to own the artifact. */
export function ownerOf(artifact: Artifact): string | undefined {
  return attribute(artifact, 'owner');
}

/** The version as its tool keeps it; a number comes as text. */
export function versionOf(artifact: Artifact): string | undefined {
  const facts = toolFacts(artifact);
  if (facts !== undefined) return facts.version;
  return (
    lineOf(artifact.properties, 'version') ??
    lineOf(artifact.customProperties, 'version') ??
    metaText(artifact, 'version')
  );
}

/** Hash of the payload, where the tool keeps one. */
export function digestOf(artifact: Artifact): string | undefined {
  return toolFacts(artifact)?.digest;
}

/** Where the payload lies; `[]` where the writer gave no place. */
export function locationsOf(artifact: Artifact): readonly string[] {
  return toolFacts(artifact)?.locations ?? (artifact.uri === undefined ? [] : [artifact.uri]);
}

/** The query that fetched a data set. */
export function queryOf(artifact: Artifact): string | undefined {
  return attribute(artifact, 'query');
}

/** What sort of model it is, such as `neural network`. */
export function modelTypeOf(artifact: Artifact): string | undefined {
  const facts = toolFacts(artifact);
  return facts === undefined ? attribute(artifact, 'model_type') : facts.modelType;
}

/** What a model was trained with; undefined where the framework has no name. */
export function trainingFrameworkOf(artifact: Artifact): TrainingFramework | undefined {
  const facts = toolFacts(artifact);
  if (facts !== undefined) return facts.trainingFramework;
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

/** What the tool which wrote the artifact keeps in places of its own; undefined where it keeps nothing there. */
function toolFacts(artifact: Artifact): ArtifactFacts | undefined {
  for (const { factsOf } of CONVENTIONS) {
    const facts = factsOf?.(artifact);
    if (facts !== undefined) return facts;
  }
  return undefined;
}
