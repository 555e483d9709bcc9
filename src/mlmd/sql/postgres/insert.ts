import { CompiledQuery, type Kysely } from 'kysely';
import type { InsertInto } from '../dialect.js';
import { SCHEMA } from '../schema.js';
import type { Tables } from '../tables.js';
import { UniqueViolation } from '../unique-violation.js';
import { columnType } from './schema.js';

type Row = readonly unknown[];

/**
 * Inserts rows: see `insertRows` and `SqlDialect.insert`. One statement, with an array for each column, so that its text
 * does not depend on the number of rows.
 */
export async function insertRows(
  db: Kysely<Tables>,
  into: InsertInto<string>,
  rows: readonly Row[],
): Promise<readonly (bigint | undefined)[]> {
  const arrays = into.columns.map((_, place) => rows.map((row) => toElement(row[place])));
  try {
    const { rows: inserted } = await db.executeQuery<Inserted>(CompiledQuery.raw(insertion(into), arrays));
    return into.unlessSame === undefined
      ? inserted.map(({ id }) => id)
      : idsByKey(into, into.unlessSame, rows, inserted);
  } catch (error) {
    throw error instanceof UniqueViolation ? located(error, into, rows) : error;
  }
}

interface Inserted {
  readonly [column: string]: unknown;
  readonly id?: bigint;
}

/** The driver writes a negative zero as 0. */
function toElement(value: unknown): unknown {
  return Object.is(value, -0) ? '-0' : value;
}

/**
 * Rows that are there already are looked for before they are inserted, as ON CONFLICT DO NOTHING would use up an id for
 * each; it stays for those that somebody else writes meanwhile who does not wait for us.
 */
function insertion({ table, columns, unlessSame }: InsertInto<string>): string {
  const names = columns.join(', ');
  const arrays = columns.map((column, place) => `$${place + 1}::${columnType(table, column)}[]`).join(', ');
  const given = `unnest(${arrays}) with ordinality as r(${names}, place)`;
  const id = 'id' in (SCHEMA[table]?.columns ?? {}) ? ['id'] : [];
  const into = `insert into ${table} (${names}) select ${names} from`;
  if (unlessSame === undefined) {
    return `${into} ${given} order by place${id.length > 0 ? ' returning id' : ''}`;
  }
  const keys = unlessSame.join(', ');
  const same = unlessSame.map((column) => `t.${column} = d.${column}`).join(' and ');
  return `${into} (select distinct on (${keys}) r.* from ${given} order by ${keys}, place) as d
    where not exists (select 1 from ${table} as t where ${same}) order by place
    on conflict do nothing returning ${[...id, keys].join(', ')}`;
}

/** Of several rows with the same key the first was inserted, if any. */
function idsByKey(
  { columns }: InsertInto<string>,
  keys: readonly string[],
  rows: readonly Row[],
  inserted: readonly Inserted[],
): readonly (bigint | undefined)[] {
  const ids = new Map(inserted.map((row) => [keys.map((column) => String(row[column])).join(' '), row.id]));
  const places = keys.map((column) => columns.indexOf(column));
  return rows.map((row) => {
    const key = places.map((place) => String(row[place])).join(' ');
    const id = ids.get(key);
    ids.delete(key);
    return id;
  });
}

/** Says which of the rows met the key: the server says only of which values it is. */
function located(error: UniqueViolation, { columns }: InsertInto<string>, rows: readonly Row[]): UniqueViolation {
  const { detail = '' } = error.cause as { readonly detail?: string };
  const [, values] = /\)=\((.*)\)[^)]*$/s.exec(detail) ?? [];
  const places = error.columns.map((column) => columns.indexOf(column));
  const found = rows.findIndex((row) => places.map((place) => String(row[place])).join(', ') === values);
  return new UniqueViolation(error.columns, found < 0 ? undefined : found, { cause: error.cause });
}
