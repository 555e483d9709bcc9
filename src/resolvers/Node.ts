import type { NodeResolvers } from '../generated/resolvers.js';
import { type GlobalId, toGlobalId } from '../global-id.js';
import { artifactTypeName } from './artifact-kind.js';
import { findRun, findWorkspace } from './groups/find-group.js';
import type { NodeModel } from './models.js';
import { runId } from './Run.js';
import type { Loaders } from './request-context.js';

/** Tells apart whatever has an id. */
export const Node = {
  __resolveType(node) {
    switch (node.kind) {
      case 'ARTIFACT':
        return artifactTypeName(node);
      case 'EXECUTION':
        return 'Execution';
      case 'CONTEXT':
        return 'Context';
      case 'WORKSPACE':
        return 'Workspace';
      case 'RUN':
        return 'Run';
      default:
        return node satisfies never;
    }
  },
} satisfies NodeResolvers;

/** @returns undefined where the store holds no such thing, or holds it as something else: a context that is no run. */
export function findNode(loaders: Loaders, id: GlobalId): Promise<NodeModel | undefined> {
  switch (id.kind) {
    case 'ARTIFACT':
      return loaders.artifact(id.id);
    case 'EXECUTION':
      return loaders.execution(id.id);
    case 'CONTEXT':
      return loaders.context(id.id);
    case 'WORKSPACE':
      return findWorkspace(loaders, id.id);
    case 'RUN':
    case 'RUN_NAME':
      return findRun(loaders, id);
    default:
      return id satisfies never;
  }
}

/** The id of whatever has one. */
export function idOf(node: NodeModel): string {
  switch (node.kind) {
    case 'RUN':
      return runId(node);
    case 'WORKSPACE':
      return toGlobalId({ kind: 'WORKSPACE', id: node.context.id });
    case 'ARTIFACT':
    case 'EXECUTION':
    case 'CONTEXT':
      return toGlobalId(node);
    default:
      return node satisfies never;
  }
}
