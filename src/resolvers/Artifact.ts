import { type ArtifactKind, artifactKind, descriptionOf, ownerOf, versionOf } from '../conventions/index.js';
import type { ArtifactResolvers, GenericArtifactResolvers } from '../generated/resolvers.js';
import type { Artifact as ArtifactModel } from '../mlmd/model.js';
import { lineageNodeFields } from './LineageNode.js';
import { eventConnection } from './lists/event-list.js';

const TYPE_NAMES = {
  DATA_SET: 'DataSet',
  MODEL: 'Model',
  METRICS: 'Metrics',
  OTHER: 'GenericArtifact',
} as const satisfies Record<ArtifactKind, string>;

/** The kind of an artifact, as its type says. */
export function kindOf({ typeName, baseType }: ArtifactModel): ArtifactKind {
  return artifactKind({ name: typeName, baseType });
}

/** The GraphQL type that an artifact is shown as. */
export function artifactTypeName(artifact: ArtifactModel): (typeof TYPE_NAMES)[ArtifactKind] {
  return TYPE_NAMES[kindOf(artifact)];
}

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
} satisfies GenericArtifactResolvers;
