import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { parseFilterQuery } from '../../../src/mlmd/filter/query.js';
import { openStore } from '../../../src/mlmd/open.js';
import { temporaryFolder } from '../../support/backends.js';
import { seed } from '../../support/seed.js';

// Every alias goes over all 300 events, and what is asked of them is known at the last only: 300 to the third power.
it('gives up a filter that joins too many rows, and answers the others', { timeout: 120_000 }, async () => {
  const store = await openStore(`sqlite:${join(await temporaryFolder(), 'mlmd.db')}`, { readOnly: false });
  onTestFinished(() => store.close());
  await seed(store, Array.from({ length: 300 }, (_, place) => `> train > model${place}`).join(';'));
  const first = (text: string) =>
    store.nodePages('EXECUTION', {
      filter: { op: 'QUERY', query: parseFilterQuery('EXECUTION', text) },
      order: { field: 'ID', descending: false },
      page: { limit: 1 },
    });
  const time = (alias: string) => `events_${alias}.milliseconds_since_epoch`;

  const few = await first(`${time('a')} + ${time('b')} >= 0`);
  const many = first(`${time('a')} + ${time('b')} + ${time('c')} < 0`);

  await expect(many).rejects.toMatchObject({
    code: 'RESOURCE_EXHAUSTED',
    message: 'The filter joins too many rows; ask of fewer neighbours.',
  });
  expect(few).toHaveLength(1);
});
