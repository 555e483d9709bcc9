import type { NodeRef } from '../mlmd/model.js';

/** Compares refs by kind, artifacts before executions, then by id: the order wherever lineage breaks a tie. */
export function compareRefs(left: NodeRef, right: NodeRef): number {
  if (left.kind !== right.kind) return left.kind === 'ARTIFACT' ? -1 : 1;
  return compareIds(left.id, right.id);
}

/** Compares ids of one kind, lowest first. */
export function compareIds(left: bigint, right: bigint): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** Compares by hops from the roots, then as {@link compareRefs} does. */
export function compareNearest(
  left: { readonly ref: NodeRef; readonly distance: number },
  right: { readonly ref: NodeRef; readonly distance: number },
): number {
  return left.distance - right.distance || compareRefs(left.ref, right.ref);
}
