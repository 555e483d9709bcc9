import type { Example, Finding, Inspection } from '../mlmd/inspection.js';
import { MEANINGS, type Weight } from './meanings.js';
import type { Found, Report, Served } from './report.js';
import type { Writer } from './writers.js';

/** Types that are listed by name; what is behind them is counted. */
const MAX_TYPES = 40;

const WEIGHTS: Readonly<Record<Weight, string>> = {
  LOSS: 'Lost from view',
  LOOK: 'Worth a look',
  NONE: 'Harmless',
};

/** A report for people: aligned text that ends with a newline. */
export function printReport({ store, served, found }: Report): string {
  const facts: (readonly [string, string])[] = [['store', store]];
  if (found !== undefined) facts.push(['kept as', keptAs(found)]);
  facts.push(['can be served', servedText(served)]);
  if (found === undefined) return `${aligned(facts)}\n`;
  const { inspection, writers } = found;
  facts.push(
    ['written by', writers.map(writerText).join('; ')],
    ['holds', holds(inspection)],
    ['first created', timeText(inspection.firstCreateTimeMs)],
    ['last updated', timeText(inspection.lastUpdateTimeMs)],
  );
  const sections = [aligned(facts), types(inspection), ...findings(inspection), untold(inspection)];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function keptAs({ backend, schemaVersion }: Found): string {
  return schemaVersion === undefined ? backend : `${backend}, MLMD schema version ${schemaVersion}`;
}

function servedText(served: Served): string {
  switch (served.as) {
    case 'READ_WRITE':
      return 'yes, to read and to write';
    case 'READ_ONLY':
      return `to read only: ${served.because}`;
    case 'NOT':
      return `no: ${served.because}`;
    default:
      return served satisfies never;
  }
}

function writerText({ tool, workspaces, runs }: Writer): string {
  const parts = [counted(workspaces, 'workspace'), ...(runs > 0 ? [counted(runs, 'run')] : [])];
  return workspaces + runs === 0 ? tool : `${tool} (${parts.join(', ')})`;
}

function holds({ nodes, edges }: Inspection): string {
  const parts = [
    counted(nodes.ARTIFACT, 'artifact'),
    counted(nodes.EXECUTION, 'execution'),
    counted(nodes.CONTEXT, 'context'),
    counted(edges.events, 'event'),
    ...(edges.attributions === undefined ? [] : [counted(edges.attributions, 'attribution')]),
    ...(edges.associations === undefined ? [] : [counted(edges.associations, 'association')]),
    ...(edges.parentLinks === undefined ? [] : [counted(edges.parentLinks, 'parent link')]),
  ];
  return parts.join(', ');
}

function types({ types }: Inspection): string {
  if (types.length === 0) return '';
  const rows = types.slice(0, MAX_TYPES).map(({ kind, name, version, nodes }): readonly [string, string] => {
    const full = version === undefined ? name : `${name} (version ${version})`;
    return [`${numberText(nodes).padStart(9)}  ${kind.toLowerCase()}`, full];
  });
  const more = types.length - MAX_TYPES;
  return `Types\n${aligned(rows)}${more > 0 ? `\n           and ${numberText(more)} more` : ''}`;
}

function findings(inspection: Inspection): readonly string[] {
  if (inspection.findings.length === 0) return ['Nothing is amiss.'];
  return (Object.keys(WEIGHTS) as readonly Weight[]).flatMap((weight) => {
    const these = inspection.findings.filter(({ kind }) => MEANINGS[kind].weight === weight);
    return these.length === 0 ? [] : [`${WEIGHTS[weight]}\n${these.map(findingText).join('\n')}`];
  });
}

function findingText({ kind, count, examples }: Finding): string {
  const { weight, what, because } = MEANINGS[kind];
  const shown = weight === 'NONE' ? [] : [...examples.map(exampleText), ...(count > examples.length ? ['…'] : [])];
  const lines = shown.map((line) => `             ${line}`);
  return [`${numberText(count).padStart(9)}  ${what}: ${because}`, ...lines].join('\n');
}

function exampleText(example: Example): string {
  return Object.entries(example)
    .map(([name, value]) => (name === 'since' ? `since ${timeText(Number(value))}` : `${name} ${value}`))
    .join(', ');
}

function untold({ untold }: Inspection): string {
  if (untold.length === 0) return '';
  const lines = untold.map((kind) => `           ${MEANINGS[kind].what}`);
  return `Not to be told of this store\n${lines.join('\n')}`;
}

function aligned(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, text]) => `${name.padEnd(width)}  ${text}`).join('\n');
}

function counted(count: number, what: string): string {
  return `${numberText(count)} ${what}${count === 1 ? '' : 's'}`;
}

function numberText(count: number): string {
  return count.toLocaleString('en');
}

function timeText(timeMs: number | undefined): string {
  if (timeMs === undefined) return 'never';
  const time = new Date(timeMs);
  return Number.isNaN(time.getTime()) ? `${timeMs} ms` : time.toISOString();
}
