import { useComputedColorScheme } from '@mantine/core';
import { useStoreApi } from '@xyflow/react';
import { type ReactElement, useEffect, useMemo, useRef } from 'react';
import { boundsOf } from '../model/bounds.js';
import type { Scene } from '../model/scene.js';
import { type Painting, paint } from './paint.js';
import { paletteOf } from './palette.js';
import styles from './picture.module.css';

/** The lines of a scene, and from afar its boxes: painted anew when the view of it moves, once a frame at most. */
export function CanvasLayer({
  scene,
  lit,
  selected,
  cardsFrom,
}: {
  readonly scene: Scene;
  readonly lit: ReadonlySet<string> | undefined;
  readonly selected: string | undefined;
  readonly cardsFrom: number;
}): ReactElement {
  const canvas = useRef<HTMLCanvasElement>(null);
  const store = useStoreApi();
  const isDark = useComputedColorScheme('light') === 'dark';
  const bounds = useMemo(() => boundsOf(scene), [scene]);
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    const painting: Painting = { scene, bounds, palette: paletteOf(element, isDark), lit, selected, cardsFrom };
    let frame = 0;
    const schedule = () => {
      if (frame !== 0) return;
      frame = requestAnimationFrame(() => {
        frame = 0;
        const { width, height, transform } = store.getState();
        draw(element, painting, width, height, transform);
      });
    };
    schedule();
    const unsubscribe = store.subscribe((state, before) => {
      if (state.transform !== before.transform || state.width !== before.width || state.height !== before.height) {
        schedule();
      }
    });
    return () => {
      unsubscribe();
      cancelAnimationFrame(frame);
    };
  }, [store, scene, bounds, lit, selected, cardsFrom, isDark]);
  useEffect(() => {
    // Frames are drawn in the order in which they are asked for: after the next one this scene has been.
    const frame = requestAnimationFrame(() => scene.boxes.length > 0 && performance.mark('graph:drawn'));
    return () => cancelAnimationFrame(frame);
  }, [scene]);
  return <canvas ref={canvas} className={styles.canvas} aria-hidden />;
}

function draw(
  canvas: HTMLCanvasElement,
  painting: Painting,
  width: number,
  height: number,
  [x, y, zoom]: readonly [number, number, number],
): void {
  const context = canvas.getContext('2d');
  if (context === null || width === 0) return;
  const ratio = globalThis.devicePixelRatio;
  const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== across || canvas.height !== down) {
    canvas.width = across;
    canvas.height = down;
  }
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, across, down);
  context.setTransform(zoom * ratio, 0, 0, zoom * ratio, x * ratio, y * ratio);
  paint(context, painting, { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom }, zoom);
}
