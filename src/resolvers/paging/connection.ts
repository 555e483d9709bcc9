import type { Page, PageArgs, Position } from '../../mlmd/store.js';
import { once } from '../../once.js';
import { type CursorOrder, toCursor } from './cursor.js';

/** One item of a connection. */
export interface Edge<T> {
  readonly cursor: string;
  readonly node: T;
}

/** Where a page lies in its list. */
export interface PageInfo {
  readonly startCursor: string | null;
  readonly endCursor: string | null;
  hasNextPage(): Promise<boolean>;
  hasPreviousPage(): Promise<boolean>;
}

/**
 * A page of a list. What it holds is read when it is first asked for, and the count only if it is. Its methods are the
 * fields of a GraphQL connection, which therefore resolve by themselves.
 */
export interface Connection<E extends Edge<unknown>> {
  edges(): Promise<readonly E[]>;
  nodes(): Promise<readonly E['node'][]>;
  pageInfo(): Promise<PageInfo>;
  totalCount(): Promise<number>;
}

/** A list that can be read a page at a time. */
export interface PagedList<T, E extends Edge<unknown>> {
  readonly order: CursorOrder;
  readonly page: PageArgs;
  load(page: PageArgs): Promise<Page<T>>;
  count(): Promise<number>;
  /** Makes the edges of a page, in its order. */
  toEdges(items: readonly PagedItem<T>[]): Promise<readonly E[]>;
}

/** One item of a page, and where it stands. */
export interface PagedItem<T> {
  readonly value: T;
  readonly cursor: string;
}

/** Makes a connection of a list. Fields of one selection that ask for the same page of different lists ask together. */
export function createConnection<T, E extends Edge<unknown>>(list: PagedList<T, E>): Connection<E> {
  const { order, page } = list;
  const load = once(() => list.load(page));
  const edges = once(async () => {
    const { items } = await load();
    return list.toEdges(items.map(({ value, position }) => ({ value, cursor: toCursor(order, position) })));
  });
  const cursorOf = (position: Position | undefined) => (position === undefined ? null : toCursor(order, position));
  return {
    edges,
    nodes: async () => (await edges()).map(({ node }) => node),
    async pageInfo() {
      const { items, hasMore } = await load();
      const beyond = () =>
        hasItemsBehind(
          list,
          items.map(({ position }) => position),
        );
      return {
        startCursor: cursorOf(items[0]?.position),
        endCursor: cursorOf(items.at(-1)?.position),
        hasNextPage: async () => (page.backward ? beyond() : hasMore),
        hasPreviousPage: async () => (page.backward ? hasMore : beyond()),
      };
    },
    totalCount: () => list.count(),
  };
}

/** Edges that hold nothing but the item. */
export async function plainEdges<T>(items: readonly PagedItem<T>[]): Promise<readonly Edge<T>[]> {
  return items.map(({ value, cursor }) => ({ cursor, node: value }));
}

/**
 * Whether the list has items on the side that the page was read from: it has where its very first item (very last, when
 * read backwards) is not the page's. Asking for that one rather than for what is next to the page's own end lets all
 * the lists of a selection be asked in one call.
 */
async function hasItemsBehind<T, E extends Edge<unknown>>(
  { page, load }: PagedList<T, E>,
  positions: readonly Position[],
): Promise<boolean> {
  if (page.from === undefined) return false;
  const { items } = await load({ limit: 1, backward: page.backward ?? false });
  const [outermost] = items;
  if (outermost === undefined) return false;
  const end = page.backward ? positions.at(-1) : positions[0];
  return end === undefined || end.some((element, place) => element !== outermost.position[place]);
}
