import { sql } from 'kysely';
import type { Filter, Scope } from '../filter/filter.js';
import type { NodeKind, NodeOf } from '../model.js';
import type { NodeOrder, Page, PageArgs, Position } from '../store.js';
import { filterCondition } from './filter.js';
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

/** The ids on the page of each slot, and one more where there are more. */
function pageIds({ db, dialect }: Session, kind: NodeKind, query: NodeQuery, scopes: readonly Scope[] | undefined) {
  const { filter, order, page } = query;
  const keys = ORDER_KEYS[order.field];
  const direction = readingDirection(order.descending, page);
  const terms = sql.join(orderTerms(dialect, keys, direction));
  const limit = BigInt(page.limit) + 1n;
  const nodes = sql<{ id: bigint }>`${sql.table(NODE_LAYOUT[kind].table)}`.as('n');
  const [only] = scopes ?? [];
  if (scopes === undefined || (scopes.length === 1 && only !== undefined)) {
    const scoped: Filter = only === undefined ? filter : { op: 'AND', of: [{ op: 'IN_SCOPE', scope: only }, filter] };
    return db
      .selectFrom(nodes)
      .select(['n.id', sql<bigint>`0`.as('slot')])
      .where(filterCondition(dialect, kind, scoped))
      .where(comesAfter(keys, direction, page.from))
      .orderBy(sql`${terms}`)
      .limit(limit);
  }
  const ranked = db
    .selectFrom(scopeMembers(dialect, kind, scopes).as('m'))
    .innerJoin(nodes, 'n.id', 'm.id')
    .select(['n.id', 'm.slot', sql<bigint>`row_number() over (partition by m.slot order by ${terms})`.as('place')])
    .where(filterCondition(dialect, kind, filter))
    .where(comesAfter(keys, direction, page.from));
  return db.selectFrom(ranked.as('ranked')).select(['ranked.id', 'ranked.slot']).where('ranked.place', '<=', limit);
}

/** A node that is in several scopes is on several pages, but its properties are read once. */
function distinct(rows: readonly NodeRow[]): readonly NodeRow[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}
