import fc from 'fast-check';
import { EVENT_TYPES, type EventType, type Json } from '../../../src/mlmd/model.js';
import type { Engine } from './engine.js';
import type { LineageQuestion } from './lineage-question.js';

/** A graph as the engine takes it, all ends of events by their place in the lists. */
export interface RandomGraph {
  /** The type's name of each. */
  readonly artifacts: readonly string[];
  readonly executions: readonly string[];
  readonly events: readonly { readonly artifact: number; readonly execution: number; readonly type: EventType }[];
}

/** A question about a {@link RandomGraph}: as to a store, but ids are places in the lists. */
export interface RandomQuestion extends Omit<LineageQuestion, 'ids'> {
  readonly places: readonly number[];
}

/** Each kind has a type that is common and one to stop at. */
const TYPES = { artifacts: ['Thing', 'Milestone'], executions: ['Step', 'Gate'] } as const;

// Sparse graphs have depth, dense ones have none: two events for each node are in between.
const SIZE = 10;
const WRITABLE = EVENT_TYPES.filter((type) => type !== 'UNKNOWN');

/**
 * Graphs of three to ten artifacts and executions each with any events between them that the engine lets in: cycles,
 * lone nodes, every type, several types between one pair.
 */
const randomGraph: fc.Arbitrary<RandomGraph> = fc
  .record({
    artifacts: fc.array(common(TYPES.artifacts), { minLength: 3, maxLength: SIZE }),
    executions: fc.array(common(TYPES.executions), { minLength: 3, maxLength: SIZE }),
  })
  .chain(({ artifacts, executions }) =>
    fc.record({
      artifacts: fc.constant(artifacts),
      executions: fc.constant(executions),
      events: fc.uniqueArray(
        fc.record({
          artifact: fc.nat(artifacts.length - 1),
          execution: fc.nat(executions.length - 1),
          // The plain types come up more often than the rest.
          type: fc.constantFrom<EventType>('INPUT', 'OUTPUT', 'INPUT', 'OUTPUT', ...WRITABLE),
        }),
        {
          minLength: 6,
          maxLength: 2 * SIZE,
          selector: ({ artifact, execution, type }) => `${artifact} ${execution} ${type}`,
        },
      ),
    }),
  );

/** Questions about a graph. */
function randomQuestion({ artifacts, executions }: RandomGraph): fc.Arbitrary<RandomQuestion> {
  return fc.constantFrom('ARTIFACT' as const, 'EXECUTION' as const).chain((kind) =>
    fc.record({
      kind: fc.constant(kind),
      places: fc.uniqueArray(fc.nat((kind === 'ARTIFACT' ? artifacts : executions).length - 1), {
        minLength: 1,
        maxLength: 3,
      }),
      direction: fc.constantFrom('UPSTREAM' as const, 'DOWNSTREAM' as const, 'ANY' as const),
      maxHops: fc.oneof({ weight: 3, arbitrary: fc.nat(7) }, { weight: 1, arbitrary: fc.constant(100) }),
      stopAt: fc.option(
        fc.record({
          artifacts: fc.option(fc.constant(TYPES.artifacts[1]), { nil: undefined }),
          executions: fc.option(fc.constant(TYPES.executions[1]), { nil: undefined }),
        }),
        { nil: undefined },
      ),
    }),
  );
}

/** A graph with questions about it. */
export const somethingToAsk = randomGraph.chain((graph) =>
  fc.record({
    graph: fc.constant(graph),
    questions: fc.array(randomQuestion(graph), { minLength: 10, maxLength: 10 }),
  }),
);

/** @returns the ids of the types' names. */
export async function registerTypes(engine: Engine): Promise<ReadonlyMap<string, Json>> {
  const ids = new Map<string, Json>();
  const register = async (kind: string, name: string) => {
    const { type_id: id } = await engine.call(`Put${kind}Type`, { [`${kind.toLowerCase()}_type`]: { name } });
    ids.set(name, id ?? null);
  };
  for (const name of TYPES.artifacts) await register('Artifact', name);
  for (const name of TYPES.executions) await register('Execution', name);
  return ids;
}

/** Makes the engine write the graph. @returns the ids of its nodes, in the order of the lists. */
export async function putRandomGraph(
  engine: Engine,
  { artifacts, executions, events }: RandomGraph,
  typeIds: ReadonlyMap<string, Json>,
): Promise<Readonly<Record<LineageQuestion['kind'], readonly string[]>>> {
  const nodesOf = (types: readonly string[]) => types.map((type) => ({ type_id: typeIds.get(type) ?? null }));
  const ids = await engine.call('PutLineageSubgraph', {
    artifacts: nodesOf(artifacts),
    executions: nodesOf(executions),
    event_edges: events.map(({ artifact, execution, type }) => ({
      artifact_index: artifact,
      execution_index: execution,
      event: { type },
    })),
  });
  return { ARTIFACT: ids.artifact_ids as readonly string[], EXECUTION: ids.execution_ids as readonly string[] };
}

function common<T>([usual, rare]: readonly [T, T]): fc.Arbitrary<T> {
  return fc.constantFrom(usual, usual, usual, rare);
}
