import { MetadataError } from '../../errors.js';
import { checkLine, checkType, evolved } from '../checks/types.js';
import {
  BASE_TYPES,
  type BaseType,
  type NodeKind,
  type NodeType,
  PROPERTY_TYPES,
  type PropertyType,
  type TypeId,
} from '../model.js';
import type { TypePut } from '../store.js';
import { insertRows } from './insert-rows.js';
import type { Session } from './session.js';
import { NODE_LAYOUT } from './tables.js';
import { types } from './types.js';
import { UniqueViolation } from './unique-violation.js';

/** Registers types in order: see `MetadataTransaction.putTypes`. */
export async function putTypes(
  session: Session,
  puts: readonly TypePut[],
): Promise<readonly { readonly id: TypeId; readonly created: boolean }[]> {
  for (const put of puts) checkType(put);
  // A type may not extend what extends it, and only system types are ever extended.
  const names = new Set(
    puts.flatMap(({ kind, name, baseType }) => (baseType === undefined ? [name] : [name, ...BASE_TYPES[kind]])),
  );
  const known = new KnownTypes(await types(session, { names: [...names] }));
  const results: { readonly id: TypeId; readonly created: boolean }[] = [];
  for (const put of puts) {
    const stored = known.find(put.kind, put.name, put.version || undefined);
    results.push({
      id: stored === undefined ? await insertType(session, known, put) : await evolveType(session, known, stored, put),
      created: stored === undefined,
    });
  }
  return results;
}

/** The types as they stand after what was put so far. Nothing keeps doubles out of the table; the lowest id counts. */
class KnownTypes {
  readonly #types: NodeType[];

  constructor(stored: readonly NodeType[]) {
    this.#types = [...stored];
  }

  find(kind: NodeKind, name: string, version: string | undefined): NodeType | undefined {
    return this.#types.find((type) => type.kind === kind && type.name === name && type.version === version);
  }

  /** What the system type of a name extends in turn. */
  baseOf(kind: NodeKind, name: BaseType): BaseType | undefined {
    return this.find(kind, name, undefined)?.baseType;
  }

  set(type: NodeType): void {
    const place = this.#types.findIndex(({ id }) => id === type.id);
    if (place < 0) this.#types.push(type);
    else this.#types[place] = type;
  }
}

async function insertType(session: Session, known: KnownTypes, put: TypePut): Promise<TypeId> {
  const isExecution = put.kind === 'EXECUTION';
  const id = await insertTypeRow(session, {
    kind: put.kind,
    name: put.name,
    version: put.version || undefined,
    description: put.description,
    inputType: isExecution ? put.inputType : undefined,
    outputType: isExecution ? put.outputType : undefined,
    externalId: put.externalId,
  });
  await insertProperties(session, id, [...put.properties]);
  if (put.baseType !== undefined)
    await extend(
      session,
      known,
      { kind: put.kind, name: put.name, version: put.version || undefined, id },
      put.baseType,
    );
  const { kind, name, description, externalId, baseType, properties, inputType, outputType } = put;
  const version = put.version || undefined;
  known.set({ kind, id, name, version, description, externalId, baseType, properties, inputType, outputType });
  return id;
}

/** Adds to a stored type what the flags allow. Its description, inputs and outputs stay as they are. */
async function evolveType(session: Session, known: KnownTypes, stored: NodeType, put: TypePut): Promise<TypeId> {
  const { type, added, baseType } = evolved(stored, put);
  await insertProperties(session, stored.id, added);
  if (baseType !== undefined) await extend(session, known, stored, baseType);
  const { externalId } = type;
  if (externalId !== undefined && externalId !== stored.externalId) {
    await named(externalId, () =>
      session.db.updateTable('Type').set({ external_id: externalId }).where('id', '=', stored.id).execute(),
    );
  }
  known.set(type);
  return stored.id;
}

/** What is in a row of `Type`. */
type TypeRow = Pick<NodeType, 'kind' | 'name'> &
  Partial<Pick<NodeType, 'version' | 'description' | 'inputType' | 'outputType' | 'externalId'>>;

async function insertTypeRow(session: Session, row: TypeRow): Promise<TypeId> {
  const columns = {
    name: row.name,
    version: row.version ?? null,
    type_kind: NODE_LAYOUT[row.kind].typeKind,
    description: row.description ?? null,
    input_type: row.inputType ?? null,
    output_type: row.outputType ?? null,
    external_id: row.externalId ?? null,
  };
  const into = { table: 'Type', columns: Object.keys(columns) as (keyof typeof columns)[] };
  const [id] = await named(row.externalId, () => insertRows(session, into, [columns]));
  return id as TypeId;
}

/** The external id is the only unique key of `Type`, over all kinds. */
async function named<T>(externalId: string | undefined, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!(error instanceof UniqueViolation)) throw error;
    throw new MetadataError('ALREADY_EXISTS', `Another type has the externalId '${externalId}'.`, { cause: error });
  }
}

async function insertProperties(
  session: Session,
  typeId: TypeId,
  properties: readonly (readonly [name: string, type: PropertyType])[],
): Promise<void> {
  const rows = properties.map(([name, type]) => ({
    type_id: typeId,
    name,
    data_type: BigInt(PROPERTY_TYPES.indexOf(type)),
  }));
  await insertRows(session, { table: 'TypeProperty', columns: ['type_id', 'name', 'data_type'] }, rows);
}

/** Links a type to its system type, which stores that were made by older releases may lack. */
async function extend(
  session: Session,
  known: KnownTypes,
  type: Pick<NodeType, 'kind' | 'name' | 'version' | 'id'>,
  baseType: BaseType,
): Promise<void> {
  const { kind, id } = type;
  checkLine(type, baseType, (name) => known.baseOf(kind, name));
  let base = known.find(kind, baseType, undefined);
  if (base === undefined) {
    const row = { kind, name: baseType };
    const unset = { version: undefined, description: undefined, externalId: undefined, baseType: undefined };
    const baseId = await insertTypeRow(session, row);
    base = { ...row, ...unset, id: baseId, properties: new Map(), inputType: undefined, outputType: undefined };
    known.set(base);
  }
  const link = { type_id: id, parent_type_id: base.id };
  await insertRows(session, { table: 'ParentType', columns: ['type_id', 'parent_type_id'] }, [link]);
}
