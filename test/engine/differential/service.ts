import { Client, credentials, type ServiceError } from '@grpc/grpc-js';
import { RPCS, type Rpc } from '../../../src/mlmd/wire/rpc.js';

/** What a call gave: a message, or the number of a status and its text. */
export type Reply =
  | { readonly code: 0; readonly message: object; readonly text?: undefined }
  | { readonly code: number; readonly text: string; readonly message?: undefined };

/** MLMD's service at an address. */
export class Service {
  readonly #client: Client;

  constructor(address: string) {
    this.#client = new Client(address, credentials.createInsecure(), {
      'grpc.use_local_subchannel_pool': 1,
      'grpc.max_receive_message_length': -1,
    });
  }

  /** Calls it; a status is a reply like any other. */
  call(rpc: Rpc, request: object): Promise<Reply> {
    const { path, requestSerialize, responseDeserialize } = RPCS[rpc];
    return new Promise((resolve) =>
      this.#client.makeUnaryRequest(
        path,
        requestSerialize as (request: object) => Buffer,
        responseDeserialize as (bytes: Buffer) => object,
        request,
        { deadline: Date.now() + 20_000 },
        (error: ServiceError | null, message?: object) =>
          resolve(error === null ? { code: 0, message: message ?? {} } : { code: error.code, text: error.details }),
      ),
    );
  }

  close(): void {
    this.#client.close();
  }
}
