import { describe, expect, it } from 'vitest';
import type { Filter } from '../../src/mlmd/filter/filter.js';
import type { MetadataStore, MetadataTransaction } from '../../src/mlmd/store.js';
import { backends, backendsThatCan } from '../support/backends.js';
import { BARE, seed, seedTypes } from '../support/seed.js';

const EVERYTHING: Filter = { op: 'AND', of: [] };

describe.each(backends)('$name: transactions', ({ open }) => {
  it('go on after a put that failed, without any part of it', async () => {
    const store = await open();

    await store.transaction(async (transaction) => {
      const { artifact } = await seedTypes(transaction);
      const twins = ['twin', 'twin'].map((name) => ({ ...BARE, typeId: artifact, name }));
      const put = transaction.putGraph({ artifacts: twins, onExistingEdge: 'FAIL' });
      await expect(put).rejects.toMatchObject({ code: 'ALREADY_EXISTS' });
      await putArtifact(transaction);
    });

    expect(await store.nodeCounts('ARTIFACT', EVERYTHING)).toEqual([1]);
  });

  it('run one after the other, in the order in which they were asked for', async () => {
    const store = await open();
    const steps: string[] = [];

    const work = (name: string) => async (transaction: MetadataTransaction) => {
      steps.push(`${name} begins`);
      await putArtifact(transaction);
      steps.push(`${name} ends`);
    };
    await Promise.all(['a', 'b', 'c'].map((name) => store.transaction(work(name))));

    expect(steps).toEqual(['a', 'b', 'c'].flatMap((name) => [`${name} begins`, `${name} ends`]));
    expect(await store.nodeCounts('ARTIFACT', EVERYTHING)).toEqual([3]);
  });

  it('of many that are asked for at once fail alone, and the others are whole', async () => {
    const store = await open();
    const { artifact } = await store.transaction(seedTypes);
    const names = Array.from({ length: 24 }, (_, place) => (place % 8 === 7 ? 'twin' : `n${place}`));

    const results = await Promise.allSettled(
      names.map((name) =>
        store.transaction((transaction) =>
          transaction.putGraph({
            artifacts: [
              { ...BARE, typeId: artifact },
              { ...BARE, typeId: artifact, name },
            ],
            onExistingEdge: 'FAIL',
          }),
        ),
      ),
    );

    const failures = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    expect(failures).toMatchObject([{ code: 'ALREADY_EXISTS' }, { code: 'ALREADY_EXISTS' }]);
    expect(await store.nodeCounts('ARTIFACT', EVERYTHING)).toEqual([2 * (names.length - failures.length)]);
  });

  it('go back to before a put that failed, and keep the puts before it', async () => {
    const store = await open();

    await store.transaction(async (transaction) => {
      const { artifact } = await seedTypes(transaction);
      const put = (...names: readonly string[]) =>
        transaction.putGraph({
          artifacts: names.map((name) => ({ ...BARE, typeId: artifact, name })),
          onExistingEdge: 'FAIL',
        });
      const settled = await Promise.allSettled([put('a'), put('b', 'a'), put('c')]);
      expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    });

    const [page] = await store.nodePages('ARTIFACT', {
      filter: EVERYTHING,
      order: { field: 'NAME', descending: false },
      page: { limit: 9 },
    });
    expect(page?.items.map(({ value }) => value.name)).toEqual(['a', 'c']);
  });

  it('end when what they began is done, also where their work fails', async () => {
    const store = await open();
    const steps: string[] = [];

    const failing = store.transaction(async (transaction) => {
      void seedTypes(transaction).then(() => steps.push('put ends'));
      throw new Error('of the work');
    });
    const next = store.transaction(async () => void steps.push('next begins'));

    await expect(failing).rejects.toThrow('of the work');
    await next;
    expect(steps).toEqual(['put ends', 'next begins']);
  });

  it('are over once they have ended', async () => {
    const store = await open();
    const leaked: MetadataTransaction[] = [];
    await store.transaction(async (transaction) => void leaked.push(transaction));

    await expect(leaked[0]?.types()).rejects.toThrow();
    await expect(leaked[0] && putArtifact(leaked[0])).rejects.toThrow();
  });
});

describe.each(backendsThatCan('UNDO'))('$name: transactions', ({ open }) => {
  it('see what they write, which others see only afterwards', async () => {
    const store = await open();

    const [inside, outside] = await store.transaction(async (transaction) => {
      await putArtifact(transaction);
      return Promise.all([transaction.nodeCounts('ARTIFACT', EVERYTHING), store.nodeCounts('ARTIFACT', EVERYTHING)]);
    });

    expect([inside, outside]).toEqual([[1], [0]]);
    expect(await store.nodeCounts('ARTIFACT', EVERYTHING)).toEqual([1]);
  });

  it('leave nothing behind when their work fails, and pass its error on', async () => {
    const store = await open();
    const failure = new Error('of the work');

    const failing = store.transaction(async (transaction) => {
      await putArtifact(transaction);
      throw failure;
    });

    await expect(failing).rejects.toBe(failure);
    expect(await store.nodeCounts('ARTIFACT', EVERYTHING)).toEqual([0]);
    expect((await store.types()).map(({ name }) => name)).not.toContain('Thing');
  });
});

describe.each(backends)('$name: close', ({ open }) => {
  it('waits for what is under way', async () => {
    const store = await open();
    await seed(store, 'a > b > c');

    const reads = Promise.all(Array.from({ length: 20 }, () => store.nodeCounts('EXECUTION', EVERYTHING)));
    const write = store.transaction(putArtifact);
    await store.close();

    expect(await reads).toEqual(Array.from({ length: 20 }, () => [1]));
    await write;
  });

  it('makes later calls UNAVAILABLE, and can be repeated', async () => {
    const store = await open();
    await store.close();
    await store.close();

    await expect(store.types()).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await expect(store.transaction(putArtifact)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });
});

describe.each(backends)('$name: describe', ({ open, cannot }) => {
  it('says what the store is, and nothing of where it is', async () => {
    const store: MetadataStore = await open();

    const schemaVersion = cannot.TELL_SCHEMA === undefined ? 10 : undefined;
    expect(await store.describe()).toEqual({ backend: expect.any(String), schemaVersion, readOnly: false });
  });
});

async function putArtifact(transaction: MetadataTransaction): Promise<void> {
  const { artifact } = await seedTypes(transaction);
  await transaction.putGraph({ artifacts: [{ ...BARE, typeId: artifact }], onExistingEdge: 'FAIL' });
}
