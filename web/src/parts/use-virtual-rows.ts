import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';

/** How near the end of what is there more is asked for, in rows. */
const ROWS_BEFORE_END = 20;

/**
 * Which rows to draw, for a part that scrolls. Rows that are added above leave those in view where they are; other rows
 * begin at the top.
 *
 * @param ids - of all rows, in order.
 * @param options.estimate - height of a row in pixels, until it is measured.
 */
export function useVirtualRows(
  ids: readonly string[],
  scroller: RefObject<HTMLDivElement | null>,
  {
    estimate,
    onEnd,
    onTop,
  }: {
    readonly estimate: number;
    readonly onEnd: (() => void) | undefined;
    readonly onTop: ((row: number) => void) | undefined;
  },
): Virtualizer<HTMLDivElement, Element> {
  const virtual = useVirtualizer<HTMLDivElement, Element>({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimate,
    getItemKey: (index) => ids[index] ?? index,
    overscan: 12,
  });
  const last = virtual.getVirtualItems().at(-1)?.index ?? -1;
  useEffect(() => {
    if (onEnd && ids.length > 0 && last >= ids.length - ROWS_BEFORE_END) onEnd();
  }, [onEnd, last, ids.length]);
  const top = virtual.range?.startIndex ?? 0;
  const report = useEffectEvent(() => onTop?.(top));
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows may be at the top without it having moved.
  useEffect(() => report(), [top, ids]);
  const before = useRef(ids);
  useLayoutEffect(() => {
    const first = before.current[0];
    before.current = ids;
    if (first === undefined || first === ids[0]) return;
    const added = ids.indexOf(first);
    if (scroller.current) scroller.current.scrollTop = added < 0 ? 0 : scroller.current.scrollTop + added * estimate;
  }, [ids, estimate, scroller]);
  return virtual;
}
