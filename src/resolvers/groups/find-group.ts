import { namedWorkspaceOf, runContextName, runOrigin, workspaceOrigin } from '../../conventions/index.js';
import { MetadataError } from '../../errors.js';
import { type GlobalId, toGlobalId } from '../../global-id.js';
import type { Context, ContextId } from '../../mlmd/model.js';
import type { RunRecord } from '../../mlmd/store.js';
import { invalid, notFound } from '../invalid.js';
import type { RunModel, WorkspaceModel } from '../models.js';
import type { Loaders } from '../request-context.js';

/** @returns the context as a workspace; undefined where it is none. */
export function toWorkspace(context: Context | undefined): WorkspaceModel | undefined {
  const origin = context && workspaceOrigin(context);
  return context && origin && { kind: 'WORKSPACE', context, origin };
}

/** @returns undefined where there is no such context, or where it is no workspace. */
export async function findWorkspace(loaders: Loaders, id: ContextId): Promise<WorkspaceModel | undefined> {
  return toWorkspace(await loaders.context(id));
}

/** The run that the store tells of. */
export function toRun({ contextId, workspaceId, name, createTimeMs }: RunRecord): RunModel {
  if (contextId !== undefined) return { kind: 'RUN', contextId, workspaceId, name, createTimeMs };
  if (workspaceId !== undefined) return { kind: 'RUN', contextId, workspaceId, name, createTimeMs };
  throw new MetadataError('INTERNAL', 'The store told of a run that is neither a context nor in a workspace.');
}

/** @returns undefined where there is no such context, or where it is no run. */
export async function findContextRun(loaders: Loaders, id: ContextId): Promise<RunModel | undefined> {
  const [context, parentIds] = await Promise.all([loaders.context(id), loaders.parentIdsOf(id)]);
  if (context === undefined || runOrigin(context) === undefined) return undefined;
  const { createTimeMs } = context;
  const workspaceId = parentIds[0] ?? (await namedWorkspaceId(loaders, context));
  return { kind: 'RUN', contextId: id, workspaceId, name: runContextName(context), createTimeMs };
}

async function namedWorkspaceId(loaders: Loaders, run: Context): Promise<ContextId | undefined> {
  const named = namedWorkspaceOf(run);
  if (named === undefined) return undefined;
  const [workspace] = await loaders.contextsNamed([named.typeName], named.name);
  return workspace?.id;
}

/** @returns the run of that name in the workspace; the first by id where several tools' runs share it. */
export async function findNamedRun(
  loaders: Loaders,
  workspaceId: ContextId,
  name: string,
): Promise<RunModel | undefined> {
  const [first] = await loaders.runsNamed(workspaceId, name);
  return first && toRun(first);
}

/**
 * @returns the run of that name in a Kubeflow workspace, of which a node that bears both names is the proof: that of a
 *   context, or the name itself. When it began is left open.
 */
export async function findBorneRun(loaders: Loaders, workspaceId: ContextId, name: string): Promise<RunModel> {
  const [context] = await loaders.contextRunsNamed(workspaceId, name);
  return context ? toRun(context) : { kind: 'RUN', contextId: undefined, workspaceId, name, createTimeMs: undefined };
}

/** When a run's context or, for a name, the first node that bears it was made. */
export async function createTimeOf(loaders: Loaders, run: RunModel): Promise<number | undefined> {
  if (run.createTimeMs !== undefined || run.workspaceId === undefined) return run.createTimeMs;
  return (await findNamedRun(loaders, run.workspaceId, run.name))?.createTimeMs;
}

/**
 * @param at - path of the id, for the error.
 * @throws MetadataError `NOT_FOUND`.
 */
export async function requireWorkspace(loaders: Loaders, id: ContextId, at: string): Promise<WorkspaceModel> {
  const workspace = await findWorkspace(loaders, id);
  if (workspace === undefined) throw notFound(at, toGlobalId({ kind: 'WORKSPACE', id }));
  return workspace;
}

/**
 * @param at - path of the id, for the error.
 * @throws MetadataError `NOT_FOUND`, or `INVALID_ARGUMENT` for an id of something else.
 */
export async function requireRun(loaders: Loaders, id: GlobalId, at: string): Promise<RunModel> {
  if (id.kind !== 'RUN' && id.kind !== 'RUN_NAME') {
    throw invalid(at, `${toGlobalId(id)} is not the id of a run, which reads run:1 or run:1/name.`);
  }
  const run = await findRun(loaders, id);
  if (run === undefined) throw notFound(at, toGlobalId(id));
  return run;
}

/** @returns undefined where there is no such run. */
export function findRun(
  loaders: Loaders,
  id: Extract<GlobalId, { readonly kind: 'RUN' | 'RUN_NAME' }>,
): Promise<RunModel | undefined> {
  return id.kind === 'RUN' ? findContextRun(loaders, id.id) : findNamedRun(loaders, id.workspaceId, id.name);
}
