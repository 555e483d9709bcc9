import { describe, expect, it } from 'vitest';
import type { TypeId } from '../../src/mlmd/model.js';
import type { MetadataStore } from '../../src/mlmd/store.js';
import { type Api, startTestApi } from '../support/api.js';
import { backends } from '../support/backends.js';
import { BARE, seedTypes } from '../support/seed.js';

const PAGE_INFO = 'pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';

describe.each(backends)('$name: pages', ({ open }) => {
  it('stay right while others write, newest first', async () => {
    const { store, api, add } = await withArtifacts(await open({ now: clock() }), ['a', 'b', 'c', 'd']);

    const first = await page(api, 'first: 2');
    await add(['newer']);
    const second = await page(api, `first: 2, after: "${first.pageInfo.endCursor}"`);
    const back = await page(api, `last: 5, before: "${second.pageInfo.startCursor}"`);

    expect(names(first)).toEqual(['d', 'c']);
    expect(names(second)).toEqual(['b', 'a']);
    expect(second.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    expect(names(back)).toEqual(['newer', 'd', 'c']);
    expect(await store.nodeCounts('ARTIFACT', { op: 'AND', of: [] })).toEqual([5]);
  });

  it('know what lies on both sides, whichever way they are read', async () => {
    const { api } = await withArtifacts(await open(), ['a', 'b', 'c', 'd', 'e']);
    const byId = 'orderBy: { field: ID, direction: ASC }';
    const middle = await page(
      api,
      `first: 1, after: "${(await page(api, `first: 2, ${byId}`)).pageInfo.endCursor}", ${byId}`,
    );
    const cursor = middle.pageInfo.startCursor;

    const seen = await Promise.all(
      [
        'first: 5',
        'first: 4',
        'last: 5',
        'last: 4',
        `first: 2, after: "${cursor}"`,
        `first: 1, after: "${cursor}"`,
        `last: 2, before: "${cursor}"`,
        `last: 1, before: "${cursor}"`,
      ].map(async (args) => {
        const found = await page(api, `${args}, ${byId}`);
        const { hasPreviousPage, hasNextPage } = found.pageInfo;
        return `${args.split(',')[0]}: ${hasPreviousPage ? '<' : '|'}${names(found).join('')}${hasNextPage ? '>' : '|'}`;
      }),
    );

    expect(names(middle)).toEqual(['c']);
    expect(seen).toEqual([
      'first: 5: |abcde|',
      'first: 4: |abcd>',
      'last: 5: |abcde|',
      'last: 4: <bcde|',
      'first: 2: <de|',
      'first: 1: <d>',
      'last: 2: |ab>',
      'last: 1: <b>',
    ]);
  });

  it('beyond the last item are empty, and know that something lies before', async () => {
    const { api } = await withArtifacts(await open(), ['a']);
    const all = await page(api, 'first: 1');

    const beyond = await page(api, `first: 1, after: "${all.pageInfo.endCursor}"`);

    expect(beyond).toEqual({
      nodes: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: true, startCursor: null, endCursor: null },
      totalCount: 1,
    });
  });

  it('of no items tell the count and whether there are any', async () => {
    const { api } = await withArtifacts(await open(), ['a', 'b']);

    const none = await page(api, 'first: 0');

    expect(none.nodes).toEqual([]);
    expect(none.totalCount).toBe(2);
    expect(none.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
  });

  it('hold 25 items where no size is given', async () => {
    const { api } = await withArtifacts(
      await open(),
      Array.from({ length: 30 }, (_, index) => `n${index}`),
    );

    const { nodes, pageInfo } = await page(api, '');

    expect(nodes).toHaveLength(25);
    expect(pageInfo.hasNextPage).toBe(true);
  });

  it('by name begin with the nodes that have none, going up', async () => {
    const { api } = await withArtifacts(await open(), ['b', undefined, 'a', undefined]);
    const seen: (string | null)[] = [];

    for (let after = ''; ; ) {
      const { nodes, pageInfo } = await page(api, `first: 1, orderBy: { field: NAME, direction: ASC } ${after}`);
      seen.push(...nodes.map(({ name }) => name));
      if (!pageInfo.hasNextPage) break;
      after = `, after: "${pageInfo.endCursor}"`;
    }

    expect(seen).toEqual([null, null, 'a', 'b']);
  });

  it('take no cursor of another order or another list', async () => {
    const { api } = await withArtifacts(await open(), ['a']);
    const { pageInfo } = await page(api, 'first: 1');

    const refused = await Promise.all([
      api.ask(`{ artifacts(after: "${pageInfo.endCursor}", orderBy: { field: NAME }) { totalCount } }`),
      api.ask(`{ artifacts(after: "${pageInfo.endCursor}", orderBy: { direction: ASC }) { totalCount } }`),
      api.ask(`{ executions(after: "${pageInfo.endCursor}") { totalCount } }`),
      api.ask(`{ runs(after: "${pageInfo.endCursor}") { totalCount } }`),
    ]);

    expect(refused.map(({ errors }) => errors?.[0]?.extensions)).toEqual(
      Array(4).fill({ code: 'BAD_USER_INPUT', argument: 'after' }),
    );
  });
});

interface PageAnswer {
  readonly nodes: readonly { readonly name: string | null }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string;
    readonly endCursor: string;
  };
  readonly totalCount: number;
}

async function page(api: Api, args: string): Promise<PageAnswer> {
  const data = await api.read(
    `{ artifacts${args === '' ? '' : `(${args})`} { nodes { name } ${PAGE_INFO} totalCount } }`,
  );
  return data.artifacts;
}

function names({ nodes }: PageAnswer): readonly (string | null)[] {
  return nodes.map(({ name }) => name);
}

/** A second more at each look. */
function clock(): () => number {
  let timeMs = Date.parse('2026-11-22T12:00:00Z');
  return () => {
    timeMs += 1_000;
    return timeMs;
  };
}

async function withArtifacts(store: MetadataStore, given: readonly (string | undefined)[]) {
  const { artifact: typeId } = await store.transaction(seedTypes);
  const add = async (all: readonly (string | undefined)[]) => {
    for (const name of all) await putArtifact(store, typeId, name);
  };
  await add(given);
  return { store, add, api: await startTestApi(store) };
}

async function putArtifact(store: MetadataStore, typeId: TypeId, name: string | undefined): Promise<void> {
  await store.transaction((transaction) =>
    transaction.putGraph({ artifacts: [{ ...BARE, typeId, name }], onExistingEdge: 'FAIL' }),
  );
}
