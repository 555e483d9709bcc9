import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { openStore } from '../../src/mlmd/open.js';
import type { MetadataStore } from '../../src/mlmd/store.js';
import { storeService } from '../../src/mlmd/wire/server/store-service.js';
import { startGrpcServer } from '../../src/mlmd/wire/server/transport.js';

/** Serves a store over gRPC until the test is over. @returns the URL to open it by. */
export async function serveStore(store: MetadataStore): Promise<string> {
  const server = await startGrpcServer({
    handlers: storeService(store, { duplicateEvents: 'reject' }),
    host: '127.0.0.1',
    port: 0,
    tls: undefined,
    readOnly: false,
    maxMessageBytes: 104_857_600,
    drainMs: 1_000,
    isReady: async () => true,
    log: pino({ level: 'silent' }),
  });
  onTestFinished(async () => void (await server.stop()));
  return `grpc://${server.address}`;
}

/** Opens the store behind a service until the test is over. */
export async function openService(url: string, { readOnly = false } = {}): Promise<MetadataStore> {
  const store = await openStore(url, { readOnly });
  onTestFinished(() => store.close());
  return store;
}
