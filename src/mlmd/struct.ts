import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import type { BinaryReader, BinaryWriter } from '@bufbuild/protobuf/wire';
import {
  type ListValue,
  ListValueSchema,
  NullValue,
  type Struct as ProtoStruct,
  type Value as ProtoValue,
  StructSchema,
  ValueSchema,
} from '@bufbuild/protobuf/wkt';
import type { Json, JsonObject } from './model.js';

/** How a Struct is marked where it stands among texts, before its base64. Source: kMetadataStructSerializationPrefix. */
export const STRUCT_PREFIX = 'mlmd-struct::';

/** A serialized `google.protobuf.Struct`. */
export function encodeStruct(object: JsonObject): Uint8Array {
  return toBinary(StructSchema, toStruct(object));
}

/** Reads a serialized `google.protobuf.Struct`. Throws an Error of the library's where the bytes are none. */
export function decodeStruct(bytes: Uint8Array): JsonObject {
  return fromStruct(fromBinary(StructSchema, bytes));
}

/** How the generated messages read and write a Struct; they hold it as a {@link JsonObject}. */
export const Struct = {
  wrap: (object: { readonly [key: string]: unknown } | undefined): ProtoStruct =>
    toStruct((object ?? {}) as JsonObject),
  unwrap: fromStruct,
  encode: (struct: ProtoStruct, writer: BinaryWriter): BinaryWriter => writer.raw(toBinary(StructSchema, struct)),
  /** The reader stands behind the length of the message; its bytes are read together with their length. */
  decode(reader: BinaryReader, length: number): ProtoStruct {
    reader.pos -= varintSize(length);
    const bytes = reader.bytes();
    if (bytes.length !== length) throw new Error('the length of a Struct is not written in its shortest form');
    return fromBinary(StructSchema, bytes);
  },
};

function varintSize(value: number): number {
  return value < 0x80 ? 1 : 1 + varintSize(Math.floor(value / 0x80));
}

// By hand, not by the library's JSON mapping: that refuses NaN and infinities, which a Struct can hold.

function toStruct(object: JsonObject): ProtoStruct {
  const fields = Object.entries(object).map(([name, value]) => [name, toProtoValue(value)] as const);
  return create(StructSchema, { fields: Object.fromEntries(fields) });
}

function toProtoValue(value: Json): ProtoValue {
  return create(ValueSchema, { kind: toKind(value) });
}

function toKind(value: Json): ProtoValue['kind'] {
  if (value === null) return { case: 'nullValue', value: NullValue.NULL_VALUE };
  if (typeof value === 'boolean') return { case: 'boolValue', value };
  if (typeof value === 'number') return { case: 'numberValue', value };
  if (typeof value === 'string') return { case: 'stringValue', value };
  if (isList(value)) return { case: 'listValue', value: create(ListValueSchema, { values: value.map(toProtoValue) }) };
  return { case: 'structValue', value: toStruct(value) };
}

function isList(value: readonly Json[] | JsonObject): value is readonly Json[] {
  return Array.isArray(value);
}

function fromStruct({ fields }: ProtoStruct): JsonObject {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, fromProtoValue(value)]));
}

function fromList({ values }: ListValue): readonly Json[] {
  return values.map(fromProtoValue);
}

function fromProtoValue({ kind }: ProtoValue): Json {
  switch (kind.case) {
    case 'nullValue':
    case undefined:
      return null;
    case 'boolValue':
    case 'numberValue':
    case 'stringValue':
      return kind.value;
    case 'listValue':
      return fromList(kind.value);
    case 'structValue':
      return fromStruct(kind.value);
    default:
      return kind satisfies never;
  }
}
