import { isDeepStrictEqual } from 'node:util';
import { type RawBuilder, sql } from 'kysely';
import { MetadataError } from '../../errors.js';
import { checkDeclared } from '../declared.js';
import {
  ARTIFACT_STATES,
  EXECUTION_STATES,
  type IdOf,
  type NodeKind,
  type NodeOf,
  type NodeType,
  type Properties,
  type TypeId,
} from '../model.js';
import type { ArtifactPut, ContextPut, ExecutionPut } from '../store.js';
import { checkText, checkValue } from './checks.js';
import { insertRows } from './insert-rows.js';
import { nodesById } from './nodes.js';
import type { Session } from './session.js';
import { NODE_LAYOUT } from './tables.js';
import { types } from './types.js';
import { UniqueViolation } from './unique-violation.js';
import { toColumns } from './values.js';

/** The put of each kind of node. */
export interface PutOf {
  readonly ARTIFACT: ArtifactPut;
  readonly EXECUTION: ExecutionPut;
  readonly CONTEXT: ContextPut;
}

/** A session with the store's clock. */
export interface WriteSession extends Session {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** A checked list of puts of one kind, with what is needed to write them. */
export interface CheckedPuts<K extends NodeKind> {
  readonly kind: K;
  readonly puts: readonly PutOf[K][];
  readonly types: ReadonlyMap<bigint, NodeType>;
  /** The nodes that are to be replaced, as they are stored. */
  readonly stored: ReadonlyMap<bigint, NodeOf[K]>;
}

/**
 * Checks puts of one kind in order, before anything is written. Each is checked as the engine does: its type, or for an
 * update the stored node; then its properties; then a context's name.
 */
export async function checkNodes<K extends NodeKind>(
  session: Session,
  kind: K,
  puts: readonly PutOf[K][],
): Promise<CheckedPuts<K>> {
  const used = [...new Set<TypeId>(puts.map((put) => put.typeId))];
  const ids = puts.flatMap((put) => (put.id === undefined ? [] : [put.id as IdOf[K]]));
  const known = puts.length === 0 ? [] : await types(session, { kind, ids: used });
  const found = await nodesById(session, kind, ids);
  const checked: CheckedPuts<K> = {
    kind,
    puts,
    types: new Map(known.map((type) => [type.id, type])),
    stored: new Map(found.flatMap((node) => (node === undefined ? [] : [[node.id as bigint, node]]))),
  };
  for (const put of puts) checkNode(checked, put);
  return checked;
}

function checkNode<K extends NodeKind>({ kind, types, stored }: CheckedPuts<K>, put: PutOf[K]): void {
  const word = kind.toLowerCase();
  const node = put.id === undefined ? undefined : stored.get(put.id);
  if (put.id !== undefined) {
    if (node === undefined) throw new MetadataError('INVALID_ARGUMENT', `There is no ${word} ${put.id} to update.`);
    if (node.typeId !== put.typeId) {
      throw new MetadataError('INVALID_ARGUMENT', `The type of ${word} ${put.id} is ${node.typeId} and cannot change.`);
    }
  }
  const type = types.get(put.typeId);
  if (type === undefined) throw new MetadataError('NOT_FOUND', `There is no ${word} type with id ${put.typeId}.`);
  const { properties, customProperties } = newProperties(node, put);
  checkDeclared(type, properties);
  if (kind === 'CONTEXT' && put.name === '') throw new MetadataError('INVALID_ARGUMENT', 'A context needs a name.');
  checkText(`The name of a node of type '${type.name}'`, put.name);
  checkText(`The externalId of a node of type '${type.name}'`, put.externalId);
  if ('uri' in put) checkText(`The uri of a node of type '${type.name}'`, put.uri);
  for (const [name, value] of [...properties, ...customProperties]) {
    checkText(`The name of a property of a node of type '${type.name}'`, name);
    checkValue(`Property '${name}' of a node of type '${type.name}'`, value);
  }
}

/** Declared and custom properties of a node. */
type PropertyMaps = Pick<PutOf[NodeKind], 'properties' | 'customProperties'>;

/**
 * The properties that a put gives and the stored node, if any, does not have so already. The others are neither checked
 * nor written again: what another program wrote and a put could not write stays as it is.
 */
function newProperties(stored: PropertyMaps | undefined, put: PropertyMaps): PropertyMaps {
  const beyond = (map: keyof PropertyMaps): Properties =>
    new Map([...put[map]].filter(([name, value]) => !isDeepStrictEqual(stored?.[map].get(name), value)));
  return { properties: beyond('properties'), customProperties: beyond('customProperties') };
}

/** Writes checked puts in order. @returns their ids, index-aligned. */
export async function putNodes<K extends NodeKind>(
  session: WriteSession,
  { kind, puts, types, stored }: CheckedPuts<K>,
): Promise<readonly IdOf[K][]> {
  const ids: IdOf[K][] = [];
  const current = new Map<bigint, PropertyMaps>(stored);
  const inserted: PropertyRow[] = [];
  for (const put of puts) {
    const node = put.id === undefined ? undefined : stored.get(put.id);
    const write = node === undefined ? insertNode(session, kind, put) : updateNode(session, kind, put, node, current);
    const id = await explained(kind, put, types.get(put.typeId), write);
    if (node === undefined) inserted.push(...propertyRows(session, id, put));
    ids.push(id as IdOf[K]);
  }
  await insertProperties(session, kind, inserted);
  return ids;
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

async function insertNode({ db, dialect, now }: WriteSession, kind: NodeKind, put: PutOf[NodeKind]): Promise<bigint> {
  const time = BigInt(now());
  const columns = {
    type_id: put.typeId,
    name: put.name ?? null,
    ...columnsOf(kind, put),
    create_time_since_epoch: time,
    last_update_time_since_epoch: time,
  };
  const names = Object.keys(columns).map((name) => sql.ref(name));
  const insertion = sql`insert into ${sql.table(NODE_LAYOUT[kind].table)} (${sql.join(names)})
    values (${sql.join(Object.values(columns))})`;
  return dialect.insertedId(db, insertion);
}

/** Replaces a stored node as MLMD's full update does; its time moves only where something is different afterwards. */
async function updateNode<K extends NodeKind>(
  session: WriteSession,
  kind: K,
  put: PutOf[K],
  stored: NodeOf[K],
  current: Map<bigint, PropertyMaps>,
): Promise<bigint> {
  const { db, now } = session;
  const { table } = NODE_LAYOUT[kind];
  const sameProperties = !(await updateProperties(session, kind, stored.id, current.get(stored.id) ?? stored, put));
  current.set(stored.id, put);
  const columns = { ...columnsOf(kind, put), ...(kind === 'CONTEXT' ? { name: put.name } : {}) };
  const changes = Object.entries(columns).map(([name, value]) => ({ column: sql.ref(name), value }));
  const touch =
    sameProperties && put.touch !== true ? sql`and (${sql.join(changes.map(isDifferent), sql` or `)})` : sql``;
  await sql`update ${sql.table(table)} set ${sql.join(changes.map(({ column, value }) => sql`${column} = ${value}`))},
    last_update_time_since_epoch = ${BigInt(now())} where id = ${stored.id} ${touch}`.execute(db);
  return stored.id;
}

/** Makes the properties of a stored node those of a put. @returns whether there was anything to change. */
async function updateProperties(
  session: WriteSession,
  kind: NodeKind,
  id: bigint,
  before: PropertyMaps,
  put: PropertyMaps,
): Promise<boolean> {
  const { db, dialect } = session;
  const { propertyTable, owner } = NODE_LAYOUT[kind];
  const added = newProperties(before, put);
  const stale = (['properties', 'customProperties'] as const).flatMap((map, custom) => {
    const removed = [...before[map].keys()].filter((name) => !put[map].has(name));
    return [...removed, ...added[map].keys()].map((name) => ({ name, flag: dialect.flag(custom === 1) }));
  });
  for (const { name, flag } of stale) {
    await sql`delete from ${sql.table(propertyTable)}
      where ${sql.ref(owner)} = ${id} and name = ${name} and is_custom_property = ${flag}`.execute(db);
  }
  await insertProperties(session, kind, propertyRows(session, id, added));
  return stale.length > 0;
}

function isDifferent({ column, value }: { readonly column: RawBuilder<unknown>; readonly value: unknown }) {
  return value === null ? sql`${column} is not null` : sql`(${column} <> ${value} or ${column} is null)`;
}

/** Runs a write and says of a collision which of the two unique keys was met. */
async function explained(
  kind: NodeKind,
  put: PutOf[NodeKind],
  type: NodeType | undefined,
  write: Promise<bigint>,
): Promise<bigint> {
  try {
    return await write;
  } catch (error) {
    if (!(error instanceof UniqueViolation)) throw error;
    const word = kind.toLowerCase();
    const message = error.columns.includes('external_id')
      ? `Another ${word} has the externalId '${put.externalId}'.`
      : `Another ${word} of type '${type?.name}' is named '${put.name}'.`;
    throw new MetadataError('ALREADY_EXISTS', message, { cause: error });
  }
}

/** A row of a property table; `node_id` stands for the owner's column. */
type PropertyRow = Readonly<Record<string, unknown>> & { readonly node_id: bigint };

function propertyRows(
  { dialect }: Session,
  id: bigint,
  { properties, customProperties }: PropertyMaps,
): readonly PropertyRow[] {
  return [properties, customProperties].flatMap((map, custom) =>
    [...map].map(([name, value]) => ({
      node_id: id,
      name,
      is_custom_property: dialect.flag(custom === 1),
      ...toColumns(value, dialect),
    })),
  );
}

const PROPERTY_COLUMNS = [
  'name',
  'is_custom_property',
  'int_value',
  'double_value',
  'string_value',
  'proto_value',
  'bool_value',
];

async function insertProperties(session: Session, kind: NodeKind, rows: readonly PropertyRow[]): Promise<void> {
  const { propertyTable, owner } = NODE_LAYOUT[kind];
  const owned = rows.map((row): Readonly<Record<string, unknown>> => ({ ...row, [owner]: row.node_id }));
  await insertRows(session, propertyTable, [owner, ...PROPERTY_COLUMNS], owned);
}
