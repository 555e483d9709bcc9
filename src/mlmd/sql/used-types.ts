import type { RawBuilder } from 'kysely';
import type { NodeKind } from '../model.js';
import type { SqlDialect } from './dialect.js';
import { NODE_LAYOUT } from './tables.js';

/**
 * A subquery of the types that nodes of a kind have, which for a damaged store are more than the types that there are. With
 * it, a name can be looked up: names have an index only behind the type.
 */
export function usedTypes(dialect: SqlDialect, kind: NodeKind): RawBuilder<bigint> {
  return dialect.valuesOf(NODE_LAYOUT[kind].table, 'type_id');
}
