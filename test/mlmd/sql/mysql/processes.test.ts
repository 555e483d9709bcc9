import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Filter } from '../../../../src/mlmd/filter/filter.js';
import { openStore } from '../../../../src/mlmd/open.js';
import { freshMysql, mysqlServer } from '../../../support/mysql-store.js';

const WRITER = join(import.meta.dirname, '../../../support/writer.mjs');
const EVERYTHING: Filter = { op: 'AND', of: [] };

describe.skipIf(mysqlServer === undefined)('four processes that begin at once', () => {
  it('make one store in an empty database, with each type once, and lose nothing', async () => {
    const url = await freshMysql();

    const writers = ['one', 'two', 'three', 'four'].map((name) =>
      spawn(process.execPath, [WRITER, url, name, '10'], { stdio: ['ignore', 'ignore', 'inherit'] }),
    );
    const codes = await Promise.all(writers.map((writer) => once(writer, 'exit')));

    expect(codes.map(([code]) => code)).toEqual([0, 0, 0, 0]);
    const store = await openStore(url, { readOnly: true });
    expect(await store.nodeCounts('EXECUTION', EVERYTHING)).toEqual([40]);
    expect(await store.nodeCounts('ARTIFACT', EVERYTHING)).toEqual([120]);
    expect((await store.types()).filter(({ name }) => name === 'Thing' || name === 'Step')).toHaveLength(2);
    expect(await store.types()).toHaveLength(11);
    await store.close();
  });
});
