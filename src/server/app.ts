import type { ApolloServer, BaseContext } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import cors from 'cors';
import express, { type Express, type RequestHandler } from 'express';
import type { Limits } from '../limits.js';
import type { Logger } from '../log.js';
import type { MetadataReader } from '../mlmd/store.js';
import { graphiqlRoutes } from './graphiql.js';
import { healthRoutes } from './health.js';
import { expectHost } from './host-check.js';
import { createErrorHandler, expectUtf8, jsonOnly, notFound, sendError } from './http-errors.js';
import { STORY } from './story.js';
import { webRoutes } from './web.js';

/** What the routes need. */
export interface AppOptions<C extends BaseContext> {
  /** Started. */
  readonly graphql: ApolloServer<C>;
  /** Called once for each GraphQL request. */
  readonly createContext: () => C | Promise<C>;
  readonly reader: MetadataReader;
  readonly limits: Limits;
  readonly corsOrigins: readonly string[];
  /** The address or name that is listened on. */
  readonly host: string;
  readonly allowedHosts: readonly string[];
  readonly log: Logger;
  readonly isStopping: () => boolean;
}

/** Puts the routes together: `/graphql`, `/graphiql`, `/healthz`, `/readyz`, and the pages of the web UI elsewhere. */
export function createApp<C extends BaseContext>(options: AppOptions<C>): Express {
  const { graphql, createContext, reader, limits, corsOrigins, host, allowedHosts, log, isStopping } = options;
  const app = express();
  app.disable('x-powered-by');
  app.use(securityHeaders);
  app.use(expectHost(host, allowedHosts));
  app.use(healthRoutes(reader, isStopping));
  app.use(refuseWhile(isStopping, log));
  app.use(graphiqlRoutes(STORY));
  app.use(
    '/graphql',
    apolloPagePolicy,
    corsFor(corsOrigins),
    jsonOnly,
    express.json({ limit: limits.maxBodyBytes, verify: expectUtf8 }),
    expressMiddleware(graphql, { context: async () => inheritable(await createContext()) }),
  );
  app.use(webRoutes());
  app.use(notFound);
  app.use(createErrorHandler(limits, log));
  return app;
}

/**
 * Makes Apollo's copy of a context see the context itself. Apollo copies the own properties of what it is given, which
 * turns a getter into the value that it had before the request; what is inherited stays as it is.
 */
function inheritable<C extends BaseContext>(context: C): C {
  return Object.create(context);
}

/** Answers hold what is true now and belong in no cache, no frame and no guess at their type. */
const securityHeaders: RequestHandler = (_request, response, next) => {
  response.set({
    'Cache-Control': 'no-store',
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
  });
  next();
};

/** Apollo's page for browsers brings a policy of its own, for the host it loads Sandbox from; ours would block it. */
const apolloPagePolicy: RequestHandler = (_request, response, next) => {
  response.set('Content-Security-Policy', "frame-ancestors 'none'");
  next();
};

/** Without named origins no CORS header is ever sent, and a browser lets no other page read or send anything. */
function corsFor(origins: readonly string[]): RequestHandler {
  if (origins.length === 0) return (_request, _response, next) => next();
  return cors({ origin: [...origins], methods: ['GET', 'POST'], maxAge: 600 });
}

/** Connections that are kept open may still bring requests after the port is closed. */
function refuseWhile(isStopping: () => boolean, log: Logger): RequestHandler {
  return (_request, response, next) => {
    if (!isStopping()) return next();
    log.debug('refused a request while stopping');
    response.set('Connection', 'close');
    sendError(response, 503, 'The server is stopping; try again.', { code: 'UNAVAILABLE' });
  };
}
