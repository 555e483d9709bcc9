import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openStore } from '../src/mlmd/open.js';
import { registerKubeflowTypes } from '../src/recording/index.js';
import { type Ask, openApi } from './api.js';
import { runEngine } from './engine.js';
import { printTable } from './figures.js';

const WARM_UP = 100;

const LOG_STEP = `mutation ($input: LogExecutionInput!) {
  logExecution(input: $input) { execution { id } inputs { artifact { id } } outputs { artifact { id } } }
}`;

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
    const ours = await stepsPerSecond(join(folder, `ours-${clients}.db`), clients);
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

async function stepsPerSecond(path: string, clients: number): Promise<number> {
  const store = await openStore(`sqlite:${path}`, { readOnly: false, onCreate: registerKubeflowTypes });
  try {
    const ask = await openApi(store);
    // What is made once, and code that runs for the first time, are not what is measured.
    for (let step = 0; step < WARM_UP; step += 1) await logStep(ask, -step);
    let next = 1;
    const client = async () => {
      while (next <= steps) {
        const step = next;
        next += 1;
        await logStep(ask, step);
      }
    };
    const start = performance.now();
    await Promise.all(Array.from({ length: clients }, client));
    return (steps / (performance.now() - start)) * 1_000;
  } finally {
    await store.close();
  }
}

function logStep(ask: Ask, step: number): Promise<string> {
  return ask(LOG_STEP, {
    input: {
      execution: { workspace: { name: 'bench' }, run: { name: 'nightly' }, name: `step ${step}` },
      inputs: [{ artifact: { dataSet: { name: 'data', uri: `s3://bucket/data-${step}` } } }],
      outputs: [
        { artifact: { model: { name: 'model', uri: `s3://bucket/model-${step}` } } },
        { artifact: { metrics: { name: 'report', uri: `s3://bucket/report-${step}`, values: [] } } },
      ],
    },
  });
}
