import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { kindOf } from '../parts/kinds.js';
import { shortTypeName } from '../parts/type-name.js';
import type { BoxKind, Paint } from './model/export/about.js';
import type { Look } from './model/export/svg.js';

const BOX_KINDS: readonly BoxKind[] = [
  'DataSet',
  'Model',
  'Metrics',
  'GenericArtifact',
  'Execution',
  'Run',
  'Workspace',
];

/** The page's colours and icons at this moment, for a picture of it. */
export function lookOfPage(): Look {
  const style = getComputedStyle(document.documentElement);
  const isDark = document.documentElement.dataset.mantineColorScheme === 'dark';
  const value = (name: string) => style.getPropertyValue(`--mantine-color-${name}`).trim();
  const paints = kindPaints(value, isDark);
  return {
    background: value('body'),
    card: value(isDark ? 'dark-6' : 'white'),
    text: value('text'),
    muted: value(isDark ? 'dark-1' : 'gray-7'),
    line: value(isDark ? 'dark-2' : 'gray-5'),
    typeName: shortTypeName,
    kinds: byKind((kind) => ({ ...paints[kind], sign: markupOfSign(kind) })),
  };
}

/** Colours on paper, for what other tools draw: they know of no dark page. */
export function paperPaints(): Readonly<Record<BoxKind, Paint>> {
  const style = getComputedStyle(document.documentElement);
  return kindPaints((name) => style.getPropertyValue(`--mantine-color-${name}`).trim(), false);
}

function kindPaints(value: (name: string) => string, isDark: boolean): Readonly<Record<BoxKind, Paint>> {
  return byKind((kind) => {
    const { color } = kindOf(kind);
    return { fill: value(`${color}-${isDark ? 9 : 1}`), stroke: value(`${color}-${isDark ? 5 : 6}`) };
  });
}

function byKind<Value>(of: (kind: BoxKind) => Value): Readonly<Record<BoxKind, Value>> {
  return Object.fromEntries(BOX_KINDS.map((kind) => [kind, of(kind)])) as Record<BoxKind, Value>;
}

/** The icon as it is on the page: drawn once, out of sight, and read back. */
function markupOfSign(kind: BoxKind): string {
  const place = document.createElement('div');
  const root = createRoot(place);
  flushSync(() => root.render(createElement(kindOf(kind).icon, { size: 24 })));
  const markup = place.innerHTML;
  root.unmount();
  return markup;
}
