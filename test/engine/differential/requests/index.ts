import type { Random } from '../random.js';
import { spoil } from '../spoil.js';
import type { Step } from '../step.js';
import type { World } from '../world.js';
import { putEdges, putExecution, putLineageSubgraph } from './edges.js';
import { getLineageSubgraph } from './lineage.js';
import { getEdges, getNodes, listNodes } from './lists.js';
import { putNodes } from './nodes.js';
import { getTypes, putType } from './types.js';

/** How often each family of requests comes up, in a hundred. */
const FAMILIES: ReadonlyMap<(random: Random, world: World) => Step, number> = new Map([
  [putType, 10],
  [putNodes, 16],
  [putEdges, 12],
  [putExecution, 9],
  [putLineageSubgraph, 9],
  [getTypes, 7],
  [getNodes, 10],
  [getEdges, 7],
  [listNodes, 13],
  [getLineageSubgraph, 7],
]);

/** @returns a request of any of the service's calls, about one in five with something wrong. */
export function nextStep(random: Random, world: World): Step {
  const step = random.weighted(FAMILIES)(random, world);
  return random.oneIn(5) ? spoil(random, step) : step;
}
