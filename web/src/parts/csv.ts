/**
 * A table as CSV after RFC 4180, with CRLF between lines and a byte order mark, by which spreadsheets know that it is
 * UTF-8. A text that a spreadsheet would run as a formula comes behind an apostrophe; one that is a number stays as it is.
 */
export function toCsv(table: readonly (readonly (string | number | null | undefined)[])[]): string {
  return `\uFEFF${table.map((cells) => `${cells.map((cell) => csvCell(cell)).join(',')}\r\n`).join('')}`;
}

const FORMULA = /^[=+\-@\t\r]/;
const NUMBER = /^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

function csvCell(cell: string | number | null | undefined): string {
  const text = String(cell ?? '');
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
