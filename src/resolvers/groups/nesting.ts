import { KFP_DAG, parentIdOf, roleOf, tasksOf } from '../../conventions/index.js';
import type { ExecutionRole } from '../../generated/resolvers.js';
import { EVERYTHING } from '../../mlmd/filter/filter.js';
import type { Execution } from '../../mlmd/model.js';
import { emptyConnection, nodeConnection } from '../lists/node-list.js';
import type { ExecutionConnectionModel } from '../models.js';
import type { PageInput } from '../paging/page-input.js';
import type { Loaders, RequestContext } from '../request-context.js';

/** The graph of tasks that a step is part of; undefined for none, and where the store does not hold it. */
export async function parentOf(loaders: Loaders, execution: Execution): Promise<Execution | undefined> {
  const id = parentIdOf(execution);
  return id === undefined ? undefined : loaders.execution(id);
}

/** What a step is to its pipeline. A graph that bears the number of a pass is one only right beneath its loop. */
export async function roleIn(loaders: Loaders, execution: Execution): Promise<ExecutionRole> {
  const role = roleOf(execution);
  if (role !== 'ITERATION') return role;
  const parent = await parentOf(loaders, execution);
  return parent === undefined || roleOf(parent) === 'LOOP' ? role : 'DAG';
}

const BY_ID = { field: 'ID', direction: 'ASC' } as const;

/** Lists the steps of which a graph of tasks is made, by id. */
export function childConnection(
  request: RequestContext,
  { id, typeName }: Execution,
  page: PageInput,
): ExecutionConnectionModel {
  const args = { ...page, orderBy: BY_ID };
  if (typeName !== KFP_DAG) return emptyConnection(request, 'EXECUTION', args);
  return nodeConnection(request, 'EXECUTION', args, EVERYTHING, tasksOf(id));
}
