import { queryOf } from '../conventions/index.js';
import type { DataSetResolvers } from '../generated/resolvers.js';
import { artifactFields } from './Artifact.js';
import { artifactImpact } from './walks/impact.js';

/** Resolves an artifact that holds data. */
export const DataSet = {
  ...artifactFields,
  query: (dataSet) => queryOf(dataSet) ?? null,
  models: (dataSet, args, request) => artifactImpact(request, dataSet, 'DOWNSTREAM', 'MODEL', args),
} satisfies DataSetResolvers;
