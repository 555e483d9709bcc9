import type { RequestOf, ResponseOf, Rpc } from '../rpc.js';

/** The calls that change nothing, and those that do. */
export type ReadRpc = Extract<Rpc, `get${string}`>;
export type WriteRpc = Extract<Rpc, `put${string}`>;

/** Answers calls. Each throws a MetadataError whose code is that of the status; GRPC_STATUS has the numbers. */
export type Handlers<R extends Rpc = Rpc> = {
  readonly [rpc in R]: (request: RequestOf<rpc>) => Promise<ResponseOf<rpc>>;
};

/** How a service differs from the engine's, where its operator wants that. */
export interface ServiceOptions {
  /** What an event that is stored already does: the engine's ALREADY_EXISTS, or nothing. */
  readonly duplicateEvents: 'reject' | 'ignore';
  /** A list that would be longer is refused while it is read, before it fills the memory; any length where undefined. */
  readonly maxReplyBytes?: number | undefined;
}
