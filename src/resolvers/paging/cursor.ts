import type { Position } from '../../mlmd/store.js';
import { invalid } from '../invalid.js';

/** What a list is ordered by, as far as its cursors must know. */
export interface CursorOrder {
  /** Told apart from every other list and order of the API: `ARTIFACT:NAME:ASC`. */
  readonly name: string;
  /** What the elements of a position can be. */
  readonly keys: readonly CursorKey[];
}

/** One element of a position: a 64-bit integer, a text, or either of them or null. */
export type CursorKey = 'INT' | 'TEXT' | 'INT_OR_NULL' | 'TEXT_OR_NULL';

/** Writes a position as opaque text that only a list of the same order takes. */
export function toCursor(order: CursorOrder, position: Position): string {
  const elements = position.map((element) => (typeof element === 'bigint' ? { int64: `${element}` } : element));
  return Buffer.from(JSON.stringify([order.name, ...elements])).toString('base64url');
}

/**
 * Reads what {@link toCursor} wrote.
 *
 * @param argument - the argument that held the text.
 * @throws MetadataError `INVALID_ARGUMENT` for a cursor of another list or order, and for any other text.
 */
export function fromCursor(order: CursorOrder, cursor: string, argument: string): Position {
  const [name, ...elements] = parse(cursor);
  const position = elements.map(toElement);
  if (name === undefined) throw invalid(argument, `${JSON.stringify(cursor)} is not a cursor.`);
  if (name !== order.name || !fits(order.keys, position)) {
    throw invalid(argument, `${JSON.stringify(cursor)} is a cursor of another list or of another order.`);
  }
  return position;
}

/** The parts of the text; none where it is no cursor at all. */
function parse(cursor: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

/** Undefined for what is no element. */
function toElement(part: unknown): bigint | string | null | undefined {
  if (part === null || typeof part === 'string') return part;
  const digits = typeof part === 'object' && 'int64' in part ? part.int64 : undefined;
  if (typeof digits !== 'string' || !/^-?\d{1,19}$/.test(digits)) return undefined;
  const integer = BigInt(digits);
  return integer === BigInt.asIntN(64, integer) ? integer : undefined;
}

function fits(
  keys: readonly CursorKey[],
  elements: readonly (bigint | string | null | undefined)[],
): elements is Position {
  return elements.length === keys.length && keys.every((key, place) => isOf(key, elements[place]));
}

function isOf(key: CursorKey, element: bigint | string | null | undefined): boolean {
  switch (key) {
    case 'INT':
      return typeof element === 'bigint';
    case 'TEXT':
      return typeof element === 'string';
    case 'INT_OR_NULL':
      return typeof element === 'bigint' || element === null;
    case 'TEXT_OR_NULL':
      return typeof element === 'string' || element === null;
    default:
      return key satisfies never;
  }
}
