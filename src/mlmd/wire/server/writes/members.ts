import { MetadataError } from '../../../../errors.js';
import type { ArtifactId, ContextId, ExecutionId } from '../../../model.js';
import type { Ref } from '../../../store.js';
import type { Writes } from './writes.js';

/** The nodes that a request puts into each of its contexts. */
interface Members {
  readonly contexts: readonly Ref<ContextId>[];
  readonly executions: readonly Ref<ExecutionId>[];
  readonly artifacts: readonly Ref<ArtifactId>[];
}

/**
 * Most memberships that one request may ask for. Contexts and members multiply, so that a request of a megabyte could
 * otherwise ask for a thousand million.
 */
const MAX_MEMBERSHIPS = 100_000;

/** Puts every member into every context. Throws `RESOURCE_EXHAUSTED` where that is too much for one request. */
export function joinAll(writes: Writes, { contexts, executions, artifacts }: Members): void {
  const memberships = contexts.length * (executions.length + artifacts.length);
  if (memberships > MAX_MEMBERSHIPS) {
    const what = `The request puts nodes into contexts ${memberships} times`;
    throw new MetadataError('RESOURCE_EXHAUSTED', `${what}, which is over the limit of ${MAX_MEMBERSHIPS}.`);
  }
  for (const context of contexts) {
    for (const execution of executions) writes.associate(execution, context);
    for (const artifact of artifacts) writes.attribute(artifact, context);
  }
}
