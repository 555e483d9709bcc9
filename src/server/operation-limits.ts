import type { ApolloServerPlugin } from '@apollo/server';
import { type FragmentDefinitionNode, GraphQLError, getVariableValues, Kind } from 'graphql';
import { limitExceeded } from '../errors.js';
import type { Limits } from '../limits.js';
import { measureOperation, type OperationSize } from './operation-size.js';
import { createPageSizeOf, type PageSizeOf } from './page-size.js';

/**
 * Refuses operations that are larger than the limits before anything of them runs. The error's original is a
 * `RESOURCE_EXHAUSTED`; of several limits passed, the first in the order depth, aliases, breadth, cost is named.
 */
export function operationLimits(limits: Limits): ApolloServerPlugin {
  let pageSizeOf: PageSizeOf;
  return {
    async serverWillStart({ schema }) {
      pageSizeOf = createPageSizeOf(schema, limits);
    },

    async requestDidStart() {
      return {
        // Not a validation rule, as variables hold page sizes, and the outcome of validation is kept for the next request.
        async didResolveOperation({ schema, request, document, operation }) {
          // An operation that cannot be told, and variables that do not coerce, are refused by the execution, which says why.
          if (operation === undefined) return;
          const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables ?? {});
          if (coerced === undefined) return;
          const fragments = new Map<string, FragmentDefinitionNode>();
          for (const definition of document.definitions) {
            if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
          }
          refuseOver(limits, measureOperation(operation, { schema, pageSizeOf, fragments, variables: coerced }));
        },
      };
    },
  };
}

function refuseOver(limits: Limits, size: OperationSize): void {
  const checks = [
    ['Query depth', size.depth, 'maxDepth'],
    ['Number of aliases', size.aliases, 'maxAliases'],
    ['Query breadth', size.breadth, 'maxBreadth'],
    ['Query cost', size.cost, 'maxCost'],
  ] as const;
  for (const [what, value, name] of checks) {
    if (value <= limits[name]) continue;
    const originalError = limitExceeded(what, Math.min(value, Number.MAX_SAFE_INTEGER), { name, max: limits[name] });
    throw new GraphQLError(originalError.message, { originalError, extensions: { http: { status: 400 } } });
  }
}
