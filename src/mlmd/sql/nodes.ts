import { type Selectable, sql } from 'kysely';
import type { Filter, Scope } from '../filter/filter.js';
import {
  ARTIFACT_STATES,
  type ArtifactId,
  type ContextId,
  EXECUTION_STATES,
  type ExecutionId,
  type IdOf,
  type NodeKind,
  type NodeOf,
  type Properties,
  type TypeId,
  type Value,
} from '../model.js';
import { filterCondition } from './filter.js';
import { scopeMembers } from './scopes.js';
import { inSnapshot, type Session, together } from './session.js';
import { NODE_LAYOUT, type NodeTable, type PropertyColumns } from './tables.js';
import { baseName, toBaseType } from './types.js';
import { toOptionalText, toText, toValue } from './values.js';

/** A row of a node table with what is known of its type. */
export interface NodeRow extends Selectable<NodeTable> {
  readonly uri: string | null;
  readonly state: bigint | null;
  readonly type_name: string | null;
  readonly type_version: string | null;
  readonly base_name: string | null;
}

/** Declared and custom properties of one node. */
export interface PropertyMaps {
  readonly properties: Properties;
  readonly customProperties: Properties;
}

/** Selects nodes as {@link NodeRow}; the node table is `n`. A type of another kind counts as missing. */
export function selectNodes({ db }: Session, kind: NodeKind) {
  const { table, typeKind, hasUri, stateColumn } = NODE_LAYOUT[kind];
  return db
    .selectFrom(sql<Selectable<NodeTable>>`${sql.table(table)}`.as('n'))
    .leftJoin('Type as t', (join) => join.onRef('t.id', '=', 'n.type_id').on('t.type_kind', '=', typeKind))
    .select(['n.id', 'n.type_id', 'n.name', 'n.external_id'])
    .select(['n.create_time_since_epoch', 'n.last_update_time_since_epoch'])
    .select(['t.name as type_name', 't.version as type_version'])
    .select([
      (hasUri ? sql<string | null>`n.uri` : sql<null>`null`).as('uri'),
      (stateColumn === undefined ? sql<null>`null` : sql<bigint | null>`n.${sql.ref(stateColumn)}`).as('state'),
      baseName(db).as('base_name'),
    ]);
}

/** Loads nodes by id: see `MetadataReader.nodesById`. */
export async function nodesById<K extends NodeKind>(
  session: Session,
  kind: K,
  ids: readonly IdOf[K][],
): Promise<readonly (NodeOf[K] | undefined)[]> {
  if (ids.length === 0) return [];
  const wanted: readonly bigint[] = [...new Set<bigint>(ids)];
  const nodes = await inSnapshot(session, async (snapshot) => {
    const [rows, maps] = await together([
      selectNodes(snapshot, kind).where('n.id', 'in', snapshot.dialect.ids(wanted)).execute(),
      propertiesOf(snapshot, kind, wanted),
    ]);
    return rows.map((row) => toNode(kind, row, maps.get(row.id) ?? NO_PROPERTIES));
  });
  const byId = new Map(nodes.map((node) => [node.id as bigint, node]));
  return ids.map((id) => byId.get(id));
}

/** Completes rows with their properties, in one statement. */
export async function withProperties<K extends NodeKind>(
  session: Session,
  kind: K,
  rows: readonly NodeRow[],
): Promise<readonly NodeOf[K][]> {
  const maps = await propertiesOf(
    session,
    kind,
    rows.map((row) => row.id),
  );
  return rows.map((row) => toNode(kind, row, maps.get(row.id) ?? NO_PROPERTIES));
}

const NO_PROPERTIES: PropertyMaps = { properties: new Map(), customProperties: new Map() };

