import { descriptionOf, statusOf } from '../conventions/index.js';
import type { ExecutionResolvers } from '../generated/resolvers.js';
import { finishedAtOf, startedAtOf } from './execution-times.js';
import { lineageNodeFields } from './LineageNode.js';
import { eventConnection } from './lists/event-list.js';

/** Resolves a step that ran. */
export const Execution = {
  ...lineageNodeFields,
  status: (execution) => statusOf(execution) ?? null,
  description: (execution) => descriptionOf(execution) ?? null,
  startedAt: (execution) => startedAtOf(execution),
  finishedAt: (execution) => finishedAtOf(execution),
  inputs: (execution, args, request) =>
    eventConnection(request, execution, 'UPSTREAM', args, ({ artifactId }) => request.loaders.artifact(artifactId)),
  outputs: (execution, args, request) =>
    eventConnection(request, execution, 'DOWNSTREAM', args, ({ artifactId }) => request.loaders.artifact(artifactId)),
} satisfies ExecutionResolvers;
