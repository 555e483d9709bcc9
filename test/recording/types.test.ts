import { describe, expect, it } from 'vitest';
import { recordDemo, registerKubeflowTypes, registerType } from '../../src/recording/index.js';
import { countsOf, tablesOf } from './support/rows.js';
import { newStore, OPTIONS } from './support/store.js';

describe('registerKubeflowTypes', () => {
  it('registers each type once, also where several start at once', async () => {
    const { store, path } = await newStore();
    const before = tablesOf(path);

    await Promise.all([1, 2, 3].map(() => registerKubeflowTypes(store)));

    expect(tablesOf(path)).toEqual(before);
  });
});

describe('registerType', () => {
  const input = {
    kind: 'ARTIFACT',
    name: 'Report',
    properties: [{ name: 'pages', type: 'INT' }],
    canAddFields: false,
    canOmitFields: false,
  } as const;

  it('registers a type once, and lets it grow where it may', async () => {
    const { store } = await newStore();
    const first = await registerType(store, input, OPTIONS);

    const again = await registerType(store, input, OPTIONS);
    const grown = await registerType(
      store,
      { ...input, properties: [{ name: 'title', type: 'STRING' }], canAddFields: true, canOmitFields: true },
      OPTIONS,
    );

    const [type] = await store.types({ kind: 'ARTIFACT', names: ['Report'] });
    expect([first.created, again.created, grown.created]).toEqual([true, false, false]);
    expect(new Set([first.typeId, again.typeId, grown.typeId])).toEqual(new Set([type?.id]));
    expect([...(type?.properties ?? [])]).toEqual([
      ['pages', 'INT'],
      ['title', 'STRING'],
    ]);
  });

  it('takes another version for another type', async () => {
    const { store } = await newStore();
    const first = await registerType(store, input, OPTIONS);

    const second = await registerType(store, { ...input, version: '2' }, OPTIONS);

    expect(second.created).toBe(true);
    expect(second.typeId).not.toBe(first.typeId);
  });
});

describe('recordDemo', () => {
  it('tells the story once', async () => {
    const { store, path } = await newStore();

    expect(await recordDemo(store, OPTIONS)).toBe(true);
    const told = tablesOf(path);
    expect(await recordDemo(store, OPTIONS)).toBe(false);

    expect(tablesOf(path)).toEqual(told);
    expect(countsOf(path)).toMatchObject({ Context: 2, Execution: 2, Artifact: 3, Event: 4 });
  });

  it('is told once where two start at once', async () => {
    const { store, path } = await newStore();

    const told = await Promise.all([recordDemo(store, OPTIONS), recordDemo(store, OPTIONS)]);

    expect(told.sort()).toEqual([false, true]);
    expect(countsOf(path)).toMatchObject({ Context: 2, Execution: 2, Artifact: 3, Event: 4 });
  });
});
