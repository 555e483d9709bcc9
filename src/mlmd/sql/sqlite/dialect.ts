import { CompiledQuery, type RawBuilder, type SqlBool, sql } from 'kysely';
import { MetadataError } from '../../../errors.js';
import { afterPrefix, type LikeToken } from '../../filter/like.js';
import type { ValueType } from '../../filter/query.js';
import { INT64_MAX, INT64_MIN } from '../../model.js';
import type { InsertInto, SqlDialect, Text } from '../dialect.js';
import { looseScan } from '../loose-scan.js';
import { ParameterRows } from './driver.js';

/** SQLite refuses longer patterns: SQLITE_MAX_LIKE_PATTERN_LENGTH, in bytes. */
const MAX_PATTERN_BYTES = 50_000;

/**
 * What the engine's `CAST(... AS INT64)` and so on amount to: it hands GoogleSQL's names on, and SQLite goes by parts of them.
 * There is an INT in INT64 and a FLOA in FLOAT64; in the other two is nothing it knows, which makes them NUMERIC.
 *
 * @see https://www.sqlite.org/datatype3.html#determination_of_column_affinity
 */
const CASTS: Readonly<Record<ValueType, string>> = {
  INT64: 'integer',
  UINT64: 'integer',
  FLOAT64: 'real',
  STRING: 'numeric',
  BOOL: 'numeric',
};

/** What SQLite does in its own way. */
export const SQLITE: SqlDialect = {
  backend: 'sqlite',

  // INT is a name for 64 bits here.
  integers: { least: INT64_MIN, greatest: INT64_MAX },

  // SQLite has no booleans; TINYINT(1) has integer affinity.
  flag: (value) => (value ? 1n : 0n),

  // One JSON text instead of a parameter per id: any number of ids, one prepared statement. json_each reads a number as
  // an exact 64-bit integer.
  ids: (ids) => sql`(select value from json_each(${`[${ids.join(',')}]`}))`,

  rows: (columns, rows) => {
    const names = Object.keys(columns) as (keyof typeof columns & string)[];
    const kept = rows.filter((row) => names.every((name) => !String(row[name]).includes('\0')));
    const json = kept.map((row) => `[${names.map((name) => toJson(row[name])).join(',')}]`).join(',');
    const fields = names.map((name, place) => sql`json_extract(value, ${sql.lit(`$[${place}]`)}) as ${sql.ref(name)}`);
    return sql`(select ${sql.join(fields)} from json_each(${`[${json}]`}))`;
  },

  // Columns without a collation compare by bytes.
  bytes: (text) => sql`${text}`,
  sameText: (text, other) => sql`${text} = ${other}`,
  oneOf: (text, texts) => (texts.length === 1 ? sql`${text} = ${texts[0]}` : sql`${text} in ${listOf(texts)}`),
  beginsWith,

  // LIKE folds ASCII letters here and can be told otherwise only for a whole connection; GLOB never folds.
  like: (text, pattern, ignoreCase) =>
    ignoreCase
      ? sql`${text} like ${bounded(pattern.map(toLike).join(''))} escape '\\'`
      : sql`${text} glob ${bounded(pattern.map(toGlob).join(''))}`,

  likeTerm: (text, pattern) => sql`${text} like ${pattern} escape '\\'`,

  cast: (term, to) => sql`cast(${term} as ${sql.raw(CASTS[to])})`,

  arithmetic: (operator, left, right) => sql`(${left} ${sql.raw(operator)} ${right})`,

  // COALESCE wants two.
  call: (name, terms) => {
    const given = name === 'COALESCE' && terms.length === 1 ? [...terms, sql`null`] : terms;
    return sql`${sql.raw(name.toLowerCase())}(${sql.join(given)})`;
  },

  // A function of ours that counts: see `worker.ts`.
  joinedRow: (id) => sql`joined_row(${id})`,

  // NULL is the least of all values here.
  nullsLeast: (term, direction) => sql`${term} ${sql.raw(direction)}`,

  // There is no LATERAL; a subquery on the right side of IN may look outside and have a LIMIT.
  joinEach: (table, alias, { owner, idsOf }) =>
    sql`inner join ${sql.table(table)} as ${sql.ref(alias)} on ${sql.ref(`${alias}.id`)} in (${idsOf(owner)})`,

  valuesOf: looseScan,

  comparesRows: true,

  // Without statistics (the engine never runs ANALYZE) an IN is taken for few rows, so that a page of what most nodes match
  // would sort them all: 450 ms where half a million of a million match, 2 ms by the walk. A walk in vain costs 1 ms.
  rowsToWalk: 1_000n,

  keepsJoinOrder: true,

  // Every index holds it.
  rowId: sql.ref('rowid'),

  insertionOrder: (alias) => sql.ref(`${alias}.rowid`),

  // A statement of one row, run for each: its text does not depend on their number, so it is prepared once, and building
  // it costs less than building one of many rows, which took longer than running it.
  insert: async (db, into, rows) => {
    const query = CompiledQuery.raw(insertion(into), [new ParameterRows(rows)]);
    const { rows: inserted } = await db.executeQuery<{ readonly id: bigint | null }>(query);
    return inserted.map(({ id }) => id ?? undefined);
  },

  // Text despite the BLOB column: raw bytes make the engine's read fail.
  protoColumn: (any) => Buffer.from(any).toString('base64'),
};

