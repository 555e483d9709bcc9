/** The middle of the figures; of an even number the upper of the two. NaN for none. */
export function median(figures: readonly number[]): number {
  return [...figures].sort((one, other) => one - other)[Math.floor(figures.length / 2)] ?? Number.NaN;
}

/** Milliseconds to show: three digits that count, for example `0.412 ms` or `58.3 ms`. */
export function inMs(timeMs: number): string {
  return `${timeMs >= 100 ? Math.round(timeMs) : timeMs.toPrecision(3)} ms`;
}

/** Prints a table in Markdown, to be copied into documents. */
export function printTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const lines = [head, head.map(() => '---'), ...rows];
  console.log(lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n'));
}
