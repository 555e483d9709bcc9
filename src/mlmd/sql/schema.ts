import type { BaseType, NodeKind } from '../model.js';

export { SCHEMA_VERSION } from '../store.js';

/** The nine types that a new store holds, in the order of their ids 1 to 9. Source: metadata_access_object, system types. */
export const SYSTEM_TYPES: readonly { readonly kind: Exclude<NodeKind, 'CONTEXT'>; readonly name: BaseType }[] = [
  { kind: 'ARTIFACT', name: 'mlmd.Dataset' },
  { kind: 'ARTIFACT', name: 'mlmd.Model' },
  { kind: 'ARTIFACT', name: 'mlmd.Metrics' },
  { kind: 'ARTIFACT', name: 'mlmd.Statistics' },
  { kind: 'EXECUTION', name: 'mlmd.Train' },
  { kind: 'EXECUTION', name: 'mlmd.Transform' },
  { kind: 'EXECUTION', name: 'mlmd.Process' },
  { kind: 'EXECUTION', name: 'mlmd.Evaluate' },
  { kind: 'EXECUTION', name: 'mlmd.Deploy' },
];

/** One table: its columns in order, each with its SQL type, and the keys over several of them. */
export interface TableSchema {
  readonly columns: Readonly<Record<string, string>>;
  readonly primaryKey?: readonly string[];
  readonly unique?: readonly string[];
}

// The types are SQLite's words for MLMD's columns; a dialect that needs others maps these.
const ID = 'INTEGER PRIMARY KEY AUTOINCREMENT';
const NAME = 'VARCHAR(255)';
const FLAG = 'TINYINT(1)';
const EXTERNAL_ID = `${NAME} UNIQUE`;
const TIMES = {
  create_time_since_epoch: 'INT NOT NULL DEFAULT 0',
  last_update_time_since_epoch: 'INT NOT NULL DEFAULT 0',
};

function propertyTable(owner: string): TableSchema {
  return {
    columns: {
      [owner]: 'INT NOT NULL',
      name: `${NAME} NOT NULL`,
      is_custom_property: `${FLAG} NOT NULL`,
      int_value: 'INT',
      double_value: 'DOUBLE',
      string_value: 'TEXT',
      byte_value: 'BLOB',
      proto_value: 'BLOB',
      bool_value: 'BOOLEAN',
    },
    primaryKey: [owner, 'name', 'is_custom_property'],
  };
}

/** MLMD's fifteen tables. Source: kSQLiteMetadataSourceQueryConfig in metadata_source_query_config.cc. */
export const SCHEMA: Readonly<Record<string, TableSchema>> = {
  Type: {
    columns: {
      id: ID,
      name: `${NAME} NOT NULL`,
      version: NAME,
      type_kind: `${FLAG} NOT NULL`,
      description: 'TEXT',
      input_type: 'TEXT',
      output_type: 'TEXT',
      external_id: EXTERNAL_ID,
    },
  },
  TypeProperty: {
    columns: { type_id: 'INT NOT NULL', name: `${NAME} NOT NULL`, data_type: 'INT' },
    primaryKey: ['type_id', 'name'],
  },
  ParentType: {
    columns: { type_id: 'INT NOT NULL', parent_type_id: 'INT NOT NULL' },
    primaryKey: ['type_id', 'parent_type_id'],
  },
  Artifact: {
    columns: {
      id: ID,
      type_id: 'INT NOT NULL',
      uri: 'TEXT',
      state: 'INT',
      name: NAME,
      external_id: EXTERNAL_ID,
      ...TIMES,
    },
    unique: ['type_id', 'name'],
  },
  ArtifactProperty: propertyTable('artifact_id'),
  Execution: {
    columns: {
      id: ID,
      type_id: 'INT NOT NULL',
      last_known_state: 'INT',
      name: NAME,
      external_id: EXTERNAL_ID,
      ...TIMES,
    },
    unique: ['type_id', 'name'],
  },
  ExecutionProperty: propertyTable('execution_id'),
  Context: {
    columns: { id: ID, type_id: 'INT NOT NULL', name: `${NAME} NOT NULL`, external_id: EXTERNAL_ID, ...TIMES },
    unique: ['type_id', 'name'],
  },
  ContextProperty: propertyTable('context_id'),
  ParentContext: {
    columns: { context_id: 'INT NOT NULL', parent_context_id: 'INT NOT NULL' },
    primaryKey: ['context_id', 'parent_context_id'],
  },
  Event: {
    columns: {
      id: ID,
      artifact_id: 'INT NOT NULL',
      execution_id: 'INT NOT NULL',
      type: 'INT NOT NULL',
      milliseconds_since_epoch: 'INT',
    },
    unique: ['artifact_id', 'execution_id', 'type'],
  },
  EventPath: {
    columns: { event_id: 'INT NOT NULL', is_index_step: `${FLAG} NOT NULL`, step_index: 'INT', step_key: 'TEXT' },
  },
  Association: {
    columns: { id: ID, context_id: 'INT NOT NULL', execution_id: 'INT NOT NULL' },
    unique: ['context_id', 'execution_id'],
  },
  Attribution: {
    columns: { id: ID, context_id: 'INT NOT NULL', artifact_id: 'INT NOT NULL' },
    unique: ['context_id', 'artifact_id'],
  },
  MLMDEnv: { columns: { schema_version: 'INTEGER PRIMARY KEY' } },
};

/** A secondary index; a partial one holds the rows where its last column is not NULL. */
export interface IndexSchema {
  readonly name: string;
  readonly table: string;
  readonly columns: readonly string[];
  readonly partial?: boolean;
}

const NODE_TABLES = ['Artifact', 'Execution', 'Context'];

/** MLMD's 24 secondary indexes. */
export const INDEXES: readonly IndexSchema[] = [
  { name: 'idx_type_name', table: 'Type', columns: ['name'] },
  { name: 'idx_type_external_id', table: 'Type', columns: ['external_id'] },
  { name: 'idx_artifact_uri', table: 'Artifact', columns: ['uri'] },
  ...NODE_TABLES.flatMap((table) =>
    ['create_time_since_epoch', 'last_update_time_since_epoch', 'external_id'].map((column) => ({
      name: `idx_${table.toLowerCase()}_${column}`,
      table,
      columns: [column],
    })),
  ),
  { name: 'idx_event_execution_id', table: 'Event', columns: ['execution_id'] },
  { name: 'idx_eventpath_event_id', table: 'EventPath', columns: ['event_id'] },
  { name: 'idx_parentcontext_parent_context_id', table: 'ParentContext', columns: ['parent_context_id'] },
  ...NODE_TABLES.flatMap((table) =>
    ['int', 'double', 'string'].map((type) => ({
      name: `idx_${table.toLowerCase()}_property_${type}`,
      table: `${table}Property`,
      columns: ['name', 'is_custom_property', `${type}_value`],
      partial: true,
    })),
  ),
];

/**
 * Indexes of our own, in files that we create: MLMD has none for the contexts of an execution or of an artifact, and
 * ignores these.
 */
export const OWN_INDEXES: readonly IndexSchema[] = [
  { name: 'idx_graphql_association_execution', table: 'Association', columns: ['execution_id', 'context_id'] },
  { name: 'idx_graphql_attribution_artifact', table: 'Attribution', columns: ['artifact_id', 'context_id'] },
];
