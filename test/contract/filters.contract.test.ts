import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Column, Filter, Scope, Test } from '../../src/mlmd/filter/filter.js';
import { parseFilterQuery } from '../../src/mlmd/filter/query.js';
import {
  ARTIFACT_STATES,
  type Artifact,
  type ArtifactId,
  type ContextId,
  type TypeId,
  type Value,
} from '../../src/mlmd/model.js';
import type { ArtifactPut, MetadataStore, NodeOrder } from '../../src/mlmd/store.js';
import { backends, keptInteger } from '../support/backends.js';
import { passesFilter, type Surroundings } from '../support/reference-filter.js';
import { seedTypes } from '../support/seed.js';

// Few values of each type, so that random tests meet random nodes; among them what SQL could take for something else.
const TEXTS = ['a', 'A', 'ab', 'a%', 'a_b', 'a*b', '[a]', 'a\\b', 'ä', 'é🦆', '\u{10FFFF}', '\uFFFD', "';--", '2', ''];
const INTS = [0n, 1n, 2n, -1n, 2n ** 53n, 2n ** 53n + 1n, 2n ** 63n - 1n, -(2n ** 63n)];
const DOUBLES = [0, 1, 1.5, -1, 1e300, 2 ** 53];
const NAMES = ['p', 'q', 'P'];
const PATTERNS = [
  '%',
  'a%',
  '%b',
  'a_b',
  'a\\%',
  'A%',
  '_',
  '',
  'a*b',
  '[a]',
  '%\\\\%',
  '%ä%',
  '__',
  'a',
  '\u{10FFFF}%',
  '\\',
];
const EVERY: Filter = { op: 'AND', of: [] };

const value: fc.Arbitrary<Value> = fc.oneof(
  fc.constantFrom(...INTS).map((held): Value => ({ type: 'INT', value: held })),
  fc.constantFrom(...DOUBLES).map((held): Value => ({ type: 'DOUBLE', value: held })),
  fc.constantFrom(...TEXTS).map((held): Value => ({ type: 'STRING', value: held })),
  fc.boolean().map((held): Value => ({ type: 'BOOLEAN', value: held })),
);
const stored: fc.Arbitrary<Value> = fc.oneof(
  { weight: 9, arbitrary: value },
  fc.constant<Value>({ type: 'STRUCT', value: { a: 'a' } }),
  fc.constant<Value>({ type: 'PROTO', value: { typeUrl: 'a', value: new Uint8Array() } }),
);
const testOf = (of: fc.Arbitrary<Value>): fc.Arbitrary<Test> =>
  fc.oneof(
    fc.record({
      op: fc.constant('COMPARE' as const),
      comparison: fc.constantFrom('=', '<', '<=', '>', '>='),
      value: of,
    }),
    fc.record({ op: fc.constant('IN' as const), values: fc.array(of, { maxLength: 3 }) }),
    fc.record({ op: fc.constant('LIKE' as const), pattern: fc.constantFrom(...PATTERNS), ignoreCase: fc.boolean() }),
    fc.constant({ op: 'EXISTS' as const }),
  );
const columnText = (column: Column) =>
  column === 'state' ? fc.constantFrom(...ARTIFACT_STATES) : fc.constantFrom(...TEXTS, 'Thing');
const columnTest: fc.Arbitrary<Filter> = fc
  .constantFrom<Column>('id', 'typeName', 'name', 'uri', 'externalId', 'state', 'createTimeMs', 'updateTimeMs')
  .chain((column) => {
    const own = fc.oneof(
      value,
      columnText(column).map((held): Value => ({ type: 'STRING', value: held })),
    );
    return fc.record({ op: fc.constant('COLUMN' as const), column: fc.constant(column), test: testOf(own) });
  });
