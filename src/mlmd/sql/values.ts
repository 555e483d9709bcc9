import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import { AnySchema } from '@bufbuild/protobuf/wkt';
import type { Value } from '../model.js';
import { decodeStruct, encodeStruct, STRUCT_PREFIX } from '../struct.js';
import type { SqlDialect } from './dialect.js';
import type { PropertyColumns } from './tables.js';

/** The columns of a property row that hold its value; exactly one is set in a sound store. */
export type ValueColumns = Pick<
  PropertyColumns,
  'int_value' | 'double_value' | 'string_value' | 'proto_value' | 'bool_value'
>;

/**
 * The value of a property row: as in the engine, the first column that is not NULL counts. What is not of its column's
 * type (SQLite lets it in) comes as what it is. Undefined for a row without a value.
 */
export function toValue(row: ValueColumns): Value | undefined {
  if (row.int_value !== null) return fromNumber(row.int_value);
  if (row.double_value !== null) return fromNumber(row.double_value);
  if (row.string_value !== null) return fromText(row.string_value);
  if (row.proto_value !== null) return fromProto(row.proto_value);
  if (row.bool_value === null) return undefined;
  return typeof row.bool_value === 'string'
    ? { type: 'STRING', value: row.bool_value }
    : { type: 'BOOLEAN', value: Boolean(row.bool_value) };
}

/** The columns for a value, the others NULL. */
export function toColumns(value: Value, dialect: SqlDialect): ValueColumns {
  switch (value.type) {
    case 'INT':
      return { ...NO_VALUE, int_value: value.value };
    case 'DOUBLE':
      return { ...NO_VALUE, double_value: value.value };
    case 'STRING':
      return { ...NO_VALUE, string_value: value.value };
    case 'STRUCT':
      return { ...NO_VALUE, string_value: STRUCT_PREFIX + toBase64(encodeStruct(value.value)) };
    case 'PROTO':
      return {
        ...NO_VALUE,
        proto_value: dialect.protoColumn(
          toBinary(AnySchema, create(AnySchema, value.value as { value: Uint8Array<ArrayBuffer> })),
        ),
      };
    case 'BOOLEAN':
      return { ...NO_VALUE, bool_value: dialect.flag(value.value) };
    default:
      return value satisfies never;
  }
}

const NO_VALUE: ValueColumns = {
  int_value: null,
  double_value: null,
  string_value: null,
  proto_value: null,
  bool_value: null,
};

/** A driver gives integers as bigint, and REAL columns hold none. */
function fromNumber(held: unknown): Value {
  if (typeof held === 'bigint') return { type: 'INT', value: held };
  if (typeof held === 'number') return { type: 'DOUBLE', value: held };
  return { type: 'STRING', value: toText(held) };
}

function fromText(held: unknown): Value {
  const text = toText(held);
  if (text.startsWith(STRUCT_PREFIX)) {
    const struct = attempt(() => decodeStruct(fromBase64(text.slice(STRUCT_PREFIX.length))));
    if (struct !== undefined) return { type: 'STRUCT', value: struct };
  }
  return { type: 'STRING', value: text };
}

function fromProto(held: unknown): Value {
  const any = attempt(() =>
    fromBinary(AnySchema, held instanceof Uint8Array ? new Uint8Array(held) : fromBase64(String(held))),
  );
  if (any === undefined) return { type: 'STRING', value: toText(held) };
  return { type: 'PROTO', value: { typeUrl: any.typeUrl, value: any.value } };
}

/** Text as it stands; bytes in a text column (SQLite lets them in) are read as UTF-8, as SQLite itself would. */
export function toText(held: unknown): string {
  return held instanceof Uint8Array ? Buffer.from(held).toString('utf8') : String(held);
}

/** The same of a column that may be NULL. */
export function toOptionalText(held: unknown): string | undefined {
  return held === null ? undefined : toText(held);
}

function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

/** Strict, where Buffer would skip what it does not know: damaged text must not turn into another value. */
function fromBase64(text: string): Uint8Array {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.toString('base64') !== text) throw new Error('not base64');
  return new Uint8Array(bytes);
}

function attempt<T>(decode: () => T): T | undefined {
  try {
    return decode();
  } catch {
    return undefined;
  }
}
