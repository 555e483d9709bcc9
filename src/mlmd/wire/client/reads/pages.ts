import { MetadataError } from '../../../../errors.js';
import { compareText } from '../../../filter/evaluate.js';
import type { Page, PageArgs, Position } from '../../../store.js';

/** What a key of an order is; a text may be null, which comes first going up. */
export type KeyType = 'integer' | 'text';

/** One page of a list that is here as a whole, in the order of its keys, the last of which makes each unique. */
export function pageOf<T>(
  all: readonly T[],
  keysOf: (value: T) => Position,
  types: readonly KeyType[],
  descending: boolean,
  page: PageArgs,
): Page<T> {
  const { limit, from, backward = false } = page;
  checkPosition(from, types);
  const way = descending === backward ? 1 : -1;
  const rows = all
    .map((value) => ({ value, position: keysOf(value) }))
    .filter(({ position }) => from === undefined || way * compareKeys(position, from) > 0)
    .sort((one, other) => way * compareKeys(one.position, other.position));
  const items = rows.slice(0, limit);
  return { items: backward ? items.reverse() : items, hasMore: rows.length > limit };
}

/** The order of two positions, going up: negative, 0 or positive. */
function compareKeys(one: Position, other: Position): number {
  for (const [place, left] of one.entries()) {
    const order = compareKey(left, other[place] ?? null);
    if (order !== 0) return order;
  }
  return 0;
}

/** The order of two ids or times: -1, 0 or 1. */
export function byValue(one: bigint, other: bigint): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** Throws `INVALID_ARGUMENT` for a position of another order. */
export function checkPosition(position: Position | undefined, types: readonly KeyType[]): void {
  if (position === undefined) return;
  const isKey = (key: bigint | string | null, type: KeyType | undefined) =>
    type === 'integer' ? typeof key === 'bigint' : typeof key === 'string' || key === null;
  if (position.length !== types.length || !position.every((key, place) => isKey(key, types[place]))) {
    throw new MetadataError('INVALID_ARGUMENT', 'The position does not belong to this order.');
  }
}

function compareKey(one: bigint | string | null, other: bigint | string | null): number {
  if (one === null || other === null) return Number(one !== null) - Number(other !== null);
  if (typeof one === 'string' || typeof other === 'string') return compareText(String(one), String(other));
  return byValue(one, other);
}
