import { describe, expect, it } from 'vitest';
import type { PathStep } from '../../src/mlmd/model.js';
import { toSlots } from '../../src/resolvers/event-facts.js';
import { toInstant, toWritableInstant } from '../../src/resolvers/instant.js';

const key = (name: string): PathStep => ({ key: name });
const index = (position: bigint): PathStep => ({ index: position });

describe('the slots of an event', () => {
  it.each<[string, readonly PathStep[], readonly string[]]>([
    ['no path', [], []],
    ['a key', [key('model')], ['model']],
    ['keys', [key('inputs'), key('training_data')], ['inputs.training_data']],
    ['keys and a position', [key('inputs'), key('training_data'), index(0n)], ['inputs.training_data[0]']],
    [
      'two slots in one path',
      [key('model'), index(0n), key('baseline_model'), index(0n)],
      ['model[0]', 'baseline_model[0]'],
    ],
    ['positions in positions', [key('grid'), index(1n), index(2n)], ['grid[1][2]']],
    ['a position alone', [index(3n)], ['[3]']],
    ['a position first', [index(3n), key('rows')], ['[3]', 'rows']],
    ['a key that looks like a slot', [key('a.b[0]')], ['a.b[0]']],
  ])('are told of %s', (_what, path, slots) => {
    expect(toSlots(path)).toEqual(slots);
  });
});

describe('a time', () => {
  it('of a node that RFC 3339 cannot write is shown as the nearest that it can', () => {
    expect(toInstant(2 ** 60).toISOString()).toBe('9999-12-31T23:59:59.999Z');
    expect(toInstant(-(2 ** 60)).toISOString()).toBe('0000-01-01T00:00:00.000Z');
    expect(toInstant(0).toISOString()).toBe('1970-01-01T00:00:00.000Z');
  });

  it('of an event that RFC 3339 cannot write is none', () => {
    expect(toWritableInstant(2n ** 62n)).toBeUndefined();
    expect(toWritableInstant(-(2n ** 62n))).toBeUndefined();
    expect(toWritableInstant(undefined)).toBeUndefined();
    expect(toWritableInstant(1_000n)?.toISOString()).toBe('1970-01-01T00:00:01.000Z');
  });
});
