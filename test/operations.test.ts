import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../src/mlmd/open.js';
import type { MetadataStore } from '../src/mlmd/store.js';
import { startApi } from './support/api.js';
import { openService, serveStore } from './support/served-store.js';
import { storyClock, tellStory } from './support/story.js';

/** A golden file: what is sent beside the operation of the same name, and what comes back. */
interface Golden {
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly answer: unknown;
}

const FOLDER = new URL('operations/', import.meta.url);
const NAMES = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.graphql'))
  .map((file) => file.slice(0, -'.graphql'.length));

let folder: string;
let told: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mlmd-operations-'));
  told = join(folder, 'told.db');
  const now = storyClock();
  const store = await openStore(`sqlite:${told}`, { readOnly: false, now: () => now().getTime() });
  await tellStory(store, now);
  await store.close();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** How the store of an operation is reached, and which operations are answered as their files say. */
interface Reached {
  readonly name: string;
  readonly open: (file: MetadataStore) => Promise<MetadataStore>;
  readonly operations: readonly string[];
}

const STORES: readonly Reached[] = [
  { name: 'a file', open: async (file) => file, operations: NAMES },
  {
    name: 'our own gRPC service',
    open: async (file) => openService(await serveStore(file)),
    // What `server` tells of the store is not the same of a service.
    operations: NAMES.filter((name) => name !== 'server'),
  },
];

// The answers are the API's examples. `npm run test:update` writes them anew; their difference is read like code.
describe.each(STORES)('over $name, the operation', ({ open, operations, name: over }) => {
  it.each(operations)('%s is answered over HTTP as its file says', async (name) => {
    const path = new URL(`${name}.json`, FOLDER);
    const golden = readGolden(path);

    const query = readFileSync(new URL(`${name}.graphql`, FOLDER), 'utf8');
    const answer = await answerTo(open, query, golden?.variables, `${over} ${name}`);

    if (process.env.UPDATE_OPERATIONS === 'yes') {
      const variables = golden?.variables === undefined ? {} : { variables: golden.variables };
      writeFileSync(path, `${JSON.stringify({ ...variables, answer }, undefined, 2)}\n`);
    } else {
      expect(answer).toEqual(golden?.answer);
    }
  });
});

function readGolden(path: URL): Golden | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (process.env.UPDATE_OPERATIONS === 'yes') return undefined;
    throw error;
  }
}

/** Each operation gets a store of its own that tells the story, so that none depends on another. */
async function answerTo(
  open: (file: MetadataStore) => Promise<MetadataStore>,
  query: string,
  variables: Golden['variables'],
  name: string,
): Promise<unknown> {
  const path = join(folder, `${name}.db`);
  copyFileSync(told, path);
  const now = () => new Date('2026-11-23T08:00:00.000Z');
  const file = await openStore(`sqlite:${path}`, { readOnly: false, now: () => now().getTime() });
  const api = await startApi(await open(file), { now });
  try {
    const answer = JSON.stringify(await api.ask(query, variables));
    // The id under which the log tells more is another each time.
    return JSON.parse(answer.replaceAll(/"errorId":"[^"]+"/g, '"errorId":"(an id)"'));
  } finally {
    await api.stop();
    await file.close();
  }
}
