import { setTimeout as sleep } from 'node:timers/promises';
import { Client, type ClientUnaryCall, Metadata, status } from '@grpc/grpc-js';
import { MetadataError } from '../../../errors.js';
import type { Logger } from '../../../log.js';
import { type CallOptions, type Calls, isWrite, type RequestOf, type ResponseOf, RPCS, type Rpc } from '../rpc.js';
import { channelOptions } from './channel-options.js';
import { channelCredentials, tokenSource } from './credentials.js';
import { mayRepeat, waitBefore } from './retry.js';
import { RpcError } from './rpc-error.js';
import type { GrpcSettings } from './settings.js';
import { Slots } from './slots.js';

/** Calls of one service, which connect by themselves, also after the service was gone. */
export interface Channel extends Calls {
  /** Ends the calls under way, which fail with `UNAVAILABLE`, as do later ones. May be called again. */
  close(): void;
}

/**
 * Makes ready to call the service that the settings name; the first call connects.
 *
 * A call fails with the MetadataError that {@link RpcError} describes, within its deadline: `UNAVAILABLE` where the
 * service cannot be reached. Reads are repeated meanwhile, and writes where they surely left nothing behind.
 *
 * @throws {MetadataError} `INVALID_ARGUMENT` for a file in the settings that is not what it should be.
 */
export function openChannel(settings: GrpcSettings, { log }: { readonly log?: Logger | undefined } = {}): Channel {
  return new GrpcChannel(settings, log);
}

class GrpcChannel implements Channel {
  readonly #settings: GrpcSettings;
  readonly #log: Logger | undefined;
  readonly #client: Client;
  readonly #token: () => Promise<string | undefined>;
  readonly #slots: Slots;
  readonly #underWay = new Set<ClientUnaryCall>();
  #isClosed = false;
  #isLost = false;

  constructor(settings: GrpcSettings, log: Logger | undefined) {
    this.#settings = settings;
    this.#log = log;
    this.#token = tokenSource(settings.token);
    this.#client = new Client(
      // Without the scheme, a host named `unix` would be taken for one.
      `dns:${settings.target}`,
      channelCredentials(settings.tls),
      channelOptions(settings),
    );
    this.#slots = new Slots(settings.maxCalls, settings.maxWaiting);
  }

  async call<R extends Rpc>(rpc: R, request: RequestOf<R>, options: CallOptions = {}): Promise<ResponseOf<R>> {
    const message = this.#encode(rpc, request);
    const end = performance.now() + Math.min(options.deadlineMs ?? Number.POSITIVE_INFINITY, this.#settings.deadlineMs);
    let inDoubt: RpcError | undefined;
    for (let failures = 1; ; failures += 1) {
      try {
        const response = await this.#attempt(rpc, message, end);
        this.#noteReached();
        return response;
      } catch (error) {
        if (error instanceof RpcError && error.status === status.UNAVAILABLE) this.#noteLost(error);
        if (error instanceof RpcError && error.mayHaveHappened) inDoubt = error;
        const waitMs = waitBefore(failures);
        const isLast = failures > this.#settings.retries || performance.now() + waitMs >= end;
        const goesOn = error instanceof RpcError && !isLast && mayRepeat(error, options.isIdempotent === true);
        // A later attempt that surely did nothing says nothing of an earlier one.
        if (!goesOn) throw inDoubt ?? error;
        this.#log?.debug({ rpc, status: error.status, failures, waitMs }, 'mlmd call is repeated');
        await sleep(waitMs);
      }
    }
  }

  close(): void {
    this.#isClosed = true;
    for (const call of this.#underWay) call.cancel();
    this.#client.close();
  }

  /** Done here and once, so that what is too long is known before anything is sent. */
  #encode<R extends Rpc>(rpc: R, request: RequestOf<R>): Buffer {
    const message = (RPCS[rpc].requestSerialize as (request: RequestOf<R>) => Buffer)(request);
    const max = this.#settings.maxMessageBytes;
    if (message.length <= max) return message;
    const text = `A request to the MLMD service has ${message.length} bytes, over the limit of ${max} (max-message-bytes in the store's URL).`;
    throw new MetadataError('RESOURCE_EXHAUSTED', text, { details: { limit: 'max-message-bytes', max } });
  }

  async #attempt<R extends Rpc>(rpc: R, message: Buffer, end: number): Promise<ResponseOf<R>> {
    const giveBack = await this.#slots.take(end - performance.now());
    try {
      const metadata = await this.#metadata();
      const leftMs = end - performance.now();
      return await this.#send(
        rpc,
        message,
        metadata,
        isWrite(rpc) ? leftMs : Math.min(leftMs, this.#settings.attemptMs),
      );
    } finally {
      giveBack();
    }
  }

  /** The reason is for the operator only: users are not told of hosts and certificates. */
  #noteLost(error: RpcError): void {
    if (this.#isLost || this.#isClosed) return;
    this.#isLost = true;
    this.#log?.warn({ err: error }, 'mlmd service cannot be reached');
  }

  #noteReached(): void {
    if (!this.#isLost) return;
    this.#isLost = false;
    this.#log?.info('mlmd service is reached again');
  }

  async #metadata(): Promise<Metadata> {
    const metadata = new Metadata();
    for (const [name, value] of this.#settings.metadata) metadata.add(name, value);
    const token = await this.#token();
    if (token !== undefined) metadata.set('authorization', `Bearer ${token}`);
    return metadata;
  }

  #send<R extends Rpc>(rpc: R, message: Buffer, metadata: Metadata, timeoutMs: number): Promise<ResponseOf<R>> {
    return new Promise((resolve, reject) => {
      if (this.#isClosed) throw new MetadataError('UNAVAILABLE', 'The store is closed.');
      const call: ClientUnaryCall = this.#client.makeUnaryRequest(
        RPCS[rpc].path,
        (bytes: Buffer) => bytes,
        RPCS[rpc].responseDeserialize as (bytes: Buffer) => ResponseOf<R>,
        message,
        metadata,
        { deadline: Date.now() + timeoutMs },
        (failure, response) => {
          this.#underWay.delete(call);
          if (failure === null && response !== undefined) resolve(response);
          else if (failure !== null) reject(new RpcError(rpc, failure, hasLeft(call, this.#client)));
        },
      );
      this.#underWay.add(call);
    });
  }
}

/**
 * Whether a call was put on a connection. grpc-js names the connection's other end as the call's peer from that moment
 * on, and before it the target, whose `dns:` no address begins with. Streams that the service refused unseen, which
 * grpc-js opens anew by itself, do not count.
 */
function hasLeft(call: ClientUnaryCall, client: Client): boolean {
  return call.getPeer() !== client.getChannel().getTarget();
}
