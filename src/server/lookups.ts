import { artifactKind, RUN_TYPES, referredModelId, runRules } from '../conventions/index.js';
import type { Filter, Test } from '../mlmd/filter/filter.js';
import { escapeLike, matches } from '../mlmd/filter/tests.js';
import {
  type Artifact,
  type ArtifactId,
  type Context,
  type ContextId,
  type NodeKind,
  type NodeOf,
  type NodeRef,
  nodeKey,
} from '../mlmd/model.js';
import type { MetadataReader, Page, Position, RunQuery, RunRecord } from '../mlmd/store.js';

/** @returns per node the contexts that it is a member of, by id. */
export async function contextIdsOf(
  reader: MetadataReader,
  nodes: readonly NodeRef[],
): Promise<readonly (readonly ContextId[])[]> {
  const idsOf = new Map<string, ContextId[]>(nodes.map((node) => [nodeKey(node), []]));
  for (const { node, contextId } of await reader.membershipsOf(nodes)) idsOf.get(nodeKey(node))?.push(contextId);
  return nodes.map((node) => idsOf.get(nodeKey(node)) ?? []);
}

/** @returns per context those that it lies in, or that lie in it, by id. */
export async function linkedIds(
  reader: MetadataReader,
  ids: readonly ContextId[],
  towards: 'PARENTS' | 'CHILDREN',
): Promise<readonly (readonly ContextId[])[]> {
  const idsOf = new Map<ContextId, ContextId[]>(ids.map((id) => [id, []]));
  for (const { childId, parentId } of await reader.contextLinks(ids, towards)) {
    if (towards === 'PARENTS') idsOf.get(childId)?.push(parentId);
    else idsOf.get(parentId)?.push(childId);
  }
  return ids.map((id) => idsOf.get(id) ?? []);
}

/** @returns per name the nodes of these types that bear it, by id; several where types, or versions of one, share it. */
export async function nodesNamed<K extends NodeKind>(
  reader: MetadataReader,
  kind: K,
  typeNames: readonly string[],
  names: readonly string[],
): Promise<readonly (readonly NodeOf[K][])[]> {
  const filter: Filter = { op: 'AND', of: [isOneOf('typeName', typeNames), isOneOf('name', names)] };
  const order = { field: 'ID', descending: false } as const;
  const found = await readAll(async (from) => {
    const page = { limit: names.length * typeNames.length, from };
    const [first] = await reader.nodePages(kind, { filter, order, page });
    return first;
  });
  return names.map((name) => found.filter((node) => node.name === name));
}

/** Contexts that are read in one go where nobody knows how many there are. */
const CONTEXTS_PAGE = 1_000;

/** @returns per prefix the contexts of the type whose name begins with it, by id. */
export async function contextsBeginning(
  reader: MetadataReader,
  typeName: string,
  prefixes: readonly string[],
): Promise<readonly (readonly Context[])[]> {
  const beginning = prefixes.map(
    (prefix): Filter => ({ op: 'COLUMN', column: 'name', test: matches(`${escapeLike(prefix)}%`) }),
  );
  const filter: Filter = { op: 'AND', of: [isOneOf('typeName', [typeName]), { op: 'OR', of: beginning }] };
  const order = { field: 'ID', descending: false } as const;
  const found = await readAll(async (from) => {
    const [page] = await reader.nodePages('CONTEXT', { filter, order, page: { limit: CONTEXTS_PAGE, from } });
    return page;
  });
  return prefixes.map((prefix) => found.filter(({ name }) => name.startsWith(prefix)));
}

/** A run as its name and workspace tell. */
export interface RunName {
  readonly workspaceId: ContextId;
  readonly name: string;
}

/**
 * @param of - `CONTEXTS` leaves out runs that are only names, which take a look at every node that bears one.
 * @returns per name the runs that bear it, by id; several only where several tools' runs share a name in one workspace.
 */
export async function runsNamed(
  reader: MetadataReader,
  of: 'CONTEXTS' | 'ALL',
  wanted: readonly RunName[],
): Promise<readonly (readonly RunRecord[])[]> {
  const workspaceIds = [...new Set(wanted.map(({ workspaceId }) => workspaceId))];
  const names = [...new Set(wanted.map(({ name }) => name))];
  const rules = runRules(undefined);
  const query: RunQuery = {
    ...rules,
    named: of === 'CONTEXTS' ? undefined : rules.named,
    name: [{ test: { op: 'IN', values: names.map((value) => ({ type: 'STRING', value })) }, negated: false }],
  };
  const order = { field: 'NAME', descending: false } as const;
  // One context per type and, beside them, a run that is only a name.
  const limit = names.length * (RUN_TYPES.size + 1);
  const firstPages = await reader.runPages(query, order, { limit }, workspaceIds);
  const byWorkspace = await Promise.all(
    workspaceIds.map(async (workspaceId, index) => {
      const runs = await readAll(async (from) => {
        if (from === undefined) return firstPages[index];
        const [next] = await reader.runPages(query, order, { limit, from }, [workspaceId]);
        return next;
      });
      return [workspaceId, runs] as const;
    }),
  );
  const runsOf = new Map(byWorkspace);
  return wanted.map(({ workspaceId, name }) => (runsOf.get(workspaceId) ?? []).filter((run) => run.name === name));
}

/** Where the SDK's metrics name their model. */
const MODEL_ID_PROPERTY = 'model_id';

/** Metrics artifacts that are read in one go. */
const METRICS_PAGE = 10_000;

/** @returns per model the metrics that name it in their property, by id. */
export async function metricsNaming(
  reader: MetadataReader,
  modelIds: readonly ArtifactId[],
): Promise<readonly (readonly Artifact[])[]> {
  const test: Test = { op: 'IN', values: modelIds.map((id) => ({ type: 'STRING', value: String(id) })) };
  const filter: Filter = { op: 'PROPERTY', name: MODEL_ID_PROPERTY, custom: undefined, test };
  const order = { field: 'ID', descending: false } as const;
  const found = await readAll(async (from) => {
    const [page] = await reader.nodePages('ARTIFACT', { filter, order, page: { limit: METRICS_PAGE, from } });
    return page;
  });
  const metrics = found.filter(({ typeName, baseType }) => artifactKind({ name: typeName, baseType }) === 'METRICS');
  return modelIds.map((id) => metrics.filter((artifact) => referredModelId(artifact) === id));
}

/** Reads page after page. The first one nearly always is the last. */
async function readAll<T>(load: (from: Position | undefined) => Promise<Page<T> | undefined>): Promise<readonly T[]> {
  const all: T[] = [];
  let page = await load(undefined);
  while (page !== undefined) {
    all.push(...page.items.map(({ value }) => value));
    page = page.hasMore ? await load(page.items.at(-1)?.position) : undefined;
  }
  return all;
}

function isOneOf(column: 'typeName' | 'name', texts: readonly string[]): Filter {
  return {
    op: 'COLUMN',
    column,
    test: { op: 'IN', values: texts.map((value) => ({ type: 'STRING', value })) },
  };
}
