import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { kindOf } from '../parts/kinds.js';
import { shortTypeName } from '../parts/type-name.js';
import type { BoxKind } from './model/box-kind.js';
import type { Paint, PlainLook } from './model/export/about.js';
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
    widthOf: measure(),
    kinds: byKind((kind) => ({ ...paints[kind], sign: markupOfSign(kind) })),
  };
}

/** The page's look on paper, for what other tools draw: they know of no dark page. */
export function lookOnPaper(): PlainLook {
  const style = getComputedStyle(document.documentElement);
  const value = (name: string) => style.getPropertyValue(`--mantine-color-${name}`).trim();
  return { kinds: kindPaints(value, false), typeName: shortTypeName };
}

function measure(): Look['widthOf'] {
  const context = document.createElement('canvas').getContext('2d');
  const family = getComputedStyle(document.body).fontFamily;
  return (text, size, isBold) => {
    if (context === null) return text.length * size * 0.6;
    context.font = `${isBold ? 600 : 400} ${size}px ${family}`;
    return context.measureText(text).width;
  };
}

function kindPaints(value: (name: string) => string, isDark: boolean): Readonly<Record<BoxKind, Paint>> {
  return byKind((kind) => {
    const { color } = kindOf(kind);
    return { fill: value(isDark ? `${color}-light` : `${color}-1`), stroke: value(`${color}-${isDark ? 5 : 6}`) };
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
