import { describe, expect, it } from 'vitest';
import type { Filter } from '../../src/mlmd/filter/filter.js';
import type { ArtifactId, ContextId, ExecutionId, TypeId } from '../../src/mlmd/model.js';
import type { MetadataStore } from '../../src/mlmd/store.js';
import { backends, backendsThatCan } from '../support/backends.js';
import { artifactIdOf, BARE, executionIdOf, inNames, refOf, seed, seedTypes } from '../support/seed.js';

const EVERYTHING: Filter = { op: 'AND', of: [] };
const BY_ID = { field: 'ID', descending: false } as const;

describe.each(backends)('$name: nodesById', ({ open }) => {
  it('keeps the order of the ids, gaps and repeats included', async () => {
    const store = await open();
    await seed(store, 'a > x; b > y');

    const nodes = await store.nodesById('ARTIFACT', [2n, 99n, 1n, 2n] as ArtifactId[]);

    expect(nodes.map((node) => node?.name)).toEqual(['b', undefined, 'a', 'b']);
  });

  it('takes thousands of ids', async () => {
    const store = await open();
    await seed(store, 'a > x');
    const ids = Array.from({ length: 50_000 }, (_, place) => BigInt(place) as ArtifactId);

    const nodes = await store.nodesById('ARTIFACT', ids);

    expect(nodes.flatMap((node) => node?.id ?? [])).toEqual([1n]);
  });

  it('answers nothing with nothing', async () => {
    const store = await open();

    expect(await store.nodesById('CONTEXT', [])).toEqual([]);
    expect(await store.eventPages([], { direction: 'UPSTREAM' }, { limit: 1 })).toEqual([]);
    expect(await store.membershipsOf([])).toEqual([]);
    expect(await store.nodePages('ARTIFACT', { filter: EVERYTHING, order: BY_ID, page: { limit: 1 } }, [])).toEqual([]);
  });
});

describe.each(backends)('$name: types', ({ open }) => {
  it('gives the types of the ids and of the external ids asked for, each once, in id order', async () => {
    const store = await open();
    const { first, second } = await registerTwo(store);

    const byId = await store.types({ ids: [second, first, second, 999n as TypeId] });
    const byExternalId = await store.types({ externalIds: ['ext-second', 'ext-first', 'no such'] });

    expect(byId.map(({ id }) => id)).toEqual([first, second]);
    expect(byExternalId.map(({ name, externalId }) => [name, externalId])).toEqual([
      ['First', 'ext-first'],
      ['Second', 'ext-second'],
    ]);
  });

  it('gives those that pass every condition of a selector, and none where a list is empty', async () => {
    const store = await open();
    const { first, second } = await registerTwo(store);

    const selectors = [
      { kind: 'ARTIFACT', ids: [first, second] },
      { ids: [first], names: ['Second'] },
      { ids: [first, second], externalIds: ['ext-second'] },
      { ids: [] },
      { externalIds: [] },
    ] as const;
    const found = await Promise.all(selectors.map((selector) => store.types(selector)));

    expect(found.map((types) => types.map(({ name }) => name))).toEqual([['First'], [], ['Second'], [], []]);
  });
});

describe.each(backends)('$name: eventCounts and eventsBetween', ({ open }) => {
  it('count events and distinct neighbours of each node', async () => {
    const store = await open();
    const names = await seed(store, 'hub > a > out; hub > b > out');
    await store.transaction((transaction) =>
      transaction.putGraph({
        events: [
          {
            artifact: { id: artifactIdOf(names, 'hub') },
            execution: { id: executionIdOf(names, 'a') },
            type: 'DECLARED_INPUT',
            timeMs: 5_000n,
            path: [],
          },
        ],
        onExistingEdge: 'FAIL',
      }),
    );
    const nodes = ['hub', 'a', 'out', 'hub'].map((name) => refOf(names, name));

    const downstream = await store.eventCounts(nodes, { direction: 'DOWNSTREAM' });
    const early = await store.eventCounts(nodes, { direction: 'DOWNSTREAM', asOfMs: 1_000n });

    const hub = { events: 3, neighbors: 2 };
    expect(downstream).toEqual([hub, { events: 1, neighbors: 1 }, { events: 0, neighbors: 0 }, hub]);
    expect(early[0]).toEqual({ events: 2, neighbors: 2 });
  });

  it('give every event between two sides once, in order', async () => {
    const store = await open();
    const names = await seed(store, 'hub > b > out; hub > a > out; other > a');
    const artifacts = ['out', 'hub', 'hub'].map((name) => artifactIdOf(names, name));
    const executions = ['a', 'b', 'a'].map((name) => executionIdOf(names, name));

    const events = await store.eventsBetween(artifacts, executions);

    expect(events.map((event) => inNames(names, event))).toEqual([
      'hub INPUT b',
      'hub INPUT a',
      'out OUTPUT b',
      'out OUTPUT a',
    ]);
  });
});

