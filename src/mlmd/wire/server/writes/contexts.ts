import { MetadataError } from '../../../../errors.js';
import type { ContextId } from '../../../model.js';
import type { Ref } from '../../../store.js';
import { typeIdOf } from '../../codec/nodes.js';
import type * as wire from '../../generated/ml_metadata/proto/metadata_store.js';
import type { RequestOf } from '../../rpc.js';
import { putNode } from './nodes.js';
import { contextNamed } from './reuse.js';
import type { Writes } from './writes.js';

/** Which contexts of a request are used as they are stored, not written. */
type Reuse = Pick<
  NonNullable<RequestOf<'putExecution'>['options']>,
  'reuseContextIfAlreadyExist' | 'forceReuseContext'
>;

/** Inserts or updates a context that comes with other nodes, or finds the stored one that is to be reused. */
export async function putContext(writes: Writes, message: wire.Context, reuse: Reuse = {}): Promise<Ref<ContextId>> {
  const id = message.id as ContextId | undefined;
  if (id !== undefined && reuse.forceReuseContext === true) {
    if ((await writes.stored('CONTEXT', id)) !== undefined) return { id };
    throw new MetadataError('NOT_FOUND', `There is no context ${id} to reuse.`);
  }
  const typeId = typeIdOf(message);
  const { name } = message;
  if (typeId === undefined || name === undefined) {
    throw new MetadataError('INVALID_ARGUMENT', 'A context that comes with other nodes needs a type_id and a name.');
  }
  if (id === undefined && reuse.reuseContextIfAlreadyExist === true) {
    const stored = await contextNamed(writes, typeId, name);
    if (stored !== undefined) return { id: stored };
  }
  return putNode(writes, 'CONTEXT', message);
}
