import { MetadataError } from '../errors.js';
import type { MetadataReader } from '../mlmd/store.js';

/** The time that one request has, counted by a clock that never goes back. */
export interface Deadline {
  /** @returns milliseconds left; 0 once the time is over, never less. */
  remainingMs(): number;

  /** @returns whether the time is over. */
  expired(): boolean;

  /**
   * Gives a reader whose calls end with the time left: a call that has not answered by then, and every later one,
   * rejects with `DEADLINE_EXCEEDED`. The store is not told, as a backend may have no way to stop; what it still
   * answers is dropped.
   */
  guard<R extends MetadataReader>(reader: R): R;
}

/**
 * Starts the clock of a request.
 *
 * @param timeoutMs - the whole request's time; the setting is `--deadline-ms`.
 */
export function createDeadline(timeoutMs: number): Deadline {
  const endMs = performance.now() + timeoutMs;
  const remainingMs = () => Math.max(0, endMs - performance.now());
  const expired = () => remainingMs() === 0;

  const withinTime = async (call: () => unknown): Promise<unknown> => {
    if (expired()) throw deadlineExceeded(timeoutMs);
    let timer: NodeJS.Timeout | undefined;
    const timeUp = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(deadlineExceeded(timeoutMs)), remainingMs());
      timer.unref();
    });
    try {
      return await Promise.race([call(), timeUp]);
    } finally {
      clearTimeout(timer);
    }
  };

  return {
    remainingMs,
    expired,
    // Every method of a reader answers with a promise, so one rule wraps them all, those of tomorrow included.
    guard: (reader) =>
      new Proxy(reader, {
        get(target, name) {
          const member: unknown = Reflect.get(target, name);
          if (typeof member !== 'function') return member;
          return (...args: unknown[]) => withinTime(() => Reflect.apply(member, target, args));
        },
      }),
  };
}

function deadlineExceeded(timeoutMs: number): MetadataError {
  return new MetadataError('DEADLINE_EXCEEDED', `The request took longer than ${timeoutMs} ms (--deadline-ms).`, {
    details: { limit: 'deadlineMs', max: timeoutMs, setting: '--deadline-ms' },
  });
}
