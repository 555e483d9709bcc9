import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { MetadataError } from '../../errors.js';
import type { Cell, Extents, Row, RowChunk, RowReader, TableExtent } from '../rows.js';
import type { SqlDialect } from './dialect.js';
import { SCHEMA } from './schema.js';
import { ALWAYS, inSnapshot, joined, type Session } from './session.js';
import type { Use } from './sql-reader.js';

/** A chunk ends after so many rows, or after so many bytes of text; then come the rest of the rows of its last key. */
const CHUNK_ROWS = 2_000;
const CHUNK_BYTES = 4 * 1_048_576;

/** Rows by their key: those after the one and up to the other, either left out for no bound. */
export interface KeyRange {
  readonly after: bigint | undefined;
  readonly upTo: bigint | undefined;
}

/** What is read of a table. */
interface Layout {
  readonly columns: readonly string[];
  /** The first column. */
  readonly key: string;
  /** Columns that can hold more than a few bytes. */
  readonly long: readonly string[];
  /** Places of the columns that order the rows of one key; empty where it has but one row, or these have no key. */
  readonly ties: readonly number[];
  readonly isKeyless: boolean;
}

/** Every table that holds what was recorded. `MLMDEnv` says the version of the layout and is not among them. */
export const ROW_TABLES: readonly string[] = Object.keys(SCHEMA).filter((table) => table !== 'MLMDEnv');

/** Reads the tables of an SQL store: see {@link RowReader}. Each chunk is of one moment, but not all of them of the same. */
export class SqlRows implements RowReader {
  readonly #use: Use;

  constructor(use: Use) {
    this.#use = use;
  }

  extents(): Promise<Extents> {
    return this.#use((session) => inSnapshot(session, tableExtents));
  }

  async *chunks(table: string, extents: Extents, after: bigint | undefined): AsyncIterable<RowChunk> {
    const upTo = extents.get(table)?.highestKey;
    if (upTo === undefined) return;
    for (let at = after; at === undefined || at < upTo; ) {
      const range = { after: at, upTo };
      const chunk = await this.#use((session) => inSnapshot(session, (one) => nextChunk(one, table, range)));
      yield chunk;
      at = chunk.upTo;
    }
  }
}

/** The rows of a range, in the order of {@link RowReader.chunks}. */
export async function rowsBetween({ db, dialect }: Session, table: string, range: KeyRange): Promise<readonly Row[]> {
  const { columns, key, isKeyless } = layoutOf(table);
  const own = columns.map((column) => sql.ref(`t.${column}`));
  const byKey = sql`order by ${sql.ref(`t.${key}`)}`;
  const { insertionOrder } = dialect;
  const asInserted = insertionOrder === undefined ? sql`` : sql`${byKey}, ${insertionOrder('t')}`;
  const { rows } = await sql<Readonly<Record<string, unknown>>>`
    select ${sql.join(own)} from ${sql.table(table)} as t where ${isWithin(table, range)}
    ${isKeyless ? asInserted : byKey}`.execute(db);
  return inRowOrder(
    table,
    rows.map((row) => columns.map((column) => toCell(dialect, column, row[column]))),
  );
}

/**
 * Sorts rows that are in the order of their keys by the rest of the primary key. Databases order text in ways of their
 * own; this order is the same for all.
 */
export function inRowOrder(table: string, rows: readonly Row[]): readonly Row[] {
  const { ties, isKeyless } = layoutOf(table);
  // Where the database cannot sort the rows of one key as they were inserted, they come so and are not sorted at all.
  if (ties.length === 0 && !isKeyless) return rows;
  const places = [0, ...ties];
  return [...rows].sort((one, other) => {
    const place = places.find((candidate) => one[candidate] !== other[candidate]);
    return place === undefined ? 0 : order(one[place] ?? null, other[place] ?? null);
  });
}

function order(one: Cell, other: Cell): number {
  // A sound store holds one type in such a column; for any other, what counts is that the order is always the same.
  if (typeof one !== typeof other) return typeof one < typeof other ? -1 : 1;
  if (one === null || other === null) return 0;
  return one < other ? -1 : 1;
}

