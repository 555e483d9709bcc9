import { type ChildProcessWithoutNullStreams, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface, type Interface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe } from 'vitest';
import type { Json, JsonObject } from '../../../src/mlmd/model.js';

const DRIVER = fileURLToPath(new URL('engine.py', import.meta.url));

/** The Python that has the real engine; undefined where there is none, which is said once. */
const PYTHON = findPython();

/**
 * A suite that compares us with the real engine, MLMD's C++ library as `ml-metadata` brings it. Skipped, with the reason
 * printed, where Python does not have it, unless `CI` is set or `MLMD_PYTHON` names a Python that should.
 */
export function describeWithEngine(name: string, suite: () => void): void {
  describe.skipIf(PYTHON === undefined)(name, suite);
}

/** How the engine refuses a request. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  /** The class of the client's error, such as `AlreadyExistsError`. */
  readonly type: string;

  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}

type Answer =
  | { readonly response: JsonObject }
  | { readonly error: { readonly type: string; readonly message: string } };

/** The real engine with one SQLite file open, in a process of its own. Calls run in the order in which they are made. */
export class Engine {
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #lines: AsyncIterator<string>;
  #last: Promise<unknown> = Promise.resolve();
  #stderr = '';

  private constructor(path: string) {
    this.#process = spawn(PYTHON ?? 'python3', [DRIVER, path]);
    // A process that has died is told by the answer that does not come.
    this.#process.stdin.on('error', () => {});
    this.#process.stderr.on('data', (chunk) => {
      this.#stderr = `${this.#stderr}${chunk}`.slice(-4_000);
    });
    const lines: Interface = createInterface(this.#process.stdout);
    this.#lines = lines[Symbol.asyncIterator]();
  }

  /** Opens a file, which is made where there is none. It must be closed. */
  static open(path: string): Engine {
    return new Engine(path);
  }

  /**
   * Calls one of MLMD's RPCs.
   *
   * @param method - such as `PutEvents`.
   * @param request - proto JSON; 64-bit integers may be strings or numbers.
   * @returns the response as proto JSON under the fields' own names: 64-bit integers are strings, what is unset is absent.
   * @throws EngineError where the engine refuses.
   */
  call(method: string, request: Json): Promise<JsonObject> {
    const answer = this.#last.then(() => this.#ask(method, request));
    this.#last = answer.catch(() => undefined);
    return answer;
  }

  /** Lets go of the file once the calls already made are answered. */
  async close(): Promise<void> {
    await this.#last;
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const exited = once(this.#process, 'exit');
    this.#process.stdin.end();
    await exited;
  }

  async #ask(method: string, request: Json): Promise<JsonObject> {
    this.#process.stdin.write(`${JSON.stringify([method, request])}\n`);
    const { value, done } = await this.#lines.next();
    if (done) throw new Error(`the engine's process ended at ${method}: ${this.#stderr}`);
    const answer = JSON.parse(value) as Answer;
    if ('error' in answer) throw new EngineError(answer.error.type, answer.error.message);
    return answer.response;
  }
}

function findPython(): string | undefined {
  const { MLMD_PYTHON: named, CI } = process.env;
  const python = named ?? 'python3';
  try {
    execFileSync(python, ['-c', 'import ml_metadata'], { stdio: 'pipe' });
    return python;
  } catch (cause) {
    const problem = `${python} has no ml_metadata`;
    if (named !== undefined || (CI ?? '') !== '') {
      throw new Error(`${problem}; set MLMD_PYTHON to a Python that has it.`, { cause });
    }
    console.warn(`Skipped what needs the real engine: ${problem}. CONTRIBUTING.md says how to have it.`);
    return undefined;
  }
}
