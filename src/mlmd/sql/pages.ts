import type { Page, PageArgs, Position } from '../store.js';

/**
 * Makes a page of rows that were read in the direction of reading, one more than the limit where there are more. Rows
 * whose value is undefined are left out.
 */
export function toPage<Row, T>(
  rows: readonly Row[],
  { limit, backward = false }: PageArgs,
  toValue: (row: Row) => T | undefined,
  positionOf: (row: Row) => Position,
): Page<T> {
  const items = rows.slice(0, limit).flatMap((row) => {
    const value = toValue(row);
    return value === undefined ? [] : [{ value, position: positionOf(row) }];
  });
  return { items: backward ? items.reverse() : items, hasMore: rows.length > limit };
}

/** The way in which a page is read: the order's own, or the other way round for a backward page. */
export function readingDirection(descending: boolean, { backward = false }: PageArgs): 'asc' | 'desc' {
  return descending === backward ? 'asc' : 'desc';
}

/** Rows by a key, each group in the order of the rows. */
export function groupBy<Key, Row>(rows: readonly Row[], keyOf: (row: Row) => Key): ReadonlyMap<Key, readonly Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}
