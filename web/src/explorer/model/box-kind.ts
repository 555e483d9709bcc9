import type { GraphNode } from './graph.js';
import type { Box } from './scene.js';

/** What a box is drawn as: a kind of node, or what folds nodes of several kinds. */
export type BoxKind = GraphNode['kind'] | 'Run' | 'Workspace';

/** Siblings are what each of them is; runs and workspaces stand for all that is in them. */
export function boxKind(box: Box): BoxKind {
  if (box.shape === 'node') return box.node.kind;
  switch (box.foldedBy) {
    case 'siblings':
      return box.members[0]?.kind ?? 'GenericArtifact';
    case 'runs':
      return 'Run';
    case 'workspaces':
      return 'Workspace';
  }
}
