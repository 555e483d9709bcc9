import { type RawBuilder, sql } from 'kysely';
import { groupBy } from './pages.js';
import type { Session } from './session.js';

/** One step of an event's path, or NULLs for an event without any: an event has as many rows as its path has steps, or one. */
export interface StepColumns {
  readonly is_index_step: unknown;
  readonly step_index: unknown;
  readonly step_key: unknown;
}

/** What a statement that selects events `e` says so that it selects their steps too, where it can have them in order. */
export interface StepTerms {
  readonly columns: RawBuilder<unknown>;
  readonly join: RawBuilder<unknown>;
  /** What goes behind the order of the events. */
  readonly order: RawBuilder<unknown>;
}

/** See {@link StepTerms}; the rows of the statement are then to be given to {@link withSteps}. */
export function stepTerms({ dialect }: Session): StepTerms {
  const { insertionOrder } = dialect;
  if (insertionOrder === undefined) {
    return { columns: sql`null as is_index_step, null as step_index, null as step_key`, join: sql``, order: sql`` };
  }
  return {
    columns: sql`step.is_index_step as is_index_step, step.step_index as step_index, step.step_key as step_key`,
    join: sql`left join ${sql.table('EventPath')} as step on step.event_id = e.id`,
    order: sql`, ${insertionOrder('step')}`,
  };
}

/** The rows of events, each as often as its path has steps; where the statement could not have these, by another. */
export async function withSteps<Row extends StepColumns & { readonly event_id: bigint }>(
  { db, dialect }: Session,
  rows: readonly Row[],
): Promise<readonly Row[]> {
  if (rows.length === 0 || dialect.insertionOrder !== undefined) return rows;
  const ids = dialect.ids([...new Set(rows.map((row) => row.event_id))]);
  const steps = await sql<StepColumns & { readonly event_id: bigint }>`
    select step.event_id as event_id, step.is_index_step as is_index_step, step.step_index as step_index,
      step.step_key as step_key
    from ${sql.table('EventPath')} as step where step.event_id in ${ids}`.execute(db);
  const byEvent = groupBy(steps.rows, ({ event_id }) => event_id);
  return rows.flatMap((row) => byEvent.get(row.event_id)?.map((step) => ({ ...row, ...step })) ?? [row]);
}
