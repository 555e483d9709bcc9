import { sql } from 'kysely';
import { MetadataError } from '../../errors.js';
import type { ArtifactId, ContextId, ExecutionId, NodeKind } from '../model.js';
import { EVENT_TYPES } from '../model.js';
import type { EventPut, GraphIds, GraphPut, Ref } from '../store.js';
import { checkInteger, checkText } from './checks.js';
import { insertRows } from './insert-rows.js';
import type { WriteSession } from './put-nodes.js';
import type { Session } from './session.js';
import { NODE_LAYOUT } from './tables.js';

/** The edges of a graph, their ends resolved to ids. */
export interface Edges {
  readonly attributions: readonly { readonly artifact_id: ArtifactId; readonly context_id: ContextId }[];
  readonly associations: readonly { readonly execution_id: ExecutionId; readonly context_id: ContextId }[];
  readonly parentContexts: readonly { readonly context_id: ContextId; readonly parent_context_id: ContextId }[];
  readonly events: readonly EventEdge[];
}

interface EventEdge {
  readonly artifact_id: ArtifactId;
  readonly execution_id: ExecutionId;
  readonly type: bigint;
  readonly put: EventPut;
}

/** Checks what can be said of edges before their ends are written: places in the lists, event types, times and paths. */
export function checkEdges(graph: GraphPut): void {
  const inList = (ref: Ref<bigint>, list: readonly unknown[] | undefined, what: string) => {
    if ('index' in ref && !(ref.index in (list ?? []))) {
      throw new MetadataError('OUT_OF_RANGE', `An edge names ${what} ${ref.index} of ${list?.length ?? 0}.`);
    }
  };
  for (const { artifact, context } of graph.attributions ?? []) {
    inList(artifact, graph.artifacts, 'artifact');
    inList(context, graph.contexts, 'context');
  }
  for (const { execution, context } of graph.associations ?? []) {
    inList(execution, graph.executions, 'execution');
    inList(context, graph.contexts, 'context');
  }
  for (const { child, parent } of graph.parentContexts ?? []) {
    inList(child, graph.contexts, 'context');
    inList(parent, graph.contexts, 'context');
  }
  for (const event of graph.events ?? []) {
    inList(event.artifact, graph.artifacts, 'artifact');
    inList(event.execution, graph.executions, 'execution');
    checkEvent(event);
  }
}

function checkEvent({ type, timeMs, path }: EventPut): void {
  if (type === 'UNKNOWN') throw new MetadataError('INVALID_ARGUMENT', 'An event needs a type other than UNKNOWN.');
  if (timeMs !== undefined) checkInteger('The time of an event', timeMs);
  for (const step of path) {
    if ('index' in step) checkInteger("An index in an event's path", step.index);
    else checkText("A key in an event's path", step.key);
  }
}

/** The edges with the ids that the nodes of the same graph got. */
export function resolveEdges(graph: GraphPut, ids: GraphIds): Edges {
  const { attributions = [], associations = [], parentContexts = [], events = [] } = graph;
  return {
    attributions: attributions.map(({ artifact, context }) => ({
      artifact_id: resolve(artifact, ids.artifacts),
      context_id: resolve(context, ids.contexts),
    })),
    associations: associations.map(({ execution, context }) => ({
      execution_id: resolve(execution, ids.executions),
      context_id: resolve(context, ids.contexts),
    })),
    parentContexts: parentContexts.map(({ child, parent }) => ({
      context_id: resolve(child, ids.contexts),
      parent_context_id: resolve(parent, ids.contexts),
    })),
    events: events.map((put) => ({
      artifact_id: resolve(put.artifact, ids.artifacts),
      execution_id: resolve(put.execution, ids.executions),
      type: BigInt(EVENT_TYPES.indexOf(put.type)),
      put,
    })),
  };
}

function resolve<Id>(ref: Ref<Id>, ids: readonly Id[]): Id {
  if ('id' in ref) return ref.id;
  const id = ids[ref.index];
  if (id === undefined) throw new MetadataError('OUT_OF_RANGE', `An edge names node ${ref.index} of ${ids.length}.`);
  return id;
}

/** Writes edges, whose ends must exist unless they may dangle: memberships, then parent links, then events. */
export async function putEdges(
  session: WriteSession,
  edges: Edges,
  { onExistingEdge, onMissingEnd = 'FAIL' }: Pick<GraphPut, 'onExistingEdge' | 'onMissingEnd'>,
): Promise<void> {
  const { attributions, associations, parentContexts, events } = edges;
  const mayDangle = onMissingEnd === 'WRITE';
  const artifactIds = [...attributions, ...events].map((edge) => edge.artifact_id);
  if (!mayDangle) await checkExist(session, 'ARTIFACT', artifactIds);
  const executionIds = [...associations, ...(mayDangle ? [] : events)].map((edge) => edge.execution_id);
  await checkExist(session, 'EXECUTION', executionIds);
  await checkExist(session, 'CONTEXT', [
    ...[...attributions, ...associations].map((edge) => edge.context_id),
    ...parentContexts.flatMap((link) => [link.context_id, link.parent_context_id]),
  ]);
  await putMissing(session, 'Attribution', ['context_id', 'artifact_id'], attributions);
  await putMissing(session, 'Association', ['context_id', 'execution_id'], associations);
  for (const link of parentContexts) await putParent(session, link.context_id, link.parent_context_id, onExistingEdge);
  await putEvents(session, events, onExistingEdge);
}

