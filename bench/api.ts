import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { pino } from 'pino';
import { readInvocation } from '../src/config.js';
import type { MetadataStore } from '../src/mlmd/store.js';
import { resolvers } from '../src/resolvers/index.js';
import type { RequestContext } from '../src/resolvers/request-context.js';
import { createRequestContext } from '../src/server/context.js';
import { createGraphQLServer, createSchema } from '../src/server/graphql.js';

/** Answers an operation with the JSON text that would be sent. Throws where it has errors. */
export type Ask = (query: string, variables: Record<string, unknown>) => Promise<string>;

/**
 * The API over a store, in this process and without HTTP: parsing, validation, limits, execution and the JSON text are
 * as when it is served.
 */
export async function openApi(store: MetadataStore): Promise<Ask> {
  const invocation = readInvocation(['--deadline-ms', '600000'], 'bench');
  if (invocation.kind !== 'SERVE') throw new Error('no command means serve');
  const { config } = invocation;
  const server = createGraphQLServer<RequestContext>({
    ...config,
    schema: createSchema(readFileSync('schema.graphql', 'utf8'), resolvers),
    log: pino({ level: 'silent' }),
    httpServer: createServer(),
  });
  await server.start();
  return async (query, variables) => {
    const contextValue = createRequestContext({ store, limits: config.limits, version: 'bench' });
    const { body } = await server.executeOperation({ query, variables }, { contextValue });
    if (body.kind !== 'single') throw new Error('the answer comes in parts');
    const { errors } = body.singleResult;
    if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join('; '));
    return JSON.stringify(body.singleResult);
  };
}
