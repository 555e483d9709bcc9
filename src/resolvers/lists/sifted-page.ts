import type { Page, PageArgs, Position } from '../../mlmd/store.js';

/** How many items are looked at in one go. */
const STRIDE = 100;

type Load<T> = (page: PageArgs) => Promise<Page<T>>;
type Matches<T> = (item: T) => Promise<boolean>;

/**
 * Takes a page of those items of a list that match a test which the store cannot make: reads on until the page is full.
 * The time of the request bounds how far that can go.
 */
export async function pageOfMatches<T>(
  load: Load<T>,
  { limit, from, backward = false }: PageArgs,
  matches: Matches<T>,
): Promise<Page<T>> {
  const found: Page<T>['items'][number][] = [];
  for await (const items of strides(load, from, backward)) {
    found.push(...(await sift(items, matches)));
    if (found.length > limit) break;
  }
  const items = found.slice(0, limit);
  return { items: backward ? items.reverse() : items, hasMore: found.length > limit };
}

/** Counts the items of a list that match. */
export async function countMatches<T>(load: Load<T>, matches: Matches<T>): Promise<number> {
  let count = 0;
  for await (const items of strides(load, undefined, false)) count += (await sift(items, matches)).length;
  return count;
}

/** The items of the list in the direction of reading, nearest first. */
async function* strides<T>(load: Load<T>, from: Position | undefined, backward: boolean) {
  for (let next = from; ; ) {
    const { items, hasMore } = await load({ limit: STRIDE, from: next, backward });
    const inReading = backward ? items.toReversed() : items;
    yield inReading;
    if (!hasMore) return;
    next = inReading.at(-1)?.position;
  }
}

async function sift<T>(items: Page<T>['items'], matches: Matches<T>): Promise<Page<T>['items']> {
  const verdicts = await Promise.all(items.map(({ value }) => matches(value)));
  return items.filter((_, index) => verdicts[index]);
}
