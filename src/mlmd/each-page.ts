import type { Filter, Scope } from './filter/filter.js';
import type { NodeKind, NodeOf } from './model.js';
import type { MetadataReader, Position } from './store.js';

/** Which nodes of a kind are gone through, and how many at a time. */
export interface Pages {
  readonly filter: Filter;
  /** All that match where undefined. */
  readonly scope?: Scope | undefined;
  readonly size: number;
  /** Begin after this position in the order of ids; at the first where undefined. */
  readonly from?: Position | undefined;
}

/** Every node that matches, in the order of ids, a page at a time; one page is held. What is written meanwhile may show. */
export async function* eachPage<K extends NodeKind>(
  reader: MetadataReader,
  kind: K,
  { filter, scope, size, from: start }: Pages,
): AsyncGenerator<readonly NodeOf[K][]> {
  let from = start;
  do {
    const query = { filter, order: { field: 'ID', descending: false }, page: { limit: size, from } } as const;
    const [page] = await reader.nodePages(kind, query, scope && [scope]);
    if (page === undefined || page.items.length === 0) return;
    yield page.items.map(({ value }) => value);
    from = page.hasMore ? page.items.at(-1)?.position : undefined;
  } while (from !== undefined);
}
