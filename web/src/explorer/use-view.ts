import { parseAsArrayOf, parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useCallback, useMemo } from 'react';
import type { Expansion, Side, View } from './model/view.js';

const ids = parseAsArrayOf(parseAsString).withDefault([]);

/** How the address spells a view; what is as usual is left out of it. */
const ADDRESS = {
  of: ids,
  direction: parseAsStringLiteral(['UPSTREAM', 'DOWNSTREAM', 'BOTH', 'ANY'] as const).withDefault('BOTH'),
  hops: parseAsInteger.withDefault(6),
  nodes: parseAsInteger.withDefault(1_000),
  preset: parseAsStringLiteral(['EVERYTHING', 'DATA_FLOW'] as const).withDefault('EVERYTHING'),
  up: ids,
  down: ids,
  foldUp: ids,
  foldDown: ids,
  fold: parseAsStringLiteral(['none', 'siblings', 'runs', 'workspaces'] as const),
  open: ids,
  hide: ids,
  at: parseAsString,
  from: parseAsString,
  to: parseAsString,
  as: parseAsStringLiteral(['graph', 'table'] as const).withDefault('graph'),
};

/** Changes some of a view. What is only looked at replaces the address; anything else is a step that Back undoes. */
export type ChangeView = (change: Partial<View>) => void;

/** The view that the address holds, and how to change it. */
export function useView(): readonly [View, ChangeView] {
  const [address, setAddress] = useQueryStates(ADDRESS);
  const view = useMemo<View>(
    () => ({
      of: address.of,
      direction: address.direction,
      hops: Math.max(address.hops, 0),
      maxNodes: Math.max(address.nodes, 1),
      preset: address.preset,
      expanded: sided(address.up, address.down),
      collapsed: sided(address.foldUp, address.foldDown),
      fold: address.fold ?? undefined,
      opened: address.open,
      hiddenTypes: address.hide,
      selected: address.at ?? undefined,
      pathFrom: address.from ?? undefined,
      pathTo: address.to ?? undefined,
      shownAs: address.as,
    }),
    [address],
  );
  const change = useCallback(
    (change: Partial<View>) => {
      const isOnlyLookedAt = Object.keys(change).every((name) => name === 'selected');
      void setAddress(spelled(change), { history: isOnlyLookedAt ? 'replace' : 'push' });
    },
    [setAddress],
  );
  return [view, change];
}

/** What of the address says these parts of a view; null for what it need not say. */
function spelled(change: Partial<View>): Partial<Record<keyof typeof ADDRESS, never>> {
  const spelling: { readonly [Part in keyof View]: (value: View[Part]) => object } = {
    of: (of) => ({ of }),
    direction: (direction) => ({ direction }),
    hops: (hops) => ({ hops }),
    maxNodes: (nodes) => ({ nodes }),
    preset: (preset) => ({ preset }),
    expanded: (steps) => ({ up: idsOn('upstream', steps), down: idsOn('downstream', steps) }),
    collapsed: (steps) => ({ foldUp: idsOn('upstream', steps), foldDown: idsOn('downstream', steps) }),
    fold: (fold) => ({ fold: fold ?? null }),
    opened: (open) => ({ open }),
    hiddenTypes: (hide) => ({ hide }),
    selected: (at) => ({ at: at ?? null }),
    pathFrom: (from) => ({ from: from ?? null }),
    pathTo: (to) => ({ to: to ?? null }),
    shownAs: (as) => ({ as }),
  };
  const parts = Object.entries(change).map(([part, value]) =>
    (spelling[part as keyof View] as (value: unknown) => object)(value),
  );
  return Object.assign({}, ...parts);
}

function sided(up: readonly string[], down: readonly string[]): readonly Expansion[] {
  return [
    ...up.map((id): Expansion => ({ id, side: 'upstream' })),
    ...down.map((id): Expansion => ({ id, side: 'downstream' })),
  ];
}

function idsOn(side: Side, steps: readonly Expansion[]): readonly string[] {
  return steps.filter((step) => step.side === side).map(({ id }) => id);
}
