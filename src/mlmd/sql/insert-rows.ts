import type { InsertInto } from './dialect.js';
import type { Session } from './session.js';

/**
 * Inserts rows in their order.
 *
 * @returns the id that each got, index-aligned; undefined where it was left out or the table gives none.
 * Throws {@link UniqueViolation}, which says of which row, where a unique key is met.
 */
export async function insertRows<Column extends string>(
  { db, dialect }: Session,
  { table, columns, unlessSame }: InsertInto<Column>,
  rows: readonly { readonly [column in Column]: unknown }[],
): Promise<readonly (bigint | undefined)[]> {
  if (rows.length === 0) return [];
  const values = rows.map((row) => columns.map((column) => row[column]));
  return dialect.insert(db, { table, columns, unlessSame }, values);
}
