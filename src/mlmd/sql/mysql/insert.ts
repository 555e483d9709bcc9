import { CompiledQuery, type Kysely } from 'kysely';
import type { InsertInto, SqlDialect } from '../dialect.js';
import { PassingFailure } from '../passing-failure.js';
import type { Tables } from '../tables.js';
import { UniqueViolation } from '../unique-violation.js';

/** What differs between the servers that speak MySQL's protocol. */
export interface Abilities {
  /** Rows that one statement inserts get ids that follow each other. */
  readonly consecutiveIds: boolean;
}

type Row = readonly unknown[];
type Ids = readonly (bigint | undefined)[];

/** Rows of one statement; what is in them is bounded too, as the least that a server takes for a statement is 1 MiB. */
const MAX_ROWS = 500;
const MAX_BYTES = 256 * 1_024;

/**
 * How rows are inserted: see `SqlDialect.insert`. Many go in one statement, where the first id tells the others.
 *
 * Whatever `innodb_autoinc_lock_mode` is, the rows of an INSERT with VALUES get ids that follow each other.
 * @see https://dev.mysql.com/doc/refman/8.0/en/innodb-auto-increment-handling.html
 */
export function insertIn({ consecutiveIds }: Abilities): SqlDialect['insert'] {
  return async (db, into, rows) => {
    if (into.unlessSame !== undefined) return insertMissing(db, into, rows, consecutiveIds);
    return insertAll(db, into, rows, consecutiveIds);
  };
}

async function insertAll(
  db: Kysely<Tables>,
  into: InsertInto<string>,
  rows: readonly Row[],
  together: boolean,
): Promise<Ids> {
  const ids: (bigint | undefined)[] = [];
  for (const chunk of chunksOf(rows, together ? MAX_ROWS : 1)) {
    const inserted = await insertChunk(db, into, chunk).catch((error: unknown) => {
      if (!(error instanceof UniqueViolation)) throw error;
      return findCulprit(db, into, chunk, ids.length, error);
    });
    for (const id of inserted) ids.push(id);
  }
  return ids;
}

function chunksOf(rows: readonly Row[], maxRows: number): readonly (readonly Row[])[] {
  const chunks: Row[][] = [];
  let bytes = 0;
  for (const row of rows) {
    const size = row.reduce<number>((sum, value) => sum + (typeof value === 'string' ? value.length : 8), 0);
    const last = chunks.at(-1);
    if (last !== undefined && last.length < maxRows && bytes + size <= MAX_BYTES) last.push(row);
    else chunks.push([row]);
    bytes = last === chunks.at(-1) ? bytes + size : size;
  }
  return chunks;
}

async function insertChunk(
  db: Kysely<Tables>,
  { table, columns }: InsertInto<string>,
  rows: readonly Row[],
): Promise<Ids> {
  const marks = `(${columns.map(() => '?').join(', ')})`;
  const names = columns.map((column) => `\`${column}\``).join(', ');
  const text = `insert into \`${table}\` (${names}) values ${rows.map(() => marks).join(', ')}`;
  const { insertId = 0n } = await db.executeQuery(CompiledQuery.raw(text, rows.flat()));
  return rows.map((_, place) => (insertId === 0n ? undefined : insertId + BigInt(place)));
}

/**
 * Nothing of a statement that met a unique key was kept, and it does not say with which row. So the rows go one by one, up
 * to the same.
 */
async function findCulprit(
  db: Kysely<Tables>,
  into: InsertInto<string>,
  rows: readonly Row[],
  before: number,
  first: UniqueViolation,
): Promise<Ids> {
  if (rows.length === 1) throw new UniqueViolation(first.columns, before, { cause: first.cause });
  const ids: (bigint | undefined)[] = [];
  for (const [place, row] of rows.entries()) {
    const inserted = await insertChunk(db, into, [row]).catch((error: unknown) => {
      throw error instanceof UniqueViolation
        ? new UniqueViolation(error.columns, before + place, { cause: error.cause })
        : error;
    });
    ids.push(inserted[0]);
  }
  return ids;
}

/** Inserts what is not there yet, and once what is given twice. There is no form of INSERT that leaves out only that. */
async function insertMissing(
  db: Kysely<Tables>,
  into: InsertInto<string>,
  rows: readonly Row[],
  together: boolean,
): Promise<Ids> {
  const { columns, unlessSame = [] } = into;
  const places = unlessSame.map((column) => columns.indexOf(column));
  const keyOf = (row: Row) => places.map((place) => row[place]).join(' ');
  const firsts = new Map<string, Row>();
  for (const row of rows) if (!firsts.has(keyOf(row))) firsts.set(keyOf(row), row);
  for (const chunk of chunksOf([...firsts.values()], MAX_ROWS)) {
    for (const stored of await storedKeys(
      db,
      into,
      chunk.map((row) => places.map((place) => row[place])),
    ))
      firsts.delete(stored);
  }
  const missing = [...firsts.values()];
  const ids = await insertAll(db, into, missing, together).catch((error: unknown) => {
    if (!(error instanceof UniqueViolation)) throw error;
    // The engine, which waits for nobody, was here in between.
    throw new PassingFailure('ABORTED', 'The store is busy with another program; try again.', { cause: error });
  });
  const idOf = new Map(missing.map((row, place) => [row, ids[place]]));
  return rows.map((row) => idOf.get(row));
}

async function storedKeys(
  db: Kysely<Tables>,
  { table, unlessSame = [] }: InsertInto<string>,
  keys: readonly Row[],
): Promise<readonly string[]> {
  const [first = '', ...rest] = unlessSame;
  const names = [first, ...rest].map((column) => `t.\`${column}\``);
  const wanted = keys.map(
    (key) => `select ${key.map((value, place) => `${BigInt(value as bigint)} as k${place}`).join(', ')}`,
  );
  const on = names.map((name, place) => `${name} = w.k${place}`).join(' and ');
  const text = `select ${names.map((name, place) => `${name} as k${place}`).join(', ')} from (${wanted.join(' union all ')}) as w inner join \`${table}\` as t on ${on}`;
  const { rows } = await db.executeQuery<Readonly<Record<string, bigint>>>(CompiledQuery.raw(text));
  return rows.map((row) => unlessSame.map((_, place) => row[`k${place}`]).join(' '));
}
