import { MetadataError } from '../../../../errors.js';

/**
 * What bears one of the external ids.
 *
 * @param what - names what is looked for, for messages: `artifacts`.
 * @throws MetadataError `INVALID_ARGUMENT` if one of the ids is empty, `NOT_FOUND` if nothing bears any of them.
 */
export async function foundByExternalIds<T>(
  what: string,
  externalIds: readonly string[],
  find: () => Promise<readonly T[]>,
): Promise<readonly T[]> {
  if (externalIds.includes('')) {
    throw new MetadataError('INVALID_ARGUMENT', `An external id of the ${what} asked for is empty.`);
  }
  if (externalIds.length === 0) return [];
  const found = await find();
  if (found.length === 0) throw new MetadataError('NOT_FOUND', `There are no ${what} with these external ids.`);
  return found;
}
