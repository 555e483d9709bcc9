import type { Filter } from '../../mlmd/filter/filter.js';
import { isOneOf } from '../../mlmd/filter/tests.js';
import type { Properties } from '../../mlmd/model.js';

/** The UUIDs of an execution: one for each time that it ran; none for one that is not CMF's. */
export function uuidsOf({ properties }: { readonly properties: Properties }): readonly string[] {
  const uuids = properties.get('Execution_uuid');
  return uuids?.type === 'STRING' ? uuids.value.split(',') : [];
}

/**
 * Passes executions whose only UUID is one of these, and all that have several: those are used again and few, and whether
 * they hold one of them is for {@link uuidsOf} to tell.
 */
export function mayHold(uuids: readonly string[]): Filter {
  const property = { op: 'PROPERTY', name: 'Execution_uuid', custom: false } as const;
  return {
    op: 'OR',
    of: [
      { ...property, test: isOneOf(uuids) },
      { ...property, test: { op: 'LIKE', pattern: '%,%', ignoreCase: false } },
    ],
  };
}
