import type { MetadataStore } from '../../store.js';
import type { Handlers, ServiceOptions, WriteRpc } from './handlers.js';

/** Answers the calls that write, each in one transaction, as the engine does. */
export function writeHandlers(_store: MetadataStore, _options: ServiceOptions): Partial<Handlers<WriteRpc>> {
  return {};
}
