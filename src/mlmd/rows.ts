/** A value of a row, as SQLite would keep it: flags are 0 and 1, an `Any` is base64 text. */
export type Cell = bigint | number | string | Uint8Array | null;

/** The cells of a row of one of MLMD's tables, in the order of the table's columns in schema version 10. */
export type Row = readonly Cell[];

/** Rows that follow one another in their table's order. */
export interface RowChunk {
  readonly rows: readonly Row[];
  /** The chunk holds every row after the chunk before it with a key up to this one. */
  readonly upTo: bigint;
}

/** How far a table reaches. */
export interface TableExtent {
  /** How many rows there are; undefined where nothing short of reading them tells. */
  readonly rows: number | undefined;
  readonly highestKey: bigint;
}

/** The extents of the tables that have rows, by the tables' names. */
export type Extents = ReadonlyMap<string, TableExtent>;

/**
 * Reads whole tables, by MLMD's names for them, as what they hold and not as what it means: also what dangles, and what
 * no reader would show. The key of a row is its first column: the row's own id, or that of what it belongs to.
 */
export interface RowReader {
  /** How far each table reaches, all at one moment where the store can tell of one. `MLMDEnv` is not among them. */
  extents(): Promise<Extents>;

  /**
   * The rows of a table up to the highest key that `extents` has for it, ordered by the table's primary key, and for
   * `EventPath`, which has none, as they were inserted. Chunks are small enough to be held, whatever the size of the
   * table, and those of one key are never parted. The last chunk ends at the highest key, and may be empty.
   *
   * @param after - only rows with a greater key; undefined for all.
   */
  chunks(table: string, extents: Extents, after: bigint | undefined): AsyncIterable<RowChunk>;
}
