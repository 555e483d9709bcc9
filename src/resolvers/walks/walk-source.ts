import { MetadataError } from '../../errors.js';
import { eventsToRead, toNeighbors } from '../../lineage/neighbors.js';
import type { LineageSource } from '../../lineage/source.js';
import type { Filter } from '../../mlmd/filter/filter.js';
import type { Event, LineageNode, NodeRef } from '../../mlmd/model.js';
import type { RequestContext } from '../request-context.js';

/** Conditions on the nodes of a walk, per kind; undefined where there is none. */
export interface NodeConditions {
  readonly ARTIFACT: Filter | undefined;
  readonly EXECUTION: Filter | undefined;
}

/** What a walk may enter, and where it is to stop. Undefined for everything, and for nowhere. */
export interface WalkConditions {
  readonly admitted?: NodeConditions | undefined;
  readonly stopping?: NodeConditions | undefined;
}

/**
 * The part of a request's time after which its walks are cut off: the rest is for finishing the answer. That takes two
 * more calls, which get half of what is left each, and the nodes themselves.
 */
const WALKING_SHARE = 0.7;

/**
 * Shows the store as the graph that walks walk. Walks that one request makes side by side, such as those of `models` on
 * a page of data sets, share their calls of the store hop by hop.
 */
export function createWalkSource(request: RequestContext, conditions: WalkConditions = {}): LineageSource {
  const { loaders, deadline, limits } = request;
  const walkingMs = () => deadline.remainingMs() - (1 - WALKING_SHARE) * limits.deadlineMs;
  const finishingMs = () => deadline.remainingMs() / 2;
  const seen: (readonly Event[])[] = [];
  const selecting = (wanted: NodeConditions | undefined, ofUnnamedKind: boolean): LineageSource['admitted'] =>
    wanted && ((refs) => inTime(walkingMs(), select(request, refs, wanted, ofUnnamedKind)));
  return {
    neighbors: (refs, query, limit) => {
      const page = { limit: eventsToRead(limit) };
      const load = async (ref: NodeRef) => {
        const { items, hasMore } = await loaders.eventPage(ref, query, page);
        const events = items.map(({ value }) => value);
        seen.push(events);
        return toNeighbors(ref, events, hasMore, limit);
      };
      return inTime(walkingMs(), Promise.all(refs.map(load)));
    },
    counts: (refs, query) => inTime(finishingMs(), Promise.all(refs.map((ref) => loaders.eventCount(ref, query)))),
    eventsBetween: (artifactIds, executionIds) =>
      inTime(finishingMs(), loaders.eventsBetween(artifactIds, executionIds)),
    seenEvents: () => seen.flat(),
    admitted: selecting(conditions.admitted, true),
    stopping: selecting(conditions.stopping, false),
    expired: () => walkingMs() <= 0,
  };
}

/** @returns those of the nodes that match, in order; of a kind without a condition all or none. */
export async function select(
  { loaders }: RequestContext,
  refs: readonly NodeRef[],
  conditions: NodeConditions,
  ofUnnamedKind: boolean,
): Promise<readonly NodeRef[]> {
  const verdicts = await Promise.all(
    refs.map((ref) => {
      const filter = conditions[ref.kind];
      return filter === undefined ? ofUnnamedKind : loaders.matches(ref.kind, ref.id, filter);
    }),
  );
  return refs.filter((_, index) => verdicts[index]);
}

/** Loads a node that a walk came upon. MLMD deletes none, and a walk meets none that is missing. */
export async function loadNode({ loaders }: RequestContext, ref: NodeRef): Promise<LineageNode> {
  const node = ref.kind === 'ARTIFACT' ? await loaders.artifact(ref.id) : await loaders.execution(ref.id);
  if (node === undefined)
    throw new MetadataError('DATA_LOSS', `${ref.kind} ${ref.id} vanished while it was asked for.`);
  return node;
}

/** Rejects with `DEADLINE_EXCEEDED` when the answer takes longer, which a walk takes for the end of its time. */
async function inTime<T>(timeMs: number, answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeUp = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new MetadataError('DEADLINE_EXCEEDED', 'The time for the walk is over.')),
      Math.max(0, timeMs),
    );
    timer.unref();
  });
  try {
    return await Promise.race([answer, timeUp]);
  } finally {
    clearTimeout(timer);
  }
}
