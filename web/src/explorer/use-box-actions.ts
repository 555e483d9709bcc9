import { useMemo } from 'react';
import type { Expansion, Side, View } from './model/view.js';
import type { BoxActions } from './picture/picture-context.js';
import type { ChangeView } from './use-view.js';

/** What a reader does at a box, as changes of the view. */
export function useBoxActions(view: View, change: ChangeView): BoxActions {
  const { expanded, collapsed, opened } = view;
  return useMemo(() => {
    const isAt = (id: string, side: Side) => (step: Expansion) => step.id === id && step.side === side;
    return {
      select: (id) => change({ selected: id }),
      expand: (id, side) => {
        const isHere = isAt(id, side);
        if (collapsed.some(isHere)) change({ collapsed: collapsed.filter((step) => !isHere(step)) });
        else if (!expanded.some(isHere)) change({ expanded: [...expanded, { id, side }] });
      },
      collapse: (id, side) => change({ collapsed: [...collapsed, { id, side }] }),
      open: (id) => change({ opened: [...opened, id] }),
    };
  }, [expanded, collapsed, opened, change]);
}