const scope: fc.Arbitrary<Scope> = fc.record({
  contextIds: fc.subarray([1n, 2n, 3n] as ContextId[], { maxLength: 2 }),
  labels: fc.subarray(
    [
      { name: 'p', value: 'a' },
      { name: 'q', value: 'a' },
      { name: 'p', value: 1n },
    ],
    { maxLength: 2 },
  ),
});
const leaf: fc.Arbitrary<Filter> = fc.oneof(
  columnTest,
  fc.record({
    op: fc.constant('PROPERTY' as const),
    name: fc.constantFrom(...NAMES),
    custom: fc.constantFrom(true, false, undefined),
    test: testOf(value),
  }),
  fc.record({ op: fc.constant('ANY_STRING_PROPERTY' as const), except: fc.subarray(NAMES), test: testOf(value) }),
  fc.record({ op: fc.constant('TYPE_ID' as const), in: fc.subarray([10n, 11n, 99n] as TypeId[]) }),
  fc.record({ op: fc.constant('IN_SCOPE' as const), scope }),
);
const filter = fc.letrec<{ tree: Filter }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.record({ op: fc.constantFrom('AND' as const, 'OR' as const), of: fc.array(tie('tree'), { maxLength: 3 }) }),
    fc.record({ op: fc.constant('NOT' as const), of: tie('tree') }),
  ),
})).tree;
const order: fc.Arbitrary<NodeOrder> = fc.record({
  field: fc.constantFrom('ID', 'CREATE_TIME', 'UPDATE_TIME', 'NAME'),
  descending: fc.boolean(),
});

