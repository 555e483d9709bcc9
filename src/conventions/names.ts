import type { Context } from '../mlmd/model.js';
import type { AnyNode } from './convention.js';
import { metaText } from './meta.js';
import { textOf } from './properties.js';
import { CONVENTIONS } from './tools.js';

/**
 * A name fit to show, never empty. The tool that wrote the node decides; then MLMD's name, then a property `name`; the
 * last resort is `Type#id`, or `ARTIFACT#id` where even the type is missing.
 *
 * @param contexts - of an execution that {@link ownName} knows no name of: those that it is a member of.
 */
export function displayName(node: AnyNode, contexts: readonly Context[] = []): string {
  return nameOf(node, contexts) ?? `${node.typeName ?? node.kind}#${node.id}`;
}

/** The name that the tool which wrote the node gave it, as far as the node alone tells. */
export function ownName(node: AnyNode): string | undefined {
  return firstName(({ nameOf }) => nameOf(node));
}

/** The name of {@link displayName}; undefined where only the last resort is left. */
export function nameOf(node: AnyNode, contexts: readonly Context[] = []): string | undefined {
  return (
    ownName(node) ??
    (node.kind === 'EXECUTION' ? firstName(({ stepNameOf }) => stepNameOf?.(node, contexts)) : undefined) ??
    (node.name !== '' ? node.name : undefined) ??
    textOf(node.properties, 'name') ??
    textOf(node.customProperties, 'name')
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

/** The first name that is not empty. */
function firstName(ask: (tool: (typeof CONVENTIONS)[number]) => string | undefined): string | undefined {
  for (const tool of CONVENTIONS) {
    const name = ask(tool);
    if (name !== undefined && name !== '') return name;
  }
  return undefined;
}
