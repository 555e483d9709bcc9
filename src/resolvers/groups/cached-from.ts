import { cachedFromIdOf, statusOf } from '../../conventions/index.js';
import type { Execution } from '../../mlmd/model.js';
import type { Loaders } from '../request-context.js';
import { WRITTEN } from '../written-events.js';

/**
 * The step that a step took its outputs from: the one that it names or, for a CACHED one that names none, the first that
 * wrote what it wrote again. Undefined for others, and where the store does not hold it.
 */
export async function cachedFromOf(loaders: Loaders, execution: Execution): Promise<Execution | undefined> {
  const id = cachedFromIdOf(execution);
  if (id !== undefined) return loaders.execution(id);
  if (statusOf(execution) !== 'CACHED') return undefined;
  const written = await loaders.eventPage(execution, { direction: 'DOWNSTREAM', types: WRITTEN }, ONE);
  const artifactId = written.items[0]?.value.artifactId;
  if (artifactId === undefined) return undefined;
  const writers = await loaders.eventPage(
    { kind: 'ARTIFACT', id: artifactId },
    { direction: 'UPSTREAM', types: WRITTEN },
    ONE,
  );
  const first = writers.items[0]?.value.executionId;
  return first === undefined || first === execution.id ? undefined : loaders.execution(first);
}

/** The other ends of events come by id. */
const ONE = { limit: 1 };
