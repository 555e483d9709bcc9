import type { NodeKind } from '../../../model.js';
import type { ArtifactPut, ContextPut, EventPut, ExecutionPut, GraphPut, PutOf } from '../../../store.js';

/** The lists of a {@link GraphPut}, to be filled. */
export class GraphParts {
  readonly contexts: ContextPut[] = [];
  readonly artifacts: ArtifactPut[] = [];
  readonly executions: ExecutionPut[] = [];
  readonly attributions: ListOf<'attributions'> = [];
  readonly associations: ListOf<'associations'> = [];
  readonly parentContexts: ListOf<'parentContexts'> = [];
  readonly events: EventPut[] = [];
}

type ListOf<Part extends 'attributions' | 'associations' | 'parentContexts'> = NonNullable<GraphPut[Part]>[number][];

/** The list of a graph's nodes of one kind. */
export function nodesOf<K extends NodeKind>(graph: GraphParts, kind: K): PutOf[K][] {
  const lists: { readonly [kind in NodeKind]: PutOf[kind][] } = {
    ARTIFACT: graph.artifacts,
    EXECUTION: graph.executions,
    CONTEXT: graph.contexts,
  };
  return lists[kind];
}
