import { describe, expect, it } from 'vitest';
import { type ArtifactId, type Event, type ExecutionId, typesPointing } from '../../../../src/mlmd/model.js';
import { type WalkKind, type WalkQuery, walk } from '../../../../src/mlmd/wire/server/reads/walk.js';
import { parseGraphText } from '../../../support/graph-text.js';

// Two steps read the rows; the report is made of both models, and read by nothing.
const GRAPH = `
  rows > train > model > report > paper
  rows > tune > better > report
`;

describe('a walk over lineage', () => {
  it.each([
    ['DOWNSTREAM', 0, ['model']],
    ['DOWNSTREAM', 1, ['model', 'report']],
    ['DOWNSTREAM', 9, ['model', 'paper', 'report']],
    ['UPSTREAM', 1, ['model', 'train']],
    ['UPSTREAM', 9, ['model', 'rows', 'train']],
    ['ANY', 1, ['model', 'report', 'train']],
    ['ANY', 2, ['better', 'model', 'paper', 'report', 'rows', 'train']],
    ['ANY', 9, ['better', 'model', 'paper', 'report', 'rows', 'train', 'tune']],
  ] as const)('%s over %i hops comes by what is that near', async (way, maxHops, names) => {
    const { nodes } = await walkFrom('model', { direction: way === 'ANY' ? undefined : way, maxHops });

    expect(nodes).toEqual(names);
  });

  it('asks once per hop, for the whole frontier, and for no node twice', async () => {
    const { asked } = await walkFrom('rows', { direction: undefined, maxHops: 100 });

    expect(asked).toEqual([['rows'], ['train', 'tune'], ['model', 'better'], ['report'], ['paper']]);
  });

  it('one way keeps the events to a node that it saw before, too', async () => {
    const downstream = await walkFrom('rows', { direction: 'DOWNSTREAM', maxHops: 9 });
    const anyWay = await walkFrom('rows', { direction: undefined, maxHops: 9 });

    expect(downstream.events).toHaveLength(7);
    expect(anyWay.events).toEqual(downstream.events);
  });

  it('keeps no event of which only one end was reached', async () => {
    const { events } = await walkFrom('report', { direction: 'UPSTREAM', maxHops: 1 });

    expect(events).toEqual(['model > report', 'better > report']);
  });

  it('takes a hop of any number of events', async () => {
    const events = Array.from({ length: 200_000 }, (_, place): Event => {
      return {
        artifactId: 1n as ArtifactId,
        executionId: BigInt(place) as ExecutionId,
        type: 'INPUT',
        timeMs: 1n,
        path: [],
      };
    });
    const source = { expand: async () => events, endingOf: async () => new Set<bigint>() };
    const keepEnding = { ARTIFACT: false, EXECUTION: false };

    const walked = await walk(source, { kind: 'ARTIFACT', start: [1n], direction: undefined, maxHops: 1, keepEnding });

    expect(walked.events).toHaveLength(events.length);
  });

  it('does not go on from a node at which it ends, and leaves it out with the events to it', async () => {
    const { nodes, events } = await walkFrom('rows', { direction: 'DOWNSTREAM', maxHops: 9, ending: ['train'] });

    expect(nodes).toEqual(['better', 'paper', 'report', 'rows', 'tune']);
    expect(events).toEqual(['rows > tune', 'tune > better', 'better > report', 'report > paper']);
  });

  it('keeps a node at which it ends where asked to', async () => {
    const ending = { ending: ['train', 'better'], keepEnding: { ARTIFACT: false, EXECUTION: true } };

    const { nodes, events } = await walkFrom('rows', { direction: 'DOWNSTREAM', maxHops: 9, ...ending });

    expect(nodes).toEqual(['rows', 'train', 'tune']);
    expect(events).toEqual(['rows > train', 'rows > tune']);
  });

  it('that would end where it starts goes nowhere', async () => {
    const { nodes, asked } = await walkFrom('rows', { direction: undefined, maxHops: 9, ending: ['rows'] });

    expect(nodes).toEqual([]);
    expect(asked).toEqual([]);
  });
});

type Choices = Pick<WalkQuery, 'direction' | 'maxHops'> & Partial<Pick<WalkQuery, 'keepEnding'>>;

/** Walks over the graph, all in names; nodes sorted, events in the order of crossing. */
async function walkFrom(start: string, { ending = [], ...choices }: Choices & { readonly ending?: readonly string[] }) {
  const { artifacts, executions, events } = parseGraphText(GRAPH);
  const names = { ARTIFACT: artifacts, EXECUTION: executions };
  const idOf = (kind: WalkKind, name: string) => BigInt(names[kind].indexOf(name));
  const namesOf = (kind: WalkKind, ids: Iterable<bigint>) => [...ids].map((id) => names[kind][Number(id)] ?? '');
  const edges = events.map(
    ({ artifact, execution, type }): Event => ({
      artifactId: idOf('ARTIFACT', artifact) as ArtifactId,
      executionId: idOf('EXECUTION', execution) as ExecutionId,
      type,
      timeMs: undefined,
      path: [],
    }),
  );
  const asked: string[][] = [];
  const walked = await walk(
    {
      expand: async (kind, ids, direction) => {
        asked.push(namesOf(kind, ids));
        return edges.filter(
          (edge) =>
            ids.includes(kind === 'ARTIFACT' ? edge.artifactId : edge.executionId) &&
            (direction === undefined || typesPointing(kind, direction).includes(edge.type)),
        );
      },
      endingOf: async (kind, ids) => new Set(ids.filter((id) => ending.includes(names[kind][Number(id)] ?? ''))),
    },
    {
      kind: artifacts.includes(start) ? 'ARTIFACT' : 'EXECUTION',
      start: [idOf(artifacts.includes(start) ? 'ARTIFACT' : 'EXECUTION', start)],
      keepEnding: { ARTIFACT: false, EXECUTION: false },
      ...choices,
    },
  );
  const nodes = [...namesOf('ARTIFACT', walked.nodes.ARTIFACT), ...namesOf('EXECUTION', walked.nodes.EXECUTION)];
  return { nodes: nodes.sort(), events: walked.events.map(inWords), asked };

  function inWords({ artifactId, executionId, type }: Event): string {
    const ends = [...namesOf('ARTIFACT', [artifactId]), ...namesOf('EXECUTION', [executionId])];
    return (type === 'INPUT' ? ends : ends.reverse()).join(' > ');
  }
}
