import type { Properties, Value } from '../mlmd/model.js';

/** A string property with something in it; undefined where there is none, or one of another type, or an empty one. */
export function textOf(properties: Properties, name: string): string | undefined {
  const found = properties.get(name);
  return found?.type === 'STRING' && found.value !== '' ? found.value : undefined;
}

/** A property of one line: a string with something in it, or a number as text. */
export function lineOf(properties: Properties, name: string): string | undefined {
  const found = properties.get(name);
  return found?.type === 'INT' || found?.type === 'DOUBLE' ? String(found.value) : textOf(properties, name);
}

/** The value of a string property. */
export function text(value: string): Value {
  return { type: 'STRING', value };
}
