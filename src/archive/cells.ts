import type { Cell, Row } from '../mlmd/rows.js';

/** The place of the first cell in which two rows of a table differ; undefined where they are equal to the last bit. */
export function firstDifference(one: Row, other: Row): number | undefined {
  for (const [place, cell] of one.entries()) {
    if (!isSame(cell, other[place] ?? null)) return place;
  }
  return undefined;
}

function isSame(one: Cell, other: Cell): boolean {
  // Unlike ===, this tells 0 from -0.
  if (Object.is(one, other)) return true;
  return one instanceof Uint8Array && other instanceof Uint8Array && Buffer.compare(one, other) === 0;
}

/** A text that is the same for equal rows and differs for others: to make a checksum of. */
export function textOf(row: Row): string {
  return `${row.map(cellText).join(',')}\n`;
}

function cellText(cell: Cell): string {
  if (cell === null) return '';
  switch (typeof cell) {
    case 'bigint':
      return `${cell}`;
    case 'number':
      // The shortest text that reads back as the same double; only -0 would be printed like another.
      return `d${Object.is(cell, -0) ? '-0' : cell}`;
    case 'string':
      return JSON.stringify(cell);
    default:
      return `x${Buffer.from(cell).toString('hex')}`;
  }
}
