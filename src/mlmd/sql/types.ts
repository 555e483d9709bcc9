import { type Selectable, sql } from 'kysely';
import {
  type BaseType,
  type NodeKind,
  type NodeType,
  PROPERTY_TYPES,
  type PropertyType,
  type TypeId,
} from '../model.js';
import type { TypeSelector } from '../store.js';
import { groupBy } from './pages.js';
import { SYSTEM_TYPES } from './schema.js';
import { NEVER, type Session } from './session.js';
import { NODE_LAYOUT, type Tables } from './tables.js';
import { toOptionalText, toText } from './values.js';

/** Reads types: see `MetadataReader.types`. One statement, so that it sees one state of the store. */
export async function types(session: Session, selector: TypeSelector = {}): Promise<readonly NodeType[]> {
  const byType = groupBy(await typeRows(session, selector), (row) => row.id);
  return [...byType.values()].flatMap((rows) => {
    const [first] = rows;
    // A number that is none of the three kinds is nothing that we could show.
    const kind = KINDS.find((candidate) => NODE_LAYOUT[candidate].typeKind === first?.type_kind);
    return first === undefined || kind === undefined ? [] : [toNodeType(kind, first, declaredIn(rows))];
  });
}

/** A type with one of the properties that it declares, if it does. */
type TypeRow = Selectable<Tables['Type']> & {
  readonly base_name: string | null;
  readonly property_name: string | null;
  readonly property_type: bigint | null;
};

async function typeRows(
  { db, dialect }: Session,
  { kind, names, ids, externalIds }: TypeSelector,
): Promise<readonly TypeRow[]> {
  const isOneOf = (column: string, texts: readonly string[]) =>
    texts.length === 0 ? NEVER : dialect.oneOf(sql.ref(column), texts);
  let query = db
    .selectFrom('Type as t')
    .leftJoin('TypeProperty as d', 'd.type_id', 't.id')
    .selectAll('t')
    .select(['d.name as property_name', 'd.data_type as property_type'])
    .select(baseName(db).as('base_name'))
    .orderBy('t.id')
    .orderBy(dialect.bytes(sql`d.name`));
  if (kind !== undefined) query = query.where('t.type_kind', '=', NODE_LAYOUT[kind].typeKind);
  if (ids !== undefined) query = query.where('t.id', 'in', dialect.ids(ids));
  if (names !== undefined) query = query.where(isOneOf('t.name', names));
  if (externalIds !== undefined) query = query.where(isOneOf('t.external_id', externalIds));
  return query.execute();
}

/** The properties that the rows of a type declare, in name order; those of a type that we do not know are left out. */
function declaredIn(rows: readonly TypeRow[]): ReadonlyMap<string, PropertyType> {
  return new Map(
    rows.flatMap(({ property_name, property_type }) => {
      const type = PROPERTY_TYPES[Number(property_type)];
      return property_name === null || type === undefined ? [] : [[toText(property_name), type] as const];
    }),
  );
}

/** The name of the system type that the type `t` of a query extends: one at most is written, the first of several counts. */
export function baseName(db: Session['db']) {
  return db
    .selectFrom('ParentType as p')
    .innerJoin('Type as b', 'b.id', 'p.parent_type_id')
    .select('b.name')
    .where('p.type_id', '=', sql.ref<bigint>('t.id'))
    .orderBy('b.id')
    .limit(1n);
}

function toNodeType(kind: NodeKind, row: TypeRow, properties: ReadonlyMap<string, PropertyType>): NodeType {
  return {
    kind,
    id: row.id as TypeId,
    name: toText(row.name),
    version: toOptionalText(row.version) || undefined,
    description: toOptionalText(row.description),
    externalId: toOptionalText(row.external_id),
    baseType: toBaseType(row.base_name),
    properties,
    inputType: toOptionalText(row.input_type),
    outputType: toOptionalText(row.output_type),
  };
}

const KINDS: readonly NodeKind[] = ['ARTIFACT', 'EXECUTION', 'CONTEXT'];

/** The system type of that name; undefined for any other type, which a damaged store may name as a parent. */
export function toBaseType(name: string | null): BaseType | undefined {
  return SYSTEM_TYPES.find((type) => type.name === name)?.name;
}
