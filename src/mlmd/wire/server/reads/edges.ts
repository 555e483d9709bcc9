import { MetadataError } from '../../../../errors.js';
import type { ArtifactId, ContextId, ExecutionId, NodeRef } from '../../../model.js';
import type { MetadataReader } from '../../../store.js';
import { fromEvent } from '../../codec/events.js';
import type { Handlers } from '../handlers.js';
import { nodesOfIds } from './all-nodes.js';

type EdgeRpc =
  | 'getEventsByArtifactIDs'
  | 'getEventsByExecutionIDs'
  | 'getContextsByArtifact'
  | 'getContextsByExecution'
  | 'getParentContextsByContext'
  | 'getChildrenContextsByContext';

/** Answers the calls that follow an edge. An id that is unset is 0, which no node has. */
export function edgeReads(reader: MetadataReader): Handlers<EdgeRpc> {
  return {
    getEventsByArtifactIDs: async ({ artifactIds }) => ({
      events: (await reader.eventsOf('ARTIFACT', artifactIds as readonly ArtifactId[])).map(fromEvent),
    }),
    getEventsByExecutionIDs: async ({ executionIds }) => ({
      events: (await reader.eventsOf('EXECUTION', executionIds as readonly ExecutionId[])).map(fromEvent),
    }),
    getContextsByArtifact: async ({ artifactId = 0n }) => ({
      contexts: await contextsOf(reader, { kind: 'ARTIFACT', id: artifactId as ArtifactId }),
    }),
    getContextsByExecution: async ({ executionId = 0n }) => ({
      contexts: await contextsOf(reader, { kind: 'EXECUTION', id: executionId as ExecutionId }),
    }),
    getParentContextsByContext: async ({ contextId = 0n }) => {
      const links = await reader.contextLinks([contextId as ContextId], 'PARENTS');
      return { contexts: await contextsOfIds(links.map(({ parentId }) => parentId)) };
    },
    getChildrenContextsByContext: async ({ contextId = 0n }) => {
      const links = await reader.contextLinks([contextId as ContextId], 'CHILDREN');
      return { contexts: await contextsOfIds(links.map(({ childId }) => childId)) };
    },
  };

  function contextsOfIds(ids: readonly ContextId[]) {
    return nodesOfIds(reader, 'CONTEXT', ids);
  }
}

/** Clients see NOT_FOUND for a node that is in no context, whether it exists or not. */
async function contextsOf(reader: MetadataReader, node: NodeRef) {
  const memberships = await reader.membershipsOf([node]);
  if (memberships.length === 0) {
    throw new MetadataError('NOT_FOUND', `There is no context with ${node.kind.toLowerCase()} ${node.id}.`);
  }
  return nodesOfIds(
    reader,
    'CONTEXT',
    memberships.map(({ contextId }) => contextId),
  );
}
