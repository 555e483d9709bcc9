import { describe, expect, it } from 'vitest';
import type { Value } from '../../src/mlmd/model.js';
import type { MetadataStore } from '../../src/mlmd/store.js';
import { startTestApi } from '../support/api.js';
import { type Backend, backends, keptInteger } from '../support/backends.js';
import { BARE } from '../support/seed.js';

const text = (value: string): Value => ({ type: 'STRING', value });
const int = (value: bigint): Value => ({ type: 'INT', value });

/** What a number in JavaScript would change. */
const BIG = 9_007_199_254_740_993n;

/** Artifacts by name, each with what sets it apart. `none` has no name and nothing else. */
const ARTIFACTS = {
  rows: {
    type: 'acme.org/Data_Set',
    uri: 's3://Bucket/rows_1.csv',
    state: 'LIVE',
    custom: { size: int(BIG), note: text('100% Cotton') },
  },
  net: {
    type: 'Model',
    uri: 's3://bucket/net',
    declared: { size: text('large') },
    custom: { size: { type: 'DOUBLE', value: 0.5 } },
  },
  score: {
    type: 'acme.Metrics',
    uri: 'file:///score',
    state: 'DELETED',
    custom: { final: { type: 'BOOLEAN', value: true } },
  },
  other: { type: 'Report', custom: { size: int(BIG - 1n), blob: { type: 'STRUCT', value: {} } } },
  none: { type: 'Report' },
} as const;

const CASES: readonly (readonly [filter: string, names: string])[] = [
  ['{}', 'rows net score other none'],
  ['and: []', 'rows net score other none'],
  ['or: []', ''],
  ['kind: []', ''],
  ['kind: [DATA_SET, MODEL]', 'rows net'],
  ['kind: [OTHER]', 'other none'],
  ['kind: [OTHER, METRICS]', 'score other none'],
  ['not: { kind: [OTHER] }', 'rows net score'],
  ['typeName: { eq: "Model" }', 'net'],
  ['typeName: { startsWith: "acme." }', 'rows score'],
  ['name: { eq: "rows" }', 'rows'],
  ['name: { ne: "rows" }', 'net score other none'],
  ['name: { in: ["rows", "net", "absent"] }', 'rows net'],
  ['name: { in: [] }', ''],
  ['name: { isNull: true }', 'none'],
  ['name: { isNull: false, ne: "rows" }', 'net score other'],
  ['not: { name: { eq: "rows" } }', 'net score other none'],
  ['not: { name: { ne: "rows" } }', 'rows'],
  ['uri: { contains: "_1" }', 'rows'],
  ['uri: { contains: "bucket" }', 'net'],
  ['uri: { startsWith: "s3://" }', 'rows net'],
  ['uri: { like: "s3://%/n_t" }', 'net'],
  ['uri: { isNull: true }', 'other none'],
  ['state: [LIVE]', 'rows'],
  ['state: [LIVE, DELETED]', 'rows score'],
  ['state: []', ''],
  ['not: { state: [LIVE] }', 'net score other none'],
  ['property: { name: "size" }', 'rows net other'],
  ['property: { name: "size", custom: false }', 'net'],
  ['property: { name: "size", custom: true, exists: true }', 'rows net other'],
  ['property: { name: "size", exists: false }', 'score none'],
  ['property: { name: "size", eq: { string: "large" } }', 'net'],
  ['property: { name: "size", ne: { string: "large" } }', 'rows score other none'],
  ['property: { name: "size", eq: { int: "9007199254740993" } }', 'rows'],
  ['property: { name: "size", gt: { int: "9007199254740992" } }', 'rows'],
  ['property: { name: "size", ge: { int: "9007199254740992" }, lt: { int: "9007199254740993" } }', 'other'],
  ['property: { name: "size", le: { int: 1 } }', 'net'],
  ['property: { name: "size", gt: { double: 0.25 } }', 'rows net other'],
  ['property: { name: "size", in: [] }', ''],
  ['property: { name: "size", in: [{ string: "large" }, { int: "9007199254740993" }] }', 'rows net'],
  ['property: { name: "note", like: "100\\\\%%" }', 'rows'],
  ['property: { name: "final", eq: { bool: true } }', 'score'],
  ['property: { name: "final", eq: { int: 1 } }', ''],
  ['property: { name: "blob", exists: true }', 'other'],
  ['search: "cotton"', 'rows'],
  ['search: "BUCKET"', 'rows net'],
  ['search: "bucket cotton"', 'rows'],
  ['search: "100%"', 'rows'],
  ['search: "ne"', 'net'],
  ['search: "_"', 'rows'],
  [`mlmd: "state = LIVE OR name LIKE 'NE_'"`, 'rows net'],
  [`mlmd: "custom_properties.size.int_value > 9007199254740992"`, 'rows'],
  // Unlike our own fields: what is missing is neither equal nor unequal, and NOT keeps it so.
  [`mlmd: "NOT name = 'rows'"`, 'net score other'],
  [`not: { mlmd: "name = 'rows'" }`, 'net score other none'],
  [`mlmd: "type = 'Report'", name: { isNull: true }`, 'none'],
  ['or: [{ name: { eq: "rows" } }, { state: [DELETED] }]', 'rows score'],
  ['and: [{ kind: [DATA_SET, MODEL] }, { not: { name: { eq: "rows" } } }]', 'net'],
  ['kind: [DATA_SET, MODEL], uri: { contains: "rows" }', 'rows'],
];

