import { RESERVED } from '../conventions/index.js';
import { MetadataError } from '../errors.js';
import type { PropertyInput, PropertyValueInput } from '../generated/resolvers.js';
import { INT64_MAX, INT64_MIN, type PropertyType, type Value } from '../mlmd/model.js';
import { structInput } from './json-input.js';
import type { KnownType } from './type-book.js';
import { badInput, optionalText, requiredText } from './validation.js';

/** Property names that no caller may set. */
export const RESERVED_KEYS: ReadonlySet<string> = new Set(Object.values(RESERVED));

/** One property to set, or with no value to remove. */
export interface PropertyChange {
  readonly name: string;
  readonly custom: boolean;
  readonly value: Value | undefined;
}

/** String properties by name, without those that are undefined or empty, which the SDK drops too. */
export function propertiesOf(texts: Readonly<Record<string, string | undefined>>): Map<string, Value> {
  return new Map(
    Object.entries(texts).flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[name, { type: 'STRING', value }] as const],
    ),
  );
}

/**
 * Properties as given, each sorted to the declared or the custom ones: where `custom` is not said, a property is
 * declared if the type declares it.
 *
 * @param taken - names that have a field of their own, or that are not the caller's to set.
 * @returns the changes in the order given. `INVALID_ARGUMENT` for an empty, reserved, taken or repeated name,
 *   `TYPE_MISMATCH` for a property that the type does not declare, or declares as another type.
 */
export function propertyChanges(
  inputs: readonly PropertyInput[],
  type: KnownType,
  argument: string,
  taken: ReadonlySet<string> = new Set(),
): readonly PropertyChange[] {
  const seen = new Set<string>();
  return inputs.map((input, index) => {
    const at = `${argument}.${index}`;
    const name = requiredText(input.name, `${at}.name`);
    if (RESERVED_KEYS.has(name)) throw badInput(`${name} is reserved and cannot be set.`, `${at}.name`);
    if (taken.has(name)) throw badInput(`${name} is not a free property here; use the field for it.`, `${at}.name`);
    const custom = input.custom ?? !type.properties.has(name);
    const key = `${custom} ${name}`;
    if (seen.has(key)) throw badInput(`Property ${JSON.stringify(name)} is given twice.`, `${at}.name`);
    seen.add(key);
    const value =
      input.value === null || input.value === undefined ? undefined : valueInput(input.value, `${at}.value`);
    if (!custom) refuseMismatch(type, name, value?.type, at);
    return { name, custom, value };
  });
}

/** The properties of a new node, declared and custom. `INVALID_ARGUMENT` also for a property without a value. */
export function newProperties(
  inputs: readonly PropertyInput[] | null | undefined,
  type: KnownType,
  argument: string,
  taken?: ReadonlySet<string>,
): { readonly declared: Map<string, Value>; readonly custom: Map<string, Value> } {
  const properties = { declared: new Map<string, Value>(), custom: new Map<string, Value>() };
  for (const [index, change] of propertyChanges(inputs ?? [], type, argument, taken).entries()) {
    if (change.value === undefined) throw badInput('A new property needs a value.', `${argument}.${index}.value`);
    (change.custom ? properties.custom : properties.declared).set(change.name, change.value);
  }
  return properties;
}

function valueInput(input: PropertyValueInput, argument: string): Value {
  if (typeof input.int === 'bigint') return { type: 'INT', value: intInput(input.int, `${argument}.int`) };
  if (typeof input.double === 'number')
    return { type: 'DOUBLE', value: doubleInput(input.double, `${argument}.double`) };
  if (typeof input.bool === 'boolean') return { type: 'BOOLEAN', value: input.bool };
  if (input.struct !== undefined) return { type: 'STRUCT', value: structInput(input.struct, `${argument}.struct`) };
  const value = optionalText(input.string, `${argument}.string`);
  if (value === undefined)
    throw badInput('A value needs exactly one of int, double, string, bool and struct.', argument);
  return { type: 'STRING', value };
}

/** An integer that fits 64 bits. */
export function intInput(value: bigint, argument: string): bigint {
  if (value < INT64_MIN || value > INT64_MAX) throw badInput(`${value} does not fit 64 bits.`, argument);
  return value;
}

/** A number that MLMD can keep: not NaN, not infinite. */
export function doubleInput(value: number, argument: string): number {
  if (!Number.isFinite(value)) throw badInput(`${value} is not a finite number.`, argument);
  return value;
}

/** A value that goes needs no type, only a declaration. */
function refuseMismatch(type: KnownType, name: string, given: PropertyType | undefined, argument: string): void {
  const declared = type.properties.get(name);
  if (declared !== undefined && (given === undefined || given === declared)) return;
  const what = `property ${JSON.stringify(name)}`;
  const message =
    declared === undefined
      ? `Type ${type.name} declares no ${what}.`
      : `Type ${type.name} declares ${what} as ${declared}; ${given} is given.`;
  throw new MetadataError('TYPE_MISMATCH', message, { argument: `${argument}.value` });
}
