import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parseJson } from '../../src/conventions/index.js';
import { exportCmf, importCmf, readDocument } from '../../src/exchange/cmf/index.js';
import { EVERYTHING } from '../../src/mlmd/filter/filter.js';
import type { NodeKind } from '../../src/mlmd/model.js';
import { openStore } from '../../src/mlmd/open.js';
import type { MetadataStore } from '../../src/mlmd/store.js';
import { backends, temporaryFolder } from '../support/backends.js';

const FIXTURE = fileURLToPath(new URL('../fixtures/cmf.mlmd', import.meta.url));
const PIPELINES = ['Test-env', 'Reuse-env'];

async function openFixture(): Promise<MetadataStore> {
  const path = join(await temporaryFolder(), 'cmf.mlmd');
  copyFileSync(FIXTURE, path);
  const store = await openStore(`sqlite:${path}`, { readOnly: false });
  onTestFinished(() => store.close());
  return store;
}

async function exported(store: MetadataStore, pipeline: string, execUuid?: string): Promise<string> {
  let text = '';
  for await (const piece of (await exportCmf(store, pipeline, { execUuid })) ?? []) text += piece;
  return text;
}

function documentOf(text: string) {
  const tree = parseJson(text);
  if (tree === undefined) throw new Error('the export is not JSON');
  return readDocument(tree);
}

async function counts(store: MetadataStore): Promise<readonly number[]> {
  const kinds: readonly NodeKind[] = ['CONTEXT', 'EXECUTION', 'ARTIFACT'];
  const nodes = await Promise.all(kinds.map(async (kind) => (await store.nodeCounts(kind, EVERYTHING))[0] ?? 0));
  const order = { field: 'ID', descending: false } as const;
  const [page] = await store.nodePages('EXECUTION', { filter: EVERYTHING, order, page: { limit: 100 } });
  const events = await store.eventsOf('EXECUTION', page?.items.map(({ value }) => value.id) ?? []);
  return [...nodes, events.length];
}

describe.each(backends)('$name: CMF documents', ({ open }) => {
  it('are imported with everything in them, and twice adds nothing', async () => {
    const fixture = await openFixture();
    const documents = await Promise.all(PIPELINES.map(async (name) => documentOf(await exported(fixture, name))));
    const store = await open();

    const first = [];
    for (const document of documents) first.push(await importCmf(store, document));
    const before = await counts(store);
    const second = [];
    for (const document of documents) second.push(await importCmf(store, document));

    expect(first.map(({ created }) => created)).toEqual([
      { pipelines: 1, stages: 5, executions: 7, artifacts: 19, events: 33 },
      { pipelines: 1, stages: 1, executions: 1, artifacts: 2, events: 4 },
    ]);
    expect(second.map(({ status }) => status)).toEqual(['UNCHANGED', 'UNCHANGED']);
    expect(before).toEqual(await counts(fixture));
    expect(await counts(store)).toEqual(before);
  });
});
