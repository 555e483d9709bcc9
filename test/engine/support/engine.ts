import type { Json, JsonObject } from '../../../src/mlmd/model.js';
import { LineProcess } from './line-process.js';

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

/** The real engine with one SQLite file open, in a process of its own. */
export class Engine {
  readonly #process: LineProcess;

  /**
   * Opens a file, which is made where there is none.
   *
   * @param python - one that has `ml_metadata`.
   */
  constructor(python: string, path: string) {
    this.#process = new LineProcess(python, 'engine.py', path);
  }

  /**
   * Calls one of MLMD's RPCs; calls run in the order in which they are made.
   *
   * @param method - such as `PutEvents`.
   * @param request - proto JSON; 64-bit integers may be strings or numbers.
   * @returns the response as proto JSON under the fields' own names: 64-bit integers are strings, what is unset is absent.
   * @throws EngineError where the engine refuses.
   */
  async call(method: string, request: Json): Promise<JsonObject> {
    const answer = (await this.#process.ask([method, request])) as
      | { readonly response: JsonObject }
      | { readonly error: { readonly type: string; readonly message: string } };
    if ('error' in answer) throw new EngineError(answer.error.type, answer.error.message);
    return answer.response;
  }

  /** Lets go of the file once the calls already made are answered. */
  close(): Promise<void> {
    return this.#process.end();
  }
}
