import { type AddressInfo, createServer, type Server as Listener, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ChannelOptions, Server, ServerCredentials } from '@grpc/grpc-js';
import { CallsUnderWay } from './calls-under-way.js';
import { Health } from './health.js';
import { type MethodOptions, methodsOf } from './methods.js';
import { addReflection } from './reflection.js';

/** What proves the server to its clients and, with `clientCa`, them to it; the contents of PEM files. */
export interface ServerTls {
  readonly cert: Buffer;
  readonly key: Buffer;
  /** Clients must show a certificate that one of these has signed. */
  readonly clientCa?: Buffer | undefined;
}

/** What is served over gRPC, and how. */
export interface GrpcServerOptions extends MethodOptions {
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
  /** Unencrypted where undefined. */
  readonly tls: ServerTls | undefined;
  /** How long calls under way may take to end once a stop was asked for, in milliseconds. */
  readonly drainMs: number;
  /** Whether the store answers. */
  readonly isReady: () => Promise<boolean>;
}

/** A server that accepts calls. */
export interface RunningGrpcServer {
  /** Such as `127.0.0.1:8080`, with the port that was taken. */
  readonly address: string;

  /**
   * Stops accepting, and answers the calls under way. To be called once.
   *
   * @returns whether all were answered; false when `drainMs` ran out and connections were cut.
   */
  stop(): Promise<boolean>;
}

/** What one client may take. Connections that are idle or old are closed in order, and clients open others unasked. */
const CHANNEL_OPTIONS: ChannelOptions = {
  'grpc.max_concurrent_streams': 100,
  'grpc.keepalive_time_ms': 60_000,
  'grpc.keepalive_timeout_ms': 20_000,
  'grpc.max_connection_idle_ms': 300_000,
  'grpc.max_connection_age_ms': 3_600_000,
  'grpc.max_connection_age_grace_ms': 60_000,
  // Statistics of connections and calls that nothing reads.
  'grpc.enable_channelz': 0,
};

/** Beyond these, new ones are closed at once. */
const MAX_CONNECTIONS = 1_000;

/** What is left once all calls are answered, such as a stream that a client keeps open, gets so long, in milliseconds. */
const CLOSE_MS = 500;

/**
 * Listens, and serves `ml_metadata.MetadataStoreService` with health checking and reflection.
 *
 * @throws Node's own error where the address cannot be had: `EADDRINUSE`, `EACCES`, `EADDRNOTAVAIL`, `ENOTFOUND`; and for
 *   certificates that are none.
 */
export async function startGrpcServer(options: GrpcServerOptions): Promise<RunningGrpcServer> {
  const { host, port, tls, drainMs, isReady, maxMessageBytes } = options;
  const calls = new CallsUnderWay();
  const health = new Health(['ml_metadata.MetadataStoreService'], isReady);
  const server = new Server({
    ...CHANNEL_OPTIONS,
    'grpc.max_receive_message_length': maxMessageBytes,
    'grpc.max_send_message_length': -1,
    interceptors: [calls.interceptor],
  });
  const methods = [...methodsOf(options)];
  server.addService(
    Object.fromEntries(methods.map(([rpc, { definition }]) => [rpc, definition])),
    Object.fromEntries(methods.map(([rpc, { answer }]) => [rpc, answer])),
  );
  health.addTo(server);
  addReflection(server);

  // The library can listen too, but tells what went wrong as a text only, and bounds no number of connections.
  const injector = server.createConnectionInjector(credentialsFrom(tls));
  const { listener, sockets } = createListener((socket) => injector.injectConnection(socket));
  await new Promise<void>((resolve, reject) => {
    listener.once('error', reject);
    listener.listen(port, host, resolve);
  });

  return {
    address: addressOf(listener),
    async stop() {
      listener.close();
      health.stop();
      const closed = new Promise<void>((resolve) => server.tryShutdown(() => resolve()));
      const allAnswered = await Promise.race([calls.none().then(() => true), after(drainMs).then(() => false)]);
      if (allAnswered) await Promise.race([closed, after(CLOSE_MS)]);
      for (const socket of sockets) socket.destroy();
      return allAnswered;
    },
  };
}

function createListener(onConnection: (socket: Socket) => void): { listener: Listener; sockets: ReadonlySet<Socket> } {
  const sockets = new Set<Socket>();
  const listener = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    // Whoever resets a connection need not be told; without a listener it would end the process.
    socket.on('error', () => {});
    onConnection(socket);
  });
  listener.maxConnections = MAX_CONNECTIONS;
  return { listener, sockets };
}

function credentialsFrom(tls: ServerTls | undefined): ServerCredentials {
  if (tls === undefined) return ServerCredentials.createInsecure();
  const { cert, key, clientCa } = tls;
  return ServerCredentials.createSsl(
    clientCa ?? null,
    [{ cert_chain: cert, private_key: key }],
    clientCa !== undefined,
  );
}

function addressOf(listener: Listener): string {
  const { address, family, port } = listener.address() as AddressInfo;
  return `${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

function after(ms: number): Promise<void> {
  return sleep(ms, undefined, { ref: false });
}
