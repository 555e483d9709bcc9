import { expect, it } from 'vitest';
import { MetadataError } from '../../../../src/errors.js';
import type { ContextId, NodeRef } from '../../../../src/mlmd/model.js';
import { openChannel } from '../../../../src/mlmd/wire/client/channel.js';
import { GrpcStore } from '../../../../src/mlmd/wire/client/grpc-store.js';
import { readGrpcSettings } from '../../../../src/mlmd/wire/client/settings.js';
import type { Calls, Rpc } from '../../../../src/mlmd/wire/rpc.js';
import { backendsThatCan } from '../../../support/backends.js';
import { BARE, refOf, seed, seedTypes } from '../../../support/seed.js';
import { serveStore } from '../../../support/served-store.js';

// What a service of release 1.1 lacks is taken from ours: calls that came later, and filter texts, which it ignores.
const LATER: readonly Rpc[] = ['putTypes', 'putLineageSubgraph', 'getLineageSubgraph'];

it('a service that lacks what came later is read and written all the same', async () => {
  const { store, called } = await openOver((calls) => ({
    call(rpc, request, options) {
      if (LATER.includes(rpc)) throw new MetadataError('UNIMPLEMENTED', 'This call is not served.');
      const { options: list, ...rest } = request as { readonly options?: object };
      const ignored = list !== undefined && 'filterQuery' in list ? { ...list, filterQuery: undefined } : list;
      return calls.call(rpc, { ...rest, options: ignored } as unknown as typeof request, options);
    },
  }));

  const names = await seed(store, 'rows > train > model; other > train');
  const group = await store.transaction(async (transaction) => {
    const { artifact, context } = await seedTypes(transaction);
    return transaction.putGraph({
      contexts: [{ ...BARE, typeId: context, name: 'g' }],
      artifacts: ['in', 'out'].map((name) => ({ ...BARE, typeId: artifact, name })),
      attributions: [{ artifact: { index: 0 }, context: { index: 0 } }],
      onExistingEdge: 'FAIL',
    });
  });
  const scope = { contextIds: group.contexts as readonly ContextId[] };
  const named = { op: 'COLUMN', column: 'name', test: { op: 'LIKE', pattern: '%o%', ignoreCase: false } } as const;
  const query = { filter: named, order: { field: 'ID', descending: true }, page: { limit: 2 } } as const;
  const [page] = await store.nodePages('ARTIFACT', query);
  const counts = await store.nodeCounts('ARTIFACT', { op: 'AND', of: [] }, [scope]);
  const nodes: readonly NodeRef[] = group.artifacts.map((id) => ({ kind: 'ARTIFACT', id }));

  expect(page?.items.map(({ value }) => value.name)).toEqual(['out', 'other']);
  expect(page?.hasMore).toBe(true);
  expect(counts).toEqual([1]);
  expect(await store.membershipsOf([...nodes, refOf(names, 'rows')])).toEqual([
    { node: nodes[0], contextId: group.contexts[0] },
  ]);
  expect(called).toContain('putEvents');
});

it('a hop of lineage is one call for its events, however many nodes it starts from', async () => {
  const { store, called } = await openOver((calls) => calls);
  const chains = Array.from({ length: 60 }, (_, place) => `in${place} > step${place} > out${place}`);
  const names = await seed(store, chains.join('; '));
  const steps = chains.map((_, place) => refOf(names, `step${place}`));
  called.length = 0;

  const pages = await store.eventPages(steps, { direction: 'UPSTREAM' }, { limit: 10 });

  expect(pages.flatMap(({ items }) => items)).toHaveLength(60);
  expect(called).toEqual(['getEventsByExecutionIDs']);
});

it('a filter that would look through too much is refused, and says by which limit', async () => {
  const { store } = await openOver((calls) => calls, 10);
  await seed(store, Array.from({ length: 12 }, (_, place) => `a${place} > x`).join('; '));

  const counted = store.nodeCounts('ARTIFACT', { op: 'AND', of: [] });

  await expect(counted).rejects.toMatchObject({
    code: 'RESOURCE_EXHAUSTED',
    message: expect.stringContaining('max-scan'),
  });
});

/** A store over our own service, whose calls go through `through`, and their names. */
async function openOver(through: (calls: Calls) => Calls, maxScan = 1_000) {
  const [file] = backendsThatCan('UNDO');
  if (file === undefined) throw new Error('there is no store to serve');
  const channel = openChannel(readGrpcSettings(await serveStore(await file.open())));
  const called: string[] = [];
  const calls: Calls = {
    call(rpc, request, options) {
      called.push(rpc);
      return channel.call(rpc, request, options);
    },
  };
  const limits = { batchSize: 100, maxScan, deadlineMs: 10_000, maxWaiting: 10 };
  const close = async () => channel.close();
  return { store: new GrpcStore({ calls: through(calls), limits, readOnly: false, close }), called };
}
