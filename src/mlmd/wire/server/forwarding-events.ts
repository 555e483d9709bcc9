import { MetadataError } from '../../../errors.js';
import { unless } from '../client/answers.js';
import type { Artifact, Event } from '../generated/ml_metadata/proto/metadata_store.js';
import type { Calls, RequestOf, ResponseOf } from '../rpc.js';
import type { Handlers } from './handlers.js';

/**
 * The calls that put events, for a service that refuses those it has: only where it does so they are looked for, left
 * out, and the rest is put. What was refused left nothing behind, so it is as if they had never been sent.
 */
export function unlessStored(calls: Calls): Pick<Handlers, 'putEvents' | 'putExecution' | 'putLineageSubgraph'> {
  return {
    putEvents: (request) =>
      orElse(
        () => calls.call('putEvents', request),
        async () => {
          const isNew = await newEvents(calls, request.events);
          const events = request.events.filter(isNew);
          return events.length < request.events.length
            ? () => calls.call('putEvents', { ...request, events })
            : undefined;
        },
      ),
    putExecution: (request) =>
      orElse(
        () => calls.call('putExecution', request),
        () => executionWithout(calls, request),
      ),
    putLineageSubgraph: (request) =>
      orElse(
        () => calls.call('putLineageSubgraph', request),
        () => subgraphWithout(calls, request),
      ),
  };
}

/** Tries the one and, where something exists already, the other; undefined from that means that it was something else. */
async function orElse<T>(put: () => Promise<T>, otherwise: () => Promise<(() => Promise<T>) | undefined>): Promise<T> {
  try {
    return await put();
  } catch (error) {
    const other = error instanceof MetadataError && error.code === 'ALREADY_EXISTS' ? await otherwise() : undefined;
    if (other === undefined) throw error;
    return other();
  }
}

async function executionWithout(calls: Calls, request: RequestOf<'putExecution'>) {
  const { execution, options } = request;
  const artifactIds = await idsOf(calls, artifactsOf(request), options?.reuseArtifactIfAlreadyExistByExternalId);
  const eventOf = (index: number): Event | undefined => {
    const { artifact, event } = request.artifactEventPairs[index] ?? {};
    const artifactId = artifact === undefined ? event?.artifactId : artifactIds.get(artifact);
    return event && { ...event, artifactId, executionId: execution?.id };
  };
  const events = request.artifactEventPairs.map((_pair, index) => eventOf(index));
  const isNew = await newEvents(
    calls,
    events.flatMap((event) => event ?? []),
  );
  const isLeftOut = events.map((event) => event !== undefined && !isNew(event));
  if (!isLeftOut.includes(true)) return undefined;

  return async (): Promise<ResponseOf<'putExecution'>> => {
    // A pair whose artifact is only named in its event goes with the event, so it has to be put in contexts by itself.
    const isGone = request.artifactEventPairs.map(({ artifact }, index) => isLeftOut[index] && artifact === undefined);
    const response = await calls.call('putExecution', {
      ...request,
      artifactEventPairs: request.artifactEventPairs.flatMap((pair, index) =>
        isGone[index] ? [] : isLeftOut[index] ? { ...pair, event: undefined } : pair,
      ),
    });
    const gone = events.flatMap((event, index) =>
      isGone[index] && event?.artifactId !== undefined ? event.artifactId : [],
    );
    await attribute(calls, gone, response.contextIds);
    const kept = response.artifactIds.values();
    return {
      ...response,
      artifactIds: events.map((event, index) => (isGone[index] ? event?.artifactId : kept.next().value) ?? -1n),
    };
  };
}

function artifactsOf({ artifactEventPairs }: RequestOf<'putExecution'>): readonly Artifact[] {
  return artifactEventPairs.flatMap(({ artifact }) => artifact ?? []);
}

async function attribute(calls: Calls, artifactIds: readonly bigint[], contextIds: readonly bigint[]): Promise<void> {
  if (artifactIds.length === 0 || contextIds.length === 0) return;
  await calls.call('putAttributionsAndAssociations', {
    attributions: contextIds.flatMap((contextId) => artifactIds.map((artifactId) => ({ artifactId, contextId }))),
    associations: [],
  });
}

async function subgraphWithout(calls: Calls, request: RequestOf<'putLineageSubgraph'>) {
  const { artifacts, executions, eventEdges, options } = request;
  const artifactIds = await idsOf(calls, artifacts, options?.reuseArtifactIfAlreadyExistByExternalId);
  const events = eventEdges.map(({ artifactIndex, executionIndex, event }): Event | undefined => {
    const artifact = artifactIndex === undefined ? undefined : artifacts[artifactIndex];
    const artifactId = artifact === undefined ? event?.artifactId : artifactIds.get(artifact);
    const executionId = executionIndex === undefined ? event?.executionId : executions[executionIndex]?.id;
    return event && { ...event, artifactId, executionId };
  });
  const isNew = await newEvents(
    calls,
    events.flatMap((event) => event ?? []),
  );
  const edges = eventEdges.filter((_edge, index) => {
    const event = events[index];
    return event === undefined || isNew(event);
  });
  if (edges.length === eventEdges.length) return undefined;
  return () => calls.call('putLineageSubgraph', { ...request, eventEdges: edges });
}

/** The ids of those artifacts that are stored: their own or, where that is asked for, of the one with their external id. */
async function idsOf(
  calls: Calls,
  artifacts: readonly Artifact[],
  byExternalId = false,
): Promise<ReadonlyMap<Artifact, bigint>> {
  const unnamed = byExternalId ? artifacts.filter(({ id }) => id === undefined) : [];
  const externalIds = unnamed.flatMap(({ externalId }) => externalId || []);
  const stored = externalIds.length === 0 ? [] : await byExternalIds(calls, externalIds);
  const idByExternalId = new Map(stored.map(({ externalId, id }) => [externalId, id]));
  const pairs = artifacts.map(
    (artifact) =>
      [artifact, artifact.id ?? (byExternalId ? idByExternalId.get(artifact.externalId) : undefined)] as const,
  );
  return new Map(pairs.flatMap(([artifact, id]) => (id === undefined ? [] : [[artifact, id] as const])));
}

async function byExternalIds(calls: Calls, externalIds: readonly string[]): Promise<readonly Artifact[]> {
  // The service's way to say that there is none.
  const found = await unless('NOT_FOUND', calls.call('getArtifactsByExternalIds', { externalIds }));
  return found?.artifacts ?? [];
}

/** Tells of each of the events, when first asked about it, whether neither the service has it nor was an equal one asked about. */
async function newEvents(calls: Calls, events: readonly Event[]): Promise<(event: Event) => boolean> {
  const executionIds = [...new Set(events.flatMap(({ executionId }) => executionId ?? []))];
  const stored =
    executionIds.length === 0 ? [] : (await calls.call('getEventsByExecutionIDs', { executionIds })).events;
  const known = new Set(stored.map(keyOf));
  return (event) => {
    const key = keyOf(event);
    if (event.artifactId === undefined || event.executionId === undefined) return true;
    return !known.has(key) && known.add(key).size > 0;
  };
}

function keyOf({ artifactId, executionId, type }: Event): string {
  return `${artifactId} ${executionId} ${type}`;
}
