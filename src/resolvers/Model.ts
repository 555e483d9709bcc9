import { hyperparametersOf, modelTypeOf, trainingFrameworkOf } from '../conventions/index.js';
import type { ModelResolvers } from '../generated/resolvers.js';
import { artifactFields } from './Artifact.js';
import { artifactImpact } from './walks/impact.js';
import { modelMetrics } from './walks/model-metrics.js';

/** Resolves an artifact that is a model. */
export const Model = {
  ...artifactFields,
  modelType: (model) => modelTypeOf(model) ?? null,
  trainingFramework: (model) => {
    const framework = trainingFrameworkOf(model);
    return framework === undefined ? null : { name: framework.name, version: framework.version ?? null };
  },
  hyperparameters: (model) => hyperparametersOf(model) ?? null,
  metrics: (model, args, request) => modelMetrics(request, model, args),
  dataSets: (model, args, request) => artifactImpact(request, model, 'UPSTREAM', 'DATA_SET', args),
} satisfies ModelResolvers;
