import { type MetricValue, metricValuesOf } from '../../conventions/index.js';
import { limitExceeded } from '../../errors.js';
import { bearLabels } from '../../mlmd/filter/evaluate.js';
import type { Scope } from '../../mlmd/filter/filter.js';
import type { Artifact, ExecutionId } from '../../mlmd/model.js';
import { toArtifactFilter } from '../filter/node-filter.js';
import { runScopeOf } from '../groups/scopes.js';
import type { RunModel } from '../models.js';
import type { Loaders, RequestContext } from '../request-context.js';
import { allEventsOf } from './all-events.js';

/**
 * The values of the metrics that a run's executions wrote, by artifact, in the order written.
 *
 * @throws MetadataError `RESOURCE_EXHAUSTED` for a run with more than `maxNodes` metrics, as a list of values has no place
 *   to say what it leaves out.
 */
export async function runMetrics(request: RequestContext, run: RunModel): Promise<readonly MetricValue[]> {
  const { loaders, limits } = request;
  const max = limits.maxNodes;
  const scope = await runScopeOf(loaders, run);
  const filter = await toArtifactFilter({ kind: ['METRICS'] }, 'kind', loaders);
  const order = { field: 'ID', descending: false } as const;
  const { items, hasMore } = await loaders.nodePage('ARTIFACT', { filter, order, page: { limit: max } }, scope);
  if (hasMore) throw limitExceeded('The number of metrics of one run', max + 1, { name: 'maxNodes', max });
  const artifacts = items.map(({ value }) => value);
  const written = await Promise.all(artifacts.map((artifact) => isWrittenIn(request, artifact, scope)));
  return artifacts.filter((_, index) => written[index]).flatMap(metricValuesOf);
}

/** Whether an execution of the scope wrote the artifact; the run may just as well only have read it. */
async function isWrittenIn(request: RequestContext, artifact: Artifact, scope: Scope): Promise<boolean> {
  const events = await allEventsOf(request, artifact, 'UPSTREAM');
  const verdicts = await Promise.all(events.map(({ executionId }) => isIn(request.loaders, executionId, scope)));
  return verdicts.includes(true);
}

/** Whether an execution is in a scope. Asked of each execution, where a filter would be a call for each scope. */
async function isIn(loaders: Loaders, id: ExecutionId, { contextIds, labels }: Scope): Promise<boolean> {
  const [execution, memberOf] = await Promise.all([
    loaders.execution(id),
    loaders.contextIdsOf({ kind: 'EXECUTION', id }),
  ]);
  const isLabelled = execution !== undefined && bearLabels(execution.customProperties, labels);
  return isLabelled || memberOf.some((contextId) => contextIds.includes(contextId));
}
