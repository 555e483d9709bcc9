import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openStore } from '../src/mlmd/open.js';
import { registerKubeflowTypes } from '../src/recording/index.js';
import { runEngine } from './engine.js';
import { printTable } from './figures.js';
import { stepsPerSecond } from './steps.js';

/**
 * `npm run bench:write [-- --steps 500]`: how many steps a second are logged, each with one artifact read and two written,
 * by our `logExecution` and by the engine's `put_execution`, which knows neither workspaces nor runs. Each starts with a
 * new file, in the system's folder for temporary files, and every step is on disk before it counts.
 */
const { values } = parseArgs({ options: { steps: { type: 'string', default: '500' } } });
const steps = Number(values.steps);

const folder = mkdtempSync(join(tmpdir(), 'mlmd-graphql-bench-'));
try {
  const times = runEngine('write', join(folder, 'theirs.db'), steps) as readonly number[] | undefined;
  const theirs = times && (steps / times.reduce((sum, time) => sum + time, 0)) * 1_000;
  const rows = [];
  for (const clients of [1, 16]) {
    const ours = await rateOf(`sqlite:${join(folder, `ours-${clients}.db`)}`, clients);
    rows.push([
      clients === 1 ? 'one after the other' : `${clients} at a time`,
      theirs === undefined ? '' : `${(ours / theirs).toPrecision(2)}`,
      `${Math.round(ours)} a second`,
      theirs === undefined ? '' : `${Math.round(theirs)} a second`,
    ]);
  }
  printTable(['steps', "our rate over the engine's", 'ours', "the engine's, one after the other"], rows);
} finally {
  rmSync(folder, { recursive: true });
}

async function rateOf(url: string, clients: number): Promise<number> {
  const store = await openStore(url, { readOnly: false, onCreate: registerKubeflowTypes });
  try {
    return await stepsPerSecond(store, { steps, clients });
  } finally {
    await store.close();
  }
}
