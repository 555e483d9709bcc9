import type { MutationResolvers } from '../generated/resolvers.js';
import type { ArtifactId, ExecutionId } from '../mlmd/model.js';
import {
  createExecution,
  createRun,
  createWorkspace,
  type LoggedArtifact,
  logArtifact,
  logExecution,
  registerType,
  updateArtifact,
  updateExecution,
} from '../recording/index.js';
import { findContextRun, findWorkspace } from './groups/find-group.js';
import type { RequestContext } from './request-context.js';

/** Resolves everything that can be written: each is one transaction, and its payload is read back from the store. */
export const Mutation = {
  createWorkspace: async (_root, { input }, request) => {
    const { workspaceId, created } = await written(request, createWorkspace(request.store, input, request));
    return { workspace: there(await findWorkspace(request.loaders, workspaceId)), created };
  },
  createRun: async (_root, { input }, request) => {
    const { runId, created } = await written(request, createRun(request.store, input, request));
    return { run: there(await findContextRun(request.loaders, runId)), created };
  },
  createExecution: async (_root, { input }, request) => {
    const { executionId, created } = await written(request, createExecution(request.store, input, request));
    return { execution: await executionOf(request, executionId), created };
  },
  updateExecution: async (_root, { input }, request) => {
    const { executionId } = await written(request, updateExecution(request.store, input, request));
    return { execution: await executionOf(request, executionId) };
  },
  logInput: async (_root, { input }, request) => {
    const logged = await written(request, logArtifact(request.store, input, 'INPUT', request));
    return logArtifactPayload(request, logged);
  },
  logOutput: async (_root, { input }, request) => {
    const logged = await written(request, logArtifact(request.store, input, 'OUTPUT', request));
    return logArtifactPayload(request, logged);
  },
  logExecution: async (_root, { input }, request) => {
    const logged = await written(request, logExecution(request.store, input, request));
    return {
      execution: await executionOf(request, logged.executionId),
      created: logged.created,
      inputs: await loggedArtifacts(request, logged.inputs),
      outputs: await loggedArtifacts(request, logged.outputs),
    };
  },
  updateArtifact: async (_root, { input }, request) => {
    const { artifactId } = await written(request, updateArtifact(request.store, input, request));
    return { artifact: await artifactOf(request, artifactId) };
  },
  registerType: async (_root, { input }, request) => {
    const { typeId, created } = await written(request, registerType(request.store, input, request));
    const types = await request.loaders.types();
    return { type: there(types.find(({ id }) => id === typeId)), created };
  },
} satisfies MutationResolvers;

/** Waits for a write; what was read before it is forgotten, even where it fails, as then nobody knows. */
async function written<T>(request: RequestContext, write: Promise<T>): Promise<T> {
  try {
    return await write;
  } finally {
    request.afterWrite();
  }
}

function artifactOf({ loaders }: RequestContext, id: ArtifactId) {
  return loaders.artifact(id).then(there);
}

function executionOf({ loaders }: RequestContext, id: ExecutionId) {
  return loaders.execution(id).then(there);
}

async function logArtifactPayload(
  request: RequestContext,
  { artifactId, executionId, created }: Awaited<ReturnType<typeof logArtifact>>,
) {
  return {
    artifact: await artifactOf(request, artifactId),
    execution: await executionOf(request, executionId),
    created,
  };
}

function loggedArtifacts(request: RequestContext, logged: readonly LoggedArtifact[]) {
  return Promise.all(
    logged.map(async ({ artifactId, created }) => ({ artifact: await artifactOf(request, artifactId), created })),
  );
}

/** What was just written, and so is there. */
function there<T>(found: T | undefined): T {
  if (found === undefined) throw new TypeError('What was just written cannot be read.');
  return found;
}
