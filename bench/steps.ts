import type { MetadataStore } from '../src/mlmd/store.js';
import { type Ask, openApi } from './api.js';

const WARM_UP = 100;

const LOG_STEP = `mutation ($input: LogExecutionInput!) {
  logExecution(input: $input) { execution { id } inputs { artifact { id } } outputs { artifact { id } } }
}`;

/** How many steps are logged, and by how many callers at once. */
export interface Load {
  readonly steps: number;
  readonly clients: number;
  /** What makes the names of these steps differ from those of other loads of the same store. */
  readonly from?: number;
}

/** How many steps a second a store takes, each with one artifact read and two written, all of them new. */
export async function stepsPerSecond(store: MetadataStore, { steps, clients, from = 0 }: Load): Promise<number> {
  const ask = await openApi(store);
  // What is made once, and code that runs for the first time, are not what is measured.
  for (let step = 0; step < WARM_UP; step += 1) await logStep(ask, `${from}.-${step}`);
  let next = 1;
  const client = async () => {
    while (next <= steps) {
      const step = next;
      next += 1;
      await logStep(ask, `${from}.${step}`);
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: clients }, client));
  return (steps / (performance.now() - start)) * 1_000;
}

function logStep(ask: Ask, step: string): Promise<string> {
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
