import type { CutOff } from '../../generated/operations.js';
import type { Diagram } from './scene.js';
import type { Extent } from './view.js';

/** What a picture shows and what not, in the reader's words. */
export interface Summary {
  /** For example `212 of 240 nodes shown`. */
  readonly shown: string;
  /** Why others of the known nodes have no box of their own, each reason in a few words; empty for none. */
  readonly notShown: readonly string[];
  /** Why there is more in the store that was not asked for, each reason in a few words; empty where there is none. */
  readonly beyond: readonly string[];
}

/** Says what has become of all that is known, and what lies beyond it. */
export function summary({ boxes, fold, counts }: Diagram, reasons: readonly CutOff[], asked: Extent): Summary {
  const { known, shown, hiddenByLegend, collapsed, folded } = counts;
  const groups = boxes.filter(({ shape }) => shape === 'group').length;
  return {
    shown: shown === known ? nodes(known) : `${number(shown)} of ${nodes(known)} shown`,
    notShown: [
      ...(hiddenByLegend > 0 ? [`${number(hiddenByLegend)} hidden by the legend`] : []),
      ...(collapsed > 0 ? [`${number(collapsed)} collapsed`] : []),
      ...(folded > 0 ? [`${number(folded)} folded into ${groupsOf(groups, fold)}`] : []),
    ],
    beyond: reasons.map((reason) => beyondFor(reason, asked)),
  };
}

function beyondFor(reason: CutOff, { hops, maxNodes }: Extent): string {
  switch (reason) {
    case 'MAX_HOPS':
      return `more than ${number(hops)} hops away`;
    case 'MAX_NODES':
      return `beyond the ${number(maxNodes)} nodes asked for`;
    case 'MAX_NEIGHBORS':
      return 'further neighbours of nodes that have very many';
    case 'DEADLINE':
      return 'what the server had no time left for';
  }
}

function groupsOf(count: number, fold: Diagram['fold']): string {
  const one = count === 1;
  switch (fold) {
    case 'none':
    case 'siblings':
      return one ? '1 box of nodes that are alike' : `${number(count)} boxes of nodes that are alike`;
    case 'runs':
      return one ? 'the box of a run' : `${number(count)} boxes, most of them of a run each`;
    case 'workspaces':
      return one ? 'the box of a workspace' : `${number(count)} boxes, most of them of a workspace each`;
  }
}

function nodes(count: number): string {
  return count === 1 ? '1 node' : `${number(count)} nodes`;
}

function number(count: number): string {
  return count.toLocaleString('en');
}
