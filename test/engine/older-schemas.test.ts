import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { Value } from '../../src/mlmd/model.js';
import { openStore } from '../../src/mlmd/open.js';
import type { MetadataStore } from '../../src/mlmd/store.js';
import { recordDemo } from '../../src/recording/index.js';
import { temporaryFolder } from '../support/backends.js';
import { freshMysql, mysqlServer, queryMysql } from '../support/mysql-store.js';
import { asOfVersion } from '../support/older-store.js';
import { readEverything } from '../support/read-everything.js';
import { storyClock } from '../support/story.js';
import { pythonWith } from './support/python.js';

const python = pythonWith('ml_metadata');

/** Where a store can be kept that the engine takes back. PostgreSQL is not among them: MLMD learnt it at version 10. */
interface Place {
  readonly name: string;
  /** @returns the URL of an empty one, which is gone when the test is over. */
  readonly fresh: () => Promise<string>;
  readonly run: (url: string, statements: readonly string[]) => Promise<void>;
}

const PLACES: readonly Place[] = [
  {
    name: 'SQLite',
    fresh: async () => `sqlite:${join(await temporaryFolder(), 'mlmd.db')}`,
    run: async (url, statements) => {
      new Database(url.slice('sqlite:'.length)).exec(statements.join(';')).close();
    },
  },
  ...(mysqlServer === undefined
    ? []
    : [
        {
          name: 'MariaDB',
          fresh: freshMysql,
          run: async (url: string, statements: readonly string[]) => {
            for (const statement of statements) await queryMysql(url, statement);
          },
        },
      ]),
];

describe.runIf(python !== undefined).each(PLACES)('a store in $name that the engine takes back', ({ fresh, run }) => {
  it.each([6, 7, 8, 9])('to version %i reads as before, but for what that version cannot hold', async (version) => {
    const url = await fullStore(await fresh());
    const before = await answersOf(url);
    migrate(url, version);

    const answers = await answersOf(url);

    expect(withoutFilters(answers)).toEqual(withoutFilters(asOfVersion(version, before) as typeof before));
  });

  it.each([6, 7, 8, 9])('to version %i reads as the engine would have it after an upgrade', async (version) => {
    const url = await fullStore(await fresh());
    migrate(url, version);
    if (version < 8) await run(url, EVENTS_AGAIN);
    const answers = await answersOf(url);
    migrate(url, 10);

    const wanted = await answersOf(url);

    expect(answers).toEqual(wanted);
  });

  it.each([0, 1, 4, 5])('to version %i is refused with what to do about it', async (version) => {
    const url = await fullStore(await fresh());
    migrate(url, version);

    const opening = openStore(url, { readOnly: true });

    await expect(opening).rejects.toMatchObject({
      code: 'FAILED_PRECONDITION',
      message: expect.stringMatching(
        new RegExp(`schema version ${version}, older than the 6 to 10 handled here\\. Upgrade it`),
      ),
    });
  });
});

/** Fills a store with something in every column. @returns its URL. */
async function fullStore(url: string): Promise<string> {
  let timeMs = 1_700_000_000_000;
  const now = () => {
    timeMs += 1_000;
    return timeMs;
  };
  const store = await openStore(url, { readOnly: false, now, likeEngine: true });
  await recordDemo(store, { now: storyClock() });
  await writeEveryValue(store);
  await store.close();
  return url;
}

const VALUES: ReadonlyMap<string, Value> = new Map<string, Value>([
  ['count', { type: 'INT', value: 2n ** 30n }],
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

/** Writes each event again, some of them twice, with other times and paths. */
const EVENTS_AGAIN = [
  `insert into Event (artifact_id, execution_id, type, milliseconds_since_epoch)
    select artifact_id, execution_id, type, id from Event order by id desc`,
  `insert into Event (artifact_id, execution_id, type, milliseconds_since_epoch)
    select artifact_id, execution_id, type, 5 from Event where id % 3 = 0`,
  `insert into EventPath select id, 0, null, concat('again ', id) from Event where milliseconds_since_epoch < 1000`,
];

function migrate(url: string, version: number): void {
  const script = join(import.meta.dirname, 'migrate.py');
  const place = url.replace(/^sqlite:/, '');
  const { status, stderr } = spawnSync(python ?? '', [script, place, String(version)], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`migrate.py: ${stderr}`);
}

async function answersOf(url: string): Promise<Readonly<Record<string, unknown>>> {
  const store = await openStore(url, { readOnly: true });
  try {
    return await readEverything(store);
  } finally {
    await store.close();
  }
}

/** A filter on what an older version cannot hold finds nothing there. */
function withoutFilters(answers: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(answers).filter(([name]) => !/^filters of|external id/.test(name)));
}