async function tableExtents({ db }: Session): Promise<Extents> {
  const extents = new Map<string, TableExtent>();
  for (const table of ROW_TABLES) {
    const { key } = layoutOf(table);
    const { rows } = await sql<{ readonly count: unknown; readonly highest: unknown }>`
      select count(*) as ${sql.ref('count')}, max(${sql.ref(`t.${key}`)}) as ${sql.ref('highest')}
      from ${sql.table(table)} as t`.execute(db);
    const [found] = rows;
    if (found === undefined || found.highest === null) continue;
    if (typeof found.highest !== 'bigint') {
      throw new MetadataError('DATA_LOSS', `A row of ${table} has a ${key} that is no number; mend it first.`);
    }
    extents.set(table, { rows: Number(found.count), highestKey: found.highest });
  }
  return extents;
}

async function nextChunk(session: Session, table: string, range: KeyRange & { readonly upTo: bigint }) {
  const upTo = await endOfChunk(session, table, range);
  return { rows: await rowsBetween(session, table, { after: range.after, upTo }), upTo };
}

/** The key at which a chunk of the range ends. Looked at before its rows are read, as these may not fit into memory. */
async function endOfChunk({ db }: Session, table: string, range: KeyRange & { readonly upTo: bigint }) {
  const { key, long } = layoutOf(table);
  const sizes = long.map((column) => sql`coalesce(octet_length(${sql.ref(`t.${column}`)}), 0)`);
  const { rows } = await sql<{ readonly key: bigint; readonly size: unknown }>`
    select ${sql.ref(`t.${key}`)} as ${sql.ref('key')}, ${sizes.length === 0 ? sql`0` : sql.join(sizes, sql` + `)} as size
    from ${sql.table(table)} as t where ${isWithin(table, range)} order by ${sql.ref(`t.${key}`)}
    limit ${sql.lit(CHUNK_ROWS)}`.execute(db);
  let bytes = 0;
  for (const row of rows) {
    bytes += Number(row.size);
    if (bytes >= CHUNK_BYTES) return row.key;
  }
  return rows.length < CHUNK_ROWS ? range.upTo : (rows.at(-1)?.key ?? range.upTo);
}

/** Holds for the rows of a table, under the alias `t`, that are in the range. */
export function isWithin(table: string, { after, upTo }: KeyRange): RawBuilder<SqlBool> {
  const column = sql.ref(`t.${layoutOf(table).key}`);
  return joined(
    [
      after === undefined ? ALWAYS : sql<SqlBool>`${column} > ${after}`,
      upTo === undefined ? ALWAYS : sql<SqlBool>`${column} <= ${upTo}`,
    ],
    'and',
  );
}

/** What a driver gives of a column, as SQLite would have it. */
function toCell(dialect: SqlDialect, column: string, held: unknown): Cell {
  if (typeof held === 'boolean') return held ? 1n : 0n;
  // Where a database keeps the bytes of an `Any`; in those that keep base64, bytes are damage, and stay what they are.
  const isAny = column === 'proto_value' && held instanceof Uint8Array && dialect.protoColumn(held) === held;
  if (isAny) return Buffer.from(held).toString('base64');
  return (held ?? null) as Cell;
}

function layoutOf(table: string): Layout {
  const layout = LAYOUTS.get(table);
  if (layout === undefined) throw new Error(`MLMD has no table ${table}`);
  return layout;
}

const LAYOUTS: ReadonlyMap<string, Layout> = new Map(
  ROW_TABLES.map((table) => {
    const { columns = {}, primaryKey = [] } = SCHEMA[table] ?? {};
    const names = Object.keys(columns);
    const [key = ''] = names;
    return [
      table,
      {
        columns: names,
        key,
        long: names.filter((name) => /^(TEXT|BLOB)/.test(columns[name] ?? '')),
        ties: primaryKey.slice(1).map((name) => names.indexOf(name)),
        isKeyless: primaryKey.length === 0 && !columns[key]?.includes('PRIMARY KEY'),
      },
    ];
  }),
);
