import { MetadataStoreServiceService } from './generated/ml_metadata/proto/metadata_store_service.js';

/** The calls of `ml_metadata.MetadataStoreService`, as the generated code names them: `getArtifactsById`. */
export type Rpc = keyof typeof MetadataStoreServiceService;

/** How each call is named on the wire, and how its messages are read and written. */
export const RPCS: typeof MetadataStoreServiceService = MetadataStoreServiceService;

/** The message that a call takes. */
export type RequestOf<R extends Rpc> = ReturnType<(typeof RPCS)[R]['requestDeserialize']>;
/** The message that a call answers with. */
export type ResponseOf<R extends Rpc> = ReturnType<(typeof RPCS)[R]['responseDeserialize']>;

/** What a caller may say of one call. */
export interface CallOptions {
  /** Milliseconds for all of the call, waiting and retries included; at most what the service's settings allow. */
  readonly deadlineMs?: number;
  /** That making this write twice leaves what making it once does, so that it may be repeated when its fate is unknown. */
  readonly isIdempotent?: boolean;
}

/** Calls MLMD's service. Rejects with a MetadataError whose code is that of the status. */
export interface Calls {
  call<R extends Rpc>(rpc: R, request: RequestOf<R>, options?: CallOptions): Promise<ResponseOf<R>>;
}

/** Whether a call changes the store. */
export function isWrite(rpc: Rpc): boolean {
  return rpc.startsWith('put');
}
