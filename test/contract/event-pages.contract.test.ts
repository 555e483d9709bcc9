import { describe, expect, it } from 'vitest';
import type { Event, NodeRef } from '../../src/mlmd/model.js';
import type { Page, PageArgs } from '../../src/mlmd/store.js';
import { backends, keptInteger } from '../support/backends.js';
import { BARE, executionIdOf, inNames, refOf, seed, seedTypes } from '../support/seed.js';

// The smallest graph where upstream and downstream differ for both kinds.
const CHAIN = 'rows > train > model > serve > endpoint';
const ALL: PageArgs = { limit: 100 };

describe.each(backends)('$name: eventPages', (backend) => {
  const { open } = backend;

  it('goes upstream from an artifact to the execution that wrote it', async () => {
    const store = await open();
    const names = await seed(store, CHAIN);

    const [page] = await store.eventPages([refOf(names, 'model')], { direction: 'UPSTREAM' }, ALL);

    expect(eventsOf(page).map((event) => inNames(names, event))).toEqual(['model OUTPUT train']);
    expect(page?.hasMore).toBe(false);
  });

  it('goes downstream from an artifact to the execution that reads it', async () => {
    const store = await open();
    const names = await seed(store, CHAIN);

    const [page] = await store.eventPages([refOf(names, 'model')], { direction: 'DOWNSTREAM' }, ALL);

    expect(eventsOf(page).map((event) => inNames(names, event))).toEqual(['model INPUT serve']);
  });

  it('answers for many nodes of both kinds, in the order asked, repeats included', async () => {
    const store = await open();
    const names = await seed(store, CHAIN);
    const asked = ['endpoint', 'train', 'rows', 'endpoint'].map((name) => refOf(names, name));

    const pages = await store.eventPages(asked, { direction: 'UPSTREAM' }, ALL);

    expect(pages.map((page) => eventsOf(page).map((event) => inNames(names, event)))).toEqual([
      ['endpoint OUTPUT serve'],
      ['rows INPUT train'],
      [],
      ['endpoint OUTPUT serve'],
    ]);
  });

  it('gives an empty page for a node that does not exist', async () => {
    const store = await open();
    await seed(store, CHAIN);

    const pages = await store.eventPages([{ kind: 'ARTIFACT', id: 99n } as NodeRef], { direction: 'UPSTREAM' }, ALL);

    expect(pages).toEqual([{ items: [], hasMore: false }]);
  });

  it('pages through the events of a hub, forwards and backwards', async () => {
    const store = await open();
    const names = await seed(store, 'hub > a; hub > b; hub > c; hub > d; hub > e');
    const hub = refOf(names, 'hub');

    const [first] = await store.eventPages([hub], { direction: 'DOWNSTREAM' }, { limit: 2 });
    const from = first?.items.at(-1)?.position;
    const [second] = await store.eventPages([hub], { direction: 'DOWNSTREAM' }, { limit: 2, from });
    const [last] = await store.eventPages([hub], { direction: 'DOWNSTREAM' }, { limit: 2, backward: true });
    const before = last?.items.at(0)?.position;
    const [earlier] = await store.eventPages(
      [hub],
      { direction: 'DOWNSTREAM' },
      { limit: 3, from: before, backward: true },
    );

    const inShort = (page: Page<Event> | undefined) => eventsOf(page).map((event) => inNames(names, event).at(-1));
    expect([inShort(first), first?.hasMore]).toEqual([['a', 'b'], true]);
    expect([inShort(second), second?.hasMore]).toEqual([['c', 'd'], true]);
    expect([inShort(last), last?.hasMore]).toEqual([['d', 'e'], true]);
    expect([inShort(earlier), earlier?.hasMore]).toEqual([['a', 'b', 'c'], false]);
  });

  it('takes only the types asked for, and only events up to an instant or without a time', async () => {
    const store = await open();
    const names = await seed(store, 'rows > train');
    await store.transaction(async (transaction) => {
      const types = await seedTypes(transaction);
      await transaction.putGraph({
        artifacts: ['declared', 'late'].map((name) => ({ ...BARE, typeId: types.artifact, name })),
        events: [
          {
            artifact: { index: 0 },
            execution: { id: executionIdOf(names, 'train') },
            type: 'DECLARED_INPUT',
            timeMs: 2_000n,
            path: [],
          },
          {
            artifact: { index: 1 },
            execution: { id: executionIdOf(names, 'train') },
            type: 'INPUT',
            timeMs: 3_000n,
            path: [],
          },
        ],
        onExistingEdge: 'FAIL',
      });
    });
    const train = refOf(names, 'train');

    const [plain] = await store.eventPages([train], { direction: 'UPSTREAM', types: ['INPUT', 'OUTPUT'] }, ALL);
    const [early] = await store.eventPages([train], { direction: 'UPSTREAM', asOfMs: 2_000n }, ALL);

    expect(eventsOf(plain).map(({ type, timeMs }) => [type, timeMs])).toEqual([
      ['INPUT', 1_000n],
      ['INPUT', 3_000n],
    ]);
    expect(eventsOf(early).map(({ type, timeMs }) => [type, timeMs])).toEqual([
      ['INPUT', 1_000n],
      ['DECLARED_INPUT', 2_000n],
    ]);
  });

  it('keeps the path of an event, steps in order', async () => {
    const store = await open();
    const path = [{ key: 'model' }, { index: keptInteger(backend, 2n ** 40n) }, { key: '' }, { index: -1n }];
    const ids = await store.transaction(async (transaction) => {
      const types = await seedTypes(transaction);
      return transaction.putGraph({
        artifacts: [{ ...BARE, typeId: types.artifact }],
        executions: [{ ...BARE, typeId: types.execution }],
        events: [{ artifact: { index: 0 }, execution: { index: 0 }, type: 'OUTPUT', timeMs: -5n, path }],
        onExistingEdge: 'FAIL',
      });
    });

    const node = { kind: 'EXECUTION', id: ids.executions[0] } as NodeRef;
    const [page] = await store.eventPages([node], { direction: 'DOWNSTREAM' }, ALL);

    expect(eventsOf(page)).toMatchObject([{ timeMs: -5n, path }]);
  });
});

function eventsOf(page: Page<Event> | undefined): readonly Event[] {
  return (page?.items ?? []).map((item) => item.value);
}
