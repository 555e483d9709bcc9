import { compareText } from '../../filter/evaluate.js';
import type { JsonObject, Properties, Value } from '../../model.js';
import type * as wire from '../generated/ml_metadata/proto/metadata_store.js';

/** @returns undefined for a value without any member set, which no store keeps. */
export function toValue({ value }: wire.Value): Value | undefined {
  switch (value?.$case) {
    case undefined:
      return undefined;
    case 'intValue':
      return { type: 'INT', value: value.value };
    case 'doubleValue':
      return { type: 'DOUBLE', value: value.value };
    case 'stringValue':
      return { type: 'STRING', value: value.value };
    case 'structValue':
      return { type: 'STRUCT', value: (value.value ?? {}) as JsonObject };
    case 'protoValue':
      return {
        type: 'PROTO',
        value: { typeUrl: value.value.typeUrl ?? '', value: new Uint8Array(value.value.value ?? []) },
      };
    case 'boolValue':
      return { type: 'BOOLEAN', value: value.value };
    default:
      return value satisfies never;
  }
}

/** The message of a value. */
function fromValue(value: Value): wire.Value {
  switch (value.type) {
    case 'INT':
      return { value: { $case: 'intValue', value: value.value } };
    case 'DOUBLE':
      return { value: { $case: 'doubleValue', value: value.value } };
    case 'STRING':
      return { value: { $case: 'stringValue', value: value.value } };
    case 'STRUCT':
      return { value: { $case: 'structValue', value: value.value } };
    case 'PROTO':
      return {
        value: { $case: 'protoValue', value: { typeUrl: value.value.typeUrl, value: toBytes(value.value.value) } },
      };
    case 'BOOLEAN':
      return { value: { $case: 'boolValue', value: value.value } };
    default:
      return value satisfies never;
  }
}

/** @returns undefined for no bytes: what is empty and what is unset are the same in an Any, and written the same. */
function toBytes(bytes: Uint8Array): Buffer | undefined {
  return bytes.length === 0 ? undefined : Buffer.from(bytes);
}

/** Property values in name order; those without a value are left out. */
export function toProperties(values: ReadonlyMap<string, wire.Value>): Properties {
  const pairs = [...values].flatMap(([name, message]) => {
    const value = toValue(message);
    return value === undefined ? [] : [[name, value] as const];
  });
  return new Map(pairs.sort(([one], [other]) => compareText(one, other)));
}

/** The messages of property values. */
export function fromProperties(properties: Properties): Map<string, wire.Value> {
  return new Map([...properties].map(([name, value]) => [name, fromValue(value)]));
}
