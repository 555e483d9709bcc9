import type { ApolloServerPlugin } from '@apollo/server';
import type { Logger } from '../log.js';

/** Logs one line for each operation, at `debug`, and the failures of Apollo itself, which it would only name. */
export function requestLog(log: Logger): ApolloServerPlugin {
  return {
    async requestDidStart() {
      const startMs = performance.now();
      return {
        async willSendResponse({ operation, operationName, errors }) {
          const durationMs = Math.round(performance.now() - startMs);
          log.debug(
            { operation: operation?.operation, operationName, durationMs, errors: errors?.length ?? 0 },
            'answered',
          );
        },
      };
    },

    async unexpectedErrorProcessingRequest({ error }) {
      log.error({ err: error }, 'request could not be processed');
    },
  };
}
