import { describe, expect, it } from 'vitest';
import { readable, whole, withText } from '../../web/src/details/value-text.js';

describe('a value', () => {
  it('that is a short object reads in one line, be it stored as one or as text', () => {
    const stored = readable({ value: { layers: [10, 3] }, text: '{"layers":[10,3]}' });
    const written = readable({ value: ' {"layers": [10, 3]} ', text: '{"layers": [10, 3]}' });

    expect([stored, written]).toEqual(['{"layers":[10,3]}', '{"layers":[10,3]}']);
  });

  it('that is a long list is laid out', () => {
    const names = Array.from({ length: 20 }, (_, index) => `column ${index}`);

    const text = readable({ value: names, text: JSON.stringify(names) });

    expect(text.split('\n')).toHaveLength(22);
    expect(JSON.parse(text)).toEqual(names);
  });

  it.each(['[train] on cpu', '{{input}}', 'null', '12', ''])('that only looks like JSON stays as it is: %j', (text) => {
    expect(readable({ value: text, text })).toBe(text);
  });

  it('keeps every digit of a number in JSON that is longer than JavaScript holds', () => {
    const text = '{"seed": 9007199254740993}';

    expect(readable({ value: text, text })).toBe(text);
  });

  it('is copied as its writer stored it, line breaks and all', () => {
    expect(whole({ value: 'two\n  lines', text: 'two   lines' })).toBe('two\n  lines');
  });

  it('that JSON cannot say is copied as it is shown', () => {
    expect(whole({ value: null, text: 'NaN' })).toBe('NaN');
  });
});

describe('a filter of values', () => {
  const rows = [
    { name: 'Learning_Rate', text: '0.1' },
    { name: 'optimizer', text: 'Adam' },
  ];

  it.each([
    ['rate', ['Learning_Rate']],
    ['ADAM', ['optimizer']],
    ['  ', ['Learning_Rate', 'optimizer']],
    ['momentum', []],
  ])('finds names and values in either case: %j', (text, found) => {
    expect(withText(rows, text).map(({ name }) => name)).toEqual(found);
  });
});
