import type { NodeRef } from '../mlmd/model.js';

/** Compares refs by kind, artifacts before executions, then by id: the order wherever lineage breaks a tie. */
export function compareRefs(left: NodeRef, right: NodeRef): number {
  if (left.kind !== right.kind) return left.kind === 'ARTIFACT' ? -1 : 1;
  if (left.id === right.id) return 0;
  return left.id < right.id ? -1 : 1;
}

/** Compares by hops from the roots, then as {@link compareRefs} does. */
export function compareNearest(
  left: { readonly ref: NodeRef; readonly distance: number },
  right: { readonly ref: NodeRef; readonly distance: number },
): number {
  return left.distance - right.distance || compareRefs(left.ref, right.ref);
}
