import { type RawBuilder, sql } from 'kysely';
import type { NodeKind } from '../model.js';
import { NODE_LAYOUT } from './tables.js';

/**
 * A subquery of the types that nodes of a kind have, which for a damaged store are more than the types that there are. Each
 * is found from the one before by a single look into the index. With it, a name can be looked up: names have an index only
 * behind the type.
 */
export function usedTypes(kind: NodeKind): RawBuilder<bigint> {
  const table = sql.table(NODE_LAYOUT[kind].table);
  return sql`(
    with recursive used(id) as (
      select min(type_id) from ${table} as n
      union all select (select min(type_id) from ${table} as n where type_id > used.id) from used where used.id is not null
    ) select id from used where id is not null)`;
}
