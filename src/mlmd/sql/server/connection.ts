import type { CompiledQuery, QueryResult } from 'kysely';
import { MetadataError } from '../../../errors.js';
import { type ReadConnection, SAVEPOINT, type WriteConnection } from '../connection.js';
import { Echo } from '../echo.js';
import { PassingFailure } from '../passing-failure.js';
import type { ClientResult, ServerClient } from './client.js';
import type { SqlServer } from './server.js';

/** Transactions on a connection to a database server, and its errors in words for API users. */
export class ServerConnection implements ReadConnection, WriteConnection {
  readonly #server: SqlServer;
  readonly #client: ServerClient;
  #lost: PassingFailure | undefined;
  /** What the server refused last. */
  #refusal: MetadataError | undefined;
  #aborted = false;

  constructor(server: SqlServer, client: ServerClient) {
    this.#server = server;
    this.#client = client;
  }

  get alive(): boolean {
    return this.#client.alive;
  }

  get lost(): PassingFailure | undefined {
    return this.#lost ?? (this.alive ? undefined : connectionLost());
  }

  get aborted(): boolean {
    return this.#aborted;
  }

  async executeQuery({ sql, parameters }: CompiledQuery): Promise<QueryResult<unknown>> {
    const { rows, insertId, numAffectedRows } = await this.#run(sql, parameters);
    if (sql.startsWith('rollback to ')) this.#aborted = false;
    return {
      rows: rows as unknown[],
      ...(insertId !== undefined && { insertId }),
      ...(numAffectedRows !== undefined && { numAffectedRows }),
    };
  }

  async beginSnapshot(): Promise<void> {
    await this.#runAll(this.#server.beginSnapshot);
  }

  async begin(): Promise<void> {
    try {
      await this.#runAll([...this.#server.begin, `savepoint ${SAVEPOINT}`]);
    } catch (error) {
      await this.rollBack();
      throw error;
    }
    this.#lost = undefined;
    this.#aborted = false;
  }

  async keep(): Promise<void> {
    await this.#runAll([`release savepoint ${SAVEPOINT}`, `savepoint ${SAVEPOINT}`]);
  }

  async takeBack(): Promise<void> {
    await this.#run(`rollback to savepoint ${SAVEPOINT}`);
    this.#aborted = false;
  }

  /** Throws `UNAVAILABLE` where nobody knows whether the server still did it. */
  async commit(): Promise<void> {
    if (!this.alive) throw connectionLost();
    try {
      await this.#client.commit();
    } catch (cause) {
      const error = this.#explained(cause);
      if (this.alive && !this.#server.isLostBehind(cause)) throw error;
      const message = 'The store lost its connection during the commit; what was written may have been kept.';
      throw new MetadataError('UNAVAILABLE', message, { cause });
    }
  }

  async rollBack(): Promise<void> {
    if (!this.alive) return;
    await this.#client.query('rollback').catch(() => this.#client.destroy());
  }

  close(): Promise<void> {
    return this.#client.close();
  }

  /** They are sent together: what does not wait for an answer costs one way to the server and back. */
  async #runAll(statements: readonly string[]): Promise<void> {
    const results = await Promise.allSettled(statements.map((statement) => this.#run(statement)));
    for (const result of results) if (result.status === 'rejected') throw result.reason;
  }

  async #run(sql: string, parameters?: readonly unknown[]): Promise<ClientResult> {
    try {
      return await this.#client.query(sql, parameters);
    } catch (cause) {
      throw this.#explained(cause);
    }
  }

  #explained(cause: unknown): MetadataError {
    if (this.#server.isEcho(cause)) return new Echo(this.#refusal, { cause });
    const error = this.#server.explain(cause);
    this.#refusal = error;
    this.#aborted = true;
    if (error instanceof PassingFailure) this.#lost = error;
    return error;
  }
}

function connectionLost(): PassingFailure {
  return new PassingFailure('UNAVAILABLE', 'The store lost its connection; try again.');
}
