import { describe, expect, it } from 'vitest';
import type { PropertyType } from '../../src/mlmd/model.js';
import type { MetadataStore, TypePut } from '../../src/mlmd/store.js';
import { backends } from '../support/backends.js';

describe.each(backends)('$name: putTypes', ({ open }) => {
  it('registers a type of each kind, and says that it did', async () => {
    const store = await open();

    const results = await put(store, model(), { ...model(), kind: 'EXECUTION' }, { ...model(), kind: 'CONTEXT' });

    expect(results.map(({ created }) => created)).toEqual([true, true, true]);
    expect(await named(store, 'Model')).toMatchObject([
      { kind: 'ARTIFACT' },
      { kind: 'EXECUTION' },
      { kind: 'CONTEXT' },
    ]);
  });

  it('numbers the first type of a new store after the nine system types', async () => {
    const store = await open();

    const [result] = await put(store, model());

    expect(result?.id).toBe(10n);
  });

  it('keeps what was said of a type', async () => {
    const store = await open();

    await put(store, {
      ...model({ rows: 'INT', name: 'STRING', a: 'STRUCT', b: 'PROTO', c: 'BOOLEAN', d: 'DOUBLE' }),
      kind: 'EXECUTION',
      version: 'v2',
      description: 'träins ✓',
      externalId: 'ext-1',
      baseType: 'mlmd.Train',
      inputType: '{"none":{}}',
      outputType: '{"any":{}}',
    });

    expect(await named(store, 'Model')).toEqual([
      {
        kind: 'EXECUTION',
        id: 10n,
        name: 'Model',
        version: 'v2',
        description: 'träins ✓',
        externalId: 'ext-1',
        baseType: 'mlmd.Train',
        properties: new Map(
          Object.entries({ a: 'STRUCT', b: 'PROTO', c: 'BOOLEAN', d: 'DOUBLE', name: 'STRING', rows: 'INT' }),
        ),
        inputType: '{"none":{}}',
        outputType: '{"any":{}}',
      },
    ]);
  });

  it('gives the stored id where the same is put again, also within one call', async () => {
    const store = await open();

    const [first, second] = await put(store, model(), model());
    const [third] = await put(store, { ...model(), description: 'ignored', version: '' });

    expect(second).toEqual({ id: first?.id, created: false });
    expect(third).toEqual({ id: first?.id, created: false });
    expect(await named(store, 'Model')).toMatchObject([{ description: undefined }]);
  });

  it('takes another version for another type', async () => {
    const store = await open();

    const results = await put(store, model(), { ...model(), version: '1' }, { ...model(), version: '2' });

    expect(new Set(results.map(({ id }) => id)).size).toBe(3);
  });

  it('adds properties only where it may', async () => {
    const store = await open();
    await put(store, model({ rows: 'INT' }));
    const wider = model({ rows: 'INT', name: 'STRING' });

    await expect(put(store, { ...wider, canAddFields: false })).rejects.toMatchObject({ code: 'TYPE_CONFLICT' });
    await put(store, { ...wider, canAddFields: true });

    const [type] = await named(store, 'Model');
    expect(type?.properties).toEqual(wider.properties);
  });

  it('does without stored properties only where it may, and keeps them', async () => {
    const store = await open();
    await put(store, model({ rows: 'INT' }));

    await expect(put(store, { ...model(), canOmitFields: false })).rejects.toMatchObject({ code: 'TYPE_CONFLICT' });
    await put(store, { ...model(), canOmitFields: true });

    const [type] = await named(store, 'Model');
    expect(type?.properties).toEqual(new Map([['rows', 'INT']]));
  });

  it('never changes the type of a property, and says what it is', async () => {
    const store = await open();
    await put(store, model({ rows: 'INT' }));
    const other = { ...model({ rows: 'DOUBLE' }), canAddFields: true, canOmitFields: true };

    await expect(put(store, other)).rejects.toMatchObject({
      code: 'TYPE_CONFLICT',
      message: "Type 'Model' exists already and declares property 'rows' as INT, not DOUBLE.",
    });
  });

  it('registers nothing of a call that fails', async () => {
    const store = await open();
    await put(store, model({ rows: 'INT' }));

    const failing = put(store, { ...model(), name: 'New' }, model({ rows: 'DOUBLE' }));

    await expect(failing).rejects.toMatchObject({ code: 'TYPE_CONFLICT' });
    expect(await named(store, 'New')).toEqual([]);
  });

  it('gives a base type to a type that has none, and never another one', async () => {
    const store = await open();
    await put(store, model());

    await put(store, { ...model(), baseType: 'mlmd.Model' });
    await put(store, { ...model(), baseType: 'mlmd.Model' }, model());

    expect(await named(store, 'Model')).toMatchObject([{ baseType: 'mlmd.Model' }]);
    await expect(put(store, { ...model(), baseType: 'mlmd.Dataset' })).rejects.toMatchObject({ code: 'TYPE_CONFLICT' });
  });

  it('refuses a base type of another kind', async () => {
    const store = await open();

    const failing = put(store, { ...model(), baseType: 'mlmd.Train' });

    await expect(failing).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
  });

  // A name may stand for another type in another version, which is not the one that is extended.
  it('refuses that a type extends itself, or what extends it', async () => {
    const store = await open();
    const system = { ...model(), name: 'mlmd.Model' };

    await put(store, { ...system, version: 'v2', baseType: 'mlmd.Model' });
    await put(store, { ...system, baseType: 'mlmd.Dataset' });

    for (const name of ['mlmd.Model', 'mlmd.Dataset'] as const) {
      const failing = put(store, { ...system, name: 'mlmd.Dataset', baseType: name });
      await expect(failing).rejects.toMatchObject({
        code: 'INVALID_ARGUMENT',
        message: `Type 'mlmd.Dataset' cannot extend '${name}', which is or extends it.`,
      });
    }
  });

  it('changes an externalId, which no two types share', async () => {
    const store = await open();
    await put(store, { ...model(), externalId: 'one' }, { ...model(), name: 'Other' });

    await put(store, { ...model(), externalId: 'two' }, { ...model(), externalId: '' });

    expect(await named(store, 'Model')).toMatchObject([{ externalId: 'two' }]);
    for (const name of ['Other', 'New']) {
      await expect(put(store, { ...model(), name, externalId: 'two' })).rejects.toMatchObject({
        code: 'ALREADY_EXISTS',
        message: "Another type has the externalId 'two'.",
      });
    }
  });

  it.each([
    ['an empty name', { name: '' }],
    ['a NUL in a name', { name: 'a\0b' }],
    ['half a surrogate pair', { description: '\ud83d' }],
    ["the engine's mark for NULL", { version: '__MLMD_NULL__' }],
    ['a NUL in the name of a property', { properties: new Map([['a\0', 'INT' as const]]) }],
  ])('refuses %s', async (_, change) => {
    const store = await open();

    await expect(put(store, { ...model(), ...change })).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
  });

  it('selects types by kind and by name, in id order', async () => {
    const store = await open();
    for (const type of [model(), { ...model(), kind: 'CONTEXT' as const }, { ...model(), name: 'Data' }]) {
      await put(store, type);
    }

    const artifacts = await store.types({ kind: 'ARTIFACT', names: ['Data', 'Model', 'no such'] });
    const contexts = await store.types({ kind: 'CONTEXT' });
    const all = await store.types();

    expect(artifacts.map(({ name }) => name)).toEqual(['Model', 'Data']);
    expect(contexts.map(({ name }) => name)).toEqual(['Model']);
    expect(all.map(({ name }) => name)).toEqual([...SYSTEM_TYPES, 'Model', 'Model', 'Data']);
  });
});

const SYSTEM_TYPES = [
  ...['mlmd.Dataset', 'mlmd.Model', 'mlmd.Metrics', 'mlmd.Statistics'],
  ...['mlmd.Train', 'mlmd.Transform', 'mlmd.Process', 'mlmd.Evaluate', 'mlmd.Deploy'],
];

function model(properties: Readonly<Record<string, PropertyType>> = {}): TypePut {
  return {
    kind: 'ARTIFACT',
    name: 'Model',
    properties: new Map(Object.entries(properties)),
    canAddFields: false,
    canOmitFields: false,
  };
}

function put(store: MetadataStore, ...types: readonly TypePut[]) {
  return store.transaction((transaction) => transaction.putTypes(types));
}

function named(store: MetadataStore, name: string) {
  return store.types({ names: [name] });
}
