import { MetadataError } from '../errors.js';
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
import { importCmfInput } from './exchange/cmf.js';
import { findContextRun, findWorkspace } from './groups/find-group.js';
import type { RequestContext } from './request-context.js';

/** Resolves everything that can be written: each is one transaction, and its payload is read back from the store. */
export const Mutation = {
  createWorkspace: (_root, { input }, request) =>
    answered(request, createWorkspace(request.store, input, request), async ({ workspaceId, created }) => ({
      workspace: there(await findWorkspace(request.loaders, workspaceId)),
      created,
    })),
  createRun: (_root, { input }, request) =>
    answered(request, createRun(request.store, input, request), async ({ runId, created }) => ({
      run: there(await findContextRun(request.loaders, runId)),
      created,
    })),
  createExecution: (_root, { input }, request) =>
    answered(request, createExecution(request.store, input, request), async ({ executionId, created }) => ({
      execution: await executionOf(request, executionId),
      created,
    })),
  updateExecution: (_root, { input }, request) =>
    answered(request, updateExecution(request.store, input, request), async ({ executionId }) => ({
      execution: await executionOf(request, executionId),
    })),
  logInput: (_root, { input }, request) =>
    answered(request, logArtifact(request.store, input, 'INPUT', request), (logged) =>
      logArtifactPayload(request, logged),
    ),
  logOutput: (_root, { input }, request) =>
    answered(request, logArtifact(request.store, input, 'OUTPUT', request), (logged) =>
      logArtifactPayload(request, logged),
    ),
  logExecution: (_root, { input }, request) =>
    answered(request, logExecution(request.store, input, request), async (logged) => ({
      execution: await executionOf(request, logged.executionId),
      created: logged.created,
      inputs: await loggedArtifacts(request, logged.inputs),
      outputs: await loggedArtifacts(request, logged.outputs),
    })),
  updateArtifact: (_root, { input }, request) =>
    answered(request, updateArtifact(request.store, input, request), async ({ artifactId }) => ({
      artifact: await artifactOf(request, artifactId),
    })),
  registerType: (_root, { input }, request) =>
    answered(request, registerType(request.store, input, request), async ({ typeId, created }) => {
      const types = await request.loaders.types();
      return { type: there(types.find(({ id }) => id === typeId)), created };
    }),
  importCmf: (_root, { input }, request) =>
    answered(request, importCmfInput(request, input), async ({ pipelineIds, ...payload }) => ({
      ...payload,
      workspaces: await Promise.all(pipelineIds.map(async (id) => there(await findWorkspace(request.loaders, id)))),
    })),
} satisfies MutationResolvers;

/**
 * Waits for a write, and reads back what it left. What was read before it is forgotten, even where it fails, as then
 * nobody knows.
 *
 * @throws MetadataError as the write does; where only the reading fails, the message says that the write is stored, as
 *   whoever takes it for undone would write it again.
 */
async function answered<T, P>(
  request: RequestContext,
  write: Promise<T>,
  readBack: (written: T) => Promise<P>,
): Promise<P> {
  let written: T;
  try {
    written = await write;
  } finally {
    request.afterWrite();
  }
  try {
    return await readBack(written);
  } catch (error) {
    if (!(error instanceof MetadataError)) throw error;
    const { code, message, details, cause } = error;
    throw new MetadataError(code, `What was sent is stored, but could not be read back: ${message}`, {
      ...(details && { details }),
      ...(cause !== undefined && { cause }),
    });
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
