import { EVERYTHING, type Filter } from '../../../filter/filter.js';
import type { ContextId, NodeKind } from '../../../model.js';
import type { MetadataReader } from '../../../store.js';
import type { ListOperationOptions } from '../../generated/ml_metadata/proto/metadata_store.js';
import type { Handlers, ReadRpc } from '../handlers.js';
import { type Listing, listMembers, listNodes } from './listing.js';
import { findType, type TypeName } from './types.js';

type ListRpc = Extract<
  ReadRpc,
  `get${'Artifacts' | 'Executions' | 'Contexts'}${'' | 'ByType'}` | `get${'Artifacts' | 'Executions'}ByContext`
>;

/** Answers the calls that list nodes. */
export function listReads(reader: MetadataReader, maxBytes: number): Handlers<ListRpc> {
  const { all, ofType, inContext } = readsOf(reader, maxBytes);
  return {
    getArtifacts: async ({ options }) => withNodes('artifacts', await all('ARTIFACT', options)),
    getArtifactsByType: async (request) => withNodes('artifacts', await ofType('ARTIFACT', request)),
    getArtifactsByContext: async (request) => withNodes('artifacts', await inContext('ARTIFACT', request)),
    getExecutions: async ({ options }) => withNodes('executions', await all('EXECUTION', options)),
    getExecutionsByType: async (request) => withNodes('executions', await ofType('EXECUTION', request)),
    getExecutionsByContext: async (request) => withNodes('executions', await inContext('EXECUTION', request)),
    getContexts: async ({ options }) => withNodes('contexts', await all('CONTEXT', options)),
    getContextsByType: async (request) => withNodes('contexts', await ofType('CONTEXT', request)),
  };
}

interface Options {
  readonly options?: ListOperationOptions | undefined;
}

/** The lists that there are, whatever the kind of node. */
function readsOf(reader: MetadataReader, maxBytes: number) {
  return {
    all: <K extends NodeKind>(kind: K, options: ListOperationOptions | undefined) =>
      listNodes(reader, kind, EVERYTHING, options, maxBytes),
    /** Answers options with a token that is empty at the end, unlike the other lists. */
    ofType: async <K extends NodeKind>(kind: K, { options, ...name }: TypeName & Options): Promise<Listing<K>> => {
      const type = await findType(reader, kind, name);
      const ofThisType = type && (await listMembers(reader, kind, { op: 'TYPE_ID', in: [type.id] }, options, maxBytes));
      if (ofThisType === undefined || options === undefined) return ofThisType ?? NOTHING;
      return { ...ofThisType, nextPageToken: ofThisType.nextPageToken ?? '' };
    },
    inContext: async <K extends NodeKind>(
      kind: K,
      { contextId = 0n, options }: Options & { readonly contextId?: bigint | undefined },
    ): Promise<Listing<K>> => {
      const members: Filter = { op: 'IN_SCOPE', scope: { contextIds: [contextId as ContextId] } };
      return (await listMembers(reader, kind, members, options, maxBytes)) ?? NOTHING;
    },
  };
}

const NOTHING = { nodes: [], nextPageToken: undefined };

/** A response, in which the nodes stand under the name of their kind. */
function withNodes<K extends NodeKind, Field extends string>(field: Field, { nodes, nextPageToken }: Listing<K>) {
  return { [field]: nodes, nextPageToken } as Record<Field, typeof nodes> & { nextPageToken: string | undefined };
}