describe.each(backends)('$name: a filter of artifacts', (backend) => {
  const { open } = backend;

  it('matches what its fields say, all of them together', async () => {
    const store = await open();
    await putArtifacts(store, (integer) => fitted(backend, integer));
    const { read } = await startTestApi(store);

    const found = await Promise.all(
      CASES.map(async ([filter]) => {
        const asked = filter.replaceAll(/\d{16}/g, (digits) => String(fitted(backend, BigInt(digits))));
        const { artifacts } = await read(
          `{ artifacts(filter: { ${filter === '{}' ? '' : asked} }, orderBy: { field: ID, direction: ASC }) { totalCount nodes { name } } }`,
        );
        const names = artifacts.nodes.map(({ name }: { name: string | null }) => name ?? 'none');
        expect(artifacts.totalCount).toBe(names.length);
        return [filter, names.join(' ')];
      }),
    );

    expect(found).toEqual(CASES);
  });

  it('by time leaves the instant itself out, on either side', async () => {
    const times = [1_000, 2_000, 3_000, 3_000];
    const store = await open({ now: () => times.shift() ?? 3_000 });
    for (const name of ['a', 'b', 'c']) await putOne(store, name);
    const { read } = await startTestApi(store);
    const found = async (filter: string) => {
      const { artifacts } = await read(`{ artifacts(filter: { createdAt: { ${filter} } }) { nodes { name } } }`);
      return artifacts.nodes.map(({ name }: { name: string }) => name).join('');
    };
    const all = await read('{ artifacts { nodes { name createdAt } } }');
    const { createdAt } = all.artifacts.nodes.find(({ name }: { name: string }) => name === 'b');

    expect(await found(`after: "${createdAt}"`)).toBe('c');
    expect(await found(`before: "${createdAt}"`)).toBe('a');
    expect(await found(`after: "${createdAt}", before: "${createdAt}"`)).toBe('');
  });
});

/** An integer where the greatest that is used here is one that the store keeps, with the same distance from it. */
function fitted(backend: Backend, integer: bigint): bigint {
  return keptInteger(backend, BIG) - (BIG - integer);
}

async function putArtifacts(store: MetadataStore, toKept: (integer: bigint) => bigint): Promise<void> {
  const names = [...new Set(Object.values(ARTIFACTS).map(({ type }) => type))];
  await store.transaction(async (transaction) => {
    const types = await transaction.putTypes(
      names.map((name) => ({
        kind: 'ARTIFACT',
        name,
        properties: new Map(name === 'Model' ? [['size', 'STRING'] as const] : []),
        canAddFields: false,
        canOmitFields: false,
      })),
    );
    await transaction.putGraph({
      artifacts: Object.entries(ARTIFACTS).map(([name, given]) => {
        const artifact: { type: string; uri?: string; state?: 'LIVE' | 'DELETED'; declared?: object; custom?: object } =
          given;
        const type = types[names.indexOf(given.type)];
        if (type === undefined) throw new Error('every type was put');
        return {
          typeId: type.id,
          name: name === 'none' ? undefined : name,
          uri: artifact.uri,
          state: artifact.state,
          properties: new Map(Object.entries(artifact.declared ?? {})),
          customProperties: new Map(
            Object.entries((artifact.custom ?? {}) as Readonly<Record<string, Value>>).map(([key, value]) => [
              key,
              value.type === 'INT' ? int(toKept(value.value)) : value,
            ]),
          ),
        };
      }),
      onExistingEdge: 'FAIL',
    });
  });
}

async function putOne(store: MetadataStore, name: string): Promise<void> {
  await store.transaction(async (transaction) => {
    const flags = { properties: new Map(), canAddFields: false, canOmitFields: false };
    const [type] = await transaction.putTypes([{ kind: 'ARTIFACT', name: 'Thing', ...flags }]);
    if (type === undefined) throw new Error('a type was put');
    await transaction.putGraph({ artifacts: [{ ...BARE, typeId: type.id, name }], onExistingEdge: 'FAIL' });
  });
}
