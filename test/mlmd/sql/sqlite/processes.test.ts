import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Filter } from '../../../../src/mlmd/filter/filter.js';
import type { ExecutionId } from '../../../../src/mlmd/model.js';
import { openStore } from '../../../../src/mlmd/open.js';
import { temporaryFolder } from '../../../support/backends.js';

const REAL_STORE = join(import.meta.dirname, '../../../fixtures/kubeflow.mlmd');
const WRITER = join(import.meta.dirname, '../../../support/writer.mjs');
const EVERYTHING: Filter = { op: 'AND', of: [] };

describe('a process that is killed while it writes', () => {
  it.each(['our own', "another program's"])(
    'leaves every answered write whole in %s file, and no half',
    async (whose) => {
      const path = join(await temporaryFolder(), 'mlmd.db');
      if (whose !== 'our own') await copyFile(REAL_STORE, path);

      let acknowledged = 0;
      for (let round = 0; round < 3; round += 1) {
        const writer = startWriter(path, `round ${round}`);
        acknowledged += await linesUntilKilled(writer, 5 + round * 7);
      }

      const steps = await stepsOf(path);
      expect(steps.length).toBeGreaterThanOrEqual(acknowledged);
      expect(steps.every((events) => events === 3)).toBe(true);
      expect(acknowledged).toBeGreaterThanOrEqual(5 + 12 + 19);
    },
  );
});

describe('two processes', () => {
  it.each(['one that is not there yet', "another program's"])(
    'write to one file, %s, and lose nothing',
    async (whose) => {
      const path = join(await temporaryFolder(), 'mlmd.db');
      if (whose !== 'one that is not there yet') await copyFile(REAL_STORE, path);
      const before = whose === 'one that is not there yet' ? 0 : 4;

      const writers = ['one', 'two'].map((name) => startWriter(path, name, 20));
      const codes = await Promise.all(writers.map((writer) => once(writer, 'exit')));

      expect(codes.map(([code]) => code)).toEqual([0, 0]);
      expect(await stepsOf(path)).toHaveLength(40);
      const store = await openStore(`sqlite:${path}`, { readOnly: true });
      expect(await store.nodeCounts('EXECUTION', EVERYTHING)).toEqual([40 + before]);
      expect((await store.types()).filter(({ name }) => name === 'Thing')).toHaveLength(1);
      await store.close();
    },
  );
});

function startWriter(path: string, name: string, count?: number): ChildProcess {
  const limit = count === undefined ? [] : [String(count)];
  const writer = spawn(process.execPath, [WRITER, `sqlite:${path}`, name, ...limit], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void writer.kill('SIGKILL'));
  return writer;
}

/** Kills a writer when it has said so many lines. @returns how many it had said in the end. */
async function linesUntilKilled(writer: ChildProcess, count: number): Promise<number> {
  if (writer.stdout === null) throw new Error('the writer says nothing');
  let lines = 0;
  for await (const _ of createInterface({ input: writer.stdout })) {
    lines += 1;
    if (lines === count) writer.kill('SIGKILL');
  }
  return lines;
}

/** How many events each step has that the writers made. */
async function stepsOf(path: string): Promise<readonly number[]> {
  const store = await openStore(`sqlite:${path}`, { readOnly: true });
  const ofWriters: Filter = { op: 'COLUMN', column: 'typeName', test: STEP };
  const [page] = await store.nodePages('EXECUTION', {
    filter: ofWriters,
    order: { field: 'ID', descending: false },
    page: { limit: 10_000 },
  });
  const ids = (page?.items ?? []).map(({ value }) => value.id as ExecutionId);
  const nodes = ids.map((id) => ({ kind: 'EXECUTION', id }) as const);
  const counts = await store.eventCounts(nodes, { direction: 'DOWNSTREAM' });
  await store.close();
  return counts.map(({ events }) => events);
}

const STEP = { op: 'COMPARE', comparison: '=', value: { type: 'STRING', value: 'Step' } } as const;
