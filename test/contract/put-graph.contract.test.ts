import { describe, expect, it } from 'vitest';
import type { ArtifactId, ContextId, ExecutionId, Json, JsonObject, TypeId, Value } from '../../src/mlmd/model.js';
import type { ArtifactPut, GraphPut, MetadataStore } from '../../src/mlmd/store.js';
import { type Backend, backends, backendsThatCan, keptInteger } from '../support/backends.js';
import { BARE, seedTypes } from '../support/seed.js';

describe.each(backends)('$name: putGraph, nodes', ({ open }) => {
  it('gives ids from 1 in each table, aligned with the lists', async () => {
    const store = await open();
    const { artifact, execution, context } = await types(store);

    const ids = await put(store, {
      artifacts: [artifact, artifact].map((typeId) => ({ ...BARE, typeId })),
      executions: [{ ...BARE, typeId: execution }],
      contexts: [{ ...BARE, typeId: context, name: 'g' }],
    });

    expect(ids).toEqual({ artifacts: [1n, 2n], executions: [1n], contexts: [1n] });
  });

  it('leaves unset what is not given', async () => {
    const store = await open();
    const { artifact, execution } = await types(store);

    await put(store, { artifacts: [{ ...BARE, typeId: artifact }], executions: [{ ...BARE, typeId: execution }] });

    const unset = { name: undefined, externalId: undefined, state: undefined };
    expect(await store.nodesById('ARTIFACT', [1n as ArtifactId])).toMatchObject([{ ...unset, uri: undefined }]);
    expect(await store.nodesById('EXECUTION', [1n as ExecutionId])).toMatchObject([unset]);
  });

  it('refuses a property that the type does not declare, or declares otherwise', async () => {
    const store = await open();
    const [type] = await store.transaction((transaction) =>
      transaction.putTypes([
        {
          kind: 'ARTIFACT',
          name: 'T',
          properties: new Map([['rows', 'INT']]),
          canAddFields: false,
          canOmitFields: false,
        },
      ]),
    );
    const typeId = type?.id as TypeId;
    const withProperty = (name: string, value: Value) =>
      putArtifacts(store, { ...BARE, typeId, properties: new Map([[name, value]]) });

    await expect(withProperty('cols', { type: 'INT', value: 1n })).rejects.toMatchObject({
      code: 'TYPE_MISMATCH',
      message: "Type 'T' declares no property 'cols'.",
    });
    await expect(withProperty('rows', { type: 'DOUBLE', value: 1 })).rejects.toMatchObject({
      code: 'TYPE_MISMATCH',
      message: "Property 'rows' of type 'T' is declared as INT, but the value given is DOUBLE.",
    });
    expect(await store.nodeCounts('ARTIFACT', { op: 'AND', of: [] })).toEqual([0]);
  });

  it('finds no type of another kind', async () => {
    const store = await open();
    const { execution } = await types(store);

    await expect(putArtifacts(store, { ...BARE, typeId: execution })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each<readonly [string, Partial<ArtifactPut>]>([
    ['a NUL in a name', { name: 'a\0' }],
    ['half a surrogate pair in a uri', { uri: '\udc00' }],
    ["the engine's mark for NULL", { externalId: '__MLMD_NULL__' }],
    ['text that the engine would read as a struct', custom({ type: 'STRING', value: 'mlmd-struct::x' })],
    ['a double that is not finite', custom({ type: 'DOUBLE', value: Number.NaN })],
    ['an integer of more than 64 bits', custom({ type: 'INT', value: 2n ** 63n })],
    ['a proto without type', custom({ type: 'PROTO', value: { typeUrl: '', value: new Uint8Array() } })],
    ['broken Unicode within a struct', custom({ type: 'STRUCT', value: { a: ['\ud800'] } })],
    ['a struct with too many objects within each other', custom({ type: 'STRUCT', value: nested(32, asMember) })],
    ['a struct with too many lists within each other', custom({ type: 'STRUCT', value: nested(48, asItem) })],
    ['a NUL in the name of a property', { customProperties: new Map([['\0', { type: 'INT', value: 1n }]]) }],
  ])('refuses %s', async (_, change) => {
    const store = await open();
    const { artifact } = await types(store);

    const failing = putArtifacts(store, { ...BARE, typeId: artifact, ...change });

    await expect(failing).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
  });

  it.each([
    ['objects', nested(31, asMember)],
    ['lists', nested(47, asItem)],
  ])('keeps a struct with as many %s within each other as any client can read', async (_, value) => {
    const store = await open();
    const { artifact } = await types(store);

    const put = { ...BARE, typeId: artifact, ...custom({ type: 'STRUCT', value }) };
    const [node] = await putArtifacts(store, put);

    expect(node?.customProperties).toEqual(put.customProperties);
  });

  it('lets no two nodes of a type share a name, nor two of a kind an externalId', async () => {
    const store = await open();
    const { artifact, execution } = await types(store);
    const first = { ...BARE, typeId: artifact, name: 'a', externalId: 'x' };
    await putArtifacts(store, first);

    await expect(putArtifacts(store, { ...BARE, typeId: artifact, name: 'a' })).rejects.toMatchObject({
      code: 'ALREADY_EXISTS',
      message: "Another artifact of type 'Thing' is named 'a'.",
    });
    await expect(putArtifacts(store, { ...first, name: 'b' })).rejects.toMatchObject({
      code: 'ALREADY_EXISTS',
      message: "Another artifact has the externalId 'x'.",
    });
    await put(store, { executions: [{ ...first, typeId: execution }] });
    await putArtifacts(store, { ...BARE, typeId: artifact }, { ...BARE, typeId: artifact });
  });

  it('wants a name for a context', async () => {
    const store = await open();
    const { context } = await types(store);

    const failing = put(store, { contexts: [{ ...BARE, typeId: context, name: '' }] });

    await expect(failing).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
  });
});

describe.each(backends)('$name: putGraph, updates', ({ open }) => {
  it('renames a context', async () => {
    const store = await open();
    const { context } = await types(store);
    await put(store, { contexts: [{ ...BARE, typeId: context, name: 'old' }] });

    await put(store, { contexts: [{ ...BARE, id: 1n as ContextId, typeId: context, name: 'new' }] });

    expect(await store.nodesById('CONTEXT', [1n as ContextId])).toMatchObject([{ name: 'new' }]);
  });

  it('updates one node twice in one put', async () => {
    const store = await open();
    const { artifact } = await types(store);
    await putArtifacts(store, { ...BARE, typeId: artifact });
    const update = { ...BARE, typeId: artifact, id: 1n as ArtifactId };

    const [stored] = await putArtifacts(store, { ...update, ...custom({ type: 'INT', value: 1n }) }, update);

    expect(stored?.customProperties).toEqual(new Map());
  });

  it('refuses an unknown id, another type, and an externalId that is taken', async () => {
    const store = await open();
    const { artifact } = await types(store);
    const [other] = await store.transaction((transaction) =>
      transaction.putTypes([
        { kind: 'ARTIFACT', name: 'T', properties: new Map(), canAddFields: false, canOmitFields: false },
      ]),
    );
    await putArtifacts(store, { ...BARE, typeId: artifact, externalId: 'x' }, { ...BARE, typeId: artifact });
    const update = { ...BARE, typeId: artifact, id: 2n as ArtifactId };

    const unknown = putArtifacts(store, { ...update, id: 9n as ArtifactId });
    await expect(unknown).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
    const changed = putArtifacts(store, { ...update, typeId: other?.id as TypeId });
    await expect(changed).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
    const taken = putArtifacts(store, { ...update, externalId: 'x' });
    await expect(taken).rejects.toMatchObject({ code: 'ALREADY_EXISTS' });
  });
});

describe.each(backends)('$name: putGraph, edges', ({ open }) => {
  it('joins new and stored nodes', async () => {
    const store = await open();
    const { artifact, execution, context } = await types(store);
    await put(store, { contexts: [{ ...BARE, typeId: context, name: 'outer' }] });

    await put(store, {
      contexts: [{ ...BARE, typeId: context, name: 'inner' }],
      artifacts: [{ ...BARE, typeId: artifact }],
      executions: [{ ...BARE, typeId: execution }],
      attributions: [{ artifact: { index: 0 }, context: { id: 1n as ContextId } }],
      associations: [{ execution: { index: 0 }, context: { index: 0 } }],
      parentContexts: [{ child: { index: 0 }, parent: { id: 1n as ContextId } }],
      events: [{ artifact: { index: 0 }, execution: { index: 0 }, type: 'OUTPUT', path: [] }],
    });

    const nodes = [
      { kind: 'EXECUTION', id: 1n as ExecutionId },
      { kind: 'ARTIFACT', id: 1n as ArtifactId },
    ] as const;
    expect(await store.membershipsOf(nodes)).toEqual([
      { node: nodes[0], contextId: 2n },
      { node: nodes[1], contextId: 1n },
    ]);
    expect(await store.contextLinks([2n as ContextId], 'PARENTS')).toEqual([{ childId: 2n, parentId: 1n }]);
    expect(await store.contextLinks([2n as ContextId], 'CHILDREN')).toEqual([]);
    expect(await store.eventsBetween([1n as ArtifactId], [1n as ExecutionId])).toMatchObject([{ type: 'OUTPUT' }]);
  });

  it('leaves memberships that are there as they are', async () => {
    const store = await open();
    await pair(store);
    const attributions = [{ artifact: ENDS.artifact, context: { id: 1n as ContextId } }];
    const associations = [{ execution: ENDS.execution, context: { id: 1n as ContextId } }];

    await put(store, { attributions, associations });
    await put(store, { attributions: [...attributions, ...attributions], associations });

    expect(await store.membershipsOf([{ kind: 'ARTIFACT', id: 1n as ArtifactId }])).toHaveLength(1);
    expect(await store.membershipsOf([{ kind: 'EXECUTION', id: 1n as ExecutionId }])).toHaveLength(1);
  });

  it('refuses an event that is there, or keeps the stored one', async () => {
    const store = await open();
    await pair(store);
    const event = { ...ENDS, type: 'INPUT', timeMs: 1n, path: [{ key: 'first' }] } as const;
    await put(store, { events: [event] });
    const again = { ...event, timeMs: 2n, path: [{ key: 'second' }] };

    await expect(put(store, { events: [again] })).rejects.toMatchObject({ code: 'ALREADY_EXISTS' });
    await put(store, { events: [again, again, { ...again, type: 'OUTPUT' }], onExistingEdge: 'KEEP' });

    expect(await events(store)).toMatchObject([
      { type: 'INPUT', timeMs: 1n, path: [{ key: 'first' }] },
      { type: 'OUTPUT', timeMs: 2n, path: [{ key: 'second' }] },
    ]);
  });

  it('refuses the same new event twice in one put', async () => {
    const store = await open();
    await pair(store);
    const event = { ...ENDS, type: 'INPUT', path: [] } as const;

    await expect(put(store, { events: [event, event] })).rejects.toMatchObject({ code: 'ALREADY_EXISTS' });
  });

  it('refuses an event of no type, and edges to what does not exist', async () => {
    const store = await open();
    await pair(store);
    const event = { ...ENDS, type: 'INPUT', path: [] } as const;

    const unknown = put(store, { events: [{ ...event, type: 'UNKNOWN' }] });
    await expect(unknown).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
    const dangling = put(store, { events: [{ ...event, artifact: { id: 9n as ArtifactId } }] });
    await expect(dangling).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
    const outside = put(store, { events: [{ ...event, execution: { index: 0 } }] });
    await expect(outside).rejects.toMatchObject({ code: 'OUT_OF_RANGE' });
    const contextless = { attributions: [{ artifact: ENDS.artifact, context: { id: 9n as ContextId } }] };
    await expect(put(store, contextless)).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
  });

  it('closes no circle of contexts', async () => {
    const store = await open();
    const { context } = await types(store);
    const names = ['a', 'b', 'c'];
    const link = (child: number, parent: number) => ({ child: { index: child }, parent: { index: parent } });
    await put(store, {
      contexts: names.map((name) => ({ ...BARE, typeId: context, name })),
      parentContexts: [link(0, 1), link(1, 2)],
    });
    const linkStored = (child: bigint, parent: bigint, onExistingEdge: 'FAIL' | 'KEEP' = 'FAIL') => {
      const ids = { child: { id: child as ContextId }, parent: { id: parent as ContextId } };
      return put(store, { parentContexts: [ids], onExistingEdge });
    };

    await expect(linkStored(3n, 1n)).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
    await expect(linkStored(1n, 1n)).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
    await expect(linkStored(1n, 2n)).rejects.toMatchObject({ code: 'ALREADY_EXISTS' });
    await linkStored(1n, 2n, 'KEEP');
    await linkStored(1n, 3n);

    expect(await store.contextLinks([1n as ContextId], 'PARENTS')).toEqual([
      { childId: 1n, parentId: 2n },
      { childId: 1n, parentId: 3n },
    ]);
  });

  it('writes a graph of thousands of nodes and edges', async () => {
    const store = await open();
    const { artifact, execution } = await types(store);
    const places = Array.from({ length: 1_500 }, (_, place) => place);

    const ids = await put(store, {
      artifacts: places.map((place) => ({
        ...BARE,
        typeId: artifact,
        ...custom({ type: 'INT', value: BigInt(place) }),
      })),
      executions: [{ ...BARE, typeId: execution }],
      events: places.map((place) => ({
        artifact: { index: place },
        execution: { index: 0 },
        type: 'INPUT' as const,
        path: [{ index: BigInt(place) }, { key: `k${place}` }],
      })),
    });

    const stored = await store.nodesById('ARTIFACT', ids.artifacts);
    expect(stored.map((node) => node?.customProperties.get('k')?.value)).toEqual(places.map(BigInt));
    const between = await store.eventsBetween(ids.artifacts, ids.executions);
    expect(between.map(({ path }) => path)).toEqual(
      places.map((place) => [{ index: BigInt(place) }, { key: `k${place}` }]),
    );
  });
});

describe.each(backendsThatCan('SET_CLOCK'))('$name: putGraph, times', (backend) => {
  const { open } = backend;

  it('moves it also where nothing changes, for a put that touches', async () => {
    const clock = { time: 1_000 };
    const store = await open({ now: () => clock.time });
    const { artifact, execution, context } = await types(store);
    const graph = {
      artifacts: [{ ...BARE, typeId: artifact, touch: true }],
      executions: [{ ...BARE, typeId: execution, touch: true }],
      contexts: [{ ...BARE, typeId: context, name: 'g', touch: true }],
    };
    const ids = await put(store, graph);
    clock.time = 2_000;

    await put(store, {
      artifacts: graph.artifacts.map((node, place) => ({ ...node, id: ids.artifacts[place] })),
      executions: graph.executions.map((node, place) => ({ ...node, id: ids.executions[place] })),
      contexts: graph.contexts.map((node, place) => ({ ...node, id: ids.contexts[place] })),
    });

    const touched = { createTimeMs: 1_000, updateTimeMs: 2_000 };
    expect(await store.nodesById('ARTIFACT', ids.artifacts)).toMatchObject([touched]);
    expect(await store.nodesById('EXECUTION', ids.executions)).toMatchObject([touched]);
    expect(await store.nodesById('CONTEXT', ids.contexts)).toMatchObject([touched]);
  });

  it('keeps every column, and times of the store', async () => {
    const store = await open({ now: () => 1_234 });
    const { artifact } = await types(store);

    const [stored] = await putArtifacts(store, {
      ...BARE,
      typeId: artifact,
      name: 'naïve 🦆',
      uri: 's3://b/ä',
      externalId: 'e',
      state: 'REFERENCE',
    });

    expect(stored).toEqual({
      kind: 'ARTIFACT',
      id: 1n,
      typeId: artifact,
      typeName: 'Thing',
      typeVersion: undefined,
      baseType: undefined,
      name: 'naïve 🦆',
      uri: 's3://b/ä',
      externalId: 'e',
      state: 'REFERENCE',
      properties: new Map(),
      customProperties: new Map(),
      createTimeMs: 1_234,
      updateTimeMs: 1_234,
    });
  });

  it('replaces everything but the name, the type and the time of creation', async () => {
    const clock = { time: 1_000 };
    const store = await open({ now: () => clock.time });
    const { artifact } = await types(store);
    await putArtifacts(store, {
      typeId: artifact,
      name: 'a',
      uri: 'u',
      state: 'LIVE',
      externalId: 'e',
      properties: new Map(),
      customProperties: new Map<string, Value>([
        ['gone', { type: 'INT', value: 1n }],
        ['kept', { type: 'INT', value: 2n }],
      ]),
    });
    clock.time = 2_000;

    const [stored] = await putArtifacts(store, {
      id: 1n as ArtifactId,
      typeId: artifact,
      name: 'other',
      properties: new Map(),
      customProperties: new Map<string, Value>([['kept', { type: 'STRING', value: 'two' }]]),
    });

    expect(stored).toMatchObject({ name: 'a', uri: undefined, state: undefined, externalId: undefined });
    expect(stored).toMatchObject({ createTimeMs: 1_000, updateTimeMs: 2_000 });
    expect(stored?.customProperties).toEqual(new Map([['kept', { type: 'STRING', value: 'two' }]]));
  });

  it('moves the time of the last update only where something changes', async () => {
    const clock = { time: 1_000 };
    const store = await open({ now: () => clock.time });
    const { artifact } = await types(store);
    const same = {
      typeId: artifact,
      uri: 'u',
      properties: new Map(),
      customProperties: new Map(Object.entries(valuesFor(backend))),
    };
    await putArtifacts(store, same);

    const timeAfter = async (change: Partial<ArtifactPut>) => {
      clock.time += 1_000;
      const [stored] = await putArtifacts(store, { ...same, ...change, id: 1n as ArtifactId });
      return stored?.updateTimeMs;
    };

    expect(await timeAfter({})).toBe(1_000);
    expect(await timeAfter({ state: 'LIVE' })).toBe(3_000);
    expect(await timeAfter({ state: 'LIVE' })).toBe(3_000);
    expect(await timeAfter({ state: 'LIVE', ...custom({ type: 'INT', value: 1n }) })).toBe(5_000);
    expect(await timeAfter({ uri: 'v', ...custom({ type: 'INT', value: 1n }) })).toBe(6_000);
  });

  it("gives an event without a time the store's", async () => {
    const store = await open({ now: () => 77 });
    await pair(store);

    await put(store, { events: [{ ...ENDS, type: 'INPUT', path: [] }] });

    expect(await events(store)).toMatchObject([{ timeMs: 77n }]);
  });
});

describe.each(backendsThatCan('KEEP_DOUBLES'))('$name: putGraph, values', (backend) => {
  const { open } = backend;

  it('keeps values of every type exactly, declared and custom side by side', async () => {
    const store = await open();
    const declared = Object.entries(valuesFor(backend)).map(([name, value]) => [name, value.type] as const);
    const [type] = await store.transaction((transaction) =>
      transaction.putTypes([
        { kind: 'ARTIFACT', name: 'T', properties: new Map(declared), canAddFields: false, canOmitFields: false },
      ]),
    );
    const properties = new Map(Object.entries(valuesFor(backend)));
    const customProperties = new Map([...properties].reverse());

    const [stored] = await putArtifacts(store, { typeId: type?.id as TypeId, properties, customProperties });

    expect(stored?.properties).toEqual(properties);
    expect(stored?.customProperties).toEqual(properties);
    expect([...(stored?.properties.keys() ?? [])]).toEqual([...properties.keys()].sort());
  });
});

describe.each(backends.filter(({ cannot }) => cannot.KEEP_INT64 !== undefined))(
  '$name: putGraph, integers',
  ({ open }) => {
    it.each([2n ** 31n, -(2n ** 31n) - 1n])(
      'refuses %s, saying of which property it is and what is kept',
      async (value) => {
        const store = await open();
        const { artifact } = await types(store);

        const tooLarge = putArtifacts(store, {
          typeId: artifact,
          properties: new Map(),
          ...custom({ type: 'INT', value }),
        });

        await expect(tooLarge).rejects.toMatchObject({
          code: 'OUT_OF_RANGE',
          message: `Property 'k' is ${value}; this store holds integers from -2147483648 to 2147483647. Log it as a double or a string.`,
        });
        expect(await store.nodesById('ARTIFACT', [1n as ArtifactId])).toEqual([undefined]);
      },
    );
  },
);

describe.each(backendsThatCan('PART_PROPERTIES'))('$name: putGraph, properties', ({ open }) => {
  it('keeps a declared and a custom property of one name apart', async () => {
    const store = await open();
    const [type] = await store.transaction((transaction) =>
      transaction.putTypes([
        { kind: 'ARTIFACT', name: 'T', properties: new Map([['k', 'INT']]), canAddFields: false, canOmitFields: false },
      ]),
    );
    const node = (properties: Value[], customProperties: Value[]) => ({
      typeId: type?.id as TypeId,
      properties: new Map(properties.map((value) => ['k', value])),
      customProperties: new Map(customProperties.map((value) => ['k', value])),
    });
    await putArtifacts(store, node([{ type: 'INT', value: 1n }], [{ type: 'STRING', value: 'one' }]));

    const update = node([{ type: 'INT', value: 2n }], []);
    const [stored] = await putArtifacts(store, { ...update, id: 1n as ArtifactId });

    expect(stored?.properties).toEqual(new Map([['k', { type: 'INT', value: 2n }]]));
    expect(stored?.customProperties).toEqual(new Map());
  });
});

const INTEGERS: Readonly<Record<string, bigint>> = {
  largest: 2n ** 63n - 1n,
  least: -(2n ** 63n),
  beyondDouble: 2n ** 53n + 1n,
};

/** Values of every type, as near to the edges of what can be kept as the store keeps. */
function valuesFor(backend: Backend): Readonly<Record<string, Value>> {
  const integers = Object.entries(INTEGERS).map(([name, integer]) => [
    name,
    { type: 'INT', value: keptInteger(backend, integer) } as const,
  ]);
  return { ...Object.fromEntries(integers), ...VALUES };
}

const VALUES: Readonly<Record<string, Value>> = {
  tenth: { type: 'DOUBLE', value: 0.1 },
  tiny: { type: 'DOUBLE', value: 5e-324 },
  huge: { type: 'DOUBLE', value: Number.MAX_VALUE },
  whole: { type: 'DOUBLE', value: 3 },
  text: { type: 'STRING', value: 'naïve 🦆 \u{10FFFF} \'";--\n' },
  empty: { type: 'STRING', value: '' },
  number: { type: 'STRING', value: '0123' },
  struct: {
    type: 'STRUCT',
    value: { a: [1, 'x', null, true, { b: {} }, []], nan: Number.NaN, nul: '\0', '': Number.NEGATIVE_INFINITY },
  },
  proto: { type: 'PROTO', value: { typeUrl: 'type.googleapis.com/x.Y', value: new Uint8Array([0, 255, 7]) } },
  yes: { type: 'BOOLEAN', value: true },
  no: { type: 'BOOLEAN', value: false },
};

const ENDS = { artifact: { id: 1n as ArtifactId }, execution: { id: 1n as ExecutionId } };

function custom(value: Value): { readonly customProperties: ReadonlyMap<string, Value> } {
  return { customProperties: new Map([['k', value]]) };
}

/** A struct with one member, which so many objects or lists are around. */
function nested(count: number, wrap: (inner: Json) => Json): JsonObject {
  return { k: Array.from({ length: count }).reduce<Json>(wrap, null) };
}

function asMember(inner: Json): Json {
  return { k: inner };
}

function asItem(inner: Json): Json {
  return [inner];
}

function types(store: MetadataStore) {
  return store.transaction(seedTypes);
}

function put(store: MetadataStore, graph: Partial<GraphPut>) {
  return store.transaction((transaction) => transaction.putGraph({ onExistingEdge: 'FAIL', ...graph }));
}

async function putArtifacts(store: MetadataStore, ...artifacts: readonly ArtifactPut[]) {
  const ids = await put(store, { artifacts });
  return store.nodesById('ARTIFACT', ids.artifacts);
}

/** One artifact, one execution and one context, each with id 1. */
async function pair(store: MetadataStore): Promise<void> {
  const { artifact, execution, context } = await types(store);
  await put(store, {
    contexts: [{ ...BARE, typeId: context, name: 'g' }],
    artifacts: [{ ...BARE, typeId: artifact }],
    executions: [{ ...BARE, typeId: execution }],
  });
}

function events(store: MetadataStore) {
  return store.eventsBetween([1n as ArtifactId], [1n as ExecutionId]);
}
