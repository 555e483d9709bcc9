import { sql } from 'kysely';
import type { Session } from './session.js';

/** Rows of one statement: a power of two, so that the texts are few, each is prepared once, and a step takes a few. */
const BATCHES = [256, 128, 64, 32, 16, 8, 4, 2, 1];

/** Inserts rows in their order, many at a time. Throws `ALREADY_EXISTS` where a unique key is met. */
export async function insertRows<Column extends string>(
  { db, dialect }: Session,
  table: string,
  columns: readonly Column[],
  rows: readonly { readonly [column in Column]: unknown }[],
): Promise<void> {
  const sizes = BATCHES.filter((size) => size * columns.length <= dialect.maxParameters);
  for (let start = 0; start < rows.length; ) {
    const size = sizes.find((candidate) => candidate <= rows.length - start) ?? 1;
    const tuples = rows
      .slice(start, start + size)
      .map((row) => sql`(${sql.join(columns.map((column) => row[column]))})`);
    await sql`insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
      values ${sql.join(tuples)}`.execute(db);
    start += size;
  }
}
