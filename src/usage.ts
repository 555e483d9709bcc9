import { MetadataError } from './errors.js';

/** The calls under way on something that can be closed. */
export class Usage {
  readonly #closed: () => Error;
  #calls = 0;
  #closing: Promise<void> | undefined;
  #idle: (() => void) | undefined;

  /** @param closed - what a call after {@link close} throws; `UNAVAILABLE` of a store where undefined. */
  constructor(closed: () => Error = storeClosed) {
    this.#closed = closed;
  }

  /** Makes a call. */
  async during<T>(call: () => Promise<T>): Promise<T> {
    if (this.#closing !== undefined) throw this.#closed();
    this.#calls += 1;
    try {
      return await call();
    } finally {
      this.#calls -= 1;
      if (this.#calls === 0) this.#idle?.();
    }
  }

  /** Takes no more calls, waits for those under way, then runs `after`; once, however often it is asked for. */
  close(after: () => Promise<void>): Promise<void> {
    this.#closing ??= this.#drained().then(after);
    return this.#closing;
  }

  async #drained(): Promise<void> {
    if (this.#calls === 0) return;
    await new Promise<void>((resolve) => {
      this.#idle = resolve;
    });
  }
}

function storeClosed(): MetadataError {
  return new MetadataError('UNAVAILABLE', 'The store is closed.');
}
