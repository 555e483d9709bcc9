import { isDeepStrictEqual } from 'node:util';
import type { Properties } from '../model.js';

/** Declared and custom properties of a node. */
export interface PropertyMaps {
  readonly properties: Properties;
  readonly customProperties: Properties;
}

/**
 * The properties that a put gives and the stored node, if any, does not have so already. The others are neither checked
 * nor written again: what another program wrote and a put could not write stays as it is.
 */
export function newProperties(stored: PropertyMaps | undefined, put: PropertyMaps): PropertyMaps {
  const beyond = (map: keyof PropertyMaps): Properties =>
    new Map([...put[map]].filter(([name, value]) => !isDeepStrictEqual(stored?.[map].get(name), value)));
  return { properties: beyond('properties'), customProperties: beyond('customProperties') };
}
