import { passesTest } from '../../../filter/evaluate.js';
import type { Filter } from '../../../filter/filter.js';
import type { Context, ContextId, NodeKind, Value } from '../../../model.js';
import type { DescribedRuns, Page, PageArgs, Position, RunQuery, RunRecord } from '../../../store.js';
import type { Upstream } from '../upstream.js';
import { contextLinks } from './contexts.js';
import { allNodes } from './node-pages.js';
import { nodesById } from './nodes.js';
import { byValue, type KeyType, pageOf } from './pages.js';

/** How runs are ordered. */
export interface RunOrder {
  readonly field: 'CREATE_TIME' | 'NAME';
  readonly descending: boolean;
}

/** A run; ids that it does not have are 0, which no context has. */
interface Run {
  readonly contextId: bigint;
  /** Of a run that is only a name; of others it is looked up for those that are shown. */
  readonly workspaceId: bigint;
  readonly name: string;
  readonly timeMs: bigint;
  /** The workspace that a described run names. */
  readonly workspaceName?: string | undefined;
}

type Named = NonNullable<RunQuery['named']>;

/** Pages of runs: see `MetadataReader.runPages`. What can be a run, or bear the name of one, is fetched as a whole. */
export async function runPages(
  upstream: Upstream,
  query: RunQuery,
  order: RunOrder,
  page: PageArgs,
  workspaces?: readonly ContextId[],
): Promise<readonly Page<RunRecord>[]> {
  const slots = await runsOfEach(upstream, query, workspaces);
  const types: readonly KeyType[] = order.field === 'NAME' ? NAME_KEYS : TIME_KEYS;
  const keysOf = ({ timeMs, name, contextId, workspaceId }: Run): Position =>
    order.field === 'NAME' ? [name, timeMs, contextId, workspaceId] : [timeMs, name, contextId, workspaceId];
  const args = { ...page, from: withoutParent(page.from) };
  const pages = slots.map((runs) => pageOf(runs, keysOf, types, order.descending, args));
  const shown = pages.flatMap(({ items }) => items.map(({ value }) => value));
  const [workspaceOf, workspaceNamed] = await Promise.all([
    firstParents(upstream, shown),
    firstNamed(upstream, query.described, shown),
  ]);
  return pages.map(({ items, hasMore }) => ({
    items: items.map(({ value: run }) => {
      const found =
        run.workspaceName === undefined ? workspaceOf.get(run.contextId) : workspaceNamed.get(run.workspaceName);
      const told = { ...run, workspaceId: run.contextId === 0n ? run.workspaceId : (found ?? 0n) };
      return { value: toRecord(told), position: keysOf(told) };
    }),
    hasMore,
  }));
}

/** A position of a run that is a context tells of its parent too, which is not looked up in order to compare. */
function withoutParent(from: Position | undefined): Position | undefined {
  const contextId = from?.[2];
  return from !== undefined && contextId !== 0n ? [...from.slice(0, 3), 0n] : from;
}

/** How many runs match: see `MetadataReader.runCounts`. */
export async function runCounts(
  upstream: Upstream,
  query: RunQuery,
  workspaces?: readonly ContextId[],
): Promise<readonly number[]> {
  return (await runsOfEach(upstream, query, workspaces)).map(({ length }) => length);
}

const TIME_KEYS: readonly KeyType[] = ['integer', 'text', 'integer', 'integer'];
const NAME_KEYS: readonly KeyType[] = ['text', 'integer', 'integer', 'integer'];

/** The runs of each workspace, or of the store. */
async function runsOfEach(
  upstream: Upstream,
  query: RunQuery,
  workspaces: readonly ContextId[] | undefined,
): Promise<readonly (readonly Run[])[]> {
  if (workspaces === undefined) return [await runsOfStore(upstream, query)];
  const contexts = await nodesById(upstream, 'CONTEXT', workspaces);
  return Promise.all(contexts.map((context) => (context === undefined ? [] : runsWithin(upstream, query, context))));
}

