import { describe, expect, it } from 'vitest';
import { GroupedLoader } from '../../src/server/batching.js';

const recorded = () => {
  const calls: (readonly [object, readonly number[]])[] = [];
  const loader = new GroupedLoader(async (args: object, keys: readonly number[]) => {
    calls.push([args, keys]);
    return keys;
  });
  return { calls, loader };
};

describe('a grouped loader', () => {
  it('makes one call of keys whose arguments are equal', async () => {
    const { calls, loader } = recorded();

    await Promise.all([1, 2, 3].map((key) => loader.load({ kind: 'ARTIFACT', filter: { op: 'AND', of: [7n] } }, key)));

    expect(calls).toEqual([[{ kind: 'ARTIFACT', filter: { op: 'AND', of: [7n] } }, [1, 2, 3]]]);
  });

  it('makes a call for each of the arguments that differ, however deep', async () => {
    const { calls, loader } = recorded();

    await Promise.all([
      loader.load({ filter: { of: [7n] } }, 1),
      loader.load({ filter: { of: [7] } }, 1),
      loader.load({ filter: { of: ['7'] } }, 1),
      loader.load({ filter: [0] }, 1),
      loader.load({ filter: 0 }, 1),
      loader.load({ scope: { of: [7n] } }, 1),
    ]);

    expect(calls).toHaveLength(6);
  });

  it('takes an absent argument for one that is undefined', async () => {
    const { calls, loader } = recorded();

    await Promise.all([loader.load({ direction: 'ANY' }, 1), loader.load({ direction: 'ANY', types: undefined }, 2)]);

    expect(calls).toHaveLength(1);
  });

  // A walk asks about every node by itself, with one filter that may hold thousands of values.
  it('reads a long argument once, however many keys it is asked with', async () => {
    const { calls, loader } = recorded();
    let reads = 0;
    const filter = {
      get values() {
        reads += 1;
        return ['a', 'b'];
      },
    };

    await Promise.all(Array.from({ length: 1_000 }, (_, key) => loader.load({ filter }, key)));

    expect(calls).toHaveLength(1);
    expect(reads).toBe(1);
  });
});
