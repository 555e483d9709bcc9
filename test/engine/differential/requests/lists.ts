import type { NodeKind } from '../../../../src/mlmd/model.js';
import type { ListOperationOptions } from '../../../../src/mlmd/wire/generated/ml_metadata/proto/metadata_store.js';
import { nodeName, someId, someNode, someType, TYPE_NAMES, VERSIONS } from '../pools.js';
import type { Random } from '../random.js';
import { type Step, step } from '../step.js';
import type { World } from '../world.js';
import { filterText } from './filters.js';

/** A request for a list that takes options, its pages followed to the end more often than not. */
export function listNodes(random: Random, world: World): Step {
  const options = (kind: NodeKind) => random.maybe(5, () => listOptions(random, world, kind));
  const typed = (kind: NodeKind) => ({
    typeName: random.maybe(20, () => someType(random, world, kind)?.name ?? random.pick(TYPE_NAMES)),
    typeVersion: random.pick(VERSIONS),
    options: options(kind),
  });
  const grouped = (kind: NodeKind) => ({ contextId: someId(random, world, 'CONTEXT'), options: options(kind) });
  return {
    ...random.oneOf<Step>(
      () => step('getArtifacts', { options: options('ARTIFACT') }),
      () => step('getExecutions', { options: options('EXECUTION') }),
      () => step('getContexts', { options: options('CONTEXT') }),
      () => step('getArtifactsByType', typed('ARTIFACT')),
      () => step('getExecutionsByType', typed('EXECUTION')),
      () => step('getContextsByType', typed('CONTEXT')),
      () => step('getArtifactsByContext', grouped('ARTIFACT')),
      () => step('getExecutionsByContext', grouped('EXECUTION')),
    ),
    nextPages: random.maybe(3, () => nextPages(random, world)),
  };
}

function listOptions(random: Random, world: World, kind: NodeKind): ListOperationOptions {
  return {
    maxResultSize: random.maybe(4, () =>
      random.oneIn(15) ? random.pick([0, -1, 100, 101, 2 ** 31 - 1]) : 1 + random.below(9),
    ),
    orderByField: random.maybe(3, () => ({
      field: random.maybe(6, () => (random.oneIn(20) ? 0 : 1 + random.below(3))),
      isAsc: random.maybe(3, () => random.oneIn(2)),
    })),
    nextPageToken: random.oneIn(15) ? random.pick(TOKENS) : random.maybe(2, () => ''),
    filterQuery: random.oneIn(2) ? filterText(random, world, kind) : random.maybe(2, () => ''),
  };
}

// No base64, no message, a message of another kind, the two of an order that was not asked for, one whose position is
// past the end.
const TOKENS = ['%%%', 'AAAA', '_____w', 'CAIQAhoCCAI', 'CAIQAhoGCAISAhAA', 'CP___38Q____fxoA', 'CAIQAg=='];

/** What the requests for the pages after the first change: mostly nothing. */
function nextPages(random: Random, world: World): readonly Partial<ListOperationOptions>[] {
  return random.oneOf<readonly Partial<ListOperationOptions>[]>(
    () => [{}],
    () => [{}],
    () => [{}],
    () => [{ maxResultSize: 1 }, { maxResultSize: 7 }],
    () => [{ orderByField: { field: 3, isAsc: false } }],
    () => [{ filterQuery: filterText(random, world, 'ARTIFACT') }],
  );
}

/** A request for nodes by what tells them apart. */
export function getNodes(random: Random, world: World): Step {
  const ids = (kind: NodeKind) => random.many(0, 5, () => someId(random, world, kind));
  const externalIds = (kind: NodeKind) =>
    random.many(0, 3, () => someNode(random, world, kind)?.externalId ?? random.pick(['x1', 'x2', 'x3']));
  const named = (kind: NodeKind) => {
    const node = someNode(random, world, kind);
    const type = world.types[kind].get(node?.typeId ?? 0n);
    return { typeName: type?.name, typeVersion: type?.version, name: random.oneIn(6) ? nodeName(random) : node?.name };
  };
  return random.oneOf<Step>(
    () =>
      step('getArtifactsById', {
        artifactIds: ids('ARTIFACT'),
        populateArtifactTypes: random.maybe(2, () => random.oneIn(2)),
      }),
    () => step('getExecutionsById', { executionIds: ids('EXECUTION') }),
    () => step('getContextsById', { contextIds: ids('CONTEXT') }),
    () => step('getArtifactsByUri', { uris: random.many(0, 3, () => someNode(random, world, 'ARTIFACT')?.uri ?? '') }),
    () => step('getArtifactsByExternalIds', { externalIds: externalIds('ARTIFACT') }),
    () => step('getExecutionsByExternalIds', { externalIds: externalIds('EXECUTION') }),
    () => step('getContextsByExternalIds', { externalIds: externalIds('CONTEXT') }),
    () => {
      const { name, ...type } = named('ARTIFACT');
      return step('getArtifactByTypeAndName', { ...type, artifactName: name });
    },
    () => {
      const { name, ...type } = named('EXECUTION');
      return step('getExecutionByTypeAndName', { ...type, executionName: name });
    },
    () => {
      const { name, ...type } = named('CONTEXT');
      return step('getContextByTypeAndName', { ...type, contextName: name });
    },
  );
}

/** A request for what is around nodes. */
export function getEdges(random: Random, world: World): Step {
  const contextId = someId(random, world, 'CONTEXT');
  return random.oneOf<Step>(
    () => step('getEventsByArtifactIDs', { artifactIds: random.many(0, 4, () => someId(random, world, 'ARTIFACT')) }),
    () =>
      step('getEventsByExecutionIDs', { executionIds: random.many(0, 4, () => someId(random, world, 'EXECUTION')) }),
    () => step('getContextsByArtifact', { artifactId: someId(random, world, 'ARTIFACT') }),
    () => step('getContextsByExecution', { executionId: someId(random, world, 'EXECUTION') }),
    () => step('getParentContextsByContext', { contextId }),
    () => step('getChildrenContextsByContext', { contextId }),
    () =>
      random.oneIn(3)
        ? random.oneOf<Step>(
            () => step('getParentContextsByContexts', { contextIds: [contextId] }),
            () => step('getChildrenContextsByContexts', { contextIds: [contextId] }),
            () => step('getLineageGraph', {}),
          )
        : step('getArtifactsByContext', { contextId }),
  );
}
