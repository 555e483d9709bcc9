import { status } from '@grpc/grpc-js';
import { isWrite } from '../rpc.js';
import type { RpcError } from './rpc-error.js';

/** The first wait is up to this long, and each further one up to twice the one before. */
const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 2_000;

const REPEATABLE: ReadonlySet<number> = new Set([status.UNAVAILABLE, status.ABORTED, status.DEADLINE_EXCEEDED]);

/**
 * Whether the same call may be made again after such a failure.
 *
 * A read may, where another attempt may fare better. A write may only where the one before surely left nothing behind:
 * the service undid it (`ABORTED`), or it never left.
 */
export function mayRepeat(error: RpcError, isIdempotent: boolean): boolean {
  if (!REPEATABLE.has(error.status)) return false;
  return !isWrite(error.rpc) || isIdempotent || !error.mayHaveHappened;
}

/**
 * Milliseconds to wait before the attempt that follows so many failed ones: any time up to a bound that doubles, so that
 * clients that failed together do not come back together.
 *
 * @see https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/ ("full jitter").
 */
export function waitBefore(failures: number): number {
  return Math.random() * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - 1));
}
