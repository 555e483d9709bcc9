import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BaseContext } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';
import type { Config } from '../config.js';
import type { Logger } from '../log.js';
import type { MetadataReader } from '../mlmd/store.js';
import { createApp } from './app.js';
import { createGraphQLServer } from './graphql.js';

/** What is served, and how. */
export interface ServeOptions<C extends BaseContext> {
  readonly schema: GraphQLSchema;
  /** Called once for each GraphQL request. */
  readonly createContext: () => C | Promise<C>;
  /** What `/readyz` asks. */
  readonly reader: MetadataReader;
  readonly config: Pick<
    Config,
    'host' | 'port' | 'allowedHosts' | 'corsOrigins' | 'drainMs' | 'introspection' | 'limits' | 'maxTokens'
  >;
  readonly log: Logger;
}

/** A server that accepts requests. */
export interface RunningServer {
  /** Such as `http://127.0.0.1:4000`, with the port that was taken. */
  readonly url: string;

  /**
   * Stops accepting, answers the requests under way and refuses new ones. To be called once.
   *
   * @returns whether all were answered; false when `drainMs` ran out and connections were cut.
   */
  stop(): Promise<boolean>;
}

/**
 * Listens, and serves GraphQL.
 *
 * @throws Node's own error where the address cannot be had: `EADDRINUSE`, `EACCES`, `EADDRNOTAVAIL`, `ENOTFOUND`.
 */
export async function serve<C extends BaseContext>(options: ServeOptions<C>): Promise<RunningServer> {
  const { schema, createContext, reader, config, log } = options;
  const { host, port, drainMs } = config;
  let stopping = false;

  const httpServer = createServer({
    // A client may take so long, in milliseconds, to send its headers and all of its request, and stay idle between two.
    headersTimeout: 15_000,
    requestTimeout: 30_000,
    keepAliveTimeout: 10_000,
  });
  const graphql = createGraphQLServer<C>({ ...config, schema, log, httpServer });
  await graphql.start();
  httpServer.on('request', createApp({ ...config, graphql, createContext, reader, log, isStopping: () => stopping }));

  try {
    await new Promise<void>((resolve, reject) => {
      httpServer.once('error', reject);
      httpServer.listen(port, host, resolve);
    });
  } catch (error) {
    // There is no server to drain, but Apollo holds timers.
    await graphql.stop();
    throw error;
  }

  return {
    url: toUrl(httpServer.address() as AddressInfo),
    async stop() {
      stopping = true;
      const startMs = performance.now();
      await graphql.stop();
      return performance.now() - startMs < drainMs;
    },
  };
}

function toUrl({ address, family, port }: AddressInfo): string {
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}
