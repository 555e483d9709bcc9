import { join } from 'node:path';
import { create, toBinary } from '@bufbuild/protobuf';
import { StructSchema } from '@bufbuild/protobuf/wkt';
import { describe, expect, it, onTestFinished } from 'vitest';
import { archive } from '../../src/archive/archive.js';
import type { Properties, PropertyType, Value } from '../../src/mlmd/model.js';
import { openStore } from '../../src/mlmd/open.js';
import type { MetadataStore } from '../../src/mlmd/store.js';
import { backends, temporaryFolder } from '../support/backends.js';
import { readEverything } from '../support/read-everything.js';
import { BARE } from '../support/seed.js';
import { tableRows } from '../support/table-rows.js';

const QUIET = { begin() {}, resume() {}, advance() {}, note() {}, end() {} };

/** A value of every type, as every store keeps it. */
const VALUES: readonly (readonly [string, Value])[] = [
  ['int', { type: 'INT', value: -2_147_483_648n }],
  ['double', { type: 'DOUBLE', value: 1_234.5678 }],
  ['text', { type: 'STRING', value: 'naïve 🦆 \'"\\\n' }],
  ['Text', { type: 'STRING', value: '' }],
  ['struct', { type: 'STRUCT', value: { columns: [1, 'two', null, { three: true }] } }],
  [
    'proto',
    {
      type: 'PROTO',
      value: {
        typeUrl: 'type.googleapis.com/google.protobuf.Struct',
        value: toBinary(
          StructSchema,
          create(StructSchema, { fields: { a: { kind: { case: 'boolValue', value: true } } } }),
        ),
      },
    },
  ],
  ['yes', { type: 'BOOLEAN', value: true }],
  ['no', { type: 'BOOLEAN', value: false }],
];

/** Writes nodes of each kind with every value, declared and custom, and edges of every kind. */
async function writeAll(store: MetadataStore): Promise<void> {
  const types = new Map<string, PropertyType>(VALUES.map(([name, { type }]) => [name, type]));
  const values: Properties = new Map(VALUES);
  const custom: Properties = new Map(VALUES.map(([name, value]) => [`own ${name}`, value]));
  await store.transaction(async (transaction) => {
    const shape = { properties: types, canAddFields: false, canOmitFields: false };
    const [dataSet, step, group] = await transaction.putTypes([
      {
        kind: 'ARTIFACT',
        name: 'Rows',
        version: 'v1',
        description: 'what is read',
        baseType: 'mlmd.Dataset',
        ...shape,
      },
      { kind: 'EXECUTION', name: 'Step', externalId: 'type key', inputType: '{"none":{}}', ...shape },
      { kind: 'CONTEXT', name: 'Group', ...shape },
    ]);
    if (dataSet === undefined || step === undefined || group === undefined) throw new Error('three types were put');
    const whole = { properties: values, customProperties: custom };
    await transaction.putGraph({
      artifacts: [
        { typeId: dataSet.id, name: 'rows', uri: 's3://rows', state: 'LIVE', externalId: 'key', ...whole },
        { typeId: dataSet.id, ...BARE },
      ],
      executions: [
        { typeId: step.id, name: 'train', state: 'COMPLETE', externalId: 'key', ...whole },
        { typeId: step.id, ...BARE },
      ],
      contexts: [
        { typeId: group.id, name: 'a', externalId: 'key', ...whole },
        { typeId: group.id, name: 'b', ...BARE },
      ],
      events: [
        {
          artifact: { index: 0 },
          execution: { index: 0 },
          type: 'INPUT',
          timeMs: 5n,
          path: [{ key: 'z' }, { index: 3n }, { key: 'a' }, { index: 0n }],
        },
        { artifact: { index: 1 }, execution: { index: 0 }, type: 'OUTPUT', timeMs: 2n ** 53n + 1n, path: [] },
        { artifact: { index: 1 }, execution: { index: 1 }, type: 'DECLARED_INPUT', timeMs: 6n, path: [{ index: 1n }] },
      ],
      attributions: [{ artifact: { index: 0 }, context: { index: 0 } }],
      associations: [{ execution: { index: 0 }, context: { index: 1 } }],
      parentContexts: [{ child: { index: 1 }, parent: { index: 0 } }],
      onExistingEdge: 'FAIL',
    });
  });
}

async function archiveOf(store: MetadataStore): Promise<string> {
  const file = join(await temporaryFolder(), 'archive.db');
  await archive({ store, source: 'store', file, progress: QUIET, signal: new AbortController().signal });
  return file;
}

describe.each(backends)('an archive of a store in $name', ({ open }) => {
  it('answers every read as the store does', async () => {
    const store = await open();
    await writeAll(store);

    const archived = await openStore(`sqlite:${await archiveOf(store)}`, { readOnly: true });
    onTestFinished(() => archived.close());

    expect(await readEverything(archived)).toEqual(await readEverything(store));
  });

  it('holds the rows that a store in SQLite would', async () => {
    const [store, path] = [await open(), join(await temporaryFolder(), 'mlmd.db')];
    const inSqlite = await openStore(`sqlite:${path}`, { readOnly: false });
    await writeAll(store);
    await writeAll(inSqlite);
    await inSqlite.close();

    expect(tableRows(await archiveOf(store))).toEqual(tableRows(path));
  });
});
