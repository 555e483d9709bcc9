import type { AnyNode } from './convention.js';
import { metaText } from './meta.js';
import { textOf } from './properties.js';
import { CONVENTIONS } from './tools.js';

/**
 * A name fit to show, never empty. The tool that wrote the node decides; then MLMD's name, then a property `name`; the
 * last resort is `Type#id`, or `ARTIFACT#id` where even the type is missing.
 */
export function displayName(node: AnyNode): string {
  for (const tool of CONVENTIONS) {
    const name = tool.nameOf(node);
    if (name !== undefined && name !== '') return name;
  }
  return (
    (node.name !== '' ? node.name : undefined) ??
    textOf(node.properties, 'name') ??
    textOf(node.customProperties, 'name') ??
    `${node.typeName ?? node.kind}#${node.id}`
  );
}

/** What somebody wrote about the node. */
export function descriptionOf(node: AnyNode): string | undefined {
  return (
    textOf(node.properties, 'description') ??
    textOf(node.customProperties, 'description') ??
    (node.kind === 'ARTIFACT' ? metaText(node, 'description') : undefined)
  );
}
