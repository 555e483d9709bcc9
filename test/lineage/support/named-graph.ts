import type { LineageEdge } from '../../../src/lineage/edge.js';
import type { ArtifactId, Event, ExecutionId, NodeRef } from '../../../src/mlmd/model.js';
import { nodeKey } from '../../../src/mlmd/model.js';
import { parseGraphText } from '../../support/graph-text.js';
import type { MemoryGraph } from './memory-source.js';

/** A graph whose nodes go by their names in a text. Ids count from 1 in each kind, in the order of first mention. */
export interface NamedGraph extends MemoryGraph {
  ref(name: string): NodeRef;
  /** @returns the names of nodes, in the order given. */
  names(refs: readonly NodeRef[]): readonly string[];
  /** @returns edges as `source > target`, in the order given. */
  arrows(edges: readonly LineageEdge[]): readonly string[];
}

/** Reads a text such as `rows > train > model`. */
export function namedGraph(text: string, change: (event: Event) => Event = (event) => event): NamedGraph {
  const { artifacts, executions, events } = parseGraphText(text);
  const refs = new Map<string, NodeRef>([
    ...artifacts.map((name, index): [string, NodeRef] => [name, artifact(index + 1)]),
    ...executions.map((name, index): [string, NodeRef] => [name, execution(index + 1)]),
  ]);
  const nameByKey = new Map([...refs].map(([name, ref]) => [nodeKey(ref), name]));
  const ref = (name: string) => {
    const found = refs.get(name);
    if (found === undefined) throw new Error(`no node is called '${name}'`);
    return found;
  };
  const nameOf = (of: NodeRef) => nameByKey.get(nodeKey(of)) ?? nodeKey(of);
  return {
    nodes: [...refs.values()],
    events: events.map((event) =>
      change({
        artifactId: ref(event.artifact).id as ArtifactId,
        executionId: ref(event.execution).id as ExecutionId,
        type: event.type,
        timeMs: undefined,
        path: [],
      }),
    ),
    ref,
    names: (of) => of.map(nameOf),
    arrows: (edges) => edges.map(({ source, target }) => `${nameOf(source)} > ${nameOf(target)}`),
  };
}

export function artifact(id: number): NodeRef {
  return { kind: 'ARTIFACT', id: BigInt(id) as ArtifactId };
}

export function execution(id: number): NodeRef {
  return { kind: 'EXECUTION', id: BigInt(id) as ExecutionId };
}
