import { MetadataError } from '../../../errors.js';

/** Lets so many go at once; the rest wait, first come first served. */
export class Slots {
  readonly #maxWaiting: number;
  readonly #waiting = new Set<() => void>();
  #free: number;

  constructor(max: number, maxWaiting: number) {
    this.#free = max;
    this.#maxWaiting = maxWaiting;
  }

  /**
   * Waits for a turn, for so many milliseconds at most.
   *
   * @returns what gives the turn back, to be called once.
   * @throws {MetadataError} `RESOURCE_EXHAUSTED` where too many wait already, `UNAVAILABLE` when the time is over.
   */
  async take(timeoutMs: number): Promise<() => void> {
    if (this.#free > 0) this.#free -= 1;
    else await this.#wait(timeoutMs);
    return () => this.#giveBack();
  }

  #wait(timeoutMs: number): Promise<void> {
    if (this.#waiting.size >= this.#maxWaiting) {
      const max = this.#maxWaiting;
      const message = `More than ${max} calls to the MLMD service are waiting (max-waiting in the store's URL).`;
      throw new MetadataError('RESOURCE_EXHAUSTED', message, { details: { limit: 'max-waiting', max } });
    }
    return new Promise((resolve, reject) => {
      const go = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.#waiting.delete(go);
        reject(new MetadataError('UNAVAILABLE', 'The call to the MLMD service did not get its turn in time.'));
      }, timeoutMs);
      this.#waiting.add(go);
    });
  }

  /** Hands the turn on, so that nobody who comes later slips in between. */
  #giveBack(): void {
    const [next] = this.#waiting;
    if (next === undefined) {
      this.#free += 1;
    } else {
      this.#waiting.delete(next);
      next();
    }
  }
}
