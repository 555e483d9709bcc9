import { MetadataError } from '../../../../errors.js';
import { checkEnds, endsOf } from '../../../checks/edges.js';
import type { ContextId, ExecutionId } from '../../../model.js';
import type { EventPut, GraphPut, Ref } from '../../../store.js';
import { contextLinks } from '../reads/contexts.js';
import { eventsOf } from '../reads/events.js';
import type { Upstream } from '../upstream.js';

/** Names a node of a graph, be it new or stored, by a string that is equal for equal refs. */
export function refKey(ref: Ref<bigint>): string {
  return 'id' in ref ? `#${ref.id}` : `${ref.index}`;
}

/** Edges of a graph that are still to be written. */
export interface NewEdges {
  readonly events: readonly EventPut[];
  readonly parentContexts: NonNullable<GraphPut['parentContexts']>;
}

/**
 * The edges of a graph that are not stored yet, each once.
 *
 * @throws MetadataError `INVALID_ARGUMENT` where an end is missing, unless events and attributions may dangle, and where
 *   contexts would form a circle; `ALREADY_EXISTS` for what is stored, unless it is to be kept.
 */
export async function newEdges(upstream: Upstream, graph: GraphPut): Promise<NewEdges> {
  await checkEndsExist(upstream, graph);
  const events = await newEvents(upstream, graph);
  return { events, parentContexts: await newParents(upstream, graph) };
}

/** Refuses edges to what is not there. */
async function checkEndsExist({ known }: Upstream, graph: GraphPut): Promise<void> {
  const ends = endsOf(graph);
  for (const kind of ['ARTIFACT', 'EXECUTION', 'CONTEXT'] as const) {
    checkEnds(kind, ends[kind], await known.existing(kind, [...new Set(ends[kind])]), []);
  }
}

/** The events that are not stored, each once. Only between two stored nodes can there be one already. */
async function newEvents(upstream: Upstream, { events = [], onExistingEdge }: GraphPut): Promise<readonly EventPut[]> {
  const ids = events.flatMap(({ artifact, execution }) =>
    'id' in artifact && 'id' in execution ? [execution.id] : [],
  );
  const stored = await eventsOf(upstream, 'EXECUTION', [...new Set<ExecutionId>(ids)]);
  const seen = new Set(stored.map(({ artifactId, executionId, type }) => `#${artifactId} #${executionId} ${type}`));
  return events.filter(({ artifact, execution, type }) => {
    const key = `${refKey(artifact)} ${refKey(execution)} ${type}`;
    if (!seen.has(key)) return seen.add(key);
    if (onExistingEdge === 'KEEP') return false;
    const ends = `artifact ${named(artifact)} and execution ${named(execution)}`;
    throw new MetadataError('ALREADY_EXISTS', `An event of type ${type} between ${ends} exists already.`);
  });
}

/** The links that are not stored, each once, none of which closes a circle with the stored ones or those before it. */
async function newParents(
  upstream: Upstream,
  { parentContexts = [], onExistingEdge }: GraphPut,
): Promise<NewEdges['parentContexts']> {
  const parentsOf = new Map<string, readonly string[]>();
  const parents = async (ref: Ref<ContextId>): Promise<readonly string[]> => {
    const key = refKey(ref);
    const known = parentsOf.get(key);
    if (known !== undefined) return known;
    const links = 'id' in ref ? await contextLinks(upstream, [ref.id], 'PARENTS') : [];
    const keys = links.map(({ parentId }) => refKey({ id: parentId }));
    parentsOf.set(key, keys);
    return keys;
  };
  const added: { readonly child: Ref<ContextId>; readonly parent: Ref<ContextId> }[] = [];
  for (const link of parentContexts) {
    const [child, parent] = [refKey(link.child), refKey(link.parent)];
    if (child === parent)
      throw new MetadataError('INVALID_ARGUMENT', `Context ${named(link.child)} cannot be its own parent.`);
    const before = await parents(link.child);
    if (before.includes(parent)) {
      if (onExistingEdge === 'KEEP') continue;
      throw new MetadataError(
        'ALREADY_EXISTS',
        `Context ${named(link.child)} has parent ${named(link.parent)} already.`,
      );
    }
    await refuseCircle(child, link.parent, parents);
    parentsOf.set(child, [...before, parent]);
    added.push(link);
  }
  return added;
}

async function refuseCircle(
  child: string,
  parent: Ref<ContextId>,
  parents: (ref: Ref<ContextId>) => Promise<readonly string[]>,
): Promise<void> {
  const seen = new Set<string>();
  const above = [parent];
  for (let ref = above.pop(); ref !== undefined; ref = above.pop()) {
    const key = refKey(ref);
    if (key === child) {
      const lies = `Context ${named(parent)} lies within ${named(refOf(child))}`;
      throw new MetadataError('INVALID_ARGUMENT', `${lies}, so it cannot be its parent.`);
    }
    if (seen.has(key)) continue;
    seen.add(key);
    for (const next of await parents(ref)) above.push(refOf(next));
  }
}

function refOf(key: string): Ref<ContextId> {
  return key.startsWith('#') ? { id: BigInt(key.slice(1)) as ContextId } : { index: Number(key) };
}

function named(ref: Ref<bigint>): string {
  return 'id' in ref ? `${ref.id}` : `number ${ref.index} of the new ones`;
}
