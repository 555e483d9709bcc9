import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { archive } from '../../src/archive/archive.js';
import { openStore } from '../../src/mlmd/open.js';
import { schema, startTestApi } from '../support/api.js';
import { temporaryFolder } from '../support/backends.js';
import { everythingOf } from '../support/everything.js';
import { OLDER_STORES, olderStore } from '../support/older-store.js';
import { readEverything } from '../support/read-everything.js';
import { openService, serveStore } from '../support/served-store.js';
import { storyClock, tellStory } from '../support/story.js';
import { allRows } from '../support/table-rows.js';

const QUIET = { begin() {}, resume() {}, advance() {}, note() {}, end() {} };
const LIMITS = { maxDepth: 100, maxAliases: 1e9, maxBreadth: 1e15, maxCost: 1e15, deadlineMs: 60_000 };
const WRITERS = ['cmf', 'kubeflow', 'tfx', 'our story'] as const;

/** A store of its own for the test. */
async function writtenBy(name: (typeof WRITERS)[number]): Promise<string> {
  const path = join(await temporaryFolder(), 'store.db');
  if (name === 'our story') {
    const now = storyClock();
    const store = await openStore(`sqlite:${path}`, { readOnly: false, now: () => now().getTime() });
    await tellStory(store, now);
    await store.close();
    return path;
  }
  await copyFile(fileURLToPath(new URL(`../fixtures/${name}.mlmd`, import.meta.url)), path);
  return path;
}

async function open(url: string) {
  const store = await openStore(url, { readOnly: true });
  onTestFinished(() => store.close());
  return store;
}

async function archiveOf(store: Awaited<ReturnType<typeof open>>, path: string): Promise<string> {
  const file = `${path}.archive`;
  await archive({ store, source: path, file, progress: QUIET, signal: new AbortController().signal });
  return file;
}

async function everythingIn(store: Awaited<ReturnType<typeof open>>): Promise<unknown> {
  const api = await startTestApi(store, { limits: LIMITS });
  const all = (list: string, type: string) =>
    `${list}(first: 100) { totalCount nodes ${everythingOf(schema, type, 2, 'first: 3')} }`;
  return api.read(`{
    ${all('workspaces', 'Workspace')} ${all('runs', 'Run')} ${all('executions', 'Execution')}
    ${all('artifacts', 'Artifact')} ${all('contexts', 'Context')} ${all('types', 'TypeDefinition')}
  }`);
}

it.each(WRITERS)('an archive of what %s wrote answers as the store does', async (name) => {
  const path = await writtenBy(name);
  const store = await open(`sqlite:${path}`);

  const file = await archiveOf(store, path);

  expect(await everythingIn(await open(`sqlite:${file}`))).toEqual(await everythingIn(store));
});

it.each(OLDER_STORES)('an archive of schema version $version answers as the store does', async ({ file }) => {
  const path = await olderStore(file);
  const store = await open(`sqlite:${path}`);

  const archived = await open(`sqlite:${await archiveOf(store, path)}`);

  expect(await readEverything(archived)).toEqual(await readEverything(store));
  expect((await archived.describe()).schemaVersion).toBe(10);
});

/** Tables of whose ids the protocol does not tell. */
const HIDDEN = ['Event', 'Association', 'Attribution'];

/** The rows without the ids that are hidden; the steps of paths go with their events. */
function toldRows(path: string) {
  const { EventPath: paths = [], ...tables } = allRows(path) as Readonly<
    Record<string, readonly (readonly string[])[]>
  >;
  const steps = (event: string | undefined) => paths.filter(([id]) => id === event).map(([, ...step]) => step);
  return Object.fromEntries(
    Object.entries(tables).map(([table, rows]) => {
      if (!HIDDEN.includes(table)) return [table, rows];
      const told = rows.map(([id, ...cells]) => JSON.stringify(table === 'Event' ? [cells, steps(id)] : cells));
      return [table, told.sort()];
    }),
  );
}

it.each(WRITERS)('an archive of what %s wrote is the same when it is read over gRPC', async (name) => {
  const path = await writtenBy(name);
  const service = await openService(await serveStore(await open(`sqlite:${path}`)), { readOnly: true });

  const file = await archiveOf(service, path);

  expect(toldRows(file)).toEqual(toldRows(path));
});
