import { sql } from 'kysely';
import { MetadataError } from '../../errors.js';
import type { ArtifactId, ContextId, ExecutionId } from '../model.js';
import { EVENT_TYPES } from '../model.js';
import type { EventPut, GraphIds, GraphPut, Ref } from '../store.js';
import type { InsertInto } from './dialect.js';
import { insertRows } from './insert-rows.js';
import { checkInteger } from './integers.js';
import { type Session, together, type WriteSession } from './session.js';
import { UniqueViolation } from './unique-violation.js';

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

/** Writes edges. What it throws is of memberships before parent links, and of these before events. */
export async function putEdges(session: WriteSession, edges: Edges, onExisting: GraphPut['onExistingEdge']) {
  await together([
    insertRows(session, ATTRIBUTIONS, edges.attributions),
    insertRows(session, ASSOCIATIONS, edges.associations),
    putParents(session, edges.parentContexts, onExisting),
    putEvents(session, edges.events, onExisting),
  ]);
}

const ATTRIBUTIONS = membership('Attribution', ['context_id', 'artifact_id']);
const ASSOCIATIONS = membership('Association', ['context_id', 'execution_id']);

function membership<Column extends string>(table: string, columns: readonly Column[]): InsertInto<Column> {
  return { table, columns, unlessSame: columns };
}

async function putParents(session: Session, links: Edges['parentContexts'], onExisting: GraphPut['onExistingEdge']) {
  for (const link of links) await putParent(session, link.context_id, link.parent_context_id, onExisting);
}

async function putParent(session: Session, child: ContextId, parent: ContextId, onExisting: 'FAIL' | 'KEEP') {
  const { db } = session;
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
  if (await isAbove(session, parent, child)) {
    throw new MetadataError('INVALID_ARGUMENT', `Context ${parent} lies within ${child}, so it cannot be its parent.`);
  }
  await insertRows(session, { table: 'ParentContext', columns: ['context_id', 'parent_context_id'] }, [link]);
}

/** Whether a context is among the ancestors of another. Asked level by level, as not every database can ask itself. */
async function isAbove({ db, dialect }: Session, of: ContextId, ancestor: ContextId): Promise<boolean> {
  const seen = new Set<bigint>([of]);
  for (let level: readonly bigint[] = [of]; level.length > 0; ) {
    const { rows } = await sql<{ readonly id: bigint }>`select distinct parent_context_id as id
      from ${sql.table('ParentContext')} where context_id in ${dialect.ids(level)}`.execute(db);
    if (rows.some(({ id }) => id === ancestor)) return true;
    level = rows.map(({ id }) => id).filter((id) => !seen.has(id));
    for (const id of level) seen.add(id);
  }
  return false;
}

const EVENT_KEY = ['artifact_id', 'execution_id', 'type'] as const;

async function putEvents(session: WriteSession, events: readonly EventEdge[], onExisting: 'FAIL' | 'KEEP') {
  const rows = events.map(({ put, ...event }) => ({
    ...event,
    milliseconds_since_epoch: put.timeMs ?? BigInt(session.now()),
  }));
  const columns = [...EVENT_KEY, 'milliseconds_since_epoch'] as const;
  const into = { table: 'Event', columns, unlessSame: onExisting === 'KEEP' ? EVENT_KEY : undefined };
  const ids = await insertRows(session, into, rows).catch((error: unknown) => {
    const event = error instanceof UniqueViolation ? events[error.row ?? 0] : undefined;
    throw event === undefined ? error : eventExists(event, error);
  });
  await putPaths(session, events, ids);
}

function eventExists({ artifact_id, execution_id, put }: EventEdge, cause: unknown): MetadataError {
  const what = `An event of type ${put.type} between artifact ${artifact_id} and execution ${execution_id}`;
  return new MetadataError('ALREADY_EXISTS', `${what} exists already.`, { cause });
}

/** Writes the paths of the events that were inserted. The order of a path's steps is that of their insertion. */
async function putPaths(session: Session, events: readonly EventEdge[], ids: readonly (bigint | undefined)[]) {
  const rows = events.flatMap(({ put }, place) => {
    const event_id = ids[place];
    if (event_id === undefined) return [];
    return put.path.map((step) => {
      if ('index' in step) checkInteger(session.dialect, "An index in an event's path", step.index);
      return {
        event_id,
        is_index_step: session.dialect.flag('index' in step),
        step_index: 'index' in step ? step.index : null,
        step_key: 'index' in step ? null : step.key,
      };
    });
  });
  const columns = ['event_id', 'is_index_step', 'step_index', 'step_key'] as const;
  await insertRows(session, { table: 'EventPath', columns }, rows);
}