async function runsOfStore(upstream: Upstream, query: RunQuery): Promise<readonly Run[]> {
  const { described, named } = query;
  const contexts = [
    ...(await allNodes(upstream, 'CONTEXT', ofTypes(query.contextTypes))),
    ...(described === undefined ? [] : await describedContexts(upstream, described)),
  ];
  if (named === undefined) return contextRuns(query, contexts);
  const names = await borneNames(upstream, query, named, undefined);
  const workspaces = await allNodes(upstream, 'CONTEXT', ofTypes([named.workspaceType]));
  const bearing = workspaces.filter(({ name }) => names.has(name));
  const onlyNames = bearing.map(async (workspace) => {
    const told = await contextsWithin(upstream, query, workspace);
    return namedRuns(query, workspace, names.get(workspace.name), told);
  });
  return [...contextRuns(query, contexts), ...(await Promise.all(onlyNames)).flat()];
}

async function runsWithin(upstream: Upstream, query: RunQuery, workspace: Context): Promise<readonly Run[]> {
  const contexts = await contextsWithin(upstream, query, workspace);
  const { described, named } = query;
  if (described !== undefined && workspace.typeName === described.workspaceType) {
    const all = await describedContexts(upstream, described);
    const own = all.filter((context) => textIn(context, described.workspaceProperty) === workspace.name);
    return contextRuns(query, [...contexts, ...own]);
  }
  if (named === undefined || workspace.typeName !== named.workspaceType) return contextRuns(query, contexts);
  const names = await borneNames(upstream, query, named, workspace.name);
  return [...contextRuns(query, contexts), ...namedRuns(query, workspace, names.get(workspace.name), contexts)];
}

/** The contexts in a workspace that are runs by their type, of any name and time. */
function contextsWithin(upstream: Upstream, query: RunQuery, workspace: Context): Promise<readonly Context[]> {
  const inWorkspace: Filter = { op: 'IN_SCOPE', scope: { contextIds: [workspace.id] } };
  return allNodes(upstream, 'CONTEXT', { op: 'AND', of: [inWorkspace, ofTypes(query.contextTypes)] });
}

/** The contexts that tell of themselves that they are runs. */
async function describedContexts(upstream: Upstream, described: DescribedRuns): Promise<readonly Context[]> {
  const contexts = await allNodes(upstream, 'CONTEXT', ofTypes([described.typeName]));
  const { nameProperty, workspaceProperty } = described;
  return contexts.filter((context) => {
    return textIn(context, nameProperty) !== undefined && textIn(context, workspaceProperty) !== undefined;
  });
}

/** The workspaces that described runs name, by name; of several of one name the first. */
async function firstNamed(
  upstream: Upstream,
  described: DescribedRuns | undefined,
  runs: readonly Run[],
): Promise<ReadonlyMap<string, ContextId>> {
  const names = new Set(runs.flatMap(({ workspaceName }) => workspaceName ?? []));
  if (described === undefined || names.size === 0) return new Map();
  const workspaces = await allNodes(upstream, 'CONTEXT', ofTypes([described.workspaceType]));
  const downwards = [...workspaces].sort((one, other) => byValue(other.id, one.id));
  return new Map(downwards.map(({ name, id }) => [name, id]));
}

function ofTypes(names: readonly string[]): Filter {
  const values = names.map((value) => ({ type: 'STRING', value }) as const);
  return { op: 'COLUMN', column: 'typeName', test: { op: 'IN', values } };
}

function contextRuns(query: RunQuery, contexts: readonly Context[]): readonly Run[] {
  return contexts
    .map((context) => ({
      contextId: context.id,
      workspaceId: 0n,
      name: nameOf(query, context),
      timeMs: BigInt(context.createTimeMs),
      workspaceName: isDescribed(query, context) ? textIn(context, query.described.workspaceProperty) : undefined,
    }))
    .filter((run) => isWanted(query, run));
}

/** The name of the run that a context is: out of its property where it has one, else the context's own. */
function nameOf(query: RunQuery, context: Context): string {
  const property = isDescribed(query, context) ? query.described.nameProperty : query.contextNameProperty;
  return (property === undefined ? undefined : textIn(context, property)) ?? context.name;
}

function isDescribed(
  query: RunQuery,
  { typeName }: Context,
): query is RunQuery & { readonly described: DescribedRuns } {
  return query.described !== undefined && typeName === query.described.typeName;
}

