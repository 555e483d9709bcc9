import type { BaseType, NodeKind, NodeType, PropertyType, TypeId } from '../model.js';
import { SYSTEM_TYPES } from './schema.js';
import { inSnapshot, type Session } from './session.js';
import { NODE_LAYOUT } from './tables.js';

/** The types of property by MLMD's number; 0 is UNKNOWN. Source: `PropertyType` in metadata_store.proto. */
export const PROPERTY_TYPES: readonly (PropertyType | undefined)[] = [
  undefined,
  'INT',
  'DOUBLE',
  'STRING',
  'STRUCT',
  'PROTO',
  'BOOLEAN',
];

/** Which types are wanted; all, where undefined. */
export interface TypeSelector {
  readonly kind?: NodeKind;
  readonly names?: readonly string[];
  readonly ids?: readonly TypeId[];
}

/** Reads types: see `MetadataReader.types`. */
export async function types(session: Session, selector: TypeSelector = {}): Promise<readonly NodeType[]> {
  return inSnapshot(session, async ({ db, dialect }) => {
    const { kind, names, ids } = selector;
    let query = db
      .selectFrom('Type as t')
      .selectAll('t')
      .select((eb) =>
        eb
          .selectFrom('ParentType as p')
          .innerJoin('Type as b', 'b.id', 'p.parent_type_id')
          .select('b.name')
          .whereRef('p.type_id', '=', 't.id')
          .orderBy('b.id')
          .limit(1)
          .as('base_name'),
      )
      .orderBy('t.id');
    if (kind !== undefined) query = query.where('t.type_kind', '=', NODE_LAYOUT[kind].typeKind);
    if (ids !== undefined) query = query.where('t.id', 'in', dialect.ids(ids));
    if (names !== undefined) {
      const texts = dialect.rows<{ name: string }>(
        { name: 'text' },
        names.map((name) => ({ name })),
      );
      query = query.where('t.name', 'in', db.selectFrom(texts.as('names')).select('names.name'));
    }
    const rows = await query.execute();
    const properties = await db
      .selectFrom('TypeProperty')
      .selectAll()
      .where('type_id', 'in', dialect.ids(rows.map((row) => row.id)))
      .orderBy('type_id')
      .orderBy('name')
      .execute();
    const declared = new Map<bigint, Map<string, PropertyType>>();
    for (const { type_id, name, data_type } of properties) {
      const type = PROPERTY_TYPES[Number(data_type)];
      if (type === undefined) continue;
      declared.set(type_id, (declared.get(type_id) ?? new Map<string, PropertyType>()).set(name, type));
    }
    return rows.flatMap((row): readonly NodeType[] => {
      const kindOfRow = KINDS.find((candidate) => NODE_LAYOUT[candidate].typeKind === row.type_kind);
      if (kindOfRow === undefined) return [];
      return [
        {
          kind: kindOfRow,
          id: row.id as TypeId,
          name: row.name,
          version: row.version || undefined,
          description: row.description ?? undefined,
          externalId: row.external_id ?? undefined,
          baseType: toBaseType(row.base_name),
          properties: declared.get(row.id) ?? new Map(),
          inputType: row.input_type ?? undefined,
          outputType: row.output_type ?? undefined,
        },
      ];
    });
  });
}

const KINDS: readonly NodeKind[] = ['ARTIFACT', 'EXECUTION', 'CONTEXT'];

/** The system type of that name; undefined for any other type, which a damaged store may name as a parent. */
export function toBaseType(name: string | null): BaseType | undefined {
  return SYSTEM_TYPES.find((type) => type.name === name)?.name;
}
