import { describe, expect, it } from 'vitest';
import { parseFilterQuery } from '../../../src/mlmd/filter/query.js';

describe('a filter query', () => {
  it('is a tree of columns and literals, and the rows that are joined', () => {
    const { condition, joins } = parseFilterQuery('ARTIFACT', "contexts_run.name = 'r1' AND NOT id > 0x10");

    expect(joins).toEqual([{ to: 'NEIGHBOR', relation: 'contexts', alias: 'run' }]);
    expect(condition).toEqual({
      op: 'AND',
      type: 'BOOL',
      of: [
        {
          op: 'COMPARE',
          type: 'BOOL',
          comparison: '=',
          left: { op: 'COLUMN', type: 'STRING', join: 0, column: 'name' },
          right: { op: 'LITERAL', type: 'STRING', value: 'r1' },
        },
        {
          op: 'NOT',
          type: 'BOOL',
          of: {
            op: 'COMPARE',
            type: 'BOOL',
            comparison: '>',
            left: { op: 'COLUMN', type: 'INT64', join: undefined, column: 'id' },
            right: { op: 'LITERAL', type: 'INT64', value: 16n },
          },
        },
      ],
    });
  });
});