/** A subquery of the texts. */
function listOf(texts: readonly string[]): RawBuilder<string> {
  const rows = texts.map((text) => ({ text }));
  return sql`(select text from ${SQLITE.rows<{ text: string }>({ text: 'text' }, rows)} as texts)`;
}

/** A range, as the optimisation of LIKE is not for parameters. */
function beginsWith(text: Text, prefix: string): RawBuilder<SqlBool> {
  const end = afterPrefix(prefix);
  return end === undefined ? sql`${text} >= ${prefix}` : sql`(${text} >= ${prefix} and ${text} < ${end})`;
}

/** ON CONFLICT DO NOTHING would use up an id for each row that it leaves out. */
function insertion({ table, columns, unlessSame }: InsertInto<string>): string {
  const into = `insert into ${quoted(table)} (${columns.map(quoted).join(', ')})`;
  if (unlessSame === undefined) return `${into} values (${columns.map(() => '?').join(', ')})`;
  const row = columns.map((column) => `? as ${quoted(column)}`).join(', ');
  const same = unlessSame.map((column) => `t.${quoted(column)} = r.${quoted(column)}`).join(' and ');
  return `${into} select r.* from (select ${row}) as r where not exists (select 1 from ${quoted(table)} as t where ${same})`;
}

function quoted(name: string): string {
  return `"${name}"`;
}

/** JSON has no infinity; SQLite reads a number that is too large as one. */
function toJson(value: bigint | number | string | undefined): string {
  if (typeof value === 'bigint') return String(value);
  return typeof value === 'number' ? String(value).replace('Infinity', '9e999') : JSON.stringify(value ?? null);
}

function toLike(token: LikeToken): string {
  if (token === 'ANY') return '%';
  if (token === 'ONE') return '_';
  return token.text.replace(/[\\%_]/g, '\\$&');
}

function toGlob(token: LikeToken): string {
  if (token === 'ANY') return '*';
  if (token === 'ONE') return '?';
  return token.text.replace(/[*?[]/g, '[$&]');
}

function bounded(pattern: string): string {
  const bytes = Buffer.byteLength(pattern);
  if (bytes <= MAX_PATTERN_BYTES) return pattern;
  throw new MetadataError(
    'INVALID_ARGUMENT',
    `A pattern of ${bytes} bytes is too long for the store, which takes ${MAX_PATTERN_BYTES}.`,
  );
}