function textIn({ properties }: Context, name: string): string | undefined {
  const value = properties.get(name);
  return value?.type === 'STRING' ? value.value : undefined;
}

/** Per run name the creation of the first node that bears it. */
type FirstTimes = Map<string, bigint>;

/** The names of runs that executions and artifacts bear, by the name of the workspace that they bear. */
async function borneNames(
  upstream: Upstream,
  query: RunQuery,
  named: Named,
  workspaceName: string | undefined,
): Promise<ReadonlyMap<string, FirstTimes>> {
  const { workspaceKey, runKey } = named;
  const property = (name: string, test: Extract<Filter, { op: 'PROPERTY' }>['test']): Filter => ({
    op: 'PROPERTY',
    name,
    custom: true,
    test,
  });
  const filter: Filter = {
    op: 'AND',
    of: [
      property(workspaceKey, workspaceName === undefined ? { op: 'EXISTS' } : isText(workspaceName)),
      property(runKey, { op: 'EXISTS' }),
      ...(query.name ?? []).map(({ test, negated }): Filter => {
        return negated ? { op: 'NOT', of: property(runKey, test) } : property(runKey, test);
      }),
    ],
  };
  const names = new Map<string, FirstTimes>();
  for (const kind of ['EXECUTION', 'ARTIFACT'] as const satisfies readonly NodeKind[]) {
    // By id, so the first to bear a name is the first of its kind.
    const ofKind = new Map<string, Set<string>>();
    for (const { customProperties, createTimeMs } of await allNodes(upstream, kind, filter)) {
      const [workspace, run] = [customProperties.get(workspaceKey), customProperties.get(runKey)];
      if (workspace?.type !== 'STRING' || run?.type !== 'STRING' || run.value === '') continue;
      const seen = ofKind.get(workspace.value) ?? new Set();
      if (seen.has(run.value)) continue;
      ofKind.set(workspace.value, seen.add(run.value));
      const times: FirstTimes = names.get(workspace.value) ?? new Map();
      const before = times.get(run.value);
      const time = BigInt(createTimeMs);
      names.set(workspace.value, times.set(run.value, before !== undefined && before < time ? before : time));
    }
  }
  return names;
}

/** Runs that are only a name, unless a context of the workspace tells of the same. */
function namedRuns(
  query: RunQuery,
  workspace: Context,
  names: FirstTimes | undefined,
  contexts: readonly Context[],
): readonly Run[] {
  const told = new Set(contexts.map((context) => nameOf(query, context)));
  return [...(names ?? [])]
    .filter(([name]) => !told.has(name))
    .map(([name, timeMs]) => ({ contextId: 0n, workspaceId: workspace.id, name, timeMs }))
    .filter((run) => isWanted(query, run));
}

function isWanted({ name = [], createdFromMs, createdToMs }: RunQuery, run: Run): boolean {
  return (
    name.every(({ test, negated }) => passesTest({ type: 'STRING', value: run.name }, test) !== negated) &&
    (createdFromMs === undefined || run.timeMs >= createdFromMs) &&
    (createdToMs === undefined || run.timeMs <= createdToMs)
  );
}

function isText(value: string): { readonly op: 'COMPARE'; readonly comparison: '='; readonly value: Value } {
  return { op: 'COMPARE', comparison: '=', value: { type: 'STRING', value } };
}

/** The parent of each run that is a context; of several the one with the lowest id. */
async function firstParents(upstream: Upstream, runs: readonly Run[]): Promise<ReadonlyMap<bigint, ContextId>> {
  const ids = runs.flatMap(({ contextId }) => (contextId === 0n ? [] : [contextId as ContextId]));
  const links = await contextLinks(upstream, ids, 'PARENTS');
  const downwards = [...links].sort((one, other) => byValue(other.parentId, one.parentId));
  return new Map(downwards.map(({ childId, parentId }) => [childId, parentId]));
}

function toRecord({ contextId, workspaceId, name, timeMs }: Run): RunRecord {
  return {
    contextId: contextId === 0n ? undefined : (contextId as ContextId),
    workspaceId: workspaceId === 0n ? undefined : (workspaceId as ContextId),
    name,
    createTimeMs: Number(timeMs),
  };
}
