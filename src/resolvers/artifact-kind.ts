import { type ArtifactKind, artifactKind } from '../conventions/index.js';
import type { Artifact } from '../mlmd/model.js';

const TYPE_NAMES = {
  DATA_SET: 'DataSet',
  MODEL: 'Model',
  METRICS: 'Metrics',
  OTHER: 'GenericArtifact',
} as const satisfies Record<ArtifactKind, string>;

/** The kind of an artifact, as its type says. */
export function kindOf({ typeName, baseType }: Artifact): ArtifactKind {
  return artifactKind({ name: typeName, baseType });
}

/** The GraphQL type that an artifact is shown as. */
export function artifactTypeName(artifact: Artifact): (typeof TYPE_NAMES)[ArtifactKind] {
  return TYPE_NAMES[kindOf(artifact)];
}
