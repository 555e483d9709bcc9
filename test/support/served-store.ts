import { onTestFinished } from 'vitest';
import { createLogger, type Logger } from '../../src/log.js';
import { openStore } from '../../src/mlmd/open.js';
import type { MetadataStore } from '../../src/mlmd/store.js';
import { storeService } from '../../src/mlmd/wire/server/store-service.js';
import { type RunningGrpcServer, startGrpcServer } from '../../src/mlmd/wire/server/transport.js';

/** Serves a store over gRPC on a free port, without limits that a test would meet. */
export function startService(store: MetadataStore, log: Logger): Promise<RunningGrpcServer> {
  return startGrpcServer({
    handlers: storeService(store, { duplicateEvents: 'reject' }),
    host: '127.0.0.1',
    port: 0,
    tls: undefined,
    readOnly: false,
    maxMessageBytes: 104_857_600,
    drainMs: 1_000,
    isReady: async () => true,
    log,
  });
}

/** Serves a store over gRPC until the test is over. @returns the URL to open it by. */
export async function serveStore(store: MetadataStore): Promise<string> {
  const server = await startService(store, createLogger('silent'));
  onTestFinished(async () => void (await server.stop()));
  return `grpc://${server.address}`;
}

/** Opens the store behind a service until the test is over. */
export async function openService(url: string, { readOnly = false } = {}): Promise<MetadataStore> {
  const store = await openStore(url, { readOnly });
  onTestFinished(() => store.close());
  return store;
}
