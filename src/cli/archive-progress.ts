import { SingleBar } from 'cli-progress';
import type { Phase, Progress } from '../archive/progress.js';

/** What each phase does. */
const SAYS: Readonly<Record<Phase, string>> = {
  COPY: 'copying',
  INDEX: 'making the indexes',
  VERIFY: 'comparing',
  CHECK: 'checking the file',
};

/** Tells how an archive goes: a bar on a terminal, else a line for each table; nothing but notes where it is to be quiet. */
export function createProgress(stream: NodeJS.WriteStream, quiet: boolean): Progress {
  const say = (line: string) => stream.write(`${line}\n`);
  if (quiet) return { begin() {}, resume() {}, advance() {}, note: say, end() {} };
  return stream.isTTY ? new BarProgress(stream) : new LineProgress(say);
}

/** A line when a table is done. */
class LineProgress implements Progress {
  readonly #say: (line: string) => void;
  #phase = '';
  #table: string | undefined;
  #rows = 0;

  constructor(say: (line: string) => void) {
    this.#say = say;
  }

  begin(phase: Phase, rows: number | undefined): void {
    this.end();
    this.#phase = SAYS[phase];
    this.#say(rows === undefined ? this.#phase : `${this.#phase} ${rows} rows`);
  }

  resume(table: string, rows: number): void {
    this.#say(`${table}: ${rows} rows are there already`);
    this.advance(table, rows);
  }

  advance(table: string, rows: number): void {
    if (table !== this.#table) this.end();
    this.#table = table;
    this.#rows += rows;
  }

  note(message: string): void {
    this.#say(message);
  }

  end(): void {
    if (this.#table !== undefined) this.#say(`${this.#phase} ${this.#table}: ${this.#rows} rows`);
    this.#table = undefined;
    this.#rows = 0;
  }
}

/** A bar for each phase; a count where nobody knows how much there is. */
class BarProgress implements Progress {
  readonly #stream: NodeJS.WriteStream;
  #bar: SingleBar | undefined;
  #rows = 0;

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream;
  }

  begin(phase: Phase, rows: number | undefined): void {
    this.end();
    const known = '{says} [{bar}] {percentage}%  {value}/{total} rows, {eta_formatted} left  {table}';
    const format = rows === undefined ? '{says}  {count}  {table}' : known;
    this.#rows = 0;
    // The signals are ours to deal with, and the clock of a bar must not keep the process from ending.
    this.#bar = new SingleBar({ stream: this.#stream, format, gracefulExit: false, hideCursor: null, fps: 5 });
    this.#bar.start(Math.max(rows ?? 1, 1), 0, { says: SAYS[phase], count: '', table: '' });
  }

  resume(table: string, rows: number): void {
    this.advance(table, rows);
  }

  advance(table: string, rows: number): void {
    this.#rows += rows;
    const bar = this.#bar;
    // More rows than there were at the start make the bar full, and not fuller.
    bar?.update(Math.min(this.#rows, bar.getTotal()), { table, count: `${this.#rows} rows` });
  }

  note(message: string): void {
    this.#stream.write(`\n${message}\n`);
  }

  end(): void {
    this.#bar?.stop();
    this.#bar = undefined;
  }
}
