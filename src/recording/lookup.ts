import { MetadataError } from '../errors.js';
import { expectId, type GlobalIdKind } from '../global-id.js';
import type { Column, Filter } from '../mlmd/filter/filter.js';
import type { Artifact, Execution, NodeKind, NodeOf } from '../mlmd/model.js';
import type { MetadataTransaction } from '../mlmd/store.js';

/** The nodes that match, lowest ids first. */
export async function firstNodes<K extends NodeKind>(
  transaction: MetadataTransaction,
  kind: K,
  filter: Filter,
  limit: number,
): Promise<readonly NodeOf[K][]> {
  const order = { field: 'ID', descending: false } as const;
  const [page] = await transaction.nodePages(kind, { filter, order, page: { limit } });
  return page?.items.map(({ value }) => value) ?? [];
}

/** The node with the lowest id of those that match. */
export async function firstNode<K extends NodeKind>(
  transaction: MetadataTransaction,
  kind: K,
  filter: Filter,
): Promise<NodeOf[K] | undefined> {
  return (await firstNodes(transaction, kind, filter, 1))[0];
}

/** The artifact that an id of the API names. `INVALID_ARGUMENT` for an id of another kind, `NOT_FOUND` for an unknown one. */
export async function artifactOf(transaction: MetadataTransaction, id: string, argument: string): Promise<Artifact> {
  const [found] = await transaction.nodesById('ARTIFACT', [expectId(id, 'ARTIFACT', argument).id]);
  return found ?? refuseUnknown('ARTIFACT', id, argument);
}

/** The execution that an id of the API names. `INVALID_ARGUMENT` for an id of another kind, `NOT_FOUND` for an unknown one. */
export async function executionOf(transaction: MetadataTransaction, id: string, argument: string): Promise<Execution> {
  const [found] = await transaction.nodesById('EXECUTION', [expectId(id, 'EXECUTION', argument).id]);
  return found ?? refuseUnknown('EXECUTION', id, argument);
}

/** Fails for an id that is well formed and names nothing. */
export function refuseUnknown(kind: GlobalIdKind, id: string, argument: string): never {
  const what = kind === 'RUN_NAME' ? 'run' : kind.toLowerCase();
  throw new MetadataError('NOT_FOUND', `There is no ${what} ${JSON.stringify(id)}.`, { argument });
}

/** A column that equals a text. */
export function columnIs(column: Column, value: string): Filter {
  return { op: 'COLUMN', column, test: { op: 'COMPARE', comparison: '=', value: { type: 'STRING', value } } };
}

/** A declared or a custom property that equals a text. */
export function propertyIs(name: string, custom: boolean, value: string): Filter {
  return { op: 'PROPERTY', name, custom, test: { op: 'COMPARE', comparison: '=', value: { type: 'STRING', value } } };
}
