import { join } from 'node:path';
import { create, toBinary } from '@bufbuild/protobuf';
import { StructSchema } from '@bufbuild/protobuf/wkt';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Filter } from '../../src/mlmd/filter/filter.js';
import type { ArtifactId, NodeRef, TypeId, Value } from '../../src/mlmd/model.js';
import { openStore } from '../../src/mlmd/open.js';
import type { MetadataStore } from '../../src/mlmd/store.js';
import { temporaryFolder } from '../support/backends.js';
import { freshMysql, mysqlServer } from '../support/mysql-store.js';
import { freshPostgres, postgresServer } from '../support/postgres-store.js';
import { BARE, seedTypes } from '../support/seed.js';
import { Engine } from './support/engine.js';
import { nodeJson } from './support/proto-json.js';
import { pythonWith } from './support/python.js';

const python = pythonWith('ml_metadata');
const EVERYTHING: Filter = { op: 'AND', of: [] };

/** A place for a store that the engine and we can both open. */
interface Place {
  readonly name: string;
  /** Its URL. */
  fresh(): Promise<string>;
  /** What it keeps of the integers. */
  readonly largest: bigint;
  /** What the engine can write there and read again. */
  readonly text: string;
  /** What it says there of the external id of a type that it finds by name. */
  readonly typeKey: { readonly external_id?: string };
}

const TEXT = 'naïve 🦆 \'"\\\n';

const PLACES: readonly Place[] = [
  {
    name: 'file',
    fresh: async () => `sqlite:${join(await temporaryFolder(), 'mlmd.db')}`,
    largest: 2n ** 63n - 1n,
    text: TEXT,
    typeKey: { external_id: 'type-1' },
  },
  ...(mysqlServer === undefined
    ? []
    : ['', 'character set utf8mb4 collate utf8mb4_general_ci'].map((defaults) => ({
        name: `database of MariaDB ${defaults}`,
        fresh: () => freshMysql(defaults),
        largest: 2n ** 31n - 1n,
        text: TEXT,
        // It forgets it.
        typeKey: {},
      }))),
  ...(postgresServer === undefined
    ? []
    : [
        {
          name: 'database of PostgreSQL',
          fresh: () => freshPostgres(),
          largest: 2n ** 31n - 1n,
          // It fails on a backslash.
          text: TEXT.replace('\\', ''),
          typeKey: { external_id: 'type-1' },
        },
      ]),
];

// What the engine keeps whole: doubles of at most six decimals, for it writes no more, and 15 digits, for it reads no more.
const valuesIn = ({ largest, text }: Place): Readonly<Record<string, Value>> => ({
  int: { type: 'INT', value: largest },
  double: { type: 'DOUBLE', value: -1_234.5678 },
  string: { type: 'STRING', value: text },
  empty: { type: 'STRING', value: '' },
  struct: { type: 'STRUCT', value: { a: [1, 'x', null, true, { b: {} }, []] } },
  proto: {
    type: 'PROTO',
    value: {
      typeUrl: 'type.googleapis.com/google.protobuf.Struct',
      value: toBinary(StructSchema, create(StructSchema, { fields: {} })),
    },
  },
  yes: { type: 'BOOLEAN', value: true },
  no: { type: 'BOOLEAN', value: false },
});

describe.skipIf(python === undefined).each(PLACES)('the engine, over a $name that we made', (place) => {
  it('reads every node, event, membership and type as we do', async () => {
    const { store, engine } = await openBoth(await place.fresh());
    await writeSomething(store, place);
    const page = { filter: EVERYTHING, order: { field: 'ID', descending: false }, page: { limit: 100 } } as const;

    for (const [kind, method, field] of [
      ['ARTIFACT', 'GetArtifacts', 'artifacts'],
      ['EXECUTION', 'GetExecutions', 'executions'],
      ['CONTEXT', 'GetContexts', 'contexts'],
    ] as const) {
      const [nodes] = await store.nodePages(kind, page);
      const theirs = (await engine.call(method, {}))[field] as readonly { readonly id: string }[];
      // It sorts no list by itself, and a database gives rows in whatever order suits it.
      const sorted = [...theirs].sort((one, other) => Number(one.id) - Number(other.id));
      expect(sorted).toEqual(nodes?.items.map(({ value }) => nodeJson(value)));
    }
    expect(await engine.call('GetEventsByExecutionIDs', { execution_ids: ['1'] })).toEqual({
      events: [
        {
          artifact_id: '1',
          execution_id: '1',
          type: 'INPUT',
          milliseconds_since_epoch: '5',
          path: { steps: [{ key: 'rows' }, { index: '3' }] },
        },
      ],
    });
    expect(await engine.call('GetContextsByArtifact', { artifact_id: '1' })).toMatchObject({ contexts: [{ id: '1' }] });
    expect(await engine.call('GetContextsByExecution', { execution_id: '1' })).toMatchObject({
      contexts: [{ id: '2' }],
    });
    expect(await engine.call('GetParentContextsByContext', { context_id: '2' })).toMatchObject({
      contexts: [{ id: '1' }],
    });
    expect(await engine.call('GetArtifactType', { type_name: 'Rich' })).toEqual({
      artifact_type: {
        id: '13',
        name: 'Rich',
        description: 'described',
        ...place.typeKey,
        base_type: 'DATASET',
        properties: Object.fromEntries(Object.entries(valuesIn(place)).map(([name, { type }]) => [name, type])),
      },
    });
  });

  it('goes on writing it, and we read what it wrote', async () => {
    const { store, engine } = await openBoth(await place.fresh());
    const { richId } = await writeSomething(store, place);

    await engine.call('PutArtifacts', {
      artifacts: [{ type_id: String(richId), name: 'theirs', state: 'LIVE', properties: { int: { int_value: '7' } } }],
    });
    await engine.call('PutEvents', { events: [{ artifact_id: '2', execution_id: '1', type: 'OUTPUT' }] });

    const [theirs] = await store.nodesById('ARTIFACT', [2n as ArtifactId]);
    expect(theirs).toMatchObject({ name: 'theirs', state: 'LIVE', typeName: 'Rich', uri: undefined });
    expect(theirs?.properties).toEqual(new Map([['int', { type: 'INT', value: 7n }]]));
    const [events] = await store.eventPages([EXECUTION_1], { direction: 'DOWNSTREAM' }, { limit: 9 });
    expect(events?.items).toHaveLength(1);
  });
});

