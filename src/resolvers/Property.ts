import type { PropertyResolvers } from '../generated/resolvers.js';
import type { Properties } from '../mlmd/model.js';
import type { PropertyModel } from './models.js';
import { toJson, toLine } from './value-text.js';

/** Resolves a property of a node. */
export const Property = {
  type: ({ stored }) => stored.type,
  value: ({ stored }) => toJson(stored),
  text: ({ stored }) => toLine(stored),
} satisfies PropertyResolvers;

/**
 * The properties of a node: first those that its type declares, then the custom ones, each by name.
 *
 * @param names - the names wanted; all where it is null or undefined.
 */
export function propertiesOf(
  node: { readonly properties: Properties; readonly customProperties: Properties },
  names?: readonly string[] | null,
): readonly PropertyModel[] {
  const listed = (properties: Properties, custom: boolean) =>
    [...properties].map(([name, stored]) => ({ name, custom, stored }));
  const all = [...listed(node.properties, false), ...listed(node.customProperties, true)];
  if (names === null || names === undefined) return all;
  const wanted = new Set(names);
  return all.filter(({ name }) => wanted.has(name));
}
