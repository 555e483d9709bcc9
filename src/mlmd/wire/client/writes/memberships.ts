import type { ContextId } from '../../../model.js';
import type { GraphPut, Ref } from '../../../store.js';
import { refKey } from './edges.js';

/** The memberships of a graph, as the service's calls take them. */
export interface Memberships {
  /** The contexts that all nodes go into which the graph puts. */
  readonly shared: readonly Ref<ContextId>[];
  /** The other memberships, each once. */
  readonly attributions: NonNullable<GraphPut['attributions']>;
  readonly associations: NonNullable<GraphPut['associations']>;
}

/**
 * Parts the memberships of a graph. Dangling attributions, which the call for the others refuses, are not told apart: only
 * a service that is served over this store asks for them, and passes its calls on instead.
 */
export function membershipsOf({ artifacts = [], executions = [], ...graph }: GraphPut): Memberships {
  const { attributions = [], associations = [] } = graph;
  const contexts = new Map([...attributions, ...associations].map(({ context }) => [refKey(context), context]));
  const pairs = new Set([
    ...attributions.map(({ artifact, context }) => `ARTIFACT ${refKey(artifact)} ${refKey(context)}`),
    ...associations.map(({ execution, context }) => `EXECUTION ${refKey(execution)} ${refKey(context)}`),
  ]);
  const nodes = [
    ...artifacts.map((_, index) => `ARTIFACT ${refKey({ index })}`),
    ...executions.map((_, index) => `EXECUTION ${refKey({ index })}`),
  ];
  const shared = [...contexts].filter(
    ([key]) => nodes.length > 0 && nodes.every((node) => pairs.has(`${node} ${key}`)),
  );
  const sharedKeys = new Set(shared.map(([key]) => key));
  const isApart = (node: Ref<bigint>, context: Ref<ContextId>) => 'id' in node || !sharedKeys.has(refKey(context));
  return {
    shared: shared.map(([, context]) => context),
    attributions: attributions.filter(({ artifact, context }) => isApart(artifact, context)),
    associations: associations.filter(({ execution, context }) => isApart(execution, context)),
  };
}
