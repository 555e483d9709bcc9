import { type RawBuilder, sql } from 'kysely';
import type { Filter, Scope } from '../filter/filter.js';
import type { NodeKind, NodeOf } from '../model.js';
import type { NodeOrder, Page, PageArgs, Position } from '../store.js';
import { canProbe, filterCondition, narrows } from './filter.js';
import { type NodeRow, selectNodes, withProperties } from './nodes.js';
import { groupBy, readingDirection, toPage } from './pages.js';
import { scopeMembers } from './scopes.js';
import { comesAfter, inSnapshot, type OrderKey, orderTerms, type Session } from './session.js';
import { NODE_LAYOUT } from './tables.js';

/** What is asked of a list of nodes. */
export interface NodeQuery {
  readonly filter: Filter;
  readonly order: NodeOrder;
  readonly page: PageArgs;
}

/** One page per scope: see `MetadataReader.nodePages`. Two statements, whatever the number of scopes. */
export async function nodePages<K extends NodeKind>(
  session: Session,
  kind: K,
  query: NodeQuery,
  scopes?: readonly Scope[],
): Promise<readonly Page<NodeOf[K]>[]> {
  if (scopes?.length === 0) return [];
  const { order, page } = query;
  const keys = ORDER_KEYS[order.field];
  const direction = readingDirection(order.descending, page);
  return inSnapshot(session, async (snapshot) => {
    const { dialect } = snapshot;
    const rows = await selectNodes(snapshot, kind)
      .innerJoin(pageIds(snapshot, kind, query, scopes).as('page'), 'page.id', 'n.id')
      .select('page.slot')
      .orderBy('page.slot')
      .orderBy(sql`${sql.join(orderTerms(dialect, keys, direction))}`)
      .execute();
    const nodes = await withProperties(snapshot, kind, distinct(rows));
    const byId = new Map(nodes.map((node) => [node.id as bigint, node]));
    const bySlot = groupBy(rows, (row) => Number(row.slot));
    return (scopes ?? [undefined]).map((_, slot) =>
      toPage(
        bySlot.get(slot) ?? [],
        page,
        (row) => byId.get(row.id),
        (row) => positionOf(order, row),
      ),
    );
  });
}

const ID: OrderKey = { term: sql`n.id`, type: 'integer' };

const ORDER_KEYS: Readonly<Record<NodeOrder['field'], readonly OrderKey[]>> = {
  ID: [ID],
  CREATE_TIME: [{ term: sql`n.create_time_since_epoch`, type: 'integer' }, ID],
  UPDATE_TIME: [{ term: sql`n.last_update_time_since_epoch`, type: 'integer' }, ID],
  NAME: [{ term: sql`n.name`, type: 'text', nullable: true }, ID],
};

function positionOf({ field }: NodeOrder, row: NodeRow): Position {
  switch (field) {
    case 'ID':
      return [row.id];
    case 'CREATE_TIME':
      return [row.create_time_since_epoch, row.id];
    case 'UPDATE_TIME':
      return [row.last_update_time_since_epoch, row.id];
    case 'NAME':
      return [row.name, row.id];
    default:
      return field satisfies never;
  }
}

/** A node on the page of a slot. */
interface PageId {
  readonly slot: bigint;
  readonly id: bigint;
}

/** The ids on the page of each slot, and one more where there are more; in no order. */
function pageIds(
  session: Session,
  kind: NodeKind,
  query: NodeQuery,
  scopes: readonly Scope[] | undefined,
): RawBuilder<PageId> {
  const [only] = scopes ?? [];
  if (scopes === undefined) return onePage(session, kind, query);
  if (only === undefined || scopes.length > 1) return pagesOfScopes(session, kind, query, scopes);
  return onePage(session, kind, {
    ...query,
    filter: { op: 'AND', of: [{ op: 'IN_SCOPE', scope: only }, query.filter] },
  });
}

/** The order of a query, in the terms of SQL. */
function inOrder({ dialect }: Session, { order, page }: NodeQuery) {
  const keys = ORDER_KEYS[order.field];
  const direction = readingDirection(order.descending, page);
  return {
    terms: sql.join(orderTerms(dialect, keys, direction)),
    isAfter: comesAfter(dialect, keys, direction, page.from),
    limit: BigInt(page.limit) + 1n,
  };
}

/**
 * One page. Either the order's index is walked until the page is full, or all that matches is looked up and sorted; where
 * the dialect's planner cannot tell which is less, the walk goes first, and a page that it fills needs no more.
 */
function onePage(session: Session, kind: NodeKind, query: NodeQuery): RawBuilder<PageId> {
  const { dialect } = session;
  const { terms, isAfter, limit } = inOrder(session, query);
  const table = sql.table(NODE_LAYOUT[kind].table);
  const matching = filterCondition(dialect, kind, query.filter);
  const lookup = (most: RawBuilder<unknown>) =>
    sql`select n.id as id from ${table} as n where ${isAfter} and ${matching} order by ${terms} limit ${most}`;
  if (dialect.rowsToWalk === 0n || !isWorthWalking(query)) {
    return sql`(select 0 as slot, id from (${lookup(sql`${limit}`)}) as found)`;
  }
  const walk = sql`select n.id as id from (
      select * from ${table} as n where ${isAfter} order by ${terms} limit ${dialect.rowsToWalk}
    ) as n where ${filterCondition(dialect, kind, query.filter, 'PROBE')} order by ${terms} limit ${limit}`;
  const unlessFull = sql`(select case when count(*) = ${limit} then 0 else ${limit} end from walked)`;
  return sql`(with walked as (${walk})
    select 0 as slot, id from walked union select 0 as slot, id from (${lookup(unlessFull)}) as found)`;
}

/**
 * There is something to match, and an index to walk: names have one only within a type. What an equality's own index finds
 * it gives by id already; by time, a uri that very many nodes share would have to be sorted, so there the walk goes first.
 */
function isWorthWalking({ filter, order }: NodeQuery): boolean {
  const isEverything = filter.op === 'AND' && filter.of.length === 0;
  const isById = order.field === 'ID' && narrows(filter);
  return !isEverything && !isById && order.field !== 'NAME' && canProbe(filter);
}

/** A page for each scope, out of one pass over the members of all. */
function pagesOfScopes(
  session: Session,
  kind: NodeKind,
  query: NodeQuery,
  scopes: readonly Scope[],
): RawBuilder<PageId> {
  const { dialect } = session;
  const { terms, isAfter, limit } = inOrder(session, query);
  return sql`(select slot, id from (
      select m.slot as slot, n.id as id, row_number() over (partition by m.slot order by ${terms}) as place
      from ${scopeMembers(dialect, kind, scopes)} as m inner join ${sql.table(NODE_LAYOUT[kind].table)} as n on n.id = m.id
      where ${isAfter} and ${filterCondition(dialect, kind, query.filter)}
    ) as ranked where place <= ${limit})`;
}

/** A node that is in several scopes is on several pages, but its properties are read once. */
function distinct(rows: readonly NodeRow[]): readonly NodeRow[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}
