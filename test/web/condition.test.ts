import { describe, expect, it } from 'vitest';
import { type Condition, conditionFilter, conditionOf, conditionText } from '../../web/src/lists/condition.js';

function filterOf(operator: Condition['operator'], value: string): unknown {
  return conditionFilter({ property: 'score', operator, value });
}

describe('a condition on a property', () => {
  it('is the same after a way through the address, whatever is in its name and value', () => {
    const condition: Condition = { property: 'a:b %&=', operator: 'ge', value: '1:2 é\n%' };

    expect(conditionOf(conditionText(condition))).toEqual(condition);
  });

  it.each(['', 'score', 'near:score:1', 'eq:%E0%A4:1'])('is none where the address says %j', (text) => {
    expect(conditionOf(text)).toBeNull();
  });

  it('asks for a number and for a text that looks like it', () => {
    expect(filterOf('eq', '0.9')).toEqual({
      or: [
        { property: { name: 'score', eq: { string: '0.9' } } },
        { property: { name: 'score', eq: { double: 0.9 } } },
      ],
    });
  });

  it('keeps each digit of a whole number that no double can hold', () => {
    expect(filterOf('gt', '9007199254740993')).toEqual({
      property: { name: 'score', gt: { int: '9007199254740993' } },
    });
  });

  it('is not a value only where it is neither the text nor what the text may stand for', () => {
    expect(filterOf('ne', 'true')).toEqual({
      and: [
        { property: { name: 'score', ne: { string: 'true' } } },
        { property: { name: 'score', ne: { bool: true } } },
      ],
    });
  });

  it('compares what is no number as a text', () => {
    expect(filterOf('lt', '2026-01-01')).toEqual({ property: { name: 'score', lt: { string: '2026-01-01' } } });
  });

  it('finds signs of patterns as they stand', () => {
    expect(filterOf('has', '50%_\\')).toEqual({ property: { name: 'score', like: '%50\\%\\_\\\\%' } });
  });
});
