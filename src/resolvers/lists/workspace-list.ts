import { WORKSPACE_TYPES } from '../../conventions/index.js';
import type { WorkspaceFilter } from '../../generated/resolvers.js';
import type { Filter } from '../../mlmd/filter/filter.js';
import { isOneOf } from '../../mlmd/filter/tests.js';
import { checkFilter } from '../filter/check-filter.js';
import { columnConditions, isGiven } from '../filter/string-filter.js';
import { toWorkspace } from '../groups/find-group.js';
import type { WorkspaceConnectionModel } from '../models.js';
import { createConnection } from '../paging/connection.js';
import { toPageArgs } from '../paging/page-input.js';
import type { RequestContext } from '../request-context.js';
import type { NodeListArgs } from './node-list.js';
import { toNodeOrder } from './node-order.js';

/** Lists the workspaces of the store. */
export function workspaceConnection(
  { loaders, limits }: RequestContext,
  args: NodeListArgs<WorkspaceFilter>,
): WorkspaceConnectionModel {
  const filter = toFilter(args.filter);
  const { order, cursors } = toNodeOrder('CONTEXT', args.orderBy);
  const list = { ...cursors, name: `WORKSPACE:${cursors.name}` };
  return createConnection({
    order: list,
    page: toPageArgs(args, list, limits),
    load: (page) => loaders.nodePage('CONTEXT', { filter, order, page }),
    count: () => loaders.nodeCount('CONTEXT', filter),
    toEdges: async (items) =>
      items.flatMap(({ cursor, value }) => {
        const node = toWorkspace(value);
        return node === undefined ? [] : [{ cursor, node }];
      }),
  });
}

function toFilter(filter: WorkspaceFilter | null | undefined): Filter {
  if (isGiven(filter)) checkFilter(filter, 'filter');
  const origins = filter?.origin;
  const types = [...WORKSPACE_TYPES].filter(([, origin]) => !isGiven(origins) || origins.includes(origin));
  const ofTypes: Filter = { op: 'COLUMN', column: 'typeName', test: isOneOf(types.map(([name]) => name)) };
  return { op: 'AND', of: [ofTypes, ...columnConditions('name', filter?.name)] };
}