/** The properties of nodes by id, in name order; nodes without any are absent. */
export async function propertiesOf(
  { db, dialect }: Session,
  kind: NodeKind,
  ids: readonly bigint[],
): Promise<ReadonlyMap<bigint, PropertyMaps>> {
  if (ids.length === 0) return new Map();
  const { propertyTable, owner } = NODE_LAYOUT[kind];
  const rows = await db
    .selectFrom(sql<PropertyColumns & { node_id: bigint }>`${sql.table(propertyTable)}`.as('p'))
    .select(['p.name', 'p.is_custom_property'])
    .select(['p.int_value', 'p.double_value', 'p.string_value', 'p.proto_value', 'p.bool_value'])
    .select(sql<bigint>`p.${sql.ref(owner)}`.as('node_id'))
    .where(sql<bigint>`p.${sql.ref(owner)}`, 'in', dialect.ids(ids))
    .orderBy(sql`p.${sql.ref(owner)}`)
    .orderBy(dialect.bytes(sql`p.name`))
    .execute();
  const maps = new Map<bigint, { properties: Map<string, Value>; customProperties: Map<string, Value> }>();
  for (const row of rows) {
    const value = toValue(row);
    if (value === undefined) continue;
    const of = maps.get(row.node_id) ?? { properties: new Map(), customProperties: new Map() };
    maps.set(row.node_id, of);
    (row.is_custom_property ? of.customProperties : of.properties).set(toText(row.name), value);
  }
  return maps;
}

function toNode<K extends NodeKind>(kind: K, row: NodeRow, maps: PropertyMaps): NodeOf[K] {
  const base = {
    typeId: row.type_id as TypeId,
    typeName: toOptionalText(row.type_name),
    typeVersion: toOptionalText(row.type_version) || undefined,
    baseType: toBaseType(row.base_name),
    externalId: toOptionalText(row.external_id),
    properties: maps.properties,
    customProperties: maps.customProperties,
    createTimeMs: toTimeMs(row.create_time_since_epoch),
    updateTimeMs: toTimeMs(row.last_update_time_since_epoch),
  };
  const name = toOptionalText(row.name);
  const nodes: { readonly [kind in NodeKind]: () => NodeOf[kind] } = {
    ARTIFACT: () => {
      const state = toState(ARTIFACT_STATES, row.state);
      return {
        kind: 'ARTIFACT',
        id: row.id as ArtifactId,
        name,
        uri: toOptionalText(row.uri) || undefined,
        state,
        ...base,
      };
    },
    EXECUTION: () => {
      const state = toState(EXECUTION_STATES, row.state);
      return { kind: 'EXECUTION', id: row.id as ExecutionId, name, state, ...base };
    },
    CONTEXT: () => ({ kind: 'CONTEXT', id: row.id as ContextId, name: name ?? '', ...base }),
  };
  return nodes[kind]();
}

/** A state that we do not know is UNKNOWN; only none at all is undefined. */
function toState<S extends string>(states: readonly S[], held: unknown): S | undefined {
  return held === null ? undefined : (states[Number(held)] ?? states[0]);
}

/** What is no number (SQLite lets it in) reads as 0, the column's default. */
function toTimeMs(held: unknown): number {
  const time = Number(held);
  return Number.isFinite(time) ? time : 0;
}

/** Counts the nodes that match, per scope: see `MetadataReader.nodeCounts`. */
export async function nodeCounts(
  { db, dialect }: Session,
  kind: NodeKind,
  filter: Filter,
  scopes?: readonly Scope[],
): Promise<readonly number[]> {
  const nodes = sql<{ id: bigint }>`${sql.table(NODE_LAYOUT[kind].table)}`.as('n');
  const condition = filterCondition(dialect, kind, filter);
  const count = sql<bigint>`count(*)`.as('count');
  if (scopes === undefined) {
    const row = await db.selectFrom(nodes).select(count).where(condition).executeTakeFirst();
    return [Number(row?.count ?? 0)];
  }
  if (scopes.length === 0) return [];
  const rows = await db
    .selectFrom(scopeMembers(dialect, kind, scopes).as('m'))
    .innerJoin(nodes, 'n.id', 'm.id')
    .select(['m.slot', count])
    .where(condition)
    .groupBy('m.slot')
    .execute();
  const counts = new Map(rows.map((row) => [Number(row.slot), Number(row.count)]));
  return scopes.map((_, slot) => counts.get(slot) ?? 0);
}

/** Those of the ids that match: see `MetadataReader.matchingIds`. */
export async function matchingIds<K extends NodeKind>(
  { db, dialect }: Session,
  kind: K,
  ids: readonly IdOf[K][],
  filter: Filter,
): Promise<ReadonlySet<IdOf[K]>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom(sql<{ id: bigint }>`${sql.table(NODE_LAYOUT[kind].table)}`.as('n'))
    .select('n.id')
    .where('n.id', 'in', dialect.ids(ids))
    .where(filterCondition(dialect, kind, filter))
    .execute();
  return new Set(rows.map((row) => row.id as IdOf[K]));
}
