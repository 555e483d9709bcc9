import { metricsTypeOf } from '../../conventions/index.js';
import type { MetricsType } from '../../generated/resolvers.js';
import type { Artifact, ArtifactId } from '../../mlmd/model.js';
import { kindOf } from '../artifact-kind.js';
import { isGiven } from '../filter/string-filter.js';
import { memoryConnection } from '../lists/memory-list.js';
import type { ModelMetricsConnectionModel, ModelMetricsEdgeModel } from '../models.js';
import type { CursorOrder } from '../paging/cursor.js';
import { type PageInput, toPageArgs } from '../paging/page-input.js';
import type { RequestContext } from '../request-context.js';
import { allEventsOf } from './all-events.js';

const BY_ID: CursorOrder = { name: 'MODEL_METRICS', keys: ['INT'] };

/** Metrics of a model, and what joins the two. */
export interface LinkedMetrics {
  readonly metrics: Artifact;
  readonly via: ModelMetricsEdgeModel['via'];
}

/** Lists the metrics of a model, by id. */
export async function modelMetrics(
  request: RequestContext,
  model: Artifact,
  args: PageInput & { readonly metricsType?: MetricsType | null | undefined },
): Promise<ModelMetricsConnectionModel> {
  const page = toPageArgs(args, BY_ID, request.limits);
  const linked = await metricsOfModel(request, model);
  const { metricsType } = args;
  return memoryConnection(
    {
      order: BY_ID,
      items: isGiven(metricsType) ? linked.filter(({ metrics }) => metricsTypeOf(metrics) === metricsType) : linked,
      positionOf: ({ metrics }) => [metrics.id],
      toEdges: async (items) => items.map(({ value: { metrics, via }, cursor }) => ({ cursor, node: metrics, via })),
    },
    page,
  );
}

/**
 * Finds the metrics that name a model, and those that an execution wrote which wrote or read the model.
 *
 * @returns by id.
 * @throws MetadataError `RESOURCE_EXHAUSTED` for a model or an execution with more events than a walk may follow.
 */
export async function metricsOfModel(request: RequestContext, model: Artifact): Promise<readonly LinkedMetrics[]> {
  const { loaders } = request;
  const [naming, nearIds] = await Promise.all([loaders.metricsNaming(model.id), idsNear(request, model)]);
  const near = await Promise.all([...nearIds].map((id) => loaders.artifact(id)));
  const linked = new Map<ArtifactId, LinkedMetrics>();
  for (const metrics of naming) linked.set(metrics.id, { metrics, via: nearIds.has(metrics.id) ? 'BOTH' : 'PROPERTY' });
  for (const metrics of near) {
    if (metrics === undefined || kindOf(metrics) !== 'METRICS' || linked.has(metrics.id)) continue;
    linked.set(metrics.id, { metrics, via: 'GRAPH' });
  }
  return [...linked.values()].sort((left, right) => (left.metrics.id < right.metrics.id ? -1 : 1));
}

/** What the executions wrote that wrote or read the model. */
async function idsNear(request: RequestContext, model: Artifact): Promise<ReadonlySet<ArtifactId>> {
  const [written, read] = await Promise.all([
    allEventsOf(request, model, 'UPSTREAM'),
    allEventsOf(request, model, 'DOWNSTREAM'),
  ]);
  const executionIds = new Set([...written, ...read].map(({ executionId }) => executionId));
  const outputs = await Promise.all(
    [...executionIds].map((id) => allEventsOf(request, { kind: 'EXECUTION', id }, 'DOWNSTREAM')),
  );
  return new Set(outputs.flat().map(({ artifactId }) => artifactId));
}
