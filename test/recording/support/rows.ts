import Database from 'better-sqlite3';

/** The rows of each table that a mutation may touch, as SQLite has them. */
export type Tables = Readonly<Record<string, readonly unknown[][]>>;

const TABLES = [
  'Type',
  'TypeProperty',
  'ParentType',
  'Context',
  'ContextProperty',
  'Artifact',
  'ArtifactProperty',
  'Execution',
  'ExecutionProperty',
  'Event',
  'EventPath',
  'Attribution',
  'Association',
  'ParentContext',
] as const;

/** Every row of an SQLite store, read past our own code. */
export function tablesOf(path: string): Tables {
  const database = new Database(path, { readonly: true });
  try {
    const rowsOf = (table: string) => {
      // Properties are in the order of their keys, all else in the order it was written.
      const order = table.endsWith('Property') ? '1, 2, 3' : 'rowid';
      return database.prepare(`select * from "${table}" order by ${order}`).raw().all() as unknown[][];
    };
    return Object.fromEntries(TABLES.map((table) => [table, rowsOf(table)]));
  } finally {
    database.close();
  }
}

/** How many rows each table has. */
export function countsOf(path: string): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(tablesOf(path)).map(([table, rows]) => [table, rows.length]));
}