describe.each(backends)('$name: filters and pages', (backend) => {
  const openWorld = async () => seedWorld(await backend.open(), (integer) => keptInteger(backend, integer));

  it('match the nodes that a plain reading of the filter matches', async () => {
    const world = await openWorld();

    await fc.assert(
      fc.asyncProperty(filter, async (tree) => {
        const expected = world.artifacts.filter((artifact) => passesFilter(artifact, tree, world)).map(({ id }) => id);
        const matching = await world.store.matchingIds('ARTIFACT', world.ids, tree);
        const [count] = await world.store.nodeCounts('ARTIFACT', tree);

        expect([...matching].sort(byValue)).toEqual(expected);
        expect(count).toBe(expected.length);
      }),
      { numRuns: 600 },
    );
  });

  it('go through all nodes once, page by page, in either direction', async () => {
    const world = await openWorld();
    const limit = fc.integer({ min: 1, max: 9 });

    await fc.assert(
      fc.asyncProperty(filter, order, limit, fc.boolean(), async (tree, by, most, backward) => {
        const expected = world.artifacts.filter((artifact) => passesFilter(artifact, tree, world)).sort(comparing(by));

        const seen: bigint[] = [];
        let from: Parameters<MetadataStore['nodePages']>[1]['page']['from'];
        for (let more = true; more; ) {
          const query = { filter: tree, order: by, page: { limit: most, from, backward } };
          const [page] = await world.store.nodePages('ARTIFACT', query);
          const ids = (page?.items ?? []).map((item) => item.value.id);
          if (backward) seen.unshift(...ids);
          else seen.push(...ids);
          from = page?.items.at(backward ? 0 : -1)?.position;
          more = page?.hasMore ?? false;
        }

        expect(seen).toEqual(expected.map(({ id }) => id));
      }),
      { numRuns: 150 },
    );
  });

  it('answer for many scopes as for each alone', async () => {
    const world = await openWorld();

    await fc.assert(
      fc.asyncProperty(fc.array(scope, { maxLength: 4 }), filter, order, async (scopes, tree, by) => {
        const query = { filter: tree, order: by, page: { limit: 4 } };
        const within = (one: Scope): Filter => ({ op: 'AND', of: [{ op: 'IN_SCOPE', scope: one }, tree] });

        const pages = await world.store.nodePages('ARTIFACT', query, scopes);
        const counts = await world.store.nodeCounts('ARTIFACT', tree, scopes);

        const alone = scopes.map((one) => world.store.nodePages('ARTIFACT', { ...query, filter: within(one) }));
        expect(pages).toEqual((await Promise.all(alone)).flat());
        const matching = (one: Scope) => world.artifacts.filter((node) => passesFilter(node, within(one), world));
        expect(counts).toEqual(scopes.map((one) => matching(one).length));
      }),
      { numRuns: 150 },
    );
  });

  it("take MLMD's own text, beside the rest and under NOT", async () => {
    const { store, artifacts } = await openWorld();
    const page = { order: { field: 'ID', descending: false }, page: { limit: 100 } } as const;
    const matching = async (filter: Filter) => {
      const [found] = await store.nodePages('ARTIFACT', { filter, ...page });
      return found?.items.map(({ value }) => value.id);
    };
    const text = (query: string): Filter => ({ op: 'QUERY', query: parseFilterQuery('ARTIFACT', query) });
    const live = artifacts.filter(({ state }) => state === 'LIVE');
    const inFirst = ({ id }: Artifact) => Number(id - 1n) % 3 === 0;
    const idsOf = (some: readonly Artifact[]) => some.map(({ id }) => id);

    const isLive = text('state = LIVE');
    expect(await matching(isLive)).toEqual(idsOf(live));
    expect(await matching({ op: 'NOT', of: isLive })).toEqual(idsOf(artifacts.filter((one) => !live.includes(one))));
    expect(await matching(text("contexts_a.name = '1' AND state = LIVE"))).toEqual(idsOf(live.filter(inFirst)));
    const both: Filter = { op: 'AND', of: [text("contexts_a.name = '1'"), isLive] };
    expect(await matching(both)).toEqual(idsOf(live.filter(inFirst)));
    expect(await store.nodeCounts('ARTIFACT', both, [{ contextIds: [1n as ContextId] }])).toEqual([
      live.filter(inFirst).length,
    ]);
  });

  it("take a list of many thousand ids in MLMD's text", async () => {
    const { store, ids } = await openWorld();
    const list = Array.from({ length: 50_000 }, (_, place) => place + 2).join(', ');
    const filter: Filter = { op: 'QUERY', query: parseFilterQuery('ARTIFACT', `id IN (${list})`) };

    const [page] = await store.nodePages('ARTIFACT', {
      filter,
      order: { field: 'ID', descending: false },
      page: { limit: 100 },
    });

    expect(page?.items.map(({ value }) => value.id)).toEqual(ids.slice(1));
  });

  it('refuse a position of another order', async () => {
    const { store } = await openWorld();
    const page = { limit: 1, from: ['a', 1n] };

    const asked = store.nodePages('ARTIFACT', { filter: EVERY, order: { field: 'ID', descending: false }, page });

    await expect(asked).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
  });

  it('give an empty page, and whether there is more, for a limit of 0', async () => {
    const { store } = await openWorld();
    const none: Filter = { op: 'OR', of: [] };
    const query = { order: { field: 'ID', descending: false }, page: { limit: 0 } } as const;

    expect(await store.nodePages('ARTIFACT', { ...query, filter: EVERY })).toEqual([{ items: [], hasMore: true }]);
    expect(await store.nodePages('ARTIFACT', { ...query, filter: none })).toEqual([{ items: [], hasMore: false }]);
  });

  // More nodes than a store looks through before it goes about it another way.
  it('find the few that match among many, wherever they are', async () => {
    const store = await backend.open();
    const isMarked = (place: number) => place % 700 === 3 || place < 5;
    const places = Array.from({ length: 2_500 }, (_, place) => place);
    await store.transaction(async (transaction) => {
      const { artifact } = await seedTypes(transaction);
      const mark = new Map<string, Value>([['mark', { type: 'BOOLEAN', value: true }]]);
      const put = (place: number) => ({
        typeId: artifact,
        properties: new Map(),
        customProperties: isMarked(place) ? mark : new Map(),
      });
      await transaction.putGraph({ artifacts: places.map(put), onExistingEdge: 'FAIL' });
    });
    const marked: Filter = { op: 'PROPERTY', name: 'mark', custom: true, test: { op: 'EXISTS' } };
    const expected = places.filter(isMarked).map((place) => BigInt(place + 1));

    for (const descending of [true, false]) {
      const seen: bigint[] = [];
      const query = { filter: marked, order: { field: 'CREATE_TIME', descending } } as const;
      let [page] = await store.nodePages('ARTIFACT', { ...query, page: { limit: 2 } });
      while (page !== undefined && page.items.length > 0) {
        seen.push(...page.items.map(({ value }) => value.id));
        const from = page.items.at(-1)?.position;
        [page] = await store.nodePages('ARTIFACT', { ...query, page: { limit: 2, from } });
      }

      expect(seen).toEqual(descending ? expected.toReversed() : expected);
    }
  });

  it('take a prefix of any length', async () => {
    const world = await openWorld();
    const test: Test = { op: 'LIKE', pattern: `${'a'.repeat(300_000)}%`, ignoreCase: false };

    const matching = await world.store.matchingIds('ARTIFACT', world.ids, { op: 'COLUMN', column: 'uri', test });

    expect(matching.size).toBe(0);
  });

  it('take thousands of conditions', async () => {
    const world = await openWorld();
    const named = Array.from({ length: 3_000 }, (_, place): Filter => {
      const test: Test = { op: 'COMPARE', comparison: '=', value: { type: 'STRING', value: `no such ${place}` } };
      return { op: 'COLUMN', column: 'name', test };
    });

    const matching = await world.store.matchingIds('ARTIFACT', world.ids, { op: 'NOT', of: { op: 'OR', of: named } });

    expect(matching.size).toBe(world.ids.length);
  });
});

