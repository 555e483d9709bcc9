import DataLoader from 'dataloader';
import type { Filter, Scope } from '../mlmd/filter/filter.js';
import {
  type ArtifactId,
  type ContextId,
  type ExecutionId,
  type IdOf,
  type NodeKind,
  type NodeOf,
  type NodeRef,
  nodeKey,
} from '../mlmd/model.js';
import type { EventQuery, MetadataReader, Page, PageArgs, RunQuery } from '../mlmd/store.js';
import { once } from '../once.js';
import type { Loaders, NodePageQuery, RunOrder } from '../resolvers/request-context.js';
import { GroupedLoader } from './batching.js';
import { createEventsBetween } from './events-between.js';
import {
  contextIdsOf,
  contextsBeginning,
  linkedIds,
  metricsNaming,
  nodesNamed,
  type RunName,
  runsNamed,
} from './lookups.js';

/** Arguments of a loader that has none: all its keys go together. */
const NONE = {};

/**
 * Makes the loaders of one request; they keep all that they have read, so they must not live longer, nor past a write.
 *
 * @param reader - asked once for all that the resolvers want of one kind at one time.
 */
export function createLoaders(reader: MetadataReader): Loaders {
  const artifacts = new DataLoader((ids: readonly ArtifactId[]) => reader.nodesById('ARTIFACT', ids));
  const executions = new DataLoader((ids: readonly ExecutionId[]) => reader.nodesById('EXECUTION', ids));
  const contexts = new DataLoader((ids: readonly ContextId[]) => reader.nodesById('CONTEXT', ids));
  const memberships = new DataLoader((nodes: readonly NodeRef[]) => contextIdsOf(reader, nodes), {
    cacheKeyFn: nodeKey,
  });
  const parents = new DataLoader((ids: readonly ContextId[]) => linkedIds(reader, ids, 'PARENTS'));
  const children = new DataLoader((ids: readonly ContextId[]) => linkedIds(reader, ids, 'CHILDREN'));
  const metrics = new DataLoader((ids: readonly ArtifactId[]) => metricsNaming(reader, ids));
  const summaries = new GroupedLoader((_: object, scopes: readonly Scope[]) => reader.executionSummaries(scopes));
  const named = new GroupedLoader(({ typeNames }: { typeNames: readonly string[] }, names: readonly string[]) =>
    nodesNamed(reader, 'CONTEXT', typeNames, names),
  );
  const namedExecutions = new GroupedLoader(({ typeName }: { typeName: string }, names: readonly string[]) =>
    nodesNamed(reader, 'EXECUTION', [typeName], names),
  );
  const beginning = new GroupedLoader(({ typeName }: { typeName: string }, prefixes: readonly string[]) =>
    contextsBeginning(reader, typeName, prefixes),
  );
  const runsOfName = new GroupedLoader((_: object, names: readonly RunName[]) => runsNamed(reader, 'ALL', names));
  const contextRuns = new GroupedLoader((_: object, names: readonly RunName[]) => runsNamed(reader, 'CONTEXTS', names));
  const pages = new GroupedLoader(({ kind, query }: NodePageArgs, scopes: readonly Scoped<Scope>[]) =>
    ofEach(scopes, (some) => reader.nodePages(kind, query, some)),
  );
  const counts = new GroupedLoader(({ kind, filter }: NodeCountArgs, scopes: readonly Scoped<Scope>[]) =>
    ofEach(scopes, (some) => reader.nodeCounts(kind, filter, some)),
  );
  const matches = new GroupedLoader(async ({ kind, filter }: NodeCountArgs, ids: readonly bigint[]) => {
    const matching: ReadonlySet<bigint> = await reader.matchingIds(kind, ids as readonly IdOf[typeof kind][], filter);
    return ids.map((id) => matching.has(id));
  }, String);
  const eventPages = new GroupedLoader(
    ({ query, page }: EventPageArgs, nodes: readonly NodeRef[]) => reader.eventPages(nodes, query, page),
    nodeKey,
  );
  const eventCounts = new GroupedLoader(
    (query: EventQuery, nodes: readonly NodeRef[]) => reader.eventCounts(nodes, query),
    nodeKey,
  );
  const runPages = new GroupedLoader(({ query, order, page }: RunPageArgs, ids: readonly Scoped<ContextId>[]) =>
    ofEach(ids, (some) => reader.runPages(query, order, page, some)),
  );
  const runCounts = new GroupedLoader((query: RunQuery, ids: readonly Scoped<ContextId>[]) =>
    ofEach(ids, (some) => reader.runCounts(query, some)),
  );
  const description = once(() => reader.describe());
  const types = once(() => reader.types());

  return {
    describe: description,
    types,
    artifact: (id) => artifacts.load(id),
    execution: (id) => executions.load(id),
    context: (id) => contexts.load(id),
    contextsNamed: (typeNames, name) => named.load({ typeNames }, name),
    contextsBeginning: (typeName, prefix) => beginning.load({ typeName }, prefix),
    executionsNamed: (typeName, name) => namedExecutions.load({ typeName }, name),
    nodePage: <K extends NodeKind>(kind: K, query: NodePageQuery, scope?: Scope) =>
      // The page of a kind holds nodes of that kind; the loader, which is shared by the kinds, cannot say so.
      pages.load({ kind, query }, scope) as Promise<Page<NodeOf[K]>>,
    nodeCount: (kind, filter, scope) => counts.load({ kind, filter }, scope),
    matches: (kind, id, filter) => matches.load({ kind, filter }, id),
    eventPage: (node, query, page) => eventPages.load({ query, page }, node),
    eventCount: (node, query) => eventCounts.load(query, node),
    eventsBetween: createEventsBetween(reader),
    contextIdsOf: (node) => memberships.load(node),
    parentIdsOf: (id) => parents.load(id),
    childIdsOf: (id) => children.load(id),
    metricsNaming: (modelId) => metrics.load(modelId),
    runPage: (query, order, page, workspaceId) => runPages.load({ query, order, page }, workspaceId),
    runCount: (query, workspaceId) => runCounts.load(query, workspaceId),
    runsNamed: (workspaceId, name) => runsOfName.load(NONE, { workspaceId, name }),
    contextRunsNamed: (workspaceId, name) => contextRuns.load(NONE, { workspaceId, name }),
    executionSummary: (scope) => summaries.load(NONE, scope),
  };
}

interface NodePageArgs {
  readonly kind: NodeKind;
  readonly query: NodePageQuery;
}

interface NodeCountArgs {
  readonly kind: NodeKind;
  readonly filter: Filter;
}

interface EventPageArgs {
  readonly query: EventQuery;
  readonly page: PageArgs;
}

interface RunPageArgs {
  readonly query: RunQuery;
  readonly order: RunOrder;
  readonly page: PageArgs;
}

/** A part of the store, or the whole of it. */
type Scoped<Part> = Part | undefined;

/** Asks once for all the parts and, where it is wanted too, once for the whole store. */
async function ofEach<Part, Value>(
  parts: readonly Scoped<Part>[],
  ask: (parts: readonly Part[] | undefined) => Promise<readonly Value[]>,
): Promise<readonly Value[]> {
  const some = parts.filter((part) => part !== undefined);
  const ofSome = some.length === 0 ? [] : await ask(some);
  const ofWhole = some.length === parts.length ? [] : await ask(undefined);
  let next = 0;
  return parts.flatMap((part) => (part === undefined ? ofWhole : ofSome.slice(next, ++next)));
}
