import { MetadataError } from '../../../errors.js';
import type { Logger } from '../../../log.js';
import { openChannel } from './channel.js';
import { GrpcStore } from './grpc-store.js';
import { readGrpcSettings } from './settings.js';

/** How a service is opened. */
export interface GrpcOpenOptions {
  /** Writes are refused here, whatever the service would allow. */
  readonly readOnly: boolean;
  /** Told when the service is lost and why, and when it is back. */
  readonly log?: Logger | undefined;
}

/**
 * Opens the store behind MLMD's service that a URL names (see {@link readGrpcSettings}), once it has answered: a wrong
 * address is told at the start, not by the first query. Afterwards the service may go and come back.
 *
 * Throws MetadataError with a message of one line for the operator: what the settings refuse, else why the service could
 * not be asked, naming its host.
 */
export async function openGrpcStore(url: string, { readOnly, log }: GrpcOpenOptions): Promise<GrpcStore> {
  const settings = readGrpcSettings(url);
  const channel = openChannel(settings, { log });
  try {
    // Asks for nothing, so that it costs the service as little as can be.
    await channel.call('getContextTypesById', { typeIds: [] });
  } catch (error) {
    channel.close();
    if (!(error instanceof MetadataError)) throw error;
    const says = error.code === 'UNIMPLEMENTED' ? 'There is no MLMD service.' : error.message;
    throw new MetadataError(error.code, `${settings.target}: ${says}`, { cause: error.cause });
  }
  return new GrpcStore({ calls: channel, limits: settings, readOnly, close: async () => channel.close() });
}
