import { MetadataError } from '../../../../errors.js';
import { fieldNumbers } from './raw-fields.js';

/** The field that held the only uri before release 0.21.1; no client that still writes it gets what it expects. */
const OLD_URI_FIELD = 1;

/**
 * Lets a serialized `GetArtifactsByURIRequest` pass, unless it is of the old form, which the decoded message no longer shows.
 *
 * @throws MetadataError `INVALID_ARGUMENT` for the old form; an Error for bytes that are no message.
 */
export function refuseOldUris(bytes: Uint8Array): void {
  if (fieldNumbers(bytes).includes(OLD_URI_FIELD)) {
    throw new MetadataError('INVALID_ARGUMENT', 'GetArtifactsByURI takes the field uris; uri is not served any more.');
  }
}
