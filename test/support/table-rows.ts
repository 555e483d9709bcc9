import Database from 'better-sqlite3';

/** Columns that hold the clock's time at a write. */
const TIMES = ['create_time_since_epoch', 'last_update_time_since_epoch', 'milliseconds_since_epoch'];

/**
 * Every row of every table of an SQLite file but for their times, in the order of the rows' own columns: to compare files
 * that were written in different ways.
 */
export function tableRows(path: string): Readonly<Record<string, readonly unknown[]>> {
  const database = new Database(path, { readonly: true });
  database.defaultSafeIntegers(true);
  try {
    const tables = database
      .prepare<[], { name: string }>("select name from sqlite_master where type = 'table' and name not like 'sqlite%'")
      .all();
    const rowsOf = (name: string) =>
      database
        .prepare<[], Record<string, unknown>>(`select * from ${name}`)
        .all()
        .map((row) => Object.fromEntries(Object.entries(row).filter(([column]) => !TIMES.includes(column))));
    const inOrder = (rows: readonly object[]) =>
      rows.map((row) => [Object.values(row).map(String).join('\0'), row] as const).sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(tables.map(({ name }) => [name, inOrder(rowsOf(name)).map(([, row]) => row)]));
  } finally {
    database.close();
  }
}

/** When each node of a file was last updated, by table and id. */
export function updateTimes(path: string): ReadonlyMap<string, number> {
  const database = new Database(path, { readonly: true });
  try {
    const times = ['Artifact', 'Execution', 'Context'].flatMap((table) =>
      database
        .prepare<[], { id: number; time: number }>(`select id, last_update_time_since_epoch as time from ${table}`)
        .all()
        .map(({ id, time }) => [`${table} ${id}`, time] as const),
    );
    return new Map(times);
  } finally {
    database.close();
  }
}

/**
 * Every value of every row of an SQLite file, by table, with the type that SQLite keeps it as: to compare files that are to
 * hold the same. Rows come in the order of their tables' keys, those of EventPath in that of their insertion.
 */
export function allRows(path: string): Readonly<Record<string, readonly unknown[]>> {
  const database = new Database(path, { readonly: true });
  database.defaultSafeIntegers(true);
  try {
    const tables = database
      .prepare<[], { name: string }>("select name from sqlite_master where type = 'table' and name not like 'sqlite%'")
      .all();
    const rowsOf = (name: string) => {
      const columns = database.prepare<[], { name: string }>(`select name from pragma_table_info('${name}')`).all();
      const values = columns.map((column) => `typeof(${column.name}) || ':' || quote(${column.name})`);
      const order = name === 'EventPath' ? 'event_id, rowid' : columns.map((column) => column.name).join(', ');
      return database
        .prepare(`select ${values.join(', ')} from "${name}" order by ${order}`)
        .raw()
        .all();
    };
    return Object.fromEntries(tables.map(({ name }) => [name, rowsOf(name)]));
  } finally {
    database.close();
  }
}
