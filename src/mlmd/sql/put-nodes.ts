import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { MetadataError } from '../../errors.js';
import type { NodePuts } from '../checks/nodes.js';
import type { PropertyMaps } from '../checks/properties.js';
import { ARTIFACT_STATES, EXECUTION_STATES, type IdOf, type NodeKind, type NodeOf } from '../model.js';
import type { PutOf } from '../store.js';
import { insertRows } from './insert-rows.js';
import { changeProperties, insertProperties, propertyChange, propertyRows } from './put-properties.js';
import { together, type WriteSession } from './session.js';
import { NODE_LAYOUT } from './tables.js';
import { UniqueViolation } from './unique-violation.js';

/** Writes checked puts of one kind in order. @returns their ids, index-aligned. */
export async function putNodes<K extends NodeKind>(
  session: WriteSession,
  nodes: NodePuts<K>,
): Promise<readonly IdOf[K][]> {
  const ids: bigint[] = [];
  const current = new Map<bigint, PropertyMaps>(nodes.stored);
  for (const step of stepsOf(nodes)) {
    const written =
      'insert' in step
        ? await insertNodes(session, nodes, step.insert)
        : [await updateNode(session, nodes, step, current)];
    // One by one, as a call takes no more than some 120,000 arguments.
    for (const id of written) ids.push(id);
  }
  return ids as readonly bigint[] as readonly IdOf[K][];
}

interface Update<K extends NodeKind> {
  readonly update: PutOf[K];
  readonly stored: NodeOf[K];
}

/** New nodes in a row are inserted together. Not so across an update, which may free a name for those after it. */
function stepsOf<K extends NodeKind>({ puts, stored }: NodePuts<K>) {
  const steps: (Update<K> | { readonly insert: PutOf[K][] })[] = [];
  for (const put of puts) {
    const node = put.id === undefined ? undefined : stored.get(put.id);
    const last = steps.at(-1);
    if (node !== undefined) steps.push({ update: put, stored: node });
    else if (last !== undefined && 'insert' in last) last.insert.push(put);
    else steps.push({ insert: [put] });
  }
  return steps;
}

/** The columns that a put sets on insertion and, but for the name of artifacts and executions, on update. */
function columnsOf(kind: NodeKind, put: PutOf[NodeKind]): Readonly<Record<string, unknown>> {
  const external_id = put.externalId ?? null;
  if (kind === 'CONTEXT') return { external_id };
  const states: readonly string[] = kind === 'ARTIFACT' ? ARTIFACT_STATES : EXECUTION_STATES;
  const state = 'state' in put && put.state !== undefined ? BigInt(states.indexOf(put.state)) : null;
  if (kind === 'EXECUTION') return { external_id, last_known_state: state };
  // The engine stores an unset uri as an empty string.
  return { external_id, state, uri: ('uri' in put ? put.uri : undefined) ?? '' };
}

async function insertNodes<K extends NodeKind>(
  session: WriteSession,
  nodes: NodePuts<K>,
  puts: readonly PutOf[K][],
): Promise<readonly bigint[]> {
  const { kind } = nodes;
  const rows = puts.map((put) => {
    const time = BigInt(session.now());
    const own = { type_id: put.typeId, name: put.name ?? null, ...columnsOf(kind, put) };
    return { ...own, create_time_since_epoch: time, last_update_time_since_epoch: time } as Row;
  });
  const into = { table: NODE_LAYOUT[kind].table, columns: Object.keys(rows[0] ?? {}) };
  const ids = (await explained(nodes, puts, insertRows(session, into, rows))) as readonly bigint[];
  const properties = puts.flatMap((put, place) => propertyRows(session, ids[place] as bigint, put));
  await insertProperties(session, kind, properties);
  return ids;
}

type Row = Readonly<Record<string, unknown>>;

/** Replaces a stored node as MLMD's full update does; its time moves only where something is different afterwards. */
async function updateNode<K extends NodeKind>(
  session: WriteSession,
  nodes: NodePuts<K>,
  { update: put, stored }: Update<K>,
  current: Map<bigint, PropertyMaps>,
): Promise<bigint> {
  const { kind } = nodes;
  const change = propertyChange(current.get(stored.id) ?? stored, put);
  current.set(stored.id, put);
  const columns = { ...columnsOf(kind, put), ...(kind === 'CONTEXT' ? { name: put.name } : {}) };
  const changes = Object.entries(columns).map(([name, value]) => ({ column: sql.ref<string>(name), value }));
  const isTouched = change.stale.length > 0 || put.touch === true;
  const onlyIf = isTouched
    ? sql``
    : sql`and (${sql.join(
        changes.map((change) => isDifferent(session, change)),
        sql` or `,
      )})`;
  const update = sql`update ${sql.table(NODE_LAYOUT[kind].table)}
    set ${sql.join(changes.map(({ column, value }) => sql`${column} = ${value}`))},
    last_update_time_since_epoch = ${BigInt(session.now())} where id = ${stored.id} ${onlyIf}`;
  await together([
    changeProperties(session, kind, stored.id, change),
    explained(nodes, [put], update.execute(session.db)),
  ]);
  return stored.id;
}

function isDifferent(
  { dialect }: WriteSession,
  { column, value }: { readonly column: RawBuilder<string | null>; readonly value: unknown },
): RawBuilder<SqlBool> {
  if (value === null) return sql`${column} is not null`;
  const held = typeof value === 'string' ? dialect.bytes(column) : column;
  return sql`(${held} <> ${value} or ${column} is null)`;
}

/** Runs a write of the puts and says of a collision which of them met which of the two unique keys. */
async function explained<K extends NodeKind, T>(
  { kind, types }: NodePuts<K>,
  puts: readonly PutOf[K][],
  write: Promise<T>,
): Promise<T> {
  try {
    return await write;
  } catch (error) {
    if (!(error instanceof UniqueViolation)) throw error;
    const put = puts[error.row ?? 0];
    const word = kind.toLowerCase();
    const message = error.columns.includes('external_id')
      ? `Another ${word} has the externalId '${put?.externalId}'.`
      : `Another ${word} of type '${put && types.get(put.typeId)?.name}' is named '${put?.name}'.`;
    throw new MetadataError('ALREADY_EXISTS', message, { cause: error });
  }
}
