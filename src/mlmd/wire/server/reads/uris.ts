import { MetadataError } from '../../../../errors.js';

/** The field that held the only uri before release 0.21.1; no client that still writes it gets what it expects. */
const OLD_URI_FIELD = 1;

/**
 * Lets a `GetArtifactsByURIRequest` pass, unless it is of the old form, which the decoded message no longer shows.
 *
 * @param fields - the numbers of the fields that it was sent with.
 * @throws MetadataError `INVALID_ARGUMENT` for the old form.
 */
export function refuseOldUri(fields: readonly number[]): void {
  if (fields.includes(OLD_URI_FIELD)) {
    throw new MetadataError('INVALID_ARGUMENT', 'GetArtifactsByURI takes the field uris; uri is not served any more.');
  }
}
