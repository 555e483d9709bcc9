import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useCallback, useLayoutEffect, useRef } from 'react';
import type { PlacedBox, Scene } from '../model/scene.js';
import { CARDS_FROM } from './use-cards.js';

/** How the view of a scene is moved. */
export interface Camera {
  /** Shows all of it. */
  readonly fit: () => void;
  /** Brings a box into the middle, near enough to be read. Nothing where there is no such box. */
  readonly centre: (id: string) => void;
  /** Moves just so far that a box is in view, near enough to be read. */
  readonly reveal: (id: string) => void;
  readonly zoomBy: (factor: number) => void;
}

/** At first all of the scene is shown, unless it could not be read then; then the view is this near to where it starts. */
const START_ZOOM = 0.75;

/** The furthest and the nearest one can go. */
export const ZOOMS = { min: 0.02, max: 2 } as const;

/**
 * Moves the view: to the start of the first scene, and when another scene comes so that the box the reader is at stays
 * where it is on the screen.
 *
 * @param isReady - whether the view has a size and can be moved.
 * @param startAt - the box to look at first where not all can be shown.
 * @param at - the box to hold on to.
 */
export function useCamera(scene: Scene, isReady: boolean, startAt: string | undefined, at: string | undefined): Camera {
  const flow = useReactFlow();
  const store = useStoreApi();
  const shown = useRef<Scene>(undefined);
  const box = useCallback((id: string | undefined) => boxIn(scene, id), [scene]);

  const fit = useCallback(() => {
    const { width, height } = store.getState();
    if (width > 0 && scene.boxes.length > 0) void flow.setViewport(fitted(scene, width, height));
  }, [flow, store, scene]);

  const look = useCallback(
    (placed: PlacedBox, zoom: number) => {
      const { x, y, width, height } = placed;
      void flow.setCenter(x + width / 2, y + height / 2, { zoom });
    },
    [flow],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: only another scene moves the view, and not what the reader is at.
  useLayoutEffect(() => {
    if (!isReady) return;
    const before = shown.current;
    shown.current = scene;
    const { width, height } = store.getState();
    if (before === undefined || before.boxes.length === 0) {
      const all = fitted(scene, width, height);
      const start = box(startAt) ?? leftmost(scene);
      const isReadable = all.zoom >= CARDS_FROM || start === undefined;
      void flow.setViewport(isReadable ? all : around(scene, start, width, height));
      return;
    }
    const { x, y, zoom } = flow.getViewport();
    const middle = { x: (width / 2 - x) / zoom, y: (height / 2 - y) / zoom };
    const old = boxIn(before, at) ?? nearest(before, middle, (id) => box(id) !== undefined);
    const now = box(old?.box.id);
    if (old === undefined || now === undefined) return;
    void flow.setViewport({ x: x - (now.x - old.x) * zoom, y: y - (now.y - old.y) * zoom, zoom });
  }, [scene, isReady]);

  const centre = useCallback(
    (id: string) => {
      const placed = box(id);
      if (placed !== undefined) look(placed, Math.max(flow.getZoom(), START_ZOOM));
    },
    [box, flow, look],
  );

  const reveal = useCallback(
    (id: string) => {
      const placed = box(id);
      if (placed === undefined) return;
      const { width, height } = store.getState();
      const { x, y, zoom } = flow.getViewport();
      if (zoom < CARDS_FROM) return centre(id);
      const left = placed.x * zoom + x;
      const top = placed.y * zoom + y;
      const right = left + placed.width * zoom;
      const bottom = top + placed.height * zoom;
      const dx = overhang(left, right, width);
      const dy = overhang(top, bottom, height);
      if (dx !== 0 || dy !== 0) void flow.setViewport({ x: x - dx, y: y - dy, zoom });
    },
    [box, flow, store, centre],
  );

  const zoomBy = useCallback((factor: number) => void flow.zoomTo(flow.getZoom() * factor), [flow]);
  return { fit, centre, reveal, zoomBy };
}

function boxIn(scene: Scene, id: string | undefined): PlacedBox | undefined {
  return id === undefined ? undefined : scene.boxes.find(({ box }) => box.id === id);
}

function leftmost({ boxes }: Scene): PlacedBox | undefined {
  return boxes.reduce<PlacedBox | undefined>((found, box) => (found && found.x <= box.x ? found : box), undefined);
}

function fitted(scene: Scene, width: number, height: number) {
  const free = 32;
  const zoom = Math.min((width - free) / scene.width, (height - free) / scene.height, 1);
  const held = Math.max(zoom, ZOOMS.min);
  return { x: (width - scene.width * held) / 2, y: (height - scene.height * held) / 2, zoom: held };
}

/** A box in the middle, or as near to it as can be without showing what lies beyond the scene. */
function around(scene: Scene, { x, y, width: across, height: down }: PlacedBox, width: number, height: number) {
  const zoom = START_ZOOM;
  const held = (place: number, size: number, length: number) =>
    size * zoom <= length ? (length - size * zoom) / 2 : Math.min(0, Math.max(length - size * zoom, place));
  return {
    x: held(width / 2 - (x + across / 2) * zoom, scene.width, width),
    y: held(height / 2 - (y + down / 2) * zoom, scene.height, height),
    zoom,
  };
}

/** How far what lies between two places sticks out of a length, with some room to its edges. */
function overhang(from: number, to: number, length: number): number {
  const room = 48;
  if (from < room) return from - room;
  return to > length - room ? to - length + room : 0;
}

function nearest(
  scene: Scene,
  to: { readonly x: number; readonly y: number },
  isWanted: (id: string) => boolean,
): PlacedBox | undefined {
  let found: PlacedBox | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const placed of scene.boxes) {
    const distance = Math.hypot(placed.x + placed.width / 2 - to.x, placed.y + placed.height / 2 - to.y);
    if (distance >= least || !isWanted(placed.box.id)) continue;
    least = distance;
    found = placed;
  }
  return found;
}
