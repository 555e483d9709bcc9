import type { ArtifactFilter, ExecutionFilter, Order } from '../../generated/resolvers.js';
import type { Filter, Scope } from '../../mlmd/filter/filter.js';
import type { NodeKind, NodeOf } from '../../mlmd/model.js';
import type { Page } from '../../mlmd/store.js';
import { toArtifactFilter, toExecutionFilter } from '../filter/node-filter.js';
import type { ArtifactConnectionModel, ExecutionConnectionModel } from '../models.js';
import { type Connection, createConnection, type Edge, plainEdges } from '../paging/connection.js';
import { type PageInput, toPageArgs } from '../paging/page-input.js';
import type { RequestContext } from '../request-context.js';
import { toNodeOrder } from './node-order.js';

/** The arguments of a list of nodes. */
export interface NodeListArgs<F> extends PageInput {
  readonly filter?: F | null | undefined;
  readonly orderBy?: Order | null | undefined;
}

/**
 * Lists nodes, of a scope or of the whole store.
 *
 * @throws MetadataError `INVALID_ARGUMENT` and `RESOURCE_EXHAUSTED` as {@link toPageArgs} does.
 */
export function nodeConnection<K extends NodeKind>(
  { loaders, limits }: RequestContext,
  kind: K,
  args: NodeListArgs<unknown>,
  filter: Filter,
  scope?: Scope,
): Connection<Edge<NodeOf[K]>> {
  const { order, cursors } = toNodeOrder(kind, args.orderBy);
  return createConnection({
    order: cursors,
    page: toPageArgs(args, cursors, limits),
    load: (page) => loaders.nodePage(kind, { filter, order, page }, scope),
    count: () => loaders.nodeCount(kind, filter, scope),
    toEdges: plainEdges,
  });
}

/** Lists nothing, without asking the store; page arguments are read as for any list. */
export function emptyConnection<K extends NodeKind>(
  { limits }: RequestContext,
  kind: K,
  args: NodeListArgs<unknown>,
): Connection<Edge<NodeOf[K]>> {
  const { cursors } = toNodeOrder(kind, args.orderBy);
  return createConnection({
    order: cursors,
    page: toPageArgs(args, cursors, limits),
    load: async (): Promise<Page<NodeOf[K]>> => ({ items: [], hasMore: false }),
    count: async () => 0,
    toEdges: plainEdges,
  });
}

/** Lists artifacts, of a scope or of the whole store. */
export async function artifactConnection(
  request: RequestContext,
  args: NodeListArgs<ArtifactFilter>,
  scope?: Scope,
): Promise<ArtifactConnectionModel> {
  return nodeConnection(
    request,
    'ARTIFACT',
    args,
    await toArtifactFilter(args.filter, 'filter', request.loaders),
    scope,
  );
}

/** Lists executions, of a scope or of the whole store. */
export async function executionConnection(
  request: RequestContext,
  args: NodeListArgs<ExecutionFilter>,
  scope?: Scope,
): Promise<ExecutionConnectionModel> {
  return nodeConnection(
    request,
    'EXECUTION',
    args,
    await toExecutionFilter(args.filter, 'filter', request.loaders),
    scope,
  );
}
