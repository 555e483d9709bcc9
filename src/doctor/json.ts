import type { Example, Finding } from '../mlmd/inspection.js';
import { MEANINGS } from './meanings.js';
import type { Report } from './report.js';

/** A report for machines: one JSON document that ends with a newline. Ids are strings, times ISO 8601 in UTC. */
export function reportJson({ store, served, found }: Report): string {
  const { inspection, ...facts } = found ?? {};
  const document = {
    store,
    served,
    ...facts,
    ...(inspection && {
      ...inspection,
      firstCreateTimeMs: undefined,
      lastUpdateTimeMs: undefined,
      firstCreated: toIso(inspection.firstCreateTimeMs),
      lastUpdated: toIso(inspection.lastUpdateTimeMs),
      findings: inspection.findings.map(toFinding),
    }),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function toFinding({ kind, count, examples }: Finding) {
  return { kind, ...MEANINGS[kind], count, examples: examples.map(toExample) };
}

function toExample(example: Example): Readonly<Record<string, string | undefined>> {
  const entries = Object.entries(example).map(([name, value]) => [
    name,
    name === 'since' ? toIso(Number(value)) : String(value),
  ]);
  return Object.fromEntries(entries);
}

function toIso(timeMs: number | undefined): string | undefined {
  const time = new Date(timeMs ?? Number.NaN);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}
