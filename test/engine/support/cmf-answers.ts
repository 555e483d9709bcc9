import type { Api } from '../../support/api.js';

/** What CMF tells of one artifact; ids in their order. */
export interface ArtifactAnswers {
  /** The type and the execution of each event, as `INPUT 3`. */
  readonly executions: readonly string[];
  /** One of the producers. */
  readonly producer: number | null;
  readonly parents: readonly number[];
  /** Parents but for environments and labels. */
  readonly dataParents: readonly number[];
  readonly children: readonly number[];
  readonly allParents: readonly number[];
  readonly allChildren: readonly number[];
  readonly allParentExecutions: readonly number[];
}

/** What CMF tells of a file; see `ask` in cmf.py. */
export interface CmfAnswers {
  readonly documents: Readonly<Record<string, string>>;
  readonly stages: Readonly<Record<string, readonly string[]>>;
  readonly executions: Readonly<Record<string, readonly number[]>>;
  readonly artifactsByPipeline: Readonly<Record<string, readonly number[]>>;
  readonly artifactsByExecution: Readonly<Record<string, readonly string[]>>;
  readonly artifacts: Readonly<Record<string, ArtifactAnswers>>;
}

interface Numbered {
  readonly mlmdId: string;
}

const PIPELINES = `{
  workspaces(filter: { origin: [CMF] }, orderBy: { field: CREATED_AT, direction: ASC }) {
    nodes {
      name
      artifacts(first: 25) { nodes { mlmdId } }
      stages(first: 25) {
        nodes { name executions(first: 25) { nodes { mlmdId } } artifacts(first: 25) { nodes { mlmdId } } }
      }
    }
  }
  executions(first: 25) {
    nodes {
      mlmdId
      inputs(first: 25) { edges { type node { mlmdId } } }
      outputs(first: 25) { edges { type node { mlmdId } } }
    }
  }
}`;

const ARTIFACT = `query ($id: ID!) {
  node(id: $id) {
    ... on Artifact {
      producedBy(first: 25) { edges { type node { mlmdId inputs(first: 25) { nodes { mlmdId } } } } }
      consumedBy(first: 25) { edges { type node { mlmdId outputs(first: 25) { nodes { mlmdId } } } } }
    }
  }
  dataParents: impact(of: [$id], direction: UPSTREAM, maxHops: 2, preset: DATA_FLOW, filter: { artifacts: {} }, first: 25) {
    nodes { mlmdId }
  }
  allParents: impact(of: [$id], direction: UPSTREAM, maxHops: 100, filter: { artifacts: {} }, first: 25) {
    nodes { mlmdId ... on Artifact { producedBy(first: 25) { nodes { mlmdId } } } }
  }
  allChildren: impact(of: [$id], direction: DOWNSTREAM, maxHops: 100, filter: { artifacts: {} }, first: 25) {
    nodes { mlmdId }
  }
}`;

/** The same of a store of ours, asked over GraphQL; of the producers the one that CMF picked. */
export async function answersOf(
  { read }: Pick<Api, 'read'>,
  theirs: CmfAnswers,
): Promise<Omit<CmfAnswers, 'documents'>> {
  const { workspaces, executions } = await read(PIPELINES);
  const named = <T>(nodes: readonly { readonly name: string }[], of: (node: never) => T) =>
    Object.fromEntries(nodes.map((node) => [node.name, of(node as never)]));
  const stages = workspaces.nodes.flatMap(({ stages }: { stages: { nodes: unknown[] } }) => stages.nodes);
  const artifacts = Object.entries(theirs.artifacts).map(
    async ([id, { producer }]) => [id, await aboutArtifact(read, id, producer)] as const,
  );
  return {
    stages: named(workspaces.nodes, ({ stages }: { stages: { nodes: { name: string }[] } }) =>
      stages.nodes.map(({ name }) => name),
    ),
    executions: named(stages, ({ executions }: { executions: { nodes: Numbered[] } }) => ids(executions.nodes)),
    artifactsByPipeline: named(
      workspaces.nodes,
      ({ stages }: { stages: { nodes: { artifacts: { nodes: Numbered[] } }[] } }) =>
        ids(stages.nodes.flatMap((stage) => stage.artifacts.nodes)),
    ),
    artifactsByExecution: Object.fromEntries(
      executions.nodes.map((execution: { mlmdId: string; inputs: Events; outputs: Events }) => [
        execution.mlmdId,
        events(execution.inputs, execution.outputs),
      ]),
    ),
    artifacts: Object.fromEntries(await Promise.all(artifacts)),
  };
}

interface Events {
  readonly edges: readonly { readonly type: string; readonly node: Numbered }[];
}

async function aboutArtifact(read: Api['read'], id: string, picked: number | null): Promise<ArtifactAnswers> {
  const { node, dataParents, allParents, allChildren } = await read(ARTIFACT, { id: `artifact:${id}` });
  const producers = ids(node.producedBy.edges.map((edge: { node: Numbered }) => edge.node));
  const beyond = (edges: readonly { node: { inputs?: { nodes: Numbered[] }; outputs?: { nodes: Numbered[] } } }[]) =>
    ids(edges.flatMap((edge) => edge.node.inputs?.nodes ?? edge.node.outputs?.nodes ?? []));
  return {
    executions: events(node.producedBy, node.consumedBy),
    producer: picked !== null && producers.includes(picked) ? picked : (producers[0] ?? null),
    parents: beyond(node.producedBy.edges),
    dataParents: ids(dataParents.nodes),
    children: beyond(node.consumedBy.edges),
    allParents: ids(allParents.nodes),
    allChildren: ids(allChildren.nodes),
    allParentExecutions: ids(
      allParents.nodes.flatMap(({ producedBy }: { producedBy: { nodes: Numbered[] } }) => producedBy.nodes),
    ),
  };
}

function ids(nodes: readonly Numbered[]): readonly number[] {
  return [...new Set(nodes.map(({ mlmdId }) => Number(mlmdId)))].sort((one, other) => one - other);
}

function events(...lists: readonly Events[]): readonly string[] {
  return lists.flatMap(({ edges }) => edges.map(({ type, node }) => `${type} ${node.mlmdId}`)).sort();
}
