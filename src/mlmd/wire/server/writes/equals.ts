import type { Column, Filter } from '../../../filter/filter.js';

/** A text column that equals a text. */
export function equals(column: Column, value: string): Filter {
  return { op: 'COLUMN', column, test: { op: 'COMPARE', comparison: '=', value: { type: 'STRING', value } } };
}
