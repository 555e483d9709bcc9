import { describe, expect, it } from 'vitest';
import { parseFilterQuery } from '../../../src/mlmd/filter/query.js';
import { backendsThatCan } from '../../support/backends.js';
import { seed } from '../../support/seed.js';

/** Within itself so often that a statement which says an operand twice at each level could not be written. */
const LEVELS = 40;

function nested(begin: string, inner: string, end: string): string {
  return begin.repeat(LEVELS) + inner + end.repeat(LEVELS);
}

describe.each(backendsThatCan('COUNT_STATEMENTS'))('$name: a filter of calls within calls', ({ open }) => {
  it.each([
    ['SIGN', `${nested('SIGN(', 'id', ')')} = 1`],
    ['SUBSTR', `${nested('SUBSTR(', 'type', ', 1)')} = type`],
    ['REPLACE', `${nested('REPLACE(', 'type', ", '~', '')")} = type`],
    ['a shift', `${nested('(', 'id', ' << 0)')} = id`],
    ['a cast', `${nested('CAST(CAST(', 'id', ' AS STRING) AS INT64)')} = id`],
  ])('answers for %s', async (_, text) => {
    const store = await open();
    await seed(store, 'rows > train > model');
    const filter = { op: 'QUERY', query: parseFilterQuery('ARTIFACT', text) } as const;

    const [page] = await store.nodePages('ARTIFACT', {
      filter,
      order: { field: 'ID', descending: false },
      page: { limit: 10 },
    });

    expect(page?.items).toHaveLength(2);
  });
});
