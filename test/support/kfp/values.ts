import type { JsonObject } from '../../../src/mlmd/model.js';
import type { RequestOf } from '../../../src/mlmd/wire/rpc.js';

/** An execution as the protocol has it. */
export type Execution = NonNullable<RequestOf<'putExecution'>['execution']>;
/** Contexts as the protocol has them. */
export type Contexts = RequestOf<'putExecution'>['contexts'];

/** Properties as the protocol has them. */
export type PropertyValues = Execution['customProperties'];
type PropertyValue = PropertyValues extends ReadonlyMap<string, infer V> ? V : never;

/** What a property is to hold: a bigint is an INT, a number a DOUBLE, an object a STRUCT. */
export type Plain = string | bigint | number | JsonObject;

/** Properties of the protocol, from plain values. */
export function properties(values: Readonly<Record<string, Plain>>): PropertyValues {
  return new Map(Object.entries(values).map(([name, value]) => [name, toValue(value)]));
}

function toValue(value: Plain): PropertyValue {
  switch (typeof value) {
    case 'string':
      return { value: { $case: 'stringValue', value } };
    case 'bigint':
      return { value: { $case: 'intValue', value } };
    case 'number':
      return { value: { $case: 'doubleValue', value } };
    default:
      return { value: { $case: 'structValue', value } };
  }
}

/** What must be there. */
export function required<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`${what} is not there`);
  return value;
}
