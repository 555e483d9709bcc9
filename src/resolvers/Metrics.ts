import { metricsTypeOf, metricValuesOf, referredDataSetId, referredModelId } from '../conventions/index.js';
import type { MetricsResolvers } from '../generated/resolvers.js';
import type { ArtifactId, Artifact as ArtifactModel } from '../mlmd/model.js';
import { artifactFields } from './Artifact.js';
import { kindOf } from './artifact-kind.js';
import type { Loaders } from './request-context.js';

/** Resolves an artifact that holds the results of a measurement. */
export const Metrics = {
  ...artifactFields,
  metricsType: (metrics) => metricsTypeOf(metrics) ?? null,
  values: (metrics) => metricValuesOf(metrics),
  value: (metrics, { name }) => metricValuesOf(metrics).find((value) => value.name === name) ?? null,
  model: (metrics, _args, { loaders }) => referred(loaders, referredModelId(metrics), 'MODEL'),
  dataSet: (metrics, _args, { loaders }) => referred(loaders, referredDataSetId(metrics), 'DATA_SET'),
} satisfies MetricsResolvers;

/** The artifact that the metrics name: nothing checks that it is there, nor that it is what it should be. */
async function referred(
  loaders: Loaders,
  id: ArtifactId | undefined,
  kind: 'MODEL' | 'DATA_SET',
): Promise<ArtifactModel | null> {
  const artifact = id === undefined ? undefined : await loaders.artifact(id);
  return artifact !== undefined && kindOf(artifact) === kind ? artifact : null;
}
