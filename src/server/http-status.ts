import type { ApolloServerPlugin } from '@apollo/server';
import Negotiator from 'negotiator';

const MEDIA_TYPES = ['application/json', 'application/graphql-response+json'];

/**
 * Answers 200 to a client that takes `application/json` when its document does not parse, validate or coerce. Apollo
 * answers 400 to every client, which such clients take for the failure of a proxy in between.
 *
 * @see GraphQL over HTTP, section 6.4.1: with `application/json` the status says nothing of the GraphQL errors.
 */
export function httpStatus(): ApolloServerPlugin {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ request, source, response }) {
          // Without a document the request itself is malformed, which is 400 to every client.
          if (response.http.status !== 400 || source === undefined) return;
          const accept = request.http?.headers.get('accept');
          const preferred = new Negotiator({ headers: { accept } }).mediaType(MEDIA_TYPES);
          if (preferred === 'application/json') response.http.status = 200;
        },
      };
    },
  };
}
