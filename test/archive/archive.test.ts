import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { archive } from '../../src/archive/archive.js';
import type { Progress } from '../../src/archive/progress.js';
import { openStore } from '../../src/mlmd/open.js';
import { temporaryFolder } from '../support/backends.js';
import { manyRows } from '../support/many-rows.js';
import { allRows } from '../support/table-rows.js';

const SILENT: Progress = { begin() {}, resume() {}, advance() {}, note() {}, end() {} };

interface Options {
  readonly progress?: Partial<Progress>;
  readonly artifacts?: number;
  readonly signal?: AbortSignal;
}

/** A store and the means to archive it while something happens. */
async function openPair({ artifacts = 10 }: Options = {}) {
  const folder = await temporaryFolder();
  const path = join(folder, 'store.db');
  await manyRows(path, artifacts);
  const store = await openStore(`sqlite:${path}`, { readOnly: true });
  onTestFinished(() => store.close());
  const source = new Database(path);
  onTestFinished(() => void source.close());
  const notes: string[] = [];
  const note = (message: string) => void notes.push(message);
  const file = join(folder, 'archive.db');
  const make = ({ progress, signal = new AbortController().signal }: Options = {}) =>
    archive({ store, source: 'sqlite:store', file, progress: { ...SILENT, note, ...progress }, signal });
  return { folder, path, file, source, notes, make };
}

/** Does something once, when the rows are to be compared. */
function beforeComparing(work: () => void): Partial<Progress> {
  return { begin: (phase) => phase === 'VERIFY' && work() };
}

describe('an archive', () => {
  it('copies again what was changed in the store meanwhile', async () => {
    const { path, file, source, notes, make } = await openPair();

    await make({
      progress: beforeComparing(() => {
        source.exec("update Artifact set uri = 's3://elsewhere' where id = 4");
        source.exec("delete from ArtifactProperty where artifact_id = 5 and name = 'rows'");
        source.exec(
          "insert into ArtifactProperty (artifact_id, name, is_custom_property, bool_value) values (6, 'new', 1, 0)",
        );
      }),
    });

    expect(notes).toEqual([
      'Artifact 4 differs from the archive in uri; copied again.',
      expect.stringMatching(/^ArtifactProperty 5 .*; copied again\.$/),
    ]);
    expect(allRows(file)).toEqual(allRows(path));
  });

  it('leaves out the rows that were added meanwhile, and says so', async () => {
    const { path, file, source, make } = await openPair();
    const before = allRows(path);

    const { grown } = await make({
      progress: beforeComparing(() => source.exec("insert into Artifact (id, type_id, name) values (11, 10, 'late')")),
    });

    expect(allRows(file)).toEqual(before);
    expect(grown).toEqual([{ table: 'Artifact', beyond: 10n }]);
  });

  it('is given up after three times where the store changes all the time, and names the row', async () => {
    const { folder, source, make } = await openPair();
    const change = () =>
      void source.exec('update Event set milliseconds_since_epoch = milliseconds_since_epoch + 1 where id = 3');

    const made = make({ progress: { ...beforeComparing(change), note: change } });

    await expect(made).rejects.toMatchObject({
      code: 'ABORTED',
      message: expect.stringContaining('Event 3 differs from the archive in milliseconds_since_epoch'),
    });
    expect(await readdir(folder)).not.toContain('archive.db');
  });

  it('goes on from where it was broken off, at any chunk', async () => {
    const { path, file, make } = await openPair({ artifacts: 6_000 });
    for (let chunks = 1; chunks < 6; chunks += 1) {
      const stop = new AbortController();
      let seen = 0;
      const advance = (_table: string, rows: number) => {
        if (rows > 0 && ++seen === chunks) stop.abort(new Error('enough'));
      };
      await expect(make({ signal: stop.signal, progress: { advance } })).rejects.toThrow('enough');
    }

    const resumed: string[] = [];
    await make({ progress: { resume: (table) => void resumed.push(table) } });

    expect(resumed).toContain('ArtifactProperty');
    expect(allRows(file)).toEqual(allRows(path));
  });

  it("is refused for a store that breaks one of MLMD's keys, by the row", async () => {
    const { source, make } = await openPair();
    source.exec(`alter table Event rename to Old; create table Event as select * from Old; drop table Old;
      insert into Event select 99, artifact_id, execution_id, type, 5 from Event where id = 2`);

    await expect(make()).rejects.toMatchObject({
      code: 'FAILED_PRECONDITION',
      message: expect.stringContaining('Event 99 has the same artifact_id and execution_id and type as another row'),
    });
  });
});
