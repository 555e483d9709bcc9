/** How a database server spells MLMD's columns. */
export interface ColumnTypes {
  /** SQLite's words, by their beginning, and the server's in their place. */
  readonly words: readonly (readonly [ours: RegExp, theirs: string])[];
  /** Columns that are wider or narrower than their like. */
  readonly own: Readonly<Record<string, string>>;
}

/** The columns that hold milliseconds, which 32 bits do not. */
export const WIDE_TIMES: ColumnTypes['own'] = {
  create_time_since_epoch: 'BIGINT NOT NULL DEFAULT 0',
  last_update_time_since_epoch: 'BIGINT NOT NULL DEFAULT 0',
  milliseconds_since_epoch: 'BIGINT',
};

/** The unique keys that MLMD names in database servers; these name the others. Source: metadata_source_query_config.cc. */
export const KEY_NAMES: Readonly<Record<string, string>> = {
  Artifact: 'UniqueArtifactTypeName',
  Execution: 'UniqueExecutionTypeName',
  Event: 'UniqueEvent',
};

/** A server's type of a column, with what else SQLite's says of it. */
export function columnTypeIn({ words, own }: ColumnTypes, column: string, ours: string): string {
  const special = own[column];
  if (special !== undefined) return special;
  const [pattern, theirs] = words.find(([candidate]) => candidate.test(ours)) ?? [];
  return pattern === undefined || theirs === undefined ? ours : ours.replace(pattern, theirs);
}
