import { readFileSync } from 'node:fs';
import { MetadataError } from '../errors.js';

/** What a file must hold. A request for a certificate, or the wrong one of a pair of files, would fail each handshake. */
const HELD = {
  ca: { what: 'certificate', label: /-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----/ },
  cert: { what: 'certificate', label: /-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----/ },
  key: { what: 'private key', label: /-----BEGIN [A-Z ]*PRIVATE KEY-----/ },
} as const;

/**
 * The text of the PEM file that a parameter of a store's URL names; undefined where it names none.
 *
 * Throws `INVALID_ARGUMENT` naming the parameter where it cannot be read or holds something else.
 */
export function readPem(parameter: keyof typeof HELD, path: string | undefined): string | undefined {
  if (path === undefined) return undefined;
  const { what, label } = HELD[parameter];
  const text = readNamed(parameter, path);
  if (label.test(text)) return text;
  throw new MetadataError(
    'INVALID_ARGUMENT',
    `The parameter '${parameter}' names '${path}', which holds no ${what} in PEM.`,
  );
}

/** The text of the file that a parameter of a store's URL names. Throws `INVALID_ARGUMENT` naming the parameter. */
export function readNamed(parameter: string, path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    const message = `The parameter '${parameter}' names '${path}', which cannot be read.`;
    throw new MetadataError('INVALID_ARGUMENT', message, { cause });
  }
}
