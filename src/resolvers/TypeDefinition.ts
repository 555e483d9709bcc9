import type { TypeDefinitionResolvers } from '../generated/resolvers.js';

/** Resolves a registered type. */
export const TypeDefinition = {
  mlmdId: ({ id }) => id,
  properties: ({ properties }) => [...properties].map(([name, type]) => ({ name, type })),
} satisfies TypeDefinitionResolvers;
