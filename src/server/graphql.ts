import type { Server } from 'node:http';
import { ApolloServer, type BaseContext } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import { ApolloServerPluginLandingPageLocalDefault } from '@apollo/server/plugin/landingPage/default';
import { makeExecutableSchema } from '@graphql-tools/schema';
import type { IResolvers } from '@graphql-tools/utils';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import type { Limits } from '../limits.js';
import type { Logger } from '../log.js';
import { argumentPaths } from './argument-paths.js';
import { createFormatError } from './format-error.js';
import { httpStatus } from './http-status.js';
import { operationLimits } from './operation-limits.js';
import { requestLog } from './request-log.js';

/** What a GraphQL server is made of. */
export interface GraphQLServerOptions {
  readonly schema: GraphQLSchema;
  readonly limits: Limits;
  readonly maxTokens: number;
  readonly introspection: boolean;
  readonly log: Logger;
  /** Stopping the GraphQL server closes this one, once the requests under way are answered. */
  readonly httpServer: Server;
  /** After so many milliseconds of stopping, open connections are cut. */
  readonly drainMs: number;
}

/**
 * Joins the text of the schema and its resolvers.
 *
 * @throws where a resolver has no field, or an interface or union has no way to tell an object's type.
 */
export function createSchema(typeDefs: string | DocumentNode, resolvers: IResolvers): GraphQLSchema {
  const schema = makeExecutableSchema({
    typeDefs,
    resolvers,
    resolverValidationOptions: {
      requireResolversToMatchSchema: 'error',
      requireResolversForResolveType: 'error',
    },
  });
  // A scalar takes everything from its resolver, which has no description.
  for (const type of Object.values(schema.getTypeMap())) type.description ??= type.astNode?.description?.value;
  return schema;
}

/** Sets Apollo up: what it does by itself, what it must not do, and our plugins. It must be started before use. */
export function createGraphQLServer<C extends BaseContext>(options: GraphQLServerOptions): ApolloServer<C> {
  const { schema, limits, maxTokens, introspection, log, httpServer, drainMs } = options;
  return new ApolloServer<C>({
    schema,
    introspection,
    hideSchemaDetailsFromClientErrors: !introspection,
    parseOptions: { maxTokens },
    formatError: createFormatError(log, maxTokens),
    // Whatever NODE_ENV says: a stack is for the log.
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    // Parsed documents and persisted queries share 30 MiB at most.
    cache: 'bounded',
    // The command line drains, closes the store and exits, in that order; Apollo would exit first.
    stopOnTerminationSignals: false,
    logger: log,
    plugins: [
      operationLimits(limits),
      argumentPaths(),
      httpStatus(),
      requestLog(log),
      ApolloServerPluginDrainHttpServer({ httpServer, stopGracePeriodMillis: drainMs }),
      ApolloServerPluginLandingPageLocalDefault({ embed: { runTelemetry: false }, footer: false }),
      // Nothing leaves this machine, whatever APOLLO_… variables are set; and no answer here may be cached.
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginCacheControlDisabled(),
    ],
  });
}
