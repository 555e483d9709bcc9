import { readFile } from 'node:fs/promises';
import { MetadataError } from '../../../errors.js';
import { readNamed } from '../../pem.js';
import type { PasswordSettings } from './settings.js';

/**
 * Answers the password for the next connection, undefined where there is none.
 *
 * A file is read again for every connection, because what keeps secrets replaces them while we run; one line break at its
 * end is not a part of the password. Where it cannot be read then, the call throws `UNAVAILABLE`.
 *
 * @throws {MetadataError} `INVALID_ARGUMENT` where the file cannot be read now.
 */
export function passwordSource(settings: PasswordSettings | undefined): () => Promise<string | undefined> {
  if (settings === undefined) return async () => undefined;
  if (settings.kind === 'TEXT') return async () => settings.text;
  const { path } = settings;
  readNamed('password-file', path);
  return async () => {
    try {
      return (await readFile(path, 'utf8')).replace(/\r?\n$/, '');
    } catch (cause) {
      throw new MetadataError('UNAVAILABLE', "The file of the store's password cannot be read.", { cause });
    }
  };
}
