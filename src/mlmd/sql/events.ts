import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import {
  type ArtifactId,
  EVENT_TYPES,
  type Event,
  type ExecutionId,
  type NodeRef,
  nodeKey,
  type PathStep,
  typesPointing,
} from '../model.js';
import type { EventCount, EventQuery, OneWay, Page, PageArgs } from '../store.js';
import { type StepColumns, type StepTerms, stepTerms, withSteps } from './event-steps.js';
import { groupBy, readingDirection, toPage } from './pages.js';
import { ALWAYS, comesAfter, joined, type OrderKey, orderTerms, type Session } from './session.js';

/** The two ends of an event, as the nodes of either kind see them. */
const ENDS = {
  ARTIFACT: { table: 'Artifact', self: 'artifact_id', other: 'execution_id', otherTable: 'Execution' },
  EXECUTION: { table: 'Execution', self: 'execution_id', other: 'artifact_id', otherTable: 'Artifact' },
} as const;
type EndKind = keyof typeof ENDS;
const END_KINDS = Object.keys(ENDS) as readonly EndKind[];

interface EventRow extends StepColumns {
  readonly event_id: bigint;
  readonly artifact_id: bigint;
  readonly execution_id: bigint;
  readonly type: bigint;
  readonly time: bigint | null;
}

/** Pages of the events of each node: see `MetadataReader.eventPages`. One statement per kind. */
export async function eventPages(
  session: Session,
  nodes: readonly NodeRef[],
  query: EventQuery,
  page: PageArgs,
): Promise<readonly Page<Event>[]> {
  const groups = await Promise.all(END_KINDS.map((kind) => eventRows(session, kind, idsOf(nodes, kind), query, page)));
  const byNode = groupBy(groups.flat(), ({ kind, node_id }) => nodeKey({ kind, id: node_id }));
  return nodes.map((node) =>
    toPage(byEvent(byNode.get(nodeKey(node)) ?? []), page, toEvent, ([row]) => [row[ENDS[row.kind].other], row.type]),
  );
}

/**
 * The rows on each node's page, and one more where there are more, in the direction of reading.
 *
 * Each node's events are cut off by a LIMIT of their own: those of an artifact come in order out of the unique index
 * (artifact_id, execution_id, type), so a hub costs no more than its page. MLMD has no such index for executions; theirs
 * are sorted.
 */
async function eventRows(
  session: Session,
  kind: EndKind,
  ids: readonly bigint[],
  query: EventQuery,
  page: PageArgs,
): Promise<readonly (EventRow & { readonly kind: EndKind; readonly node_id: bigint })[]> {
  if (ids.length === 0) return [];
  const { db, dialect } = session;
  const { table, self, other, otherTable } = ENDS[kind];
  const steps = stepTerms(session);
  const direction = readingDirection(false, page);
  const keysOf = (event: string): readonly OrderKey[] => [
    { term: sql.ref(`${event}.${other}`), type: 'integer' },
    { term: sql.ref(`${event}.type`), type: 'integer' },
  ];
  const idsOf = (owner: Expression<bigint>) => sql<bigint>`select c.id from ${sql.table('Event')} as c
    where ${sql.ref(`c.${self}`)} = ${owner} and ${counts(kind, query, 'c')} and ${comesAfter(dialect, keysOf('c'), direction, page.from)}
      and exists (select 1 from ${sql.table(otherTable)} as o where o.id = ${sql.ref(`c.${other}`)})
    order by ${sql.join(orderTerms(dialect, keysOf('c'), direction))} limit ${BigInt(page.limit) + 1n}`;
  const keys = dialect.rows<{ id: bigint }>(
    { id: 'integer' },
    ids.map((id) => ({ id })),
  );
  const each = dialect.joinEach('Event', 'e', { owner: sql`k.id`, owners: ids, idsOf });
  const { rows } = await sql<EventRow & { readonly node_id: bigint }>`
    select k.id as node_id, ${eventColumns(steps)}
    from ${keys} as k inner join ${sql.table(table)} as n on n.id = k.id ${each}
    ${steps.join}
    order by k.id, ${sql.join(orderTerms(dialect, keysOf('e'), direction))}${steps.order}`.execute(db);
  return (await withSteps(session, rows)).map((row) => ({ ...row, kind }));
}

function eventColumns(steps: StepTerms): RawBuilder<unknown> {
  return sql`e.id as event_id, e.artifact_id as artifact_id, e.execution_id as execution_id, e.type as type,
    e.milliseconds_since_epoch as time, ${steps.columns}`;
}

/** Which events of a node of this kind a query takes. */
function counts(kind: EndKind, { direction, types, asOfMs }: EventQuery, event: string): RawBuilder<SqlBool> {
  const numbers = typesPointing(kind, direction)
    .filter((type) => types === undefined || types.includes(type))
    .map((type) => BigInt(EVENT_TYPES.indexOf(type)));
  const time = sql.ref(`${event}.milliseconds_since_epoch`);
  return joined(
    [
      numbers.length === 0 ? sql`1 = 0` : sql`${sql.ref(`${event}.type`)} in (${sql.join(numbers)})`,
      ...(asOfMs === undefined ? [] : [sql<SqlBool>`(${time} is null or ${time} <= ${asOfMs})`]),
    ],
    'and',
  );
}

