// Logs steps to a store until it is stopped: node writer.mjs URL NAME [COUNT]. Says the number of each when it is stored.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const { openStore } = await import(pathToFileURL(resolve('dist/mlmd/open.js')).href);
const [, , url, name, count = '1000000'] = process.argv;
const store = await openStore(url, { readOnly: false, busyTimeoutMs: 20_000 });
const flags = { properties: new Map(), canAddFields: false, canOmitFields: true };
const types = await store.transaction((transaction) =>
  transaction.putTypes([
    { kind: 'ARTIFACT', name: 'Thing', ...flags },
    { kind: 'EXECUTION', name: 'Step', ...flags },
  ]),
);
for (let step = 0; step < Number(count); step += 1) {
  const node = (place) => ({
    name: `${name} ${step}${place}`,
    properties: new Map(),
    customProperties: new Map([['step', { type: 'INT', value: BigInt(step) }]]),
  });
  await store.transaction(async (transaction) => {
    // In two puts, so that there is a half to be left.
    const { executions } = await transaction.putGraph({
      executions: [{ ...node(''), typeId: types[1].id }],
      onExistingEdge: 'FAIL',
    });
    await transaction.putGraph({
      artifacts: ['a', 'b', 'c'].map((place) => ({ ...node(place), typeId: types[0].id })),
      events: [0, 1, 2].map((index) => ({
        artifact: { index },
        execution: { id: executions[0] },
        type: 'OUTPUT',
        path: [{ key: 'k' }],
      })),
      onExistingEdge: 'FAIL',
    });
  });
  process.stdout.write(`${step}\n`);
}
await store.close();
