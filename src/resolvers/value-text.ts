import type { Parameter } from '../conventions/index.js';
import type { Json, Value } from '../mlmd/model.js';

/** A property's value, or a part of one, as JSON: 64-bit integers as strings, bytes as base64. */
export function toJson(value: Value | Parameter['stored']): Json {
  switch (value.type) {
    case 'INT':
      return value.value.toString();
    case 'PROTO':
      return { typeUrl: value.value.typeUrl, value: Buffer.from(value.value.value).toString('base64') };
    case 'DOUBLE':
    case 'STRING':
    case 'STRUCT':
    case 'BOOLEAN':
    case 'JSON':
      return value.value;
    default:
      return value satisfies never;
  }
}

/** A property's value, or a part of one, as one line to show. */
export function toLine(value: Value | Parameter['stored']): string {
  switch (value.type) {
    case 'INT':
    case 'DOUBLE':
    case 'BOOLEAN':
      return String(value.value);
    case 'STRING':
      return lineOfText(value.value);
    case 'JSON':
      return typeof value.value === 'string' ? lineOfText(value.value) : lineOfJson(value.value);
    case 'STRUCT':
      return lineOfJson(value.value);
    case 'PROTO':
      return `${value.value.typeUrl} (${value.value.value.length} bytes)`;
    default:
      return value satisfies never;
  }
}

/** Line breaks and tabs become blanks. */
function lineOfText(text: string): string {
  return text.replaceAll(/[\t\n\r\u2028\u2029]+/g, ' ');
}

function lineOfJson(json: Json): string {
  if (typeof json === 'number') return String(json);
  return JSON.stringify(json, (_key, part: unknown) =>
    typeof part === 'number' && !Number.isFinite(part) ? String(part) : part,
  );
}
