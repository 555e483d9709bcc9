import type { GraphNode, KnownGraph } from '../../../web/src/explorer/model/graph.js';
import type { Diagram } from '../../../web/src/explorer/model/scene.js';
import { parseGraphText } from '../../support/graph-text.js';

/** What a test says of a node beyond its name. */
type Told = Readonly<Record<string, Partial<GraphNode>>>;

/**
 * The graph that a text describes, as a page that has asked for all of it knows it: `rows > train > model`. A node's id
 * is its name behind its kind, as in `artifact:rows`.
 *
 * @param told - by name, what differs from an artifact or execution of no special type.
 * @param roots - names; the first node mentioned where none is given.
 */
export function knownGraph(text: string, told: Told = {}, roots?: readonly string[]): KnownGraph {
  const { artifacts, executions, events } = parseGraphText(text);
  const idOf = (name: string) => (executions.includes(name) ? `execution:${name}` : `artifact:${name}`);
  const edges = events.map(({ artifact, execution, type }) => ({
    source: idOf(type === 'INPUT' ? artifact : execution),
    target: idOf(type === 'INPUT' ? execution : artifact),
    type,
    path: [],
  }));
  const names = [...new Set(text.split(/[>;\n]/).map((name) => name.trim()))].filter(Boolean);
  const nodes = names.map((name): [string, GraphNode] => {
    const id = idOf(name);
    const isExecution = executions.includes(name);
    return [
      id,
      {
        id,
        kind: isExecution ? 'Execution' : 'GenericArtifact',
        label: name,
        typeName: isExecution ? 'Step' : 'Thing',
        createdAt: '2026-01-02T03:04:05.006Z',
        upstreamDegree: edges.filter(({ target }) => target === id).length,
        downstreamDegree: edges.filter(({ source }) => source === id).length,
        ...told[name],
      },
    ];
  });
  const first = artifacts[0] ?? executions[0];
  return {
    nodes: new Map(nodes),
    edges,
    roots: (roots ?? (first === undefined ? [] : [first])).map(idOf),
    reasons: [],
  };
}

/** A picture of all that is known, each node in a box of its own. */
export function unfolded({ nodes, edges }: KnownGraph): Diagram {
  return {
    boxes: [...nodes.values()].map((node) => ({
      shape: 'node',
      id: node.id,
      node,
      beyond: { upstream: 0, downstream: 0 },
    })),
    lines: edges.map(({ source, target, type }) => ({
      id: `${source}>${target}`,
      source,
      target,
      count: 1,
      types: [type],
    })),
    fold: 'none',
    counts: { known: nodes.size, shown: nodes.size, hiddenByLegend: 0, collapsed: 0, folded: 0 },
  };
}
