import { describe, expect, it } from 'vitest';
import type { ContextId, Value } from '../../src/mlmd/model.js';
import type { MetadataStore, Page, RunQuery, RunRecord } from '../../src/mlmd/store.js';
import { backendsThatCan } from '../support/backends.js';
import { BARE, seedTypes } from '../support/seed.js';

const QUERY: RunQuery = {
  contextTypes: ['Run', 'OtherRun'],
  contextNameProperty: 'run_name',
  named: { workspaceType: 'Workspace', workspaceKey: 'in_workspace', runKey: 'in_run' },
};
const DESCRIBED = {
  typeName: 'Said',
  nameProperty: 'called',
  workspaceType: 'Workspace',
  workspaceProperty: 'inside',
} as const;
const NEWEST = { field: 'CREATE_TIME', descending: true } as const;
const ALL = { limit: 100 };

describe.each(backendsThatCan('SET_CLOCK'))('$name: runPages and runCounts', ({ open }) => {
  it('tell of runs that are contexts and of runs that are only a name', async () => {
    const { store } = await seedRuns(await open({ now: clock() }));

    const [page] = await store.runPages(QUERY, NEWEST, ALL);

    expect(inShort(page)).toEqual(['nightly in 2 #-', 'loose in - #5', 'weekly in 1 #4', 'nightly in 1 #3']);
    expect(await store.runCounts(QUERY)).toEqual([4]);
  });

  it('keep to each workspace, in the order asked', async () => {
    const { store } = await seedRuns(await open({ now: clock() }));
    const workspaces = [2n, 99n, 1n] as ContextId[];

    const pages = await store.runPages(QUERY, NEWEST, ALL, workspaces);

    expect(pages.map(inShort)).toEqual([['nightly in 2 #-'], [], ['weekly in 1 #4', 'nightly in 1 #3']]);
    expect(await store.runCounts(QUERY, workspaces)).toEqual([1, 0, 2]);
  });

  it('say when a run that is only a name began: with the first node that bears it', async () => {
    const { store, firstBearerMs } = await seedRuns(await open({ now: clock() }));

    const [page] = await store.runPages(QUERY, NEWEST, ALL, [2n as ContextId]);

    expect(page?.items.map(({ value }) => value.createTimeMs)).toEqual([firstBearerMs]);
  });

  it('page by time and by name, forwards and backwards', async () => {
    const { store } = await seedRuns(await open({ now: clock() }));

    for (const field of ['CREATE_TIME', 'NAME'] as const) {
      for (const descending of [true, false]) {
        const [whole] = await store.runPages(QUERY, { field, descending }, ALL);
        const forwards: string[] = [];
        const backwards: string[] = [];
        let [page] = await store.runPages(QUERY, { field, descending }, { limit: 1 });
        for (; page !== undefined && page.items.length > 0; ) {
          forwards.push(...inShort(page));
          const from = page.items.at(-1)?.position;
          [page] = await store.runPages(QUERY, { field, descending }, { limit: 1, from });
        }
        [page] = await store.runPages(QUERY, { field, descending }, { limit: 1, backward: true });
        for (; page !== undefined && page.items.length > 0; ) {
          backwards.unshift(...inShort(page));
          const from = page.items.at(0)?.position;
          [page] = await store.runPages(QUERY, { field, descending }, { limit: 1, from, backward: true });
        }

        expect(forwards).toEqual(inShort(whole));
        expect(backwards).toEqual(inShort(whole));
        expect(forwards).toHaveLength(4);
      }
    }
  });

  it('take tests of the name and bounds of the time', async () => {
    const { store, firstBearerMs } = await seedRuns(await open({ now: clock() }));
    const nightly = { op: 'LIKE', pattern: 'night%', ignoreCase: false } as const;
    const ask = async (query: Partial<RunQuery>) =>
      inShort((await store.runPages({ ...QUERY, ...query }, NEWEST, ALL))[0]);

    expect(await ask({ name: [{ test: nightly, negated: false }] })).toEqual(['nightly in 2 #-', 'nightly in 1 #3']);
    expect(await ask({ name: [{ test: nightly, negated: true }] })).toEqual(['loose in - #5', 'weekly in 1 #4']);
    expect(await ask({ createdFromMs: BigInt(firstBearerMs) })).toEqual(['nightly in 2 #-']);
    expect(await ask({ createdToMs: BigInt(firstBearerMs) - 1n })).toHaveLength(3);
    expect(await ask({ named: undefined })).toEqual(['loose in - #5', 'weekly in 1 #4', 'nightly in 1 #3']);
    expect(await ask({ contextTypes: [], named: undefined })).toEqual([]);
  });

  it('tell of runs that say themselves what they are called and where they belong', async () => {
    const { store } = await seedRuns(await open({ now: clock() }));
    await seedDescribed(store);
    const query = { ...QUERY, contextTypes: [], named: undefined, described: DESCRIBED } as const;
    const workspaces = [2n, 1n, 3n] as ContextId[];

    const [all] = await store.runPages(query, NEWEST, ALL);
    const [last] = await store.runPages(query, NEWEST, { limit: 1, from: all?.items[1]?.position });
    const pages = await store.runPages(query, NEWEST, ALL, workspaces);
    const like = { op: 'LIKE', pattern: '%lost', ignoreCase: false } as const;
    const [named] = await store.runPages({ ...query, name: [{ test: like, negated: false }] }, NEWEST, ALL);

    expect(inShort(all)).toEqual(['lost in - #8', 'b in 1 #7', 'a in 1 #6']);
    expect(inShort(last)).toEqual(['a in 1 #6']);
    expect(pages.map(inShort)).toEqual([[], ['b in 1 #7', 'a in 1 #6'], []]);
    expect(inShort(named)).toEqual(['lost in - #8']);
    expect(await store.runCounts(query)).toEqual([3]);
    expect(await store.runCounts(query, workspaces)).toEqual([0, 2, 0]);
  });

  it('take a run that is a context for another one than a name in another workspace', async () => {
    const { store } = await seedRuns(await open({ now: clock() }));

    const [names] = await store.runPages({ ...QUERY, contextTypes: [] }, NEWEST, ALL);

    expect(inShort(names)).toEqual(['weekly in 1 #-', 'nightly in 2 #-']);
  });
});

