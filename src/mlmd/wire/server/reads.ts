import type { MetadataReader } from '../../store.js';
import type { Handlers, ReadRpc } from './handlers.js';

/** Answers the calls that read, as the engine does. */
export function readHandlers(_reader: MetadataReader): Partial<Handlers<ReadRpc>> {
  return {};
}
