import type { NodeKind, TypeId } from '../../model.js';
import type { NodeMessageOf } from '../codec/nodes.js';
import type { TypeMessageOf } from '../codec/types.js';
import type { ListOperationOptions } from '../generated/ml_metadata/proto/metadata_store.js';
import type { Calls } from '../rpc.js';

/** The calls that MLMD has three of, one for each kind of node, under one name. */
export interface KindCalls<K extends NodeKind> {
  /** Without those that do not exist, each once, by id. */
  readonly byId: (calls: Calls, ids: readonly bigint[]) => Promise<readonly NodeMessageOf[K][]>;
  /** `NOT_FOUND` where there is none at all. */
  readonly byExternalIds: (calls: Calls, ids: readonly string[]) => Promise<readonly NodeMessageOf[K][]>;
  /** None for executions and contexts, which have no uri. */
  readonly byUris: (calls: Calls, uris: readonly string[]) => Promise<readonly NodeMessageOf[K][]>;
  readonly byTypeAndName: (
    calls: Calls,
    type: { readonly name: string; readonly version: string | undefined },
    name: string,
  ) => Promise<NodeMessageOf[K] | undefined>;
  readonly list: (calls: Calls, options: ListOperationOptions | undefined) => Promise<readonly NodeMessageOf[K][]>;
  /** Without system types and external ids. */
  readonly types: (calls: Calls) => Promise<readonly TypeMessageOf[K][]>;
  readonly typesById: (calls: Calls, ids: readonly TypeId[]) => Promise<readonly TypeMessageOf[K][]>;
  /** The type without a version; `NOT_FOUND` where there is none. */
  readonly typeByName: (calls: Calls, name: string) => Promise<TypeMessageOf[K] | undefined>;
}

/** The calls of each kind. */
export const KIND_CALLS: { readonly [K in NodeKind]: KindCalls<K> } = {
  ARTIFACT: {
    byId: async (calls, ids) => (await calls.call('getArtifactsById', { artifactIds: ids })).artifacts,
    byExternalIds: async (calls, externalIds) =>
      (await calls.call('getArtifactsByExternalIds', { externalIds })).artifacts,
    byUris: async (calls, uris) => (await calls.call('getArtifactsByUri', { uris })).artifacts,
    byTypeAndName: async (calls, type, artifactName) =>
      (await calls.call('getArtifactByTypeAndName', { ...typeFields(type), artifactName })).artifact,
    list: async (calls, options) => (await calls.call('getArtifacts', { options })).artifacts,
    types: async (calls) => (await calls.call('getArtifactTypes', {})).artifactTypes,
    typesById: async (calls, typeIds) => (await calls.call('getArtifactTypesById', { typeIds })).artifactTypes,
    typeByName: async (calls, typeName) => (await calls.call('getArtifactType', { typeName })).artifactType,
  },
  EXECUTION: {
    byId: async (calls, ids) => (await calls.call('getExecutionsById', { executionIds: ids })).executions,
    byExternalIds: async (calls, externalIds) =>
      (await calls.call('getExecutionsByExternalIds', { externalIds })).executions,
    byUris: async () => [],
    byTypeAndName: async (calls, type, executionName) =>
      (await calls.call('getExecutionByTypeAndName', { ...typeFields(type), executionName })).execution,
    list: async (calls, options) => (await calls.call('getExecutions', { options })).executions,
    types: async (calls) => (await calls.call('getExecutionTypes', {})).executionTypes,
    typesById: async (calls, typeIds) => (await calls.call('getExecutionTypesById', { typeIds })).executionTypes,
    typeByName: async (calls, typeName) => (await calls.call('getExecutionType', { typeName })).executionType,
  },
  CONTEXT: {
    byId: async (calls, ids) => (await calls.call('getContextsById', { contextIds: ids })).contexts,
    byExternalIds: async (calls, externalIds) =>
      (await calls.call('getContextsByExternalIds', { externalIds })).contexts,
    byUris: async () => [],
    byTypeAndName: async (calls, type, contextName) =>
      (await calls.call('getContextByTypeAndName', { ...typeFields(type), contextName })).context,
    list: async (calls, options) => (await calls.call('getContexts', { options })).contexts,
    types: async (calls) => (await calls.call('getContextTypes', {})).contextTypes,
    typesById: async (calls, typeIds) => (await calls.call('getContextTypesById', { typeIds })).contextTypes,
    typeByName: async (calls, typeName) => (await calls.call('getContextType', { typeName })).contextType,
  },
};

function typeFields({ name, version }: { readonly name: string; readonly version: string | undefined }) {
  return { typeName: name, typeVersion: version };
}
