import { setTimeout } from 'node:timers/promises';
import { MetadataError } from '../../../errors.js';
import type { ArtifactId, ContextId, ExecutionId } from '../../model.js';
import type { MetadataStore } from '../../store.js';
import type * as wire from '../generated/ml_metadata/proto/metadata_store.js';
import type { Handlers, ServiceOptions, WriteRpc } from './handlers.js';
import { putWholeEvent } from './writes/events.js';
import { putNodes } from './writes/nodes.js';
import { putExecution } from './writes/put-execution.js';
import { putLineageSubgraph } from './writes/put-lineage-subgraph.js';
import { putOneType, putTypes } from './writes/types.js';
import { write } from './writes/writes.js';

/** Answers the calls that write, each in one transaction, as the engine does. */
export function writeHandlers(store: MetadataStore, options: ServiceOptions): Handlers<WriteRpc> {
  const onExistingEdge = options.duplicateEvents === 'ignore' ? 'KEEP' : 'FAIL';
  const strict = { onExistingEdge: 'FAIL' } as const;
  return {
    ...typeHandlers(store),

    putArtifacts: async ({ artifacts, updateMask, options }) => {
      const unlessChanged = options?.abortIfLatestUpdatedTimeChanged === true;
      // The time of the next update must be another: that of the last one was told before this request was made.
      if (unlessChanged) await setTimeout(2);
      const artifactIds = await write(store, strict, (writes) =>
        putNodes(writes, 'ARTIFACT', artifacts, { mask: maskOf(updateMask), unlessChanged }),
      );
      return { artifactIds };
    },
    putExecutions: async ({ executions, updateMask }) => ({
      executionIds: await write(store, strict, (writes) =>
        putNodes(writes, 'EXECUTION', executions, { mask: maskOf(updateMask) }),
      ),
    }),
    putContexts: async ({ contexts, updateMask }) => ({
      contextIds: await write(store, strict, (writes) =>
        putNodes(writes, 'CONTEXT', contexts, { mask: maskOf(updateMask) }),
      ),
    }),

    putEvents: ({ events }) =>
      write(store, { onExistingEdge }, async (writes) => {
        for (const event of events) putWholeEvent(writes, event);
        await writes.finish();
        return {};
      }),
    putAttributionsAndAssociations: ({ attributions, associations }) =>
      write(store, strict, async (writes) => {
        for (const { artifactId, contextId } of attributions) {
          writes.attribute({ id: (artifactId ?? 0n) as ArtifactId }, contextOf(contextId));
        }
        for (const { executionId, contextId } of associations) {
          writes.associate({ id: (executionId ?? 0n) as ExecutionId }, contextOf(contextId));
        }
        await writes.finish();
        return {};
      }),
    putParentContexts: ({ parentContexts }) =>
      write(store, strict, async (writes) => {
        for (const link of parentContexts) writes.addParent(...endsOf(link));
        await writes.finish();
        return {};
      }),

    putExecution: (request) =>
      write(store, { onExistingEdge, onMissingEnd: 'WRITE' }, (writes) => putExecution(writes, request)),
    putLineageSubgraph: (request) =>
      write(store, { onExistingEdge, onMissingEnd: 'WRITE' }, (writes) => putLineageSubgraph(writes, request)),
  };
}

function typeHandlers(store: MetadataStore) {
  return {
    putArtifactType: async ({ artifactType, ...flags }) => ({
      typeId: await store.transaction((transaction) => putOneType(transaction, 'ARTIFACT', artifactType, flags)),
    }),
    putExecutionType: async ({ executionType, ...flags }) => ({
      typeId: await store.transaction((transaction) => putOneType(transaction, 'EXECUTION', executionType, flags)),
    }),
    putContextType: async ({ contextType, ...flags }) => ({
      typeId: await store.transaction((transaction) => putOneType(transaction, 'CONTEXT', contextType, flags)),
    }),
    putTypes: ({ artifactTypes, executionTypes, contextTypes, ...flags }) =>
      store.transaction(async (transaction) => ({
        artifactTypeIds: await putTypes(transaction, 'ARTIFACT', artifactTypes, flags),
        executionTypeIds: await putTypes(transaction, 'EXECUTION', executionTypes, flags),
        contextTypeIds: await putTypes(transaction, 'CONTEXT', contextTypes, flags),
      })),
  } satisfies Partial<Handlers<WriteRpc>>;
}

/** An empty mask is none. */
function maskOf(paths: readonly string[] | undefined): readonly string[] | undefined {
  return paths?.length === 0 ? undefined : paths;
}

/** An id that is unset reads as 0, which no node has. */
function contextOf(id: bigint | undefined): { readonly id: ContextId } {
  return { id: (id ?? 0n) as ContextId };
}

function endsOf({ childId, parentId }: wire.ParentContext): [child: ContextId, parent: ContextId] {
  if (childId === undefined || parentId === undefined) {
    throw new MetadataError('INVALID_ARGUMENT', 'A parent context needs a child_id and a parent_id.');
  }
  return [childId as ContextId, parentId as ContextId];
}
