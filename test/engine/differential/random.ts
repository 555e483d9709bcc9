/** Numbers that look random and follow from a seed alone. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** @returns a whole number from 0 up to, but not including, `bound`. */
  below(bound: number): number {
    return Math.floor(this.#next() * bound);
  }

  /** @returns true about once in `n` times. */
  oneIn(n: number): boolean {
    return this.below(n) === 0;
  }

  /** @returns one of the items; throws where there is none. */
  pick<T>(items: readonly T[]): T {
    const item = items[this.below(items.length)];
    if (item === undefined && items.length === 0) throw new Error('nothing to pick from');
    return item as T;
  }

  /** @returns what one of the makers makes. */
  oneOf<T>(...makers: readonly (() => T)[]): T {
    return this.pick(makers)();
  }

  /** @returns undefined about once in `n` times, else what is made. */
  maybe<T>(n: number, make: () => T): T | undefined {
    return this.oneIn(n) ? undefined : make();
  }

  /** @returns `atLeast` to `atMost` things, each made anew. */
  many<T>(atLeast: number, atMost: number, make: () => T): readonly T[] {
    return Array.from({ length: atLeast + this.below(atMost - atLeast + 1) }, make);
  }

  /** @returns one of the keys, each as often as its weight says. */
  weighted<T>(weights: ReadonlyMap<T, number>): T {
    let rest = this.#next() * [...weights.values()].reduce((sum, weight) => sum + weight, 0);
    for (const [item, weight] of weights) {
      rest -= weight;
      if (rest < 0) return item;
    }
    throw new Error('nothing to pick from');
  }

  // Mulberry32: 32 bits of state, which is plenty for picking requests.
  #next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let bits = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  }
}
