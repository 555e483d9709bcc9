/** The widest and highest picture that all browsers make; several refuse or blank what is larger. */
const MAX_SIDE = 16_384;

/** The most pixels; 4 bytes each, so this is a quarter of a gigabyte. */
const MAX_PIXELS = 2 ** 26;

/** A picture's size as dots. */
export interface PngSize {
  readonly width: number;
  readonly height: number;
  /** Dots per pixel of the drawing: 2 where there is room, less than 1 where it had to be made smaller. */
  readonly scale: number;
}

/** As many dots as a picture of this size may have: twice its size, at most 16,384 a side and 67 million in all. */
export function pngSize(width: number, height: number): PngSize {
  const scale = Math.min(2, MAX_SIDE / width, MAX_SIDE / height, Math.sqrt(MAX_PIXELS / (width * height)));
  return { scale, width: Math.max(Math.floor(width * scale), 1), height: Math.max(Math.floor(height * scale), 1) };
}
