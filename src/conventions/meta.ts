import type { Artifact } from '../mlmd/model.js';
import { RESERVED } from './kubeflow-names.js';
import { isJsonMap, type JsonMap, type JsonTree } from './python-json.js';
import { parseJson } from './python-json-parser.js';

const parsed = new WeakMap<Artifact, { readonly meta: JsonMap | undefined }>();

/**
 * What the Kubeflow SDK keeps of an artifact in the declared property `__ALL_META__`: all its attributes, of which only
 * some are properties too. Parsed once per artifact.
 *
 * @returns undefined where there is none, or text that is not a JSON object.
 */
export function readMeta(artifact: Artifact): JsonMap | undefined {
  let entry = parsed.get(artifact);
  if (entry === undefined) {
    const stored = artifact.properties.get(RESERVED.meta);
    const tree = stored?.type === 'STRING' ? parseJson(stored.value) : undefined;
    entry = { meta: isJsonMap(tree) ? tree : undefined };
    parsed.set(artifact, entry);
  }
  return entry.meta;
}

/** One attribute of the SDK's object; undefined where it is absent or null. */
export function metaValue(artifact: Artifact, name: string): Exclude<JsonTree, null> | undefined {
  return readMeta(artifact)?.get(name) ?? undefined;
}

/** One attribute that is a string with something in it. */
export function metaText(artifact: Artifact, name: string): string | undefined {
  const value = metaValue(artifact, name);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
