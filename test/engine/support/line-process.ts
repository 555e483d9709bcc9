import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A Python program that answers on stdout, a line at a time, and ends with its stdin. */
export class LineProcess {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #lines: AsyncIterator<string>;
  #errors = '';

  constructor(python: string, script: string, argument: string) {
    const path = new URL(`../${script}`, import.meta.url).pathname;
    this.#child = spawn(python, ['-W', 'ignore', path, argument]);
    this.#child.stderr.on('data', (text) => {
      this.#errors += text;
      if (process.env.SHOW) process.stderr.write(text);
    });
    this.#lines = createInterface({ input: this.#child.stdout })[Symbol.asyncIterator]();
  }

  async line(): Promise<string> {
    const { value, done } = await this.#lines.next();
    if (done === true) throw new Error(`the program ended: ${this.#errors}`);
    return value;
  }

  /** One line there, one line back. */
  async echo(line: string): Promise<string> {
    this.#child.stdin.write(`${line}\n`);
    return this.line();
  }

  /** One JSON request, one JSON answer. */
  async ask(request: unknown): Promise<unknown> {
    return JSON.parse(await this.echo(JSON.stringify(request)));
  }

  /** Ends it in the middle of whatever it does. */
  async kill(): Promise<void> {
    const exited = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await exited;
  }

  async end(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const exited = once(this.#child, 'exit');
    this.#child.stdin.end();
    await exited;
  }
}
