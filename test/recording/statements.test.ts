import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { StepArtifactInput } from '../../src/generated/resolvers.js';
import { openStore } from '../../src/mlmd/open.js';
import { logExecution, registerKubeflowTypes } from '../../src/recording/index.js';
import { temporaryFolder } from '../support/backends.js';
import { OPTIONS } from './support/store.js';

/** How many statements read declarations of types while a step is logged. */
async function typeReadsFor(outputs: readonly StepArtifactInput[]): Promise<number> {
  const statements: string[] = [];
  const store = await openStore(`sqlite:${join(await temporaryFolder(), 'mlmd.db')}`, {
    readOnly: false,
    onCreate: registerKubeflowTypes,
    onStatement: (sql) => statements.push(sql),
  });
  onTestFinished(() => store.close());
  statements.length = 0;
  await logExecution(store, { execution: { workspace: { name: 'ws' }, name: 'train' }, inputs: [], outputs }, OPTIONS);
  return statements.filter((sql) => sql.includes('TypeProperty')).length;
}

it('reads types as often for artifacts of three kinds as for one', async () => {
  const model = { artifact: { model: { name: 'm', uri: 'm' } } };
  const dataSet = { artifact: { dataSet: { name: 'd', uri: 'd' } } };
  const metrics = { artifact: { metrics: { name: 'x', uri: 'x', values: [] } } };

  const forOne = await typeReadsFor([model]);
  const forThree = await typeReadsFor([model, dataSet, metrics]);

  expect(forOne).toBeGreaterThan(0);
  expect(forThree).toBe(forOne);
});
