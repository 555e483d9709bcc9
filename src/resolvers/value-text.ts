import type { Json, Value } from '../mlmd/model.js';

/** A property's value as JSON: 64-bit integers as strings, bytes as base64. */
export function toJson(value: Value): Json {
  switch (value.type) {
    case 'INT':
      return value.value.toString();
    case 'PROTO':
      return { typeUrl: value.value.typeUrl, value: Buffer.from(value.value.value).toString('base64') };
    case 'DOUBLE':
    case 'STRING':
    case 'STRUCT':
    case 'BOOLEAN':
      return value.value;
    default:
      return value satisfies never;
  }
}

/** A property's value as one line to show. */
export function toLine(value: Value): string {
  switch (value.type) {
    case 'INT':
    case 'DOUBLE':
    case 'BOOLEAN':
      return String(value.value);
    case 'STRING':
      // Line breaks and tabs become blanks.
      return value.value.replaceAll(/[\t\n\r\u2028\u2029]+/g, ' ');
    case 'STRUCT':
      return JSON.stringify(value.value, (_key, part: unknown) =>
        typeof part === 'number' && !Number.isFinite(part) ? String(part) : part,
      );
    case 'PROTO':
      return `${value.value.typeUrl} (${value.value.value.length} bytes)`;
    default:
      return value satisfies never;
  }
}
