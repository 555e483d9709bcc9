import { descriptionOf, digestOf, locationsOf, ownerOf, versionOf } from '../conventions/index.js';
import type { ArtifactResolvers, GenericArtifactResolvers } from '../generated/resolvers.js';
import { artifactTypeName } from './artifact-kind.js';
import { lineageNodeFields } from './LineageNode.js';
import { eventConnection } from './lists/event-list.js';

/** Tells artifacts by what their type says of them. */
export const Artifact = { __resolveType: (artifact) => artifactTypeName(artifact) } satisfies ArtifactResolvers;

/** Resolves what artifacts of all types share. */
export const artifactFields = {
  ...lineageNodeFields,
  producedBy: (artifact, args, request) =>
    eventConnection(request, artifact, 'UPSTREAM', args, ({ executionId }) => request.loaders.execution(executionId)),
  consumedBy: (artifact, args, request) =>
    eventConnection(request, artifact, 'DOWNSTREAM', args, ({ executionId }) => request.loaders.execution(executionId)),
  description: (artifact) => descriptionOf(artifact) ?? null,
  owner: (artifact) => ownerOf(artifact) ?? null,
  version: (artifact) => versionOf(artifact) ?? null,
  digest: (artifact) => digestOf(artifact) ?? null,
  locations: (artifact) => locationsOf(artifact),
} satisfies GenericArtifactResolvers;
