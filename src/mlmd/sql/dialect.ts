import type { Expression, Kysely, RawBuilder, SqlBool } from 'kysely';
import type { LikeToken } from '../filter/like.js';
import type { ValueType } from '../filter/query.js';
import type { Tables } from './tables.js';

/** How a column of a {@link SqlDialect.rows} table is typed. */
export type RowColumn = 'integer' | 'real' | 'text';

/** Where rows go. */
export interface InsertInto<Column extends string> {
  readonly table: string;
  readonly columns: readonly Column[];
  /** A row that equals a stored one (or one before it) in these columns is left out; undefined to refuse it. */
  readonly unlessSame?: readonly Column[] | undefined;
}

/**
 * What differs between the databases that can hold an MLMD store. Queries are written once, over this; each difference
 * is proven in its dialect's own file.
 */
export interface SqlDialect {
  /** Shown to API users, such as `sqlite`. */
  readonly backend: string;

  /** How a flag column such as `is_custom_property` holds `value`, as a parameter. */
  flag(value: boolean): unknown;

  /** A one-column subquery of the ids, for the right side of IN; its text does not depend on their number. */
  ids(ids: readonly bigint[]): RawBuilder<bigint>;

  /**
   * A derived table of the rows, for FROM; its text does not depend on their number. Text with a NUL never gets in, as
   * no column can hold any.
   */
  rows<Row>(
    columns: { readonly [Name in keyof Row & string]: RowColumn },
    rows: readonly { readonly [Name in keyof Row]: bigint | number | string }[],
  ): RawBuilder<Row>;

  /** Whether the text is like the pattern; ASCII letters match in either case only if `ignoreCase`. */
  like(text: Expression<string | null>, pattern: readonly LikeToken[], ignoreCase: boolean): RawBuilder<SqlBool>;

  /** A conversion that a filter query asks for; from text that is no such value, whatever the database makes of it. */
  cast(term: Expression<unknown>, type: ValueType): RawBuilder<unknown>;

  /**
   * A condition that is true, and ends the statement when it was asked of too many rows.
   *
   * @param id - a column of the table that is joined, so that it is asked of each of its rows.
   */
  joinedRow(id: Expression<unknown>): RawBuilder<SqlBool>;

  /** An ORDER BY term by which NULL is the least. */
  nullsLeast(term: Expression<unknown>, direction: 'asc' | 'desc'): RawBuilder<unknown>;

  /**
   * An INNER JOIN, for each row before it, with the rows of `table` that a subquery names by `id`. The subquery may look
   * at the rows before it, and what it costs follows its LIMIT.
   */
  joinEach(table: string, alias: string, idsOf: Expression<bigint>): RawBuilder<unknown>;

  /**
   * How many rows of an order a page looks through before it makes the set of all nodes that match and sorts it. 0 where
   * statistics let the planner choose well, which of the two is less.
   */
  readonly rowsToWalk: bigint;

  /** Orders the rows of EventPath, under its alias in the query, as they were inserted: it has no column for that. */
  insertionOrder(alias: string): RawBuilder<unknown>;

  /** Inserts rows, given as the values of the columns: see `insertRows`. */
  insert(
    db: Kysely<Tables>,
    into: InsertInto<string>,
    rows: readonly (readonly unknown[])[],
  ): Promise<readonly (bigint | undefined)[]>;

  /** How `proto_value` holds a serialized `google.protobuf.Any`. */
  protoColumn(any: Uint8Array): string | Uint8Array;
}
