import { MetadataError } from '../../../../errors.js';
import type { Filter } from '../../../filter/filter.js';
import { parseFilterQuery } from '../../../filter/query.js';
import type { NodeKind } from '../../../model.js';
import type { MetadataReader } from '../../../store.js';
import { fromNode, type NodeMessageOf } from '../../codec/nodes.js';
import type { ListOperationOptions } from '../../generated/ml_metadata/proto/metadata_store.js';
import { allNodes, BY_ID } from './all-nodes.js';
import { nextToken, orderOf, positionOf, tokenOf } from './page-token.js';

/** Part of a list, and the token that asks for what comes after it; undefined at the end. */
export interface Listing<K extends NodeKind> {
  readonly nodes: readonly NodeMessageOf[K][];
  readonly nextPageToken: string | undefined;
}

/** A page where none is asked for, and the largest. Source: ListOperationOptions.max_result_size. */
const PAGE_SIZE = { default: 20, max: 100 };
/** The engine adds one to the size, so this it cannot take. */
const INT32_MAX = 2 ** 31 - 1;

/**
 * Lists the nodes that match: all of them, by id, without options, else the page that the options ask for. A page
 * size over 100 is 100, with a token for the rest; the engine drops the rest without one.
 *
 * @throws MetadataError `INVALID_ARGUMENT` for options that say nothing sensible; `RESOURCE_EXHAUSTED` for more than
 *   `maxBytes` without options.
 */
export async function listNodes<K extends NodeKind>(
  reader: MetadataReader,
  kind: K,
  filter: Filter,
  options: ListOperationOptions | undefined,
  maxBytes: number,
): Promise<Listing<K>> {
  if (options === undefined) {
    return { nodes: await allNodes(reader, kind, filter, maxBytes), nextPageToken: undefined };
  }
  const limit = pageSizeOf(options);
  const order = orderOf(options);
  const token = tokenOf(options, order);
  const [page] = await reader.nodePages(kind, {
    filter: withQuery(kind, filter, options),
    order,
    page: { limit, from: token && positionOf(token, order) },
  });
  const { items, hasMore } = page ?? { items: [], hasMore: false };
  const positions = items.map(({ position }) => position);
  return {
    nodes: items.map(({ value }) => fromNode<K>(value)),
    nextPageToken: hasMore ? nextToken(options, order, positions, token) : undefined,
  };
}

/**
 * Lists those nodes of a type or a context that match the options. Where it has no nodes at all, the engine does not
 * look at the options.
 *
 * @returns undefined for no nodes at all.
 */
export async function listMembers<K extends NodeKind>(
  reader: MetadataReader,
  kind: K,
  members: Filter,
  options: ListOperationOptions | undefined,
  maxBytes: number,
): Promise<Listing<K> | undefined> {
  if (options !== undefined && !(await hasNodes(reader, kind, members))) return undefined;
  return listNodes(reader, kind, members, options, maxBytes);
}

async function hasNodes(reader: MetadataReader, kind: NodeKind, filter: Filter): Promise<boolean> {
  const [page] = await reader.nodePages(kind, { filter, order: BY_ID, page: { limit: 0 } });
  return page?.hasMore === true;
}

function pageSizeOf({ maxResultSize: size = PAGE_SIZE.default }: ListOperationOptions): number {
  if (size < 1 || size === INT32_MAX) {
    throw new MetadataError('INVALID_ARGUMENT', `The max_result_size of a list is 1 to 100, not ${size}.`);
  }
  return Math.min(size, PAGE_SIZE.max);
}

/** An empty filter query is none. */
function withQuery(kind: NodeKind, filter: Filter, { filterQuery }: ListOperationOptions): Filter {
  if (!filterQuery) return filter;
  return { op: 'AND', of: [filter, { op: 'QUERY', query: parseFilterQuery(kind, filterQuery) }] };
}
