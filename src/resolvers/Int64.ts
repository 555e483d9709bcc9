import { GraphQLScalarType, Kind } from 'graphql';
import { MetadataError } from '../errors.js';
import { INT64_MAX, INT64_MIN } from '../mlmd/model.js';

/** Signed 64-bit integers: decimal text outside, as in protobuf's JSON mapping, and `bigint` inside. */
export const Int64 = new GraphQLScalarType<bigint, string>({
  name: 'Int64',
  parseValue: (value) => parse(value),
  parseLiteral: (node) => parse(node.kind === Kind.INT || node.kind === Kind.STRING ? node.value : undefined),
  serialize(value) {
    if (typeof value !== 'bigint') throw new TypeError('An Int64 resolves from a bigint.');
    return value.toString();
  },
});

function parse(value: unknown): bigint {
  if (typeof value === 'number') {
    if (Number.isSafeInteger(value)) return BigInt(value);
    throw new MetadataError(
      'INVALID_ARGUMENT',
      `${value} is not an integer that JSON carries exactly: write it as a string.`,
    );
  }
  if (typeof value !== 'string' || !/^-?\d+$/.test(value)) {
    throw new MetadataError(
      'INVALID_ARGUMENT',
      `${JSON.stringify(value) ?? 'This'} is not an integer; an Int64 is such as "42".`,
    );
  }
  // Longer texts than this are out of range, and turning them into numbers takes its time.
  const integer = value.length > 100 ? undefined : BigInt(value);
  if (integer === undefined || integer < INT64_MIN || integer > INT64_MAX) {
    throw new MetadataError('INVALID_ARGUMENT', `${value.slice(0, 100)} does not fit into a signed 64-bit integer.`);
  }
  return integer;
}
