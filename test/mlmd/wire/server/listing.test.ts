import { beforeEach, describe, expect, it } from 'vitest';
import type { MetadataStore } from '../../../../src/mlmd/store.js';
import {
  ListOperationOptions_OrderByField_Field as Field,
  ListOperationNextPageToken,
  type ListOperationOptions,
} from '../../../../src/mlmd/wire/generated/ml_metadata/proto/metadata_store.js';
import type { Handlers } from '../../../../src/mlmd/wire/server/handlers.js';
import { storeService } from '../../../../src/mlmd/wire/server/store-service.js';
import { backendsThatCan } from '../../../support/backends.js';
import { BARE, seedTypes } from '../../../support/seed.js';

// The service over a store that cannot undo is another: it passes its calls on as they are.
describe.each(backendsThatCan('UNDO'))('$name: a list with options', ({ open }) => {
  let service: Handlers;

  beforeEach(async () => {
    // One clock reading for all: every time is a tie.
    const store = await open({ now: () => 1_000 });
    service = storeService(store, { duplicateEvents: 'reject' });
    await artifacts(store, 7);
  });

  it.each([
    ['of a size', {}, [1n, 2n, 3n]],
    ['from the end', { orderByField: { isAsc: false } }, [7n, 6n, 5n]],
    ['by creation', { orderByField: { field: Field.CREATE_TIME } }, [1n, 2n, 3n]],
    ['by a field from the future', { orderByField: { field: 99 as Field } }, [1n, 2n, 3n]],
  ])('gives the first page %s', async (_, options, ids) => {
    const { artifacts, nextPageToken } = await service.getArtifacts({ options: { maxResultSize: 3, ...options } });

    expect(artifacts.map(({ id }) => id)).toEqual(ids);
    expect(nextPageToken).not.toBe('');
  });

  it('gives the token that the engine gives', async () => {
    const { nextPageToken } = await service.getArtifacts({ options: { maxResultSize: 2 } });

    expect(nextPageToken).toBe('CAIQAhoCCAI');
  });

  it.each([Field.ID, Field.CREATE_TIME, Field.LAST_UPDATE_TIME])(
    'gives every node once, page by page, by field %i, both ways',
    async (field) => {
      const up = await pages({ maxResultSize: 2, orderByField: { field } });
      const down = await pages({ maxResultSize: 2, orderByField: { field, isAsc: false } });

      expect(up).toEqual([[1n, 2n], [3n, 4n], [5n, 6n], [7n]]);
      expect(down).toEqual([[7n, 6n], [5n, 4n], [3n, 2n], [1n]]);
    },
  );

  it('names all that share the last update time in the token, from earlier pages too', async () => {
    const options = { maxResultSize: 2, orderByField: { field: Field.LAST_UPDATE_TIME } };
    const first = await service.getArtifacts({ options });

    const second = await service.getArtifacts({ options: { ...options, nextPageToken: first.nextPageToken } });

    expect(tokenIn(second.nextPageToken)).toMatchObject({ fieldOffset: 1_000n, listedIds: [1n, 2n, 3n, 4n] });
  });

  it("goes on from the engine's token, which names the last page's ties only", async () => {
    const token = { fieldOffset: 1_000n, listedIds: [3n, 4n], setOptions: { orderByField: { field: 2 } } };

    const { artifacts } = await service.getArtifacts({
      options: { orderByField: { field: Field.LAST_UPDATE_TIME }, nextPageToken: textOf(token) },
    });

    expect(artifacts.map(({ id }) => id)).toEqual([5n, 6n, 7n]);
  });

  it('gives no more than 100 nodes at once, and a token for the rest', async () => {
    const store = await open();
    await artifacts(store, 130);
    service = storeService(store, { duplicateEvents: 'reject' });

    const sizes = (await pages({ maxResultSize: 1_000 })).map((page) => page.length);

    expect(sizes).toEqual([100, 30]);
  });

  it('gives everything without options, unless that is longer than a reply may be', async () => {
    const store = await open();
    await artifacts(store, 1_100);
    const bounded = storeService(store, { duplicateEvents: 'reject', maxReplyBytes: 5_000 });
    const unbounded = storeService(store, { duplicateEvents: 'reject' });

    expect((await unbounded.getArtifacts({})).artifacts).toHaveLength(1_100);
    await expect(bounded.getArtifacts({})).rejects.toMatchObject({ code: 'RESOURCE_EXHAUSTED' });
  });

  it.each([
    ['a page of nothing', { maxResultSize: 0 }],
    ['a page below nothing', { maxResultSize: -1 }],
    ['a page of all that fits an int32', { maxResultSize: 2 ** 31 - 1 }],
    ['an order by no field', { orderByField: { field: Field.FIELD_UNSPECIFIED } }],
    ['a token that is not base64url', { nextPageToken: '+/+/' }],
    ['a token with half its padding', { nextPageToken: 'CAIQAhoCCAI==' }],
    ['a token of one character', { nextPageToken: 'A' }],
    ['a token that holds no message', { nextPageToken: 'AAAA' }],
    ['a token that is cut off', { nextPageToken: 'CAIQAhoCCA' }],
    ['a token of the other direction', { nextPageToken: 'CAIQAhoCCAI', orderByField: { isAsc: false } }],
    ['a token of another field', { nextPageToken: 'CAIQAhoCCAI', orderByField: { field: Field.CREATE_TIME } }],
  ])('refuses %s', async (_, options) => {
    await expect(service.getArtifacts({ options })).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
  });

  it.each(['CAIQAhoCCAI', 'CAIQAhoCCAI=', ' CAIQ AhoCCAI\n'])('takes the token %j', async (nextPageToken) => {
    const { artifacts } = await service.getArtifacts({ options: { nextPageToken, maxResultSize: 1 } });

    expect(artifacts.map(({ id }) => id)).toEqual([3n]);
  });

  it('takes an empty token and an empty query for none', async () => {
    const { artifacts } = await service.getArtifacts({ options: { nextPageToken: '', filterQuery: '' } });

    expect(artifacts).toHaveLength(7);
  });

  it('of a type ends with an empty token, and of a type without nodes has none and looks at no option', async () => {
    const full = await service.getArtifactsByType({ typeName: 'Thing', options: {} });
    const empty = await service.getExecutionsByType({ typeName: 'Step', options: { maxResultSize: 0 } });

    expect(full.nextPageToken).toBe('');
    expect(empty).toEqual({ executions: [], nextPageToken: undefined });
  });

  async function pages(options: ListOperationOptions): Promise<bigint[][]> {
    const ids: bigint[][] = [];
    for (let nextPageToken: string | undefined = ''; nextPageToken !== undefined && ids.length < 9; ) {
      const page = await service.getArtifacts({ options: { ...options, nextPageToken } });
      ids.push(page.artifacts.map(({ id = 0n }) => id));
      nextPageToken = page.nextPageToken;
    }
    return ids;
  }
});

async function artifacts(store: MetadataStore, count: number): Promise<void> {
  await store.transaction(async (transaction) => {
    const types = await seedTypes(transaction);
    const artifacts = Array.from({ length: count }, () => ({ ...BARE, typeId: types.artifact }));
    await transaction.putGraph({ artifacts, onExistingEdge: 'FAIL' });
  });
}

function tokenIn(text: string | undefined): ListOperationNextPageToken {
  return ListOperationNextPageToken.decode(Buffer.from(text ?? '', 'base64url'));
}

function textOf(token: ListOperationNextPageToken): string {
  return Buffer.from(ListOperationNextPageToken.encode(token).finish()).toString('base64url');
}