/** How many events each node has, and how many neighbours: see `MetadataReader.eventCounts`. */
export async function eventCounts(
  session: Session,
  nodes: readonly NodeRef[],
  query: EventQuery,
): Promise<readonly EventCount[]> {
  const groups = await Promise.all(END_KINDS.map((kind) => countRows(session, kind, idsOf(nodes, kind), query)));
  const byNode = new Map(groups.flat().map(({ kind, id, ...count }) => [nodeKey({ kind, id }), count]));
  return nodes.map((node) => byNode.get(nodeKey(node)) ?? { events: 0, neighbors: 0 });
}

async function countRows({ db, dialect }: Session, kind: EndKind, ids: readonly bigint[], query: EventQuery) {
  if (ids.length === 0) return [];
  const { table, self, other, otherTable } = ENDS[kind];
  const { rows } = await sql<{ readonly id: bigint; readonly events: bigint; readonly neighbors: bigint }>`
    select ${sql.ref(`e.${self}`)} as id, count(*) as events, count(distinct ${sql.ref(`e.${other}`)}) as neighbors
    from ${sql.table('Event')} as e inner join ${sql.table(table)} as n on n.id = ${sql.ref(`e.${self}`)}
    inner join ${sql.table(otherTable)} as o on o.id = ${sql.ref(`e.${other}`)}
    where ${sql.ref(`e.${self}`)} in ${dialect.ids(ids)} and ${counts(kind, query, 'e')}
    group by ${sql.ref(`e.${self}`)}`.execute(db);
  return rows.map(({ id, events, neighbors }) => ({ kind, id, events: Number(events), neighbors: Number(neighbors) }));
}

/**
 * Every event between the two sides: see `MetadataReader.eventsBetween`.
 *
 * They are looked up by execution, as a step reads and writes few artifacts while a data set can be read by very many.
 * The plus keeps SQLite from trying every pair in the unique index.
 */
export async function eventsBetween(
  session: Session,
  artifactIds: readonly ArtifactId[],
  executionIds: readonly ExecutionId[],
): Promise<readonly Event[]> {
  if (artifactIds.length === 0 || executionIds.length === 0) return [];
  const { db, dialect } = session;
  const steps = stepTerms(session);
  const { rows } = await sql<EventRow>`
    select ${eventColumns(steps)}
    from ${sql.table('Event')} as e inner join ${sql.table('Execution')} as x on x.id = e.execution_id
    inner join ${sql.table('Artifact')} as a on a.id = e.artifact_id ${steps.join}
    where e.execution_id in ${dialect.ids(executionIds)} and +e.artifact_id in ${dialect.ids(artifactIds)}
    order by e.artifact_id, e.execution_id, e.type${steps.order}`.execute(db);
  return byEvent(await withSteps(session, rows)).map(toEvent);
}

/** Every event of the nodes, whatever its other end: see `MetadataReader.eventsOf`. One statement. */
export async function eventsOf(
  session: Session,
  kind: EndKind,
  ids: readonly bigint[],
  direction: OneWay | undefined,
): Promise<readonly Event[]> {
  if (ids.length === 0) return [];
  const { db, dialect } = session;
  const steps = stepTerms(session);
  const keys = kind === 'ARTIFACT' ? ['artifact_id', 'execution_id', 'type'] : ['execution_id', 'id'];
  const { rows } = await sql<EventRow>`
    select ${eventColumns(steps)} from ${sql.table('Event')} as e ${steps.join}
    where ${sql.ref(`e.${ENDS[kind].self}`)} in ${dialect.ids(ids)}
      and ${direction === undefined ? ALWAYS : counts(kind, { direction }, 'e')}
    order by ${sql.join(keys.map((key) => sql.ref(`e.${key}`)))}${steps.order}`.execute(db);
  return byEvent(await withSteps(session, rows)).map(toEvent);
}

/** The rows of one event. */
type RowsOfEvent<Row extends EventRow> = readonly [Row, ...Row[]];

/** Rows by event, in their order; those of one event follow each other. */
function byEvent<Row extends EventRow>(rows: readonly Row[]): readonly RowsOfEvent<Row>[] {
  const events: [Row, ...Row[]][] = [];
  let last: [Row, ...Row[]] | undefined;
  for (const row of rows) {
    if (last?.[0].event_id === row.event_id) {
      last.push(row);
    } else {
      last = [row];
      events.push(last);
    }
  }
  return events;
}

function toEvent(rows: RowsOfEvent<EventRow>): Event {
  const [row] = rows;
  return {
    artifactId: row.artifact_id as ArtifactId,
    executionId: row.execution_id as ExecutionId,
    type: EVENT_TYPES[Number(row.type)] ?? 'UNKNOWN',
    timeMs: typeof row.time === 'bigint' ? row.time : undefined,
    path: rows.flatMap(toSteps),
  };
}

/** A step without the value that its flag points at says nothing, and neither does the row of an event without a path. */
function toSteps({ is_index_step, step_index, step_key }: EventRow): readonly PathStep[] {
  const held = is_index_step ? step_index : step_key;
  if (held === null) return [];
  return [typeof held === 'bigint' ? { index: held } : { key: String(held) }];
}

function idsOf(nodes: readonly NodeRef[], kind: EndKind): readonly bigint[] {
  return [...new Set<bigint>(nodes.filter((node) => node.kind === kind).map((node) => node.id))];
}
