import type { ApolloServerPlugin } from '@apollo/server';
import { type ASTNode, BREAK, type DocumentNode, type GraphQLError, Kind, visit } from 'graphql';

/**
 * Adds `extensions.argument`, the path of the offending input, to what GraphQL and our scalars find wrong with a value: of a
 * literal `filter.createdAt.after`, of a variable `$filter.createdAt.after`, its own name being all that is known.
 */
export function argumentPaths(): ApolloServerPlugin {
  return {
    async requestDidStart() {
      return {
        async didEncounterErrors({ errors, document }) {
          for (const error of errors) {
            const path = argumentPathOf(error, document);
            if (path !== undefined) error.extensions.argument = path;
          }
        },
      };
    },
  };
}

function argumentPathOf({ message, nodes }: GraphQLError, document: DocumentNode | undefined): string | undefined {
  const node = nodes?.[0];
  if (node === undefined || document === undefined) return undefined;
  if (node.kind !== Kind.VARIABLE_DEFINITION) return literalPath(node, document);
  // GraphQL tells the place inside of a variable in the message only: `… got invalid value 7 at "input.items[0]"; …`.
  const [, place = node.variable.name.value] = /^Variable .* at "([^"]+)"; /s.exec(message) ?? [];
  return `$${place.replaceAll(/\[(\d+)\]/g, '.$1')}`;
}

/** The names of the argument and input fields around a value, and its indexes in lists; undefined outside of arguments. */
function literalPath(node: ASTNode, document: DocumentNode): string | undefined {
  let keys: readonly (string | number)[] = [];
  visit(document, {
    enter(visited, _key, _parent, path) {
      if (visited !== node) return undefined;
      keys = [...path];
      return BREAK;
    },
  });
  const names: (string | number)[] = [];
  let at: unknown = document;
  for (const [index, key] of keys.entries()) {
    at = (at as Readonly<Record<string | number, unknown>>)[key];
    const { kind, name } = at as { readonly kind?: string; readonly name?: { readonly value: string } };
    if ((kind === Kind.ARGUMENT || kind === Kind.OBJECT_FIELD) && name !== undefined) names.push(name.value);
    else if (keys[index - 1] === 'values') names.push(key);
  }
  return names.length === 0 ? undefined : names.join('.');
}