describe.each(backends)('$name: contexts', ({ open }) => {
  it('are told of nodes in the order of the nodes', async () => {
    const store = await open();
    await seedGroups(store);
    const nodes = [
      { kind: 'EXECUTION', id: 1n as ExecutionId },
      { kind: 'ARTIFACT', id: 2n as ArtifactId },
      { kind: 'ARTIFACT', id: 9n as ArtifactId },
      { kind: 'EXECUTION', id: 1n as ExecutionId },
    ] as const;

    const memberships = await store.membershipsOf(nodes);

    expect(memberships).toEqual([
      { node: nodes[0], contextId: 1n },
      { node: nodes[0], contextId: 2n },
      { node: nodes[1], contextId: 2n },
    ]);
  });

  it('hold artifacts, executions and child contexts in their scope', async () => {
    const store = await open();
    await seedGroups(store);
    const scope = { contextIds: [2n as ContextId] };
    const query = { filter: EVERYTHING, order: BY_ID, page: { limit: 9 } };

    const [artifacts] = await store.nodePages('ARTIFACT', query, [scope]);
    const [executions] = await store.nodePages('EXECUTION', query, [scope]);
    const [contexts] = await store.nodePages('CONTEXT', query, [scope]);

    expect(artifacts?.items.map(({ value }) => value.id)).toEqual([2n]);
    expect(executions?.items.map(({ value }) => value.id)).toEqual([1n, 2n]);
    expect(contexts?.items.map(({ value }) => value.id)).toEqual([1n]);
  });

  it('hold the artifacts that their executions touch, where asked', async () => {
    const store = await open();
    await seedGroups(store);
    const touched = { contextIds: [1n as ContextId], touched: true };

    const [, alone] = await store.nodeCounts('ARTIFACT', EVERYTHING, [touched, { contextIds: touched.contextIds }]);
    const [page] = await store.nodePages('ARTIFACT', {
      filter: { op: 'IN_SCOPE', scope: touched },
      order: BY_ID,
      page: { limit: 9 },
    });

    expect(alone).toBe(1);
    expect(page?.items.map(({ value }) => value.id)).toEqual([1n, 3n]);
  });
});

describe.each(backendsThatCan('SET_CLOCK'))('$name: contexts', ({ open }) => {
  it('sum up the executions in a scope', async () => {
    const clock = { time: 1_000 };
    const store = await open({ now: () => clock.time });
    await seedGroups(store);
    clock.time = 5_000;
    await store.transaction(async (transaction) => {
      const types = await seedTypes(transaction);
      const put = { ...BARE, typeId: types.execution, id: 2n as ExecutionId, state: 'FAILED' as const };
      await transaction.putGraph({ executions: [put], onExistingEdge: 'FAIL' });
    });

    const summaries = await store.executionSummaries([
      { contextIds: [2n as ContextId] },
      { contextIds: [9n as ContextId] },
      { contextIds: [1n, 2n] as ContextId[], labels: [{ name: 'run', value: 'r' }] },
    ]);

    const both = {
      states: new Map([
        ['NONE', 1],
        ['FAILED', 1],
      ]),
      firstCreateTimeMs: 1_000,
      lastUpdateTimeMs: 5_000,
    };
    expect(summaries[0]).toEqual(both);
    expect(summaries[1]).toEqual({ states: new Map(), firstCreateTimeMs: undefined, lastUpdateTimeMs: undefined });
    expect(summaries[2]).toEqual(both);
  });
});

/**
 * Contexts 1 within 2; artifact 1 in context 1, 2 in 2, 3 in none; execution 1 in both contexts, 2 in 2; execution 1 reads
 * artifact 1 and writes 3.
 */
async function seedGroups(store: MetadataStore): Promise<void> {
  await store.transaction(async (transaction) => {
    const types = await seedTypes(transaction);
    await transaction.putGraph({
      contexts: ['inner', 'outer'].map((name) => ({ ...BARE, typeId: types.context, name })),
      artifacts: [1, 2, 3].map(() => ({ ...BARE, typeId: types.artifact })),
      executions: [1, 2].map(() => ({ ...BARE, typeId: types.execution })),
      attributions: [0, 1].map((place) => ({ artifact: { index: place }, context: { index: place } })),
      associations: [
        { execution: { index: 0 }, context: { index: 0 } },
        { execution: { index: 0 }, context: { index: 1 } },
        { execution: { index: 1 }, context: { index: 1 } },
      ],
      parentContexts: [{ child: { index: 0 }, parent: { index: 1 } }],
      events: [
        { artifact: { index: 0 }, execution: { index: 0 }, type: 'INPUT', path: [] },
        { artifact: { index: 2 }, execution: { index: 0 }, type: 'OUTPUT', path: [] },
      ],
      onExistingEdge: 'FAIL',
    });
  });
}

/** Registers an artifact type and an execution type, each with an external id. */
async function registerTwo(store: MetadataStore) {
  const flags = { properties: new Map(), canAddFields: false, canOmitFields: false };
  const [first, second] = await store.transaction((transaction) =>
    transaction.putTypes([
      { kind: 'ARTIFACT', name: 'First', externalId: 'ext-first', ...flags },
      { kind: 'EXECUTION', name: 'Second', externalId: 'ext-second', ...flags },
    ]),
  );
  return { first: first?.id as TypeId, second: second?.id as TypeId };
}
