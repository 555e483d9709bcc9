import { type ErrorCode, MetadataError } from '../../../errors.js';

/** What a call answers; undefined where it fails with this code, which says that there is nothing. */
export async function unless<T>(code: ErrorCode, answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof MetadataError && error.code === code) return undefined;
    throw error;
  }
}

/**
 * Asks about keys, so many in one call, side by side; each key once. A call whose answer is too big for one message is
 * halved.
 *
 * @returns what the calls answer, in the order of the keys' first mention.
 */
export async function inBatches<Key, T>(
  keys: Iterable<Key>,
  size: number,
  ask: (part: readonly Key[]) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  const distinct = [...new Set(keys)];
  const parts = Array.from({ length: Math.ceil(distinct.length / size) }, (_, place) =>
    distinct.slice(place * size, (place + 1) * size),
  );
  return (await Promise.all(parts.map((part) => halving(part, ask)))).flat();
}

async function halving<Key, T>(
  part: readonly Key[],
  ask: (part: readonly Key[]) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  try {
    return await ask(part);
  } catch (error) {
    if (part.length === 1 || !isTooBig(error)) throw error;
    const middle = Math.ceil(part.length / 2);
    // One after the other, as both together would be as big.
    return [...(await halving(part.slice(0, middle), ask)), ...(await halving(part.slice(middle), ask))];
  }
}

/** A limit of our own is named in the details; that of a message's size is gRPC's. */
function isTooBig(error: unknown): boolean {
  return error instanceof MetadataError && error.code === 'RESOURCE_EXHAUSTED' && error.details === undefined;
}
