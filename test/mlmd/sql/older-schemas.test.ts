import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { pino } from 'pino';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ArtifactId, ExecutionId, NodeRef } from '../../../src/mlmd/model.js';
import { openStore } from '../../../src/mlmd/open.js';
import type { MetadataStore } from '../../../src/mlmd/store.js';
import { asOfVersion, OLDER_STORES, type OlderStore, olderStore } from '../../support/older-store.js';
import { readEverything } from '../../support/read-everything.js';

describe.each(OLDER_STORES)('a store of schema version $version', ({ version, file, of }) => {
  it('answers every read as the store that it was made of, and stays as it is', async () => {
    const path = await olderStore(file);
    const before = await digest(path);
    const original = await open(join(import.meta.dirname, `../../fixtures/${of}.mlmd`));

    const store = await open(path);
    const [answers, wanted] = [await readEverything(store), await readEverything(original)];

    expect(answers).toEqual(asOfVersion(version, wanted));
    expect(await store.describe()).toEqual({ backend: 'sqlite', schemaVersion: version, readOnly: true });
    await store.close();
    expect(await digest(path)).toBe(before);
  });

  it('is opened for reading only also when writing is asked for, with a word about it', async () => {
    const path = await olderStore(file);
    const before = await digest(path);
    const said: string[] = [];
    const log = pino({}, { write: (line: string) => said.push((JSON.parse(line) as { readonly msg: string }).msg) });

    const store = await openStore(`sqlite:${path}`, { readOnly: false, log });
    const { readOnly } = await store.describe();
    const writing = store.transaction((transaction) => transaction.putTypes([]));

    expect(readOnly).toBe(true);
    await expect(writing).rejects.toMatchObject({ code: 'READ_ONLY' });
    await store.close();
    expect(said).toEqual([expect.stringMatching(/^reading the store only.*older than version 10.*upgrades it/)]);
    expect(await digest(path)).toBe(before);
  });
});

describe.each<readonly [version: number, file: OlderStore]>([
  [6, 'kubeflow-6'],
  [7, 'tfx-7'],
])('an event that was written again at schema version %i', (_, file) => {
  it('is there once, with the time and the path of the newest', async () => {
    const path = await olderStore(file);
    const { artifactId, executionId } = writeEventAgain(path);
    const ends = [[artifactId], [executionId]] as const;
    const nodes: readonly NodeRef[] = [
      { kind: 'ARTIFACT', id: artifactId },
      { kind: 'EXECUTION', id: executionId },
    ];

    const store = await open(path);
    const between = (await store.eventsBetween(...ends)).filter(({ type }) => type === 'INTERNAL_INPUT');
    const whole = (await store.eventsOf('ARTIFACT', ends[0])).filter(({ type }) => type === 'INTERNAL_INPUT');
    const pages = await store.eventPages(nodes, { direction: 'DOWNSTREAM', types: ['INTERNAL_INPUT'] }, { limit: 9 });
    const counts = await store.eventCounts(nodes, { direction: 'DOWNSTREAM', types: ['INTERNAL_INPUT'] });

    const newest = { artifactId, executionId, type: 'INTERNAL_INPUT', timeMs: 20n, path: [{ key: 'new' }] };
    expect(between).toEqual([newest]);
    expect(whole).toEqual([newest]);
    expect(pages[0]?.items.map(({ value }) => value)).toEqual([newest]);
    expect(counts[0]).toEqual({ events: 1, neighbors: 1 });
  });
});

describe('a plan over an older schema', () => {
  it.each(OLDER_STORES)('of version $version looks things up by index', async ({ file }) => {
    const path = await olderStore(file);
    const statements: string[] = [];
    const store = await openStore(`sqlite:${path}`, { readOnly: true, onStatement: (text) => statements.push(text) });
    onTestFinished(() => store.close());
    const [artifact, execution] = [1n as ArtifactId, 1n as ExecutionId];
    const nodes: readonly NodeRef[] = [
      { kind: 'ARTIFACT', id: artifact },
      { kind: 'EXECUTION', id: execution },
    ];
    const everything = { op: 'AND', of: [] } as const;

    await store.types();
    expect(statements.splice(0).join()).not.toMatch(/from \(select older[^()]*from \(select older/);
    await store.nodesById('ARTIFACT', [artifact]);
    await store.nodePages('EXECUTION', {
      filter: everything,
      order: { field: 'CREATE_TIME', descending: true },
      page: { limit: 9 },
    });
    await store.eventPages(nodes, { direction: 'DOWNSTREAM' }, { limit: 9 });
    await store.eventCounts(nodes, { direction: 'UPSTREAM' });
    await store.eventsBetween([artifact], [execution]);
    await store.eventsOf('EXECUTION', [execution]);

    expect(statements.length).toBeGreaterThan(7);
    for (const plan of plansOf(path, statements)) {
      const walked = plan.replace(/SCAN (n|older) USING COVERING INDEX idx_execution_create_time_since_epoch/, 'WALK');
      // Version 6 has no index for the steps of a path, so SQLite makes one for the length of a statement.
      const scanned = walked.replace(/SCAN step$|AUTOMATIC .*INDEX \(event_id=\?\)/gm, 'STEPS').replaceAll(DERIVED, '');
      expect(scanned).not.toMatch(/SCAN |AUTOMATIC/);
    }
  });
});

/** What a plan scans that is no table: parameters and its own intermediate results. */
const DERIVED = /SCAN (json_each VIRTUAL TABLE INDEX 1:|m|x|page|found|\(subquery-\d+\))$/gm;

async function open(path: string): Promise<MetadataStore> {
  const store = await openStore(`sqlite:${path}`, { readOnly: true });
  onTestFinished(() => store.close());
  return store;
}

async function digest(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
}

/** Writes one event of the first artifact and execution twice, as releases of that time let a client do. */
function writeEventAgain(path: string) {
  const database = new Database(path);
  database.exec(`
    insert into Event (id, artifact_id, execution_id, type, milliseconds_since_epoch) values (9001, 1, 1, 5, 10), (9002, 1, 1, 5, 20);
    insert into EventPath values (9001, 0, null, 'old'), (9002, 0, null, 'new')`);
  database.close();
  return { artifactId: 1n as ArtifactId, executionId: 1n as ExecutionId };
}

function plansOf(path: string, statements: readonly string[]): readonly string[] {
  const database = new Database(path, { readonly: true });
  const plans = statements.map((text) => {
    const parameters = (text.match(/\?/g) ?? []).map(() => 1);
    const steps = database.prepare<unknown[], { detail: string }>(`explain query plan ${text}`).all(...parameters);
    return steps.map(({ detail }) => detail).join('\n');
  });
  database.close();
  return plans;
}
