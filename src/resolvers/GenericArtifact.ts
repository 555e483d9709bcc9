import type { GenericArtifactResolvers } from '../generated/resolvers.js';
import { artifactFields } from './Artifact.js';

/** Resolves an artifact of which nothing more is known. */
export const GenericArtifact = artifactFields satisfies GenericArtifactResolvers;
