import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { afterPrefix, type LikeToken } from '../../filter/like.js';
import type { RowColumn, SqlDialect, Text } from '../dialect.js';
import { INT32 } from '../integers.js';
import { looseScan } from '../loose-scan.js';
import type { ServerClient } from '../server/client.js';
import { arithmetic, call, cast } from './functions.js';
import { insertRows } from './insert.js';

/** What a database is asked about itself. */
interface Traits {
  /** Texts are ordered by their bytes without being told. */
  readonly isBytewise: boolean;
  /** The hidden column by which rows are in the order of their insertion; none where undefined. */
  readonly rowAddress: string | undefined;
}

/** How to speak to the server and the database that the client is connected to. */
export async function postgresDialect(client: ServerClient): Promise<SqlDialect> {
  return dialectFor({ isBytewise: await isBytewise(client), rowAddress: await rowAddress(client) });
}

/**
 * Asks for what languages differ in: capitals, accents, and what is passed over at first. The catalogue has many names for
 * an order by bytes, and databases that only speak the protocol call others so.
 */
async function isBytewise(client: ServerClient): Promise<boolean> {
  const { rows } = await client.query(
    `select 'B' < 'a' and 'Z' < '_' and '_' < 'a' and 'a-b' < 'aa' and 'a b' < 'a!' and 'z' < 'é' as bytewise`,
  );
  return (rows as readonly { readonly bytewise: boolean }[])[0]?.bytewise === true;
}

/** CockroachDB has no `ctid`, but where a table has no key a column for one. */
async function rowAddress(client: ServerClient): Promise<string | undefined> {
  for (const column of ['ctid', 'rowid']) {
    const found = await client.query(`select p.${column} from EventPath as p limit 0`).catch(() => undefined);
    if (found !== undefined) return column;
  }
  return undefined;
}

const ARRAYS: Readonly<Record<RowColumn, RawBuilder<unknown>>> = {
  integer: sql`bigint[]`,
  real: sql`double precision[]`,
  text: sql`text[]`,
};

function dialectFor({ isBytewise, rowAddress }: Traits): SqlDialect {
  const bytes = (text: Text): RawBuilder<string | null> => (isBytewise ? sql`${text}` : sql`(${text} collate "C")`);
  return {
    backend: 'postgresql',
    integers: INT32,

    flag: (value) => value,

    ids: (ids) => sql`(select unnest(${ids}::bigint[]))`,

    rows: (columns, rows) => {
      const names = Object.keys(columns) as (keyof typeof columns & string)[];
      const kept = rows.filter((row) => names.every((name) => !hasNul(row[name])));
      const arrays = names.map((name) => sql`${kept.map((row) => row[name])}::${ARRAYS[columns[name]]}`);
      return sql`(select * from unnest(${sql.join(arrays)}) as u(${sql.join(names.map((name) => sql.ref(name)))}))`;
    },

    bytes,

    // Equal is what has equal bytes, whatever the order; only a collation that says otherwise would differ.
    sameText: (text, other) => sql`${text} = ${other}`,
    oneOf: (text, texts) => sql`${text} = any(${texts.filter((one) => !hasNul(one))}::text[])`,

    // An index in another order than that of bytes has no range for a prefix.
    beginsWith: (text, prefix) => {
      const end = afterPrefix(prefix);
      if (!isBytewise || end === undefined) return like(text, [{ text: prefix }, 'ANY'], false);
      return sql`(${text} >= ${prefix} and ${text} < ${end})`;
    },

    like,
    likeTerm: (text, pattern) => sql`${text} collate "C" ilike ${pattern}`,

    cast,
    arithmetic,
    call,

    // A statement ends after its time, whatever it does.
    joinedRow: () => sql`true`,

    nullsLeast: (term, direction) =>
      sql`${term} ${sql.raw(direction === 'asc' ? 'asc nulls first' : 'desc nulls last')}`,

    joinEach: (table, alias, { owner, idsOf }) => {
      const each = sql.ref(`${alias}_of`);
      return sql`cross join lateral (${idsOf(owner)}) as ${each}
        inner join ${sql.table(table)} as ${sql.ref(alias)} on ${sql.ref(`${alias}.id`)} = ${each}.id`;
    },

    valuesOf: looseScan,

    comparesRows: true,

    // How many rows go with a list of ids is not known when a query is planned: the newest page of a context with 200,000 of
    // 300,000 artifacts took 574 ms, and 59 ms by the walk. A walk in vain costs a few.
    rowsToWalk: 1_000n,

    keepsJoinOrder: false,

    rowId: undefined,

    // The engine asks for no order at all, and so gets that in which the index has equal keys: by the rows' addresses. They
    // follow the order of insertion until rows are deleted and others put in their place, which MLMD never does.
    insertionOrder: (alias) => sql.ref(`${alias}.${rowAddress ?? 'event_id'}`),

    insert: insertRows,

    protoColumn: (any) => any,
  };
}

/** In the order of bytes only ASCII letters have two cases. */
function like(text: Text, pattern: readonly LikeToken[], ignoreCase: boolean): RawBuilder<SqlBool> {
  const written = pattern.map(toLike).join('');
  return ignoreCase ? sql`${text} collate "C" ilike ${written}` : sql`${text} like ${written}`;
}

function toLike(token: LikeToken): string {
  if (token === 'ANY') return '%';
  if (token === 'ONE') return '_';
  return token.text.replace(/[\\%_]/g, '\\$&');
}

function hasNul(value: unknown): boolean {
  return typeof value === 'string' && value.includes('\0');
}