/** A clock that moves with every look. */
function clock(): () => number {
  let time = 1_000;
  return () => time++;
}

/**
 * Workspaces 1 and 2; runs: context 3 called `1/nightly` but named nightly, and context 4, both within workspace 1, and
 * context 5 within none. Nodes bear the names of weekly in 1 (hidden by context 4) and of nightly in 2, of which there is
 * no context, and of a run in a workspace that does not exist.
 */
async function seedRuns(
  store: MetadataStore,
): Promise<{ readonly store: MetadataStore; readonly firstBearerMs: number }> {
  return store.transaction(async (transaction) => {
    const { artifact, execution } = await seedTypes(transaction);
    const flags = { kind: 'CONTEXT', canAddFields: false, canOmitFields: false } as const;
    const [workspace, run, otherRun] = await transaction.putTypes([
      { ...flags, name: 'Workspace', properties: new Map() },
      { ...flags, name: 'Run', properties: new Map([['run_name', 'STRING']]) },
      { ...flags, name: 'OtherRun', properties: new Map() },
    ]);
    if (workspace === undefined || run === undefined || otherRun === undefined) throw new Error('types were not put');
    const bears = (workspaceName: string, runName: string) => ({
      properties: new Map(),
      customProperties: new Map([text('in_workspace', workspaceName), text('in_run', runName)]),
    });
    const ids = await transaction.putGraph({
      contexts: [
        { ...BARE, typeId: workspace.id, name: 'first' },
        { ...BARE, typeId: workspace.id, name: 'second' },
        { ...BARE, typeId: run.id, name: '1/nightly', properties: new Map([text('run_name', 'nightly')]) },
        { ...BARE, typeId: otherRun.id, name: 'weekly' },
        { ...BARE, typeId: run.id, name: 'loose' },
      ],
      executions: [
        { ...bears('second', 'nightly'), typeId: execution },
        { ...bears('first', 'weekly'), typeId: execution },
        { ...bears('nowhere', 'nightly'), typeId: execution },
        { ...bears('second', ''), typeId: execution },
      ],
      artifacts: [],
      parentContexts: [2, 3].map((place) => ({ child: { index: place }, parent: { index: 0 } })),
      onExistingEdge: 'FAIL',
    });
    await transaction.putGraph({
      artifacts: [{ ...bears('second', 'nightly'), typeId: artifact }],
      onExistingEdge: 'FAIL',
    });
    const [first] = await transaction.nodesById('EXECUTION', ids.executions);
    return { store, firstBearerMs: first?.createTimeMs ?? 0 };
  });
}

/** Contexts 6 and 7 say that they are runs of workspace 1, 8 of one that does not exist; 9 and 10 say too little. */
async function seedDescribed(store: MetadataStore): Promise<void> {
  await store.transaction(async (transaction) => {
    const properties = new Map([
      ['called', 'STRING'],
      ['inside', 'STRING'],
    ] as const);
    const [type] = await transaction.putTypes([
      { kind: 'CONTEXT', name: 'Said', properties, canAddFields: false, canOmitFields: false },
    ]);
    if (type === undefined) throw new Error('the type was not put');
    const said = [
      [text('called', 'a'), text('inside', 'first')],
      [text('called', 'b'), text('inside', 'first')],
      [text('called', 'lost'), text('inside', 'nowhere')],
      [text('called', 'c')],
      [text('inside', 'first')],
    ];
    await transaction.putGraph({
      contexts: said.map((own, place) => ({
        ...BARE,
        typeId: type.id,
        name: `said ${place}`,
        properties: new Map(own),
      })),
      onExistingEdge: 'FAIL',
    });
  });
}

function text(name: string, value: string): readonly [string, Value] {
  return [name, { type: 'STRING', value }];
}

function inShort(page: Page<RunRecord> | undefined): readonly string[] {
  return (page?.items ?? []).map(
    ({ value }) => `${value.name} in ${value.workspaceId ?? '-'} #${value.contextId ?? '-'}`,
  );
}
