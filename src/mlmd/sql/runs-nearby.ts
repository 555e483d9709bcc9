import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Position, RunQuery } from '../store.js';
import { joined, type Session } from './session.js';
import { NODE_LAYOUT } from './tables.js';

/** The kinds of nodes that bear the names of runs. */
const BEARERS = ['EXECUTION', 'ARTIFACT'] as const;

/** A stretch of time, as a list by time reads it. */
export interface Stretch {
  /** Whether the column of a time lies within. */
  covers(time: RawBuilder<unknown>): RawBuilder<SqlBool>;

  /** Whether a time, in milliseconds, comes before the end in the direction of reading. */
  holds(timeMs: bigint): boolean;
}

/** Which stretch is wanted. */
export interface StretchQuery {
  readonly query: Pick<RunQuery, 'createdFromMs' | 'createdToMs'>;
  readonly direction: 'asc' | 'desc';
  /** The time of the position to go on from, in milliseconds. */
  readonly from: Position[number] | undefined;
  /** How many nodes of each kind it is to hold at most, but for those of its first millisecond. */
  readonly nodes: bigint;
}

/** Finds a stretch from a position on, by the indexes of the times. Undefined where all that follows is in it. */
export async function stretchOfTime(session: Session, wanted: StretchQuery): Promise<Stretch | undefined> {
  const { query, direction, from, nodes } = wanted;
  const bounds = [from, direction === 'asc' ? query.createdFromMs : query.createdToMs].filter(
    (bound) => typeof bound === 'bigint',
  );
  const [past, begins] = direction === 'asc' ? [sql`<`, sql`>=`] : [sql`>`, sql`<=`];
  const begun = (time: RawBuilder<unknown>) =>
    joined(
      bounds.map((bound) => sql<SqlBool>`${time} ${begins} ${bound}`),
      'and',
    );
  const created = sql`n.create_time_since_epoch`;
  const ends = BEARERS.map(
    (kind) => sql`select * from (select ${created} as time from ${sql.table(NODE_LAYOUT[kind].table)} as n
      where ${begun(created)} order by ${created} ${sql.raw(direction)} limit 1 offset ${nodes}) as e`,
  );
  const nearest = direction === 'asc' ? sql`min(time)` : sql`max(time)`;
  const { rows } = await sql<{ readonly time: bigint | null }>`
    select ${nearest} as time from (${sql.join(ends, sql` union all `)}) as ends`.execute(session.db);
  const end = rows[0]?.time ?? undefined;
  if (end === undefined) return undefined;
  return {
    covers: (time) => joined([begun(time), sql`${time} ${past} ${end}`], 'and'),
    holds: (timeMs) => (direction === 'asc' ? timeMs < end : timeMs > end),
  };
}

/** The names of runs that nodes created within the stretch bear, each once. */
export async function namesWithin(
  { db, dialect }: Session,
  runKey: string,
  stretch: Stretch,
): Promise<readonly string[]> {
  const names = BEARERS.map((kind) => {
    const { table, propertyTable, owner } = NODE_LAYOUT[kind];
    return sql`select ${dialect.bytes(sql`r.string_value`)} as name
      from ${sql.table(table)} as n cross join ${sql.table(propertyTable)} as r
      where ${stretch.covers(sql`n.create_time_since_epoch`)} and r.${sql.ref(owner)} = n.id and r.is_custom_property = ${dialect.flag(true)}
        and ${dialect.sameText(sql`r.name`, sql`${runKey}`)} and r.string_value is not null`;
  });
  const { rows } = await sql<{ readonly name: string }>`${sql.join(names, sql` union `)}`.execute(db);
  return rows.map(({ name }) => name);
}
