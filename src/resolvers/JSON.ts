import { GraphQLScalarType, Kind, type ObjectValueNode, type ValueNode } from 'graphql';
import { MetadataError } from '../errors.js';
import type { Json } from '../mlmd/model.js';

type Variables = Readonly<Record<string, unknown>> | null | undefined;

/** Any JSON. Numbers that JSON text cannot hold come out as strings: NaN and the infinities. */
export const JSONScalar = new GraphQLScalarType<Json, Json>({
  name: 'JSON',
  // What arrives as a variable was read from JSON text.
  parseValue: (value) => value as Json,
  parseLiteral: (node, variables) => fromLiteral(node, variables),
  serialize: (value) => toText(value as Json),
});

function toText(value: Json): Json {
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map(toText);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, toText(part)]));
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function fromLiteral(node: ValueNode, variables: Variables): Json {
  switch (node.kind) {
    case Kind.NULL:
      return null;
    case Kind.BOOLEAN:
    case Kind.STRING:
      return node.value;
    case Kind.ENUM:
      throw new MetadataError('INVALID_ARGUMENT', `${node.value} is no JSON; a text wants quotes.`);
    case Kind.INT:
    case Kind.FLOAT:
      return toNumber(node.kind, node.value);
    case Kind.LIST:
      return node.values.map((value) => fromLiteral(value, variables));
    case Kind.OBJECT:
      return fromObject(node, variables);
    case Kind.VARIABLE:
      return (variables?.[node.name.value] ?? null) as Json;
    default:
      return node satisfies never;
  }
}

/** `fromEntries` defines what it is given, so that even a field called `__proto__` is only a field. */
function fromObject(node: ObjectValueNode, variables: Variables): Json {
  const names = new Set<string>();
  return Object.fromEntries(
    node.fields.map(({ name, value }) => {
      if (names.has(name.value)) throw new MetadataError('INVALID_ARGUMENT', `The field ${name.value} is there twice.`);
      names.add(name.value);
      return [name.value, fromLiteral(value, variables)];
    }),
  );
}

function toNumber(kind: Kind.INT | Kind.FLOAT, text: string): number {
  const number = Number(text);
  if (!Number.isFinite(number))
    throw new MetadataError('INVALID_ARGUMENT', `${text} is larger than a JSON number can be.`);
  if (kind === Kind.INT && !Number.isSafeInteger(number)) {
    throw new MetadataError(
      'INVALID_ARGUMENT',
      `${text} is not an integer that JSON carries exactly: write it as a string.`,
    );
  }
  return number;
}
