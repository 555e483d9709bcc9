import { KUBEFLOW, RESERVED, textOf } from '../conventions/index.js';
import { MetadataError } from '../errors.js';
import { toGlobalId } from '../global-id.js';
import type { Filter } from '../mlmd/filter/filter.js';
import type { Artifact, TypeId } from '../mlmd/model.js';
import type { ArtifactPut, MetadataTransaction } from '../mlmd/store.js';
import { columnIs, firstNode, propertyIs } from './lookup.js';

/** What makes two data sets, or two models, the same one. Source: the SDK's `is_duplicated`; it leaves out the run. */
export interface ArtifactIdentity {
  readonly typeId: TypeId;
  readonly uri: string;
  readonly name: string;
  /** None, or an empty one, is equal to none. */
  readonly version: string | undefined;
  readonly workspaceName: string;
}

/** The first stored artifact with an identity. */
export function artifactWith(
  transaction: MetadataTransaction,
  { typeId, uri, name, version, workspaceName }: ArtifactIdentity,
): Promise<Artifact | undefined> {
  const hasVersion: Filter = { op: 'PROPERTY', name: 'version', custom: false, test: { op: 'EXISTS' } };
  return firstNode(transaction, 'ARTIFACT', {
    op: 'AND',
    of: [
      columnIs('uri', uri),
      { op: 'TYPE_ID', in: [typeId] },
      propertyIs('name', false, name),
      version ? propertyIs('version', false, version) : { op: 'NOT', of: hasVersion },
      propertyIs(RESERVED.workspace, true, workspaceName),
    ],
  });
}

/** Equal for equal identities. */
export function identityKey({ typeId, uri, name, version, workspaceName }: ArtifactIdentity): string {
  return `identity ${JSON.stringify([String(typeId), uri, name, version ?? '', workspaceName])}`;
}

/**
 * Refuses a change that would leave two equal artifacts, of which the next step would find either.
 *
 * @throws MetadataError `ALREADY_EXISTS` where another artifact has the identity that `put` would give this one.
 */
export async function refuseDouble(
  transaction: MetadataTransaction,
  stored: Artifact,
  put: ArtifactPut,
  argument: string,
): Promise<void> {
  const before = identityOf(stored.typeName, stored);
  const after = identityOf(stored.typeName, put);
  if (after === undefined || (before !== undefined && identityKey(before) === identityKey(after))) return;
  const equal = await artifactWith(transaction, after);
  if (equal === undefined || equal.id === stored.id) return;
  throw new MetadataError('ALREADY_EXISTS', `${toGlobalId(equal)} is that very artifact already.`, { argument });
}

/** The identity of a data set or a model; undefined for an artifact without all that makes one. */
function identityOf(typeName: string | undefined, put: ArtifactPut): ArtifactIdentity | undefined {
  const name = textOf(put.properties, 'name');
  const workspaceName = textOf(put.customProperties, RESERVED.workspace);
  if (typeName !== KUBEFLOW.dataSet && typeName !== KUBEFLOW.model) return undefined;
  if (put.uri === undefined || name === undefined || workspaceName === undefined) return undefined;
  return { typeId: put.typeId, uri: put.uri, name, version: textOf(put.properties, 'version'), workspaceName };
}
