import { MetadataError } from '../../errors.js';
import { INT64_MAX, INT64_MIN, type Json, type Value } from '../model.js';
import { STRUCT_PREFIX } from '../struct.js';

/** What the engine holds a NULL in memory with: a text equal to it makes a node unreadable. Source: kMetadataSourceNull. */
const NULL_MARK = '__MLMD_NULL__';

/** With the u flag a surrogate that is part of a pair is no surrogate. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * Refuses text that would not come back as it was written, from this store or from the engine. Throws `INVALID_ARGUMENT`.
 *
 * @param what - names the text in the message: `The name of an artifact`.
 */
export function checkText(what: string, text: string | undefined): void {
  if (text === undefined) return;
  if (text.includes('\0')) throw invalid(`${what} contains a NUL character, which MLMD cannot keep.`);
  if (LONE_SURROGATE.test(text)) throw invalid(`${what} contains half of a surrogate pair, so it is not Unicode.`);
  if (text === NULL_MARK) throw invalid(`${what} is '${NULL_MARK}', which MLMD takes for no value.`);
}

/** Refuses an integer that is not signed 64-bit. Throws `INVALID_ARGUMENT`. */
export function checkInteger(what: string, value: bigint): void {
  if (value < INT64_MIN || value > INT64_MAX) throw invalid(`${what} is ${value}, which does not fit in 64 bits.`);
}

/** Refuses a property value that would not come back as it was written. Throws `INVALID_ARGUMENT`. */
export function checkValue(what: string, value: Value): void {
  switch (value.type) {
    case 'INT':
      checkInteger(what, value.value);
      break;
    case 'DOUBLE':
      if (!Number.isFinite(value.value)) throw invalid(`${what} is ${value.value}; MLMD keeps finite numbers only.`);
      break;
    case 'STRING':
      checkText(what, value.value);
      if (value.value.startsWith(STRUCT_PREFIX)) {
        throw invalid(`${what} starts with '${STRUCT_PREFIX}', by which MLMD marks a struct.`);
      }
      break;
    case 'STRUCT':
      checkJson(what, value.value, MAX_NESTING);
      break;
    case 'PROTO':
      if (value.value.typeUrl === '') throw invalid(`${what} has no type URL, without which MLMD cannot read it.`);
      if (LONE_SURROGATE.test(value.value.typeUrl)) throw invalid(`${what} has a type URL that is not Unicode.`);
      break;
    case 'BOOLEAN':
      break;
    default:
      value satisfies never;
  }
}

/**
 * Messages within each other that a Struct may come to. Readers of protobuf take 100 of them, and some stand around it: an
 * answer, a node, the entry of a property and its value. The engine takes no deeper one, and no client could read it.
 */
const MAX_NESTING = 97;

/** A Struct is serialized, so all but broken Unicode survives in it. */
function checkJson(what: string, value: Json, room: number): void {
  if (room < 0) throw invalid(`${what} is nested too deep: protobuf reads ${MAX_NESTING} messages within each other.`);
  if (typeof value === 'string' && LONE_SURROGATE.test(value)) {
    throw invalid(`${what} contains half of a surrogate pair, so it is not Unicode.`);
  }
  if (typeof value !== 'object' || value === null) return;
  // A member is an entry with a value that holds an object; an item is a value in a list.
  const left = room - (Array.isArray(value) ? 2 : 3);
  for (const [name, part] of Object.entries(value)) {
    checkJson(what, name, room);
    checkJson(what, part, left);
  }
}

function invalid(message: string): MetadataError {
  return new MetadataError('INVALID_ARGUMENT', message);
}
