import { MetadataError } from '../../errors.js';
import type { SqlDialect } from './dialect.js';

/** What an INT column holds on the database servers, where it has 32 bits. */
export const INT32 = { least: -(2n ** 31n), greatest: 2n ** 31n - 1n } as const;

/**
 * Throws `OUT_OF_RANGE` for an integer that the store's columns cannot hold, though MLMD's own values can be so large. The
 * engine says INTERNAL of it.
 *
 * @param what - whose it is, as the subject of a sentence.
 */
export function checkInteger({ integers }: SqlDialect, what: string, value: bigint): void {
  const { least, greatest } = integers;
  if (value >= least && value <= greatest) return;
  throw new MetadataError(
    'OUT_OF_RANGE',
    `${what} is ${value}; this store holds integers from ${least} to ${greatest}. Log it as a double or a string.`,
  );
}