describe.skipIf(python === undefined).each(PLACES)('a $name that the engine made', (place) => {
  it('is read and written on by us, and it reads what we wrote', async () => {
    const url = await place.fresh();
    const engine = await openEngine(url);
    await engine.call('PutArtifactType', { artifact_type: { name: 'Theirs', properties: { n: 'INT' } } });
    await engine.call('PutArtifacts', {
      artifacts: [{ type_id: '10', uri: 'u', properties: { n: { int_value: '1' } } }],
    });
    const store = await openOurs(url);

    await writeSomething(store, place);

    const [first] = await store.nodesById('ARTIFACT', [1n as ArtifactId]);
    expect(first).toMatchObject({ typeName: 'Theirs', uri: 'u' });
    const [page] = await store.nodePages('ARTIFACT', {
      filter: EVERYTHING,
      order: { field: 'ID', descending: false },
      page: { limit: 9 },
    });
    const theirs = await engine.call('GetArtifacts', {});
    expect(theirs.artifacts).toEqual(page?.items.map(({ value }) => nodeJson(value)));
  });
});

describe.skipIf(python === undefined).each(PLACES)(
  'one $name, open in the engine and in our store at once',
  (place) => {
    it.each(['ours', 'theirs'])('loses no write, and shows every write at once: made by %s', async (maker) => {
      const url = await place.fresh();
      const { store, engine } = maker === 'ours' ? await openBoth(url) : await openBothOfTheirs(url);
      const { artifact } = await store.transaction(seedTypes);

      const ours = Array.from({ length: 15 }, async (_, place) => {
        await store.transaction((transaction) =>
          transaction.putGraph({
            artifacts: [{ ...BARE, typeId: artifact, name: `ours ${place}` }],
            onExistingEdge: 'FAIL',
          }),
        );
      });
      const theirs = Array.from({ length: 15 }, (_, place) =>
        engine.call('PutArtifacts', { artifacts: [{ type_id: String(artifact), name: `theirs ${place}` }] }),
      );
      await Promise.all([...ours, ...theirs]);

      expect(await store.nodeCounts('ARTIFACT', EVERYTHING)).toEqual([30]);
      const { artifacts } = await engine.call('GetArtifacts', {});
      expect(artifacts).toHaveLength(30);
    });
  },
);

const EXECUTION_1 = { kind: 'EXECUTION', id: 1n } as NodeRef;

async function openOurs(url: string): Promise<MetadataStore> {
  const store = await openStore(url, { readOnly: false });
  onTestFinished(() => store.close());
  return store;
}

async function openEngine(url: string): Promise<Engine> {
  const engine = new Engine(python ?? '', url.replace(/^sqlite:/, ''));
  onTestFinished(() => engine.close());
  // Once it answers, the store is there.
  await engine.call('GetArtifacts', {});
  return engine;
}

async function openBoth(url: string): Promise<{ readonly store: MetadataStore; readonly engine: Engine }> {
  const store = await openOurs(url);
  return { store, engine: await openEngine(url) };
}

async function openBothOfTheirs(url: string): Promise<{ readonly store: MetadataStore; readonly engine: Engine }> {
  const engine = await openEngine(url);
  return { store: await openOurs(url), engine };
}

/** One artifact with every value there is, one execution that read it, two contexts. @returns the type of the artifact. */
async function writeSomething(store: MetadataStore, place: Place): Promise<{ readonly richId: TypeId }> {
  const values = Object.entries(valuesIn(place));
  return store.transaction(async (transaction) => {
    const { execution, context } = await seedTypes(transaction);
    const [rich] = await transaction.putTypes([
      {
        kind: 'ARTIFACT',
        name: 'Rich',
        description: 'described',
        externalId: 'type-1',
        baseType: 'mlmd.Dataset',
        properties: new Map(values.map(([name, { type }]) => [name, type])),
        canAddFields: false,
        canOmitFields: false,
      },
    ]);
    if (rich === undefined) throw new Error('the type was not put');
    const properties = new Map(values);
    // The engine mixes up a declared and a custom property of one name.
    const customProperties = new Map(values.map(([name, value]) => [`my ${name}`, value]));
    await transaction.putGraph({
      contexts: ['inner', 'outer'].map((name) => ({ ...BARE, typeId: context, name: `${name} ✓` })).reverse(),
      artifacts: [
        { typeId: rich.id, name: 'n', uri: 'ü://', externalId: 'e', state: 'PENDING', properties, customProperties },
      ],
      executions: [{ ...BARE, typeId: execution, state: 'CACHED' }],
      attributions: [{ artifact: { index: 0 }, context: { index: 0 } }],
      associations: [{ execution: { index: 0 }, context: { index: 1 } }],
      parentContexts: [{ child: { index: 1 }, parent: { index: 0 } }],
      events: [
        {
          artifact: { index: 0 },
          execution: { index: 0 },
          type: 'INPUT',
          timeMs: 5n,
          path: [{ key: 'rows' }, { index: 3n }],
        },
      ],
      onExistingEdge: 'FAIL',
    });
    return { richId: rich.id };
  });
}
