import { descriptionOf, parametersOfRun, runOrigin } from '../conventions/index.js';
import type { RunResolvers } from '../generated/resolvers.js';
import { toGlobalId } from '../global-id.js';
import { isOver } from './execution-times.js';
import { createTimeOf, findWorkspace } from './groups/find-group.js';
import { rootDagOf } from './groups/root-dag.js';
import { runScopeOf } from './groups/scopes.js';
import { statusOfRun } from './groups/standing.js';
import { toInstant } from './instant.js';
import { artifactConnection, executionConnection } from './lists/node-list.js';
import type { RunModel } from './models.js';
import { propertiesOf } from './Property.js';
import type { RequestContext } from './request-context.js';
import { runGraph } from './walks/run-graph.js';
import { runMetrics } from './walks/run-metrics.js';
import { checkSize } from './walks/walk-input.js';

/** The id of a run; of one known only by name, the name and its workspace make it. */
export function runId({ contextId, workspaceId, name }: RunModel): string {
  return contextId === undefined
    ? toGlobalId({ kind: 'RUN_NAME', workspaceId, name })
    : toGlobalId({ kind: 'RUN', id: contextId });
}

/** Resolves a run, whether it is a context or a name. */
export const Run = {
  id: (run) => runId(run),
  displayName: ({ name }) => name,
  description: async (run, _args, request) => {
    const context = await contextOf(run, request);
    return (context && descriptionOf(context)) ?? null;
  },
  origin: async (run, _args, request) => {
    const context = await contextOf(run, request);
    // Only Kubeflow's SDK keeps runs as mere names.
    return (context && runOrigin(context)) ?? 'KUBEFLOW';
  },
  mlmdId: ({ contextId }) => contextId ?? null,
  createdAt: async (run, _args, { loaders }) => {
    const createTimeMs = await createTimeOf(loaders, run);
    return createTimeMs === undefined ? null : toInstant(createTimeMs);
  },
  status: async (run, _args, { loaders }) => (await statusOfRun(loaders, run)) ?? null,
  startedAt: async (run, _args, { loaders }) => {
    const { firstCreateTimeMs } = await loaders.executionSummary(await runScopeOf(loaders, run));
    return firstCreateTimeMs === undefined ? null : toInstant(firstCreateTimeMs);
  },
  finishedAt: async (run, _args, { loaders }) => {
    const { lastUpdateTimeMs } = await loaders.executionSummary(await runScopeOf(loaders, run));
    const status = await statusOfRun(loaders, run);
    return lastUpdateTimeMs === undefined || !isOver(status) ? null : toInstant(lastUpdateTimeMs);
  },
  workspace: async ({ workspaceId }, _args, { loaders }) =>
    (workspaceId === undefined ? undefined : await findWorkspace(loaders, workspaceId)) ?? null,
  properties: async (run, { names }, request) => {
    const context = await contextOf(run, request);
    return context === undefined ? [] : propertiesOf(context, names);
  },
  parameters: async (run, _args, request) => {
    const context = await contextOf(run, request);
    return context === undefined ? [] : parametersOfRun(context, await rootDagOf(request.loaders, context));
  },
  metrics: (run, _args, request) => runMetrics(request, run),
  executions: async (run, args, request) => executionConnection(request, args, await runScopeOf(request.loaders, run)),
  artifacts: async (run, args, request) => artifactConnection(request, args, await runScopeOf(request.loaders, run)),
  graph: (run, { maxNodes }, request) =>
    runGraph(request, run, checkSize(maxNodes, 1, 'maxNodes', request.limits, 'maxNodes')),
} satisfies RunResolvers;

async function contextOf({ contextId }: RunModel, { loaders }: RequestContext) {
  return contextId === undefined ? undefined : loaders.context(contextId);
}
