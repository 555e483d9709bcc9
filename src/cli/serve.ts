import { readFileSync } from 'node:fs';
import { setLogger } from '@grpc/grpc-js';
import type { Config } from '../config.js';
import { isAnothersOwn } from '../conventions/index.js';
import { createLogger, type Logger } from '../log.js';
import { openStore } from '../mlmd/open.js';
import type { MetadataStore } from '../mlmd/store.js';
import { recordDemo, registerKubeflowTypes } from '../recording/index.js';
import { resolvers } from '../resolvers/index.js';
import { createRequestContext } from '../server/context.js';
import { createSchema } from '../server/graphql.js';
import { lowerDefaults } from '../server/lower-defaults.js';
import { serve } from '../server/serve.js';
import { type Serving, serveGrpc } from './grpc.js';
import { explainListenError } from './start-error.js';
import { stopOnSignal } from './stop-on-signal.js';

/**
 * Opens the store, serves it, and says on stdout where. Resolves once requests are accepted; from then on a signal ends
 * the process.
 *
 * @throws MetadataError where the store cannot be opened, StartError where the address cannot be had. Nothing is left open.
 */
export async function runServe(config: Config, version: string): Promise<void> {
  const log = createLogger(config.logLevel);
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'ended by an unforeseen error');
    process.exit(1);
  });

  // gRPC's library would write past the log otherwise.
  setLogger({ error: (...said: unknown[]) => log.warn({ said: said.map(String) }, 'gRPC') });

  const likeEngine = config.registerTypes === 'none';
  const onCreate = likeEngine ? undefined : registerKubeflowTypes;
  const leaveAlone = config.readOnly === 'auto' ? isAnothersOwn : undefined;
  const store = await openStore(config.store, {
    readOnly: config.readOnly === true,
    leaveAlone,
    password: config.storePassword,
    log,
    likeEngine,
    onCreate,
  });
  const { readOnly } = await store.describe();
  const servers: Serving[] = [];
  const stop = async () => {
    const allAnswered = await Promise.all(servers.map((server) => server.stop()));
    await store.close();
    return allAnswered.every(Boolean);
  };
  try {
    if (config.demo) await recordDemo(store, { now: () => new Date() });
    servers.push(await serveGraphql(store, { config, version, log }));
    if (config.grpc !== undefined) servers.push(await serveGrpc(store, { ...config, ...config.grpc, readOnly, log }));
  } catch (error) {
    await stop();
    throw error;
  }

  // Before the lines are out, as whoever waits for them may send a signal at once.
  stopOnSignal({ stop, drainMs: config.drainMs, underNpm: config.underNpm, log });
  process.stdout.write(servers.map(({ says }) => `${says}\n`).join(''));
}

interface GraphqlOptions {
  readonly config: Config;
  readonly version: string;
  readonly log: Logger;
}

async function serveGraphql(store: MetadataStore, { config, version, log }: GraphqlOptions): Promise<Serving> {
  const typeDefs = readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8');
  const schema = createSchema(lowerDefaults(typeDefs, config.limits), resolvers);
  const createContext = () => createRequestContext({ store, limits: config.limits, version });
  try {
    const { url, stop } = await serve({ schema, createContext, reader: store, config, log });
    return { says: `UI at ${url}, GraphQL at ${url}/graphql, GraphiQL at ${url}/graphiql`, stop };
  } catch (error) {
    throw explainListenError(error, { ...config, flags: { host: '--host', port: '--port' } }) ?? error;
  }
}
