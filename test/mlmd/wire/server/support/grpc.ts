import { type ChannelOptions, Client, credentials, type ServiceError } from '@grpc/grpc-js';
import { onTestFinished } from 'vitest';
import { MetadataError } from '../../../../../src/errors.js';
import { RPCS, type Rpc } from '../../../../../src/mlmd/wire/rpc.js';
import type { Handlers } from '../../../../../src/mlmd/wire/server/handlers.js';
import { type GrpcServerOptions, startGrpcServer } from '../../../../../src/mlmd/wire/server/transport.js';
import { recordingLog } from '../../../../server/support/tiny-server.js';

/** Handlers of which only some are given: what a server does around any call needs no more. */
export function handlers(some: Partial<Handlers>): Handlers {
  const refuse = async () => {
    throw new MetadataError('UNIMPLEMENTED', 'This call is not served.');
  };
  const none = Object.fromEntries((Object.keys(RPCS) as Rpc[]).map((rpc) => [rpc, refuse]));
  return { ...none, ...some } as Handlers;
}

/** A server on a free port that goes when the test ends, and what it logs. */
export async function startServer(some: Partial<Handlers> = {}, options: Partial<GrpcServerOptions> = {}) {
  const { log, lines } = recordingLog();
  const server = await startGrpcServer({
    handlers: handlers(some),
    host: '127.0.0.1',
    port: 0,
    tls: undefined,
    readOnly: false,
    maxMessageBytes: 1_048_576,
    drainMs: 10_000,
    isReady: async () => true,
    log,
    ...options,
  });
  let stopped: Promise<boolean> | undefined;
  const stop = () => {
    stopped ??= server.stop();
    return stopped;
  };
  onTestFinished(() => void stop());
  return { address: server.address, stop, lines };
}

/** A client of a server, with a connection of its own. */
export function clientOf(address: string, creds = credentials.createInsecure(), options: ChannelOptions = {}): Client {
  const client = new Client(address, creds, {
    ...options,
    'grpc.use_local_subchannel_pool': 1,
    'grpc.max_receive_message_length': -1,
    'grpc.max_send_message_length': -1,
  });
  onTestFinished(() => client.close());
  return client;
}

/** How a call ended: its reply, or its status. */
export type Ending = { readonly reply: Buffer } | Pick<ServiceError, 'code' | 'details'>;

/** Calls a path with bytes. */
export function callBytes(client: Client, path: string, request: Uint8Array, deadlineMs = 20_000): Promise<Ending> {
  const asItIs = (bytes: Buffer) => bytes;
  return new Promise((resolve) => {
    const deadline = Date.now() + deadlineMs;
    client.makeUnaryRequest(path, asItIs, asItIs, Buffer.from(request), { deadline }, (error, reply) => {
      resolve(error ? { code: error.code, details: error.details } : { reply: reply ?? Buffer.alloc(0) });
    });
  });
}

/** Calls MLMD's service with bytes. */
export function call(client: Client, rpc: Rpc, request: Uint8Array = Buffer.alloc(0), deadlineMs?: number) {
  return callBytes(client, RPCS[rpc].path, request, deadlineMs);
}

/** Sends one message on a stream, and reads what comes. */
export function openStream(client: Client, path: string, request: Uint8Array) {
  const asItIs = (bytes: Buffer) => bytes;
  const stream = client.makeBidiStreamRequest(path, asItIs, asItIs);
  onTestFinished(() => stream.cancel());
  // Being cancelled, by the line above or by the server, is an error of its own.
  stream.on('error', () => {});
  stream.write(Buffer.from(request));
  stream.end();
  const messages = stream[Symbol.asyncIterator]();
  return {
    /** @returns the next message; undefined where there is no more. */
    async next(): Promise<Buffer | undefined> {
      const { value, done } = await messages.next();
      return done === true ? undefined : (value as Buffer);
    },
  };
}
