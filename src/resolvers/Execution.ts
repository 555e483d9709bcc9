import {
  descriptionOf,
  iterationCountOf,
  iterationIndexOf,
  outputParametersOf,
  parametersOf,
  statusOf,
} from '../conventions/index.js';
import type { ExecutionResolvers } from '../generated/resolvers.js';
import { finishedAtOf, startedAtOf } from './execution-times.js';
import { cachedFromOf } from './groups/cached-from.js';
import { childConnection, parentOf, roleIn } from './groups/nesting.js';
import { standingOf } from './groups/standing.js';
import { lineageNodeFields } from './LineageNode.js';
import { eventConnection } from './lists/event-list.js';

/** Resolves a step that ran. */
export const Execution = {
  ...lineageNodeFields,
  status: async (execution, _args, { loaders }) => (await standingOf(loaders, execution)).status ?? null,
  storedStatus: (execution) => statusOf(execution) ?? null,
  role: (execution, _args, { loaders }) => roleIn(loaders, execution),
  parameters: (execution) => parametersOf(execution),
  outputParameters: (execution) => outputParametersOf(execution),
  parent: async (execution, _args, { loaders }) => (await parentOf(loaders, execution)) ?? null,
  children: (execution, args, request) => childConnection(request, execution, args),
  iterationIndex: (execution) => iterationIndexOf(execution) ?? null,
  iterationCount: (execution) => iterationCountOf(execution) ?? null,
  cachedFrom: async (execution, _args, { loaders }) => (await cachedFromOf(loaders, execution)) ?? null,
  description: (execution) => descriptionOf(execution) ?? null,
  startedAt: (execution) => startedAtOf(execution),
  finishedAt: async (execution, _args, { loaders }) => finishedAtOf(await standingOf(loaders, execution)),
  inputs: (execution, args, request) =>
    eventConnection(request, execution, 'UPSTREAM', args, ({ artifactId }) => request.loaders.artifact(artifactId)),
  outputs: (execution, args, request) =>
    eventConnection(request, execution, 'DOWNSTREAM', args, ({ artifactId }) => request.loaders.artifact(artifactId)),
} satisfies ExecutionResolvers;
