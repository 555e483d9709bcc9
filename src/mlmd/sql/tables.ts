import type { Generated } from 'kysely';
import type { NodeKind } from '../model.js';

/**
 * MLMD's tables, schema version 10, as rows come out of a driver: integers are `bigint`. A store can hold anything in
 * any column (SQLite does not enforce types, and nothing has foreign keys), so these are promises of the schema only.
 *
 * @see metadata_source_query_config.cc
 */
export interface Tables {
  Type: TypeTable;
  TypeProperty: { type_id: bigint; name: string; data_type: bigint | null };
  ParentType: { type_id: bigint; parent_type_id: bigint };
  Artifact: NodeTable & { uri: string | null; state: bigint | null };
  ArtifactProperty: PropertyColumns & { artifact_id: bigint };
  Execution: NodeTable & { last_known_state: bigint | null };
  ExecutionProperty: PropertyColumns & { execution_id: bigint };
  Context: NodeTable;
  ContextProperty: PropertyColumns & { context_id: bigint };
  ParentContext: { context_id: bigint; parent_context_id: bigint };
  Event: EventTable;
  EventPath: { event_id: bigint; is_index_step: unknown; step_index: bigint | null; step_key: string | null };
  Association: { id: Generated<bigint>; context_id: bigint; execution_id: bigint };
  Attribution: { id: Generated<bigint>; context_id: bigint; artifact_id: bigint };
  MLMDEnv: { schema_version: bigint };
}

interface TypeTable {
  id: Generated<bigint>;
  name: string;
  version: string | null;
  type_kind: bigint;
  description: string | null;
  input_type: string | null;
  output_type: string | null;
  external_id: string | null;
}

/** The columns that all three node tables have. */
export interface NodeTable {
  id: Generated<bigint>;
  type_id: bigint;
  name: string | null;
  external_id: string | null;
  create_time_since_epoch: bigint;
  last_update_time_since_epoch: bigint;
}

/** The columns that all three property tables have, beside the id of the node. */
export interface PropertyColumns {
  name: string;
  is_custom_property: unknown;
  int_value: bigint | null;
  double_value: number | null;
  string_value: string | null;
  proto_value: unknown;
  bool_value: unknown;
}

interface EventTable {
  id: Generated<bigint>;
  artifact_id: bigint;
  execution_id: bigint;
  type: bigint;
  milliseconds_since_epoch: bigint | null;
}

/** Where the nodes of one kind are kept. */
export interface NodeLayout {
  readonly table: 'Artifact' | 'Execution' | 'Context';
  readonly propertyTable: 'ArtifactProperty' | 'ExecutionProperty' | 'ContextProperty';
  /** The column of the property table that holds the node's id. */
  readonly owner: 'artifact_id' | 'execution_id' | 'context_id';
  /** `Type.type_kind`. */
  readonly typeKind: bigint;
  readonly stateColumn: 'state' | 'last_known_state' | undefined;
  readonly hasUri: boolean;
  /** Which table says that a node is in a context, and its two columns. */
  readonly membership: {
    readonly table: 'Attribution' | 'Association' | 'ParentContext';
    readonly member: 'artifact_id' | 'execution_id' | 'context_id';
    readonly context: 'context_id' | 'parent_context_id';
  };
}

/** The layout of each kind. Source of the numbers: `TypeKind` in metadata_access_object.h. */
export const NODE_LAYOUT: Readonly<Record<NodeKind, NodeLayout>> = {
  ARTIFACT: {
    table: 'Artifact',
    propertyTable: 'ArtifactProperty',
    owner: 'artifact_id',
    typeKind: 1n,
    stateColumn: 'state',
    hasUri: true,
    membership: { table: 'Attribution', member: 'artifact_id', context: 'context_id' },
  },
  EXECUTION: {
    table: 'Execution',
    propertyTable: 'ExecutionProperty',
    owner: 'execution_id',
    typeKind: 0n,
    stateColumn: 'last_known_state',
    hasUri: false,
    membership: { table: 'Association', member: 'execution_id', context: 'context_id' },
  },
  CONTEXT: {
    table: 'Context',
    propertyTable: 'ContextProperty',
    owner: 'context_id',
    typeKind: 2n,
    stateColumn: undefined,
    hasUri: false,
    membership: { table: 'ParentContext', member: 'context_id', context: 'parent_context_id' },
  },
};
