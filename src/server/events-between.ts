import DataLoader from 'dataloader';
import type { ArtifactId, Event, ExecutionId } from '../mlmd/model.js';
import type { MetadataReader } from '../mlmd/store.js';

interface Ends {
  readonly artifactIds: readonly ArtifactId[];
  readonly executionIds: readonly ExecutionId[];
}

/**
 * Loads the events between nodes for several askers in one call: walks that go on side by side end side by side, and
 * each wants the edges of what it reached.
 */
export function createEventsBetween(reader: MetadataReader) {
  const loader = new DataLoader((questions: readonly Ends[]) => eventsOfEach(reader, questions), { cache: false });
  return (artifactIds: readonly ArtifactId[], executionIds: readonly ExecutionId[]): Promise<readonly Event[]> =>
    loader.load({ artifactIds, executionIds });
}

async function eventsOfEach(
  reader: MetadataReader,
  questions: readonly Ends[],
): Promise<readonly (readonly Event[])[]> {
  const sets = questions.map(({ artifactIds, executionIds }) => ({
    artifacts: new Set(artifactIds),
    executions: new Set(executionIds),
  }));
  const events = await reader.eventsBetween(
    [...new Set(questions.flatMap(({ artifactIds }) => artifactIds))],
    [...new Set(questions.flatMap(({ executionIds }) => executionIds))],
  );
  if (questions.length === 1) return [events];
  return sets.map(({ artifacts, executions }) =>
    events.filter(({ artifactId, executionId }) => artifacts.has(artifactId) && executions.has(executionId)),
  );
}
