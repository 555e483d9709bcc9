import { describe, expect, it } from 'vitest';
import type { MetadataReader } from '../../src/mlmd/store.js';
import { createDeadline } from '../../src/server/deadline.js';

const DESCRIPTION = { backend: 'sqlite', schemaVersion: 10, readOnly: false };

/** Stands for a backend that answers, or hangs: a real one cannot be made to hang on demand. */
function reader(describe: MetadataReader['describe']): MetadataReader {
  return { describe } as MetadataReader;
}

describe('deadline', () => {
  it('lets an answer in time through', async () => {
    const guarded = createDeadline(60_000).guard(reader(async () => DESCRIPTION));

    await expect(guarded.describe()).resolves.toEqual(DESCRIPTION);
  });

  it('rejects a call that has not answered when the time is over, and names the setting', async () => {
    const guarded = createDeadline(5).guard(reader(() => new Promise(() => {})));

    await expect(guarded.describe()).rejects.toMatchObject({
      code: 'DEADLINE_EXCEEDED',
      message: 'The request took longer than 5 ms (--deadline-ms).',
    });
  });

  it('does not reach the store once the time is over', async () => {
    let calls = 0;
    const deadline = createDeadline(0);
    const guarded = deadline.guard(
      reader(async () => {
        calls += 1;
        return DESCRIPTION;
      }),
    );

    await expect(guarded.describe()).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });

    expect(calls).toBe(0);
    expect(deadline.expired()).toBe(true);
    expect(deadline.remainingMs()).toBe(0);
  });

  it("passes the store's own failure on", async () => {
    const guarded = createDeadline(60_000).guard(reader(() => Promise.reject(new Error('away'))));

    await expect(guarded.describe()).rejects.toThrow('away');
  });
});
