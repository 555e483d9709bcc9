import type { NodeKind } from '../../../src/mlmd/model.js';
import { type Step, step } from './step.js';
import type { World } from './world.js';

type Ids = { readonly [field: string]: bigint | readonly bigint[] | undefined };

/** Reads what a write answered with: the types and nodes of the ids in its reply. */
export function readBack(reply: object): readonly Step[] {
  const { typeId, artifactTypeIds, executionTypeIds, contextTypeIds, ...nodes } = reply as Ids;
  const typesOf = (ids: Ids[string]) => (typeId === undefined ? list(ids) : list(typeId));
  return [
    ...readIf(typesOf(artifactTypeIds), (typeIds) => step('getArtifactTypesById', { typeIds })),
    ...readIf(typesOf(executionTypeIds), (typeIds) => step('getExecutionTypesById', { typeIds })),
    ...readIf(typesOf(contextTypeIds), (typeIds) => step('getContextTypesById', { typeIds })),
    ...readIf(list(nodes.artifactIds), (artifactIds) => step('getArtifactsById', { artifactIds })),
    ...readIf([...list(nodes.executionIds), ...list(nodes.executionId)], (executionIds) =>
      step('getExecutionsById', { executionIds }),
    ),
    ...readIf(list(nodes.contextIds), (contextIds) => step('getContextsById', { contextIds })),
  ];
}

/** Reads all that is there by every call that reads. */
export function readEverything({ nodes, types }: World): readonly Step[] {
  const ids = (kind: NodeKind) => inOrder(nodes[kind].keys());
  const typeIds = inOrder([...types.ARTIFACT.keys(), ...types.EXECUTION.keys(), ...types.CONTEXT.keys()]);
  return [
    step('getArtifactTypes', {}),
    step('getExecutionTypes', {}),
    step('getContextTypes', {}),
    step('getArtifactTypesById', { typeIds }),
    step('getExecutionTypesById', { typeIds }),
    step('getContextTypesById', { typeIds }),
    step('getArtifacts', {}),
    step('getExecutions', {}),
    step('getContexts', {}),
    step('getEventsByArtifactIDs', { artifactIds: ids('ARTIFACT') }),
    step('getEventsByExecutionIDs', { executionIds: ids('EXECUTION') }),
    ...ids('ARTIFACT').map((artifactId) => step('getContextsByArtifact', { artifactId })),
    ...ids('EXECUTION').map((executionId) => step('getContextsByExecution', { executionId })),
    ...ids('CONTEXT').flatMap((contextId) => [
      step('getArtifactsByContext', { contextId }),
      step('getExecutionsByContext', { contextId }),
      step('getParentContextsByContext', { contextId }),
      step('getChildrenContextsByContext', { contextId }),
    ]),
  ];
}

function inOrder(ids: Iterable<bigint>): readonly bigint[] {
  return [...ids].sort((one, other) => (one < other ? -1 : 1));
}

function list(ids: Ids[string]): readonly bigint[] {
  if (ids === undefined) return [];
  return typeof ids === 'bigint' ? [ids] : ids;
}

function readIf(ids: readonly bigint[], read: (ids: readonly bigint[]) => Step): readonly Step[] {
  return ids.length === 0 ? [] : [read(ids)];
}
