import { useComputedColorScheme } from '@mantine/core';
import { useReactFlow, useStore } from '@xyflow/react';
import { type PointerEvent, type ReactElement, useEffect, useRef } from 'react';
import type { Scene } from '../model/scene.js';
import { colorOf, paletteOf } from './palette.js';
import styles from './picture.module.css';

const WIDTH = 180;
const HEIGHT = 110;

/** The whole scene in small, and which part of it is in view; pressing or dragging goes there. Nothing where all is. */
export function Minimap({ scene }: { readonly scene: Scene }): ReactElement | null {
  const canvas = useRef<HTMLCanvasElement>(null);
  const flow = useReactFlow();
  const [x, y, zoom] = useStore((state) => state.transform);
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const isDark = useComputedColorScheme('light') === 'dark';
  const scale = Math.min(WIDTH / scene.width, HEIGHT / scene.height);
  const view = { left: -x / zoom, top: -y / zoom, width: width / zoom, height: height / zoom };
  const isAll =
    view.left <= 0 && view.top <= 0 && view.left + view.width >= scene.width && view.top + view.height >= scene.height;
  useEffect(() => {
    if (canvas.current !== null) draw(canvas.current, scene, scale, isDark);
  }, [scene, scale, isDark]);
  if (scene.boxes.length === 0) return null;
  const goTo = (event: PointerEvent<HTMLDivElement>) => {
    if (event.buttons === 0) return;
    const { left, top } = event.currentTarget.getBoundingClientRect();
    void flow.setCenter((event.clientX - left) / scale, (event.clientY - top) / scale, { zoom });
  };
  return (
    <div
      className={styles.minimap}
      style={{ width: scene.width * scale, height: scene.height * scale }}
      data-idle={isAll || undefined}
      aria-hidden
      onPointerDown={goTo}
      onPointerMove={goTo}
    >
      <canvas ref={canvas} className={styles.minimapCanvas} />
      <div
        className={styles.sight}
        style={{
          left: view.left * scale,
          top: view.top * scale,
          width: view.width * scale,
          height: view.height * scale,
        }}
      />
    </div>
  );
}

function draw(canvas: HTMLCanvasElement, scene: Scene, scale: number, isDark: boolean): void {
  const context = canvas.getContext('2d');
  if (context === null) return;
  const ratio = globalThis.devicePixelRatio;
  canvas.width = Math.max(scene.width * scale * ratio, 1);
  canvas.height = Math.max(scene.height * scale * ratio, 1);
  context.scale(scale * ratio, scale * ratio);
  const palette = paletteOf(canvas, isDark);
  for (const { box, x, y, width, height } of scene.boxes) {
    context.fillStyle = palette.strong(colorOf(box));
    // A box of less than a pixel would leave no trace.
    context.fillRect(x, y, Math.max(width, 1.5 / scale), Math.max(height, 1.5 / scale));
  }
}
