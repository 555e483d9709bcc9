import { spawnSync } from 'node:child_process';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Value } from '../../src/mlmd/model.js';
import { openStore } from '../../src/mlmd/open.js';
import type { MetadataStore } from '../../src/mlmd/store.js';
import { temporaryFolder } from '../support/backends.js';
import { asOfVersion } from '../support/older-store.js';
import { readEverything } from '../support/read-everything.js';
import { storyClock, tellStory } from '../support/story.js';
import { pythonWith } from './support/python.js';

const python = pythonWith('ml_metadata');

describe.runIf(python !== undefined)('a store that the engine takes back to an older schema', () => {
  it.each([6, 7, 8, 9])('of version %i reads as before, but for what that version cannot hold', async (version) => {
    const path = await fullStore();
    const before = await answersOf(path);
    migrate(path, version);

    const answers = await answersOf(path);

    expect(withoutFilters(answers)).toEqual(withoutFilters(asOfVersion(version, before) as typeof before));
  });

  it.each([6, 7, 8, 9])('of version %i reads as the engine would have it after an upgrade', async (version) => {
    const path = await fullStore();
    migrate(path, version);
    if (version < 8) writeEventsAgain(path);
    const upgraded = join(await temporaryFolder(), 'upgraded.db');
    await copyFile(path, upgraded);
    migrate(upgraded, 10);

    const [answers, wanted] = [await answersOf(path), await answersOf(upgraded)];

    expect(answers).toEqual(wanted);
  });

  it.each([0, 1, 2, 3, 4, 5])('of version %i is refused with what to do about it', async (version) => {
    const path = await fullStore();
    migrate(path, version);

    const opening = openStore(`sqlite:${path}`, { readOnly: true });

    await expect(opening).rejects.toMatchObject({
      code: 'FAILED_PRECONDITION',
      message: expect.stringMatching(
        new RegExp(`schema version ${version}, older than the 6 to 10 handled here\\. Upgrade it`),
      ),
    });
  });
});

/** A store with something in every column. */
async function fullStore(): Promise<string> {
  const path = join(await temporaryFolder(), 'mlmd.db');
  let timeMs = 1_700_000_000_000;
  const now = () => {
    timeMs += 1_000;
    return timeMs;
  };
  const store = await openStore(`sqlite:${path}`, { readOnly: false, now });
  await tellStory(store, storyClock());
  await writeEveryValue(store);
  await store.close();
  return path;
}

const VALUES: ReadonlyMap<string, Value> = new Map<string, Value>([
  ['count', { type: 'INT', value: 2n ** 40n }],
  ['share', { type: 'DOUBLE', value: 0.1 }],
  ['note', { type: 'STRING', value: 'ä note' }],
  ['shape', { type: 'STRUCT', value: { a: [1, 'b'] } }],
  ['any', { type: 'PROTO', value: { typeUrl: 'a/b', value: new Uint8Array([1, 2]) } }],
  ['flag', { type: 'BOOLEAN', value: true }],
]);

async function writeEveryValue(store: MetadataStore): Promise<void> {
  const type = { name: 'Full', version: 'v1', description: 'all', canAddFields: false, canOmitFields: false };
  const node = { properties: new Map(), customProperties: VALUES, externalId: 'key' };
  await store.transaction(async (transaction) => {
    const [artifact, execution, context] = await transaction.putTypes([
      { ...type, kind: 'ARTIFACT', baseType: 'mlmd.Model', externalId: 'type key', properties: new Map() },
      { ...type, kind: 'EXECUTION', properties: new Map(), inputType: '{"none":{}}' },
      { ...type, kind: 'CONTEXT', properties: new Map() },
    ]);
    if (artifact === undefined || execution === undefined || context === undefined) throw new Error('no types');
    await transaction.putGraph({
      artifacts: [{ ...node, typeId: artifact.id, name: 'a', uri: 's3://a', state: 'LIVE' }],
      executions: [{ ...node, typeId: execution.id, state: 'CACHED' }],
      contexts: [
        { ...node, typeId: context.id, name: 'c' },
        { ...node, externalId: undefined, typeId: context.id, name: 'child' },
      ],
      parentContexts: [{ child: { index: 1 }, parent: { index: 0 } }],
      events: [
        { artifact: { index: 0 }, execution: { index: 0 }, type: 'INPUT', path: [{ key: 'k' }, { index: 3n }] },
        { artifact: { index: 0 }, execution: { index: 0 }, type: 'OUTPUT', path: [] },
      ],
      onExistingEdge: 'FAIL',
    });
  });
}

/** Each event again, some of them twice, with other times and paths. */
function writeEventsAgain(path: string): void {
  const database = new Database(path);
  database.exec(`
    insert into Event (artifact_id, execution_id, type, milliseconds_since_epoch)
      select artifact_id, execution_id, type, id from Event order by id desc;
    insert into Event (artifact_id, execution_id, type, milliseconds_since_epoch)
      select artifact_id, execution_id, type, 5 from Event where id % 3 = 0;
    insert into EventPath select id, 0, null, 'again ' || id from Event where milliseconds_since_epoch < 1000`);
  database.close();
}

function migrate(path: string, version: number): void {
  const script = join(import.meta.dirname, 'migrate.py');
  const { status, stderr } = spawnSync(python ?? '', [script, path, String(version)], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`migrate.py: ${stderr}`);
}

async function answersOf(path: string): Promise<Readonly<Record<string, unknown>>> {
  const store = await openStore(`sqlite:${path}`, { readOnly: true });
  onTestFinished(() => store.close());
  return readEverything(store);
}

/** A filter on what an older version cannot hold finds nothing there. */
function withoutFilters(answers: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(answers).filter(([name]) => !/^filters of|external id/.test(name)));
}
