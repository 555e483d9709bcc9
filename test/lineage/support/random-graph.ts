import fc from 'fast-check';
import { type ArtifactId, EVENT_TYPES, type Event, type ExecutionId } from '../../../src/mlmd/model.js';
import type { MemoryGraph } from './memory-source.js';
import { artifact, execution } from './named-graph.js';

const SIZE = 6;

/**
 * Graphs of up to six artifacts and six executions with any events between them: cycles, several types between one pair, types
 * that point neither way, and events whose artifact or execution (number seven) is not there.
 */
export const randomGraph: fc.Arbitrary<MemoryGraph> = fc
  .record({
    artifacts: fc.integer({ min: 1, max: SIZE }),
    executions: fc.integer({ min: 1, max: SIZE }),
    events: fc.uniqueArray(
      fc.record({
        artifactId: fc.integer({ min: 1, max: SIZE + 1 }).map((id) => BigInt(id) as ArtifactId),
        executionId: fc.integer({ min: 1, max: SIZE + 1 }).map((id) => BigInt(id) as ExecutionId),
        // Sparse graphs have depth, dense ones have none; the plain types come up more often than the rest.
        type: fc.constantFrom<Event['type']>('INPUT', 'OUTPUT', 'INPUT', 'OUTPUT', ...EVENT_TYPES),
        timeMs: fc.constantFrom(undefined, 1n, 2n),
        path: fc.constant([]),
      }),
      { maxLength: 24, selector: ({ artifactId, executionId, type }) => `${artifactId} ${executionId} ${type}` },
    ),
  })
  .map(({ artifacts, executions, events }) => ({
    nodes: [
      ...Array.from({ length: artifacts }, (_, index) => artifact(index + 1)),
      ...Array.from({ length: executions }, (_, index) => execution(index + 1)),
    ],
    events,
  }));
