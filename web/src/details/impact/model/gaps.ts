import type { CutOff } from '../../../generated/operations.js';

/** What walks left out, all of them taken together. */
export interface Gaps {
  /** Why, each reason once; empty where nothing is missing. */
  readonly reasons: readonly CutOff[];
  /** Nodes from which something leads on that no walk has followed yet, nearest first: where to go on. */
  readonly open: readonly string[];
  /** Starting points that led to more than the server gives of one node, so that asking again brings nothing new. */
  readonly stuck: readonly string[];
}

/** What one walk says of its own gaps. */
export interface WalkedGaps {
  readonly roots: readonly { readonly id: string }[];
  readonly entries: readonly { readonly expanded: boolean; readonly node: { readonly id: string } }[];
  readonly completeness: { readonly reasons: readonly CutOff[] };
}

/** Says what is still missing after walks that each went on where an earlier one stopped. */
export function gapsOf(walks: readonly WalkedGaps[]): Gaps {
  const entries = walks.flatMap((walk) => walk.entries);
  const expanded = new Set(entries.filter((entry) => entry.expanded).map(({ node }) => node.id));
  const ends = new Set(entries.map(({ node }) => node.id).filter((id) => !expanded.has(id)));
  const started = new Set(walks.flatMap(({ roots }) => roots.map(({ id }) => id)));
  const open = [...ends].filter((id) => !started.has(id));
  const stuck = [...ends].filter((id) => started.has(id));
  const reasons = ends.size === 0 ? [] : [...new Set(walks.flatMap(({ completeness }) => completeness.reasons))];
  return { reasons, open, stuck };
}
