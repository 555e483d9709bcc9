import type { EventType, JsonObject, NodeRef } from '../../../src/mlmd/model.js';
import type { Api } from '../../support/api.js';
import type { Engine } from './engine.js';

/** What the engine's `GetLineageSubgraph` and our `lineage` can both be asked. */
export interface LineageQuestion {
  readonly kind: NodeRef['kind'];
  /** Where to begin: MLMD's numbers of nodes of that kind, at least one. */
  readonly ids: readonly string[];
  readonly direction: 'UPSTREAM' | 'DOWNSTREAM' | 'ANY';
  readonly maxHops: number;
  /** Names of types whose nodes are kept and not walked beyond; undefined for no such type. */
  readonly stopAt?: { readonly artifacts?: string | undefined; readonly executions?: string | undefined } | undefined;
}

/** Nodes as `artifact:1`, and events as `artifact:1 INPUT execution:1`, sorted. */
export interface EngineAnswer {
  readonly nodes: readonly string[];
  readonly events: readonly string[];
}

/** Puts a question to the real engine. */
export async function askEngine(engine: Engine, question: LineageQuestion): Promise<EngineAnswer> {
  const { kind, ids, direction, maxHops, stopAt } = question;
  const ending = (type: string | undefined): JsonObject =>
    type === undefined ? {} : { filter_query: `type = '${type}'`, include_ending_nodes: true };
  const answer = await engine.call('GetLineageSubgraph', {
    lineage_subgraph_query_options: {
      [kind === 'ARTIFACT' ? 'starting_artifacts' : 'starting_executions']: {
        filter_query: `id in (${ids.join(', ')})`,
      },
      direction: direction === 'ANY' ? 'BIDIRECTIONAL' : direction,
      max_num_hops: maxHops,
      ...(stopAt?.artifacts && { ending_artifacts: ending(stopAt.artifacts) }),
      ...(stopAt?.executions && { ending_executions: ending(stopAt.executions) }),
    },
    read_mask: 'artifacts,executions,events',
  });
  const { artifacts = [], executions = [], events = [] } = answer.lineage_subgraph as EngineGraph;
  return {
    nodes: [...artifacts.map(({ id }) => `artifact:${id}`), ...executions.map(({ id }) => `execution:${id}`)].sort(),
    events: events.map((event) => `artifact:${event.artifact_id} ${event.type} execution:${event.execution_id}`).sort(),
  };
}

interface EngineGraph {
  readonly artifacts?: readonly { readonly id: string }[];
  readonly executions?: readonly { readonly id: string }[];
  readonly events?: readonly { readonly artifact_id: string; readonly execution_id: string; readonly type: string }[];
}

/** The answer of our API: nodes with their hops from the nearest root, and edges between them. */
export interface OurAnswer {
  readonly entries: readonly {
    readonly node: { readonly id: string; readonly typeName: string };
    readonly distance: number;
  }[];
  readonly edges: readonly OurEdge[];
  readonly completeness: { readonly complete: boolean; readonly reasons: readonly string[] };
}

interface OurEdge {
  readonly source: string;
  readonly target: string;
  readonly type: EventType;
}

const LINEAGE = `query ($of: [ID!]!, $input: LineageInput!) {
  lineage(of: $of, input: $input) {
    entries { node { id typeName } distance }
    edges { source target type }
    completeness { complete reasons }
  }
}`;

/** Puts a question to our API, over the whole stack. */
export async function askUs(api: Api, question: LineageQuestion): Promise<OurAnswer> {
  const { kind, ids, direction, maxHops, stopAt } = question;
  const ofType = (type: string | undefined) => type && { typeName: { eq: type } };
  const { lineage } = await api.read(LINEAGE, {
    of: ids.map((id) => `${kind.toLowerCase()}:${id}`),
    input: {
      direction,
      maxHops,
      stopAt: stopAt && {
        ...(stopAt.artifacts && { artifacts: ofType(stopAt.artifacts) }),
        ...(stopAt.executions && { executions: ofType(stopAt.executions) }),
      },
    },
  });
  return lineage;
}

/** Our answer in the engine's words. */
export interface ExpectedAnswer extends EngineAnswer {
  /** Those of the events that our walk crossed: away from a node that it went beyond. */
  readonly crossed: readonly string[];
}

/** Puts our answer to a question into the engine's words. */
export function inEnginesWords(answer: OurAnswer, { direction, maxHops, stopAt }: LineageQuestion): ExpectedAnswer {
  const expanded = new Map(
    answer.entries.map(({ node: { id, typeName }, distance }) => {
      const isStop = typeName === (id.startsWith('artifact') ? stopAt?.artifacts : stopAt?.executions);
      return [id, !isStop && distance < maxHops] as const;
    }),
  );
  const distances = new Map(answer.entries.map(({ node, distance }) => [node.id, distance]));
  const isNearer = (one: string, other: string) => (distances.get(one) ?? 0) < (distances.get(other) ?? 0);
  const isCrossed = ({ source, target }: OurEdge) => {
    const nearer = isNearer(source, target) ? source : target;
    return expanded.get({ UPSTREAM: target, DOWNSTREAM: source, ANY: nearer }[direction]) === true;
  };
  return {
    nodes: [...distances.keys()].sort(),
    events: answer.edges.map(toEvent).sort(),
    crossed: answer.edges.filter(isCrossed).map(toEvent).sort(),
  };
}

function toEvent({ source, target, type }: OurEdge): string {
  return source.startsWith('artifact') ? `${source} ${type} ${target}` : `${target} ${type} ${source}`;
}
