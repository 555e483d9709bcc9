import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { LikeToken } from '../../filter/like.js';
import type { ValueType } from '../../filter/query.js';
import type { RowColumn, SqlDialect, Text } from '../dialect.js';
import { INT32 } from '../integers.js';
import { call, LETTERS, replaced, utf8 } from './functions.js';
import { type Abilities, insertIn } from './insert.js';

/**
 * What MySQL, MariaDB and what speaks like them do in their own way. Nothing here needs MySQL 8: there are no common table
 * expressions, no JSON_TABLE (which TiDB lacks), no LATERAL (which MariaDB lacks) and no RETURNING.
 */
export function mysqlDialect(abilities: Abilities): SqlDialect {
  return {
    backend: 'mysql',

    integers: INT32,

    // There are no booleans; TINYINT(1) is a small integer.
    flag: (value) => (value ? 1n : 0n),

    ids: (ids) => (ids.length === 0 ? sql`(select 1 from dual where 1 = 0)` : sql.raw(`(${ids.join(',')})`)),

    rows: (columns, rows) => {
      const names = Object.keys(columns) as (keyof typeof columns & string)[];
      const [first, ...rest] = rows.filter((row) => names.every((name) => !String(row[name]).includes('\0')));
      if (first === undefined) {
        const none = names.map((name) => sql`${EMPTY[columns[name]]} as ${sql.ref(name)}`);
        return sql`(select ${sql.join(none)} from dual where 1 = 0)`;
      }
      const named = names.map((name) => sql`${cell(first[name])} as ${sql.ref(name)}`);
      const others = rest.map((row) => sql`select ${sql.join(names.map((name) => cell(row[name])))}`);
      return sql`(${sql.join([sql`select ${sql.join(named)}`, ...others], sql` union all `)})`;
    },

    bytes,

    // The collation of a column, which is mostly blind to case and to spaces at the end, is that of its index too: so the
    // index finds what might be the same, and then the bytes are looked at.
    sameText: (text, other) => sql`(${text} = ${other} and ${bytes(text)} = ${bytes(other)})`,
    oneOf: (text, texts) => sql`(${text} in (${sql.join(texts)}) and ${bytes(text)} in (${sql.join(texts)}))`,
    beginsWith: (text, prefix) => {
      const pattern = toPattern([{ text: prefix }, 'ANY']);
      return sql`(${text} like ${pattern} escape '\\\\' and ${bytes(text)} like ${pattern} escape '\\\\')`;
    },

    like: (text, pattern, ignoreCase) => likeTerm(text, sql`${toPattern(pattern)}`, ignoreCase),
    likeTerm: (text, pattern) => likeTerm(text, pattern, true),

    cast,

    // All numbers in a filter query are signed, but bits are not.
    arithmetic: (operator, left, right) => {
      const result = sql`(${left} ${sql.raw(operator)} ${right})`;
      return BITWISE.has(operator) ? sql`cast(${result} as signed)` : result;
    },

    call,

    // A statement that takes too long ends by the time that its session gives it.
    joinedRow: () => sql`1 = 1`,

    // NULL is the least of all values here.
    nullsLeast: (term, direction) => sql`${term} ${sql.raw(direction)}`,

    // One select for each owner: some 90 microseconds on MariaDB 10.11, where a thousand take 0.1 seconds.
    joinEach: (table, alias, { owner, owners, idsOf }) => {
      const selects = owners.map((id) => {
        const literal = sql<bigint>`${sql.raw(String(id))}`;
        return sql`select ${literal} as owner, picked.id as id from (${idsOf(literal)}) as picked`;
      });
      return sql`inner join (${sql.join(selects, sql` union all `)}) as mine on mine.owner = ${owner}
        inner join ${sql.table(table)} as ${sql.ref(alias)} on ${sql.ref(`${alias}.id`)} = mine.id`;
    },

    // It looks from each value to the next by itself ("Using index for group-by").
    valuesOf: (table, column) => sql`(select distinct n.${sql.ref(column)} from ${sql.table(table)} as n)`,

    comparesRows: false,

    // It has statistics.
    rowsToWalk: 0n,

    keepsJoinOrder: false,

    rowId: undefined,

    // Rows without a key are kept in the order of a hidden number, and an index has those of one value in that order; but
    // the number cannot be asked for, and sorting forgets it.
    insertionOrder: undefined,

    insert: insertIn(abilities),

    // Text despite the BLOB column, as in SQLite: raw bytes make the engine's read fail.
    protoColumn: (any) => Buffer.from(any).toString('base64'),
  };
}

const EMPTY: Readonly<Record<RowColumn, RawBuilder<unknown>>> = { integer: sql`0`, real: sql`0e0`, text: sql`''` };

const BITWISE: ReadonlySet<string> = new Set(['&', '|', '<<', '>>']);

function cell(value: bigint | number | string | undefined): RawBuilder<unknown> {
  return typeof value === 'bigint' ? sql.raw(String(value)) : sql`${value}`;
}

/** As CHAR a text is in the character set of the connection, whatever that of the column is: see `connectMysql`. */
function bytes(text: Text): RawBuilder<string | null> {
  return sql`cast(cast(${text} as char) as binary)`;
}

/** By characters of UTF-8, of which a wildcard takes one. */
function likeTerm(text: Text, pattern: Text, ignoreCase: boolean): RawBuilder<SqlBool> {
  const [held, wanted] = [bytes(text), bytes(pattern)].map((term) => (ignoreCase ? replaced(term, LETTERS) : term));
  return sql`${utf8(held as Text)} like ${utf8(wanted as Text)} escape '\\\\'`;
}

function toPattern(tokens: readonly LikeToken[]): string {
  return tokens.map(toWildcards).join('');
}

function toWildcards(token: LikeToken): string {
  if (token === 'ANY') return '%';
  if (token === 'ONE') return '_';
  return token.text.replace(/[\\%_]/g, '\\$&');
}

/** From text it takes the number that the text begins with, as SQLite does. */
function cast(term: Expression<unknown>, type: ValueType, from: ValueType): RawBuilder<unknown> {
  switch (type) {
    case 'INT64':
    case 'UINT64':
      // Fractions are cut off; MySQL would round.
      return from === 'FLOAT64' ? sql`cast(truncate(${term}, 0) as signed)` : sql`cast(${term} as signed)`;
    case 'FLOAT64':
      return sql`(${term} + 0e0)`;
    case 'BOOL':
      return sql`((${term} + 0e0) <> 0)`;
    case 'STRING':
      return bytes(term as Text);
    default:
      return type satisfies never;
  }
}
