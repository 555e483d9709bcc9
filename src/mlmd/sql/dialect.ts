import type { Expression, Kysely, RawBuilder, SqlBool } from 'kysely';
import type { LikeToken } from '../filter/like.js';
import type { Expression as QueryExpression, ValueType } from '../filter/query.js';
import type { Tables } from './tables.js';

/** How a column of a {@link SqlDialect.rows} table is typed. */
export type RowColumn = 'integer' | 'real' | 'text';

/** A filter query's operator on two numbers. */
export type Arithmetic = Extract<QueryExpression, { op: 'ARITHMETIC' }>['operator'];

/** A function that a filter query can call. */
export type FunctionName = Extract<QueryExpression, { op: 'CALL' }>['function'];

/** Text, or NULL. */
export type Text = Expression<string | null>;

/** Where rows go. */
export interface InsertInto<Column extends string> {
  readonly table: string;
  readonly columns: readonly Column[];
  /** A row that equals a stored one (or one before it) in these columns is left out; undefined to refuse it. */
  readonly unlessSame?: readonly Column[] | undefined;
}

/** Which rows are joined to each row before them. */
export interface Each {
  /** The column of the rows before that says whose they are. */
  readonly owner: Expression<bigint>;
  /** All values that the column has. */
  readonly owners: readonly bigint[];
  /** Selects the `id` of the rows that go with one owner. */
  idsOf(owner: Expression<bigint>): RawBuilder<bigint>;
}

/**
 * What differs between the databases that can hold an MLMD store. Queries are written once, over this; each difference
 * is proven in its dialect's own file.
 */
export interface SqlDialect {
  /** Shown to API users, such as `sqlite`. */
  readonly backend: string;

  /** What an INT column such as `int_value` holds. */
  readonly integers: { readonly least: bigint; readonly greatest: bigint };

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

  /** The text as what compares, sorts and groups by the bytes of its UTF-8, with another such term or a parameter. */
  bytes(text: Text): RawBuilder<string | null>;

  /** Whether two texts are the same, byte by byte; `text` is looked up where it has an index. */
  sameText(text: Text, other: Text): RawBuilder<SqlBool>;

  /** Whether the text is one of these, byte by byte; it is looked up where it has an index. Without any it is none. */
  oneOf(text: Text, texts: readonly string[]): RawBuilder<SqlBool>;

  /** Whether the text begins with this, byte by byte; it is looked up where it has an index. */
  beginsWith(text: Text, prefix: string): RawBuilder<SqlBool>;

  /** Whether the text is like the pattern; ASCII letters match in either case only if `ignoreCase`. */
  like(text: Text, pattern: readonly LikeToken[], ignoreCase: boolean): RawBuilder<SqlBool>;

  /** The same of a pattern that is a term itself: ASCII letters match in either case, and a backslash escapes. */
  likeTerm(text: Text, pattern: Text): RawBuilder<SqlBool>;

  /** A conversion that a filter query asks for; from text that is no such value, whatever the database makes of it. */
  cast(term: Expression<unknown>, to: ValueType, from: ValueType): RawBuilder<unknown>;

  /** Two numbers of a filter query, reckoned with. */
  arithmetic(operator: Arithmetic, left: Expression<unknown>, right: Expression<unknown>): RawBuilder<unknown>;

  /** A filter query's call of a function. */
  call(name: FunctionName, terms: readonly Expression<unknown>[]): RawBuilder<unknown>;

  /**
   * A condition that is true, and ends the statement when it was asked of too many rows.
   *
   * @param id - a column of the table that is joined, so that it is asked of each of its rows.
   */
  joinedRow(id: Expression<unknown>): RawBuilder<SqlBool>;

  /** An ORDER BY term by which NULL is the least. */
  nullsLeast(term: Expression<unknown>, direction: 'asc' | 'desc'): RawBuilder<unknown>;

  /** An INNER JOIN with rows of `table`, for each row before it. What that costs follows the LIMIT of {@link Each.idsOf}. */
  joinEach(table: string, alias: string, each: Each): RawBuilder<unknown>;

  /** A subquery of the values that a column has: an index begins with it, and it has few. */
  valuesOf(table: string, column: string): RawBuilder<bigint>;

  /** Whether a comparison of rows is one range of the index by their columns. */
  readonly comparesRows: boolean;

  /**
   * How many rows of an order a page looks through before it makes the set of all nodes that match and sorts it. 0 where
   * statistics let the planner choose well, which of the two is less.
   */
  readonly rowsToWalk: bigint;

  /** Whether CROSS JOIN joins tables in the order in which they are written, so that one can begin with what is few. */
  readonly keepsJoinOrder: boolean;

  /**
   * A column that every index holds and no row is without, by which a row is found again. Undefined where there is none, or
   * where the planner makes no use of it.
   */
  readonly rowId: RawBuilder<unknown> | undefined;

  /**
   * Orders the rows of EventPath, under its alias in the query, as they were inserted: it has no column for that. Undefined
   * where they come in that order if they are asked for alone, by event and in no order, and nothing else can tell it.
   */
  readonly insertionOrder: ((alias: string) => RawBuilder<unknown>) | undefined;

  /** Inserts rows, given as the values of the columns: see `insertRows`. */
  insert(
    db: Kysely<Tables>,
    into: InsertInto<string>,
    rows: readonly (readonly unknown[])[],
  ): Promise<readonly (bigint | undefined)[]>;

  /** How `proto_value` holds a serialized `google.protobuf.Any`. */
  protoColumn(any: Uint8Array): string | Uint8Array;
}
