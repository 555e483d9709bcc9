import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Config, GrpcConfig } from '../config.js';
import type { Logger } from '../log.js';
import type { MetadataStore } from '../mlmd/store.js';
import { GrpcStore } from '../mlmd/wire/client/grpc-store.js';
import type { ServerTls } from '../mlmd/wire/server/transport.js';
import { answers } from '../server/health.js';
import { explainListenError, StartError } from './start-error.js';

/** A server that runs. */
export interface Serving {
  /** Where, for whoever started it. */
  readonly says: string;
  /** Resolves with whether all that was asked until then was answered. To be called once. */
  readonly stop: () => Promise<boolean>;
}

/** The settings of the gRPC server, and those that it shares with GraphQL's. */
export interface ServeGrpcOptions extends GrpcConfig, Pick<Config, 'drainMs'> {
  /** Calls that write are refused. */
  readonly readOnly: boolean;
  readonly log: Logger;
}

/**
 * Serves MLMD's own protocol over a store. Resolves once calls are accepted.
 *
 * @throws StartError where a file of the TLS settings is not what it should be, or the address cannot be had.
 */
export async function serveGrpc(store: MetadataStore, options: ServeGrpcOptions): Promise<Serving> {
  const { duplicateEvents } = options;
  const tls = options.tls && (await readTls(options.tls));
  // Loaded when needed: a server has reflection and health checking, with a second library for protobuf behind them.
  const { startGrpcServer } = await import('../mlmd/wire/server/transport.js');
  const { storeService } = await import('../mlmd/wire/server/store-service.js');
  const { forwardingService } = await import('../mlmd/wire/server/forwarding.js');
  // What is behind another service of this kind is asked of that as it is, with nothing lost on the way.
  const handlers =
    store instanceof GrpcStore
      ? forwardingService(store.calls, { duplicateEvents })
      : storeService(store, { duplicateEvents, maxReplyBytes: options.maxMessageBytes });
  try {
    const { address, stop } = await startGrpcServer({ ...options, tls, handlers, isReady: () => answers(store) });
    return { says: `gRPC at ${address}`, stop };
  } catch (error) {
    throw explainListenError(error, { ...options, flags: { host: '--grpc-host', port: '--grpc-port' } }) ?? error;
  }
}

async function readTls({ certFile, keyFile, clientCaFile }: NonNullable<GrpcConfig['tls']>): Promise<ServerTls> {
  const cert = await readSetting('--grpc-tls-cert', certFile);
  const certificate = parsed('--grpc-tls-cert', certFile, 'certificate', () => new X509Certificate(cert));
  const key = await readSetting('--grpc-tls-key', keyFile);
  const privateKey = parsed('--grpc-tls-key', keyFile, 'private key without a password', () => createPrivateKey(key));
  if (!certificate.checkPrivateKey(privateKey)) {
    throw new StartError(`--grpc-tls-key: '${keyFile}' is not the key of the certificate in '${certFile}'.`);
  }
  if (clientCaFile === undefined) return { cert, key };
  const clientCa = await readSetting('--grpc-client-ca', clientCaFile);
  parsed('--grpc-client-ca', clientCaFile, 'certificate', () => new X509Certificate(clientCa));
  return { cert, key, clientCa };
}

async function readSetting(flag: string, file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new StartError(`${flag}: '${file}' cannot be read (${code}).`, { cause });
  }
}

function parsed<T>(flag: string, file: string, what: string, parse: () => T): T {
  try {
    return parse();
  } catch (cause) {
    throw new StartError(`${flag}: '${file}' holds no ${what} in PEM.`, { cause });
  }
}
