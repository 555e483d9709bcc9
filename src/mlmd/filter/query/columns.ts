import type { NodeKind } from '../../model.js';
import type { NodeColumn, Relation, ValueColumn, ValueType } from './tree.js';

/** Columns by MLMD's names, and the types of their values. */
export type Columns = Readonly<Partial<Record<NodeColumn, ValueType>>>;

const TIMES = { create_time_since_epoch: 'INT64', last_update_time_since_epoch: 'INT64' } as const;
const COMMON = { id: 'INT64', name: 'STRING', type: 'STRING', ...TIMES } as const;
const EVENT = { type: 'INT64', milliseconds_since_epoch: 'INT64' } as const;

/** The columns that a node of each kind has. */
export const NODE_COLUMNS: Readonly<Record<NodeKind, Columns>> = {
  ARTIFACT: { ...COMMON, type_id: 'INT64', external_id: 'STRING', uri: 'STRING', state: 'INT64' },
  EXECUTION: { ...COMMON, type_id: 'INT64', external_id: 'STRING', last_known_state: 'INT64' },
  CONTEXT: { ...COMMON, type_id: 'INT64', external_id: 'STRING' },
};

/**
 * What nodes of each kind are joined with, and the columns found there. The times of parents and children and the external
 * ids of what is in a context are there because the engine's own check lets them pass, though its SQL fails on them.
 */
export const NEIGHBOR_COLUMNS: Readonly<Record<NodeKind, Readonly<Partial<Record<Relation, Columns>>>>> = {
  ARTIFACT: { contexts: COMMON, events: { ...EVENT, execution_id: 'INT64' } },
  EXECUTION: { contexts: COMMON, events: { ...EVENT, artifact_id: 'INT64' } },
  CONTEXT: {
    parent_contexts: COMMON,
    child_contexts: COMMON,
    artifacts: { ...COMMON, uri: 'STRING', state: 'INT64', external_id: 'STRING' },
    executions: { ...COMMON, last_known_state: 'INT64', external_id: 'STRING' },
  },
};

/** The types of the columns of a property's row. */
export const PROPERTY_COLUMNS: Readonly<Record<ValueColumn, ValueType>> = {
  int_value: 'INT64',
  double_value: 'FLOAT64',
  string_value: 'STRING',
  bool_value: 'BOOL',
};
