import type { Page, PageArgs } from '../../mlmd/store.js';

/** A position whose order is that of its integers, the first one that differs deciding. */
export type IntegerPosition = readonly bigint[];

/**
 * Takes a page out of a list that is in memory, as a store would.
 *
 * @param items - in the order of their positions.
 */
export function pageOf<T>(
  items: readonly { readonly value: T; readonly position: IntegerPosition }[],
  { limit, from, backward }: PageArgs,
): Page<T> {
  const candidates =
    from === undefined
      ? items
      : items.filter(({ position }) => (backward ? isBefore(position, from) : isBefore(from, position)));
  const hasMore = candidates.length > limit;
  // `slice(-0)` would be everything.
  const start = backward ? Math.max(0, candidates.length - limit) : 0;
  return { items: candidates.slice(start, start + limit), hasMore };
}

function isBefore(left: readonly unknown[], right: readonly unknown[]): boolean {
  for (const [place, element] of left.entries()) {
    const other = right[place];
    if (typeof element !== 'bigint' || typeof other !== 'bigint' || element === other) continue;
    return element < other;
  }
  return false;
}
