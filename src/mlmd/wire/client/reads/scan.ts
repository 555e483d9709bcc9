import { MetadataError } from '../../../../errors.js';
import type { NodeKind, NodeOf } from '../../../model.js';
import type { NodeOrder, PageArgs, Position } from '../../../store.js';
import { unless } from '../answers.js';
import { KIND_CALLS } from '../kind-calls.js';
import type { Upstream } from '../upstream.js';
import { toNodes } from './nodes.js';
import type { KeyType } from './pages.js';

/** The most nodes that a service gives at once; of more that are asked for, the engine gives 101 and then none. */
export const PAGE_SIZE = 100;

/** The keys of each order, and what the service calls them; it has no order by name. */
export const ORDERS: {
  readonly [field in NodeOrder['field']]: {
    readonly types: readonly KeyType[];
    /** By number: `ListOperationOptions.OrderByField.Field`. */
    readonly field: 1 | 2 | 3 | undefined;
  };
} = {
  ID: { types: ['integer'], field: 3 },
  CREATE_TIME: { types: ['integer', 'integer'], field: 1 },
  UPDATE_TIME: { types: ['integer', 'integer'], field: 2 },
  NAME: { types: ['text', 'integer'], field: undefined },
};

/** Where a node stands in an order. */
export function positionOf({ field }: NodeOrder, node: NodeOf[NodeKind]): Position {
  switch (field) {
    case 'ID':
      return [node.id];
    case 'CREATE_TIME':
      return [BigInt(node.createTimeMs), node.id];
    case 'UPDATE_TIME':
      return [BigInt(node.updateTimeMs), node.id];
    case 'NAME':
      return [node.name ?? null, node.id];
    default:
      return field satisfies never;
  }
}

/** How many nodes one read may still fetch. */
export class ScanBudget {
  readonly #max: number;
  #fetched = 0;

  constructor(max: number) {
    this.#max = max;
  }

  /** Throws `RESOURCE_EXHAUSTED` where it is used up: an answer that leaves something out would look like a whole one. */
  take(kind: NodeKind, count: number): void {
    this.#fetched += count;
    if (this.#fetched <= this.#max) return;
    const message = `More than ${this.#max} ${kind.toLowerCase()}s would have to be looked through; narrow the filter (max-scan in the store's URL is the limit).`;
    throw new MetadataError('RESOURCE_EXHAUSTED', message, { details: { limit: 'max-scan', max: this.#max } });
  }
}

/**
 * The nodes for which a filter text is true, batch by batch in an order that the service knows; as a whole and in no
 * order from a service that ignores such texts, as those before 1.2 do.
 *
 * Each batch begins behind the last node of the one before, said as a condition: the service's own page tokens skip
 * nodes whose times do not rise with their ids, and repeat those of one update time.
 */
export async function* scan<K extends NodeKind>(
  upstream: Upstream,
  kind: K,
  text: string | undefined,
  order: NodeOrder,
  { from, backward = false, limit }: PageArgs,
  budget: ScanBudget,
): AsyncGenerator<readonly NodeOf[K][]> {
  const { list } = KIND_CALLS[kind];
  if (!(await upstream.takesFilters())) {
    const messages = await list(upstream.calls, undefined);
    budget.take(kind, messages.length);
    yield await toNodes(upstream, kind, messages);
    return;
  }
  const { field } = ORDERS[order.field];
  const isAsc = order.descending === backward;
  const maxResultSize = Math.min(Math.max(limit, 1), PAGE_SIZE);
  for (let behind = from; ; ) {
    const conditions = [behind && behindText(order, isAsc, behind), text].filter((part) => part !== undefined);
    const messages = await list(upstream.calls, {
      maxResultSize,
      orderByField: { field, isAsc },
      ...(conditions.length > 0 && { filterQuery: conditions.map((part) => `(${part})`).join(' AND ') }),
    });
    budget.take(kind, messages.length);
    const nodes = await toNodes(upstream, kind, messages);
    yield nodes;
    const last = nodes.at(-1);
    if (last === undefined || nodes.length < maxResultSize) return;
    behind = positionOf(order, last);
  }
}

/** The nodes that come after a position. */
function behindText({ field }: NodeOrder, isAsc: boolean, [key, id]: Position): string {
  const beyond = isAsc ? '>' : '<';
  if (field === 'ID') return `id ${beyond} ${key}`;
  const column = field === 'CREATE_TIME' ? 'create_time_since_epoch' : 'last_update_time_since_epoch';
  return `${column} ${beyond} ${key} OR (${column} = ${key} AND id ${beyond} ${id})`;
}

/** Whether a service looks at filter texts: one that does refuses what is none. */
export async function takesFilters(calls: Upstream['calls']): Promise<boolean> {
  const answer = calls.call('getContexts', { options: { filterQuery: '(', maxResultSize: 1 } });
  return (await unless('INVALID_ARGUMENT', answer)) === undefined;
}
