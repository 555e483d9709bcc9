import fc from 'fast-check';
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

  it('joins what is mentioned once, however often that is', () => {
    const { joins } = parseFilterQuery(
      'EXECUTION',
      "type = 'a' AND properties.k.int_value = 1 AND properties.k.double_value > 1 AND events_e.artifact_id IN (1) AND type > 'b'",
    );

    expect(joins).toEqual([
      { to: 'TYPE' },
      { to: 'PROPERTY', name: 'k', custom: false },
      { to: 'NEIGHBOR', relation: 'events', alias: 'e' },
    ]);
  });

  it.each([
    ['', 'at character 1: the text ends where a value should be'],
    ['  ', 'at character 3: the text ends'],
    ['id == 1', "at character 5: there is '='"],
    ["name = 'it''s'", "at character 12: there is ''s'' where the end should be"],
    ['id = NULL', 'at character 4: = with NULL'],
    ["id = 'x'", 'at character 4: INT64 and STRING do not go together'],
    ['id', 'at character 1: The whole is not a condition'],
    ['size > 1', "at character 1: Artifacts have no 'size'"],
    ['id = 1 AND executions_e.id = 1', 'at character 12: Artifacts have no executions'],
    ['contexts_c.uri = ""', "at character 1: contexts have no 'uri'"],
    ['state = FOO', "at character 9: 'FOO' is none of UNKNOWN, PENDING, LIVE"],
    ['id = @p', "at character 6: '@' has no meaning"],
    ['id = 1;', "at character 7: ';' has no meaning"],
    ["name = 'a", 'at character 8: The quoted text has no end'],
    ['id = 18446744073709551616', 'at character 6: 18446744073709551616 is too large'],
    ["STRPOS(name, 'a') = 1", 'at character 1: The function STRPOS is not supported'],
  ])('%j is refused, by its place', (text, message) => {
    expect(() => parseFilterQuery('ARTIFACT', text)).toThrow(
      expect.objectContaining({ code: 'INVALID_ARGUMENT', message: expect.stringContaining(message) }),
    );
  });

  it.each<readonly [what: string, text: string, code: string]>([
    ['parentheses', `${'('.repeat(50_000)}id = 1${')'.repeat(50_000)}`, 'INVALID_ARGUMENT'],
    ['negations', `${'NOT '.repeat(100_000)}TRUE`, 'INVALID_ARGUMENT'],
    ['signs', `id = ${'- '.repeat(100_000)}id`, 'INVALID_ARGUMENT'],
    ['sums', `id = 1${' + 1'.repeat(50_000)}`, 'INVALID_ARGUMENT'],
    ['calls', `${'ABS('.repeat(50_000)}id`, 'INVALID_ARGUMENT'],
    ['conditions', `id = 1${' OR id = 1'.repeat(50_000)}`, 'RESOURCE_EXHAUSTED'],
    ['arguments', `COALESCE(${'1, '.repeat(50_000)}1) = 1`, 'RESOURCE_EXHAUSTED'],
    ['columns in a list', `id IN (${'id, '.repeat(50_000)}1)`, 'RESOURCE_EXHAUSTED'],
    ['options', `id IN (${'1,'.repeat(100_000)}1)`, 'RESOURCE_EXHAUSTED'],
    ['tokens that mean nothing', '('.repeat(2 ** 20), 'RESOURCE_EXHAUSTED'],
    ['characters', `name = '${'a'.repeat(2 ** 20)}'`, 'RESOURCE_EXHAUSTED'],
  ])('has no room for too many %s', (_, text, code) => {
    expect(() => parseFilterQuery('ARTIFACT', text)).toThrow(expect.objectContaining({ code }));
  });

  it('reads whatever text there is, or refuses it', () => {
    const piece = fc.constantFrom(
      ...`( ) , . = != IN NOT AND OR IS NULL LIKE BETWEEN CASE WHEN THEN END CAST AS id name
      state LIVE events_a. type properties.k.int_value 1 0x 1. 'a' " \\ \` -- /* */ INT64 - ABS`.split(/\s+/),
      ' ',
      '\n',
    );
    const text = fc.oneof(
      fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
      fc.string(),
    );

    fc.assert(
      fc.property(text, (given) => {
        try {
          expect(parseFilterQuery('ARTIFACT', given).condition.type).toBe('BOOL');
        } catch (error) {
          expect(error).toMatchObject({ name: 'MetadataError', code: 'INVALID_ARGUMENT' });
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
