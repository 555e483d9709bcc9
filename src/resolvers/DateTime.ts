import { GraphQLScalarType, Kind } from 'graphql';
import { MetadataError } from '../errors.js';
import { isWritable } from './instant.js';

/** RFC 3339, section 5.6. The offset cannot be left out: without it, a time is none. */
const RFC_3339 = /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(?:[Zz]|([+-])(\d{2}):(\d{2}))$/;

/** Instants: text outside, `Date` inside. Digits finer than a millisecond are cut off, as MLMD keeps none. */
export const DateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  parseValue: (value) => parse(value),
  parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
  serialize(value) {
    if (!(value instanceof Date)) throw new TypeError('A DateTime resolves from a Date.');
    return value.toISOString();
  },
});

function parse(value: unknown): Date {
  if (typeof value !== 'string') {
    throw new MetadataError('INVALID_ARGUMENT', 'A DateTime is a string such as "2026-11-22T09:30:00Z".');
  }
  const instant = toDate(RFC_3339.exec(value));
  if (instant === undefined) {
    throw new MetadataError(
      'INVALID_ARGUMENT',
      `${JSON.stringify(value)} is not an instant of RFC 3339, such as "2026-11-22T09:30:00Z".`,
    );
  }
  return instant;
}

/** Undefined for what the calendar does not have, such as February 30th, which `Date` would take for March. */
function toDate(match: RegExpExecArray | null): Date | undefined {
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number);
  const [fraction = '', sign = '+', offsetHours = '0', offsetMinutes = '0'] = match.slice(7);
  if (hour > 23 || minute > 59 || second > 59 || Number(offsetHours) > 23 || Number(offsetMinutes) > 59)
    return undefined;
  const local = new Date(0);
  // `Date.UTC` takes years below 100 for the twentieth century.
  local.setUTCFullYear(year, month - 1, day);
  local.setUTCHours(hour, minute, second, Number(fraction.slice(0, 3).padEnd(3, '0')));
  if (local.getUTCMonth() !== month - 1 || local.getUTCDate() !== day) return undefined;
  const offsetMs = (Number(offsetHours) * 60 + Number(offsetMinutes)) * 60_000;
  const timeMs = local.getTime() - (sign === '-' ? -offsetMs : offsetMs);
  return isWritable(timeMs) ? new Date(timeMs) : undefined;
}
