import { type RawBuilder, sql } from 'kysely';

/** The values of an indexed column, each found from the one before by a single look; DISTINCT would go through all of it. */
export function looseScan(table: string, column: string): RawBuilder<bigint> {
  const least = sql`select min(${sql.ref(column)}) from ${sql.table(table)} as n`;
  return sql<bigint>`(
    with recursive used(value) as (
      ${least} union all select (${least} where ${sql.ref(column)} > used.value) from used where used.value is not null
    ) select value from used where value is not null)`;
}
