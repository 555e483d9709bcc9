import { execFileSync } from 'node:child_process';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { create, toBinary } from '@bufbuild/protobuf';
import { AnySchema, anyPack, StructSchema } from '@bufbuild/protobuf/wkt';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { archive } from '../../src/archive/archive.js';
import { openStore } from '../../src/mlmd/open.js';
import { encodeStruct, STRUCT_PREFIX } from '../../src/mlmd/struct.js';
import { temporaryFolder } from '../support/backends.js';
import { OLDER_STORES, olderStore } from '../support/older-store.js';
import { storyClock, tellStory } from '../support/story.js';
import { allRows } from '../support/table-rows.js';
import { Engine } from './support/engine.js';
import { pythonWith } from './support/python.js';

const python = pythonWith('ml_metadata');

const QUIET = { begin() {}, resume() {}, advance() {}, note() {}, end() {} };

/** Opens a store and has the engine bring it to its own schema version. */
const UPGRADE = `
import sys
from ml_metadata import metadata_store
from ml_metadata.proto import metadata_store_pb2
config = metadata_store_pb2.ConnectionConfig()
config.sqlite.filename_uri = sys.argv[1]
metadata_store.MetadataStore(config, enable_upgrade_migration=True)
`;

/** What tells all that there is, of up to a hundred nodes of each kind. */
const IDS = Array.from({ length: 100 }, (_, place) => String(place + 1));
const READS = [
  ['GetArtifacts', {}],
  ['GetExecutions', {}],
  ['GetContexts', {}],
  ['GetArtifactTypes', {}],
  ['GetExecutionTypes', {}],
  ['GetContextTypes', {}],
  ['GetEventsByArtifactIDs', { artifact_ids: IDS }],
  ['GetEventsByExecutionIDs', { execution_ids: IDS }],
  ...IDS.map((id) => ['GetArtifactsByContext', { context_id: id }] as const),
  ...IDS.map((id) => ['GetExecutionsByContext', { context_id: id }] as const),
  ...IDS.map((id) => ['GetParentContextsByContext', { context_id: id }] as const),
] as const;

async function answersOf(path: string) {
  const engine = new Engine(python ?? '', path);
  onTestFinished(() => engine.close());
  return Promise.all(READS.map(([method, request]) => engine.call(method, request)));
}

async function archiveOf(path: string): Promise<string> {
  const store = await openStore(`sqlite:${path}`, { readOnly: true });
  onTestFinished(() => store.close());
  const file = `${path}.archive`;
  await archive({ store, source: path, file, progress: QUIET, signal: new AbortController().signal });
  return file;
}

describe.skipIf(python === undefined)('the engine', () => {
  it.each(['cmf', 'kubeflow', 'tfx'])('reads of an archive what it reads of the store that %s wrote', async (name) => {
    const path = join(await temporaryFolder(), 'store.db');
    await copyFile(fileURLToPath(new URL(`../fixtures/${name}.mlmd`, import.meta.url)), path);

    const file = await archiveOf(path);

    expect(await answersOf(file)).toEqual(await answersOf(path));
  });

  it('reads of an archive every value that we wrote, and writes on into it', async () => {
    const path = join(await temporaryFolder(), 'store.db');
    const now = storyClock();
    const store = await openStore(`sqlite:${path}`, { readOnly: false, now: () => now().getTime() });
    await tellStory(store, now);
    await store.close();
    // The engine's answers come to us as JSON, which has no NaN, and knows no message but the usual ones.
    const database = new Database(path);
    const any = anyPack(StructSchema, create(StructSchema, { fields: {} }));
    const proto = Buffer.from(toBinary(AnySchema, any)).toString('base64');
    const struct = Buffer.from(encodeStruct({ columns: [1, 'two', null, { three: true }] })).toString('base64');
    const update = 'update ArtifactProperty set';
    database.prepare(`${update} proto_value = ? where name = 'raw'`).run(proto);
    database.prepare(`${update} string_value = ? where name = 'layout'`).run(STRUCT_PREFIX + struct);
    database.close();

    const file = await archiveOf(path);
    const answers = await answersOf(file);
    const engine = new Engine(python ?? '', file);
    onTestFinished(() => engine.close());
    const type = { name: 'later' };
    const { type_id: typeId } = await engine.call('PutArtifactType', { artifact_type: type });

    expect(answers).toEqual(await answersOf(path));
    expect(await engine.call('PutArtifacts', { artifacts: [{ type_id: typeId ?? null, name: 'x' }] })).toEqual({
      artifact_ids: ['7'],
    });
  });

  it.each(OLDER_STORES)('upgrades a store of schema version $version to what its archive is', async ({ file }) => {
    const path = await olderStore(file);

    const archived = allRows(await archiveOf(path));
    execFileSync(python ?? '', ['-c', UPGRADE, path]);

    expect(archived).toEqual(allRows(path));
  });
});
