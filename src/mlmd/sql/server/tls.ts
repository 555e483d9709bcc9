import { createSecureContext } from 'node:tls';
import { MetadataError } from '../../../errors.js';
import { readPem } from '../../pem.js';
import type { ServerSettings } from './settings.js';

/** How a connection is encrypted, for Node's TLS. */
export interface TlsOptions {
  readonly ca: string | undefined;
  readonly cert: string | undefined;
  readonly key: string | undefined;
  /** The name that the server's certificate has to be for where that is not the host's. */
  readonly servername: string | undefined;
  /** Whether the server's certificate has to be good, and for the name. */
  readonly rejectUnauthorized: boolean;
}

/**
 * How connections are encrypted; undefined where they are not. Reads the files that the settings name.
 *
 * Throws `INVALID_ARGUMENT` naming the parameter whose file cannot be read or is not what it should be.
 */
export function tlsOptions({ tls, ca, cert, key, serverName, socket }: ServerSettings): TlsOptions | undefined {
  if (tls === 'off' || socket !== undefined) return undefined;
  const pems = { ca: readPem('ca', ca), cert: readPem('cert', cert), key: readPem('key', key) };
  try {
    createSecureContext(pems);
  } catch (cause) {
    const message = "The store's client certificate and key ('cert' and 'key' in its URL) do not belong together.";
    throw new MetadataError('INVALID_ARGUMENT', message, { cause });
  }
  return { ...pems, servername: serverName, rejectUnauthorized: tls === 'verify' };
}
