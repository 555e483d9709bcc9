import { useReactFlow } from '@xyflow/react';
import type { MouseEvent } from 'react';
import { useMemo } from 'react';
import { boundsOf, touching } from '../model/bounds.js';
import type { PlacedBox, Scene } from '../model/scene.js';
import type { BoxActions } from './picture-context.js';

/** What happens on the ground of a picture. Boxes that are only painted are found by their places. */
export interface Hits {
  readonly onPaneClick: (event: MouseEvent) => void;
  readonly onPaneMouseMove: (event: MouseEvent) => void;
  readonly onPaneMouseLeave: () => void;
}

/** Pointing at painted boxes and pressing them does what it does with cards; pressing beside them selects nothing. */
export function useHits(scene: Scene, actions: BoxActions, point: (id: string | undefined) => void): Hits {
  const flow = useReactFlow();
  const bounds = useMemo(() => boundsOf(scene).boxes, [scene]);
  return useMemo(() => {
    const under = (event: MouseEvent): PlacedBox | undefined => {
      const { x, y } = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
      return scene.boxes[touching(bounds, { x, y, width: 0, height: 0 }).at(-1) ?? -1];
    };
    return {
      onPaneClick: (event) => {
        const found = under(event)?.box;
        if (found?.shape === 'group' && event.detail > 1) actions.open(found.id);
        else actions.select(found?.id);
      },
      onPaneMouseMove: (event) => point(under(event)?.box.id),
      onPaneMouseLeave: () => point(undefined),
    };
  }, [flow, bounds, scene, actions, point]);
}
