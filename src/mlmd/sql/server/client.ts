/** One conversation with a database server, as its driver holds it. Statements run in the order in which they were sent. */
export interface ServerClient {
  /** False once it is lost, whatever ended it. */
  readonly alive: boolean;
  /** Runs one statement, or several without parameters where the server takes them. Throws what the driver throws. */
  query(sql: string, parameters?: readonly unknown[]): Promise<ClientResult>;
  /** Commits. Throws also where the server rolls back instead and calls that a success. */
  commit(): Promise<void>;
  /** Says goodbye, after the statements already sent. */
  close(): Promise<void>;
  /** Drops the connection at once, which rolls back. */
  destroy(): void;
}

/** What a statement gave. */
export interface ClientResult {
  /** Integers are `bigint`. */
  readonly rows: readonly unknown[];
  /** The id of the first row that was inserted, where the server tells it beside the rows. */
  readonly insertId?: bigint | undefined;
  /** How many rows a write touched. */
  readonly numAffectedRows?: bigint | undefined;
}
