import type { NodeKind } from '../../../../src/mlmd/model.js';
import type { LineageSubgraphQueryOptions } from '../../../../src/mlmd/wire/generated/ml_metadata/proto/metadata_store.js';
import { someId } from '../pools.js';
import type { Random } from '../random.js';
import { type Step, step } from '../step.js';
import type { World } from '../world.js';
import { filterText } from './filters.js';

/** A request for a lineage subgraph. */
export function getLineageSubgraph(random: Random, world: World): Step {
  const start = (kind: NodeKind) => ({
    filterQuery: random.maybe(30, () =>
      random.oneIn(2)
        ? `id IN (${random.many(1, 3, () => someId(random, world, kind)).join(', ')})`
        : filterText(random, world, kind),
    ),
  });
  const ending = (kind: NodeKind) =>
    random.oneIn(4)
      ? {
          filterQuery: random.maybe(8, () => (random.oneIn(8) ? '' : filterText(random, world, kind))),
          includeEndingNodes: random.maybe(3, () => random.oneIn(2)),
        }
      : undefined;
  return step('getLineageSubgraph', {
    lineageSubgraphQueryOptions: {
      startingNodes: random.oneOf<LineageSubgraphQueryOptions['startingNodes']>(
        () => ({ $case: 'startingArtifacts', value: start('ARTIFACT') }),
        () => ({ $case: 'startingExecutions', value: start('EXECUTION') }),
      ),
      maxNumHops: random.maybe(4, () => random.pick([0n, 1n, 2n, 3n, 5n, 20n, 101n])),
      direction: random.maybe(6, () => random.below(4)),
      endingArtifacts: ending('ARTIFACT'),
      endingExecutions: ending('EXECUTION'),
    },
    readMask: random.oneIn(4) ? random.many(0, 4, () => random.pick(PARTS)) : undefined,
  });
}

const PARTS = [
  'artifacts',
  'executions',
  'contexts',
  'events',
  'attributions',
  'associations',
  'artifact_types',
  'execution_types',
  'context_types',
  'parent_contexts',
  'artifacts.id',
  'nothing',
  '',
  'artifactTypes',
] as const;
