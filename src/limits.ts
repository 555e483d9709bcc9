/**
 * The most that one request may ask for or cost; each is a setting (`maxPageSize` is set by `--max-page-size`), shown by
 * `server { limits }` and named by the error when it is passed. All are positive whole numbers.
 */
export interface Limits {
  /** Bytes of a request's body. */
  readonly maxBodyBytes: number;
  /** How deep fields may nest in an operation. */
  readonly maxDepth: number;
  /** How many aliases an operation may hold. */
  readonly maxAliases: number;
  /** How many nodes the pages of an operation may return, nested ones multiplied. */
  readonly maxBreadth: number;
  /** How many field values an operation may return: nodes times fields. */
  readonly maxCost: number;
  /** Items of one page of a connection: the most that `first` and `last` may ask for. */
  readonly maxPageSize: number;
  /** Hops of a walk; a hop crosses one event. */
  readonly maxHops: number;
  /** Nodes of a walk's answer. */
  readonly maxNodes: number;
  /** Neighbours that a walk takes from one node. */
  readonly maxNeighborsPerNode: number;
  /** Time for one request, in milliseconds. */
  readonly deadlineMs: number;
}
