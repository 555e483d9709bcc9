import { type MetricValue, metricValuesOf } from '../../conventions/index.js';
import type { Scope } from '../../mlmd/filter/filter.js';
import type { Artifact, ExecutionId } from '../../mlmd/model.js';
import { toArtifactFilter } from '../filter/node-filter.js';
import { runScopeOf } from '../groups/scopes.js';
import type { RunModel } from '../models.js';
import type { Loaders, RequestContext } from '../request-context.js';

/** Most metrics artifacts of one run that are looked at; `schema.graphql` says so too. */
const MAX_ARTIFACTS = 1_000;
/** Most writers of one metrics artifact that are looked at. Metrics have one; a few where cached steps wrote them again. */
const MAX_WRITERS = 100;

/** The values of the metrics that a run's executions wrote, by artifact, in the order written. */
export async function runMetrics(request: RequestContext, run: RunModel): Promise<readonly MetricValue[]> {
  const { loaders } = request;
  const scope = await runScopeOf(loaders, run);
  const filter = await toArtifactFilter({ kind: ['METRICS'] }, 'kind', loaders);
  const order = { field: 'ID', descending: false } as const;
  const { items } = await loaders.nodePage('ARTIFACT', { filter, order, page: { limit: MAX_ARTIFACTS } }, scope);
  const artifacts = items.map(({ value }) => value);
  const written = await Promise.all(artifacts.map((artifact) => isWrittenIn(loaders, artifact, scope)));
  return artifacts.filter((_, index) => written[index]).flatMap(metricValuesOf);
}

/** Whether an execution of the scope wrote the artifact; the run may just as well only have read it. */
async function isWrittenIn(loaders: Loaders, artifact: Artifact, scope: Scope): Promise<boolean> {
  const { items } = await loaders.eventPage(artifact, { direction: 'UPSTREAM' }, { limit: MAX_WRITERS });
  const verdicts = await Promise.all(items.map(({ value }) => isIn(loaders, value.executionId, scope)));
  return verdicts.includes(true);
}

/** Whether an execution is in a scope. Asked of each execution, where a filter would be a call for each scope. */
async function isIn(loaders: Loaders, id: ExecutionId, { contextIds, labels }: Scope): Promise<boolean> {
  const [execution, memberOf] = await Promise.all([
    loaders.execution(id),
    loaders.contextIdsOf({ kind: 'EXECUTION', id }),
  ]);
  const isLabelled = labels?.every(({ name, value }) => {
    const stored = execution?.customProperties.get(name);
    return stored?.type === 'STRING' && stored.value === value;
  });
  return isLabelled === true || memberOf.some((contextId) => contextIds.includes(contextId));
}
