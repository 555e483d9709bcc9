import { runRules } from '../../conventions/index.js';
import type { RunFilter } from '../../generated/resolvers.js';
import { expectId } from '../../global-id.js';
import type { ContextId } from '../../mlmd/model.js';
import type { Page, PageArgs, RunQuery, RunRecord } from '../../mlmd/store.js';
import { checkFilter } from '../filter/check-filter.js';
import { isGiven, stringTests } from '../filter/string-filter.js';
import { requireWorkspace, toRun } from '../groups/find-group.js';
import { statusOfRun } from '../groups/standing.js';
import type { RunConnectionModel } from '../models.js';
import { createConnection } from '../paging/connection.js';
import { toPageArgs } from '../paging/page-input.js';
import type { Loaders, RequestContext, RunOrder } from '../request-context.js';
import type { NodeListArgs } from './node-list.js';
import { toRunOrder } from './node-order.js';
import { countMatches, pageOfMatches } from './sifted-page.js';

/**
 * Lists runs, of a workspace or of the whole store.
 *
 * @param workspaceId - the workspace whose field is asked for; a filter that names another one matches nothing.
 */
export async function runConnection(
  { loaders, limits }: RequestContext,
  args: NodeListArgs<RunFilter>,
  workspaceId?: ContextId,
): Promise<RunConnectionModel> {
  const { order, cursors } = toRunOrder(args.orderBy);
  const page = toPageArgs(args, cursors, limits);
  const runs = await selectRuns(loaders, args.filter, order, workspaceId);
  return createConnection({
    order: cursors,
    page,
    load: runs.page,
    count: runs.count,
    toEdges: async (items) => items.map(({ cursor, value }) => ({ cursor, node: toRun(value) })),
  });
}

interface RunSelection {
  page(args: PageArgs): Promise<Page<RunRecord>>;
  count(): Promise<number>;
}

const NO_RUNS: RunSelection = { page: async () => ({ items: [], hasMore: false }), count: async () => 0 };

async function selectRuns(
  loaders: Loaders,
  filter: RunFilter | null | undefined,
  order: RunOrder,
  workspaceId: ContextId | undefined,
): Promise<RunSelection> {
  if (isGiven(filter)) checkFilter(filter, 'filter');
  const wanted = await wantedWorkspace(loaders, filter);
  if (workspaceId !== undefined && wanted !== undefined && wanted !== workspaceId) return NO_RUNS;
  const within = workspaceId ?? wanted;
  const query = toRunQuery(filter);
  const page = (args: PageArgs) => loaders.runPage(query, order, args, within);
  const statuses = filter?.status;
  if (!isGiven(statuses)) return { page, count: () => loaders.runCount(query, within) };
  if (statuses.length === 0) return NO_RUNS;
  const matches = async (run: RunRecord) => {
    const status = await statusOfRun(loaders, toRun(run));
    return status !== undefined && statuses.includes(status);
  };
  return { page: (args) => pageOfMatches(page, args, matches), count: () => countMatches(page, matches) };
}

async function wantedWorkspace(loaders: Loaders, filter: RunFilter | null | undefined): Promise<ContextId | undefined> {
  if (!isGiven(filter?.workspaceId)) return undefined;
  const { id } = expectId(filter.workspaceId, 'WORKSPACE', 'filter.workspaceId');
  return (await requireWorkspace(loaders, id, 'filter.workspaceId')).context.id;
}

function toRunQuery(filter: RunFilter | null | undefined): RunQuery {
  const { origin: origins, name, createdAt } = filter ?? {};
  const bound = (instant: Date | null | undefined, offset: bigint) =>
    isGiven(instant) ? BigInt(instant.getTime()) + offset : undefined;
  return {
    ...runRules(origins ?? undefined),
    name: isGiven(name) ? stringTests(name) : undefined,
    // The store's bounds are inclusive, the filter's are not.
    createdFromMs: bound(createdAt?.after, 1n),
    createdToMs: bound(createdAt?.before, -1n),
  };
}
