import type { NodePuts } from '../../../checks/nodes.js';
import type { NodeKind } from '../../../model.js';
import { fromNode, fromNodePut, type NodeMessageOf } from '../../codec/nodes.js';

/**
 * The messages that ask for puts. The service moves the time of a stored node wherever a message is not the very one that
 * it answers with, so an update that may keep the time says all that it would.
 */
export function nodeMessages<K extends NodeKind>({ kind, puts, stored }: NodePuts<K>): readonly NodeMessageOf[K][] {
  return puts.map((put) => {
    const message = fromNodePut(kind, put);
    const node = put.id === undefined ? undefined : stored.get(put.id);
    if (node === undefined || put.touch === true) return message;
    const { type, name } = fromNode(node);
    const uri = kind === 'ARTIFACT' ? { uri: ('uri' in put ? put.uri : undefined) ?? '' } : {};
    return { ...message, ...uri, type, name: kind === 'CONTEXT' ? put.name : name };
  });
}
