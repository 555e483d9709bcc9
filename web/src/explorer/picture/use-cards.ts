import { useStoreApi } from '@xyflow/react';
import { useEffect, useMemo, useState } from 'react';
import { boundsOf, touching } from '../model/bounds.js';
import type { PlacedBox, Scene } from '../model/scene.js';
import type { CardNode } from './box-card.js';

/** From this zoom on boxes are cards with words on them; from further away nobody could read them. */
export const CARDS_FROM = 0.5;

/** Most cards at once: a browser keeps some hundreds of elements in motion without a stutter. */
const MOST_CARDS = 300;

/** How far beyond the edge of the view cards are there already, in pixels of the screen. */
const MARGIN = 240;

/** The boxes in and around the view as cards, none from afar. Changes only when boxes come in or go out. */
export function useCards(scene: Scene): CardNode[] {
  const store = useStoreApi();
  const bounds = useMemo(() => boundsOf(scene).boxes, [scene]);
  const [near, setNear] = useState<readonly number[]>([]);
  useEffect(() => {
    const look = () => {
      const { width, height, transform } = store.getState();
      const [x, y, zoom] = transform;
      const margin = MARGIN / zoom;
      const rect = {
        x: -x / zoom - margin,
        y: -y / zoom - margin,
        width: width / zoom + 2 * margin,
        height: height / zoom + 2 * margin,
      };
      const found = zoom < CARDS_FROM || width === 0 ? [] : touching(bounds, rect).slice(0, MOST_CARDS);
      setNear((before) => (sameNumbers(before, found) ? before : found));
    };
    look();
    return store.subscribe((state, before) => {
      if (state.transform !== before.transform || state.width !== before.width || state.height !== before.height)
        look();
    });
  }, [store, bounds]);
  return useMemo(
    () =>
      near.flatMap((index) => {
        const placed = scene.boxes[index];
        return placed === undefined ? [] : [cardOf(placed)];
      }),
    [near, scene],
  );
}

const cards = new WeakMap<PlacedBox, CardNode>();

/** The same card for the same box, so that it is not made anew while the view moves. */
function cardOf(placed: PlacedBox): CardNode {
  const known = cards.get(placed);
  if (known !== undefined) return known;
  const { box, x, y, width, height } = placed;
  const card: CardNode = {
    id: box.id,
    type: 'card',
    position: { x, y },
    data: { placed },
    width,
    height,
    draggable: false,
    selectable: false,
    focusable: false,
    connectable: false,
  };
  cards.set(placed, card);
  return card;
}

function sameNumbers(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((number, index) => number === other[index]);
}
