import type { Column, Filter } from '../../../filter/filter.js';
import type { ContextId, TypeId } from '../../../model.js';
import type * as wire from '../../generated/ml_metadata/proto/metadata_store.js';
import type { Writes } from './writes.js';

/** An artifact with the id of the stored one that bears its external id, where it has no id and there is such a one. */
export async function withStoredId(writes: Writes, artifact: wire.Artifact): Promise<wire.Artifact> {
  const { id, externalId } = artifact;
  if (id !== undefined || !externalId) return artifact;
  const stored = await writes.find(
    'ARTIFACT',
    equals('externalId', externalId),
    (put) => put.externalId === externalId,
  );
  return { ...artifact, id: stored?.id };
}

/** The id of the stored context of a type and a name. */
export async function contextNamed(writes: Writes, typeId: TypeId, name: string): Promise<ContextId | undefined> {
  const filter: Filter = { op: 'AND', of: [{ op: 'TYPE_ID', in: [typeId] }, equals('name', name)] };
  return (await writes.find('CONTEXT', filter, (put) => put.typeId === typeId && put.name === name))?.id;
}

function equals(column: Column, value: string): Filter {
  return { op: 'COLUMN', column, test: { op: 'COMPARE', comparison: '=', value: { type: 'STRING', value } } };
}
