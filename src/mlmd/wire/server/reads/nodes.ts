import type { Filter } from '../../../filter/filter.js';
import type { NodeKind, Value } from '../../../model.js';
import type { MetadataReader } from '../../../store.js';
import { type NodeMessageOf, typeIdOf } from '../../codec/nodes.js';
import { fromType, type TypeMessageOf } from '../../codec/types.js';
import type { Handlers, ReadRpc } from '../handlers.js';
import { allNodes, nodesOfIds } from './all-nodes.js';
import { foundByExternalIds } from './external-ids.js';
import { findType, type TypeName } from './types.js';

type NodeRpc =
  | Extract<ReadRpc, `get${'Artifacts' | 'Executions' | 'Contexts'}${'ById' | 'ByExternalIds'}`>
  | Extract<ReadRpc, `get${string}ByTypeAndName`>
  | 'getArtifactsByUri';

/** Answers the calls that look nodes up. */
export function nodeReads(reader: MetadataReader, maxBytes: number): Handlers<NodeRpc> {
  const { byIds, byExternalIds, byName } = readsOf(reader, maxBytes);
  return {
    getArtifactsById: async ({ artifactIds, populateArtifactTypes = false }) => {
      const artifacts = await byIds('ARTIFACT', artifactIds);
      return { artifacts, artifactTypes: populateArtifactTypes ? await typesOf(reader, artifacts) : [] };
    },
    getExecutionsById: async ({ executionIds }) => ({ executions: await byIds('EXECUTION', executionIds) }),
    getContextsById: async ({ contextIds }) => ({ contexts: await byIds('CONTEXT', contextIds) }),
    getArtifactsByUri: async ({ uris }) => ({ artifacts: await artifactsByUri(reader, uris, maxBytes) }),
    getArtifactsByExternalIds: async ({ externalIds }) => ({
      artifacts: await byExternalIds('ARTIFACT', externalIds),
    }),
    getExecutionsByExternalIds: async ({ externalIds }) => ({
      executions: await byExternalIds('EXECUTION', externalIds),
    }),
    getContextsByExternalIds: async ({ externalIds }) => ({ contexts: await byExternalIds('CONTEXT', externalIds) }),
    getArtifactByTypeAndName: async ({ artifactName, ...type }) => ({
      artifact: await byName('ARTIFACT', type, artifactName),
    }),
    getExecutionByTypeAndName: async ({ executionName, ...type }) => ({
      execution: await byName('EXECUTION', type, executionName),
    }),
    getContextByTypeAndName: async ({ contextName, ...type }) => ({
      context: await byName('CONTEXT', type, contextName),
    }),
  };
}

/** The ways to look nodes up, whatever their kind. */
function readsOf(reader: MetadataReader, maxBytes: number) {
  return {
    byIds: <K extends NodeKind>(kind: K, ids: readonly bigint[]) => nodesOfIds(reader, kind, ids),
    byExternalIds: <K extends NodeKind>(kind: K, externalIds: readonly string[]) =>
      foundByExternalIds(`${kind.toLowerCase()}s`, externalIds, () => {
        return allNodes(reader, kind, { op: 'COLUMN', column: 'externalId', test: oneOf(externalIds) }, maxBytes);
      }),
    /** A name that is unset is an empty one. */
    byName: async <K extends NodeKind>(
      kind: K,
      typeName: TypeName,
      name = '',
    ): Promise<NodeMessageOf[K] | undefined> => {
      const type = await findType(reader, kind, typeName);
      if (type === undefined) return undefined;
      const named: Filter = { op: 'COLUMN', column: 'name', test: oneOf([name]) };
      const [node] = await allNodes(
        reader,
        kind,
        { op: 'AND', of: [{ op: 'TYPE_ID', in: [type.id] }, named] },
        maxBytes,
      );
      return node;
    },
  };
}

/** An empty uri is that of the artifacts that have none. */
async function artifactsByUri(reader: MetadataReader, uris: readonly string[], maxBytes: number) {
  if (uris.length === 0) return [];
  const known: Filter = { op: 'COLUMN', column: 'uri', test: oneOf(uris.filter((uri) => uri !== '')) };
  const unknown: Filter = { op: 'NOT', of: { op: 'COLUMN', column: 'uri', test: { op: 'EXISTS' } } };
  return allNodes(reader, 'ARTIFACT', uris.includes('') ? { op: 'OR', of: [known, unknown] } : known, maxBytes);
}

/** The types of the artifacts, each once. */
async function typesOf(
  reader: MetadataReader,
  artifacts: readonly NodeMessageOf['ARTIFACT'][],
): Promise<readonly TypeMessageOf['ARTIFACT'][]> {
  const ids = new Set(artifacts.flatMap((artifact) => typeIdOf(artifact) ?? []));
  const types = await reader.types({ kind: 'ARTIFACT', ids: [...ids] });
  return types.map((type) => fromType('ARTIFACT', type));
}

function oneOf(texts: readonly string[]) {
  const values = [...new Set(texts)].map((value): Value => ({ type: 'STRING', value }));
  return { op: 'IN', values } as const;
}
