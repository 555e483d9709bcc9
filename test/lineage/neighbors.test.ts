import { describe, expect, it } from 'vitest';
import { eventsToRead, toNeighbors } from '../../src/lineage/neighbors.js';
import type { ArtifactId, Event, EventType, ExecutionId } from '../../src/mlmd/model.js';
import { artifact, execution } from './support/named-graph.js';

function event(artifactId: number, executionId: number, type: EventType): Event {
  return {
    artifactId: BigInt(artifactId) as ArtifactId,
    executionId: BigInt(executionId) as ExecutionId,
    ...{ type, timeMs: undefined, path: [] },
  };
}

/** As many events as one direction can hold between an artifact and an execution. */
const written = (by: number) =>
  (['DECLARED_OUTPUT', 'OUTPUT', 'INTERNAL_OUTPUT', 'PENDING_OUTPUT'] as const).map((type) => event(1, by, type));

describe('toNeighbors', () => {
  it('names the other end of each event, once', () => {
    expect(toNeighbors(artifact(1), [...written(4), ...written(7)], false, 5)).toEqual({
      refs: [execution(4), execution(7)],
      hasMore: false,
    });
    expect(toNeighbors(execution(4), [event(1, 4, 'INPUT'), event(2, 4, 'INPUT')], false, 5)).toEqual({
      refs: [artifact(1), artifact(2)],
      hasMore: false,
    });
  });

  it('keeps the first ones, and says that there are more', () => {
    expect(toNeighbors(artifact(1), [...written(4), ...written(7)], false, 1)).toEqual({
      refs: [execution(4)],
      hasMore: true,
    });
  });

  it('fills its limit from as many events as it asks to read, even where every neighbour has all types', () => {
    const events = [1, 2, 3].flatMap(written);

    const page = events.slice(0, eventsToRead(2));

    expect(toNeighbors(artifact(1), page, true, 2)).toEqual({ refs: [execution(1), execution(2)], hasMore: true });
  });
});