/** MLMD has no foreign keys: what keeps edges from dangling is this. */
async function checkExist({ db, dialect }: Session, kind: NodeKind, ids: readonly bigint[]): Promise<void> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return;
  const { rows } = await sql<{ readonly id: bigint }>`
    select id from ${sql.table(NODE_LAYOUT[kind].table)} where id in ${dialect.ids(wanted)}`.execute(db);
  const found = new Set(rows.map((row) => row.id));
  const missing = wanted.find((id) => !found.has(id));
  if (missing === undefined) return;
  throw new MetadataError('INVALID_ARGUMENT', `There is no ${kind.toLowerCase()} ${missing} for an edge to join.`);
}

type Ids<Column extends string> = { readonly [column in Column]: bigint };

/** Inserts the rows that are not there yet, each once. @returns the rows inserted. */
async function putMissing<Column extends string, Row extends Ids<Column>>(
  session: Session,
  table: string,
  columns: readonly Column[],
  rows: readonly Row[],
): Promise<readonly Row[]> {
  const keyOf = (row: Ids<Column>) => columns.map((column) => row[column]).join();
  const wanted = new Map(rows.map((row) => [keyOf(row), row]));
  for (const row of await existing(session, table, columns, [...wanted.values()])) wanted.delete(keyOf(row));
  const missing = [...wanted.values()];
  await insertRows(session, table, columns, missing);
  return missing;
}

/** Those of the rows that the table holds, by their key columns, with the id that the table gave them where it does. */
async function existing<Column extends string>(
  { db, dialect }: Session,
  table: string,
  columns: readonly Column[],
  rows: readonly Ids<Column>[],
): Promise<readonly (Ids<Column> & { readonly id: bigint })[]> {
  if (rows.length === 0) return [];
  const types = Object.fromEntries(columns.map((column) => [column, 'integer' as const]));
  const keys = rows.map((row) => Object.fromEntries(columns.map((column) => [column, row[column]])));
  const same = columns.map((column) => sql`${sql.ref(`t.${column}`)} = ${sql.ref(`k.${column}`)}`);
  const result = await sql<Ids<Column> & { readonly id: bigint }>`
    select ${sql.join([...columns, 'id'].map((column) => sql.ref(`t.${column}`)))}
    from ${dialect.rows(types, keys)} as k inner join ${sql.table(table)} as t on ${sql.join(same, sql` and `)}`.execute(
    db,
  );
  return result.rows;
}

async function putParent({ db }: Session, child: ContextId, parent: ContextId, onExisting: 'FAIL' | 'KEEP') {
  if (child === parent) throw new MetadataError('INVALID_ARGUMENT', `Context ${child} cannot be its own parent.`);
  const link = { context_id: child, parent_context_id: parent };
  const stored = await db
    .selectFrom('ParentContext')
    .select('context_id')
    .where('context_id', '=', child)
    .where('parent_context_id', '=', parent)
    .executeTakeFirst();
  if (stored !== undefined) {
    if (onExisting === 'KEEP') return;
    throw new MetadataError('ALREADY_EXISTS', `Context ${child} has parent ${parent} already.`);
  }
  const { rows } = await sql`
    with recursive above(id) as (
      select ${parent} union select l.parent_context_id from ${sql.table('ParentContext')} as l
      inner join above on l.context_id = above.id
    ) select 1 from above where id = ${child}`.execute(db);
  if (rows.length > 0) {
    throw new MetadataError('INVALID_ARGUMENT', `Context ${parent} lies within ${child}, so it cannot be its parent.`);
  }
  await db.insertInto('ParentContext').values(link).execute();
}

const EVENT_KEY = ['artifact_id', 'execution_id', 'type'] as const;

async function putEvents(session: WriteSession, events: readonly EventEdge[], onExisting: 'FAIL' | 'KEEP') {
  const keyOf = (event: Ids<(typeof EVENT_KEY)[number]>) => EVENT_KEY.map((column) => event[column]).join();
  const stored = new Set((await existing(session, 'Event', EVENT_KEY, events)).map(keyOf));
  const wanted = new Map<string, EventEdge>();
  for (const event of events) {
    const key = keyOf(event);
    if (!stored.has(key) && !wanted.has(key)) wanted.set(key, event);
    else if (onExisting === 'FAIL') throw eventExists(event);
  }
  const rows = [...wanted.values()].map(({ put, ...event }) => ({
    artifact_id: event.artifact_id,
    execution_id: event.execution_id,
    type: event.type,
    milliseconds_since_epoch: put.timeMs ?? BigInt(session.now()),
  }));
  await insertRows(session, 'Event', [...EVENT_KEY, 'milliseconds_since_epoch'], rows);
  await putPaths(session, [...wanted.values()]);
}

function eventExists({ artifact_id, execution_id, put }: EventEdge): MetadataError {
  const what = `An event of type ${put.type} between artifact ${artifact_id} and execution ${execution_id}`;
  return new MetadataError('ALREADY_EXISTS', `${what} exists already.`);
}

/** The order of a path's steps is that of their insertion. */
async function putPaths(session: Session, events: readonly EventEdge[]): Promise<void> {
  const withPath = events.filter(({ put }) => put.path.length > 0);
  const keyOf = (event: Ids<(typeof EVENT_KEY)[number]>) => EVENT_KEY.map((column) => event[column]).join();
  const ids = new Map((await existing(session, 'Event', EVENT_KEY, withPath)).map((row) => [keyOf(row), row.id]));
  const rows = withPath.flatMap((event) =>
    event.put.path.map((step) => ({
      event_id: ids.get(keyOf(event)),
      is_index_step: session.dialect.flag('index' in step),
      step_index: 'index' in step ? step.index : null,
      step_key: 'index' in step ? null : step.key,
    })),
  );
  await insertRows(session, 'EventPath', ['event_id', 'is_index_step', 'step_index', 'step_key'], rows);
}
