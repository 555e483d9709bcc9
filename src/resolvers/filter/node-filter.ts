import { type ArtifactKind, artifactKind, hasStatus } from '../../conventions/index.js';
import type { ArtifactFilter, DateTimeFilter, ExecutionFilter } from '../../generated/resolvers.js';
import { expectId, parseGlobalId } from '../../global-id.js';
import { type Column, type Comparison, EVERYTHING, type Filter } from '../../mlmd/filter/filter.js';
import { isOneOf } from '../../mlmd/filter/tests.js';
import type { NodeType } from '../../mlmd/model.js';
import { requireRun, requireWorkspace } from '../groups/find-group.js';
import { runScopeOf, workspaceScopeOf } from '../groups/scopes.js';
import { notFound } from '../invalid.js';
import type { Loaders } from '../request-context.js';
import { checkFilter } from './check-filter.js';
import { queryCondition } from './mlmd-query.js';
import { propertyConditions } from './property-filter.js';
import { searchConditions } from './search.js';
import { columnConditions, isGiven } from './string-filter.js';

/**
 * Turns a filter of artifacts into a condition that stores understand; everything, where there is none.
 *
 * @param at - path of the filter, for errors.
 * @throws MetadataError `INVALID_ARGUMENT` for what cannot be asked, `NOT_FOUND` for a workspace or run that is not there.
 */
export async function toArtifactFilter(
  filter: ArtifactFilter | null | undefined,
  at: string,
  loaders: Loaders,
): Promise<Filter> {
  if (!isGiven(filter)) return EVERYTHING;
  checkFilter(filter, at);
  return artifactFilter(filter, at, loaders);
}

/** Turns a filter of executions into a condition that stores understand, as {@link toArtifactFilter} does. */
export async function toExecutionFilter(
  filter: ExecutionFilter | null | undefined,
  at: string,
  loaders: Loaders,
): Promise<Filter> {
  if (!isGiven(filter)) return EVERYTHING;
  checkFilter(filter, at);
  return executionFilter(filter, at, loaders);
}

async function artifactFilter(filter: ArtifactFilter, at: string, loaders: Loaders): Promise<Filter> {
  const { kind, uri, state } = filter;
  return all([
    ...(isGiven(kind) ? [kindCondition(kind, await loaders.types())] : []),
    ...columnConditions('uri', uri),
    ...(isGiven(state) ? [{ op: 'COLUMN', column: 'state', test: isOneOf(state) } as const] : []),
    ...(await commonConditions(filter, 'ARTIFACT', at, loaders)),
    ...(await combinations(filter, at, (part, path) => artifactFilter(part, path, loaders))),
  ]);
}

async function executionFilter(filter: ExecutionFilter, at: string, loaders: Loaders): Promise<Filter> {
  const { status } = filter;
  return all([
    ...(isGiven(status) ? [hasStatus(status, await loaders.types())] : []),
    ...(await commonConditions(filter, 'EXECUTION', at, loaders)),
    ...(await combinations(filter, at, (part, path) => executionFilter(part, path, loaders))),
  ]);
}

async function commonConditions(
  filter: ArtifactFilter & ExecutionFilter,
  kind: 'ARTIFACT' | 'EXECUTION',
  at: string,
  loaders: Loaders,
): Promise<readonly Filter[]> {
  const { typeName, name, externalId, createdAt, updatedAt, workspaceId, runId, contextId, property, search, mlmd } =
    filter;
  return [
    ...columnConditions('typeName', typeName),
    ...columnConditions('name', name),
    ...columnConditions('externalId', externalId),
    ...timeConditions('createTimeMs', createdAt),
    ...timeConditions('updateTimeMs', updatedAt),
    ...(isGiven(workspaceId) ? [await inWorkspace(workspaceId, `${at}.workspaceId`, loaders)] : []),
    ...(isGiven(runId) ? [await inRun(runId, `${at}.runId`, loaders)] : []),
    ...(isGiven(contextId) ? [await inContext(contextId, `${at}.contextId`, loaders)] : []),
    ...(isGiven(property) ? propertyConditions(property, `${at}.property`) : []),
    ...(isGiven(search) ? searchConditions(search, kind, `${at}.search`) : []),
    ...(isGiven(mlmd) ? [queryCondition(mlmd, kind, `${at}.mlmd`)] : []),
  ];
}

interface Combinable<F> {
  readonly and?: readonly F[] | null | undefined;
  readonly or?: readonly F[] | null | undefined;
  readonly not?: F | null | undefined;
}

async function combinations<F>(
  { and, or, not }: Combinable<F>,
  at: string,
  convert: (filter: F, at: string) => Promise<Filter>,
): Promise<readonly Filter[]> {
  const convertAll = (parts: readonly F[], path: string) =>
    Promise.all(parts.map((part, index) => convert(part, `${path}.${index}`)));
  return [
    ...(isGiven(and) ? [all(await convertAll(and, `${at}.and`))] : []),
    ...(isGiven(or) ? [{ op: 'OR', of: await convertAll(or, `${at}.or`) } as const] : []),
    ...(isGiven(not) ? [{ op: 'NOT', of: await convert(not, `${at}.not`) } as const] : []),
  ];
}

/**
 * Artifacts of these kinds, said by the types that have them. `OTHER` is said by the types that it is not, so that an
 * artifact whose type is lost is among them.
 */
function kindCondition(kinds: readonly ArtifactKind[], types: readonly NodeType[]): Filter {
  const typesOf = (wanted: boolean): Filter => ({
    op: 'TYPE_ID',
    in: types
      .filter(({ kind }) => kind === 'ARTIFACT')
      .filter((type) => kinds.includes(artifactKind(type)) === wanted)
      .map(({ id }) => id),
  });
  return kinds.includes('OTHER') ? { op: 'NOT', of: typesOf(false) } : typesOf(true);
}

function timeConditions(column: Column, filter: DateTimeFilter | null | undefined): readonly Filter[] {
  const bound = (instant: Date, comparison: Comparison): Filter => ({
    op: 'COLUMN',
    column,
    test: { op: 'COMPARE', comparison, value: { type: 'INT', value: BigInt(instant.getTime()) } },
  });
  return [
    ...(isGiven(filter?.before) ? [bound(filter.before, '<')] : []),
    ...(isGiven(filter?.after) ? [bound(filter.after, '>')] : []),
  ];
}

async function inWorkspace(id: string, at: string, loaders: Loaders): Promise<Filter> {
  const workspace = await requireWorkspace(loaders, expectId(id, 'WORKSPACE', at).id, at);
  return { op: 'IN_SCOPE', scope: await workspaceScopeOf(loaders, workspace) };
}

async function inRun(id: string, at: string, loaders: Loaders): Promise<Filter> {
  const run = await requireRun(loaders, parseGlobalId(id, at), at);
  return { op: 'IN_SCOPE', scope: await runScopeOf(loaders, run) };
}

async function inContext(globalId: string, at: string, loaders: Loaders): Promise<Filter> {
  const { id } = expectId(globalId, 'CONTEXT', at);
  if ((await loaders.context(id)) === undefined) throw notFound(at, globalId);
  return { op: 'IN_SCOPE', scope: { contextIds: [id] } };
}

/** All of these, without a shell around a single one. */
function all(conditions: readonly Filter[]): Filter {
  const [only] = conditions;
  return only !== undefined && conditions.length === 1 ? only : { op: 'AND', of: conditions };
}
