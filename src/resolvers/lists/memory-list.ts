import type { Limits } from '../../limits.js';
import type { ContextId } from '../../mlmd/model.js';
import type { PageArgs } from '../../mlmd/store.js';
import type { ContextConnectionModel } from '../models.js';
import { type Connection, createConnection, type Edge, type PagedItem } from '../paging/connection.js';
import type { CursorOrder } from '../paging/cursor.js';
import { type IntegerPosition, pageOf } from '../paging/list-page.js';
import { type PageInput, toPageArgs } from '../paging/page-input.js';
import type { Loaders } from '../request-context.js';

/** A list that is in memory, in the order of its positions. */
export interface MemoryList<T, E extends Edge<unknown>> {
  readonly order: CursorOrder;
  readonly items: readonly T[];
  positionOf(item: T): IntegerPosition;
  toEdges(items: readonly PagedItem<T>[]): Promise<readonly E[]>;
}

/** Pages through a list that is in memory just as through one of the store. */
export function memoryConnection<T, E extends Edge<unknown>>(
  { order, items, positionOf, toEdges }: MemoryList<T, E>,
  page: PageArgs,
): Connection<E> {
  const placed = items.map((value) => ({ value, position: positionOf(value) }));
  return createConnection({
    order,
    page,
    load: async (wanted) => pageOf(placed, wanted),
    count: async () => items.length,
    toEdges,
  });
}

const CONTEXT_IDS: CursorOrder = { name: 'CONTEXT_IDS', keys: ['INT'] };

/**
 * Pages through contexts of which only the ids are known; those of a page are loaded.
 *
 * @param ids - ascending.
 */
export function contextIdConnection(
  loaders: Loaders,
  ids: readonly ContextId[],
  args: PageInput,
  limits: Pick<Limits, 'maxPageSize'>,
): ContextConnectionModel {
  return memoryConnection(
    {
      order: CONTEXT_IDS,
      items: ids,
      positionOf: (id) => [id],
      toEdges: async (items) => {
        const contexts = await Promise.all(items.map(({ value }) => loaders.context(value)));
        return items.flatMap(({ cursor }, index) => {
          const node = contexts[index];
          return node === undefined ? [] : [{ cursor, node }];
        });
      },
    },
    toPageArgs(args, CONTEXT_IDS, limits),
  );
}
