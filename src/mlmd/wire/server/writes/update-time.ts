import type { NodeKind } from '../../../model.js';
import type { NodeMessageOf } from '../../codec/nodes.js';
import type * as wire from '../../generated/ml_metadata/proto/metadata_store.js';

/** The fields of the messages of all kinds that the engine compares; the type's id, the times and the properties are not. */
const COMPARED = ['id', 'name', 'type', 'externalId', 'uri', 'state', 'lastKnownState', 'systemMetadata'] as const;

/**
 * Whether a node that was sent is another than the stored one to the engine, which then moves the time of its last
 * update although every column may stay: it compares messages, where unset is not empty. So only a caller that sends
 * back what it was answered, with the type's name and an empty uri, changes nothing.
 */
export function isDifferent<K extends NodeKind>(sent: NodeMessageOf[K], stored: NodeMessageOf[K]): boolean {
  const [one, other] = [sent, stored] as readonly (Partial<wire.Artifact> & Partial<wire.Execution>)[];
  return COMPARED.some((field) => one?.[field] !== other?.[field]);
}
