import type { AnyNode } from './convention.js';
import { KUBEFLOW, RESERVED } from './kubeflow-names.js';
import { metaValue } from './meta.js';
import { textOf } from './properties.js';
import { isJsonMap, type JsonTree, lineOfTree } from './python-json.js';
import { parseJson } from './python-json-parser.js';

/** A name and a value that somebody put on a node. */
export interface Label {
  readonly name: string;
  readonly value: string;
}

/**
 * The labels of a node, by name. The SDK keeps a workspace's in its property `labels` and an artifact's in
 * `__ALL_META__`; where it has no place for any, ours are in the custom property `__labels__`.
 *
 * @returns `[]` for none, and for text that is not a JSON object. A value that is no string comes as JSON text.
 */
export function labelsOf(node: AnyNode): readonly Label[] {
  const stored = storedLabels(node);
  if (!isJsonMap(stored)) return [];
  return [...stored]
    .map(([name, value]) => ({ name, value: lineOfTree(value) }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

function storedLabels(node: AnyNode): JsonTree | undefined {
  if (node.kind === 'CONTEXT' && node.typeName === KUBEFLOW.workspace) {
    return parseJson(textOf(node.properties, 'labels') ?? '');
  }
  const inMeta = node.kind === 'ARTIFACT' ? metaValue(node, 'labels') : undefined;
  return inMeta ?? parseJson(textOf(node.customProperties, RESERVED.labels) ?? '');
}
