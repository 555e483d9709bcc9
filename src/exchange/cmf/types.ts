import { MetadataError } from '../../errors.js';
import type { NodeKind, Properties, PropertyType, TypeId } from '../../mlmd/model.js';
import type { MetadataTransaction } from '../../mlmd/store.js';

/** Type names of CMF's contexts. */
export const PIPELINE_TYPE = 'Parent_Context';
export const STAGE_TYPE = 'Pipeline_Stage';

/** The custom property in which a copy keeps when the row that it was copied from was made. */
export const ORIGINAL_TIME = 'original_create_time_since_epoch';

const FILE: Readonly<Record<string, PropertyType>> = { git_repo: 'STRING', Commit: 'STRING', url: 'STRING' };

/** The properties that cmflib declares. Source: metadata_helper.py and cmf.py of cmflib 0.1.0. */
const CONTEXTS: ReadonlyMap<string, Readonly<Record<string, PropertyType>>> = new Map([
  [PIPELINE_TYPE, { Pipeline: 'STRING' }],
  [STAGE_TYPE, { Pipeline_Stage: 'STRING' }],
]);
const ARTIFACTS: ReadonlyMap<string, Readonly<Record<string, PropertyType>>> = new Map([
  ['Dataset', FILE],
  ['Dataslice', FILE],
  ['Environment', FILE],
  ['Label', FILE],
  ['Step_Metrics', { Commit: 'STRING', url: 'STRING' }],
  ['Metrics', { metrics_name: 'STRING' }],
  ['Model', { model_framework: 'STRING', model_type: 'STRING', model_name: 'STRING', Commit: 'STRING', url: 'STRING' }],
]);
const EXECUTION: Readonly<Record<string, PropertyType>> = {
  Execution_uuid: 'STRING',
  Context_Type: 'STRING',
  Context_ID: 'INT',
  Execution: 'STRING',
  Execution_type_name: 'STRING',
  Pipeline_Type: 'STRING',
  Pipeline_id: 'INT',
  Git_Repo: 'STRING',
  Git_Start_Commit: 'STRING',
  Git_End_Commit: 'STRING',
};

/** What cmflib declares for a type; every type of an execution declares the same. Empty for a type that is not its own. */
export function declaredBy(kind: NodeKind, typeName: string): Readonly<Record<string, PropertyType>> {
  switch (kind) {
    case 'EXECUTION':
      return EXECUTION;
    case 'ARTIFACT':
      return ARTIFACTS.get(typeName) ?? {};
    case 'CONTEXT':
      return CONTEXTS.get(typeName) ?? {};
    default:
      return kind satisfies never;
  }
}

/** A node by the name of its type. */
export interface Typed {
  readonly type: string;
  readonly properties: Properties;
}

/**
 * Registers the types that new nodes need: each with what cmflib declares, and what the nodes hold beyond that. A stored
 * type gets what it lacks, as cmflib uses whatever type of the name is there.
 *
 * @returns what finds the id of a type by its name.
 */
export async function registerTypes(
  transaction: MetadataTransaction,
  kind: NodeKind,
  nodes: readonly Typed[],
): Promise<(typeName: string) => TypeId> {
  const properties = new Map<string, Map<string, PropertyType>>();
  for (const node of nodes) {
    const held = properties.get(node.type) ?? new Map(Object.entries(declaredBy(kind, node.type)));
    for (const [name, { type }] of node.properties) if (!held.has(name)) held.set(name, type);
    properties.set(node.type, held);
  }
  const puts = [...properties].map(([name, held]) => ({ ...EVOLVING, kind, name, properties: held }));
  const types = puts.length === 0 ? [] : await transaction.putTypes(puts);
  const ids = new Map(puts.map(({ name }, index) => [name, types[index]?.id]));
  return (typeName) => given(ids.get(typeName));
}

const EVOLVING = { canAddFields: true, canOmitFields: true } as const;

/** An id that the store has just given. */
export function given<Id>(id: Id | undefined): Id {
  if (id === undefined) throw new MetadataError('INTERNAL', 'The store gave no id for what it was to write.');
  return id;
}
