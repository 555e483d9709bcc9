import type { Order, OrderField } from '../../generated/resolvers.js';
import type { NodeKind } from '../../mlmd/model.js';
import type { NodeOrder } from '../../mlmd/store.js';
import { invalid } from '../invalid.js';
import type { CursorKey, CursorOrder } from '../paging/cursor.js';
import type { RunOrder } from '../request-context.js';

/** Newest first: what a list is ordered by where the caller does not say. */
const NEWEST_FIRST: Order = { field: 'CREATED_AT', direction: 'DESC' };

const FIELDS: Readonly<
  Record<OrderField, { readonly field: NodeOrder['field']; readonly keys: readonly CursorKey[] }>
> = {
  ID: { field: 'ID', keys: ['INT'] },
  CREATED_AT: { field: 'CREATE_TIME', keys: ['INT', 'INT'] },
  UPDATED_AT: { field: 'UPDATE_TIME', keys: ['INT', 'INT'] },
  NAME: { field: 'NAME', keys: ['TEXT_OR_NULL', 'INT'] },
};

/** As the store gives them: the order's key, then what makes it unique (name or time, the context's id, the workspace's). */
const RUN_FIELDS: Readonly<Record<RunOrder['field'], readonly CursorKey[]>> = {
  CREATE_TIME: ['INT', 'TEXT', 'INT', 'INT'],
  NAME: ['TEXT', 'INT', 'INT', 'INT'],
};

/** An order as the store takes it, and as cursors know it. */
export interface ListOrder<O> {
  readonly order: O;
  readonly cursors: CursorOrder;
}

/** How a list of nodes is ordered. */
export function toNodeOrder(kind: NodeKind, orderBy: Order | null | undefined): ListOrder<NodeOrder> {
  const by = orderBy ?? NEWEST_FIRST;
  const { field, keys } = FIELDS[by.field];
  return {
    order: { field, descending: by.direction === 'DESC' },
    cursors: { name: `${kind}:${by.field}:${by.direction}`, keys },
  };
}

/**
 * How a list of runs is ordered; a run that is only a name has neither an id nor a time of change.
 *
 * @throws MetadataError `INVALID_ARGUMENT` for an order that runs do not have.
 */
export function toRunOrder(orderBy: Order | null | undefined): ListOrder<RunOrder> {
  const by = orderBy ?? NEWEST_FIRST;
  const { field } = FIELDS[by.field];
  if (field !== 'CREATE_TIME' && field !== 'NAME') {
    throw invalid('orderBy.field', `Runs are ordered by CREATED_AT or NAME, not by ${by.field}.`);
  }
  return {
    order: { field, descending: by.direction === 'DESC' },
    cursors: { name: `RUN:${by.field}:${by.direction}`, keys: RUN_FIELDS[field] },
  };
}
