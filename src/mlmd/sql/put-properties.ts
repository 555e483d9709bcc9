import { sql } from 'kysely';
import { newProperties, type PropertyMaps } from '../checks/properties.js';
import type { NodeKind } from '../model.js';
import { insertRows } from './insert-rows.js';
import { checkInteger } from './integers.js';
import { type Session, together, type WriteSession } from './session.js';
import { NODE_LAYOUT } from './tables.js';
import { toColumns } from './values.js';

/** What makes the properties of a stored node those of a put. */
export interface PropertyChange {
  /** What is no longer so, whether it goes or is replaced. */
  readonly stale: readonly { readonly name: string; readonly isCustom: boolean }[];
  readonly added: PropertyMaps;
}

/** The change from the properties before to those of a put. */
export function propertyChange(before: PropertyMaps, put: PropertyMaps): PropertyChange {
  const added = newProperties(before, put);
  const stale = (['properties', 'customProperties'] as const).flatMap((map) => {
    const removed = [...before[map].keys()].filter((name) => !put[map].has(name));
    return [...removed, ...added[map].keys()].map((name) => ({ name, isCustom: map === 'customProperties' }));
  });
  return { stale, added };
}

/** Makes a change to the properties of a stored node. */
export async function changeProperties(
  session: WriteSession,
  kind: NodeKind,
  id: bigint,
  { stale, added }: PropertyChange,
): Promise<void> {
  const { db, dialect } = session;
  const { propertyTable, owner } = NODE_LAYOUT[kind];
  const deletions = stale.map(({ name, isCustom }) =>
    sql`delete from ${sql.table(propertyTable)} where ${sql.ref(owner)} = ${id}
      and ${dialect.sameText(sql`name`, sql`${name}`)} and is_custom_property = ${dialect.flag(isCustom)}`.execute(db),
  );
  await together([...deletions, insertProperties(session, kind, propertyRows(session, id, added))]);
}

/** A row of a property table; `node_id` stands for the owner's column. */
export type PropertyRow = Readonly<Record<string, unknown>> & { readonly node_id: bigint };

/** The rows for all properties of a node. */
export function propertyRows(
  { dialect }: Session,
  id: bigint,
  { properties, customProperties }: PropertyMaps,
): readonly PropertyRow[] {
  return [properties, customProperties].flatMap((map, custom) =>
    [...map].map(([name, value]) => {
      if (value.type === 'INT') checkInteger(dialect, `Property '${name}'`, value.value);
      return { node_id: id, name, is_custom_property: dialect.flag(custom === 1), ...toColumns(value, dialect) };
    }),
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

/** Inserts rows for nodes of one kind. */
export async function insertProperties(session: Session, kind: NodeKind, rows: readonly PropertyRow[]): Promise<void> {
  const { propertyTable, owner } = NODE_LAYOUT[kind];
  const owned = rows.map((row): Readonly<Record<string, unknown>> => ({ ...row, [owner]: row.node_id }));
  await insertRows(session, { table: propertyTable, columns: [owner, ...PROPERTY_COLUMNS] }, owned);
}
