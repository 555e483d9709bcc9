import { describe, expect, it } from 'vitest';
import type { ArtifactId, ContextId, ExecutionId } from '../../src/mlmd/model.js';
import type { GraphPut, MetadataStore } from '../../src/mlmd/store.js';
import { backends, backendsThatCan } from '../support/backends.js';
import { artifactIdOf, BARE, executionIdOf, inNames, seed, seedTypes } from '../support/seed.js';

describe.each(backends)('$name: eventsOf', ({ open }) => {
  it('gives every event of artifacts once, by (artifactId, executionId, type)', async () => {
    const store = await open();
    const names = await seed(store, 'rows > train > model > serve; rows > check');
    const ids = ['model', 'rows', 'model'].map((name) => artifactIdOf(names, name));

    const events = await store.eventsOf('ARTIFACT', ids);

    expect(events.map((event) => inNames(names, event))).toEqual([
      'rows INPUT train',
      'rows INPUT check',
      'model OUTPUT train',
      'model INPUT serve',
    ]);
  });

  it('gives every event of executions once, by execution and then as they were inserted', async () => {
    const store = await open();
    const names = await seed(store, 'late > second; first > early');
    const [second, early] = [executionIdOf(names, 'second'), executionIdOf(names, 'early')];
    const [late, first] = [artifactIdOf(names, 'late'), artifactIdOf(names, 'first')];
    const event = { execution: { id: second }, type: 'DECLARED_INPUT', path: [] } as const;
    await put(store, { events: [{ ...event, artifact: { id: first } }] });
    await put(store, { events: [{ ...event, artifact: { id: late } }] });

    const events = await store.eventsOf('EXECUTION', [early, second]);

    expect(events.map((one) => inNames(names, one))).toEqual([
      'late INPUT second',
      'first DECLARED_INPUT second',
      'late DECLARED_INPUT second',
      'first INPUT early',
    ]);
  });

  it.each([
    ['ARTIFACT', 'UPSTREAM', ['model OUTPUT train']],
    ['ARTIFACT', 'DOWNSTREAM', ['model INPUT serve']],
    ['EXECUTION', 'UPSTREAM', ['rows INPUT train']],
    ['EXECUTION', 'DOWNSTREAM', ['model OUTPUT train']],
  ] as const)(
    'of an %s gives those that point %s where only these are asked for',
    async (kind, direction, expected) => {
      const store = await open();
      const names = await seed(store, 'rows > train > model > serve');
      const id = kind === 'ARTIFACT' ? artifactIdOf(names, 'model') : executionIdOf(names, 'train');

      const events = await store.eventsOf(kind, [id], direction);

      expect(events.map((event) => inNames(names, event))).toEqual(expected);
    },
  );

  it('gives an event whole, with its time and its path', async () => {
    const store = await open();
    const names = await seed(store, 'rows > train');
    const ends = { artifactId: artifactIdOf(names, 'rows'), executionId: executionIdOf(names, 'train') };
    const path = [{ key: 'examples' }, { index: 0n }];
    await put(store, {
      events: [
        { artifact: { id: ends.artifactId }, execution: { id: ends.executionId }, type: 'OUTPUT', timeMs: 7n, path },
      ],
    });

    const events = await store.eventsOf('EXECUTION', [ends.executionId]);

    expect(events).toEqual([
      { ...ends, type: 'INPUT', timeMs: 1_000n, path: [] },
      { ...ends, type: 'OUTPUT', timeMs: 7n, path },
    ]);
  });

  it('gives nothing for a leaf, for a node that does not exist, and for no node', async () => {
    const store = await open();
    await store.transaction(async (transaction) => {
      const { artifact } = await seedTypes(transaction);
      await transaction.putGraph({ artifacts: [{ ...BARE, typeId: artifact }], onExistingEdge: 'FAIL' });
    });

    expect(await store.eventsOf('ARTIFACT', [1n, 99n] as ArtifactId[])).toEqual([]);
    expect(await store.eventsOf('EXECUTION', [])).toEqual([]);
  });
});

describe.each(backends)('$name: putGraph with ends that may be missing', ({ open }) => {
  it('writes events whose artifact or execution is no stored node, and only eventsOf shows them', async () => {
    const store = await open();
    const names = await seed(store, 'rows > train');
    const [rows, train] = [artifactIdOf(names, 'rows'), executionIdOf(names, 'train')];

    await put(store, {
      events: [
        { artifact: { id: 98n as ArtifactId }, execution: { id: train }, type: 'OUTPUT', timeMs: 1n, path: [] },
        { artifact: { id: rows }, execution: { id: 99n as ExecutionId }, type: 'INPUT', timeMs: 2n, path: [] },
      ],
      onMissingEnd: 'WRITE',
    });

    const ofTrain = await store.eventsOf('EXECUTION', [train]);
    const ofMissing = await store.eventsOf('EXECUTION', [99n as ExecutionId]);
    const [page] = await store.eventPages(
      [{ kind: 'EXECUTION', id: train }],
      { direction: 'DOWNSTREAM' },
      { limit: 9 },
    );
    expect(ofTrain.map(({ artifactId, type }) => [artifactId, type])).toEqual([
      [rows, 'INPUT'],
      [98n, 'OUTPUT'],
    ]);
    expect(ofMissing.map(({ artifactId }) => artifactId)).toEqual([rows]);
    expect(page?.items).toEqual([]);
  });

  it('still wants the execution of an association to be there', async () => {
    const store = await open();
    const { context } = await store.transaction(seedTypes);

    const failing = put(store, {
      contexts: [{ ...BARE, typeId: context, name: 'group' }],
      associations: [{ execution: { id: 99n as ExecutionId }, context: { index: 0 } }],
      onMissingEnd: 'WRITE',
    });

    await expect(failing).rejects.toMatchObject({
      code: 'INVALID_ARGUMENT',
      message: 'There is no execution 99 for an edge to join.',
    });
  });
});

describe.each(backendsThatCan('DANGLE'))('$name: putGraph with ends that may be missing', ({ open }) => {
  it('writes an attribution of an artifact that is not stored yet, to a context that must be', async () => {
    const store = await open();
    const { artifact, context } = await store.transaction(seedTypes);
    const { contexts } = await put(store, { contexts: [{ ...BARE, typeId: context, name: 'group' }] });
    const attribute = (id: ContextId | undefined) =>
      put(store, {
        attributions: [{ artifact: { id: 1n as ArtifactId }, context: { id: id as ContextId } }],
        onMissingEnd: 'WRITE',
      });

    await attribute(contexts[0]);
    await expect(attribute(97n as ContextId)).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
    const node = { kind: 'ARTIFACT', id: 1n as ArtifactId } as const;
    const before = await store.membershipsOf([node]);
    await put(store, { artifacts: [{ ...BARE, typeId: artifact }] });

    expect(before).toEqual([]);
    expect(await store.membershipsOf([node])).toEqual([{ node, contextId: contexts[0] }]);
  });
});

function put(store: MetadataStore, graph: Partial<GraphPut>) {
  return store.transaction((transaction) => transaction.putGraph({ onExistingEdge: 'FAIL', ...graph }));
}
