import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Value } from '../../../src/mlmd/model.js';
import { openStore } from '../../../src/mlmd/open.js';
import type { MetadataStore, Page, RunQuery, RunRecord } from '../../../src/mlmd/store.js';
import { temporaryFolder } from '../../support/backends.js';
import { BARE, seedTypes } from '../../support/seed.js';

const QUERY: RunQuery = {
  contextTypes: ['Run'],
  named: { workspaceType: 'Workspace', workspaceKey: 'in_workspace', runKey: 'in_run' },
};
const NEWEST = { field: 'CREATE_TIME', descending: true } as const;
/** More than there are runs, and so no page that the nodes nearby fill. */
const ALL = { limit: 100 };

// A page by time is found by the nodes of that time, of which there must be more than are looked at first.
describe('runs by time, where thousands of nodes name them', () => {
  it.each([NEWEST, { ...NEWEST, descending: false }])(
    'fill pages of any size, whichever way they are read: %j',
    async (order) => {
      const store = await openSeeded();

      const [whole] = await store.runPages(QUERY, order, ALL);
      const runs = inShort(whole);

      expect(runs).toHaveLength(67);
      for (const limit of [5, 45]) {
        const [forwards] = await store.runPages(QUERY, order, { limit });
        const from = forwards?.items.at(-1)?.position;
        const [further] = await store.runPages(QUERY, order, { limit: 5, from });
        const [backwards] = await store.runPages(QUERY, order, { limit, backward: true });
        expect(inShort(forwards)).toEqual(runs.slice(0, limit));
        expect(forwards?.hasMore).toBe(true);
        expect(inShort(further)).toEqual(runs.slice(limit, limit + 5));
        expect(inShort(backwards)).toEqual(runs.slice(-limit));
      }
    },
  );

  it('begin with the first node that bears the name', async () => {
    const store = await openSeeded();

    const [page] = await store.runPages(QUERY, NEWEST, { limit: 4 });

    expect(inShort(page)).toEqual(['run 59 in 2', 'run 58 in 2', 'run 57 in 2', 'run 56 in 2']);
  });

  it('keep to the bounds of the time', async () => {
    const store = await openSeeded();
    const [whole] = await store.runPages(QUERY, NEWEST, ALL);
    const [newest, oldest] = [12, 40].map((place) => BigInt(whole?.items[place]?.value.createTimeMs ?? 0));
    const bounds = { createdFromMs: oldest, createdToMs: newest };

    const [page] = await store.runPages({ ...QUERY, ...bounds }, NEWEST, { limit: 5 });

    expect(inShort(page)).toEqual(inShort(whole).slice(12, 17));
  });
});

/**
 * Workspaces 1 and 2, a run that is a context, and 3,000 artifacts, fifty at a time. Most of each fifty bear the name of a
 * run that begins with them, in workspace 2 and of every tenth in workspace 1 too; of every other fifty, one bears the
 * name of a run that began long before.
 */
async function openSeeded(): Promise<MetadataStore> {
  let time = 1_000;
  const url = `sqlite:${join(await temporaryFolder(), 'mlmd.db')}`;
  const store = await openStore(url, { readOnly: false, now: () => time });
  onTestFinished(() => store.close());
  const nameOf = (place: number) => `run ${String(place).padStart(2, '0')}`;
  await store.transaction(async (transaction) => {
    const { artifact } = await seedTypes(transaction);
    const flags = { kind: 'CONTEXT', canAddFields: false, canOmitFields: false, properties: new Map() } as const;
    const [workspace, run] = await transaction.putTypes([
      { ...flags, name: 'Workspace' },
      { ...flags, name: 'Run' },
    ]);
    if (workspace === undefined || run === undefined) throw new Error('types were not put');
    await transaction.putGraph({
      contexts: [
        { ...BARE, typeId: workspace.id, name: 'first' },
        { ...BARE, typeId: workspace.id, name: 'second' },
        { ...BARE, typeId: run.id, name: 'a context' },
      ],
      onExistingEdge: 'FAIL',
    });
    const bears = (workspaceName: string, runName: string) => ({
      ...BARE,
      typeId: artifact,
      customProperties: new Map([text('in_workspace', workspaceName), text('in_run', runName)]),
    });
    for (let place = 0; place < 60; place += 1) {
      time += 1;
      const artifacts = Array.from({ length: 48 }, () => bears('second', nameOf(place)));
      artifacts.push(bears(place % 10 === 0 ? 'first' : 'second', nameOf(place)));
      artifacts.push(bears('second', nameOf(place % 2 === 0 && place >= 22 ? place - 22 : place)));
      await transaction.putGraph({ artifacts, onExistingEdge: 'FAIL' });
    }
  });
  return store;
}

function text(name: string, value: string): readonly [string, Value] {
  return [name, { type: 'STRING', value }];
}

function inShort(page: Page<RunRecord> | undefined): readonly string[] {
  return (page?.items ?? []).map(({ value }) => `${value.name} in ${value.workspaceId ?? '-'}`);
}
