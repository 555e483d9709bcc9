import { readFile, stat } from 'node:fs/promises';
import { createSecureContext } from 'node:tls';
import { type ChannelCredentials, credentials } from '@grpc/grpc-js';
import { MetadataError } from '../../../errors.js';
import { readNamed, readPem } from '../../pem.js';
import { isToken, type TlsSettings, type TokenSettings } from './settings.js';

/**
 * How the connection is made, from the files that the settings name; they are read once, here.
 *
 * @throws {MetadataError} `INVALID_ARGUMENT` naming the parameter whose file cannot be read or is not what it should be.
 */
export function channelCredentials(tls: TlsSettings | undefined): ChannelCredentials {
  if (tls === undefined) return credentials.createInsecure();
  const ca = readPem('ca', tls.ca);
  const cert = readPem('cert', tls.cert);
  const key = readPem('key', tls.key);
  try {
    return credentials.createFromSecureContext(createSecureContext({ ca, cert, key }));
  } catch (cause) {
    const message = "The store's client certificate and key ('cert' and 'key' in its URL) do not belong together.";
    throw new MetadataError('INVALID_ARGUMENT', message, { cause });
  }
}

/**
 * Answers the bearer token to send with a call, undefined where there is none.
 *
 * A file is read again whenever it has changed, because Kubernetes replaces the tokens it hands out long before they
 * expire. Where it cannot be read, the call is refused with `UNAVAILABLE`.
 *
 * @throws {MetadataError} `INVALID_ARGUMENT` where the file holds no token now.
 */
export function tokenSource(settings: TokenSettings | undefined): () => Promise<string | undefined> {
  if (settings === undefined) return async () => undefined;
  if (settings.kind === 'TEXT') return async () => settings.text;
  const { path } = settings;
  if (!isToken(readNamed('token-file', path).trim())) {
    throw new MetadataError('INVALID_ARGUMENT', `The parameter 'token-file' names '${path}', which holds no token.`);
  }
  let known: { readonly version: string; readonly token: string } | undefined;
  return async () => {
    try {
      const { ino, mtimeNs, size } = await stat(path, { bigint: true });
      const version = `${ino} ${mtimeNs} ${size}`;
      if (known?.version !== version) known = { version, token: (await readFile(path, 'utf8')).trim() };
    } catch (cause) {
      throw new MetadataError('UNAVAILABLE', "The file of the MLMD service's token cannot be read.", { cause });
    }
    if (isToken(known.token)) return known.token;
    throw new MetadataError('UNAVAILABLE', "The file of the MLMD service's token holds no token.");
  };
}
