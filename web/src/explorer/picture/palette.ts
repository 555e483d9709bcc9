import { kindOf } from '../../parts/kinds.js';
import { boxKind } from '../model/box-kind.js';
import type { Box } from '../model/scene.js';

/** Colours of a picture that is painted rather than styled, as the page's style has them at the moment. */
export interface Palette {
  readonly line: string;
  readonly litLine: string;
  readonly card: string;
  readonly text: string;
  readonly selected: string;
  /** The line around a box, and its sign, by the name of the theme's colour. */
  readonly strong: (color: string) => string;
  /** What fills a box that is drawn small. */
  readonly soft: (color: string) => string;
}

/** Reads the colours from the style of an element. */
export function paletteOf(element: Element, isDark: boolean): Palette {
  const style = getComputedStyle(element);
  const known = new Map<string, string>();
  const value = (name: string) => {
    const found = known.get(name) ?? style.getPropertyValue(name).trim();
    known.set(name, found);
    return found;
  };
  return {
    line: value(isDark ? '--mantine-color-dark-2' : '--mantine-color-gray-5'),
    litLine: value(isDark ? '--mantine-color-blue-4' : '--mantine-color-blue-7'),
    card: value(isDark ? '--mantine-color-dark-6' : '--mantine-color-white'),
    text: value('--mantine-color-text'),
    selected: value('--mantine-primary-color-filled'),
    strong: (color) => value(`--mantine-color-${color}-${isDark ? 5 : 6}`),
    soft: (color) => value(isDark ? `--mantine-color-${color}-9` : `--mantine-color-${color}-1`),
  };
}

/** The name of the theme's colour for a box. */
export function colorOf(box: Box): string {
  return kindOf(boxKind(box)).color;
}

/** Whether a box is drawn with round ends, as artifacts are. */
export function isRound(box: Box): boolean {
  return boxKind(box) !== 'Execution';
}
