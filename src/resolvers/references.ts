import { WORKSPACE_TYPES } from '../conventions/index.js';
import { MetadataError } from '../errors.js';
import type { ArtifactRef, ExecutionRef, RunRef, WorkspaceRef } from '../generated/resolvers.js';
import { expectId, parseGlobalId, toGlobalId } from '../global-id.js';
import type { Filter } from '../mlmd/filter/filter.js';
import type { Artifact, ArtifactId, Execution, ExecutionId, NodeOf } from '../mlmd/model.js';
import { columnConditions } from './filter/string-filter.js';
import { findRun, findWorkspace, toRun, toWorkspace } from './groups/find-group.js';
import { invalid } from './invalid.js';
import type { RunModel, WorkspaceModel } from './models.js';
import { idOf } from './Node.js';
import type { Loaders } from './request-context.js';

/**
 * Finds the workspace that a reference names.
 *
 * @param at - path of the reference, for errors.
 * @returns undefined where there is none.
 * @throws MetadataError `AMBIGUOUS` for a name that several workspaces bear.
 */
export async function workspaceByRef(
  loaders: Loaders,
  by: WorkspaceRef,
  at: string,
): Promise<WorkspaceModel | undefined> {
  if (by.id !== undefined) return findWorkspace(loaders, expectId(by.id, 'WORKSPACE', `${at}.id`).id);
  const found = await loaders.contextsNamed([...WORKSPACE_TYPES.keys()], by.name);
  const context = onlyOne(found, by.name, (one) => toGlobalId({ kind: 'WORKSPACE', id: one.id }), `${at}.name`);
  return toWorkspace(context);
}

/**
 * Finds the run that a reference names.
 *
 * @returns undefined where there is none, or no such workspace.
 * @throws MetadataError `AMBIGUOUS` for a name that several runs of the workspace bear.
 */
export async function runByRef(loaders: Loaders, by: RunRef, at: string): Promise<RunModel | undefined> {
  if (by.id !== undefined) {
    const id = parseGlobalId(by.id, `${at}.id`);
    if (id.kind === 'RUN' || id.kind === 'RUN_NAME') return findRun(loaders, id);
    throw invalid(`${at}.id`, `${JSON.stringify(by.id)} is not the id of a run, which reads run:1 or run:1/name.`);
  }
  const { workspace: ref, name } = by.inWorkspace;
  const workspace = await workspaceByRef(loaders, ref, `${at}.inWorkspace.workspace`);
  if (workspace === undefined) return undefined;
  const found = (await loaders.runsNamed(workspace.context.id, name)).map(toRun);
  return onlyOne(found, name, idOf, `${at}.inWorkspace.name`);
}

/** Finds the artifact that a reference names; undefined where there is none. */
export async function artifactByRef(loaders: Loaders, by: ArtifactRef, at: string): Promise<Artifact | undefined> {
  if (by.id !== undefined) return loaders.artifact(expectId(by.id, 'ARTIFACT', `${at}.id`).id);
  if (by.mlmdId !== undefined) return loaders.artifact(by.mlmdId as ArtifactId);
  return nodeByKey(loaders, 'ARTIFACT', by, at);
}

/** Finds the execution that a reference names; undefined where there is none. */
export async function executionByRef(loaders: Loaders, by: ExecutionRef, at: string): Promise<Execution | undefined> {
  if (by.id !== undefined) return loaders.execution(expectId(by.id, 'EXECUTION', `${at}.id`).id);
  if (by.mlmdId !== undefined) return loaders.execution(by.mlmdId as ExecutionId);
  return nodeByKey(loaders, 'EXECUTION', by, at);
}

type NodeKey = Pick<ArtifactRef | ExecutionRef, 'externalId' | 'typeAndName'>;

async function nodeByKey<K extends 'ARTIFACT' | 'EXECUTION'>(
  loaders: Loaders,
  kind: K,
  { externalId, typeAndName }: NodeKey,
  at: string,
): Promise<NodeOf[K] | undefined> {
  const conditions = [
    ...columnConditions('externalId', externalId === undefined ? undefined : { eq: externalId }),
    ...columnConditions('typeName', typeAndName && { eq: typeAndName.type }),
    ...columnConditions('name', typeAndName && { eq: typeAndName.name }),
  ];
  const filter: Filter = { op: 'AND', of: conditions };
  const order = { field: 'ID', descending: false } as const;
  const { items } = await loaders.nodePage(kind, { filter, order, page: { limit: MAX_NAMESAKES } });
  const found = items.map(({ value }) => value);
  return onlyOne(found, typeAndName?.name ?? '', toGlobalId, `${at}.typeAndName`);
}

/** Most nodes of one name that an error lists; there is one for each version of their type. */
const MAX_NAMESAKES = 10;

function onlyOne<T>(found: readonly T[], name: string, idOfOne: (one: T) => string, at: string): T | undefined {
  if (found.length <= 1) return found[0];
  throw new MetadataError(
    'AMBIGUOUS',
    `${JSON.stringify(name)} names ${found.map(idOfOne).join(', ')}: say which, by id.`,
    {
      argument: at,
    },
  );
}
