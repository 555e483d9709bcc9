import type { Context } from '../../../../src/mlmd/wire/generated/ml_metadata/proto/metadata_store.js';
import { event, someId, someNode } from '../pools.js';
import type { Random } from '../random.js';
import { type Step, step } from '../step.js';
import type { World } from '../world.js';
import { newNode, node } from './nodes.js';

/** A request to put events, or contexts around nodes or each other. */
export function putEdges(random: Random, world: World): Step {
  const contextId = () => someId(random, world, 'CONTEXT');
  return random.oneOf<Step>(
    () => step('putEvents', { events: random.many(0, 3, () => event(random, world)) }),
    () =>
      step('putAttributionsAndAssociations', {
        attributions: random.many(0, 3, () => ({
          artifactId: someId(random, world, 'ARTIFACT'),
          contextId: contextId(),
        })),
        associations: random.many(0, 3, () => ({
          executionId: someId(random, world, 'EXECUTION'),
          contextId: contextId(),
        })),
      }),
    () =>
      step('putParentContexts', {
        parentContexts: random.many(0, 3, () => ({ childId: contextId(), parentId: contextId() })),
      }),
  );
}

/** A request to put one execution with all that belongs to it. */
export function putExecution(random: Random, world: World): Step {
  const execution = node(random, world, 'EXECUTION');
  return step('putExecution', {
    execution,
    artifactEventPairs: random.many(0, 3, () => pair(random, world, execution.id)),
    contexts: random.many(0, 2, () => context(random, world)),
    options: random.maybe(3, () => ({
      reuseContextIfAlreadyExist: random.maybe(3, () => !random.oneIn(3)),
      reuseArtifactIfAlreadyExistByExternalId: random.maybe(3, () => !random.oneIn(3)),
      forceUpdateTime: random.maybe(2, () => random.oneIn(2)),
      forceReuseContext: random.maybe(2, () => random.oneIn(2)),
    })),
  });
}

function pair(random: Random, world: World, executionId: bigint | undefined) {
  const artifact = random.maybe(4, () => node(random, world, 'ARTIFACT'));
  const ends = { artifact: artifact !== undefined, execution: true };
  const made = random.maybe(6, () => event(random, world, ends));
  if (made === undefined) return { artifact, event: made };
  const artifactId = artifact !== undefined && random.oneIn(3) ? artifact.id : made.artifactId;
  return { artifact, event: { ...made, artifactId, executionId: random.oneIn(3) ? executionId : undefined } };
}

/** A request to put a graph. */
export function putLineageSubgraph(random: Random, world: World): Step {
  const executions = random.many(0, 2, () => withType(node(random, world, 'EXECUTION')));
  const artifacts = random.many(0, 3, () => withType(node(random, world, 'ARTIFACT')));
  const index = (length: number) => (random.oneIn(25) ? random.pick([-1, length, 2 ** 31 - 1]) : random.below(length));
  return step('putLineageSubgraph', {
    executions,
    artifacts,
    contexts: random.many(0, 2, () => context(random, world)),
    eventEdges: random.many(0, 4, () => {
      const byIndex = {
        artifact: random.oneIn(3) ? undefined : index(artifacts.length),
        execution: random.oneIn(3) ? undefined : index(executions.length),
      };
      const made = event(random, world, {
        artifact: byIndex.artifact !== undefined,
        execution: byIndex.execution !== undefined,
      });
      return { artifactIndex: byIndex.artifact, executionIndex: byIndex.execution, event: made };
    }),
    options: random.maybe(3, () => ({
      reuseContextIfAlreadyExist: random.maybe(3, () => !random.oneIn(3)),
      reuseArtifactIfAlreadyExistByExternalId: random.maybe(3, () => !random.oneIn(3)),
    })),
  });
}

/** Graphs need the type of every node, also of those that are there. */
function withType<T extends { readonly typeId?: bigint | undefined }>(made: T): T {
  return { ...made, typeId: made.typeId ?? 1n };
}

/** A context that is new, there by its name, or there by its id. */
function context(random: Random, world: World): Context {
  const stored = someNode(random, world, 'CONTEXT');
  if (stored === undefined) return newNode(random, world, 'CONTEXT');
  return random.oneOf<Context>(
    () => newNode(random, world, 'CONTEXT'),
    () => ({ ...newNode(random, world, 'CONTEXT'), typeId: stored.typeId, name: stored.name }),
    () => node(random, world, 'CONTEXT'),
    () => ({ id: stored.id, properties: new Map(), customProperties: new Map() }),
  );
}
