import { pngSize } from './model/export/png-size.js';
import type { SvgPicture } from './model/export/svg.js';

/** A picture made of dots. */
export interface PngPicture {
  readonly blob: Blob;
  /** Dots per pixel of the drawing; less than 1 where it had to be made smaller. */
  readonly scale: number;
}

/**
 * Paints a drawing, as finely as browsers can.
 *
 * @throws Error where this browser cannot, with its size.
 */
export async function toPng({ text, width, height }: SvgPicture): Promise<PngPicture> {
  const size = pngSize(width, height);
  const url = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = size.width;
    canvas.height = size.height;
    canvas.getContext('2d')?.drawImage(image, 0, 0, size.width, size.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (blob === null) throw new Error(`This browser makes no picture of ${size.width} × ${size.height} dots.`);
    return { blob, scale: size.scale };
  } finally {
    URL.revokeObjectURL(url);
  }
}
