import { readFileSync } from 'node:fs';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { readInvocation } from '../../src/config.js';
import type { Limits } from '../../src/limits.js';
import type { MetadataStore } from '../../src/mlmd/store.js';
import { resolvers } from '../../src/resolvers/index.js';
import { createRequestContext } from '../../src/server/context.js';
import { createSchema } from '../../src/server/graphql.js';
import { lowerDefaults } from '../../src/server/lower-defaults.js';
import { serve } from '../../src/server/serve.js';

const invocation = readInvocation([], '0.0.0');
if (invocation.kind !== 'SERVE') throw new Error('no arguments mean serve');

/** The settings of a server that is started without flags. */
const DEFAULTS = invocation.config;

const typeDefs = readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8');

/** The schema with its resolvers, as it is served without flags. */
export const schema = createSchema(typeDefs, resolvers);

/** An error as a client sees it. */
export interface ApiError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string; readonly argument?: string; readonly [detail: string]: unknown };
}

/** An answer as a client sees it; what is in `data` is for the test to know. */
export interface ApiAnswer {
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers of any shape, and fail where it is another.
  readonly data?: any;
  readonly errors?: readonly ApiError[];
}

/** A server over HTTP, with the schema and the resolvers that are served. */
export interface Api {
  readonly url: string;
  /** Posts an operation. */
  ask(query: string, variables?: Readonly<Record<string, unknown>>): Promise<ApiAnswer>;
  /** Posts an operation that is to succeed. @returns its data; throws where there are errors. */
  read(query: string, variables?: Readonly<Record<string, unknown>>): Promise<ApiAnswer['data']>;
  stop(): Promise<void>;
}

/** What a test may set of its server. */
export interface ApiOptions {
  readonly limits?: Partial<Limits>;
  readonly now?: () => Date;
}

/** Serves a store until it is stopped. */
export async function startApi(store: MetadataStore, { limits, now }: ApiOptions = {}): Promise<Api> {
  const allLimits = { ...DEFAULTS.limits, ...limits };
  const server = await serve({
    schema: limits === undefined ? schema : createSchema(lowerDefaults(typeDefs, allLimits), resolvers),
    createContext: () => createRequestContext({ store, limits: allLimits, version: '0.0.0', ...(now && { now }) }),
    reader: store,
    log: pino({ level: 'silent' }),
    config: { ...DEFAULTS, port: 0, drainMs: 1_000, limits: allLimits },
  });
  const ask: Api['ask'] = async (query, variables = {}) => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as ApiAnswer;
  };
  return {
    url: server.url,
    ask,
    async read(query, variables) {
      const { data, errors } = await ask(query, variables);
      if (errors !== undefined)
        throw new Error(`the API answered with errors: ${JSON.stringify(errors, undefined, 2)}`);
      return data;
    },
    async stop() {
      await server.stop();
    },
  };
}

/** Serves a store until the test ends. */
export async function startTestApi(store: MetadataStore, options: ApiOptions = {}): Promise<Api> {
  const api = await startApi(store, options);
  onTestFinished(() => api.stop());
  return api;
}