interface World extends Surroundings {
  readonly store: MetadataStore;
  readonly artifacts: readonly Artifact[];
  readonly ids: readonly ArtifactId[];
}

/** Sixty random artifacts, the same in every run; a third of each in contexts 1 and 2. */
async function seedWorld(store: MetadataStore, kept: (integer: bigint) => bigint): Promise<World> {
  const text = fc.option(fc.constantFrom(...TEXTS), { nil: undefined });
  const storable = stored.map((held): Value => (held.type === 'INT' ? { ...held, value: kept(held.value) } : held));
  const properties = fc.uniqueArray(fc.tuple(fc.constantFrom(...NAMES), storable), { selector: ([name]) => name });
  const node = fc.record({
    uri: text,
    state: fc.option(fc.constantFrom(...ARTIFACT_STATES), { nil: undefined }),
    customProperties: properties.map((entries) => new Map(entries)),
  });
  const puts = fc.sample(node, { numRuns: 60, seed: 7 });
  const ids = await store.transaction(async (transaction) => {
    const { artifact, context } = await seedTypes(transaction);
    const [other] = await transaction.putTypes([
      {
        kind: 'ARTIFACT',
        name: 'a%',
        properties: new Map([['p', 'STRING']]),
        canAddFields: false,
        canOmitFields: false,
      },
    ]);
    return transaction.putGraph({
      contexts: ['1', '2', '3'].map((name) => ({
        typeId: context,
        name,
        properties: new Map(),
        customProperties: new Map(),
      })),
      artifacts: puts.map((put, place): ArtifactPut => {
        const declared = new Map<string, Value>([['p', { type: 'STRING', value: TEXTS[place % TEXTS.length] ?? '' }]]);
        const typeId = place % 4 === 0 ? (other?.id ?? artifact) : artifact;
        return {
          ...put,
          typeId,
          properties: typeId === artifact ? new Map() : declared,
          ...(place % 3 === 0 ? {} : { name: `${TEXTS[place % TEXTS.length]}${place < 15 ? '' : place}` }),
          ...(place < TEXTS.length ? { externalId: TEXTS[place] } : {}),
        };
      }),
      attributions: puts.flatMap((_, place) =>
        place % 3 === 2 ? [] : [{ artifact: { index: place }, context: { index: place % 3 } }],
      ),
      onExistingEdge: 'FAIL',
    });
  });
  const artifacts = (await store.nodesById('ARTIFACT', ids.artifacts)).flatMap((artifact) => artifact ?? []);
  return {
    store,
    artifacts,
    ids: ids.artifacts,
    types: await store.types(),
    inScope: ({ contextIds, labels = [] }) =>
      new Set(
        artifacts
          .filter(({ id, customProperties }) => {
            const attributed = contextIds.some(
              (contextId) => Number(id - 1n) % 3 === Number(contextId) - 1 && contextId < 3n,
            );
            const bears = labels.every(({ name, value: wanted }) => {
              const borne = customProperties.get(name);
              return borne?.type === (typeof wanted === 'string' ? 'STRING' : 'INT') && borne?.value === wanted;
            });
            return attributed || (labels.length > 0 && bears);
          })
          .map(({ id }) => id),
      ),
  };
}

function comparing({ field, descending }: NodeOrder) {
  const keyOf = (artifact: Artifact) =>
    ({ ID: 0, CREATE_TIME: artifact.createTimeMs, UPDATE_TIME: artifact.updateTimeMs, NAME: artifact.name })[field];
  const byKey = (left: Artifact, right: Artifact) => {
    const [a, b] = [keyOf(left), keyOf(right)];
    if (a === b) return byValue(left.id, right.id);
    if (a === undefined || b === undefined) return a === undefined ? -1 : 1;
    if (typeof a === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(String(b)));
    return a < Number(b) ? -1 : 1;
  };
  return (left: Artifact, right: Artifact) => (descending ? byKey(right, left) : byKey(left, right));
}

function byValue(left: bigint, right: bigint): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
