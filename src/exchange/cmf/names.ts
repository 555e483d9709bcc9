import type { ExecutionId, Properties } from '../../mlmd/model.js';
import type { CmfArtifact } from './document.js';
import { ORIGINAL_TIME } from './types.js';

/** Types whose artifacts bear in their name the id of the execution that logged them first, after their uri. */
const SUFFIXED: ReadonlySet<string> = new Set(['Model', 'Metrics']);

/** The name that an artifact gets here: models and metrics with the id of the execution here instead of the sender's. */
export function receivedName(artifact: CmfArtifact, executionId: ExecutionId): string | undefined {
  const name = loggedName(artifact);
  return name !== undefined && SUFFIXED.has(artifact.type) ? `${name}:${executionId}` : name;
}

/** The name under which an execution logs an artifact, which says nothing of any store. */
export function loggedName({ type, name, uri }: CmfArtifact): string | undefined {
  if (name === undefined || !SUFFIXED.has(type)) return name;
  const end = name.indexOf(`:${uri}`);
  return `${end < 0 ? name : name.slice(0, end)}:${uri}`;
}

/** Custom properties with the time at which the sender's row was made, unless they bear that of an earlier one. */
export function stamped({
  customProperties,
  createTimeMs,
}: {
  readonly customProperties: Properties;
  readonly createTimeMs: bigint | undefined;
}): Properties {
  if (createTimeMs === undefined || customProperties.has(ORIGINAL_TIME)) return customProperties;
  return new Map([...customProperties, [ORIGINAL_TIME, { type: 'STRING', value: String(createTimeMs) }]]);
}
