import { readFileSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createSecureContext } from 'node:tls';
import { type ChannelCredentials, credentials } from '@grpc/grpc-js';
import { MetadataError } from '../../../errors.js';
import { isToken, type TlsSettings, type TokenSettings } from './settings.js';

/**
 * How the connection is made, from the files that the settings name; they are read once, here.
 *
 * @throws {MetadataError} `INVALID_ARGUMENT` naming the parameter whose file cannot be read or is not what it should be.
 */
export function channelCredentials(tls: TlsSettings | undefined): ChannelCredentials {
  if (tls === undefined) return credentials.createInsecure();
  const ca = pemOf('ca', tls.ca);
  const cert = pemOf('cert', tls.cert);
  const key = pemOf('key', tls.key);
  try {
    return credentials.createFromSecureContext(createSecureContext({ ca, cert, key }));
  } catch (cause) {
    const message = "The store's client certificate and key ('cert' and 'key' in its URL) do not belong together.";
    throw new MetadataError('INVALID_ARGUMENT', message, { cause });
  }
}

/** What a file must hold. A request for a certificate, or the wrong one of a pair of files, would fail each handshake. */
const HELD = {
  ca: { what: 'certificate', label: /-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----/ },
  cert: { what: 'certificate', label: /-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----/ },
  key: { what: 'private key', label: /-----BEGIN [A-Z ]*PRIVATE KEY-----/ },
} as const;

function pemOf(parameter: keyof typeof HELD, path: string | undefined): string | undefined {
  if (path === undefined) return undefined;
  const { what, label } = HELD[parameter];
  const text = readFor(parameter, path);
  if (label.test(text)) return text;
  throw new MetadataError(
    'INVALID_ARGUMENT',
    `The parameter '${parameter}' names '${path}', which holds no ${what} in PEM.`,
  );
}

function readFor(parameter: string, path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    const message = `The parameter '${parameter}' names '${path}', which cannot be read.`;
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
  if (!isToken(readFor('token-file', path).trim())) {
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
